"""Opening files: in the background, with a designed message for each way in which it can go wrong."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal

from timeglass.widgets.background import Background
from timeglass.widgets.services import Opened, Services


class Opener(QObject):
    """Reads one file at a time. :meth:`close` must be called before it is dropped."""

    started = Signal(object)
    """Path of the file that is read."""
    opened = Signal(object)
    """What was read: :class:`~timeglass.widgets.services.Opened`."""
    refused = Signal(object, str, bool)
    """Path, one line that says why, and whether it is a fault of the program."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._path = Path()
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)

    @property
    def busy(self) -> bool:
        """Tell whether a file is being read."""
        return self._background.busy

    def open(self, path: Path) -> None:
        """Begin to read a file; a file being read is given up."""
        self._path = path
        self.started.emit(path)
        self._background.start(lambda _progress, _cancelled: self._services.load(path))

    def close(self) -> None:
        """Wait for the file being read and forget it."""
        self._background.close()

    def _on_done(self, opened: object) -> None:
        self.opened.emit(cast(Opened, opened))

    def _on_failed(self, words: str, is_fault: bool) -> None:
        self.refused.emit(self._path, words, is_fault)
