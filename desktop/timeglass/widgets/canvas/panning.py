"""The view in a hand: it follows at once, and goes on when it is let go in motion."""

from typing import Final, Protocol

from PySide6.QtCore import QElapsedTimer, QPointF

from timeglass.layout.scene import Scene
from timeglass.model.navigator import Navigator
from timeglass.widgets.canvas.motion import Motion

_STILL_MS: Final = 80
"""A hand that rested for so long before it let go did not throw."""
_FRESH: Final = 0.4
"""Weight of the latest step in the speed of a throw."""


class Held(Protocol):
    """What is panned."""

    def scene(self) -> Scene: ...
    def scroll_lanes(self, by_px: float) -> bool: ...


class Panning:
    """Pans time and scrolls lanes by the way of a hand."""

    def __init__(self, held: Held, navigator: Navigator, motion: Motion) -> None:
        self._held = held
        self._navigator = navigator
        self._motion = motion
        self._clock = QElapsedTimer()
        self._speed = 0.0

    def take(self) -> None:
        """The hand comes down: whatever moves stands still."""
        self._motion.stop()
        self._speed = 0.0
        self._clock.start()

    def move(self, way: QPointF) -> None:
        """The hand moved by so many pixels."""
        width = self._held.scene().width_px
        self._navigator.set_viewport(self._navigator.viewport.panned(-way.x() / width))
        self._held.scroll_lanes(-way.y())
        elapsed = max(self._clock.restart(), 1)
        self._speed = (1.0 - _FRESH) * self._speed + _FRESH * way.x() / elapsed

    def let_go(self) -> None:
        """The hand is gone: coast on, if it was in motion."""
        if self._clock.elapsed() < _STILL_MS:
            self._motion.coast(self._speed, self._held.scene().width_px)
