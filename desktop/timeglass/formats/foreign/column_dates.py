"""Dates in a column of a table: its form is found from all of it, and each cell becomes EDTF."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

import numpy as np

from timeglass.chrono.casual import parse_casual
from timeglass.chrono.edtf_date import DateError
from timeglass.formats.foreign.calendar_text import date_text, year_text
from timeglass.formats.foreign.time_text import clock, epoch_text, foreign_date

NOTHING = frozenset(
    {
        "",
        "-",
        "–",
        "—",
        "?",
        "n/a",
        "na",
        "nan",
        "nat",
        "none",
        "null",
        "nil",
        "unknown",
        "tbd",
        "tba",
        "\\n",
        "невідомо",
    }
)
"""What people and programs write where there is no date, and no title."""
_WORDS = frozenset({"?", "none", "unknown", "tbd", "tba", "невідомо"})
"""Of these what tells something where no date is asked for: that nobody knows, or that there were none."""
BLANK = NOTHING - _WORDS
"""Signs for an empty cell: what is left out wherever it stands."""

_DAYS = re.compile(r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}\n)+")
_MOMENTS = re.compile(r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?(?:Z|\+00:?00)?\n)+")
_UTC = ("Z\n", "+00:00\n", "+0000\n")
_INTEGERS = re.compile(r"(?:-?[0-9]{9,19}\n)+")
_NUMBER = re.compile(r"-?\d{9,19}(?:\.\d+)?")
_YEAR = re.compile(r"([+-]?\d{1,4})(?:\.0+)?")
_LONG_YEAR = re.compile(r"(-\d{5,11})(?:\.0+)?")
_FRACTION = re.compile(r"-?\d{1,4}\.\d+")
_COMPACT = re.compile(r"([12]\d{3})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_ISO = re.compile(
    r"([+-]?\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:[ T,]+(.+))?")
SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ T,]+(\d.*))?")
_PLAUSIBLE = re.compile(r"(?=.*\d{3}|.*\d(?:st|nd|rd|th) c).{3,60}", re.IGNORECASE)
_MOST_REMEMBERED = 50_000
_PIVOT = 69
"""Two digits from here on are a year of the last century, as in POSIX."""


def is_nothing(cell: str) -> bool:
    """Tell whether a cell says nothing."""
    return cell.strip().lower() in NOTHING


def is_blank(cell: str) -> bool:
    """Tell whether a cell is empty, or holds a sign for that."""
    return cell.strip().lower() in BLANK


class DateColumn:
    """A column of dates. ``sample`` are some of its cells, or all; ``dated`` tells that its name speaks of dates."""

    def __init__(self, sample: Iterable[str], *, dated: bool = True) -> None:
        cells = [cell.strip() for cell in sample if not is_nothing(cell)]
        self._dated = dated
        numbers = sum(_NUMBER.fullmatch(cell) is not None for cell in cells)
        self.is_epoch = dated and numbers > 0 and numbers >= 0.5 * len(cells)
        slashed = [found for cell in cells if (found := SLASHED.fullmatch(cell))]
        self.is_slashed = len(slashed) > 0.3 * len(cells)
        self.two_digits = sum(len(found[4]) == 2 for found in slashed) > 0.5 * len(slashed) if slashed else False
        self.day_first = False
        self.decided = ""
        """Why the day is taken to come first, or last; "" where nothing had to be decided."""
        self.seen_two_digits = False
        self._known: dict[tuple[str, str], str | DateError] = {}
        self.plain = _Plain(self)
        """EDTF of cells; None for what is no date."""
        self.decide(cells)

    @property
    def is_ambiguous(self) -> bool:
        """The cells so far do not tell whether day or month comes first."""
        return self.is_slashed and self.decided.startswith("both")

    def decide(self, cells: Iterable[str], european: bool = False) -> None:
        """Find from all cells whether the day comes first."""
        if not self.is_slashed:
            return
        first = second = dots = 0
        marks: Counter[str] = Counter()
        for cell in cells:
            found = SLASHED.fullmatch(cell.strip())
            if found:
                first += int(found[1]) > 12
                second += int(found[3]) > 12
                marks[found[2]] += 1
        dots = marks["."]
        if first and first >= second:
            self.day_first, self.decided = True, "days above 12 stand first"
        elif second:
            self.day_first, self.decided = False, "days above 12 stand second"
        elif dots > marks["/"] + marks["-"] or european:
            self.day_first, self.decided = True, "both ways would fit, but this is how it is written with dots"
            if european and not dots:
                self.decided = (
                    "both ways would fit, but the cells are separated by semicolons, as where days stand first"
                )
        else:
            self.day_first, self.decided = False, "both ways would fit"

    def share(self, cells: Sequence[str]) -> float:
        """Which share of some cells are dates, 0 to 1."""
        filled = [cell for cell in cells if not is_nothing(cell)]
        if not filled:
            return 0.0
        return sum(self._looks_dated(cell.strip()) for cell in filled) / len(filled)

    def _looks_dated(self, cell: str) -> bool:
        if _YEAR.fullmatch(cell) or _NUMBER.fullmatch(cell) or _LONG_YEAR.fullmatch(cell):
            return self._dated
        if _ISO.fullmatch(cell) or SLASHED.fullmatch(cell):
            return True
        if not _PLAUSIBLE.fullmatch(cell):
            return False
        return isinstance(self.read(cell), str)

    def many(self, cells: Sequence[str]) -> list[str] | None:
        """EDTF of all cells where each is a plain date or moment; None where they need a closer look."""
        joined = "\n".join(cells) + "\n"
        if _DAYS.fullmatch(joined):
            return list(cells)
        if _MOMENTS.fullmatch(joined):
            utc = sum(map(joined.count, _UTC))
            if utc in (0, len(cells)) and joined.count("\n") == len(cells):
                zone = "Z" if utc else ""
                return [f"{cell[:10]}T{cell[11:19]}{zone}" for cell in cells]
        if self.is_epoch and _INTEGERS.fullmatch(joined):
            return self._epochs(cells)
        return None

    def _epochs(self, cells: Sequence[str]) -> list[str] | None:
        numbers = np.array(cells, np.int64)
        divisor = _divisor(int(np.abs(numbers).max()))
        if _divisor(int(np.abs(numbers).min())) != divisor:
            return None
        seconds = numbers // divisor
        if seconds.min() < -62_135_596_800 or seconds.max() > 253_402_300_799:
            return None
        moments = np.datetime_as_string(seconds.astype("datetime64[s]"))
        return [f"{moment}Z" for moment in moments.tolist()]

    def read(self, cell: str, year: str = "") -> str | DateError:
        """EDTF of a cell, "" where it says nothing; ``year`` is what another column says of its year."""
        known = self._known.get((cell, year))
        if known is None:
            if len(self._known) > _MOST_REMEMBERED:
                self._known.clear()
            try:
                known = self._read(" ".join(cell.split()), year)
            except DateError as error:
                known = error
            except ValueError as error:
                known = DateError(str(error))
            self._known[cell, year] = known
        return known

    def _read(self, cell: str, year: str) -> str:
        if is_nothing(cell):
            return ""
        if self.is_epoch and _NUMBER.fullmatch(cell):
            number = float(cell) if "." in cell else int(cell)
            return epoch_text(number // _divisor(int(abs(number))))
        if found := _ISO.fullmatch(cell):
            return _iso(found)
        if found := _YEAR.fullmatch(cell):
            return year_text(int(found[1]))
        if found := _LONG_YEAR.fullmatch(cell):
            return year_text(int(found[1]))
        if _FRACTION.fullmatch(cell):
            return year_text(math.floor(float(cell)))
        if found := _COMPACT.fullmatch(cell):
            return date_text(*map(int, found.groups()))
        if found := _YEAR_FIRST.fullmatch(cell):
            return _timed(date_text(int(found[1]), int(found[2]), int(found[3])), found[4] or "")
        if found := SLASHED.fullmatch(cell):
            return self._slashed(found, year)
        try:
            return foreign_date(cell)
        except DateError:
            return parse_casual(cell).text

    def slashed_day(self, cell: str) -> str:
        """The short way for the likes of 12/31/2020; "" for all else."""
        first, _, rest = cell.partition("/")
        second, _, year = rest.partition("/")
        if (
            not (first and second)
            or len(year) != 4
            or len(first + second) > 4
            or not (first + second + year).isdecimal()
        ):
            return ""
        day, month = (int(first), int(second)) if self.day_first else (int(second), int(first))
        if 1 <= month <= 12 and 1 <= day <= 28 and (first + second + year).isascii():
            return f"{year}-{month:02}-{day:02}"
        return ""

    def _slashed(self, found: re.Match[str], year: str) -> str:
        day, month = (int(found[1]), int(found[3])) if self.day_first else (int(found[3]), int(found[1]))
        if month > 12 >= day:
            day, month = month, day
        number = int(found[4])
        if len(found[4]) == 2:
            if year.strip().isdigit() and int(year) % 100 == number:
                number = int(year)
            else:
                number += 1900 if number >= _PIVOT else 2000
                self.seen_two_digits = True
        return _timed(date_text(number, month, day), found[5] or "")


class _Plain(dict[str, str | None]):
    """Remembers what cells stand for."""

    def __init__(self, column: DateColumn) -> None:
        self._column = column

    def __missing__(self, cell: str) -> str | None:
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        found = self._column.slashed_day(cell) or self._column.read(cell)
        self[cell] = text = found if isinstance(found, str) else None
        return text


def _divisor(number: int) -> int:
    """How many of a unit make a second, by the size of numbers since 1970: seconds, ms, µs or ns."""
    return 1 if number < 10**11 else 10**3 if number < 10**14 else 10**6 if number < 10**17 else 10**9


def _iso(found: re.Match[str]) -> str:
    year, month, day, hour, minute, second, fraction, zone = found.groups()
    if hour is None:
        return date_text(int(year), int(month), int(day))
    text = date_text(int(year), int(month), int(day), int(hour), int(minute), int(second or 0))
    if second is None:
        text = text[:-3]
    elif fraction and fraction.strip("0"):
        text += f".{fraction}"
    if not zone:
        return text
    plain = "Z" if zone in ("Z", "UTC", "GMT") else f"{zone[:3]}:{zone[-2:]}"
    return text + ("Z" if plain == "+00:00" else plain)


def _timed(day: str, time: str) -> str:
    """A day with a time of day behind it, if there is one."""
    if not time.strip():
        return day
    hour, minute, second = clock(time)
    return f"{day}T{hour:02}:{minute:02}" + (f":{second:02}" if second else "")


def with_time(day: str, time: str) -> str:
    """A day with a time of day from another cell; nothing changes for what is not a day or has a time already."""
    if is_nothing(time) or len(day) < 10 or "T" in day or "/" in day:
        return day
    return _timed(day, time)
