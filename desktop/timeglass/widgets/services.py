"""What the window needs from rooms that it may not import; the composition root fills it in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from timeglass.events.timeline import Timeline
from timeglass.events.view_state import ViewState
from timeglass.layout.prepared import Prepared
from timeglass.layout.viewport import Viewport
from timeglass.model.searching import MakeSearcher, default_searcher
from timeglass.model.selecting import Rows
from timeglass.widgets.table_services import Tables


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
    prepared: Prepared | None = None
    """What its first frame is built from."""


@dataclass(frozen=True)
class ExportFormat:
    """A format that can be exported to.

    ``ending`` has its dot; ``pages``: paper and layout count; ``strip``: it may carry a picture of the timeline;
    ``view``: it is a picture of a range of time; ``options`` are names of fields of a request that it heeds besides.
    """

    name: str
    words: str
    ending: str
    pages: bool = False
    strip: bool = False
    view: bool = False
    options: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class ExportRequest:
    """What is to be written and how; names are those of the export room's jobs.

    ``viewport`` is what the strip shows; None fits the rows. ``view`` is how the window stood, ``lanes`` what the
    strip's lanes are made of.
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
    view: ViewState = field(default_factory=ViewState)
    lanes: str = "category"
    group_by: str = "year"
    layout: str = "report"
    strip: str = "bands"
    with_sources: bool = True
    with_details: bool = True
    with_pictures: bool = True
    size_pt: float = 10.0
    width_px: int = 3200
    scale_factor: float = 2.0
    transparent: bool = False
    outlines: bool = False
    byte_order_mark: bool = True


@dataclass(frozen=True)
class Exported:
    """Where the file is, how many pages it has (0: it has none), and what a person should know about it."""

    path: Path
    pages: int = 0
    warnings: tuple[str, ...] = ()


class Sheets(Protocol):
    """Pages that were set, to be looked at or printed."""

    @property
    def count(self) -> int:
        """Number of pages."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What a person should know about them."""

    @property
    def left_out(self) -> int:
        """Events that were not set, since a look at the first pages is enough."""

    def size_mm(self, number: int) -> tuple[float, float]:
        """Width and height of a page; pages are counted from 0."""

    def picture(self, number: int, dpi: float) -> bytes:
        """A page as PNG; may be called in any thread."""


@dataclass(frozen=True)
class MadeFrom:
    """What an exported PDF was made from: how the window stood, which events were chosen, and of which data."""

    view: ViewState
    file: str = ""
    """Name of the data file, without its folder."""
    digest: str = ""
    """SHA-256 of the data file, in hex."""
    exported: str = ""
    """ISO date-time."""


Tick = Callable[[float], None]
"""Told the share of a file that is read, 0 to 1; raises where nobody wants it any more."""
Progress = Callable[[float, str], None]
"""Takes how much is done, 0 to 1, and what is being done."""
Cancelled = Callable[[], bool]
PickPages = Callable[[int], Sequence[int]]
"""Takes how many pages there are; gives the numbers of those wanted, counted from 0. May raise TimeglassError."""


@dataclass(frozen=True, kw_only=True)
class Services:
    """What the window may ask for.

    ``readable`` gives patterns of file names that can be opened. ``load`` and ``export`` raise TimeglassError; both
    run in a worker thread. ``export`` writes over what is there: the person was asked before.
    """

    load: Callable[[Path, Tick], Opened]
    export: Callable[[ExportRequest, Path, Progress, Cancelled], Exported]
    export_formats: Callable[[], Sequence[ExportFormat]]
    export_pages: Callable[[ExportRequest, Path, PickPages, Progress, Cancelled], Exported] | None = None
    """As ``export``, but of the PDF's pages only those that are picked."""
    sheets: Callable[[ExportRequest, bool, Progress, Cancelled], Sheets] | None = None
    """Sets pages; the flag tells whether the first ones are enough. Runs in a worker thread."""
    made_from: Callable[[Path], MadeFrom | None] | None = None
    """What a PDF was made from; None for one of another program."""
    readable: Callable[[], Sequence[str]] = tuple
    make_searcher: MakeSearcher = default_searcher
    copy_as: Callable[[Timeline, Rows, str, str], str] = lambda _timeline, _rows, _form, _language: ""
    """Takes a timeline, rows, a form ("text", "author-date", "note", "csl-json", "bibtex") and the texts' language."""
    builtin: Path | None = None
    tables: Tables | None = None
