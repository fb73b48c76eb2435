"""A hand for tests: mouse, wheel, touchpad and keys sent to a view, and where things stand in it."""

from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QEvent, QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from timeglass.events.timeline import Timeline
from timeglass.layout.hit import ink_of
from timeglass.layout.scene import Box, Cluster, Scene
from timeglass.model.event_model import EventModel
from timeglass.model.navigator import Navigator
from timeglass.model.selecting import rows_of
from timeglass.widgets.timeline_view import TimelineView

NONE: Final = Qt.KeyboardModifier.NoModifier
CTRL: Final = Qt.KeyboardModifier.ControlModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
ALT: Final = Qt.KeyboardModifier.AltModifier
LEFT: Final = Qt.MouseButton.LeftButton
MIDDLE: Final = Qt.MouseButton.MiddleButton
RIGHT: Final = Qt.MouseButton.RightButton


@dataclass
class Hand:
    """Sends a widget what a person's hand would make the system send."""

    widget: QWidget
    held: Qt.MouseButton = Qt.MouseButton.NoButton
    at: QPointF = field(default_factory=QPointF)

    def _mouse(
        self, kind: QEvent.Type, button: Qt.MouseButton, held: Qt.MouseButton, modifiers: Qt.KeyboardModifier
    ) -> None:
        far = QPointF(self.widget.mapToGlobal(self.at.toPoint()))
        QApplication.sendEvent(self.widget, QMouseEvent(kind, self.at, far, button, held, modifiers))

    def press(self, x: float, y: float, modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
        self.at, self.held = QPointF(x, y), button
        self._mouse(QEvent.Type.MouseButtonPress, button, button, modifiers)

    def move(self, x: float, y: float, modifiers: Qt.KeyboardModifier = NONE) -> None:
        self.at = QPointF(x, y)
        self._mouse(QEvent.Type.MouseMove, Qt.MouseButton.NoButton, self.held, modifiers)

    def release(self, modifiers: Qt.KeyboardModifier = NONE) -> None:
        button, self.held = self.held, Qt.MouseButton.NoButton
        self._mouse(QEvent.Type.MouseButtonRelease, button, Qt.MouseButton.NoButton, modifiers)

    def click(self, x: float, y: float, modifiers: Qt.KeyboardModifier = NONE, button: Qt.MouseButton = LEFT) -> None:
        self.press(x, y, modifiers, button)
        self.release(modifiers)

    def double_click(self, x: float, y: float, button: Qt.MouseButton = LEFT) -> None:
        """As Qt tells it: press, release, double-click, release."""
        self.click(x, y, button=button)
        self.at, self.held = QPointF(x, y), button
        self._mouse(QEvent.Type.MouseButtonDblClick, button, button, NONE)
        self.release()

    def drag(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        modifiers: Qt.KeyboardModifier = NONE,
        button: Qt.MouseButton = LEFT,
        steps: int = 8,
    ) -> None:
        """Press, move in a straight line, release."""
        self.press(*start, modifiers, button)
        for step in range(1, steps + 1):
            share = step / steps
            self.move(start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share, modifiers)
        self.release(modifiers)

    def wheel(
        self,
        x: float,
        y: float,
        *,
        angle: tuple[int, int] = (0, 0),
        pixels: tuple[int, int] = (0, 0),
        modifiers: Qt.KeyboardModifier = NONE,
    ) -> None:
        """A wheel's notch (``angle``: eighths of a degree, 120 for one) or a touchpad's ``pixels``."""
        at = QPointF(x, y)
        far = QPointF(self.widget.mapToGlobal(at.toPoint()))
        event = QWheelEvent(
            at, far, QPoint(*pixels), QPoint(*angle), Qt.MouseButton.NoButton, modifiers,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.widget, event)

    def pinch(self, x: float, y: float, value: float) -> None:
        """One step of a touchpad's pinch; ``value`` is the change in scale."""
        at = QPointF(x, y)
        far = QPointF(self.widget.mapToGlobal(at.toPoint()))
        device = QPointingDevice.primaryPointingDevice()
        kind = Qt.NativeGestureType.ZoomNativeGesture
        QApplication.sendEvent(self.widget, QNativeGestureEvent(kind, device, 2, at, at, far, value, QPointF()))


@dataclass
class Canvas:
    """A timeline view with what it needs, and questions about it."""

    navigator: Navigator
    model: EventModel
    selection: QItemSelectionModel
    view: TimelineView
    hand: Hand

    @property
    def scene(self) -> Scene:
        return self.view.scene()

    @property
    def selected(self) -> list[int]:
        return [int(row) for row in rows_of(self.selection)]

    @property
    def current(self) -> int:
        return self.selection.currentIndex().row()

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> QKeyEvent:
        """Press and release a key; returns the press."""
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, modifiers)
        QApplication.sendEvent(self.view, pressed)
        QApplication.sendEvent(self.view, QKeyEvent(QEvent.Type.KeyRelease, key, modifiers))
        return pressed

    def time_at(self, x: float) -> float:
        """Time under a position in the view: seconds from the visible start of the first call's scene."""
        scene = self.scene
        view = scene.scale.viewport
        return view.start + view.fraction + (x - scene.gutter_px) * scene.scale.seconds_per_px

    def x_of(self, at: int) -> float:
        """Position of an instant in the view."""
        scene = self.scene
        return scene.scale.x(at) + scene.gutter_px

    def box(self, row: int) -> Box:
        return next(box for box in self.scene.boxes if box.row == row)

    def point(self, row: int) -> tuple[float, float]:
        """A point on an event: a mark's middle, or the middle of what is in view of a bar."""
        box, scene = self.box(row), self.scene
        if not box.is_bar:
            return box.x0_px + scene.gutter_px, box.y_px + box.height_px / 2
        left, right = ink_of(box)
        x = (max(left, 0.0) + min(right, scene.width_px)) / 2
        return x + scene.gutter_px, box.y_px + box.height_px / 2

    def middle(self, cluster: Cluster) -> tuple[float, float]:
        """The middle of a cluster."""
        x = (max(cluster.x0_px, 0.0) + min(cluster.x1_px, self.scene.width_px)) / 2
        return x + self.scene.gutter_px, cluster.y_px + cluster.height_px / 2

    def empty_point(self) -> tuple[float, float]:
        """A point among the lanes where nothing is."""
        scene = self.scene
        for y in range(round(scene.header_px) + 2, round(scene.body_bottom_px) - 2, 4):
            for x in range(round(scene.gutter_px) + 40, self.view.viewport().width() - 40, 8):
                if not any(self.view.words_at(QPoint(x + dx, y)) for dx in (-24, -12, 0, 12, 24)):
                    return float(x), float(y)
        raise LookupError("the view is full")

    def ruler_y(self) -> float:
        return (self.scene.ruler_y_px + self.scene.header_px) / 2

    def picture(self) -> QImage:
        """What is on the screen once all labels are there (a frame draws only so many new ones)."""
        before = self.view.viewport().grab().toImage()
        for _ in range(40):
            QApplication.processEvents()
            after = self.view.viewport().grab().toImage()
            if after == before:
                break
            before = after
        return before


def make_canvas(timeline: Timeline, size: tuple[int, int]) -> Canvas:
    """A shown view of a timeline; :meth:`Canvas.view` is to be closed by the caller."""
    from timeglass.paint.theme import LIGHT

    navigator = Navigator(timeline)
    model = EventModel(timeline)
    selection = QItemSelectionModel(model)
    view = TimelineView(navigator, LIGHT)
    view.setModel(model)
    view.setSelectionModel(selection)
    view.resize(*size)
    view.show()
    QApplication.processEvents()
    return Canvas(navigator, model, selection, view, Hand(view.viewport()))
