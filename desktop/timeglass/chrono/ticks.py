"""The ruler: ticks with labels, and a row above that gives their context."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import DAY, HOUR, MINUTE, PRESENT_YEAR, civil
from timeglass.chrono.names import Names, names_in
from timeglass.chrono.tick_context import ContextTick, context_labels_px, context_ticks, contexts_of
from timeglass.chrono.tick_steps import STEPS, Step, Unit, positions
from timeglass.chrono.year_words import geological_age, year_in_words

__all__ = ["GAP_PX", "ContextTick", "Tick", "Ticks", "ticks"]

GAP_PX: Final = 12.0
"""Least space between two labels."""

_NARROWEST_PX: Final = 4.0
"""No label is narrower: steps with less room are passed over unmeasured."""
_ZEROS: Final = str.maketrans("123456789", "000000000")
"""Widths are measured with zeros for digits, so that a ruler does not change its step from one number to the next."""


class Tick(NamedTuple):
    """A mark in the lower row. ``major`` ones stand where the row above begins something new."""

    at: int
    label: str
    major: bool


class Ticks(NamedTuple):
    """A ruler. Both rows reach a tick beyond the span on either side, so that labels can slide out of view."""

    context: tuple[ContextTick, ...]
    ticks: tuple[Tick, ...]
    step: str
    """Name of the step, such as "3 months"."""


def ticks(span: Span, seconds_per_px: float, label_px: Callable[[str], float], language: str = "en") -> Ticks:
    """Ruler for a span: the smallest calendar step whose labels stand at least 12 px apart.

    ``label_px`` measures a label of either row in pixels. The same arguments give the same ruler, and as widths
    are taken from the widest label that a step can have nearby, panning hardly ever changes the step.
    """
    names = names_in(language)
    for step in STEPS[:-1]:
        room = step.shortest / seconds_per_px - GAP_PX
        variant = _variant(step, span, room, label_px, names) if room >= _NARROWEST_PX else None
        if variant is None:
            continue
        for kind, shortest in contexts_of(step):
            context_room = shortest / seconds_per_px - GAP_PX
            long_px, short_px = context_labels_px(kind, span, label_px, names)
            if short_px <= context_room:
                above = context_ticks(kind, span, names, short=long_px > context_room)
                return _ruler(step, variant, above, span, names)
    coarsest = STEPS[-1]
    above = context_ticks(contexts_of(coarsest)[0][0], span, names, short=True)
    return _ruler(coarsest, 0, above, span, names)


def _ruler(step: Step, variant: int, above: tuple[ContextTick, ...], span: Span, names: Names) -> Ticks:
    starts = {context.start for context in above} | {above[-1].end}
    found = positions(step, span.start, span.end)
    labels = _labels(step, variant, found, names)
    marks = tuple(Tick(at, label, at in starts) for at, label in zip(found, labels, strict=True))
    return Ticks(above, marks, step.name)


def _variant(step: Step, span: Span, room: float, label_px: Callable[[str], float], names: Names) -> int | None:
    """The longest way to label a step that fits: 0 for long names, 1 for short ones; None if nothing fits."""
    if step.unit is Unit.MONTHS:
        for variant, months in enumerate((names.months, names.months_short)):
            if max(label_px(month) for month in months[:: step.size]) <= room:
                return variant
        return None
    return 0 if max(label_px(label) for label in _widest(step, span, names)) <= room else None


def _widest(step: Step, span: Span, names: Names) -> Sequence[str]:
    """Labels one of which is as wide as any that the step has in the span."""
    if step.unit is Unit.SECONDS:
        return ("00:00:00",) if step.size < MINUTE else ("00:00",)
    if step.unit is Unit.DAYS:
        return ("00",)
    first, last = civil(span.start).year, civil(span.end).year
    if step.unit is Unit.AGES:
        return [geological_age(age, names).translate(_ZEROS) for age in _telling_ages(step.size, first, last)]
    found = {year_in_words(first - step.size, names), year_in_words(last + step.size, names)}
    if first < 100 and last > 0:
        found.add(year_in_words(min(99, last), names))
    return [label.translate(_ZEROS) for label in found]


def _telling_ages(size: int, first: int, last: int) -> set[int]:
    """Ages of ticks near both ends of some years, and below a million and a billion: the widest is among them."""
    oldest = -((first - PRESENT_YEAR) // size) * size
    youngest = -((last - PRESENT_YEAR) // size) * size
    ages = {end + index * size for end in (oldest, youngest) for index in (-1, 0, 1)}
    for unit in (10**6, 10**9):
        if size < unit:
            ages.update(age for age in (unit - size, size - unit) if youngest <= age <= oldest)
    return ages


def _labels(step: Step, variant: int, instants: Sequence[int], names: Names) -> list[str]:
    if step.unit is Unit.SECONDS:
        if step.size < MINUTE:
            return [f"{_clock(at)}:{at % MINUTE:02}" for at in instants]
        return [_clock(at) for at in instants]
    fields = map(civil, instants)
    if step.unit is Unit.DAYS:
        return [str(field.day) for field in fields]
    if step.unit is Unit.MONTHS:
        months = names.months_short if variant else names.months
        return [months[field.month - 1] for field in fields]
    if step.unit is Unit.YEARS:
        return [year_in_words(field.year, names) for field in fields]
    return [geological_age(PRESENT_YEAR - field.year, names) for field in fields]


def _clock(at: int) -> str:
    seconds = at % DAY
    return f"{seconds // HOUR:02}:{seconds % HOUR // MINUTE:02}"
