"""First and last instant of a single date, with unspecified digits, seasons and significant digits."""

from collections.abc import Iterator, Sequence

from timeglass.chrono.expression import Calendar, LongYear, Simple
from timeglass.chrono.instant import DAY, day_number, days_in_month

_SEASON_MONTHS: dict[int, tuple[int, int]] = {
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3),
    25: (3, 3), 26: (6, 3), 27: (9, 3), 28: (12, 3),
    29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3),
    33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3),
    37: (1, 4), 38: (5, 4), 39: (9, 4),
    40: (1, 6), 41: (7, 6),
}  # fmt: skip
"""First month and number of months: 21–24 seasons without a hemisphere (taken as northern), 25–28 northern,
29–32 southern, 33–36 quarters, 37–39 quadrimesters, 40 and 41 semesters. The standard leaves the months of a
season open; these are the meteorological ones, and a winter ends in the year after the one that names it."""


def matches(pattern: str, number: int) -> bool:
    """Tell whether a two-digit number fits a pattern such as ``1X``."""
    return all(wanted in ("X", digit) for wanted, digit in zip(pattern, f"{number:02}", strict=True))


def _years(pattern: str, *, last: bool) -> Iterator[int]:
    """Years that fit, from the first on, or from the last back. Year 0 has no sign."""
    negative = pattern.startswith("-")
    digits = pattern.lstrip("-")
    places = [10 ** (len(digits) - 1 - index) for index, digit in enumerate(digits) if digit == "X"]
    base = int(digits.replace("X", "0"))
    count = 10 ** len(places)
    for step in range(count):
        # A negative year lies the earlier, the larger its digits are.
        filling = count - 1 - step if last != negative else step
        magnitude = base
        for place in reversed(places):
            filling, digit = divmod(filling, 10)
            magnitude += digit * place
        if not negative:
            yield magnitude
        elif magnitude:
            yield -magnitude


def _fitting(pattern: str, count: int, *, last: bool) -> Sequence[int]:
    """Numbers from 1 to ``count`` that fit a pattern; an absent pattern gives only the first or the last."""
    if not pattern:
        return (count,) if last else (1,)
    if pattern.isdigit():
        return (int(pattern),) if 1 <= int(pattern) <= count else ()
    numbers = range(count, 0, -1) if last else range(1, count + 1)
    return [number for number in numbers if matches(pattern, number)]


def _fits_a_leap_year(date: Calendar) -> bool:
    """Tell whether month and day fit any year at all, so that no search for one is in vain for long."""
    months = _fitting(date.month, 12, last=False)
    return any(day for month in months for day in _fitting(date.day, days_in_month(2000, month), last=False))


def _edge(date: Calendar, *, last: bool) -> int | None:
    """Day number of the first (or last) real day that fits, or None."""
    if not _fits_a_leap_year(date):
        return None
    for year in _years(date.year, last=last):
        for month in _fitting(date.month, 12, last=last):
            for day in _fitting(date.day, days_in_month(year, month), last=last):
                return day_number(year, month, day)
    return None


def _months(year: int, first: int, count: int) -> tuple[int, int]:
    """Instants of the first and last second of some months."""
    after, month = divmod(first - 1 + count, 12)
    return day_number(year, first, 1) * DAY, day_number(year + after, month + 1, 1) * DAY - 1


def extent(date: Simple) -> tuple[int, int]:
    """First and last second that a date can mean; :class:`ValueError` where no real day fits."""
    found = find_extent(date)
    if found is None:
        raise ValueError(f"no such day: {date}")
    return found


def find_extent(date: Simple) -> tuple[int, int] | None:
    """First and last second that a date can mean, or None where no real day fits."""
    if isinstance(date, LongYear):
        year, unit = date.year, 10**date.doubtful_digits
        rest = abs(year) % unit
        low, high = (year - rest, year - rest + unit - 1) if year >= 0 else (year + rest - unit + 1, year + rest)
        return day_number(low, 1, 1) * DAY, day_number(high + 1, 1, 1) * DAY - 1
    if season := date.season:
        first, count = _SEASON_MONTHS[season]
        low, high = next(_years(date.year, last=False)), next(_years(date.year, last=True))
        return _months(low, first, count)[0], _months(high, first, count)[1]
    if "X" not in date.year and "X" not in date.month and "X" not in date.day:
        return _known_extent(int(date.year), date.month, date.day)
    start, end = _edge(date, last=False), _edge(date, last=True)
    return None if start is None or end is None else (start * DAY, end * DAY + DAY - 1)


def _known_extent(year: int, month_text: str, day_text: str) -> tuple[int, int] | None:
    """The short way for dates without unspecified digits."""
    if not month_text:
        return day_number(year, 1, 1) * DAY, day_number(year + 1, 1, 1) * DAY - 1
    month = int(month_text)
    length = days_in_month(year, month)
    if not day_text:
        start = day_number(year, month, 1) * DAY
        return start, start + length * DAY - 1
    day = int(day_text)
    if not 1 <= day <= length:
        return None
    start = day_number(year, month, day) * DAY
    return start, start + DAY - 1
