"""Figures of the date room: dates parsed a second, words, and what a ruler costs a frame."""

import random
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from bench.figures import Figure, table
from timeglass.chrono.batch import parse_bounds
from timeglass.chrono.bounds import Span
from timeglass.chrono.casual import suggest
from timeglass.chrono.edtf import parse
from timeglass.chrono.instant import instant
from timeglass.chrono.ticks import ticks
from timeglass.chrono.words import date_in_words

_OTHERS = (
    "199X", "1994~", "2004-04?", "1993/1996", "2023/..", "[1993..1996]", "-0043-03-15", "Y-138E8", "1995-22",
    "2004?-06-~11", "1985-04-12T23:20:30+05:00", "15XX-12-25", "{1960,1961-12}", "1950S2", "/1985",
)  # fmt: skip
_CASUAL = ("7 May 1997", "c. 1994", "44 BC", "between 1993 and 1996", "May-July 1997", "1991–1994")


def _seconds(work: Callable[[], object], times: int = 5) -> float:
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return median(taken)


def _rate(work: Callable[[], object], count: int) -> float:
    return count / _seconds(work)


def plain_dates(count: int) -> list[str]:
    """Days of all years from 1000 on, in no order."""
    chance = random.Random(1)  # noqa: S311
    return [f"{chance.randint(1000, 9999)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}" for _ in range(count)]


def other_dates(count: int) -> list[str]:
    """Dates of all forms but the plain ones, every one of them different."""
    chance = random.Random(1)  # noqa: S311
    forms = [
        lambda year: f"{year}~", lambda year: f"{year}-04?", lambda year: f"{year}/{year + 3}",
        lambda year: f"{year}/..", lambda year: f"[{year}..{year + 3}]", lambda year: f"-{year}-03-15",
        lambda year: f"{year}-22", lambda year: f"{year}?-06-~11", lambda year: f"{year}-04-12T23:20:30+05:00",
        lambda year: f"{year // 100}XX-12-25", lambda year: f"{{{year},{year + 1}-12}}", lambda year: f"Y-{year}E6",
    ]  # fmt: skip
    return [forms[number % len(forms)](chance.randint(1000, 9000)) for number in range(count)]


def _parsing(texts: list[str], name: str) -> list[Figure]:
    """Figures of parsing some texts; the floor is one pass that does nothing but measure them."""
    bare = _rate(lambda: list(map(len, texts)), len(texts))
    return [
        Figure(
            f"{name} dates, batch", len(texts), "median", _rate(lambda: parse_bounds(texts), len(texts)), "/s", bare
        ),
        Figure(
            f"{name} dates, one by one",
            len(texts),
            "median",
            _rate(lambda: [parse(text) for text in texts], len(texts)),
            "/s",
            bare,
        ),
    ]


def _rulers() -> list[float]:
    """Milliseconds of a ruler, in order, over the whole range of zooms."""
    spent = []
    for power in range(52, 1827):
        length = int(10 ** (power / 100))
        start = instant(1997, 7, 9) - length // 2
        span = Span(start, start + length)
        spent.append(_seconds(partial(ticks, span, length / 1920, lambda text: 6.5 * len(text)), 3) * 1e3)
    return sorted(spent)


def run(largest: int = 0) -> list[Figure]:
    """All figures; they do not depend on the size of a timeline."""
    figures = _parsing(plain_dates(200_000), "plain") + _parsing(list(dict.fromkeys(other_dates(20_000))), "other")
    dates = [parse(text) for text in _OTHERS]
    for name, count, work in (
        ("guess what was meant", len(_CASUAL), lambda: [suggest(text) for text in _CASUAL]),
        ("date in words", len(dates), lambda: [date_in_words(date) for date in dates]),
    ):
        figures.append(Figure(name, count, "median", _seconds(work, 50) / count * 1e3, "ms", 0.0))
    spent = _rulers()
    for stat, value in (("median", median(spent)), ("p99", spent[int(0.99 * len(spent))]), ("max", spent[-1])):
        figures.append(Figure("ruler of 1,920 px", len(spent), stat, value, "ms", 0.0))
    return figures


if __name__ == "__main__":
    print(table(run()))
