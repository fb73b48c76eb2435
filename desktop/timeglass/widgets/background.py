"""One piece of work at a time in a thread of its own, told about in the window's thread."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from timeglass.errors import TimeglassError

Work = Callable[[Callable[[float, str], None], Callable[[], bool]], object]
"""Takes how to tell progress (share done, what is done) and how to ask whether it is still wanted."""
TELLING_S: Final = 0.03
"""Progress is told so often at most: more than a screen can show would only keep the window busy."""


class UnwantedError(BaseException):
    """Raised by work that gives up because nobody wants its result. Passes by all that takes care of errors."""


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
        self._awaited = False
        self._stopping = False
        self._threads: list[threading.Thread] = []
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self._moved.connect(self._on_moved, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Tell whether something is awaited."""
        return self._awaited

    def start(self, work: Work) -> None:
        """Begin; ``done`` or ``failed`` will tell. What ran before is given up, and not waited for."""
        self.cancel()
        self._awaited = True
        self._stopping = False
        thread = threading.Thread(target=self._run, args=(self._number, work), name="background")
        self._threads = [*filter(threading.Thread.is_alive, self._threads), thread]
        thread.start()

    def ask_to_stop(self) -> None:
        """Let the work hear that it is wanted no more; ``done`` or ``failed`` will still tell how it ended."""
        self._stopping = True

    def cancel(self) -> None:
        """Want the result no more; the work hears of it when it next asks."""
        self._number += 1
        self._awaited = False

    def close(self, patience_s: float | None = None) -> None:
        """Cancel, and wait for what runs to end; without patience for as long as it takes."""
        self.cancel()
        for thread in self._threads:
            thread.join(patience_s)
        self._threads = []

    def _run(self, number: int, work: Work) -> None:
        told = 0.0, ""

        def tell(share: float, words: str) -> None:
            nonlocal told
            now = time.monotonic()
            if (now - told[0] >= TELLING_S or words != told[1]) and number == self._number:
                told = now, words
                self._moved.emit(number, share, words)

        answer: object
        try:
            answer = work(tell, lambda: self._stopping or number != self._number)
        except UnwantedError:
            return
        except Exception as error:  # told in the window's thread
            answer = error
        with suppress(RuntimeError):  # the window may be gone by now
            self._arrived.emit(number, answer)

    def _on_moved(self, number: int, share: float, words: str) -> None:
        if number == self._number:
            self.progressed.emit(share, words)

    def _on_arrived(self, number: int, answer: object) -> None:
        if number != self._number:
            return
        self._awaited = False
        self._threads[-1].join()
        if isinstance(answer, TimeglassError):
            self.failed.emit(str(answer), False)
        elif isinstance(answer, Exception):
            self.failed.emit(f"{type(answer).__name__}: {answer}", True)
        else:
            self.done.emit(answer)
