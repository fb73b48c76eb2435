"""Searching in the background: typing never waits, and a newer query makes an older one void."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, Signal

from timeglass.events.timeline import Timeline


class Found(Protocol):
    """What a searcher answers (``timeglass.search.Result``)."""

    @property
    def rows(self) -> NDArray[np.int32]: ...
    @property
    def error(self) -> str: ...
    @property
    def position(self) -> int: ...
    @property
    def words(self) -> Sequence[str]: ...
    @property
    def certain(self) -> int: ...


class SearcherLike(Protocol):
    """What is needed of a searcher (``timeglass.search.Searcher``)."""

    def search(self, query: str, selected: NDArray[np.int32]) -> Found: ...
    def suggest(self, query: str) -> Sequence[str]: ...


MakeSearcher = Callable[[Timeline], SearcherLike]


@dataclass(frozen=True)
class Outcome:
    """A query and what it found.

    ``rows`` ascend; ``error`` says what cannot be read and ``position`` where (-1: nothing); ``words`` are to be
    highlighted; ``certain`` of the rows match whatever doubtful dates turn out to be.
    """

    query: str
    rows: NDArray[np.int32]
    error: str = ""
    position: int = -1
    words: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    certain: int = 0


def default_searcher(timeline: Timeline) -> SearcherLike:
    """The program's own searcher; imported at the first search, since a window can open without it."""
    from timeglass.search import Searcher

    return Searcher(timeline)


class SearchRunner(QObject):
    """Runs queries one at a time in one worker thread (an SQLite connection stays in its thread).

    Only the newest query is answered. :meth:`close` must be called before the runner is dropped.
    """

    searched = Signal(object)
    """An :class:`Outcome`; in the thread of the runner."""
    failed = Signal(str)
    """A programming error in the search, in words."""
    _arrived = Signal(int, object)

    def __init__(self, make_searcher: MakeSearcher = default_searcher, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_searcher = make_searcher
        self._timeline: Timeline | None = None
        self._searcher: tuple[Timeline, SearcherLike] | None = None  # touched by the worker alone
        self._worker: ThreadPoolExecutor | None = None
        self._wanted = 0
        self._busy = False
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Tell whether an answer is awaited."""
        return self._busy

    def set_timeline(self, timeline: Timeline) -> None:
        """Search another timeline from now on; a running query becomes void."""
        self._timeline = timeline
        self.cancel()

    def search(self, query: str, selected: NDArray[np.int32]) -> None:
        """Ask; ``searched`` answers, unless a newer query comes before. ``selected`` rows are for ``is:selected``."""
        if self._timeline is None:
            return
        self._wanted += 1
        self._busy = True
        if self._worker is None:
            self._worker = ThreadPoolExecutor(1, thread_name_prefix="search")
        self._worker.submit(self._run, self._wanted, self._timeline, query, selected)

    def cancel(self) -> None:
        """Want no answer any more."""
        self._wanted += 1
        self._busy = False

    def close(self) -> None:
        """End the worker thread; waits for a running query."""
        self.cancel()
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)
            self._worker = None

    def _run(self, number: int, timeline: Timeline, query: str, selected: NDArray[np.int32]) -> None:
        if number != self._wanted:
            return
        answer: Outcome | Exception
        try:
            answer = self._ask(timeline, query, selected)
        except Exception as error:  # told in the window's thread
            answer = error
        if number == self._wanted:
            self._arrived.emit(number, answer)

    def _ask(self, timeline: Timeline, query: str, selected: NDArray[np.int32]) -> Outcome:
        if self._searcher is None or self._searcher[0] is not timeline:
            self._searcher = (timeline, self._make_searcher(timeline))
        searcher = self._searcher[1]
        found = searcher.search(query, selected)
        suggestions = () if len(found.rows) else tuple(searcher.suggest(query))
        return Outcome(query, found.rows, found.error, found.position, tuple(found.words), suggestions, found.certain)

    def _on_arrived(self, number: int, answer: object) -> None:
        if number != self._wanted:
            return
        self._busy = False
        if isinstance(answer, Outcome):
            self.searched.emit(answer)
        else:
            self.failed.emit(f"{type(answer).__name__}: {answer}")
