"""The hand on the timeline: pan and coast, zoom about the pointer, ranges, rubber band, clicks."""

from enum import Enum, auto
from math import exp, log1p
from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QWheelEvent

from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport
from timeglass.model.navigator import Navigator
from timeglass.widgets.canvas.motion import Motion
from timeglass.widgets.canvas.panning import Panning

_CLICK_PX: Final = 4.0
"""A press that moves less than this is a click."""
_ZOOM_PER_PX: Final = 1.0 / 220.0
"""Natural logarithm of the zoom factor for a pixel of wheel travel."""
_LEAST_PINCH: Final = -0.9
_NOTCH_ANGLE: Final = 120
"""Eighths of a degree in which a wheel with notches turns: that far at once would be a jump."""
_NOTCH_PX: Final = 0.5
"""Pixels for each eighth of a degree of a wheel that reports no pixels: a notch is 120 of these."""


class Drag(Enum):
    """What a held button does."""

    NONE = auto()
    PRESSED = auto()
    PAN = auto()
    RANGE = auto()
    BAND = auto()


class Surface(Protocol):
    """What gestures need of the view."""

    wheel_zooms: bool

    def scene(self) -> Scene: ...
    def plot_x(self, x: float) -> float: ...
    def click(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None: ...
    def select_band(self, band: QRectF, modifiers: Qt.KeyboardModifier) -> None: ...
    def scroll_lanes(self, by_px: float) -> bool: ...
    def hold(self, at: QPointF | None) -> None: ...
    def redraw(self) -> None: ...


class Gestures:
    """Turns mouse, wheel and touchpad events into wishes to the navigator and the view."""

    def __init__(self, surface: Surface, navigator: Navigator, motion: Motion) -> None:
        self._surface = surface
        self._navigator = navigator
        self._motion = motion
        self.drag = Drag.NONE
        self._start = QPointF()
        self._last = QPointF()
        self._panning = Panning(surface, navigator, motion)

    @property
    def band(self) -> QRectF | None:
        """The rectangle being drawn out (range or rubber band), in the view's pixels; None for none."""
        if self.drag not in (Drag.RANGE, Drag.BAND):
            return None
        scene = self._surface.scene()
        if self.drag is Drag.RANGE:
            top, bottom = scene.ruler_y_px, scene.body_bottom_px
            return QRectF(QPointF(self._start.x(), top), QPointF(self._last.x(), bottom)).normalized()
        return QRectF(self._start, self._last).normalized()

    def press(self, event: QMouseEvent) -> None:
        """A button goes down: whatever moves stands still."""
        self._panning.take()
        self._start = self._last = event.position()
        scene, modifiers = self._surface.scene(), event.modifiers()
        at_ruler = scene.ruler_y_px <= self._start.y() < scene.header_px
        on_ruler = at_ruler and self._surface.plot_x(self._start.x()) >= 0.0
        if event.button() == Qt.MouseButton.MiddleButton:
            self.drag = Drag.PAN
        elif modifiers & Qt.KeyboardModifier.AltModifier:
            self.drag = Drag.BAND
        elif on_ruler:
            self.drag = Drag.RANGE
        else:
            self.drag = Drag.PRESSED

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves with a button held."""
        at = event.position()
        if self.drag is Drag.PRESSED and (at - self._start).manhattanLength() >= _CLICK_PX:
            modifiers = event.modifiers()
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                self.drag = Drag.RANGE
            elif modifiers & Qt.KeyboardModifier.ControlModifier:
                self.drag = Drag.BAND  # where the window manager keeps Alt and drag for itself
            else:
                self.drag = Drag.PAN
                self._navigator.remember()
        if self.drag is Drag.PAN:
            self._panning.move(at - self._last)
        self._last = at
        if self.drag in (Drag.RANGE, Drag.BAND):
            self._surface.redraw()

    def release(self, event: QMouseEvent) -> None:
        """The button goes up."""
        drag, self._last = self.drag, event.position()
        band = self.band
        self.drag = Drag.NONE
        if drag is Drag.PRESSED:
            self._surface.click(self._start.x(), self._start.y(), event.modifiers())
        elif drag is Drag.PAN:
            self._panning.let_go()
        elif drag is Drag.RANGE and band is not None and band.width() >= _CLICK_PX:
            scale = self._surface.scene().scale
            left, right = self._surface.plot_x(band.left()), self._surface.plot_x(band.right())
            view = self._navigator.viewport
            start = left * scale.seconds_per_px
            self._navigator.remember()
            length = (right - left) * scale.seconds_per_px
            self._motion.glide_to(Viewport.of(view.start, view.fraction + start, length))
        elif drag is Drag.BAND and band is not None:
            self._surface.select_band(band, event.modifiers())
        self._surface.redraw()

    def cancel(self) -> bool:
        """Give up a range or rubber band; tell whether there was one."""
        drawing = self.drag in (Drag.RANGE, Drag.BAND)
        self.drag = Drag.NONE
        return drawing

    def wheel(self, event: QWheelEvent) -> None:
        """Zoom, scroll or pan by a wheel or touchpad, by pixel deltas where the device has them."""
        pixels = QPointF(event.pixelDelta())
        if pixels.isNull():
            pixels = QPointF(event.angleDelta()) * _NOTCH_PX
        modifiers = event.modifiers()
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        # With Alt Qt turns the wheel sideways.
        if modifiers & Qt.KeyboardModifier.AltModifier and not pixels.y():
            pixels = QPointF(0.0, pixels.x())
        width = self._surface.scene().width_px
        if control or (self._surface.wheel_zooms and not shift and abs(pixels.y()) >= abs(pixels.x())):
            notched = event.pixelDelta().isNull() and abs(event.angleDelta().y()) >= _NOTCH_ANGLE
            self.zoom(pixels.y() * _ZOOM_PER_PX, event.position(), glide=notched)
        elif shift or abs(pixels.x()) > abs(pixels.y()):
            along = pixels.x() if abs(pixels.x()) > abs(pixels.y()) else pixels.y()
            self._pan(along / width)
        elif not self._surface.scroll_lanes(-pixels.y()):
            self._pan(pixels.y() / width)
        event.accept()

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Zoom by a touchpad's pinch; tell whether the gesture was one."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.zoom(log1p(max(event.value(), _LEAST_PINCH)), event.position())  # the value is added to a scale of 1
        return True

    def zoom(self, logarithm: float, at: QPointF, glide: bool = False) -> None:
        """Zoom by a factor given as its natural logarithm, about a position in the view: at once, or in a glide."""
        self._surface.hold(at)
        share = min(max(self._surface.plot_x(at.x()) / self._surface.scene().width_px, 0.0), 1.0)
        if glide:  # a further notch goes on from where this one leads
            self._motion.glide_to(self._motion.goal.zoomed(exp(logarithm), share))
        else:
            self._motion.stop()
            self._navigator.set_viewport(self._navigator.viewport.zoomed(exp(logarithm), share))

    def _pan(self, share: float) -> None:
        self._motion.stop()
        self._navigator.set_viewport(self._navigator.viewport.panned(-share))
