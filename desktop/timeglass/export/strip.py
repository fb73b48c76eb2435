"""The strip: the timeline of an export, painted by the window's own painter in the print theme, as SVG."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSizeF
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.chrono.words import span_in_words
from timeglass.events.timeline import Timeline
from timeglass.export.steps import UNWATCHED, Steps
from timeglass.export.words import counted, words_in
from timeglass.layout.build import SceneBuilder
from timeglass.layout.distinct import distinct
from timeglass.layout.lanes import Lanes, make_lanes
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport
from timeglass.paint.fonts import label_fonts
from timeglass.paint.scene_painter import ScenePainter
from timeglass.paint.theme import PRINT, Theme

PX_PER_MM: Final = 4.9
"""At this scale a label of 13 px is set in 7.5 pt."""
_TALLEST: Final = 1.15
"""Lanes spread until a strip is this many times as high as it is wide."""
_TRIES: Final = 4
"""How often a strip is made smaller to fit; a wider one may need less height."""


def span_of_rows(timeline: Timeline, rows: NDArray[np.integer]) -> Span:
    """What these events cover; an open end counts from where it is known that there is something."""
    columns = timeline.columns
    instants = np.concatenate(
        [
            column[rows]
            for column in (columns.start_earliest, columns.start_latest, columns.end_earliest, columns.end_latest)
        ]
    )
    known = instants[(instants > OPEN_PAST) & (instants < OPEN_FUTURE)]
    if not len(known):
        return timeline.span
    start = int(known.min())
    return Span(start, max(int(known.max()) + 1, start + 1))


def viewport_of_rows(timeline: Timeline, rows: NDArray[np.integer]) -> Viewport:
    """What shows all of these events."""
    span = span_of_rows(timeline, rows)
    return Viewport.over(span).fitted(span, 0.02)


def used_lanes(lanes: Lanes, rows: NDArray[np.integer]) -> Lanes:
    """The lanes in which any of these rows stand: paper has no room for empty ones. Other rows lose their lane."""
    lane_of = lanes.lane_of_row[rows]
    used = distinct(lane_of)
    places = np.searchsorted(used, lane_of)
    if not len(used):
        return lanes
    lane_of_row = np.zeros_like(lanes.lane_of_row)
    lane_of_row[rows] = places
    return Lanes(lanes.grouping, tuple(lanes.lanes[lane] for lane in used.tolist()), lane_of_row)


def strip_scene(
    timeline: Timeline,
    rows: NDArray[np.integer],
    width_px: float,
    viewport: Viewport | None = None,
    grouping: str = "category",
    language: str = "en",
    tallest_px: float | None = None,
    steps: Steps = UNWATCHED,
) -> Scene:
    """Scene of these events alone, with all their lanes; ``viewport`` None fits them.

    With ``tallest_px`` it keeps at least the proportion of ``width_px`` to that: where the lanes need more, both grow.
    Raises ExportCancelledError.
    """
    steps.tell(0.0)
    lanes = used_lanes(make_lanes(timeline, grouping, language), rows)
    steps.check()
    builder = SceneBuilder(timeline, lanes, label_fonts(), language, rows.astype(np.int32))
    viewport = viewport or viewport_of_rows(timeline, rows)
    wanted = width_px * _TALLEST if tallest_px is None else tallest_px

    def built(height_px: float, steps: Steps) -> Scene:
        for share in builder.solve(viewport, width_px, height_px):
            steps.tell(share)
        steps.check()
        return builder.build(viewport, width_px, height_px, chart=None)

    for attempt in range(_TRIES):
        scene = built(wanted, steps.part(1.0 - 0.5**attempt, 1.0 - 0.5 ** (attempt + 1)))
        need = scene.header_px + scene.content_px
        if need <= wanted or tallest_px is None:
            break
        # Everything smaller, so that the same width has room for more lanes: none may be missing on paper.
        width_px, wanted = width_px * need / wanted, need
    return built(need, steps.part(1.0 - 0.5 ** (attempt + 1), 1.0))


def scene_svg(
    scene: Scene, timeline: Timeline, theme: Theme = PRINT, title: str = "", steps: Steps = UNWATCHED
) -> bytes:
    """A scene as SVG; text stays text. Raises ExportCancelledError."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)  # Tiny 1.2, the default, cannot clip
    generator.setOutputDevice(buffer)
    width, height = scene.gutter_px + scene.width_px, scene.height_px
    generator.setSize(QSizeF(width, height).toSize())
    generator.setViewBox(QRectF(0.0, 0.0, width, height))
    generator.setResolution(96)
    generator.setTitle(title)
    painter = QPainter(generator)
    colors = [category.color for category in timeline.head.categories.values()]
    try:
        ScenePainter(theme, colors, vector=True).paint_in_pieces(painter, scene, steps.tell)
    finally:
        painter.end()
    steps.check()
    return bytes(data.data())


def strip_svg(
    timeline: Timeline,
    rows: NDArray[np.integer],
    width_mm: float,
    viewport: Viewport | None = None,
    grouping: str = "category",
    language: str = "en",
    tallest_mm: float | None = None,
) -> bytes:
    """The strip for a page's text width, and no taller than the room that the page has (None: any height)."""
    tallest = tallest_mm * PX_PER_MM if tallest_mm else None
    scene = strip_scene(timeline, rows, width_mm * PX_PER_MM, viewport, grouping, language, tallest)
    return scene_svg(scene, timeline)


def strip_words(timeline: Timeline, rows: NDArray[np.integer], language: str = "en", grouping: str = "category") -> str:
    """Alternative text of a strip: what it shows, in one sentence."""
    span = span_in_words(span_of_rows(timeline, rows), language)
    used = distinct(make_lanes(timeline, grouping, language).lane_of_row[rows])
    words = words_in(language)
    events, lanes = counted(words, "all-events", len(rows)), counted(words, "lanes", len(used))
    return words["strip"].format(events=events, span=span, lanes=lanes)
