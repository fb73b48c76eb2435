"""What the columns of a timeline need, gathered from entries a chunk at a time, with all faults reported."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.batch import DateColumns, parse_bounds
from timeglass.chrono.edtf_date import KINDS, DateKind
from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.events.columns import Mark
from timeglass.events.event import Status
from timeglass.formats.entries import EventEntry
from timeglass.formats.problem import Problems, shown
from timeglass.formats.references import References
from timeglass.formats.stores import Chunk

_STATUS_MARK = {
    Status.CONFIRMED: Mark(0).value,
    Status.DISPUTED: Mark.DISPUTED.value,
    Status.CLAIMED: Mark.CLAIMED.value,
    Status.PLANNED: Mark.PLANNED.value,
}
_RANGES = [KINDS.index(DateKind.INTERVAL), KINDS.index(DateKind.ALL_OF)]
_DATE_MARKS = np.array(
    [
        (bits & 1 and Mark.UNCERTAIN.value)
        | (bits & 2 and Mark.APPROXIMATE.value)
        | (bits & 4 and Mark.UNKNOWN_START.value)
        | (bits & 8 and Mark.UNKNOWN_END.value)
        for bits in range(16)
    ],
    np.int16,
)
"""The marks of an event by the :class:`~timeglass.chrono.batch.DateMark` bits of its date."""


MOST_CATEGORIES = 30_000
"""So many can be told apart in the columns; further ones get no lane of their own."""


class Categories(dict[str | tuple[str, ...], int]):
    """Number of the first category of each value that an entry's category has; numbered as they come."""

    def __init__(self, known: Sequence[str], closed: bool) -> None:
        super().__init__()
        self.numbers = {identifier: number for number, identifier in enumerate(known)}
        """All categories, those of the head first."""
        self.unknown: set[str | tuple[str, ...]] = set()
        """Values that name a category which the file ought to define and does not."""
        self.several: set[str | tuple[str, ...]] = set()
        """Values that name more than one category."""
        self._known = frozenset(known) if closed and known else None

    def __missing__(self, value: str | tuple[str, ...]) -> int:
        categories = value if isinstance(value, tuple) else (value,) if value else ()
        for category in categories:
            if len(self.numbers) < MOST_CATEGORIES:
                self.numbers.setdefault(category, len(self.numbers))
        if len(categories) > 1:
            self.several.add(value)
        if self._known is not None and not self._known.issuperset(categories):
            self.unknown.add(value)
        number = self.numbers.get(categories[0], -1) if categories else -1
        self[value] = number
        return number

    def is_unknown(self, category: str) -> bool:
        """Tell whether the file ought to define a category and does not."""
        return self._known is not None and category not in self._known


class Gathering:
    """Takes in the entries of one file, chunk by chunk, in the order of the file."""

    def __init__(self, categories: Categories, references: References, problems: Problems) -> None:
        self.categories = categories
        self.named: list[tuple[int, tuple[str, ...]]] = []
        """Rows with aliases, and these."""
        self.relating: list[int] = []
        """Rows with arrows to other events."""
        self.dateless: dict[int, str] = {}
        """Ids, or "", of events that are left out, since their date makes no sense; by their row."""
        self.nameless = False
        """An event has no id of its own."""
        self._references = references
        self._problems = problems
        self._rows: list[NDArray[np.int64]] = []
        self._bounds: list[NDArray[np.int64]] = []
        self._hashes: list[NDArray[np.int64]] = []
        self._small: list[NDArray[np.int16]] = []
        """Importance, category and flags, shape (3, n)."""

    def add(self, chunk: Chunk, nearest: Callable[[str], str]) -> None:
        """Take in a chunk. ``nearest`` suggests a category for one that is unknown."""
        dates = chunk.parsed if chunk.parsed is not None else parse_bounds(chunk.dates, timed=True)
        count = len(chunk.rows)
        at = chunk.rows
        rows = np.arange(at.start, at.stop) if isinstance(at, range) else np.fromiter(at, np.int64, count)
        hashes = np.fromiter(map(hash, chunk.ids), np.int64, count)
        small = np.empty((3, count), np.int16)
        small[0] = chunk.importances
        small[1] = np.fromiter(map(self.categories.__getitem__, chunk.categories), np.int16, count)
        small[2] = _flags(dates)
        if chunk.statuses.count(Status.CONFIRMED) < count:
            small[2] |= np.array([_STATUS_MARK[status] for status in chunk.statuses], np.int16)
        if self.categories.several:
            several = np.fromiter(map(self.categories.several.__contains__, chunk.categories), np.bool_, count)
            small[2, several] |= Mark.SEVERAL.value
        if related := [row for row, entry in chunk.parted if entry.related]:
            small[2, np.isin(rows, related)] |= Mark.RELATED.value
        bounds = dates.bounds
        if dates.errors:
            self._report_dates(chunk, dates)
            sound = np.ones(count, np.bool_)
            sound[list(dates.errors)] = False
            rows, hashes, small, bounds = rows[sound], hashes[sound], small[:, sound], bounds[sound]
        self.nameless = self.nameless or "" in chunk.ids
        self._rows.append(rows)
        self._bounds.append(bounds)
        self._hashes.append(hashes)
        self._small.append(small)
        for row, entry in chunk.parted:
            self._check(row, entry)
        if self.categories.unknown:
            self._check_categories(chunk, nearest)

    def has_equal_ids(self) -> bool:
        """Tell whether two events may have the same id; seldom true where none have."""
        left_out = np.array([hash(name) for name in self.dateless.values() if name], np.int64)
        hashes = np.sort(np.concatenate([self.hashes(), left_out]))
        return bool((hashes[1:] == hashes[:-1]).any())

    def hashes(self) -> NDArray[np.int64]:
        """Hashes of the ids of all sound events, as they stand in the file."""
        return np.concatenate([np.zeros(0, np.int64), *self._hashes])

    def rows(self) -> NDArray[np.int64]:
        """Rows in the file of all sound events, ascending."""
        return np.concatenate([np.zeros(0, np.int64), *self._rows])

    def bounds(self) -> NDArray[np.int64]:
        """Their four bounds, shape (n, 4)."""
        return np.concatenate([np.zeros((0, 4), np.int64), *self._bounds])

    def small(self) -> NDArray[np.int16]:
        """Their importance, category and flags, shape (3, n)."""
        return np.concatenate([np.zeros((3, 0), np.int16), *self._small], axis=1)

    def _check(self, row: int, entry: EventEntry) -> None:
        """Report what is wrong with the parts of an event that refer to something."""
        at = ("events", row)
        self._references.sources(entry.sources, (*at, "sources"))
        self._references.figures(entry.figures, (*at, "figures"))
        self._references.pictures(entry.media, (*at, "media"))
        if entry.aliases:
            self.named.append((row, entry.aliases))
        if entry.related:
            self.relating.append(row)

    def _report_dates(self, chunk: Chunk, dates: DateColumns) -> None:
        for index, error in dates.errors.items():
            self.dateless[chunk.rows[index]] = chunk.ids[index]
            message = f"{shown(chunk.dates[index])!r} is no date: {error.reason}"
            self._problems.error(("events", chunk.rows[index], "date"), message, error.suggestion)

    def _check_categories(self, chunk: Chunk, nearest: Callable[[str], str]) -> None:
        for row, value in zip(chunk.rows, chunk.categories, strict=True):
            if value in self.categories.unknown:
                several = isinstance(value, tuple) and len(value) > 1
                for number, category in enumerate(value if isinstance(value, tuple) else (value,)):
                    if self.categories.is_unknown(category):
                        path = ("events", row, "category", number) if several else ("events", row, "category")
                        self._problems.error(path, f"unknown category {shown(category)!r}", nearest(category))


def _flags(dates: DateColumns) -> NDArray[np.int16]:
    """What the flags column says of dates."""
    flags = _DATE_MARKS[dates.marks]
    flags[np.isin(dates.kind, _RANGES)] |= Mark.RANGE.value
    flags[dates.bounds[:, 0] == OPEN_PAST] |= Mark.OPEN_START.value
    flags[dates.bounds[:, 3] == OPEN_FUTURE] |= Mark.OPEN_END.value
    return flags
