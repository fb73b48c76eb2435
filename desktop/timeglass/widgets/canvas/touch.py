"""Fingers on the timeline: one pans, two zoom about their middle; a tap selects, two taps open, a long one asks."""

from collections.abc import Sequence
from math import hypot
from typing import Final, Protocol

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPointF, QTimer
from PySide6.QtGui import QEventPoint, QGuiApplication, QTouchEvent

from timeglass.layout.scene import Scene
from timeglass.model.navigator import Navigator
from timeglass.widgets.canvas.motion import Motion
from timeglass.widgets.canvas.panning import Panning

_SLOP_PX: Final = 12.0
"""A finger that moves less than this is a tap."""
_TWICE_PX: Final = 36.0
"""Two taps this close to one another are a double tap."""
_LEAST_APART_PX: Final = 24.0
"""Fingers closer than this are no measure of a scale."""
_Kind = QEvent.Type


class Touched(Protocol):
    """What fingers need of the view."""

    def scene(self) -> Scene: ...
    def plot_x(self, x: float) -> float: ...
    def scroll_lanes(self, by_px: float) -> bool: ...
    def hold(self, at: QPointF | None) -> None: ...
    def tap(self, at: QPointF) -> None: ...
    def open_at(self, x: float, y: float) -> None: ...
    def ask(self, at: QPointF) -> None: ...


class Touch(QObject):
    """Turns touch events into wishes to the navigator and the view."""

    def __init__(self, view: Touched, navigator: Navigator, motion: Motion, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._navigator = navigator
        self._panning = Panning(view, navigator, motion)
        self._start = QPointF()
        self._fingers: list[QPointF] = []
        self._moved = False
        self._tapped_at = QPointF()
        self._since_tap = QElapsedTimer()
        self._long = QTimer(self)
        self._long.setObjectName("long press")
        self._long.setSingleShot(True)
        self._long.timeout.connect(self._on_long)

    def handle(self, event: QTouchEvent) -> None:
        """Take a touch event. Those of a touchpad do nothing: it sends wheels and pinches as well."""
        if event.device().type() != event.device().DeviceType.TouchScreen:
            return
        kind = event.type()
        if kind == _Kind.TouchCancel:
            self._forget()
            return
        fingers = _down(event.points())
        if kind == _Kind.TouchBegin:
            self._begin(event.points()[0].position())
        if len(fingers) == len(self._fingers) and kind == _Kind.TouchUpdate:
            self._move(fingers)
        elif fingers and kind != _Kind.TouchBegin:  # a finger more or less: go on from where they are
            self._long.stop()
            if not self._moved:
                self._navigator.remember()
            self._moved = True
            self._panning.take()
        self._fingers = fingers
        if kind == _Kind.TouchEnd:
            self._end()

    def _begin(self, at: QPointF) -> None:
        self._panning.take()
        self._start, self._moved = at, False
        self._long.start(QGuiApplication.styleHints().mousePressAndHoldInterval())

    def _move(self, fingers: Sequence[QPointF]) -> None:
        if len(fingers) == 1:
            self._pan(fingers[0])
        elif len(fingers) >= 2:
            self._pinch(fingers)

    def _pan(self, at: QPointF) -> None:
        before = self._fingers[0]
        if not self._moved:
            way = at - self._start
            if hypot(way.x(), way.y()) < _SLOP_PX:
                return
            self._long.stop()
            self._moved = True
            self._navigator.remember()
            before = self._start  # what was touched comes to stand under the finger
        self._panning.move(at - before)

    def _pinch(self, fingers: Sequence[QPointF]) -> None:
        """Zoom by the change of the distance, about the middle; what is between the fingers goes with them."""
        middle, before = _middle(fingers), _middle(self._fingers)
        width = self._view.scene().width_px
        share = min(max(self._view.plot_x(before.x()) / width, 0.0), 1.0)
        self._view.hold(middle)
        factor = max(_apart(fingers), _LEAST_APART_PX) / max(_apart(self._fingers), _LEAST_APART_PX)
        viewport = self._navigator.viewport.zoomed(factor, share)
        self._navigator.set_viewport(viewport.panned(-(middle.x() - before.x()) / width))
        self._view.scroll_lanes(before.y() - middle.y())

    def _end(self) -> None:
        asked = not self._moved and not self._long.isActive()
        self._long.stop()
        if self._moved:
            self._panning.let_go()
        elif not asked:
            self._on_tap()

    def _on_tap(self) -> None:
        way = self._start - self._tapped_at
        soon = self._since_tap.isValid() and not self._since_tap.hasExpired(
            QGuiApplication.styleHints().mouseDoubleClickInterval()
        )
        if soon and hypot(way.x(), way.y()) < _TWICE_PX:
            self._since_tap.invalidate()
            self._view.open_at(self._start.x(), self._start.y())
        else:
            self._tapped_at = self._start
            self._since_tap.start()
            self._view.tap(self._start)

    def _on_long(self) -> None:
        self._since_tap.invalidate()
        self._view.ask(self._start)

    def _forget(self) -> None:
        self._long.stop()
        self._fingers = []
        self._moved = True


def _down(points: Sequence[QEventPoint]) -> list[QPointF]:
    """Places of the fingers that are down, in a lasting order."""
    seen = sorted((point for point in points if point.state() != QEventPoint.State.Released), key=lambda one: one.id())
    return [point.position() for point in seen]


def _middle(fingers: Sequence[QPointF]) -> QPointF:
    return (fingers[0] + fingers[1]) / 2.0


def _apart(fingers: Sequence[QPointF]) -> float:
    way = fingers[1] - fingers[0]
    return hypot(way.x(), way.y())
