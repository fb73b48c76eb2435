"""Instants: whole seconds since 1970-01-01T00:00:00 UTC in the proleptic Gregorian calendar.

Years are astronomical: year 0 is 1 BC, year -43 is 44 BC. Plain integers reach beyond any date that people
write, and fit into int64 columns for ±146 billion years. ``datetime`` stops at year 1, and QDate has no
year 0.
"""

from typing import Final, NamedTuple

SECOND: Final = 1
MINUTE: Final = 60
HOUR: Final = 3_600
DAY: Final = 86_400
YEAR: Final = 31_556_952
"""Mean length of a Gregorian year in seconds (365.2425 days)."""

PRESENT_YEAR: Final = 2000
"""Ages of many thousands of years are counted from here, back and on, as in "before 2000" datings."""

OPEN_PAST: Final = -(2**62)
"""Stands for "no earliest instant" (an open or unknown start)."""
OPEN_FUTURE: Final = 2**62
"""Stands for "no latest instant" (an open or unknown end)."""

_DAYS_BEFORE_1970: Final = 719_468
"""Days from 0000-03-01 to 1970-01-01."""
_DAYS_IN_ERA: Final = 146_097
"""Days in 400 Gregorian years."""
_MONTH_LENGTHS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Civil(NamedTuple):
    """Calendar fields of an instant (UTC, proleptic Gregorian, astronomical year)."""

    year: int
    month: int
    day: int
    hour: int
    minute: int
    second: int


def is_leap_year(year: int) -> bool:
    """Tell whether an astronomical year has 366 days (year 0 has)."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Number of days in a month, 1 to 12, of an astronomical year."""
    return 29 if month == 2 and is_leap_year(year) else _MONTH_LENGTHS[month - 1]


def day_number(year: int, month: int, day: int) -> int:
    """Days since 1970-01-01. The fields must name a real day.

    Algorithm: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
    """
    year -= month <= 2
    era = year // 400
    year_of_era = year - era * 400
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return (
        era * _DAYS_IN_ERA + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - _DAYS_BEFORE_1970
    )


def instant(year: int, month: int = 1, day: int = 1, hour: int = 0, minute: int = 0, second: int = 0) -> int:
    """Instant of a real calendar day and time of day (UTC)."""
    return day_number(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second


def civil(at: int) -> Civil:
    """Calendar fields of an instant: the inverse of :func:`instant` (Hinnant's civil_from_days)."""
    days, seconds = divmod(at, DAY)
    days += _DAYS_BEFORE_1970
    era, day_of_era = divmod(days, _DAYS_IN_ERA)
    year_of_era = (day_of_era - day_of_era // 1_460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
    day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted_month = (5 * day_of_year + 2) // 153
    day = day_of_year - (153 * shifted_month + 2) // 5 + 1
    month = shifted_month + (3 if shifted_month < 10 else -9)
    year = year_of_era + era * 400 + (month <= 2)
    hour, rest = divmod(seconds, HOUR)
    return Civil(year, month, day, hour, *divmod(rest, MINUTE))


def iso_year(year: int) -> str:
    """A year as EDTF writes it: four digits, a sign before Christ, ``Y`` beyond four digits."""
    if -9999 <= year <= 9999:
        return f"-{-year:04}" if year < 0 else f"{year:04}"
    return f"Y{year}"


def iso_text(at: int) -> str:
    """ISO 8601 text of a bound: a date where it stands at a day's first or last second, else a date-time.

    ``".."`` stands for an open bound.
    """
    if at in (OPEN_PAST, OPEN_FUTURE):
        return ".."
    fields = civil(at)
    date = f"{iso_year(fields.year)}-{fields.month:02}-{fields.day:02}"
    if at % DAY in (0, DAY - 1):
        return date
    return f"{date}T{fields.hour:02}:{fields.minute:02}:{fields.second:02}Z"
