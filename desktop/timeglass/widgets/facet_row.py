"""One value of a facet: mark, name, share as a bar, count. Click adds it to the search, Ctrl-click excludes it."""

from typing import cast

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from timeglass.model.facets import FacetValue
from timeglass.paint.shapes import Manner, draw_mark
from timeglass.paint.theme import Theme, ink
from timeglass.widgets import icons, style
from timeglass.widgets.counted import number
from timeglass.widgets.elided_label import elided
from timeglass.widgets.plain_text import plain_tip

HEIGHT_PX = 26
_SIDE_PX, _END_PX = 24, 18
_BAR_PX = 64


class _Line(QAbstractButton):
    """A line of the panel: Tab goes from heading to heading, Up and Down from line to line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            panel = cast(QWidget, self.parentWidget())
            lines = [line for line in panel.findChildren(_Line) if line.isVisible()]
            place = lines.index(self) + (1 if event.key() == Qt.Key.Key_Down else -1)
            if 0 <= place < len(lines):
                lines[place].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)


class FacetHeading(_Line):
    """Name of a facet in small capitals, with the sign that tells whether it is folded."""

    def __init__(self, words: str, folded: bool, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._folded = folded
        self.setText(words.upper())
        self.setFont(style.font(style.SMALL, 600, spaced=True))
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT_PX)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        lively = self.underMouse() or self.hasFocus()
        color = self._theme.text if lively else self._theme.muted
        painter.setPen(ink(color))
        room = self.rect().adjusted(_SIDE_PX, 0, -_END_PX, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        sign = icons.pixmap("right" if self._folded else "down", color, 10, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(room.right() - 9.0, self.height() / 2 - 5.0), sign)


class FacetRow(_Line):
    """Paints itself. ``state`` is 1 where the query asks for the value, -1 where it excludes it.

    ``most`` is the largest count of the facet; ``bar`` shows the share of it.
    """

    chosen = Signal(bool)
    """Clicked; True if the value is to be excluded."""

    def __init__(
        self,
        field: str,
        value: FacetValue,
        state: int,
        color: str,
        most: int,
        bar: bool,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.key = field, value.value
        self._state = state
        self._value = value
        self._color = color
        self._most = most
        self._share = value.count / most if bar and most else -1.0
        self._theme = theme
        self.setFont(style.font(style.NORMAL + 1, 600 if state else 400, tabular=True))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        states = {0: "", 1: self.tr("asked for"), -1: self.tr("excluded")}
        self.setAccessibleName(f"{value.label}: {number(value.count)} {states[state]}".strip())

    @property
    def value(self) -> FacetValue:
        """The value shown."""
        return self._value

    def sizeHint(self) -> QSize:
        return QSize(200, HEIGHT_PX)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()) and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        if not self.toolTip():  # most rows are never pointed at
            hint = self.tr("Click to search in it, Ctrl+click to exclude it")
            self.setToolTip(plain_tip(f"{self._value.label} ({number(self._value.count)})\n{hint}"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, value = self._theme, self._value
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        inner = QRectF(self.rect()).adjusted(_SIDE_PX - 8, 1, 8 - _END_PX, -1)
        if self.underMouse() or self.hasFocus() or self._state:
            painter.setBrush(ink(theme.selection if self._state else theme.sunken))
            painter.drawRoundedRect(inner, 5, 5)
        left, middle, right = float(_SIDE_PX), self.height() / 2, float(self.width() - _END_PX)
        if self._color:
            painter.save()
            painter.translate(QPointF(left + 8, middle))
            draw_mark(painter, value.category, Manner.SOLID, QColor(self._color), ink(theme.panel), 4.6)
            painter.restore()
            left += 24
        count = number(value.count)
        metrics = self.fontMetrics()
        # Room for the largest count of the facet, so that bars stand one under another.
        widest = number(self._most) if self._share >= 0 else count
        count_left = right - max(metrics.horizontalAdvance(widest), 18)
        label_right = count_left - 8
        if self._share >= 0:
            bar_px = min(_BAR_PX, max((label_right - left) * 0.25, 16.0))
            label_right -= bar_px + 8
            self._paint_bar(painter, label_right + 8, middle, bar_px)
        painter.setPen(ink(theme.text if value.count or self._state else theme.muted))
        text = elided(value.label, metrics, int(label_right - left))
        middle_left = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QRectF(left, 0, label_right - left, self.height()), middle_left, text)
        if self._state < 0:
            width = min(float(metrics.horizontalAdvance(text)), label_right - left)
            painter.fillRect(QRectF(left, middle, width, 1.4), ink(theme.text))
        painter.setPen(ink(theme.muted))
        middle_right = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(QRectF(count_left, 0, right - count_left, self.height()), middle_right, count)

    def _paint_bar(self, painter: QPainter, left: float, middle: float, whole_px: float) -> None:
        painter.setBrush(ink(self._theme.line))
        width = max(self._share * whole_px, 5.0 if self._value.count else 0.0)
        painter.drawRoundedRect(QRectF(left, middle - 2.5, width, 5), 2.5, 2.5)
