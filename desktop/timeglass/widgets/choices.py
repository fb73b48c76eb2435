"""Check boxes, radio buttons and drop-down lists, drawn so that they are seen on light and dark ground alike."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QRadioButton, QWidget

_SIDE: Final = 16.0
_GAP: Final = 8


def _paint_words(button: QAbstractButton, painter: QPainter) -> None:
    palette = button.palette()
    painter.setPen(palette.color(QPalette.ColorRole.WindowText))
    room = button.rect().adjusted(round(_SIDE) + _GAP, 0, 0, 0)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), button.text())
    if button.hasFocus():
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Accent), 1, Qt.PenStyle.DotLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        words = QRectF(painter.boundingRect(room, int(Qt.AlignmentFlag.AlignVCenter.value), button.text()))
        painter.drawRoundedRect(words.adjusted(-4, -2, 4, 2), 3, 3)


def _sign(button: QAbstractButton, painter: QPainter) -> QRectF:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    palette = button.palette()
    box = QRectF(0.75, (button.height() - _SIDE) / 2 + 0.75, _SIDE - 1.5, _SIDE - 1.5)
    checked = button.isChecked()
    color = palette.color(QPalette.ColorRole.Accent if checked else QPalette.ColorRole.Dark)
    painter.setPen(QPen(color, 1.2))
    painter.setBrush(color if checked else Qt.BrushStyle.NoBrush)
    return box


def _size(button: QAbstractButton) -> QSize:
    metrics = button.fontMetrics()
    return QSize(round(_SIDE) + _GAP + metrics.horizontalAdvance(button.text()) + 8, max(24, metrics.height() + 6))


class Tick(QCheckBox):
    """A check box."""

    def sizeHint(self) -> QSize:
        return _size(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = _sign(self, painter)
        painter.drawRoundedRect(box, 3.5, 3.5)
        if self.isChecked():
            pen = QPen(self.palette().color(QPalette.ColorRole.HighlightedText), 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            corner = box.topLeft()
            points = ((3.4, 7.6), (6.2, 10.4), (11.2, 4.4))
            painter.drawPolyline(QPolygonF([corner + QPointF(x, y) for x, y in points]))
        _paint_words(self, painter)


class Option(QRadioButton):
    """One of several."""

    def sizeHint(self) -> QSize:
        return _size(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = _sign(self, painter)
        painter.drawEllipse(box)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.HighlightedText))
            painter.drawEllipse(box.center(), 3.0, 3.0)
        _paint_words(self, painter)


class Choice(QComboBox):
    """A drop-down list with its arrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self.palette().color(QPalette.ColorRole.PlaceholderText), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        x, y = self.width() - 16.0, self.height() / 2
        painter.drawPolyline(QPolygonF([QPointF(x - 4, y - 2), QPointF(x, y + 2), QPointF(x + 4, y - 2)]))
