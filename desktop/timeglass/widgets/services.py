"""What the window needs from rooms that it may not import; the composition root fills it in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from timeglass.events.timeline import Timeline
from timeglass.layout.viewport import Viewport
from timeglass.model.searching import MakeSearcher, default_searcher
from timeglass.model.selecting import Rows


class ProblemLike(Protocol):
    """Something wrong in a file, and where."""

    @property
    def severity(self) -> object: ...
    @property
    def file(self) -> object: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def path(self) -> str: ...
    @property
    def message(self) -> str: ...
    @property
    def suggestion(self) -> str: ...


@dataclass(frozen=True)
class Opened:
    """A timeline as read from a file, and what was wrong in it."""

    timeline: Timeline
    problems: Sequence[ProblemLike] = ()


@dataclass(frozen=True)
class ExportFormat:
    """A format that can be exported to.

    ``ending`` has its dot; ``pages``: paper and layout count; ``strip``: it may carry a picture of the timeline;
    ``view``: it is a picture of a range of time.
    """

    name: str
    words: str
    ending: str
    pages: bool = False
    strip: bool = False
    view: bool = False


@dataclass(frozen=True, kw_only=True)
class ExportRequest:
    """What is to be written and how; names are those of the export room's jobs.

    ``viewport`` is what the strip shows; None fits the rows. ``lanes`` is what its lanes are made of.
    """

    timeline: Timeline
    rows: Rows
    format_name: str = "pdf"
    paper: str = "a4"
    landscape: bool = False
    title: str = ""
    query: str = ""
    language: str = ""
    viewport: Viewport | None = None
    lanes: str = "category"
    group_by: str = "year"
    layout: str = "report"
    with_strip: bool = True
    with_sources: bool = True
    with_details: bool = True


@dataclass(frozen=True)
class Exported:
    """Where the file is, how many pages it has (0: it has none), and what a person should know about it."""

    path: Path
    pages: int = 0
    warnings: tuple[str, ...] = ()


Progress = Callable[[float, str], None]
"""Takes how much is done, 0 to 1, and what is being done."""
Cancelled = Callable[[], bool]


@dataclass(frozen=True, kw_only=True)
class Services:
    """What the window may ask for.

    ``readable`` gives patterns of file names that can be opened. ``load`` and ``export`` raise TimeglassError; both
    run in a worker thread. ``export`` writes over what is there: the person was asked before.
    """

    load: Callable[[Path], Opened]
    export: Callable[[ExportRequest, Path, Progress, Cancelled], Exported]
    export_formats: Callable[[], Sequence[ExportFormat]]
    readable: Callable[[], Sequence[str]] = tuple
    make_searcher: MakeSearcher = default_searcher
    builtin: Path | None = None
