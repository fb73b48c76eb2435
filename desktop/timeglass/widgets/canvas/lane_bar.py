"""The scroll bar beside the lanes: there when they overflow, and in step with the scene."""

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport

_STEP_PX = 20


class LaneBar(QObject):
    """Tells a view's vertical scroll bar what the scene shows, and hears from it."""

    scrolled = Signal(float)
    """A hand moved the bar: the lanes are wanted from this height on."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._telling = False
        self._needed_for: tuple[Viewport, QSize] | None = None
        area.verticalScrollBar().valueChanged.connect(self._on_value_changed)

    def forget(self) -> None:
        """Other lanes are shown: what was needed for the old ones says nothing."""
        self._needed_for = None

    def show(self, scene: Scene) -> None:
        """Take over range and place from a scene."""
        bar = self._area.verticalScrollBar()
        body = scene.body_bottom_px - scene.header_px
        beyond = max(0, round(scene.content_px - body))
        look = (scene.scale.viewport, self._area.maximumViewportSize())
        if beyond:
            self._needed_for = look
        elif self._needed_for == look and bar.isVisible():
            beyond = 1  # it is the bar that makes room: gone, it would be needed again, and so on without end
        self._telling = True
        bar.setRange(0, beyond)
        bar.setPageStep(round(body))
        bar.setSingleStep(_STEP_PX)
        bar.setValue(round(scene.scroll_px))
        self._telling = False

    def _on_value_changed(self, value: int) -> None:
        if not self._telling:
            self.scrolled.emit(float(value))
