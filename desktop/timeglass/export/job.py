"""What an export is asked to do, and what it tells when it is done."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from timeglass.errors import TimeglassError, UsageError
from timeglass.events.event import Event, Text, text_in
from timeglass.events.timeline import Timeline
from timeglass.events.view_state import ViewState
from timeglass.layout.viewport import Viewport

PaperName = Literal["a4", "letter", "a3"]
Grouping = Literal["year", "era", "category"]
Layout = Literal["report", "table", "cards", "strip"]
StripForm = Literal["none", "bands", "foldout", "tiles"]
"""No picture of the timeline; one on the first page, in several bands where much is to be shown; one page as long as
it needs; or the same cut over pages with trim marks, for a wall."""
NARROWEST_PX: Final = 200
LONGEST_SIDE_PX: Final = 16_384
"""Pixels of a picture's longer side at most."""

PAPERS_MM: Final[dict[str, tuple[float, float]]] = {
    "a4": (210.0, 297.0),
    "letter": (215.9, 279.4),
    "a3": (297.0, 420.0),
}
"""Width and height in millimetres, portrait."""

MARGIN_MM: Final = 22.0
"""Left and right margin of every page; the strip fills what lies between."""
HEAD_AND_FOOT_MM: Final = 46.0
"""Margins above and below the text."""
_BESIDE_STRIP_MM: Final = 54.0
"""What title and legend need on the first page."""

Progress = Callable[[float, str], None]
"""Called with the share done, 0 … 1, and what is being done."""
Cancelled = Callable[[], bool]
"""Asked again and again; once it says True, the export stops and leaves nothing behind."""


class ExportCancelledError(TimeglassError):
    """The export was stopped on request; no file was written."""

    def __init__(self) -> None:
        super().__init__("the export was cancelled; nothing was written")


def _now() -> datetime:
    return datetime.now(tz=UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """How a picture of the timeline is made: ``width_px`` pixels wide, ``scale_factor`` of them for a logical one.

    It is as high as the events need. ``outlines`` turns the text of an SVG into paths.
    """

    width_px: int = 3200
    scale_factor: float = 2.0
    transparent: bool = False
    outlines: bool = False
    dark: bool = False

    def __post_init__(self) -> None:
        if not 0.25 <= self.scale_factor <= 8.0:
            raise UsageError(f"a scale factor of {self.scale_factor:g} is not possible; choose 0.25 to 8")
        if not NARROWEST_PX <= self.width_px <= LONGEST_SIDE_PX:
            raise UsageError(f"a picture is {NARROWEST_PX} to {LONGEST_SIDE_PX} pixels wide, not {self.width_px}")
        if self.logical_px < NARROWEST_PX / 2:
            raise UsageError(f"{self.width_px} pixels are too few at a scale factor of {self.scale_factor:g}")

    @property
    def logical_px(self) -> float:
        """Width in the pixels that the layout counts."""
        return self.width_px / self.scale_factor


@dataclass(frozen=True, slots=True, kw_only=True)
class Wall:
    """The strip as a wall chart, in millimetres: ``sheets`` pages of ``width`` side by side, each ``height`` high."""

    form: StripForm
    width: float
    height: float
    sheets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportJob:
    """Which events to export, and how they are to look.

    ``rows`` index the timeline's columns, ascending, which is time order. ``strip_svg`` is the picture of the
    timeline as SVG, or several, one per band from the earliest on; ``strip_alt`` says in words what it shows.
    ``size_pt`` is the size of running text in points. ``exported`` goes into the file as its date, so the same job
    makes the same bytes.
    """

    timeline: Timeline
    rows: NDArray[np.integer]
    first: int = 0
    """Events that are set at most, for a look at the first pages, which tell of all; 0 sets all."""
    title: str = ""
    language: str = "en"
    query: str = ""
    view_range: str = ""
    """What the strip or the picture shows where it is not what the events cover, as EDTF, or ""."""
    viewport: Viewport | None = None
    """The same exactly; None where only the EDTF is known."""
    view: ViewState = field(default_factory=ViewState)
    """How the window stood, for the recipe."""
    lanes: str = "category"
    """What the lanes of the strip are made of."""
    paper: PaperName = "a4"
    landscape: bool = False
    group_by: Grouping = "year"
    layout: Layout = "report"
    with_sources: bool = True
    with_details: bool = True
    with_pictures: bool = True
    size_pt: float = 10.0
    strip: StripForm = "bands"
    strip_svg: bytes | tuple[bytes, ...] | None = None
    strip_alt: str = ""
    wall: Wall | None = None
    """With it ``strip_svg`` is one long picture that stands on pages of its own."""
    picture: Picture = Picture()
    byte_order_mark: bool = True
    """Whether tables for spreadsheets begin with one."""
    exported: datetime = field(default_factory=_now)

    def __post_init__(self) -> None:
        if self.paper not in PAPERS_MM:
            raise UsageError(f"unknown paper '{self.paper}'; there are {', '.join(PAPERS_MM)}")
        if not 6.0 <= self.size_pt <= 24.0:
            raise UsageError(f"a font size of {self.size_pt:g} pt cannot be set; choose 6 to 24")

    @property
    def set_events(self) -> int:
        """Number of events that are set."""
        return min(len(self.rows), self.first or len(self.rows))

    @property
    def page_mm(self) -> tuple[float, float]:
        """Width and height of the page, turned if landscape."""
        width, height = PAPERS_MM[self.paper]
        return (height, width) if self.landscape else (width, height)

    @property
    def strip_width_mm(self) -> float:
        """Width that the strip gets on the page; the caller paints it for this."""
        return self.page_mm[0] - 2 * MARGIN_MM

    @property
    def strip_height_mm(self) -> float:
        """Height that the strip's first band can have on the first page; a taller picture is made smaller."""
        return max(self.page_mm[1] - HEAD_AND_FOOT_MM - _BESIDE_STRIP_MM, 40.0)

    @property
    def band_height_mm(self) -> float:
        """Height that each further band can have."""
        return self.page_mm[1] - HEAD_AND_FOOT_MM

    @property
    def bands(self) -> tuple[bytes, ...]:
        """The strip's pictures, one per band; none if there is no strip."""
        if self.strip_svg is None:
            return ()
        return (self.strip_svg,) if isinstance(self.strip_svg, bytes) else self.strip_svg

    @property
    def shown_title(self) -> str:
        """The title asked for, else the timeline's, else its file's name."""
        head = self.timeline.head
        return self.title or self.text(head.title) or self.file_name or "Timeline"

    @property
    def file_name(self) -> str:
        """Name of the data file, or ""."""
        return self.timeline.path.name if self.timeline.path else ""

    def text(self, text: Text) -> str:
        """A text in the export's language, else in the timeline's."""
        return text_in(text, self.language, self.timeline.head.language)

    def events(self) -> list[Event]:
        """The events asked for, in time order."""
        return [self.timeline.events[row] for row in self.rows.tolist()]


@dataclass(frozen=True, slots=True)
class ExportReport:
    """What was written, and what a person should know about it."""

    path: Path
    size: int
    """Bytes."""
    pages: int = 0
    """Pages of a PDF; 0 for other files."""
    warnings: tuple[str, ...] = ()
