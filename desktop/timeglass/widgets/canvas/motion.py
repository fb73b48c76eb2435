"""Motion of the viewport: eased glides to a goal, and coasting after a flick. Both stop at a touch."""

from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, QVariantAnimation, Signal
from PySide6.QtWidgets import QApplication

from timeglass.layout.viewport import Viewport
from timeglass.model.navigator import Navigator
from timeglass.widgets.canvas.easing import ease_out

GLIDE_MS: Final = 200
_FRAME_MS: Final = 16
_REST_MS: Final = 90
"""A hand that moves the view again within this time goes on with one movement."""
_FRICTION_PER_MS: Final = 0.004
"""Share of its speed that a coasting view loses in a millisecond."""
_LEAST_SPEED: Final = 0.02
"""Pixels a millisecond below which coasting ends."""


SYSTEM_WANTS_LESS: Final = "timeglass_system_wants_less_motion"
PERSON_WANTS_LESS: Final = "timeglass_person_wants_less_motion"
"""Properties of the application."""


def motion_wanted() -> bool:
    """Tell whether animations are wanted at all: neither the system nor the person asked for less motion."""
    application = QApplication.instance()
    if application is None or application.property(SYSTEM_WANTS_LESS) or application.property(PERSON_WANTS_LESS):
        return False
    from PySide6.QtWidgets import QStyle  # its long lists of names take 3 ms, which no first frame shall wait for

    return bool(QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration))


def want_less_motion(less: bool) -> None:
    """Take a person's wish for less motion, for the whole application."""
    application = QApplication.instance()
    if application is not None:
        application.setProperty(PERSON_WANTS_LESS, less)


class Motion(QObject):
    """Moves a navigator's viewport over time."""

    settled = Signal()
    """A glide, a coast or a hand that moved the view on and on has come to its end."""

    def __init__(self, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._moving = False
        navigator.viewport_changed.connect(self._on_viewport_changed)
        self._from = self._to = navigator.viewport
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setDuration(GLIDE_MS)
        self._glide.valueChanged.connect(self._on_glide)
        self._glide.finished.connect(self.settled)
        self._coast = QTimer(self)
        self._coast.setInterval(_FRAME_MS)
        self._coast.timeout.connect(self._on_coast)
        self._led = False
        self._rest = QTimer(self)
        self._rest.setObjectName("led by hand")
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest)
        self._clock = QElapsedTimer()
        self._speed = 0.0
        self._width = 1.0

    @property
    def gliding(self) -> bool:
        """Whether a glide is under way."""
        return self._glide.state() == QVariantAnimation.State.Running

    @property
    def under_way(self) -> bool:
        """Whether the view is in motion: it glides, or a hand moves it on and on."""
        return self.gliding or self._led

    @property
    def goal(self) -> Viewport:
        """Where the view is going; where it is when it stands still."""
        return self._to if self.gliding else self._navigator.viewport

    def glide_to(self, viewport: Viewport) -> None:
        """Go to a viewport smoothly; at once where motion is not wanted. A glide under way takes the new goal."""
        self._begin()
        if not motion_wanted():
            self._show(viewport)
            self.settled.emit()
            return
        self._from, self._to = self._navigator.viewport, viewport
        self._glide.start()

    def coast(self, px_per_ms: float, width_px: float) -> None:
        """Go on panning at a speed, ever slower; positive goes to earlier times (as the hand moved)."""
        self._begin()
        if abs(px_per_ms) < _LEAST_SPEED * 5 or not motion_wanted():
            return
        self._speed, self._width = px_per_ms, max(width_px, 1.0)
        self._clock.start()
        self._coast.start()

    def stop(self) -> None:
        """Stand still where one is."""
        self._glide.stop()
        self._coast.stop()

    def _begin(self) -> None:
        """End what is under way: something else begins."""
        self.stop()
        self._rest.stop()
        self._led = False

    def _show(self, viewport: Viewport) -> None:
        self._moving = True
        try:
            self._navigator.set_viewport(viewport)
        finally:
            self._moving = False

    def _on_viewport_changed(self) -> None:
        if self._moving:
            return
        self.stop()  # somebody else went elsewhere: do not drag the view away again
        self._led = self._rest.isActive() and motion_wanted()
        self._rest.start()

    def _on_rest(self) -> None:
        if self._led:
            self._led = False
            self.settled.emit()

    def _on_glide(self, share: float) -> None:
        self._show(self._from.between(self._to, ease_out(float(share))))

    def _on_coast(self) -> None:
        elapsed = min(self._clock.restart(), 64)
        self._show(self._navigator.viewport.panned(-self._speed * elapsed / self._width))
        self._speed *= max(0.0, 1.0 - _FRICTION_PER_MS * elapsed)
        if abs(self._speed) < _LEAST_SPEED:
            self._coast.stop()
            self.settled.emit()
