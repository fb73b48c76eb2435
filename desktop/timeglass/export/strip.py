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
from timeglass.layout.build import SceneBuilder
from timeglass.layout.lanes import make_lanes
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport
from timeglass.paint.fonts import label_fonts
from timeglass.paint.scene_painter import ScenePainter
from timeglass.paint.theme import PRINT, Theme

PX_PER_MM: Final = 4.9
"""At this scale a label of 13 px is set in 7.5 pt."""
_TALLEST: Final = 1.15
"""A strip is at most this many times as high as it is wide."""


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


def strip_scene(
    timeline: Timeline,
    rows: NDArray[np.integer],
    width_px: float,
    viewport: Viewport | None = None,
    grouping: str = "category",
    language: str = "en",
) -> Scene:
    """Scene of these events alone, as high as they need; ``viewport`` None fits them."""
    builder = SceneBuilder(
        timeline, make_lanes(timeline, grouping, language), label_fonts(), language, rows.astype(np.int32)
    )
    if viewport is None:
        span = span_of_rows(timeline, rows)
        viewport = Viewport.over(span).fitted(span, 0.02)
    tall = builder.build(viewport, width_px, width_px * _TALLEST, chart=None)
    height = min(tall.header_px + tall.content_px, width_px * _TALLEST)
    return builder.build(viewport, width_px, height, chart=None)


def scene_svg(scene: Scene, timeline: Timeline, theme: Theme = PRINT, title: str = "") -> bytes:
    """A scene as SVG; text stays text."""
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
    ScenePainter(theme, colors, vector=True).paint(painter, scene)
    painter.end()
    return bytes(data.data())


def strip_svg(
    timeline: Timeline,
    rows: NDArray[np.integer],
    width_mm: float,
    viewport: Viewport | None = None,
    grouping: str = "category",
    language: str = "en",
) -> bytes:
    """The strip for a page's text width."""
    return scene_svg(strip_scene(timeline, rows, width_mm * PX_PER_MM, viewport, grouping, language), timeline)


def strip_words(timeline: Timeline, rows: NDArray[np.integer], language: str = "en") -> str:
    """Alternative text of a strip: what it shows, in one sentence."""
    span = span_in_words(span_of_rows(timeline, rows), language)
    names = [category.label or category.id for category in timeline.head.categories.values()]
    lanes = f", in {len(names)} lanes by category" if len(names) > 1 else ""
    return f"Timeline of {len(rows)} events, {span}{lanes}."
