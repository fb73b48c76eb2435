"""Timelines as they were compiled from large files, so that an unchanged file opens at once.

A cache is a folder that may be deleted at any time. An entry belongs to a path, to the bytes of the file there, to the
version of the entries and to that of the program; any other, and any damaged one, is passed over and made anew.
"""

import hashlib
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import msgspec

from timeglass.atomic import write_atomically
from timeglass.chrono.edtf_date import EdtfDate
from timeglass.errors import TimeglassError
from timeglass.events.columns import Columns
from timeglass.events.event import Event
from timeglass.events.lazy import LazyEvents
from timeglass.events.timeline import Head, Timeline
from timeglass.formats.cache_file import CacheFile, DamagedError, write_parts
from timeglass.formats.cached_events import COLUMN_NAMES, CachedEvents, CachedNames, Gatherer
from timeglass.formats.loaded import Loaded
from timeglass.formats.problem import Problem

VERSION: Final = 3
"""Of the entries."""
LIMIT: Final = 2 * 2**30
"""Bytes of all entries; the ones that were not used for the longest time go first."""
SMALLEST: Final = 1_000_000
"""Bytes; a smaller file is read as fast as it is looked up."""
ENDING: Final = ".timeline-cache"
INDEX_ENDING: Final = ".search-index"
_LEFT_BEHIND_S: Final = 3_600.0

Load = Callable[[Path], Loaded]


def at_once() -> None:
    """Wait for nothing."""


class _Entry(msgspec.Struct, frozen=True):
    """Head of an entry."""

    version: int
    program: str
    path: str
    digest: str
    format_name: str
    count: int
    head: Head
    problems: tuple[Problem, ...]


class StoppedError(Exception):
    """Raised inside while an entry is written that is not wanted any more."""


class Cache:
    """The entries in a folder, made by a version of the program. The folder need not exist.

    Entries of a ``movable`` cache belong to names of files, wherever these lie: it is made where the program is
    packaged, and only read where it is installed.
    """

    def __init__(
        self, folder: Path, program: str, limit: int = LIMIT, smallest: int = SMALLEST, *, movable: bool = False
    ) -> None:
        self._folder = folder
        self._program = program
        self._limit = limit
        self._smallest = smallest
        self._movable = movable
        self._stop = threading.Event()

    def load(self, path: Path, load: Load | None = None) -> tuple[Loaded, bool]:
        """Open a file, and tell whether its compiled form was at hand. ``load`` reads it where it was not.

        Raises what ``load`` raises.
        """
        found = self.find(path)
        return (found, True) if found is not None else ((load or _load_anew)(path), False)

    def find(self, path: Path) -> Loaded | None:
        """The compiled form of a file as it is now; None where there is none."""
        try:
            if path.stat().st_size < self._smallest or not path.is_file():
                return None
            entries = sorted(self._folder.glob(f"{_hash(self._place(path))}-*{ENDING}"))
            if not entries:
                return None
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            entry = self._entry_path(path, digest)
            if entry not in entries:
                return None
            loaded = self._opened(entry, path, digest)
            if not self._movable:
                entry.touch()
            return loaded
        except (OSError, ValueError, DamagedError):
            return None

    def keep(self, loaded: Loaded, wait: Callable[[], None] = at_once) -> bool:
        """Write the compiled form of what was loaded; tell whether that went well. May run in another thread.

        ``wait`` is called before each event, and may take its time.
        Earlier states of the same file, and what is more than the limit, are deleted.
        """
        timeline = loaded.timeline
        try:
            if timeline.path is None or not timeline.digest or timeline.path.stat().st_size < self._smallest:
                return False
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            entry = self._entry_path(timeline.path, timeline.digest)
            write_atomically(entry, lambda file: self._write(file, loaded, wait), overwrite=True)
        except (OSError, TimeglassError, StoppedError, MemoryError):
            return False
        for other in self._folder.glob(f"{_hash(self._place(timeline.path))}-*"):
            if other.name.partition(".")[0] != entry.name.partition(".")[0]:
                _delete(other)
        self.prune()
        return True

    def stop(self) -> None:
        """Give up what is being written."""
        self._stop.set()

    def index_path(self, timeline: Timeline) -> Path | None:
        """Where the search index of a timeline belongs; None for one that needs none, or cannot have one."""
        if timeline.path is None or not timeline.digest:
            return None
        with suppress(OSError):
            if timeline.path.stat().st_size >= self._smallest:
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                return self._entry_path(timeline.path, timeline.digest).with_suffix(INDEX_ENDING)
        return None

    def prune(self) -> None:
        """Delete what was not used for the longest time, until no more is there than the limit allows."""
        ages: list[tuple[float, int, Path]] = []
        with suppress(OSError):
            for path in self._folder.iterdir():
                if path.suffix in (ENDING, INDEX_ENDING):
                    status = path.stat()
                    ages.append((status.st_mtime, status.st_size, path))
                elif path.suffix == ".part" and path.stat().st_mtime < time.time() - _LEFT_BEHIND_S:
                    path.unlink()  # a program that was ended while it wrote
        total = sum(size for _, size, _ in ages)
        for _, size, path in sorted(ages):
            if total <= self._limit:
                break
            _delete(path)
            total -= size

    def _entry_path(self, path: Path, digest: str) -> Path:
        return self._folder / f"{_hash(self._place(path))}-{digest[:24]}{ENDING}"

    def _place(self, path: Path) -> str:
        """What of a path an entry belongs to."""
        return path.name if self._movable else str(path)

    def _write(self, file: Any, loaded: Loaded, wait: Callable[[], None]) -> None:
        timeline = loaded.timeline
        gatherer = Gatherer(timeline)

        def go_on() -> None:
            wait()
            if self._stop.is_set():
                raise StoppedError

        def others() -> tuple[bytes, dict[str, Any]]:
            entry = _Entry(
                VERSION,
                self._program,
                self._place(timeline.path or Path()),
                timeline.digest,
                timeline.format_name,
                len(timeline),
                timeline.head,
                loaded.problems,
            )
            return msgspec.msgpack.encode(entry), gatherer.arrays()

        write_parts(file, gatherer.texts(go_on), others)

    def _opened(self, entry: Path, path: Path, digest: str) -> Loaded:
        file = CacheFile(entry)
        kept = file.head(_Entry)
        wanted = (VERSION, self._program, self._place(path), digest)
        if (kept.version, kept.program, kept.path, kept.digest) != wanted:
            raise DamagedError
        columns = Columns(*(file.array(name) for name in COLUMN_NAMES))
        if len(columns) != kept.count:
            raise DamagedError
        made = CachedEvents(file, columns, _Rescue(path, digest))
        events = LazyEvents(kept.count, made, made.undated)
        head = kept.head
        timeline = Timeline(
            head=replace(
                head,
                eras=tuple(head.eras),
                synonyms=tuple(tuple(group) for group in head.synonyms),
                series=tuple(head.series),
            ),
            events=events,
            columns=columns,
            path=path,
            digest=digest,
            format_name=kept.format_name,
            names=CachedNames(file, events),
        )
        return Loaded(timeline, kept.problems)


class _Rescue:
    """Reads the file itself, once, where its entry turns out to be damaged."""

    def __init__(self, path: Path, digest: str) -> None:
        self._path = path
        self._digest = digest
        self._lock = threading.Lock()
        self._timeline: Timeline | None = None
        self._tried = False

    def __call__(self, row: int, date: EdtfDate) -> Event:
        with self._lock:
            if not self._tried:
                self._tried = True
                with suppress(TimeglassError):
                    timeline = _load_anew(self._path).timeline
                    self._timeline = timeline if timeline.digest == self._digest else None
        if self._timeline is not None:
            return self._timeline.events[row]
        return Event(id=f"lost-{row}", date=date, title="…")


def _load_anew(path: Path) -> Loaded:
    from timeglass.formats.loading import load  # not where the entry is sound

    return load(path)


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _delete(path: Path) -> None:
    with suppress(OSError):
        path.unlink()
