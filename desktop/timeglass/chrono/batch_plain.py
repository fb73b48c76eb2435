"""Plain ISO dates and date-times, parsed by columns."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.instant import DAY, HOUR, MINUTE

Bools = NDArray[np.bool_]
Int64s = NDArray[np.int64]
Letters = NDArray[np.uint8]
"""Characters of equally long texts, shape (n, length)."""

_ZERO: Final = ord("0")
_MONTH_LENGTHS: Final = np.array((0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31), np.int64)


def parse_days(texts: Sequence[str], length: int) -> tuple[Bools, Int64s, Int64s]:
    """First and last seconds of years (length 4), months (7) or days (10).

    Returns which texts are such dates, and for these the instants; elsewhere, anything. All texts are ``length``
    characters long.
    """
    letters = letters_of(texts, length)
    plain, year, month, day = _fields(letters)
    start = day_numbers(year, month, day)
    if length == 10:
        end = start
    elif length == 7:
        end = start + month_lengths(year, month) - 1
    else:
        end = day_numbers(year + 1, month, day) - 1
    return plain, start * DAY, end * DAY + DAY - 1


def parse_moments(texts: Sequence[str], length: int) -> tuple[Bools, Int64s, Int64s]:
    """Seconds of date-times as ``1997-07-09T12:00:00`` (length 19) or with ``Z`` (20), both in UTC."""
    letters = letters_of(texts, length)
    plain, seconds = moments_in(letters)
    for place, mark in ((10, "T"), (19, "Z")):
        if place < length:
            plain &= letters[:, place] == ord(mark)
    return plain, seconds, seconds


def moments_in(letters: Letters) -> tuple[Bools, Int64s]:
    """Seconds of date-times in the first 19 letters of each row, whatever stands between day and time."""
    plain, year, month, day = _fields(letters[:, :10])
    for place in (13, 16):
        plain &= letters[:, place] == ord(":")
    seconds = day_numbers(year, month, day) * DAY
    for place, limit, unit in ((11, 24, HOUR), (14, 60, MINUTE), (17, 60, 1)):
        value, valid = _number(letters, place, 2)
        plain &= valid & (value < limit)
        seconds += value * unit
    return plain, seconds


def letters_of(texts: Sequence[str], length: int) -> Letters:
    """Characters of equally long texts, shape (n, length); a question mark for any beyond ASCII."""
    joined = "".join(texts).encode("ascii", "replace")
    return np.frombuffer(joined, np.uint8).reshape(len(texts), length)


def _fields(letters: Letters) -> tuple[Bools, Int64s, Int64s, Int64s]:
    """Which rows are real dates, and years, months and days (1 where they are absent)."""
    length = letters.shape[1]
    year, plain = _number(letters, 0, 4)
    month = day = np.ones(len(letters), np.int64)
    if length >= 7:
        month, valid = _number(letters, 5, 2)
        plain &= valid & (letters[:, 4] == ord("-")) & (month >= 1) & (month <= 12)
        month = np.where(plain, month, 1)
    if length >= 10:
        day, valid = _number(letters, 8, 2)
        plain &= valid & (letters[:, 7] == ord("-")) & (day >= 1) & (day <= month_lengths(year, month))
    return plain, year, month, day


def _number(letters: Letters, place: int, length: int) -> tuple[Int64s, Bools]:
    """Numbers of some digits, and which rows have digits there."""
    digits = letters[:, place : place + length] - np.uint8(_ZERO)  # what lies below '0' wraps far above 9
    weights = 10 ** np.arange(length - 1, -1, -1, dtype=np.int64)
    values: Int64s = digits.astype(np.int64) @ weights
    valid: Bools = np.less_equal(digits, 9).all(axis=1)
    return values, valid


def month_lengths(year: Int64s, month: Int64s) -> Int64s:
    """Days in months."""
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    lengths: Int64s = _MONTH_LENGTHS[month] + (leap & (month == 2))
    return lengths


def day_numbers(year: Int64s, month: Int64s, day: Int64s) -> Int64s:
    """Days since 1970-01-01, as :func:`~timeglass.chrono.instant.day_number`."""
    year = year - (month <= 2)
    era = year // 400
    year_of_era = year - era * 400
    day_of_year = (153 * (month + np.where(month > 2, -3, 9)) + 2) // 5 + day - 1
    days: Int64s = era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719_468
    return days
