"""Large files and their search indexes, taken from the cache where that can be, and put there when there is time."""

import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeglass import __version__, formats
from timeglass.events.timeline import Timeline

if TYPE_CHECKING:
    from timeglass.formats.cache import Cache
    from timeglass.search import Searcher

SMALL_FILE_BYTES: Final = 1_000_000
"""A smaller file is read as fast as it is looked up."""
PATIENCE_S: Final = 3.0
"""So long the window has the processor for itself after a file was read."""


class Compiled:
    """Loads timelines by way of the cache in ``folder``. :meth:`close` gives up what is still being written."""

    def __init__(self, folder: Path, smallest: int = SMALL_FILE_BYTES, patience_s: float = PATIENCE_S) -> None:
        self._folder = folder
        self._smallest = smallest
        self._patience_s = patience_s
        self._closed = threading.Event()
        self._made: Cache | None = None
        self.writers: list[threading.Thread] = []
        """What is being written; nobody needs to wait for it."""

    def load(self, path: Path, tick: formats.Tick = formats.no_tick) -> formats.Loaded:
        """Read a timeline; ``tick`` is told the share that is done, and may raise to give it up.

        Raises TimeglassError.
        """
        if not self._is_large(path):
            return formats.load(path, tick=tick)
        cache = self._cache()
        loaded, found = cache.load(path, lambda path: formats.load(path, tick=tick))
        if not found:
            self._later(lambda: cache.keep(loaded))
        return loaded

    def searcher(self, timeline: Timeline, language: str) -> "Searcher":
        """A searcher for a timeline, ready where its index was kept."""
        from timeglass.search import Searcher  # not before the first search

        searcher = Searcher(timeline, language)
        path = None
        if timeline.path is not None and self._is_large(timeline.path):
            path = self._cache().index_path(timeline)
        if path is not None and not searcher.load(path):
            searcher.build()
            self._later(lambda: self._save(searcher, path))
        return searcher

    def close(self) -> None:
        """Write no more."""
        self._closed.set()
        if self._made is not None:
            self._made.stop()

    def _save(self, searcher: "Searcher", path: Path) -> None:
        with suppress(OSError):
            searcher.save(path)
        self._cache().prune()

    def _is_large(self, path: Path) -> bool:
        try:
            return path.stat().st_size >= self._smallest
        except (OSError, ValueError):
            return False

    def _cache(self) -> "Cache":
        if self._made is None:
            from timeglass.formats.cache import Cache  # not before the first large file

            self._made = Cache(self._folder, __version__, smallest=self._smallest)
        return self._made

    def _later(self, work: Callable[[], object]) -> None:
        """Do something in a thread that does not keep the program from ending."""

        def wait_and_work() -> None:
            if not self._closed.wait(self._patience_s):
                work()

        self.writers = [writer for writer in self.writers if writer.is_alive()]
        self.writers.append(threading.Thread(target=wait_and_work, name="compile", daemon=True))
        self.writers[-1].start()
