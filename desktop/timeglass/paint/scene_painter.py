"""Draw a scene in passes. The same painter serves screen, overview, PDF strip, SVG, PNG and reference pictures."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import lru_cache
from math import ceil
from typing import Final, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeglass.layout.arcs import Arc
from timeglass.layout.chart_hit import ChartFocus
from timeglass.layout.scene import Box, Cluster, Echo, Scene
from timeglass.layout.slots import MARK_PX
from timeglass.paint.arc_painter import draw_arcs
from timeglass.paint.bars import BarInk
from timeglass.paint.fonts import LABEL_PX, TINY_PX, font
from timeglass.paint.gutter_painter import GutterPainter
from timeglass.paint.header_painter import HeaderPainter
from timeglass.paint.series_painter import SeriesPainter
from timeglass.paint.shapes import Manner, manner_of
from timeglass.paint.sprites import Sprites, Texts
from timeglass.paint.theme import Theme, category_color, category_text_color, ink
from timeglass.paint.word_atlas import SMALL_PAGE_PX, Words, words
from timeglass.paint.word_marks import Stretches, WordMarks

_LABEL_TOP_PX: Final = 2.0
"""From a box's top to that of its label."""
_WITHOUT_END: Final = 1_000_000
"""Words that no frame has."""
_ECHO_MARK_PX: Final = 3.0
_PIECE: Final = 256
"""So many boxes or clusters are drawn between two tellings."""
_BAND_PX: Final = 2_000
"""So high is what is filled between two tellings."""
T = TypeVar("T")
_DIMMED: Final = 0.28
"""Opacity of the marks of what a search did not find; its labels are muted, but can still be read."""


class Highlights(msgspec.Struct, frozen=True):
    """What stands out in a frame: rows, or -1 and empty for nothing. ``hits`` is a mask over all rows, or None."""

    selected: frozenset[int] = frozenset()
    current: int = -1
    hovered: int = -1
    hits: NDArray[np.bool_] | None = None
    cluster_hits: Sequence[int] = ()
    """For each of the scene's clusters how many hits it folds; empty where nothing is searched."""
    cluster: int = -1
    """Which of the scene's clusters folds the current event."""
    arcs: tuple[Arc, ...] = ()
    """Relations of the current event."""
    focus: bool = False
    changed: frozenset[int] = frozenset()
    """Rows that were added or altered just now."""
    stretches: Stretches | None = None
    """Where in a label the words of the search stand; None where nothing is searched."""
    chart: ChartFocus | None = None
    """What the pointer means in a chart."""


_NOTHING: Final = Highlights()


class ScenePainter:
    """Paints scenes in one theme at one scale factor; keeps prepared texts and marks between frames.

    ``colors`` are the file's own category colours ("" where the theme's is to be taken), in lane order. ``vector`` is
    for devices that are no raster: marks are then drawn as paths.
    """

    def __init__(
        self, theme: Theme, colors: Sequence[str] = (), scale_factor: float = 1.0, vector: bool = False
    ) -> None:
        self.theme = theme
        self._colors = [category_color(theme, index, color) for index, color in enumerate(colors)]
        self._text_colors = [category_text_color(theme, index, color) for index, color in enumerate(colors)]
        self._plain = words(font(LABEL_PX), theme.text, scale_factor, vector)
        self._bold = words(font(LABEL_PX, bold=True), theme.text, scale_factor, vector)
        self._dim_plain = words(font(LABEL_PX), theme.muted, scale_factor, vector)
        self._dim_bold = words(font(LABEL_PX, bold=True), theme.muted, scale_factor, vector)
        self._counts = words(font(TINY_PX, tabular=True), theme.muted, scale_factor, vector, SMALL_PAGE_PX)
        self._tiny = Texts(font(TINY_PX, tabular=True))
        self._sprites = Sprites(theme.canvas, scale_factor, vector)
        self._fresh = 0
        self._header = HeaderPainter(theme, scale_factor, vector)
        self._gutter = GutterPainter(theme, scale_factor, vector)
        self._word_marks = WordMarks(theme)
        self._series = SeriesPainter(theme, self._sprites, scale_factor, vector)

    def color(self, category: int) -> str:
        """Mark colour of a category index."""
        return self._colors[category] if 0 <= category < len(self._colors) else self.theme.muted

    def _text_color(self, category: int) -> str:
        return self._text_colors[category] if 0 <= category < len(self._text_colors) else self.theme.muted

    def paint(
        self, painter: QPainter, scene: Scene, highlights: Highlights = _NOTHING, fresh: int | None = None
    ) -> bool:
        """Draw a whole scene with its top left corner at the painter's origin.

        At most ``fresh`` labels that were never drawn before are prepared (None: all of them); the others are left
        out, and False is returned: paint again, and some more will stand. So a frame's cost is bounded even where a
        jump brings hundreds of new labels.
        """
        self._fresh = _WITHOUT_END if fresh is None else fresh
        painter.fillRect(QRectF(0.0, 0.0, scene.gutter_px + scene.width_px, scene.height_px), ink(self.theme.canvas))
        self._begin(painter, scene)
        found, rest = _split(scene.boxes, highlights.hits)
        if rest:
            self._boxes(painter, rest, highlights, scene.width_px, dimmed=True)
        self._boxes(painter, found, highlights, scene.width_px)
        if highlights.stretches is not None:
            self._word_marks.draw(painter, found, highlights.stretches)
        self._clusters(painter, scene.clusters, highlights)
        self._echoes(painter, scene.echoes, highlights)
        draw_arcs(painter, highlights.arcs, self.theme)
        self._end(painter, scene, highlights.chart)
        return self._fresh >= 0

    def paint_in_pieces(self, painter: QPainter, scene: Scene, tell: Callable[[float], None]) -> None:
        """Draw a scene in which nothing stands out, however large it is.

        ``tell`` is told the share that is drawn, and may raise to give it up.
        """
        self._fresh = _WITHOUT_END
        whole = scene.gutter_px + scene.width_px
        for top in range(0, ceil(scene.height_px), _BAND_PX):
            tell(0.0)
            band = QRectF(0.0, top, whole, min(scene.height_px - top, _BAND_PX))
            painter.fillRect(band, ink(self.theme.canvas))
        self._begin(painter, scene)
        count, drawn = len(scene.boxes) + len(scene.clusters) + len(scene.echoes), 0
        try:
            for boxes in _pieces(scene.boxes):
                self._boxes(painter, boxes, _NOTHING, scene.width_px)
                drawn += len(boxes)
                tell(drawn / count)
            for clusters in _pieces(scene.clusters):
                self._clusters(painter, clusters, _NOTHING)
                drawn += len(clusters)
                tell(drawn / count)
            for echoes in _pieces(scene.echoes):
                self._echoes(painter, echoes, _NOTHING)
                drawn += len(echoes)
                tell(drawn / count)
        except BaseException:  # whoever gives up finds the painter as it was
            painter.restore()
            painter.restore()
            raise
        self._end(painter, scene, None)

    def _begin(self, painter: QPainter, scene: Scene) -> None:
        """Draw what lies below all events; leaves the painter to them: in the plot, clipped to its body."""
        self._gutter.paint(painter, scene, self._text_color)
        painter.save()
        painter.translate(scene.gutter_px, 0.0)
        painter.save()
        painter.setClipRect(QRectF(0.0, scene.header_px, scene.width_px, scene.body_bottom_px - scene.header_px))
        self._ground(painter, scene)

    def _end(self, painter: QPainter, scene: Scene, chart: ChartFocus | None) -> None:
        """Draw what lies beside and above all events."""
        painter.restore()
        self._series.paint(painter, scene, chart)
        self._header.paint(painter, scene)
        if scene.today_x_px is not None:
            x = round(scene.today_x_px)
            height = scene.body_bottom_px - scene.header_px
            painter.fillRect(QRectF(x, scene.header_px, 1.0, height), ink(self.theme.today, 0.7))
        painter.restore()

    def prepare(self, scene: Scene) -> None:
        """Prepare a scene's labels ahead of time."""
        for texts, bold in ((self._plain, False), (self._bold, True)):
            texts.add(texts.lacking(box.label for box in scene.boxes if box.label and box.bold is bold))

    def _prepared(self, texts: Words, wordings: Iterable[str]) -> Container[str]:
        """Prepare what may be prepared in this frame; returns what is to be left out."""
        lacking = texts.lacking(wordings)
        if not lacking:
            return ()
        texts.add(lacking[: max(self._fresh, 0)])
        late = lacking[max(self._fresh, 0) :]
        self._fresh = -1 if late else self._fresh - len(lacking)
        return frozenset(late)

    def _ground(self, painter: QPainter, scene: Scene) -> None:
        grid, line = ink(self.theme.grid), ink(self.theme.line)
        top, height = scene.header_px, scene.body_bottom_px - scene.header_px
        for tick in scene.ticks.ticks:
            painter.fillRect(QRectF(round(scene.scale.x(tick.at)), top, 1.0, height), grid)
        for strip in scene.lanes[1:] if scene.scroll_px == 0.0 else scene.lanes:
            painter.fillRect(QRectF(0.0, round(strip.y_px), scene.width_px, 1.0), line)

    def _boxes(
        self, painter: QPainter, boxes: Sequence[Box], highlights: Highlights, plot_px: float, dimmed: bool = False
    ) -> None:
        painter.setOpacity(_DIMMED if dimmed else 1.0)
        selected, current, hovered = highlights.selected, highlights.current, highlights.hovered
        for box in boxes:
            if box.row in highlights.changed:
                self._frame(painter, box, False, True, self.theme.hit)
            elif box.row in selected or box.row in (current, hovered):
                self._frame(painter, box, box.row in selected, box.row == current and highlights.focus)
        draw_mark, bars = self._sprites.draw, BarInk(painter, self.theme, plot_px)
        for box in boxes:
            if box.is_bar:
                bars.add(box, self.color(box.category))
        bars.finish()
        for box in boxes:
            if not box.is_bar:
                color, middle = self.color(box.category), box.y_px + box.height_px / 2.0
                draw_mark(painter, box.x0_px, middle, box.category, manner_of(box.flags), color, MARK_PX)
        painter.setOpacity(1.0)
        plain, strong = (self._dim_plain, self._dim_bold) if dimmed else (self._plain, self._bold)
        for texts, bold in ((plain, False), (strong, True)):
            labelled = [box for box in boxes if box.label and box.bold is bold]
            late = self._prepared(texts, [box.label for box in labelled])
            texts.draw(
                painter,
                [(box.label_x_px, box.y_px + _LABEL_TOP_PX, box.label) for box in labelled if box.label not in late],
            )

    def _frame(self, painter: QPainter, box: Box, selected: bool, focused: bool, line: str = "") -> None:
        left = min(box.x0_px - MARK_PX - 3.0, box.label_x_px - 4.0 if box.label else box.x0_px)
        right = max(box.label_x_px + box.label_width_px, box.x1_px if box.is_bar else box.x0_px + MARK_PX) + 5.0
        left, right = max(left, -20.0), min(right, 1e5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(ink(line or self.theme.accent) if selected or focused else Qt.PenStyle.NoPen)
        painter.setBrush(ink(line, 0.25) if line else ink(self.theme.selection if selected else self.theme.sunken))
        painter.drawRoundedRect(QRectF(left, box.y_px + 0.5, right - left, box.height_px - 1.0), 4.0, 4.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _clusters(self, painter: QPainter, clusters: Sequence[Cluster], highlights: Highlights) -> None:
        """Clusters as dashes whose strength tells their size, with a count; lone events as small marks."""
        hits, marked = highlights.cluster_hits, highlights.selected | highlights.changed
        dashes: dict[tuple[str, float], list[QRectF]] = {}
        for place, cluster in enumerate(clusters):
            missed = bool(hits) and not hits[place]
            color = self.color(cluster.category)
            middle = cluster.y_px + cluster.height_px - 4.0
            if cluster.row >= 0:
                painter.setOpacity(_DIMMED if missed else 1.0)
                if cluster.row in marked or place == highlights.cluster:
                    self._ring(painter, QRectF(cluster.x0_px - 6.0, middle - 6.0, 12.0, 12.0))
                self._sprites.draw(painter, cluster.x0_px, middle, cluster.category, manner_of(0), color, 2.6)
                continue
            if place == highlights.cluster:
                around = QRectF(cluster.x0_px - 1.0, cluster.y_px - 2.0, cluster.x1_px - cluster.x0_px + 2.0, 16.0)
                self._ring(painter, around)
            strength = 0.15 if missed else min(0.9, 0.4 + 0.16 * len(str(cluster.count)))
            dash = QRectF(cluster.x0_px + 1.5, middle - 1.0, cluster.x1_px - cluster.x0_px - 3.0, 4.0)
            found = bool(hits) and not missed
            dashes.setdefault((self.theme.hit if found else color, round(strength, 2)), []).append(dash)
        painter.setOpacity(1.0)
        painter.setPen(Qt.PenStyle.NoPen)
        for (color, strength), rects in dashes.items():
            painter.setBrush(ink(color, strength))
            painter.drawRects(rects)
        counts = [(short_count(one.count), one) for one in clusters if one.row < 0]
        late = self._prepared(self._counts, [wording for wording, _ in counts])
        width = self._counts.width
        self._counts.draw(
            painter,
            [
                ((one.x0_px + one.x1_px - width(wording)) / 2.0, one.y_px - 3.5, wording)
                for wording, one in counts
                if wording not in late
            ],
        )

    def _echoes(self, painter: QPainter, echoes: Sequence[Echo], highlights: Highlights) -> None:
        """Small hollow marks of events that stand in another lane; where they are several, with a line below."""
        hits, marked = highlights.hits, highlights.selected | highlights.changed
        for echo in echoes:
            color, middle = self.color(echo.category), echo.y_px + echo.height_px / 2.0 - 1.0
            painter.setOpacity(1.0 if hits is None or hits[echo.row] else _DIMMED)
            if echo.row in marked or echo.row in (highlights.current, highlights.hovered):
                self._ring(painter, QRectF(echo.x_px - 6.0, middle - 6.0, 12.0, 12.0))
            self._sprites.draw(painter, echo.x_px, middle, echo.category, Manner.HOLLOW, color, _ECHO_MARK_PX)
            if echo.count > 1:
                painter.fillRect(QRectF(echo.x_px - 5.0, middle + 4.5, 10.0, 1.5), ink(color))
        painter.setOpacity(1.0)

    def _ring(self, painter: QPainter, around: QRectF) -> None:
        """Outline of what is selected among the folded."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(ink(self.theme.accent), 1.4))
        painter.setBrush(ink(self.theme.selection))
        painter.drawRoundedRect(around, 6.0, 6.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


@lru_cache(maxsize=4096)
def short_count(count: int) -> str:
    """A count in at most four characters: 7, 231, 1.2k, 45k, 3M."""
    for size, letter in ((1_000_000, "M"), (1_000, "k")):
        share = count / size
        if share >= 0.9995:  # 999,500 would be a thousand thousands
            return f"{share:.1f}{letter}" if share < 9.95 else f"{share:.0f}{letter}"
    return str(count)


def _pieces(things: Sequence[T]) -> Iterator[Sequence[T]]:
    """Some things, few at a time."""
    return (things[start : start + _PIECE] for start in range(0, len(things), _PIECE))


def _split(boxes: Sequence[Box], hits: NDArray[np.bool_] | None) -> tuple[Sequence[Box], Sequence[Box]]:
    """Boxes that a search found, and the others; without a search all are found."""
    if hits is None:
        return boxes, ()
    return [box for box in boxes if hits[box.row]], [box for box in boxes if not hits[box.row]]
