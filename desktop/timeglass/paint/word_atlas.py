"""Words on the timeline: drawn once into shared pixmaps and copied from there, far cheaper than setting them again."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPixmap

from timeglass.paint.sprites import Texts, blank
from timeglass.paint.theme import ink

PAGE_PX: Final = (2048, 64)
"""Size of a shared pixmap in logical pixels; what is wider is set anew each time."""
SMALL_PAGE_PX: Final = (1024, 32)
"""The same where there are few words, and short ones: less to clear before the first frame."""
_MOST_BYTES: Final = 24_000_000
_LEAST_PAGES: Final = 12
_EDGE_PX: Final = 1.0
"""Letters may reach out of their advance by so much."""

Word = tuple[float, float, str]
"""x of its left edge, y of its top, and the wording."""


class Words(Protocol):
    """Draws words of one font and colour."""

    def lacking(self, wordings: Iterable[str]) -> list[str]:
        """Those of some wordings that would have to be prepared first, each once."""

    def add(self, wordings: Iterable[str]) -> None:
        """Prepare wordings."""

    def width(self, wording: str) -> float:
        """Width of a wording in logical pixels."""

    def draw(self, painter: QPainter, words: Iterable[Word]) -> None:
        """Draw words, prepared or not."""

    def show(self, painter: QPainter, words: Sequence[Word]) -> None:
        """Prepare and draw words."""


class _Place(NamedTuple):
    """Where a wording stands in a page."""

    page: QPixmap
    source: QRectF
    width_px: float


class WordAtlas:
    """Words for a raster of one scale factor; the oldest give way to new ones, page by page."""

    def __init__(self, font: QFont, color: str, scale_factor: float, page_px: tuple[int, int] = PAGE_PX) -> None:
        self._page_px = page_px
        metrics = QFontMetricsF(font)
        self._font = font
        self._color = color
        self._factor = scale_factor
        self._ascent = round(metrics.ascent() * scale_factor) / scale_factor
        self._line = ceil(metrics.ascent()) + ceil(metrics.descent())
        self._advance = metrics.horizontalAdvance
        page_bytes = 4 * page_px[0] * page_px[1] * scale_factor * scale_factor
        self._most_pages = max(_LEAST_PAGES, int(_MOST_BYTES / page_bytes))
        self._pages: list[tuple[QPixmap, list[str]]] = []
        self._places: dict[str, _Place] = {}
        self._x, self._y = 0.0, float(page_px[1])

    def lacking(self, wordings: Iterable[str]) -> list[str]:
        """Those of some wordings that were not drawn before, each once."""
        places = self._places
        return [wording for wording in dict.fromkeys(wordings) if wording not in places]

    def add(self, wordings: Iterable[str]) -> None:
        """Draw wordings that are lacking, to be copied from now on."""
        painter = None
        for wording in wordings:
            advance = self._advance(wording)
            width = ceil(advance + 2 * _EDGE_PX)
            if width > self._page_px[0]:
                continue
            if self._x + width > self._page_px[0]:
                self._x, self._y = 0.0, self._y + self._line
            if self._y + self._line > self._page_px[1] and painter is not None:
                painter.end()
                painter = None
            if painter is None:
                painter = self._open()
            painter.drawText(QPointF(self._x + _EDGE_PX, self._y + self._ascent), wording)
            page, held = self._pages[-1]
            factor = self._factor
            source = QRectF(self._x * factor, self._y * factor, width * factor, self._line * factor)
            self._places[wording] = _Place(page, source, advance)
            held.append(wording)
            self._x += width
        if painter is not None:
            painter.end()

    def width(self, wording: str) -> float:
        """Width of a wording in logical pixels."""
        place = self._places.get(wording)
        return self._advance(wording) if place is None else place.width_px

    def draw(self, painter: QPainter, words: Iterable[Word]) -> None:
        """Draw words at whole device pixels; what was not added, or is too wide, is set anew."""
        factor, places, draw = self._factor, self._places, painter.drawPixmap
        for x, y, wording in words:
            place = places.get(wording)
            if place is None:
                painter.setFont(self._font)
                painter.setPen(ink(self._color))
                painter.drawText(QPointF(x, y + self._ascent), wording)
            elif factor == 1.0:  # the painter itself takes the nearest pixel
                draw(QPointF(x - _EDGE_PX, y), place.page, place.source)
            else:
                at = QPointF(round((x - _EDGE_PX) * factor) / factor, round(y * factor) / factor)
                draw(at, place.page, place.source)

    def show(self, painter: QPainter, words: Sequence[Word]) -> None:
        """Prepare and draw words."""
        lacking = self.lacking(wording for _, _, wording in words)
        if lacking:
            self.add(lacking)
        self.draw(painter, words)

    def _open(self) -> QPainter:
        """A painter on the last page, or on a new one if that is full."""
        if self._y + self._line > self._page_px[1]:
            if len(self._pages) >= self._most_pages:
                page, held = self._pages.pop(0)
                page.fill(Qt.GlobalColor.transparent)
                for wording in held:
                    del self._places[wording]
                held.clear()
            else:
                page, held = blank(*self._page_px, self._factor), []
            self._pages.append((page, held))
            self._x = self._y = 0.0
        painter = QPainter(self._pages[-1][0])
        painter.setFont(self._font)
        painter.setPen(ink(self._color))
        return painter


class SetWords:
    """Words for devices that are no raster (PDF, SVG): they stay text."""

    def __init__(self, font: QFont, color: str) -> None:
        self._texts = Texts(font)
        self._color = color
        self.width = QFontMetricsF(font).horizontalAdvance

    def lacking(self, wordings: Iterable[str]) -> list[str]:
        """None: words need no preparation here."""
        return []

    def add(self, wordings: Iterable[str]) -> None:
        """Nothing is kept."""

    def draw(self, painter: QPainter, words: Iterable[Word]) -> None:
        """Set words."""
        painter.setFont(self._texts.font)
        painter.setPen(ink(self._color))
        for x, y, wording in words:
            painter.drawStaticText(QPointF(x, y), self._texts[wording])

    def show(self, painter: QPainter, words: Sequence[Word]) -> None:
        """Set words."""
        self.draw(painter, words)


def words(font: QFont, color: str, scale_factor: float, vector: bool, page_px: tuple[int, int] = PAGE_PX) -> Words:
    """What draws words on a raster, or on a device that keeps them as text."""
    return SetWords(font, color) if vector else WordAtlas(font, color, scale_factor, page_px)
