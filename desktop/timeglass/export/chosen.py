"""A PDF of some pages only, taken from the whole as they are: letters stay letters."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import msgspec

from timeglass.assets import resource_file
from timeglass.atomic import write_atomically
from timeglass.export.engine import Order
from timeglass.export.files import refuse_bad_target
from timeglass.export.job import Cancelled, ExportJob, ExportReport, Progress
from timeglass.export.pages import language_and_region
from timeglass.export.pdf import page_count, pdf_bytes
from timeglass.export.steps import Steps
from timeglass.export.typesetting import typeset
from timeglass.export.words import words_in

_PIECE: Final = 65_536

Pick = Callable[[int], Sequence[int]]
"""Takes how many pages there are; gives the numbers of some in the order wanted, counted from 0. May raise."""


def only_pages(pdf: bytes, numbers: Sequence[int], job: ExportJob) -> Order:
    """Some pages of a PDF of a job, in an order, as a plain PDF. Links and what is attached stay behind."""
    words, count = words_in(job.language)["page"], page_count(pdf)
    chosen = [{"number": number + 1, "alt": words.format(x=number + 1, y=count)} for number in numbers]
    asked = {"pages": chosen, "title": job.shown_title, "lang": language_and_region(job.language)[0]}
    files = {
        "main.typ": resource_file("typst/chosen.typ").read_bytes(),
        "whole.json": _as_numbers(pdf),
        "chosen.json": msgspec.json.encode(asked),
    }
    return Order(files, int(job.exported.timestamp()), plain=True)


def _as_numbers(data: bytes) -> bytes:
    """Bytes as a JSON list, made piece by piece, so that other threads get their turn."""
    pieces = (data[start : start + _PIECE] for start in range(0, len(data), _PIECE))
    return b"[%s]" % b",".join(msgspec.json.encode(list(piece))[1:-1] for piece in pieces)


def export_chosen(
    job: ExportJob, path: Path, pick: Pick, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> ExportReport:
    """Write the PDF of a job, which has its strip, with the picked pages; over what is there, whole or not at all.

    Raises ExportCancelledError, FileAccessError, TypesettingError, and what ``pick`` raises.
    """
    refuse_bad_target(path, overwrite=True)
    steps = Steps(progress, cancelled)

    def telling(first: float, last: float) -> Progress:
        return lambda share, words: steps.part(first, last, words).tell(share)

    pdf, warnings = pdf_bytes(job, telling(0.0, 0.8), cancelled)
    count = page_count(pdf)
    numbers = pick(count)
    if list(numbers) != list(range(count)):
        (pdf,) = typeset(only_pages(pdf, numbers, job), progress=telling(0.8, 0.95), cancelled=cancelled)
    steps.part(0.95, 1.0, "Writing the file").tell(0.0)
    write_atomically(path, pdf, overwrite=True)
    return ExportReport(path, len(pdf), len(numbers), warnings)
