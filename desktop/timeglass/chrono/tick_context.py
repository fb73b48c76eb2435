"""The upper row of the ruler: what the ticks below are part of."""

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import DAY, OPEN_FUTURE, OPEN_PAST, PRESENT_YEAR, YEAR, civil, instant
from timeglass.chrono.names import Names
from timeglass.chrono.tick_steps import Step, Unit, block_start, year_block
from timeglass.chrono.year_words import year_in_words, years_in_words


class ContextTick(NamedTuple):
    """A stretch ``[start, end)`` of the upper row; it may begin before the span and end behind it."""

    start: int
    end: int
    label: str


class Context(Enum):
    """What a stretch of the upper row is; the value is its length in years, where it has one."""

    DAY = "day"
    MONTH = "month"
    YEAR = 1
    DECADE = 10
    CENTURY = 100
    MILLENNIUM = 1_000
    ERA = "era"
    """Before Christ, and after."""
    PRESENT = "present"
    """Before the present, and after."""


_ENDLESS = 10**30
"""Length of stretches whose labels always fit."""
_DECADE = ((Context.DECADE, 9 * YEAR), (Context.CENTURY, 99 * YEAR))
_CENTURY = ((Context.CENTURY, 99 * YEAR), (Context.MILLENNIUM, 999 * YEAR))
_MILLENNIUM = ((Context.MILLENNIUM, 999 * YEAR), (Context.ERA, _ENDLESS))


def contexts_of(step: Step) -> tuple[tuple[Context, int], ...]:
    """What can stand above a step, best first, each with the seconds of its shortest stretch."""
    if step.unit is Unit.SECONDS:
        return ((Context.DAY, DAY),)
    if step.unit is Unit.DAYS:
        return ((Context.MONTH, 28 * DAY),)
    if step.unit is Unit.MONTHS:
        return ((Context.YEAR, 365 * DAY),)
    if step.unit is Unit.AGES:
        return ((Context.PRESENT, _ENDLESS),)
    if step.size < 10:
        return _DECADE
    if step.size < 100:
        return _CENTURY
    return _MILLENNIUM if step.size < 1_000 else ((Context.ERA, _ENDLESS),)


def context_labels_px(kind: Context, span: Span, label_px: Callable[[str], float], names: Names) -> tuple[float, float]:
    """Widths that the widest label of a kind needs near a span, in full and with short names of months."""
    year = year_in_words(civil(span.start).year, names)
    if kind in (Context.DAY, Context.MONTH):
        day = "00 " if kind is Context.DAY else ""
        months = names.months_of if day else names.months
        long_px = max(label_px(f"{day}{month} {year}") for month in months)
        return long_px, max(label_px(f"{day}{month} {year}") for month in names.months_short)
    if kind in (Context.ERA, Context.PRESENT):
        return 0.0, 0.0
    width_px = max(label_px(_stretch_of_years(kind, at, names).label) for at in (span.start, span.end))
    return width_px, width_px


def context_ticks(kind: Context, span: Span, names: Names, *, short: bool) -> tuple[ContextTick, ...]:
    """The stretches of a kind that share time with a span."""
    if kind is Context.ERA:
        return _two(span, instant(1), names.eras)
    if kind is Context.PRESENT:
        return _two(span, instant(PRESENT_YEAR), (names.ruler_ago, names.ruler_ahead))
    found: list[ContextTick] = []
    at = span.start
    while not found or at < span.end:
        stretch = _stretch(kind, at, names, short=short)
        found.append(stretch)
        at = stretch.end
    return tuple(found)


def _two(span: Span, middle: int, labels: tuple[str, str]) -> tuple[ContextTick, ...]:
    before, after = ContextTick(OPEN_PAST, middle, labels[0]), ContextTick(middle, OPEN_FUTURE, labels[1])
    if span.end <= middle:
        return (before,)
    return (after,) if span.start >= middle else (before, after)


def _stretch(kind: Context, at: int, names: Names, *, short: bool) -> ContextTick:
    """The stretch of a kind that an instant lies in."""
    if kind is Context.DAY:
        start = at - at % DAY
        year, month, day, *_ = civil(start)
        months = names.months_short if short else names.months_of
        return ContextTick(start, start + DAY, f"{day} {months[month - 1]} {year_in_words(year, names)}")
    if kind is Context.MONTH:
        year, month, *_ = civil(at)
        after = instant(year, month + 1) if month < 12 else instant(year + 1)
        months = names.months_short if short else names.months
        return ContextTick(instant(year, month), after, f"{months[month - 1]} {year_in_words(year, names)}")
    return _stretch_of_years(kind, at, names)


def _stretch_of_years(kind: Context, at: int, names: Names) -> ContextTick:
    year = civil(at).year
    if kind is Context.YEAR:
        return ContextTick(instant(year), instant(year + 1), year_in_words(year, names))
    count = int(kind.value)
    block = year_block(year, count)
    first, after = block_start(block, count), block_start(block + 1, count)
    if kind is Context.DECADE and 100 <= first <= 9990:
        label = names.decade.format(first)
    else:
        label = years_in_words(first, after - 1, names)
    return ContextTick(instant(first), instant(after), label)
