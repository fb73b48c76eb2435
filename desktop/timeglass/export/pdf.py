"""The PDF of an export: accessible, archivable, and able to be opened again."""

import re
from pathlib import Path
from typing import Final, Literal, NamedTuple

from timeglass.atomic import write_atomically
from timeglass.export.engine import Order, TypesettingError
from timeglass.export.files import refuse_bad_target
from timeglass.export.glyphs import encode_pages
from timeglass.export.job import Cancelled, ExportCancelledError, ExportJob, ExportReport, Progress
from timeglass.export.pages import PageTree
from timeglass.export.recipe import RECIPE_NAME, recipe_bytes
from timeglass.export.strip_svg import clean_strip
from timeglass.export.typesetting import typeset
from timeglass.formats.loading import paused_collector

_PAGE_COUNT: Final = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count (\d+)")
_SECONDS_PER_EVENT: Final = 0.0006
"""Rough pace of typesetting, for the progress bar only."""
_LARGE: Final = 2_000
"""Events from which on the pages are set in a process of its own, as typst remembers what it has set."""


class PageFiles(NamedTuple):
    """What typst gets: all that lies beside the template."""

    files: dict[str, bytes]
    warnings: tuple[str, ...]
    """For a person."""
    with_system_fonts: bool = False
    """Whether the bundled font needs help."""


def page_files(job: ExportJob, cancelled: Cancelled | None = None, others: bool = True) -> PageFiles:
    """The tree, the strip's bands, pictures and the recipe; ``others`` lets other fonts help the bundled one out."""
    pages = PageTree(job, cancelled)
    encoded, fitter = encode_pages(pages.build(), job.bands, job.language, others)
    files = {"pages.json": encoded, RECIPE_NAME: recipe_bytes(job), **pages.media.files}
    for number, band in enumerate(job.bands):
        files[f"strip{number}.svg"] = clean_strip(band, fitter)
    return PageFiles(files, (*fitter.warnings(), *pages.media.warnings), bool(fitter.fallback.families))


def set_pages(
    job: ExportJob,
    kind: Literal["pdf", "svg"],
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[list[bytes], tuple[str, ...]]:
    """One PDF, or an SVG for each page; and warnings for a person.

    Raises ExportCancelledError, and TypesettingError if typst refuses.
    """

    def attempt(others: bool) -> tuple[list[bytes], PageFiles]:
        with paused_collector():  # so that the window never waits for a collection among the many new objects
            beside = page_files(job, cancelled, others)
        if cancelled is not None and cancelled():
            raise ExportCancelledError
        made = typeset(
            Order(beside.files, int(job.exported.timestamp()), kind, beside.with_system_fonts),
            apart=job.set_events > _LARGE,
            expected_seconds=0.15 + _SECONDS_PER_EVENT * job.set_events,
            progress=progress,
            cancelled=cancelled,
        )
        return made, beside

    try:
        made, beside = attempt(others=True)
    except TypesettingError:
        # A font of the system may have less in it than it says; the bundled one is known.
        made, beside = attempt(others=False)
    return made, beside.warnings


def pdf_bytes(
    job: ExportJob, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> tuple[bytes, tuple[str, ...]]:
    """The PDF as bytes, and warnings for a person.

    Raises ExportCancelledError, and TypesettingError if typst refuses.
    """
    if progress is not None:
        progress(0.0, "Gathering the events")

    def typesetting(share: float, stage: str) -> None:
        if progress is not None:
            progress(0.1 + 0.85 * share, stage)

    (pdf,), warnings = set_pages(job, "pdf", typesetting, cancelled)
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
