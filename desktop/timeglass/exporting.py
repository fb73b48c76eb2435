"""What the window asks for, handed to the export room: the one place that knows both.

The export room is imported when it is first needed: the window is to be seen sooner.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeglass.chrono.span_text import span_text
from timeglass.events.timeline import Timeline
from timeglass.model.selecting import Rows
from timeglass.widgets.services import (
    Cancelled,
    Exported,
    ExportFormat,
    ExportRequest,
    MadeFrom,
    PickPages,
    Progress,
    Sheets,
)

if TYPE_CHECKING:
    from timeglass.export.job import ExportJob

FIRST_EVENTS: Final = 400
"""Events that are set for a look at the pages; more would make it slow."""
_OPTIONS: Final = {
    "svg": ("outlines", "transparent", "width_px", "scale_factor"),
    "png": ("transparent", "width_px", "scale_factor"),
    "excel": ("byte_order_mark",),
}


def job_of(request: ExportRequest) -> "ExportJob":
    """The job that a request means."""
    from timeglass.export.job import ExportJob, Picture

    viewport = request.viewport
    return ExportJob(
        timeline=request.timeline,
        rows=request.rows,
        title=request.title,
        language=request.language or request.timeline.head.language,
        query=request.query,
        view_range=span_text(viewport.span) if viewport is not None else "",
        viewport=viewport,
        view=request.view,
        lanes=request.lanes,
        paper=request.paper,  # type: ignore[arg-type]
        landscape=request.landscape,
        group_by=request.group_by,  # type: ignore[arg-type]
        layout=request.layout,  # type: ignore[arg-type]
        with_sources=request.with_sources,
        with_details=request.with_details,
        with_pictures=request.with_pictures,
        size_pt=request.size_pt,
        strip=request.strip,  # type: ignore[arg-type]
        picture=Picture(
            width_px=request.width_px,
            scale_factor=request.scale_factor,
            transparent=request.transparent,
            outlines=request.outlines,
        ),
        byte_order_mark=request.byte_order_mark,
    )


def export(request: ExportRequest, path: Path, progress: Progress, cancelled: Cancelled) -> Exported:
    """Write what is requested, over what is there. Raises TimeglassError."""
    from timeglass.export import registry

    job = registry.prepared(job_of(request), path, request.format_name, cancelled)
    report = registry.export(job, path, request.format_name, overwrite=True, progress=progress, cancelled=cancelled)
    return Exported(report.path, report.pages, report.warnings)


def export_pages(
    request: ExportRequest, path: Path, pick: PickPages, progress: Progress, cancelled: Cancelled
) -> Exported:
    """Write some pages of the PDF that is requested, over what is there. Raises TimeglassError."""
    from timeglass.export.chosen import export_chosen
    from timeglass.export.strips import with_strip

    report = export_chosen(with_strip(job_of(request), cancelled), path, pick, progress, cancelled)
    return Exported(report.path, report.pages, report.warnings)


def sheets(request: ExportRequest, first_only: bool, progress: Progress, cancelled: Cancelled) -> Sheets:
    """Set the pages of a request; of many events only the first where that is enough. Raises TimeglassError."""
    from timeglass.export.registry import Needs, exporter_named
    from timeglass.export.sheets import picture_sheet, set_sheets
    from timeglass.export.strips import with_strip

    exporter = exporter_named(request.format_name)
    if exporter is not None and Needs.VIEW in exporter.needs:
        return picture_sheet(job_of(request), progress, cancelled)
    job = with_strip(job_of(request), cancelled)
    left_out = max(len(job.rows) - FIRST_EVENTS, 0) if first_only else 0
    if left_out:
        job = replace(job, first=FIRST_EVENTS)
    return set_sheets(job, left_out, progress, cancelled)


def made_from(path: Path) -> MadeFrom | None:
    """What a PDF was made from, or None. Raises FileAccessError."""
    from timeglass.errors import FileAccessError
    from timeglass.export.recipe import read_recipe

    try:
        recipe = read_recipe(path.read_bytes())
    except OSError as error:
        raise FileAccessError(f"{path}: cannot be read ({error.strerror})") from None
    if recipe is None:
        return None
    return MadeFrom(recipe, recipe.file, recipe.sha256, recipe.exported)


def export_formats() -> Sequence[ExportFormat]:
    """All formats that can be exported to."""
    from timeglass.export.registry import EXPORTERS, Needs

    return tuple(
        ExportFormat(
            one.name,
            one.label,
            one.ending,
            pages=Needs.PAGES in one.needs,
            strip=Needs.STRIP in one.needs,
            view=Needs.VIEW in one.needs,
            options=frozenset(_OPTIONS.get(one.name, ())),
        )
        for one in dict.fromkeys(EXPORTERS.values())
    )


def copy_as(timeline: Timeline, rows: Rows, form: str, language: str) -> str:
    """Events, or their sources, as text for the clipboard."""
    from timeglass.export.cite import FORMS  # not before something is copied
    from timeglass.export.job import ExportJob

    return FORMS[form](ExportJob(timeline=timeline, rows=rows, language=language))
