"""What a legend explains: the marks that a timeline uses, each as a little scene for the very painter of the canvas."""

from collections.abc import Iterator
from typing import Final

import msgspec
import numpy as np

from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.chrono.ticks import Ticks
from timeglass.events.columns import Columns, Mark
from timeglass.events.event import text_in
from timeglass.events.timeline import Timeline
from timeglass.layout.arcs import Arc
from timeglass.layout.chart_names import looks_of, shared_words
from timeglass.layout.distinct import distinct
from timeglass.layout.scale import Scale
from timeglass.layout.scene import Box, Chart, ChartLine, ChartPoint, Cluster, Echo, EraBand, Scene
from timeglass.layout.viewport import Viewport

WIDTH_PX: Final = 76.0
HEIGHT_PX: Final = 24.0
_BOX_PX: Final = 20.0
_TOP_PX: Final = (HEIGHT_PX - _BOX_PX) / 2.0
_LEFT_PX: Final = 6.0
_RIGHT_PX: Final = WIDTH_PX - 6.0
_BOLD_FROM: Final = 5
_NO_GRID: Final = ((2.0 * HEIGHT_PX, ""),)
_NO_TICKS: Final = Ticks((), (), "")
_DOUBTS: Final = (
    ("approximate", Mark.APPROXIMATE),
    ("uncertain", Mark.UNCERTAIN),
    ("disputed", Mark.DISPUTED),
    ("claimed", Mark.CLAIMED),
    ("planned", Mark.PLANNED),
)


class Sample(msgspec.Struct, frozen=True):
    """One mark: what it is called among marks, a name where the file gives one, and its picture.

    ``arcs`` are drawn over the scene. Its boxes have row 0, or row 1 where they are to be seen beside it.
    """

    kind: str
    name: str
    scene: Scene
    arcs: tuple[Arc, ...] = ()


class Present(msgspec.Struct, frozen=True):
    """What is going on in the view, besides what the timeline holds."""

    viewport: Viewport
    now: int
    searching: bool = False
    relations: tuple[str, ...] = ()
    """Kinds of the current event's relations that are drawn."""
    changed: bool = False
    echoes: bool = False
    """Events are marked in lanes beyond their first."""


def legend(timeline: Timeline, language: str, present: Present) -> Iterator[Sample]:
    """Samples of the marks in use, in the order in which they are to be read."""
    yield from _categories(timeline, language)
    yield from _lengths(timeline.columns)
    yield from _doubts(timeline.columns)
    if len(timeline) > 1:
        yield Sample("cluster", "", _scene(clusters=(_cluster(12, -1),)))
        yield Sample("folded", "", _scene(clusters=(_cluster(1, 0),)))
    if present.echoes:
        yield Sample("echo", "", _scene(echoes=(Echo(0, 0, 1, 1, 0, WIDTH_PX / 2.0, 8.0, 11.0, -1),)))
    if len(timeline):
        yield Sample("selected", "", _scene(_labelled()))
        yield Sample("current", "", _scene(_labelled()))
    if present.changed:
        yield Sample("changed", "", _scene(_labelled()))
    if present.searching:
        yield Sample("found", "", _scene(_labelled(), _labelled(1, WIDTH_PX / 2.0)))
        yield Sample("found_folded", "", _scene(clusters=(_cluster(12, -1),)))
    for kind in present.relations:
        yield Sample("relation", kind, _scene(), (_arc(kind, 12.0, 64.0, 0),))
    if present.relations:
        yield Sample("relation_beyond", "", _scene(), (_arc(present.relations[0], 16.0, WIDTH_PX - 2.0, 1),))
    if _today_is_near(timeline, present):
        yield Sample("today", "", _scene(today_x_px=round(WIDTH_PX / 2.0)))
    yield from _eras(timeline)
    yield from _series(timeline, language)


def _today_is_near(timeline: Timeline, present: Present) -> bool:
    return any(span.start <= present.now < span.end for span in (timeline.span, present.viewport.span))


# Events


def _categories(timeline: Timeline, language: str) -> Iterator[Sample]:
    """Each category that has events, by its colour and shape; and events without one."""
    used = set(distinct(timeline.columns.category).tolist())
    for number, category in enumerate(timeline.head.categories.values()):
        if number in used:
            name = text_in(category.label, language, timeline.head.language) or category.id
            yield Sample("category", name, _scene(_mark(0, number)))
    if -1 in used:
        yield Sample("no_category", "", _scene(_mark(0, -1)))


def _lengths(columns: Columns) -> Iterator[Sample]:
    """Moments, what lasts, and how its ends are known."""
    flags = columns.flags
    ranges = (flags & Mark.RANGE.value) != 0
    if not ranges.all():
        yield Sample("moment", "", _scene(_mark(0, -1)))
    if ranges.any():
        yield Sample("range", "", _scene(_bar(0, _LEFT_PX, _LEFT_PX, _RIGHT_PX, _RIGHT_PX)))
    bounds = (columns.start_earliest, columns.start_latest, columns.end_earliest, columns.end_latest)
    known = np.logical_and.reduce([(one > OPEN_PAST) & (one < OPEN_FUTURE) for one in bounds])
    doubtful = (columns.start_earliest < columns.start_latest) | (columns.end_earliest < columns.end_latest)
    some_core = columns.start_latest <= columns.end_earliest
    if (known & doubtful & some_core).any():
        yield Sample("fading", "", _scene(_bar(0, _LEFT_PX, 26.0, 50.0, _RIGHT_PX)))
    if (known & doubtful & ~some_core).any():
        yield Sample("sometime", "", _scene(_bar(0, 14.0, 60.0, 16.0, 62.0)))
    if (flags & (Mark.OPEN_END | Mark.OPEN_START).value).any():
        yield Sample("open", "", _scene(_bar(Mark.OPEN_END, _LEFT_PX, _LEFT_PX, WIDTH_PX, WIDTH_PX)))
    if (flags & (Mark.UNKNOWN_END | Mark.UNKNOWN_START).value).any():
        yield Sample("unknown", "", _scene(_bar(Mark.UNKNOWN_END, _LEFT_PX, _LEFT_PX, 20.0, _RIGHT_PX)))
    if len(columns) > 1 and ranges.any():
        cut = msgspec.structs.replace(_bar(0, _LEFT_PX, _LEFT_PX, WIDTH_PX, 50.0), cut=True)
        yield Sample("cut", "", _scene(cut, _mark(0, -1, 60.0)))
    if (columns.importance >= _BOLD_FROM).any():
        yield Sample("important", "", _scene(msgspec.structs.replace(_labelled(), bold=True)))


def _doubts(columns: Columns) -> Iterator[Sample]:
    """The kinds of doubt, each as a mark and as a bar."""
    for kind, mark in _DOUBTS:
        if (columns.flags & mark.value).any():
            yield Sample(kind, "", _scene(_mark(mark, -1, 16.0), _bar(mark, 34.0, 34.0, _RIGHT_PX, _RIGHT_PX)))


def _box(flags: int, category: int, is_bar: bool, x0: float, core0: float, core1: float, x1: float) -> Box:
    return Box(
        0, 0, 0, is_bar, x0, core0, core1, x1, _TOP_PX, _BOX_PX, "", 0.0, 0.0, False, category, int(flags), False
    )  # fmt: skip


def _mark(flags: int, category: int, x: float = WIDTH_PX / 2.0) -> Box:
    return _box(flags, category, False, x, x, x, x)


def _bar(flags: int, x0: float, core0: float, core1: float, x1: float) -> Box:
    return _box(flags, -1, True, x0, core0, core1, x1)


def _labelled(row: int = 0, left: float = 0.0) -> Box:
    """A mark with letters beside it, as a label stands."""
    box = _mark(0, -1, left + 12.0)
    return msgspec.structs.replace(box, row=row, label="Ab", label_x_px=left + 21.0, label_width_px=17.0)


def _cluster(count: int, row: int) -> Cluster:
    middle = WIDTH_PX / 2.0
    return Cluster(0, 0, 1, count, row, middle - 14.0, middle + 14.0 if row < 0 else middle - 14.0, 8.0, 12.0, -1)


def _arc(kind: str, x0: float, x1: float, stub: int) -> Arc:
    y = HEIGHT_PX / 2.0 if stub else HEIGHT_PX - 1.0
    return Arc(1, kind, False, x0, y, x1, y, stub)


# Eras and series


def _eras(timeline: Timeline) -> Iterator[Sample]:
    """Soft bands, and the steps of a course, as far as there are such eras."""
    states = {key for key, track in timeline.head.tracks.items() if track.style == "states"}
    for kind, wanted in (("era", False), ("course", True)):
        if any((era.track in states) is wanted for era in timeline.head.eras):
            bands = (
                EraBand(0, 2.0, 38.0, 2.0, 20.0, "", 0.0, wanted, 0),
                EraBand(1, 38.0, 74.0, 2.0, 20.0, "", 0.0, wanted, 1),
            )
            yield Sample(kind, "", _scene(eras=bands))


def _series(timeline: Timeline, language: str) -> Iterator[Sample]:
    """Each series in the colour and with the mark that it has in its chart, then what a band and a step are."""
    fallback = timeline.head.language
    charts: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(timeline.head.series):
        if len(timeline.numbers[place]):
            charts.setdefault((text_in(one.group, fallback, fallback), one.unit), []).append(place)
    for members in charts.values():
        titles = [text_in(timeline.head.series[member].title, language, fallback) for member in members]
        looks = looks_of(shared_words(titles)[0] if len(titles) > 1 else titles)
        for title, color, shape, manner in zip(titles, looks.colors, looks.shapes, looks.manners, strict=True):
            yield Sample("series", title, _chart(color, shape, manner))
    used = [one for members in charts.values() for one in members]
    if any(not np.isnan(timeline.numbers[one].low).all() for one in used):
        yield Sample("series_range", "", _chart(0, 0, ranged=True))
    if any(timeline.numbers[one].gap.any() for one in used):
        yield Sample("series_gap", "", _chart(0, 0, broken=True))
    if any(timeline.head.series[one].style == "step" for one in used):
        yield Sample("series_step", "", _chart(0, 0, step=True))


def _chart(
    color: int, shape: int, manner: int = 0, *, ranged: bool = False, broken: bool = False, step: bool = False
) -> Scene:
    slack = 4.0 if ranged else 0.0
    ys = (15.0, 9.0) if not step else (16.0, 8.0)
    points = [ChartPoint(x, y, y + slack, y - slack, 0) for x, y in zip((14.0, 62.0), ys, strict=True)]
    runs = ((points[0],), (points[1],)) if broken else (tuple(points),)
    line = ChartLine(0, color, shape, manner, step, True, runs, ())
    return _scene(charts=(Chart(-2.0, HEIGHT_PX + 4.0, 0.0, HEIGHT_PX, "", "", 1, 1, "", _NO_GRID, (), (line,)),))


def _scene(
    *boxes: Box,
    clusters: tuple[Cluster, ...] = (),
    echoes: tuple[Echo, ...] = (),
    eras: tuple[EraBand, ...] = (),
    charts: tuple[Chart, ...] = (),
    today_x_px: float | None = None,
) -> Scene:
    header = HEIGHT_PX + 4.0 if eras else 0.0  # lines of the ruler stay below the picture
    return Scene(
        scale=Scale(Viewport.of(0, 0.0, WIDTH_PX), WIDTH_PX),
        width_px=WIDTH_PX,
        height_px=HEIGHT_PX,
        gutter_px=0.0,
        level=0,
        coarse=False,
        header_px=header,
        ruler_y_px=HEIGHT_PX + 8.0,
        body_bottom_px=HEIGHT_PX,
        scroll_px=0.0,
        content_px=0.0,
        lanes=(),
        hidden_lanes=0,
        boxes=boxes,
        clusters=clusters,
        echoes=echoes,
        aside=(),
        tracks=(),
        eras=eras,
        charts=charts,
        ticks=_NO_TICKS,
        today_x_px=today_x_px,
    )
