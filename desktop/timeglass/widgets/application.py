"""The application object: files that the system hands to it, and windows that come to the front."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication, QWidget

STEP_PX = 32
"""A further window stands so much to the right of and below the one that would lie under it."""


class Application(QApplication):
    """Tells of files that the system opens with the program while it runs, as macOS does by events."""

    file_requested = Signal(str)
    """Path of a file."""

    def __init__(self, arguments: Sequence[str]) -> None:
        super().__init__(list(arguments))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_requested.emit(event.file())
            return True
        return super().event(event)


def come_forward(window: QWidget) -> None:
    """Bring a window to the front, out of the task bar too."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def step_aside(window: QWidget, others: Iterable[QWidget]) -> None:
    """Move a window that is not shown yet from where it would hide another one."""
    taken = {(other.x(), other.y()) for other in others if not other.isMaximized()}
    room = window.screen().availableGeometry()
    place = window.pos()
    for _ in range(len(taken)):
        if (place.x(), place.y()) not in taken:
            break
        place += QPoint(STEP_PX, STEP_PX)
        if place.x() > room.center().x() or place.y() > room.center().y():
            place = room.topLeft()
    if place != window.pos() and not window.isMaximized():
        window.move(place)
