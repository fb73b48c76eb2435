"""Lengths of time in words."""

from itertools import pairwise

from timeglass.chrono.instant import DAY, HOUR, MINUTE, YEAR
from timeglass.chrono.names import ENGLISH, Names, names_in
from timeglass.chrono.year_words import decimal, grouped

_MONTH = YEAR // 12
_UNITS = (("day", DAY), ("hour", HOUR), ("minute", MINUTE), ("second", 1))
_FEW = 10
"""From so many of a unit on, the next smaller one is not told."""


def duration_in_words(seconds: int, language: str = "en") -> str:
    """A length of time in its largest one or two units: "8 years 2 months", "1 hour 30 minutes".

    From 60 days on, months are counted, mean Gregorian ones, to the nearest: a calendar year is "1 year".
    """
    names = names_in(language)
    seconds = abs(seconds)
    years = seconds // YEAR
    for scale, unit in ((10**9, "billion years"), (10**6, "million years")):
        if years >= scale:
            tenths = (years * 10 + scale // 2) // scale
            return f"{decimal(tenths, 10, names)} {names.units[unit][2]}"
    if seconds >= 60 * DAY:
        years, months = divmod((seconds + _MONTH // 2) // _MONTH, 12)
        return _pair(("year", years), ("month", months), names)
    for (unit, length), below in pairwise(_UNITS):
        if seconds >= length:
            count, rest = divmod(seconds, length)
            return _pair((unit, count), (below[0], rest // below[1]), names)
    return _counted(seconds, "second", names)


def _pair(larger: tuple[str, int], smaller: tuple[str, int], names: Names) -> str:
    texts = [_counted(count, unit, names) for unit, count in (larger, smaller) if count]
    return " ".join(texts[:1] if larger[1] >= _FEW else texts)


def _counted(count: int, unit: str, names: Names) -> str:
    one, few, many = names.units[unit]
    number = grouped(count, names) if count > 9999 else str(count)
    return f"{number} {one if _is_one(count, names) else few if _is_few(count, names) else many}"


def _is_one(count: int, names: Names) -> bool:
    return count == 1 if names is ENGLISH else count % 10 == 1 and count % 100 != 11


def _is_few(count: int, names: Names) -> bool:
    return names is not ENGLISH and 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14
