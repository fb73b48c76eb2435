"""The files of a window as they live on: read again when they change, with what changed shown for a moment."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, QTimer

from timeglass.errors import NotATimelineError, TimeglassError
from timeglass.events.difference import Difference, difference
from timeglass.events.merging import merged
from timeglass.events.timeline import Timeline
from timeglass.layout.prepared import prepare
from timeglass.model.selecting import Rows
from timeglass.model.session import FRAME_FIRST_MS, Session
from timeglass.widgets.background import Background
from timeglass.widgets.counted import events_counted
from timeglass.widgets.files import PROBLEMS, SLOW_MS, Files
from timeglass.widgets.live_file import LiveFile
from timeglass.widgets.notices import NoticeArea, Offer
from timeglass.widgets.opening import PATIENCE_S, load
from timeglass.widgets.services import Cancelled, Opened, ProblemLike, Progress, Services
from timeglass.widgets.timeline_view import TimelineView

NOTICE: Final = "live"
SHOWN_S: Final = 8.0
"""So long what changed is told and marked."""


@dataclass(frozen=True)
class Unread:
    """The problem of a file that is no timeline any more."""

    file: str
    message: str
    line: int = 0
    column: int = 0
    severity: str = "error"
    path: str = ""
    suggestion: str = ""

    def __str__(self) -> str:
        return self.message


@dataclass(frozen=True)
class Fresh:
    """What was read: a new state of one of the window's files, or a further one, or why there is none.

    ``whole`` is all that the window then shows.
    """

    path: Path
    opened: Opened | None
    whole: Opened | None = None
    problem: Unread | None = None


class Live(QObject):
    """Reads the window's file again when it changed. A state with more errors than the one shown is held back.

    :meth:`close` must be called before it is dropped.
    """

    def __init__(
        self,
        session: Session,
        services: Services,
        files: Files,
        view: TimelineView,
        notices: NoticeArea,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._services = services
        self._files = files
        self._view = view
        self._notices = notices
        self._path = Path()
        """What is being read."""
        self._waiting: list[Path] = []
        self._parts: dict[Path, Opened] = {}
        """What was read of each file of the window."""
        self.watch = LiveFile(self)
        self.watch.changed.connect(self.read)
        self.watch.lost.connect(self._on_lost)
        self._reading = Background(self)
        self._reading.progressed.connect(lambda share, _words: notices.advance(NOTICE, share))
        self._reading.done.connect(self._on_read)
        self._reading.failed.connect(self._on_fault)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._tell_reading)
        self._comparing = Background(self)
        self._comparing.done.connect(self._on_compared)
        self._unmark = QTimer(self)
        self._unmark.setSingleShot(True)
        self._unmark.setInterval(round(1_000 * SHOWN_S))
        self._unmark.timeout.connect(self._forget_marks)
        session.timeline_changed.connect(self._forget_marks)
        files.shown.connect(self._on_shown)
        files.read_again = self._read_all_again

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files of the window; the first gives the whole its name."""
        return tuple(self._parts)

    @property
    def busy(self) -> bool:
        """Tell whether a file is being read again or compared."""
        return self._reading.busy or self._comparing.busy

    def close(self) -> None:
        """Watch nothing any more, and wait for what is being read."""
        self.cancel()
        self.watch.close()
        self._reading.close(PATIENCE_S)
        self._comparing.close()

    def _on_shown(self) -> None:
        """Another file came into the window."""
        self.cancel()
        self._comparing.close()
        self._notices.clear(NOTICE)
        self.watch.close()
        opened, path = self._files.opened, self._files.path
        self._parts = {path: opened} if path is not None and opened is not None else {}
        self.watch.watch(self.paths)

    def add(self, paths: Sequence[Path]) -> None:
        """Add files to the timeline of the window, as further lanes; where there is none, open the first."""
        if not self._parts and paths:
            self._files.open(paths[0])
            paths = ()
        for path in paths:
            self.read(path.absolute())

    def take_out(self, path: Path) -> None:
        """Show the timeline without a file that was added to it."""
        rest = {other: opened for other, opened in self._parts.items() if other != path}
        if rest and path != self._files.path and not self._reading.busy:
            shown = self._shown_as()
            self._reading.start(lambda _progress, _cancelled: Fresh(path, None, _prepared(_whole(rest), shown)))

    def _read_all_again(self) -> bool:
        for path in self.paths if len(self._parts) > 1 else ():
            self.read(path)
        return len(self._parts) > 1

    def read(self, path: Path) -> None:
        """Read one of the window's files again, or a further one; while one is being read, it waits for its turn."""
        if self._reading.busy:
            if path not in self._waiting:
                self._waiting.append(path)
            return
        parts, shown = dict(self._parts), self._shown_as()
        self._path = path
        self._slow.start()

        def work(progress: Progress, cancelled: Cancelled) -> Fresh:
            fresh = self._read(path, parts, progress, cancelled)
            return fresh if fresh.whole is None else replace(fresh, whole=_prepared(fresh.whole, shown))

        self._reading.start(work)

    def _shown_as(self) -> tuple[str, str]:
        """By what, and in which language, the window's lanes are made."""
        return self._session.navigator.grouping, self._session.navigator.language

    def cancel(self) -> None:
        """Give up what is read again or added; what is shown stays."""
        self._slow.stop()
        self._waiting.clear()
        if self._reading.busy:
            self._reading.cancel()
            self._notices.clear(NOTICE)

    def _tell_reading(self) -> None:
        """Say what takes its time."""
        if not self._reading.busy:
            return
        words = self.tr("Reading {name} again") if self._path in self._parts else self.tr("Reading {name}")
        offers = [Offer(self.tr("Cancel"), self.cancel)]
        self._notices.tell(NOTICE, words.format(name=self._path.name), offers, busy=True)

    def _read(self, path: Path, parts: Mapping[Path, Opened], progress: Progress, cancelled: Cancelled) -> Fresh:
        """In the worker."""
        try:
            opened = load(self._services, path, progress, cancelled)
        except NotATimelineError as error:
            return Fresh(path, None, problem=Unread(str(path), str(error), error.line, error.column))
        except TimeglassError as error:
            return Fresh(path, None, problem=Unread(str(path), str(error)))
        return Fresh(path, opened, _whole({**parts, path: opened}))

    def _go_on(self) -> None:
        if self._waiting and not self._reading.busy:
            self.read(self._waiting.pop(0))

    def _on_read(self, fresh: Fresh) -> None:
        self._slow.stop()
        if fresh.opened is None and fresh.whole is not None:
            del self._parts[fresh.path]
            self._notices.clear(NOTICE)
            self._show_whole(fresh.whole)
        elif fresh.path in self._parts:
            self._take(fresh)
        elif self._parts:
            self._take_in(fresh)
        self._go_on()

    def _take_in(self, fresh: Fresh) -> None:
        """Show a further file."""
        if fresh.opened is None or fresh.whole is None:
            words = self.tr("{name} cannot be added: {words}")
            told = words.format(name=fresh.path.name, words=str(fresh.problem))
            self._notices.tell(NOTICE, told, severity="warning")
            return
        self._parts[fresh.path] = fresh.opened
        self._show_whole(fresh.whole)
        words = self.tr("{name} was added: {events}.")
        told = words.format(name=fresh.path.name, events=events_counted(len(fresh.opened.timeline)))
        fit, take_out = self.tr("Show all of it"), self.tr("Take it out again")
        offers = [Offer(fit, self._fit), Offer(take_out, lambda: self.take_out(fresh.path))]
        self._notices.tell(NOTICE, told, offers)

    def _show_whole(self, whole: Opened) -> None:
        self._files.renew(whole)
        self.watch.watch(self.paths)

    def _fit(self) -> None:
        session = self._session
        session.show(session.navigator.viewport.fitted(session.timeline.span, 0.02))

    def _on_fault(self, words: str, _is_fault: bool) -> None:
        self._slow.stop()
        self._notices.tell(NOTICE, self.tr("The file could not be read again: {words}").format(words=words))
        self._go_on()

    def _on_lost(self, path: Path) -> None:
        words = self.tr("{name} is no longer there; what was read of it stays.")
        self._notices.tell(NOTICE, words.format(name=path.name), severity="warning")

    def _take(self, fresh: Fresh) -> None:
        shown = self._parts[fresh.path]
        opened = fresh.opened
        if opened is None:
            self._hold_back(fresh, None)
        elif _is_same(opened.timeline, shown.timeline):
            self._notices.clear(NOTICE)
            self._files.tell_problems(_problems(self._parts))
        elif _errors(opened) > _errors(shown):
            self._hold_back(fresh, lambda: self._show(fresh))
        else:
            self._show(fresh)

    def _hold_back(self, fresh: Fresh, show: Callable[[], None] | None) -> None:
        """Keep what is shown, list what is wrong, and offer what can be done."""
        problems = [fresh.problem] if fresh.problem else fresh.opened.problems if fresh.opened else ()
        self._files.list_problems(problems)
        self._notices.clear(PROBLEMS)
        if show is None:
            words = self.tr("{name} as it is now cannot be read; its last good state stays.")
        else:
            words = self.tr("{name} was saved with faults; its last good state stays.")
        offers = [self._files.offer_of_list()]
        if show is not None:
            offers.append(Offer(self.tr("Show what can be read"), show))
        self._notices.tell(NOTICE, words.format(name=fresh.path.name), offers, severity="warning")

    def _show(self, fresh: Fresh) -> None:
        if fresh.opened is None or fresh.whole is None or fresh.path not in self._parts:
            return
        before = self._session.timeline
        self._notices.clear(NOTICE)
        self._parts[fresh.path] = fresh.opened
        self._show_whole(fresh.whole)
        after = self._session.timeline
        QTimer.singleShot(FRAME_FIRST_MS, self, lambda: self._compare(before, after))

    def _compare(self, before: Timeline, after: Timeline) -> None:
        if self._session.timeline is after:
            self._comparing.start(lambda _progress, cancelled: difference(before, after, cancelled))

    # What changed

    def _on_compared(self, found: Difference) -> None:
        timeline = self._session.timeline
        ids = (*found.added, *found.altered)
        rows = np.array(sorted(timeline.row_by_id[one] for one in ids if one in timeline.row_by_id), np.int32)
        offers = [Offer(self.tr("Select them"), lambda: self._select(timeline, rows))] if len(rows) else []
        self._notices.tell(NOTICE, self._words(found), offers, seconds=SHOWN_S)
        self._view.emphasis.changed = frozenset(rows.tolist())
        self._unmark.start()
        self._view.redraw()

    def _words(self, found: Difference) -> str:
        said = [
            words.format(count=f"{count:,}")
            for words, count in (
                (self.tr("{count} added"), len(found.added)),
                (self.tr("{count} removed"), len(found.removed)),
                (self.tr("{count} altered"), len(found.altered)),
            )
            if count
        ]
        if said:
            return self.tr("The file has changed. Events: {changes}.").format(changes=", ".join(said))
        if found.head_altered:
            return self.tr("The file has changed; its events are the same.")
        return self.tr("The file was saved anew; all in it is the same.")

    def _select(self, timeline: Timeline, rows: Rows) -> None:
        if self._session.timeline is timeline:
            self._session.select_rows(rows)
            self._session.fit_rows(rows)

    def _forget_marks(self) -> None:
        self._unmark.stop()
        if self._view.emphasis.changed:
            self._view.emphasis.changed = frozenset()
            self._view.redraw()


def _whole(parts: Mapping[Path, Opened]) -> Opened:
    """All that a window shows of its files."""
    opened = list(parts.values())
    timeline = opened[0].timeline if len(opened) == 1 else merged([one.timeline for one in opened])
    return Opened(timeline, _problems(parts))


def _prepared(whole: Opened, shown: tuple[str, str]) -> Opened:
    """The same with its lanes made."""
    return replace(whole, prepared=prepare(whole.timeline, *shown))


def _problems(parts: Mapping[Path, Opened]) -> list[ProblemLike]:
    return [problem for opened in parts.values() for problem in opened.problems]


def _errors(opened: Opened) -> int:
    return sum(str(problem.severity) == "error" for problem in opened.problems)


def _is_same(one: Timeline, other: Timeline) -> bool:
    return bool(one.digest) and one.digest == other.digest
