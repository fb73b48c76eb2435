"""One page on its ground: fitted, or larger and moved about with bars, wheel or hand."""

import math

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

_MARGIN = 12
_SHADOW = 2
_ROUNDED = 2
"""Pixels that a picture may differ from its page by rounding."""


class PageCanvas(QAbstractScrollArea):
    """Shows a picture of a page at the size of the page; while the picture is coarser, it is stretched.

    ``zoom_requested`` says by how many steps; ``turn_requested`` by how many pages, where a
    wheel has no more to scroll.
    """

    zoom_requested = Signal(int)
    turn_requested = Signal(int)
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMinimumSize(240, 240)
        self.viewport().setBackgroundRole(QPalette.ColorRole.AlternateBase)
        self._image = QImage()
        self._page = QSize()
        self._grabbed: QPoint | None = None
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(24)

    @property
    def room(self) -> QSize:
        """What a page may take without bars, in logical pixels."""
        return self.maximumViewportSize() - QSize(2 * _MARGIN, 2 * _MARGIN)

    @property
    def image(self) -> QImage:
        """The picture that is shown."""
        return self._image

    def show_page(self, image: QImage, size: QSize) -> None:
        """Show a picture of a page that is to take ``size`` logical pixels."""
        self._image = image
        self.set_page_size(size)

    def set_page_size(self, size: QSize) -> None:
        """Show the present page at another size, about the middle of what is seen."""
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        shares = [(bar.value() + bar.pageStep() / 2) / (bar.maximum() + bar.pageStep() or 1) for bar in bars]
        changed = size != self._page
        self._page = size
        self._set_bars()
        if changed:
            for bar, share in zip(bars, shares, strict=True):
                bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))
        self.viewport().update()

    def _set_bars(self) -> None:
        room = self.viewport().size()
        for bar, page, seen in (
            (self.horizontalScrollBar(), self._page.width(), room.width()),
            (self.verticalScrollBar(), self._page.height(), room.height()),
        ):
            bar.setPageStep(seen)
            bar.setRange(0, max(page + 2 * _MARGIN - seen, 0))

    def _place(self) -> QRect:
        room = self.viewport().size()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        x = _MARGIN - across.value() if across.maximum() else (room.width() - self._page.width()) // 2
        y = _MARGIN - down.value() if down.maximum() else (room.height() - self._page.height()) // 2
        return QRect(QPoint(x, y), self._page)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self.palette().color(QPalette.ColorRole.AlternateBase))
        if self._page.isEmpty() or self._image.isNull():
            return
        place = self._place()
        painter.fillRect(place.translated(_SHADOW, _SHADOW), QColor(0, 0, 0, 40))
        painter.fillRect(place, QColor("white"))
        self._draw(painter, place)
        painter.setPen(self.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5))

    def _draw(self, painter: QPainter, place: QRect) -> None:
        factor = self.devicePixelRatioF()
        wide, high = place.width() * factor, place.height() * factor
        if abs(self._image.width() - wide) <= _ROUNDED and abs(self._image.height() - high) <= _ROUNDED:
            # Drawn for just this size: scaled by the pixel that rounding made of it, it would lose a line of some text.
            image = QImage(self._image)
            image.setDevicePixelRatio(factor)
            painter.drawImage(place.topLeft(), image, QRect(0, 0, math.ceil(wide), math.ceil(high)))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(place, self._image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_bars()
        self.resized.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        bar = self.verticalScrollBar()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if turned > 0 else -1)
        elif turned > 0 and bar.value() == bar.minimum():
            self.turn_requested.emit(-1)
        elif turned < 0 and bar.value() == bar.maximum():
            self.turn_requested.emit(1)
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grabbed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is not None:
            moved = event.position().toPoint() - self._grabbed
            self._grabbed = event.position().toPoint()
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - moved.x())
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() - moved.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grabbed = None
