"""Dates of the Julian calendar."""

from timeglass.chrono.instant import DAY, civil


def gregorian_of_julian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """The proleptic Gregorian date of a Julian one; both years are astronomical.

    Days are counted as in :func:`timeglass.chrono.instant.day_number`, without its rule for centuries.
    """
    shifted = year - (month <= 2)
    day_of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    days = shifted * 365 + shifted // 4 + day_of_year - 719_470
    fields = civil(days * DAY)
    return fields.year, fields.month, fields.day
