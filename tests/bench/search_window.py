"""Figures of the search in a window: its gaps while the index is built, and keystroke to hits on the screen."""

import os
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from bench.figures import Figure
from timeglass.events.timeline import Timeline
from timeglass.search import Searcher

SIZE = 1440, 900
TIMES = 7
_PATIENCE_MS = 120_000


class _Heart(QObject):
    """Beats as often as the event loop lets it, and notes its longest pause."""

    def __init__(self) -> None:
        super().__init__()
        self.worst_ms = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def watch(self, wait: Callable[[], float]) -> tuple[float, float]:
        """Seconds that something took, and the longest pause meanwhile in milliseconds."""
        self.worst_ms, self._last = 0.0, time.perf_counter()
        self._timer.start(1)
        spent = wait()
        self._timer.stop()
        return spent, self.worst_ms

    def _beat(self) -> None:
        now = time.perf_counter()
        self.worst_ms = max(self.worst_ms, (now - self._last) * 1e3 - 1.0)
        self._last = now


class _Bench:
    """A window on a timeline, as the program makes it, but without what was compiled of the file."""

    def __init__(self, timeline: Timeline, folder: Path) -> None:
        from timeglass.app import make_application, make_services
        from timeglass.settings import Settings
        from timeglass.widgets.main_window import MainWindow
        from timeglass.widgets.services import Opened
        from timeglass.widgets.style import Appearance

        self.application = make_application()
        # What the window would prepare by itself shall begin when it is measured.
        original, MainWindow._prepare_search = MainWindow._prepare_search, lambda _self: None  # type: ignore[method-assign]
        try:
            store = Settings(folder / "timeglass.ini")
            self.window = MainWindow(make_services(), store, Appearance("light"), Opened(timeline))
        finally:
            MainWindow._prepare_search = original  # type: ignore[method-assign]
        self.window.resize(*SIZE)
        self.window.show()
        self.turn(0.5)

    def close(self) -> None:
        """Let the window go."""
        self.window.close()
        self.application.processEvents()

    def turn(self, seconds: float) -> float:
        """Let the event loop run."""
        loop = QEventLoop()
        QTimer.singleShot(round(seconds * 1e3), loop.quit)
        begun = time.perf_counter()
        loop.exec()
        return time.perf_counter() - begun

    def prepare(self) -> float:
        """Seconds until the index is built and the facets are counted."""
        loop = QEventLoop()
        session = self.window.session
        session.facets_changed.connect(loop.quit)
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        begun = time.perf_counter()
        session.prepare_search()
        loop.exec()
        session.facets_changed.disconnect(loop.quit)
        return time.perf_counter() - begun

    def until_painted(self, change: Callable[[], object], answered: Callable[[], bool]) -> float:
        """Milliseconds from a change until the timeline is painted with its answer."""
        loop = QEventLoop()
        view = self.window.timeline_view

        def look() -> None:
            if answered():
                loop.quit()

        view.painted.connect(look)
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        begun = time.perf_counter()
        change()
        loop.exec()
        spent = (time.perf_counter() - begun) * 1e3
        view.painted.disconnect(look)
        return spent

    def repaint(self) -> float:
        """Milliseconds of a bare repaint: the part of it all that no search can save."""
        return self.until_painted(self.window.timeline_view.redraw, lambda: True)

    def keystroke(self, query: str) -> float:
        """Milliseconds from a query in the field until its hits are marked."""
        field, session = self.window.top_bar.search, self.window.session
        self.until_painted(lambda: field.edit.setText("") or self.window.timeline_view.redraw(), lambda: True)
        self.turn(0.05)

        def answered() -> bool:
            return session.outcome is not None and session.outcome.query.strip() == query.strip()

        return self.until_painted(lambda: field.edit.setText(query), answered)


def figures(timeline: Timeline, queries: Sequence[tuple[str, str]], bare: Searcher) -> Iterator[Figure]:
    """All figures of a timeline, for queries given by name; ``bare`` is the engine alone, for the lower bound."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    size = len(timeline)
    with tempfile.TemporaryDirectory() as scratch:
        bench = _Bench(timeline, Path(scratch))
        heart = _Heart()
        _, idle = heart.watch(lambda: bench.turn(1.0))
        spent, worst = heart.watch(bench.prepare)
        floor = _seconds(lambda: Searcher(timeline).build())
        yield Figure("index and facets in a window (floor: engine)", size, "once", spent, "s", floor)
        yield Figure("longest gap of the window meanwhile (floor: idle)", size, "max", worst, "ms", idle)
        repaint = median(bench.repaint() for _ in range(TIMES))
        for name, query in queries:
            times = [bench.keystroke(query) for _ in range(TIMES)]
            engine = median(_seconds(lambda query=query: bare.search(query)) * 1e3 for _ in range(TIMES))
            floor, words = engine + repaint, f"keystroke to marks, {name} (floor: engine + repaint)"
            yield Figure(words, size, "median", median(times), "ms", floor)
            yield Figure(words, size, "max", max(times), "ms", floor)
        bench.close()
    QApplication.processEvents()


def _seconds(run: Callable[[], object]) -> float:
    begun = time.perf_counter()
    run()
    return time.perf_counter() - begun
