"""A scene: all that a frame shows, in pixels, frozen. The painter draws it; hit tests and accessibility read it."""

import msgspec

from timeglass.chrono.ticks import Ticks
from timeglass.layout.scale import Scale


class Box(msgspec.Struct, frozen=True, gc=False):
    """One event: a bar that takes its slot along its whole length, or a mark with a label beside it.

    ``x0_px … x1_px`` is all that is possible, ``core0_px … core1_px`` what is certain (empty where core0 > core1).
    Label fields are "" and 0 where there is no room for one.
    """

    row: int
    lane: int
    slot: int
    is_bar: bool
    x0_px: float
    core0_px: float
    core1_px: float
    x1_px: float
    y_px: float
    height_px: float
    label: str
    label_x_px: float
    label_width_px: float
    bold: bool
    category: int
    flags: int
    cut: bool
    """The extent goes on behind ``x1_px``, but something else stands there."""


class Cluster(msgspec.Struct, frozen=True, gc=False):
    """Events without a slot, folded: ``first`` and ``last`` bound their anchors, half-open; ``row`` where it is one."""

    lane: int
    first: int
    last: int
    count: int
    row: int
    x0_px: float
    x1_px: float
    y_px: float
    height_px: float
    category: int


class Echo(msgspec.Struct, frozen=True, gc=False):
    """Where an event is marked that stands in another lane: ``row`` is the most important of ``count``.

    ``first`` and ``last`` bound their anchors, half-open.
    """

    lane: int
    first: int
    last: int
    count: int
    row: int
    x_px: float
    y_px: float
    height_px: float
    category: int


class LaneStrip(msgspec.Struct, frozen=True, gc=False):
    """A lane's band on the screen and its name."""

    lane: int
    y_px: float
    height_px: float
    label: str
    category: int
    count: int
    collapsed: bool


class EraBand(msgspec.Struct, frozen=True, gc=False):
    """An era in its track's row; ``era`` indexes the timeline's eras."""

    era: int
    x0_px: float
    x1_px: float
    y_px: float
    height_px: float
    label: str
    label_x_px: float
    states: bool
    order: int


class TrackName(msgspec.Struct, frozen=True, gc=False):
    """The name of a row of eras, for the gutter."""

    y_px: float
    label: str


class ChartPoint(msgspec.Struct, frozen=True, gc=False):
    """A value of a series; ``low_px`` and ``high_px`` are its range's ends, or both the point's own height.

    ``point`` indexes the series' points.
    """

    x_px: float
    y_px: float
    low_px: float
    high_px: float
    point: int


class ChartColumn(msgspec.Struct, frozen=True, gc=False):
    """Values too close to be drawn apart: all heights from ``top_px`` to ``bottom_px`` are met in this stretch.

    ``enter_px`` and ``leave_px`` are the heights of the first and last one, ``low_px`` and ``high_px`` the ends of
    all ranges; ``first … last`` are places in the series' columns, half-open. ``joined``: no gap lies before it.
    """

    x0_px: float
    x1_px: float
    top_px: float
    bottom_px: float
    enter_px: float
    leave_px: float
    low_px: float
    high_px: float
    first: int
    last: int
    joined: bool


class ChartLine(msgspec.Struct, frozen=True, gc=False):
    """One series in a chart; ``series`` indexes the timeline's series.

    ``color`` and ``shape`` number its colour and mark: series that measure the same thing may share a colour, and then
    ``manner`` numbers how line and marks are drawn, so that colour is not needed to tell it.
    ``runs`` are its values in view between gaps, with the next one beyond either edge; where there are too many,
    ``columns`` stand in for them. ``step``: each value is held until the next. ``marked``: values have marks.
    """

    series: int
    color: int
    shape: int
    manner: int
    step: bool
    marked: bool
    runs: tuple[tuple[ChartPoint, ...], ...]
    columns: tuple[ChartColumn, ...]


class ChartName(msgspec.Struct, frozen=True, gc=False):
    """A name in a chart's head, and the ``series`` that it stands for: one, or all that share a colour or a mark.

    Before it stand a mark (``shape`` and ``color``), a stroke (``shape`` -1), a mark of no colour (``color`` -1), or
    nothing where both are -1: the chart's ``title``, or "+3" for series that have no room.
    """

    series: tuple[int, ...]
    color: int
    shape: int
    title: bool
    label: str
    x_px: float
    y_px: float
    width_px: float


class Chart(msgspec.Struct, frozen=True, gc=False):
    """Series that share a unit and a value axis. ``grid`` holds height and text of its lines, from the bottom up."""

    y_px: float
    height_px: float
    top_px: float
    """Where the values begin, below the names."""
    bottom_px: float
    title: str
    unit: str
    number: int
    of: int
    """Which of how many charts this is, counted from 1."""
    page: str
    """What of all charts is in view ("1 / 3"), at the first chart where some are not."""
    grid: tuple[tuple[float, str], ...]
    names: tuple[ChartName, ...]
    lines: tuple[ChartLine, ...]


class Scene(msgspec.Struct, frozen=True):
    """A whole frame. y runs down from the widget's top; the body is what scrolls."""

    scale: Scale
    width_px: float
    """Width of the plot: x = 0 is its left edge, right of the gutter."""
    height_px: float
    gutter_px: float
    """Width of the column of names left of the plot."""
    level: int
    coarse: bool
    """A finer level is being solved: ask again for the scene at rest."""
    header_px: float
    """Height of eras and ruler together, above the body."""
    ruler_y_px: float
    body_bottom_px: float
    scroll_px: float
    content_px: float
    """Height of all lanes; what exceeds ``body_bottom_px - header_px`` scrolls."""
    lanes: tuple[LaneStrip, ...]
    hidden_lanes: int
    """How many lanes are hidden: told in the gutter."""
    boxes: tuple[Box, ...]
    clusters: tuple[Cluster, ...]
    echoes: tuple[Echo, ...]
    aside: tuple[int, ...]
    """Rows with a slot of their own just out of view: no cluster at the edge folds them."""
    tracks: tuple[TrackName, ...]
    eras: tuple[EraBand, ...]
    charts: tuple[Chart, ...]
    ticks: Ticks
    today_x_px: float | None
