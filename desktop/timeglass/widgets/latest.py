"""Work of which only the newest piece counts, in a thread of its own; asking for another never waits."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from timeglass.errors import TimeglassError

Cancelled = Callable[[], bool]
Wanted = Callable[[Cancelled], object]


class Latest(QObject):
    """Runs one piece of work at a time. What is asked for meanwhile waits, and only the last of that is kept.

    Unlike :class:`~timeglass.widgets.background.Background` it does not wait for work that is given up: some of it
    cannot be stopped. :meth:`close` must be called before it is dropped, and does wait.
    """

    done = Signal(object)
    failed = Signal(str)
    idle = Signal()
    """Nothing runs or waits any more."""
    _arrived = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = 0
        self._wanted: Wanted | None = None
        self._thread: threading.Thread | None = None
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Tell whether anything runs or waits."""
        return self._thread is not None

    def ask(self, work: Wanted) -> None:
        """Want this, and nothing that was wanted before; ``done`` or ``failed`` will tell."""
        self._number += 1
        self._wanted = work
        if self._thread is None:
            self._begin()

    def forget(self) -> None:
        """Want nothing any more."""
        self._number += 1
        self._wanted = None

    def close(self) -> None:
        """Want nothing any more, and wait for the thread to end."""
        self.forget()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _begin(self) -> None:
        work, self._wanted = self._wanted, None
        if work is None:
            return
        self._thread = threading.Thread(target=self._run, args=(self._number, work), name="latest")
        self._thread.start()

    def _run(self, number: int, work: Wanted) -> None:
        answer: object
        try:
            answer = work(lambda: number != self._number)
        except Exception as error:  # told in the window's thread
            answer = error
        self._arrived.emit(number, answer)

    def _on_arrived(self, number: int, answer: object) -> None:
        if self._thread is None:  # closed meanwhile
            return
        self._thread.join()
        self._thread = None
        self._begin()
        if number == self._number:
            if isinstance(answer, TimeglassError):
                self.failed.emit(str(answer))
            elif isinstance(answer, Exception):
                self.failed.emit(f"{type(answer).__name__}: {answer}")
            else:
                self.done.emit(answer)
        if self._thread is None:
            self.idle.emit()
