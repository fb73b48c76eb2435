"""A PDF of some pages only, taken from the whole as they are: letters stay letters."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from timeglass.assets import resource_file
from timeglass.atomic import write_atomically
from timeglass.export.engine import TypesettingError, fonts
from timeglass.export.files import refuse_bad_target
from timeglass.export.job import Cancelled, ExportJob, ExportReport, Progress
from timeglass.export.pdf import page_count, pdf_bytes
from timeglass.export.steps import Steps
from timeglass.export.words import words_in

Pick = Callable[[int], Sequence[int]]
"""Takes how many pages there are; gives the numbers of some in the order wanted, counted from 0. May raise."""


def only_pages(pdf: bytes, numbers: Sequence[int], job: ExportJob) -> bytes:
    """Some pages of a PDF of a job, in an order. Links and what is attached stay behind. Raises TypesettingError.

    typst embeds pages of other PDFs in plain PDF only, not in PDF/UA or PDF/A.
    """
    import typst

    words, count = words_in(job.language)["page"], page_count(pdf)
    chosen = [{"number": number + 1, "alt": words.format(x=number + 1, y=count)} for number in numbers]
    asked = {"pages": chosen, "title": job.shown_title, "lang": job.language.partition("-")[0]}
    sources = {
        "main.typ": resource_file("typst/chosen.typ").read_bytes(),
        "whole.json": json.dumps(list(pdf), separators=(",", ":")).encode(),
        "chosen.json": json.dumps(asked).encode(),
    }
    try:
        compiler = typst.Compiler(sources, font_paths=fonts())
        made = compiler.compile(format="pdf", timestamp=int(job.exported.timestamp()))
    except RuntimeError as error:
        raise TypesettingError(f"the pages could not be set: {getattr(error, 'message', error)}") from error
    return made if isinstance(made, bytes) else b""


def export_chosen(
    job: ExportJob, path: Path, pick: Pick, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> ExportReport:
    """Write the PDF of a job, which has its strip, with the picked pages; over what is there, whole or not at all.

    Raises ExportCancelledError, FileAccessError, TypesettingError, and what ``pick`` raises.
    """
    refuse_bad_target(path, overwrite=True)
    steps = Steps(progress, cancelled)

    def tell(share: float, words: str) -> None:
        steps.part(0.0, 0.8, words).tell(share)

    pdf, warnings = pdf_bytes(job, tell, cancelled)
    count = page_count(pdf)
    numbers = pick(count)
    if list(numbers) != list(range(count)):
        pdf = only_pages(pdf, numbers, job)
    steps.part(0.95, 1.0, "Writing the file").tell(0.0)
    write_atomically(path, pdf, overwrite=True)
    return ExportReport(path, len(pdf), len(numbers), warnings)
