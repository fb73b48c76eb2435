"""One piece of work at a time in a thread of its own, told about in the window's thread."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from timeglass.errors import TimeglassError

Work = Callable[[Callable[[float, str], None], Callable[[], bool]], object]
"""Takes how to tell progress (share done, what is done) and how to ask whether it is still wanted."""


class Background(QObject):
    """Runs work; a new piece makes the one before void. :meth:`close` must be called before it is dropped."""

    done = Signal(object)
    failed = Signal(str, bool)
    """One line, and whether it is a fault of the program rather than of a file."""
    progressed = Signal(float, str)
    _arrived = Signal(int, object)
    _moved = Signal(int, float, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._thread: threading.Thread | None = None
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._moved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Tell whether something is awaited."""
        return self._thread is not None

    def start(self, work: Work) -> None:
        """Begin; ``done`` or ``failed`` will tell."""
        self.close()
        self._number += 1
        self._thread = threading.Thread(target=self._run, args=(self._number, work), name="background")
        self._thread.start()

    def cancel(self) -> None:
        """Want the result no more; the work hears of it when it next asks."""
        self._number += 1

    def close(self) -> None:
        """Cancel, and wait for the thread to end."""
        self.cancel()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self, number: int, work: Work) -> None:
        answer: object
        try:
            answer = work(lambda share, words: self._moved.emit(number, share, words), lambda: number != self._number)
        except Exception as error:  # told in the window's thread
            answer = error
        self._arrived.emit(number, answer)

    def _on_moved(self, number: int, share: float, words: str) -> None:
        if number == self._number:
            self.progressed.emit(share, words)

    def _on_arrived(self, number: int, answer: object) -> None:
        if number != self._number:
            return
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        if isinstance(answer, TimeglassError):
            self.failed.emit(str(answer), False)
        elif isinstance(answer, Exception):
            self.failed.emit(f"{type(answer).__name__}: {answer}", True)
        else:
            self.done.emit(answer)
