"""The PDF of an export: accessible, archivable, and able to be opened again."""

import re
from pathlib import Path
from typing import Final

from timeglass.atomic import write_atomically
from timeglass.export.engine import typeset
from timeglass.export.files import refuse_bad_target
from timeglass.export.glyphs import Fitter, encode_printable
from timeglass.export.job import Cancelled, ExportCancelledError, ExportJob, ExportReport, Progress
from timeglass.export.pages import PageTree
from timeglass.export.recipe import RECIPE_NAME, recipe_bytes
from timeglass.export.strip_svg import clean_strip

_PAGE_COUNT: Final = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count (\d+)")
SECONDS_PER_EVENT: Final = 0.0006
"""Rough pace of typesetting, for the progress bar only."""
_LARGE: Final = 2_000
"""Events from which on typst's memory of the pages is dropped at once."""


def page_files(job: ExportJob, cancelled: Cancelled | None = None) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """All that lies beside the template (the tree, the strip's bands, pictures, the recipe), and warnings."""
    fitter = Fitter()
    tree = PageTree(job, cancelled)
    files = {"pages.json": encode_printable(tree.build(), fitter), RECIPE_NAME: recipe_bytes(job), **tree.media.files}
    for number, band in enumerate(job.bands):
        files[f"strip{number}.svg"] = clean_strip(band, fitter)
    return files, (*fitter.warnings(), *tree.media.warnings)


def pdf_bytes(
    job: ExportJob, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """The PDF as bytes, and warnings for a person.

    Raises ExportCancelledError, and TypesettingError if typst refuses.
    """
    if progress is not None:
        progress(0.0, "Gathering the events")
    files, warnings = page_files(job, cancelled)
    if cancelled is not None and cancelled():
        raise ExportCancelledError

    def typesetting(share: float, stage: str) -> None:
        if progress is not None:
            progress(0.1 + 0.85 * share, stage)

    (pdf,) = typeset(
        files,
        job.exported,
        expected_seconds=0.15 + SECONDS_PER_EVENT * len(job.rows),
        remember=len(job.rows) <= _LARGE,
        progress=typesetting,
        cancelled=cancelled,
    )
    return pdf, warnings


def page_count(pdf: bytes) -> int:
    """Number of pages of a PDF that typst made."""
    return max((int(count) for count in _PAGE_COUNT.findall(pdf)), default=0)


def export_pdf(
    job: ExportJob,
    path: Path,
    overwrite: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ExportReport:
    """Write the PDF, whole or not at all.

    Raises ExportCancelledError, FileAccessError (the target exists and ``overwrite`` is False, is a folder, cannot be
    written) and TypesettingError.
    """
    refuse_bad_target(path, overwrite)
    pdf, warnings = pdf_bytes(job, progress, cancelled)
    if progress is not None:
        progress(0.97, "Writing the file")
    if cancelled is not None and cancelled():
        raise ExportCancelledError
    write_atomically(path, pdf, overwrite)
    if progress is not None:
        progress(1.0, "Done")
    return ExportReport(path, len(pdf), page_count(pdf), warnings)
