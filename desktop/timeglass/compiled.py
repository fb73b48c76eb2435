"""Large files and their search indexes, taken from the cache where that can be, and put there when there is time.

The built-in timeline is compiled where the program is packaged, and shipped in that form as well.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, Final

from timeglass import __version__, assets, formats
from timeglass.events.timeline import Timeline
from timeglass.formats.columns_given import TABLE_FORMATS, Recall, recall_nothing

if TYPE_CHECKING:
    from timeglass.formats.cache import Cache
    from timeglass.search import Searcher

SMALL_FILE_BYTES: Final = 1_000_000
"""A smaller file is read as fast as it is looked up."""
PATIENCE_S: Final = 3.0
"""So long the window has the processor for itself after a file was read."""
_LOOK_S: Final = 0.1
"""So often who waits looks whether there is still something to be written."""
_TABLES: Final = "tables-"


class Compiled:
    """Loads timelines by way of the cache in ``folder``. :meth:`close` gives up what is still being written.

    ``recall`` knows the columns that were chosen for tables; ``token`` is another text whenever that changes.
    """

    def __init__(
        self,
        folder: Path,
        smallest: int = SMALL_FILE_BYTES,
        patience_s: float = PATIENCE_S,
        recall: Recall = recall_nothing,
        token: Callable[[], str] = str,
    ) -> None:
        self._folder = folder
        self._smallest = smallest
        self._patience_s = patience_s
        self._recall = recall
        self._token = token
        self._closed = threading.Event()
        self._turns = threading.Lock()
        self._building = 0
        self._idle = threading.Event()
        """No index is being built."""
        self._idle.set()
        self._made: dict[Path, Cache] = {}
        self.writers: list[threading.Thread] = []
        """What is being written; nobody needs to wait for it."""

    def load(self, path: Path, tick: formats.Tick = formats.no_tick) -> formats.Loaded:
        """Read a timeline; ``tick`` is told the share that is done, and may raise to give it up.

        Raises TimeglassError.
        """
        if path == assets.builtin_timeline() and (shipped := _shipped().find(path)) is not None:
            return shipped
        if not self._is_large(path):
            return self._read(path, tick)
        found_format = None
        if self._token():
            from timeglass.formats.registry import format_of  # the start of the program can do without

            found_format = format_of(path)
        cache = self._cache(found_format.name if found_format is not None else "")
        loaded, found = cache.load(path, lambda path: self._read(path, tick))
        if not found:
            self._later(lambda: cache.keep(loaded, self._wait_for_builders))
        return loaded

    def searcher(self, timeline: Timeline, language: str) -> "Searcher":
        """A searcher for a timeline, ready where its index was kept."""
        from timeglass.search import Searcher  # not before the first search

        searcher = Searcher(timeline, language)
        if timeline.path is None or not self._is_large(timeline.path):
            return searcher
        path = self._cache(timeline.format_name).index_path(timeline)
        if path is not None and not searcher.load(path):
            index_path = path
            searcher.while_building = self._build
            searcher.when_built = lambda: self._later(lambda: self._save(searcher, index_path, timeline.format_name))
        return searcher

    def close(self) -> None:
        """Write no more."""
        self._closed.set()
        for cache in self._made.values():
            cache.stop()

    @contextmanager
    def _build(self) -> Iterator[None]:
        """Let writers wait: somebody waits for hits, and two threads that read all events hold each other up."""
        with self._turns:
            self._building += 1
            self._idle.clear()
        try:
            yield
        finally:
            with self._turns:
                self._building -= 1
                if not self._building:
                    self._idle.set()

    def _wait_for_builders(self) -> None:
        while not self._idle.is_set() and not self._closed.is_set():
            self._idle.wait(_LOOK_S)

    def _read(self, path: Path, tick: formats.Tick) -> formats.Loaded:
        return formats.load(path, tick=tick, recall=self._recall)

    def _save(self, searcher: "Searcher", path: Path, format_name: str) -> None:
        with suppress(OSError):
            searcher.save(path)
        self._cache(format_name).prune()

    def _is_large(self, path: Path) -> bool:
        try:
            return path.stat().st_size >= self._smallest
        except (OSError, ValueError):
            return False

    def _cache(self, format_name: str) -> "Cache":
        """The cache for files of a format. What was made of tables with other columns is of no use any more."""
        token = self._token() if format_name in TABLE_FORMATS else ""
        folder = self._folder / f"{_TABLES}{token}" if token else self._folder
        if folder not in self._made:
            from timeglass.formats.cache import Cache  # not before the first large file

            for other in self._folder.glob(f"{_TABLES}*") if token else ():
                if other != folder:
                    rmtree(other, ignore_errors=True)
            self._made[folder] = Cache(folder, __version__, smallest=self._smallest)
        return self._made[folder]

    def _later(self, work: Callable[[], object]) -> None:
        """Do something in a thread that does not keep the program from ending."""

        def wait_and_work() -> None:
            if not self._closed.wait(self._patience_s):
                work()

        self.writers = [writer for writer in self.writers if writer.is_alive()]
        self.writers.append(threading.Thread(target=wait_and_work, name="compile", daemon=True))
        self.writers[-1].start()


def compile_builtin(folder: Path) -> bool:
    """Compile the built-in timeline for an :func:`~timeglass.assets.compiled_folder`; tell whether that went well."""
    return _shipped(folder).keep(formats.load(assets.builtin_timeline()))


def _shipped(folder: Path | None = None) -> "Cache":
    from timeglass.formats.cache import Cache  # needed only where there is something to find in it

    return Cache(folder or assets.compiled_folder(), __version__, smallest=0, movable=True)
