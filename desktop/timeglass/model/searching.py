"""Searching in the background: typing never waits, and a newer query makes an older one void."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from timeglass.events.timeline import Timeline
from timeglass.model.facets import Facet, FacetLike, from_search

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

Rows = NDArray[np.int32]
Check = Callable[[], None]


class Found(Protocol):
    """What a searcher answers (``timeglass.search.Result``)."""

    @property
    def rows(self) -> Rows: ...
    @property
    def error(self) -> str: ...
    @property
    def position(self) -> int: ...
    @property
    def words(self) -> Sequence[str]: ...
    @property
    def certain(self) -> int: ...


class Completed(Protocol):
    """A completion: ``text`` to put in place of ``query[start:end]`` (``timeglass.search.Completion``)."""

    @property
    def text(self) -> str: ...
    @property
    def label(self) -> str: ...
    @property
    def field(self) -> str: ...
    @property
    def count(self) -> int: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class SearcherLike(Protocol):
    """What is needed of a searcher (``timeglass.search.Searcher``). ``check`` raises what ends the search."""

    def build(self, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> bool: ...
    def search(
        self, query: str, selected: Rows, typing: bool = True, stemming: bool = False, *, check: Check
    ) -> Found: ...
    def suggest(self, query: str, selected: Rows, *, check: Check) -> Sequence[str]: ...
    def facets(self, rows: Rows | None, *, check: Check) -> Sequence[FacetLike]: ...
    def term(self, field: str, value: str) -> str: ...
    def complete(
        self, query: str, cursor: int, selected: Rows, stemming: bool = False, *, check: Check
    ) -> Sequence[Completed]: ...


MARKS_FIRST_MS: Final = 30
"""So long facets and completions wait for the hits to be marked."""
MakeSearcher = Callable[[Timeline, str], SearcherLike]
"""Takes the timeline and the language of labels."""


@dataclass(frozen=True)
class Outcome:
    """A query and what it found.

    ``rows`` ascend; ``error`` says what cannot be read and ``position`` where (-1: nothing); ``words`` are to be
    highlighted; ``certain`` of the rows match whatever doubtful dates turn out to be.
    """

    query: str
    rows: Rows
    error: str = ""
    position: int = -1
    words: tuple[str, ...] = ()
    suggestions: tuple[str, ...] = ()
    certain: int = 0


@dataclass(frozen=True)
class Completions:
    """What may complete a query at a cursor."""

    query: str
    cursor: int
    offers: tuple[Completed, ...]


@dataclass(frozen=True)
class Collected:
    """Rows that match a query which nobody typed."""

    query: str
    rows: Rows


@dataclass(frozen=True)
class Counted:
    """Facets of the hits of a query; of everything where it is empty."""

    query: str
    facets: tuple[Facet, ...]


def default_searcher(timeline: Timeline, language: str) -> SearcherLike:
    """The program's own searcher; imported at the first search, since a window can open without it."""
    from timeglass.search import Searcher

    return Searcher(timeline, language)


class _Unwanted(Exception):  # noqa: N818 - nothing is wrong
    """Something else is asked by now, or another timeline is searched, or none."""


class SearchRunner(QObject):
    """Runs queries one at a time in one worker thread.

    Only the newest query is answered; one that runs is given up between two steps. :meth:`close` must be called before
    the runner is dropped.
    """

    searched = Signal(object)
    """An :class:`Outcome`; in the thread of the runner."""
    counted = Signal(object)
    """:class:`Counted`, after the outcome."""
    completed = Signal(object)
    """:class:`Completions`."""
    collected = Signal(object)
    """:class:`Collected`."""
    preparing = Signal(int)
    """How many percent are done of what has to be before a timeline can be searched; from the worker's thread."""
    failed = Signal(str)
    """A programming error in the search, in words."""
    _arrived = Signal(int, object)

    def __init__(self, make_searcher: MakeSearcher = default_searcher, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_searcher = make_searcher
        self._subject: tuple[Timeline, str] | None = None
        self._searcher: SearcherLike | None = None
        self._searcher_subject: tuple[Timeline, str] | None = None
        self._worker: ThreadPoolExecutor | None = None
        self._percent = -1
        self._wanted = 0
        self._wanted_completion = 0
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)

    def set_timeline(self, timeline: Timeline, language: str) -> None:
        """Search another timeline from now on; a running query becomes void."""
        self._subject = timeline, language
        self.cancel()

    def search(self, query: str, selected: Rows, word_forms: bool = False) -> None:
        """Ask; ``searched`` answers, unless a newer query comes before. ``selected`` rows are for ``is:selected``.

        An empty query only counts. ``word_forms`` says whether other forms of the words are found, too.
        """
        self._wanted += 1
        self._submit(self._search, self._wanted, query, selected, word_forms)

    def complete(self, query: str, cursor: int, selected: Rows, word_forms: bool = False) -> None:
        """Ask what may complete a query; ``completed`` answers, unless it is asked again before."""
        self._wanted_completion += 1
        self._later(self._complete, self._wanted_completion, query, cursor, selected, word_forms)

    def collect(self, query: str) -> None:
        """Ask for the rows of a query beside what is searched; ``collected`` answers."""
        self._submit(self._collect, 0, query)

    def term(self, field: str, value: str) -> str:
        """The term that finds a facet's value."""
        return self._searcher.term(field, value) if self._searcher is not None else f"{field}:{value}"

    @property
    def is_ready(self) -> bool:
        """Whether the timeline can be searched without further preparation."""
        return self._searcher is not None and self._searcher_subject is self._subject

    def cancel(self) -> None:
        """Want no answer any more."""
        self._wanted += 1
        self._wanted_completion += 1

    def close(self) -> None:
        """End the worker thread, and ask nothing more; what runs is given up."""
        self.cancel()
        self._subject = None
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)
            self._worker = None

    # In the worker

    def _later(self, work: Callable[..., None], number: int, *arguments: object) -> None:
        """Do what may wait until the marks are on the screen: two threads at once would hold each other up."""
        QTimer.singleShot(MARKS_FIRST_MS, self, lambda: self._submit(work, number, *arguments))

    def _submit(self, work: Callable[..., None], number: int, *arguments: object) -> None:
        if self._subject is None:
            return
        if self._worker is None:
            from concurrent.futures import ThreadPoolExecutor  # not before the first query

            self._worker = ThreadPoolExecutor(1, thread_name_prefix="search")
        self._worker.submit(self._guarded, work, self._subject, number, *arguments)

    def _guarded(self, work: Callable[..., None], subject: tuple[Timeline, str], number: int, *rest: object) -> None:
        if subject is not self._subject:
            return
        try:
            work(subject, number, *rest)
        except _Unwanted:
            pass
        except Exception as error:  # told in the window's thread
            self._arrived.emit(number, error)

    def _ready(self, subject: tuple[Timeline, str]) -> SearcherLike:
        if self._searcher is None or self._searcher_subject is not subject:
            searcher = self._make_searcher(*subject)
            if not searcher.build(self._tell_progress, lambda: self._subject is not subject):
                raise _Unwanted
            self._searcher, self._searcher_subject = searcher, subject
        return self._searcher

    @staticmethod
    def _check(is_wanted: Callable[[], bool]) -> Check:
        """What a searcher calls between its steps."""

        def check() -> None:
            if not is_wanted():
                raise _Unwanted

        return check

    def _tell_progress(self, share: float) -> None:
        percent = int(100.0 * share)
        if percent != self._percent:
            self._percent = percent
            self.preparing.emit(percent)

    def _search(self, subject: tuple[Timeline, str], number: int, query: str, selected: Rows, word_forms: bool) -> None:
        if number != self._wanted:
            return
        searcher = self._ready(subject)
        if not query:
            self._count(subject, number, query, None)
            return
        check = self._check(lambda: number == self._wanted)
        found = searcher.search(query, selected, stemming=word_forms, check=check)
        rows = found.rows
        suggestions = () if len(rows) else tuple(searcher.suggest(query, selected, check=check))
        answer = Outcome(query, rows, found.error, found.position, tuple(found.words), suggestions, found.certain)
        self._arrived.emit(number, answer)

    def _count(self, subject: tuple[Timeline, str], number: int, query: str, rows: Rows | None) -> None:
        if number == self._wanted:
            check = self._check(lambda: number == self._wanted)
            facets = from_search(self._ready(subject).facets(rows, check=check), *subject)
            self._arrived.emit(number, Counted(query, tuple(facets)))

    def _complete(
        self, subject: tuple[Timeline, str], number: int, query: str, cursor: int, selected: Rows, word_forms: bool
    ) -> None:
        if number == self._wanted_completion:
            check = self._check(lambda: number == self._wanted_completion)
            offers = tuple(self._ready(subject).complete(query, cursor, selected, word_forms, check=check))
            self._arrived.emit(number, Completions(query, cursor, offers))

    def _collect(self, subject: tuple[Timeline, str], number: int, query: str) -> None:
        check = self._check(lambda: subject is self._subject)
        found = self._ready(subject).search(query, np.empty(0, np.int32), check=check)
        self._arrived.emit(number, Collected(query, found.rows))

    # In the thread of the runner

    def _on_arrived(self, number: int, answer: object) -> None:
        if isinstance(answer, Completions):
            if number == self._wanted_completion:
                self.completed.emit(answer)
        elif isinstance(answer, Collected):
            self.collected.emit(answer)
        elif number != self._wanted:
            return
        elif isinstance(answer, Outcome):
            self.searched.emit(answer)
            self._later(self._count, number, answer.query, answer.rows)
        elif isinstance(answer, Counted):
            self.counted.emit(answer)
        else:
            self.failed.emit(f"{type(answer).__name__}: {answer}")
