"""Reading files in the background, with progress; given up at any time."""

from dataclasses import replace
from pathlib import Path
from typing import Final, cast

from PySide6.QtCore import QObject, Signal

from timeglass.layout.prepared import prepare
from timeglass.widgets.background import Background, UnwantedError
from timeglass.widgets.services import Cancelled, Opened, Progress, Services

PATIENCE_S: Final = 1.0
"""So long a window that closes waits for a file that is still being read; its reader gives up by itself."""


def load(services: Services, path: Path, progress: Progress, cancelled: Cancelled) -> Opened:
    """Read a file, in a worker. Raises TimeglassError, and UnwantedError once it is cancelled."""

    def tick(share: float) -> None:
        if cancelled():
            raise UnwantedError
        progress(share, "")

    return services.load(path, tick)


class Opener(QObject):
    """Reads one file at a time. :meth:`close` must be called before it is dropped."""

    started = Signal(object)
    """Path of the file that is read."""
    progressed = Signal(float)
    """Share of the file that is read."""
    opened = Signal(object)
    """What was read: :class:`~timeglass.widgets.services.Opened`."""
    refused = Signal(object, str, bool)
    """Path, one line that says why, and whether it is a fault of the program."""
    cancelled = Signal(object)
    """Path of the file that is wanted no more."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._path = Path()
        self._background = Background(self)
        self._background.progressed.connect(lambda share, _words: self.progressed.emit(share))
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)

    @property
    def busy(self) -> bool:
        """Tell whether a file is being read."""
        return self._background.busy

    def open(self, path: Path, grouping: str = "") -> None:
        """Begin to read a file; a file being read is given up. Its lanes will be made by ``grouping``, if given."""

        def work(progress: Progress, cancelled: Cancelled) -> Opened:
            opened = load(self._services, path, progress, cancelled)
            return replace(opened, prepared=prepare(opened.timeline, grouping))

        self._path = path
        self._background.start(work)
        self.started.emit(path)

    def cancel(self) -> None:
        """Give up the file being read."""
        if self.busy:
            self._background.cancel()
            self.cancelled.emit(self._path)

    def close(self) -> None:
        """Forget the file being read."""
        self._background.close(PATIENCE_S)

    def _on_done(self, opened: object) -> None:
        self.opened.emit(cast(Opened, opened))

    def _on_failed(self, words: str, is_fault: bool) -> None:
        self.refused.emit(self._path, words, is_fault)
