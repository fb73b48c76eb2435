"""The overview: the whole time in a strip, with the visible window to drag, resize or put elsewhere by a click."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from timeglass.layout.density import rows_per_column, starts_per_column
from timeglass.layout.scale import Scale
from timeglass.layout.viewport import Viewport
from timeglass.model.navigator import Navigator
from timeglass.paint.overview_painter import BIN_PX, draw_overview
from timeglass.paint.theme import Theme, ink

_HEIGHT_PX: Final = 64
_MARGIN_PX: Final = 10
_HANDLE_PX: Final = 6.0


class _Grip(Enum):
    NONE = 0
    WINDOW = 1
    LEFT = 2
    RIGHT = 3


class Overview(QWidget):
    """Density of the whole timeline; asks the navigator to move."""

    def __init__(self, navigator: Navigator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._theme = theme
        self._grip = _Grip.NONE
        self._held_share = 0.0
        self._moved = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Overview"))
        self.setAccessibleDescription(self.tr("The whole timeline; the arrow keys move the visible window"))
        self.setToolTip(self.tr("Drag the window to move it, its edges to zoom; click to go elsewhere"))
        for signal in (
            navigator.viewport_changed,
            navigator.hits_changed,
            navigator.timeline_changed,
            navigator.hide_others_changed,
        ):
            signal.connect(self.update)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(400, _HEIGHT_PX)

    @property
    def _area(self) -> QRectF:
        return QRectF(_MARGIN_PX, 6.0, max(self.width() - 2 * _MARGIN_PX, 1), self.height() - 12.0)

    @property
    def _scale(self) -> Scale:
        """Scale of the whole: the timeline's span, or the viewport where that is wider."""
        whole = Viewport.over(self._navigator.timeline.span)
        return Scale(whole.fitted(whole.span, 0.01), self._area.width())

    def _window(self) -> tuple[float, float]:
        """Left and right edge of the visible window, in pixels of the area, kept within it."""
        scale, view = self._scale, self._navigator.viewport
        width = self._area.width()
        left = min(max(scale.x(view.start), 0.0), width - 4.0)
        return left, max(min(scale.x(view.end), width), left + 4.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink(self._theme.canvas))
        scale, navigator = self._scale, self._navigator
        count = max(int(scale.width_px // BIN_PX), 1)
        columns = navigator.timeline.columns
        shown = navigator.shown_rows
        density = (
            starts_per_column(columns, scale, count) if shown is None else rows_per_column(columns, shown, scale, count)
        )
        hits = None if navigator.hits is None else rows_per_column(columns, navigator.hits, scale, count)
        draw_overview(painter, self._area, density, hits, self._window(), self._theme)
        if self.hasFocus():
            painter.setPen(ink(self._theme.accent))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))

    def _grip_at(self, x: float) -> _Grip:
        left, right = self._window()
        if abs(x - left) <= _HANDLE_PX and right - left > 3 * _HANDLE_PX:
            return _Grip.LEFT
        if abs(x - right) <= _HANDLE_PX and right - left > 3 * _HANDLE_PX:
            return _Grip.RIGHT
        return _Grip.WINDOW if left <= x <= right else _Grip.NONE

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        x = event.position().x() - _MARGIN_PX
        self._moved = False
        self._grip = self._grip_at(x)
        if self._grip is _Grip.NONE:
            self._grip = _Grip.WINDOW
            self._held_share = 0.5
            self._drag_to(x)
        else:
            left, right = self._window()
            self._held_share = (x - left) / (right - left)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x() - _MARGIN_PX
        if self._grip is not _Grip.NONE:
            self._drag_to(x)
            return
        grip = self._grip_at(x)
        edge = grip in (_Grip.LEFT, _Grip.RIGHT)
        self.setCursor(
            Qt.CursorShape.SizeHorCursor
            if edge
            else Qt.CursorShape.OpenHandCursor
            if grip is _Grip.WINDOW
            else Qt.CursorShape.ArrowCursor
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = _Grip.NONE

    def _drag_to(self, x: float) -> None:
        scale, view = self._scale, self._navigator.viewport
        if not self._moved:
            self._moved = True
            self._navigator.remember()
        at = scale.time(x)
        least = min(3 * _HANDLE_PX * scale.seconds_per_px, view.length)  # the edges never cross
        if self._grip is _Grip.WINDOW:
            target = Viewport.of(at, -self._held_share * view.length, view.length)
        elif self._grip is _Grip.LEFT:
            length = max(float(view.end - at), least)
            target = Viewport.of(view.end, -length, length)
        else:
            target = Viewport.of(view.start, view.fraction, max(float(at - view.start), least))
        self._navigator.set_viewport(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -0.1, Qt.Key.Key_Right: 0.1, Qt.Key.Key_PageUp: -1.0, Qt.Key.Key_PageDown: 1.0}
        share = steps.get(Qt.Key(event.key()))
        if share is None:
            super().keyPressEvent(event)
            return
        self._navigator.set_viewport(self._navigator.viewport.panned(share))
