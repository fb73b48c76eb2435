"""What can be exported to, by name and ending. Each writer is imported when it is first used."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Flag, auto
from functools import partial
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final

from timeglass.atomic import write_atomically
from timeglass.errors import UsageError
from timeglass.export.files import refuse_bad_target
from timeglass.export.job import Cancelled, ExportJob, ExportReport, Progress
from timeglass.export.steps import Steps
from timeglass.formats.loading import paused_collector

_PIECE: Final = 4_000_000
"""Bytes that are written between two looks at the wish to cancel."""


class Needs(Flag):
    """Which parts of a job a format makes use of."""

    EVENTS = auto()
    STRIP = auto()
    """The caller should paint the strip into the job (as SVG)."""
    PAGES = auto()
    """Paper, layout and font size count."""
    VIEW = auto()
    """It is a picture of a range of time; needs Qt's fonts."""


Write = Callable[[ExportJob, Path, bool, Progress | None, Cancelled | None], ExportReport]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that events can be exported to."""

    name: str
    """Short name as on the command line."""
    label: str
    """Name as in a file dialog."""
    ending: str
    """With the dot, in lower case."""
    needs: Needs
    write: Write
    endings: tuple[str, ...] = ()
    """Further endings that mean this format."""


def _bytes_of(module: str, function: str) -> Write:
    """A writer around a function that turns a job into bytes and warnings."""

    def write(
        job: ExportJob, path: Path, overwrite: bool, progress: Progress | None, cancelled: Cancelled | None
    ) -> ExportReport:
        refuse_bad_target(path, overwrite)
        steps = Steps(progress, cancelled)
        steps.tell(0.0)
        make = getattr(import_module(f"timeglass.export.{module}"), function)
        with paused_collector():  # so that the window never waits for a collection among the many new objects
            data, warnings = make(job, steps.part(0.0, 0.95))
        steps.part(0.0, 1.0, "Writing the file").tell(0.95)
        write_atomically(path, partial(_write_in_pieces, data, steps), overwrite)
        if progress is not None:
            progress(1.0, "Done")
        return ExportReport(path, len(data), 0, tuple(warnings))

    return write


def _write_in_pieces(data: bytes, steps: Steps, file: BinaryIO) -> None:
    for start in range(0, len(data), _PIECE):
        steps.check()
        file.write(data[start : start + _PIECE])


def _data(name: str) -> Write:
    """A writer of a format that can be opened again."""

    def write(
        job: ExportJob, path: Path, overwrite: bool, progress: Progress | None, cancelled: Cancelled | None
    ) -> ExportReport:
        from timeglass import formats

        refuse_bad_target(path, overwrite)
        steps = Steps(progress, cancelled)
        steps.tell(0.0)
        with paused_collector():
            lost = formats.write(job.timeline, job.rows.tolist(), path, name, overwrite, steps.part(0.0, 0.95).tell)
        if progress is not None:
            progress(1.0, "Done")
        return ExportReport(path, path.stat().st_size, 0, tuple(f"not in the file: {words}" for words in lost))

    return write


def _pdf(
    job: ExportJob, path: Path, overwrite: bool, progress: Progress | None, cancelled: Cancelled | None
) -> ExportReport:
    from timeglass.export.pdf import export_pdf

    return export_pdf(job, path, overwrite, progress, cancelled)


_ALL: Final = (
    Exporter("pdf", "PDF document", ".pdf", Needs.EVENTS | Needs.STRIP | Needs.PAGES, _pdf),
    Exporter("html", "Web page", ".html", Needs.EVENTS | Needs.STRIP, _bytes_of("html", "html_bytes"), (".htm",)),
    Exporter("svg", "Picture (SVG)", ".svg", Needs.VIEW, _bytes_of("pictures", "picture_svg")),
    Exporter("png", "Picture (PNG)", ".png", Needs.VIEW, _bytes_of("pictures", "picture_png")),
    Exporter("yaml", "Timeglass timeline (YAML)", ".yaml", Needs.EVENTS, _data("yaml"), (".yml",)),
    Exporter("json", "Timeglass timeline (JSON)", ".json", Needs.EVENTS, _data("json")),
    Exporter("jsonl", "Timeglass timeline (JSON Lines)", ".jsonl", Needs.EVENTS, _data("jsonl"), (".ndjson",)),
    Exporter("csv", "Table (CSV)", ".csv", Needs.EVENTS, _data("csv")),
    Exporter("excel", "Table for Excel (CSV)", ".excel.csv", Needs.EVENTS, _bytes_of("tables", "excel_csv")),
    Exporter("ics", "Calendar (iCalendar)", ".ics", Needs.EVENTS, _bytes_of("ics", "calendar")),
    Exporter("bib", "Sources (BibTeX)", ".bib", Needs.EVENTS, _bytes_of("bib", "bibtex")),
    Exporter("csl", "Sources (CSL-JSON)", ".csl.json", Needs.EVENTS, _bytes_of("bib", "csl_json")),
    Exporter("timelinejs", "TimelineJS (JSON)", ".timelinejs.json", Needs.EVENTS, _bytes_of("timelinejs", "slides")),
)

EXPORTERS: Final[Mapping[str, Exporter]] = MappingProxyType(
    {ending: exporter for exporter in _ALL for ending in (exporter.ending, *exporter.endings)}
)
"""Exporters by ending; the endings with two dots go before those with one."""


def exporter_named(name: str) -> Exporter | None:
    """The exporter of a short name."""
    return next((exporter for exporter in _ALL if exporter.name == name.lower()), None)


def exporter_for(path: Path, format_name: str = "") -> Exporter:
    """The exporter of a name, else of a file's ending. Raises UsageError if there is none."""
    lowered = path.name.lower()
    found = exporter_named(format_name) if format_name else None
    if not format_name:
        matching = (ending for ending in EXPORTERS if lowered.endswith(ending))
        ending = max(matching, key=len, default="")
        found = EXPORTERS.get(ending)
    if found is None:
        known = ", ".join(exporter.name for exporter in _ALL)
        asked = format_name or path.suffix or "a file without ending"
        raise UsageError(f"cannot export to {asked}; known formats: {known}")
    return found


def prepared(job: ExportJob, path: Path, format_name: str = "", cancelled: Cancelled | None = None) -> ExportJob:
    """The job with its strip painted where its format carries one; needs Qt's fonts then. Raises UsageError."""
    needs = exporter_for(path, format_name).needs
    if Needs.STRIP not in needs:
        return job
    from timeglass.export.strips import with_strip

    if Needs.PAGES not in needs and job.strip != "none":
        job = replace(job, strip="bands")  # what has no pages has none to fold out or to cut
    return with_strip(job, cancelled)


def export(
    job: ExportJob,
    path: Path,
    format_name: str = "",
    overwrite: bool = False,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> ExportReport:
    """Write a job to a file in the named format, else in that of the file's ending; whole or not at all.

    Raises UsageError, FileAccessError, ExportCancelledError, and TypesettingError (PDF only).
    """
    return exporter_for(path, format_name).write(job, path, overwrite, progress, cancelled)
