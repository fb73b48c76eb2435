"""The date of a row of a table, from however many columns it stands in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from timeglass.chrono.batch import DateColumns
from timeglass.chrono.casual_words import month_number
from timeglass.chrono.edtf import parse_file_date
from timeglass.chrono.edtf_date import KINDS, DateError, DateKind
from timeglass.chrono.instant import DAY, civil, days_in_month, instant
from timeglass.formats.foreign.calendar_text import date_text, year_text
from timeglass.formats.foreign.column_dates import DateColumn, is_nothing, with_time
from timeglass.formats.foreign.column_names import unit_in
from timeglass.formats.foreign.column_roles import Roles
from timeglass.formats.foreign.plain_seconds import plain_seconds
from timeglass.formats.foreign.rows import column_of
from timeglass.formats.problem import shown

_BEFORE = re.compile(r"\s*(?:b\.?\s*c|до\s+н)", re.IGNORECASE)
_SECONDS = {"second": 1, "minute": 60, "hour": 3_600, "day": DAY, "week": 7 * DAY}
_AMOUNT = re.compile(r"(\d+(?:[.,]\d+)?)\s*([a-zA-Zа-яіїєґ]*)")
_UNITS = {
    "s": "second", "sec": "second", "second": "second", "m": "minute", "min": "minute", "minute": "minute",
    "h": "hour", "hr": "hour", "hour": "hour", "d": "day", "day": "day", "w": "week", "week": "week",
    "mo": "month", "month": "month", "y": "year", "yr": "year", "year": "year",
}  # fmt: skip


@dataclass(frozen=True)
class Dated:
    """The date of a row as EDTF, "" where it has none; a note on what EDTF cannot say; what is wrong, if anything."""

    text: str
    note: str = ""
    fault: str = ""
    suggestion: str = ""


class RowDates:
    """Makes dates of the cells of rows. ``columns`` are those of dates, by their numbers."""

    def __init__(self, roles: Roles, columns: dict[int, DateColumn]) -> None:
        self._roles = roles
        self._columns = columns
        self._start, self._end = roles.one("start"), roles.one("end")
        self._duration = roles.one("duration")
        self._unit = unit_in(roles.names[self._duration]) if self._duration >= 0 else "day"
        others = ("year", "time", "era", "start min", "start max", "end min", "end max", "end year")
        self._plain = self._start >= 0 and self._duration < 0 and all(roles.one(role) < 0 for role in others)

    def columns(self, rows: Sequence[Sequence[str]]) -> tuple[DateColumns, list[int]] | None:
        """Dates of rows as columns, and which of the rows need a closer look; None where that goes for too many."""
        start = plain_seconds(column_of(rows, self._start), self._columns[self._start]) if self._plain else None
        if start is None:
            return None
        bounds = np.column_stack((start.seconds, start.last, start.seconds, start.last))
        kind = np.zeros(len(rows), np.int8)
        rest = ~start.known
        cells = column_of(rows, self._end) if self._end >= 0 else []
        if any(cells):
            end = plain_seconds(cells, self._columns[self._end])
            if end is None or end.precision != start.precision:
                return None
            ranged = end.known & (end.seconds != start.seconds)
            bounds[ranged, 2], bounds[ranged, 3] = end.seconds[ranged], end.last[ranged]
            kind[ranged] = KINDS.index(DateKind.INTERVAL)
            rest |= ranged & (end.seconds < start.seconds)
            rest |= ~end.known & np.fromiter(map(bool, cells), np.bool_, len(cells))
        precision = np.full(len(rows), start.precision.value, np.int8)
        return DateColumns(bounds, precision, kind, np.zeros(len(rows), np.int8)), np.flatnonzero(rest).tolist()

    def many(self, rows: Sequence[Sequence[str]]) -> list[str | None]:
        """Dates of rows, each of which is its cells; None for a row that needs a closer look."""
        if not self._plain:
            return [None] * len(rows)
        starts = self._read(self._start, rows)
        if self._end < 0:
            return starts
        return list(map(_joined, starts, self._read(self._end, rows)))

    def _read(self, number: int, rows: Sequence[Sequence[str]]) -> list[str | None]:
        """EDTF of the cells in a column, None for those that need a closer look; an end may be missing."""
        column, cells = self._columns[number], column_of(rows, number)
        found: list[str | None] | None = column.many(cells)  # type: ignore[assignment]
        if found is None:
            found = list(map(column.plain.__getitem__, cells))
            if number == self._start and "" in found:
                return [text or None for text in found]
        return found

    def one(self, cells: Sequence[str]) -> Dated:
        """The date of a row."""
        if self._roles.one("start min") >= 0 or self._roles.one("start max") >= 0:
            return self._ranges(cells)
        try:
            start = self._point("", self._start, cells)
        except DateError as error:
            return Dated("", "", f"{shown(self._written('', self._start, cells))!r} is no date: {error.reason}",
                         error.suggestion)  # fmt: skip
        fault = suggestion = end = ""
        try:
            end = self._point("end ", self._end, cells)
            if start and not end and self._duration >= 0:
                end = self._behind(start, cells[self._duration])
        except DateError as error:
            written = self._written("end ", self._end, cells) or cells[self._duration]
            fault, suggestion = f"{shown(written)!r} is no end: {error.reason}", error.suggestion
        if not start:
            text = f"/{end.rpartition('/')[2]}" if end else ""
            return Dated(text, "", fault or ("" if text else f"there is no date in {self._where()}"), suggestion)
        text, wrong = _span(start, end)
        lost = self._written("end ", self._end, cells) if fault or wrong else ""
        return Dated(text, f"End as written: {lost}." if lost else "", fault or wrong, suggestion)

    def _where(self) -> str:
        number = self._roles.one("year") if self._roles.one("year") >= 0 else self._start
        return shown(repr(self._roles.names[number].strip()))

    def _point(self, prefix: str, number: int, cells: Sequence[str]) -> str:
        """EDTF of the start or end of a row, "" where there is none. Raises DateError."""
        year_column = self._roles.one(f"{prefix}year")
        year = cells[year_column] if year_column >= 0 else ""
        time_column = self._roles.one(f"{prefix}time")
        time = cells[time_column] if time_column >= 0 else ""
        if number >= 0:
            if year_column >= 0 and is_nothing(year) and not prefix:
                return ""
            found = self._columns[number].read(cells[number], year)
            if isinstance(found, DateError):
                raise found
            text = found or (year_text(int(year)) if year.strip().isdigit() else "")
        elif year_column >= 0:
            text = self._fields(prefix, year, cells)
        else:
            return ""
        try:
            text = with_time(text, time)
        except ValueError as error:
            raise DateError(str(error)) from None
        era = self._roles.one("era")
        if era >= 0 and _BEFORE.match(cells[era]) and text and not text.startswith("-"):
            return "/".join(_before_christ(part) for part in text.split("/"))
        return text

    def _fields(self, prefix: str, year: str, cells: Sequence[str]) -> str:
        """A date whose year, month and day stand in columns of their own."""
        if is_nothing(year):
            return ""
        parts = [self._roles.one(f"{prefix}{part}") for part in ("month", "day")]
        month, day = ("" if number < 0 or is_nothing(cells[number]) else cells[number].strip() for number in parts)
        column = self._columns[self._roles.one(f"{prefix}year")]
        if not month:
            found = column.read(year)
            if isinstance(found, DateError):
                raise found
            return found
        try:
            number = month_number(month.lower().rstrip(".")) or int(float(month))
            return date_text(int(float(year)), number, int(float(day)) if day else 0)
        except ValueError as error:
            reason = "numbers are expected" if "could not" in str(error) or "invalid" in str(error) else str(error)
            raise DateError(reason) from None

    def _written(self, prefix: str, number: int, cells: Sequence[str]) -> str:
        numbers = [number] if number >= 0 else [self._roles.one(f"{prefix}{part}") for part in ("year", "month", "day")]
        return " ".join(cells[at].strip() for at in numbers if at >= 0 and cells[at].strip())

    def _behind(self, start: str, duration: str) -> str:
        """EDTF of the end of what lasts for a duration, by days where it starts on a day. Raises DateError."""
        if is_nothing(duration):
            return ""
        found = [(number, _UNITS.get(word.lower().rstrip("s") or self._unit, "")) for number, word in
                 _AMOUNT.findall(duration)]  # fmt: skip
        if not found or not all(unit for _, unit in found):
            raise DateError("a duration such as '3 days' is expected")
        day = parse_file_date(start).bounds.start_earliest
        seconds = months = 0.0
        for number, unit in found:
            amount = float(number.replace(",", "."))
            seconds += amount * _SECONDS.get(unit, 0)
            months += amount * {"month": 1, "year": 12}.get(unit, 0)
        try:
            end = _months_later(day, round(months)) + round(seconds)
            if "T" not in start and end % DAY == day % DAY:
                return date_text(*civil(max(day, end - DAY))[:3])
            return date_text(*civil(end))
        except (ValueError, OverflowError):
            raise DateError("this duration leads out of the calendar") from None

    def _ranges(self, cells: Sequence[str]) -> Dated:
        """From a start to an end of which each is known within a range."""
        ends = []
        try:
            for role in ("start", "end"):
                texts = []
                for part in ("min", "max"):
                    number = self._roles.one(f"{role} {part}")
                    found = self._columns[number].read(cells[number]) if number >= 0 else ""
                    if isinstance(found, DateError):
                        raise DateError(found.reason)
                    texts.append(found)
                low, high = texts[0] or texts[1], texts[1] or texts[0]
                ends.append((low, high))
        except DateError as error:
            return Dated("", "", f"no date: {error.reason}")
        (first, first_latest), (last_earliest, last) = ends
        if not first and not last:
            return Dated("", "", "there is no date")
        told = [
            f"{word} between {low} and {high}"
            for word, low, high in (("Start", first, first_latest), ("end", last_earliest, last))
            if low != high
        ]
        start = f"{first}~" if first != first_latest and "T" not in first else first
        end = f"{last}~" if last != last_earliest and "T" not in last else last
        text, wrong = _span(start, end) if start else (f"/{end}", "")
        note = ", ".join(told)
        return Dated(text, f"{note[:1].upper()}{note[1:]}." if note else "", wrong)


def _joined(start: str | None, end: str | None) -> str | None:
    """A start and an end as one date where that is plain."""
    if start is None or end is None:
        return None
    if not end or start == end:
        return start
    if start < end and len(start) == len(end) == 10 and start[4] == end[4] == "-":
        return f"{start}/{end}"
    return None


def _span(start: str, end: str) -> tuple[str, str]:
    """A start and an end as one date, and what is wrong with it: then the start alone is meant."""
    if not end or start == end:
        return start, ""
    text = f"{start.partition('/')[0]}/{end.rpartition('/')[2]}"
    try:
        parse_file_date(text)
    except DateError as error:
        hint = " (years before Christ without a sign?)" if start[:2] == "00" and "before" in error.reason else ""
        return start, f"from {shown(start)} to {shown(end)}: {error.reason}{hint}"
    return text, ""


def _before_christ(date: str) -> str:
    """A date whose year counts from Christ back."""
    year, rest = date[:4], date[4:]
    return f"{year_text(1 - int(year))}{rest}" if year.isdigit() else date


def _months_later(at: int, months: int) -> int:
    if not months:
        return at
    year, month, day, *time = civil(at)
    year, month = divmod(year * 12 + month - 1 + months, 12)
    return instant(year, month + 1, min(day, days_in_month(year, month + 1)), *time)
