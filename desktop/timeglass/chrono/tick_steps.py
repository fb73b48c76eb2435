"""The steps that a ruler can take, and where their ticks stand in the calendar."""

from collections.abc import Iterator
from enum import Enum
from typing import Final, NamedTuple

from timeglass.chrono.instant import DAY, HOUR, MINUTE, PRESENT_YEAR, YEAR, civil, days_in_month, instant

_DEEP: Final = 100_000
"""Steps of so many years and more are counted from the present."""


class Unit(Enum):
    """What a step counts."""

    SECONDS = "second"
    DAYS = "day"
    MONTHS = "month"
    YEARS = "year"
    AGES = "age"
    """Years before and after the present."""


class Step(NamedTuple):
    """A distance between ticks."""

    unit: Unit
    size: int
    """How many units; seconds for times of day."""
    name: str
    shortest: int
    """Seconds between the two ticks of this step that are closest to each other."""


def _time_steps() -> Iterator[Step]:
    for length, name, counts in (
        (1, "second", (1, 2, 5, 10, 15, 30)),
        (MINUTE, "minute", (1, 2, 5, 10, 15, 30)),
        (HOUR, "hour", (1, 2, 3, 6, 12)),
    ):
        for count in counts:
            yield Step(Unit.SECONDS, count * length, _named(count, name), count * length)


def _year_steps() -> Iterator[Step]:
    power = 1
    while power <= 10**10:
        for digit in (1, 2, 5):
            count = digit * power
            # Between AD 1 and the first multiple of a step lies one year less than the step, and leap days
            # are not spread evenly.
            shortest = count * 365 * DAY if count < 5 else (count - 1) * YEAR - 3 * DAY
            yield Step(Unit.AGES if count >= _DEEP else Unit.YEARS, count, _named(count, "year"), shortest)
        power *= 10


def _named(count: int, unit: str) -> str:
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"


STEPS: Final = (
    *_time_steps(),
    Step(Unit.DAYS, 1, "1 day", DAY),
    Step(Unit.DAYS, 2, "2 days", 2 * DAY),
    Step(Unit.DAYS, 5, "5 days", 5 * DAY),
    Step(Unit.DAYS, 10, "10 days", 8 * DAY),  # from 21 February to 1 March
    Step(Unit.MONTHS, 1, "1 month", 28 * DAY),
    Step(Unit.MONTHS, 3, "3 months", 90 * DAY),
    *_year_steps(),
)
"""All steps, from one second on, each longer than the one before."""


def positions(step: Step, start: int, end: int) -> list[int]:
    """Instants of the ticks of a step in [start, end), the last one before and the first one behind included."""
    if step.unit is Unit.SECONDS:
        first = start - start % step.size
        return list(range(first, end + step.size, step.size))
    if step.unit is Unit.DAYS:
        return _day_positions(step, start, end)
    if step.unit is Unit.MONTHS:
        months = civil(start)
        number = months.year * 12 + months.month - 1
        return _until(end, (_month_start(index) for index in _counting(number - number % step.size, step.size)))
    if step.unit is Unit.YEARS:
        number = year_block(civil(start).year, step.size)
        return _until(end, (instant(block_start(index, step.size)) for index in _blocks(number, step.size)))
    number = (civil(start).year - PRESENT_YEAR) // step.size
    return _until(end, (instant(PRESENT_YEAR + index * step.size) for index in _counting(number, 1)))


def _counting(number: int, step: int) -> Iterator[int]:
    while True:
        yield number
        number += step


def _until(end: int, instants: Iterator[int]) -> list[int]:
    """Instants up to the first that is not before ``end``, included."""
    found = []
    for at in instants:  # pragma: no branch -- without end
        found.append(at)
        if at >= end:
            break
    return found


def _month_start(number: int) -> int:
    year, month = divmod(number, 12)
    return instant(year, month + 1)


def _day_positions(step: Step, start: int, end: int) -> list[int]:
    """Every so many days from the first of each month, none of them too close to the next month's first."""
    year, month, *_ = civil(start)
    found: list[int] = []
    while not found or found[-1] < end:
        first, length = instant(year, month), days_in_month(year, month)
        found.extend(range(first, first + length * DAY - step.shortest + 1, step.size * DAY))
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    low, high = 0, len(found)
    while low + 1 < high and found[low + 1] <= start:
        low += 1
    while high >= 2 and found[high - 2] >= end:
        high -= 1
    return found[low:high]


def year_block(year: int, count: int) -> int:
    """Number of the block of ``count`` years that a year lies in: 0 for AD 1 to ``count - 1``, -1 before.

    Blocks begin where people count: with 1900 and with 100 BC, which is the year -99, and one with AD 1.
    """
    return year // count if year > 0 else -((count - year) // count)


def block_start(block: int, count: int) -> int:
    """First year of a block."""
    return 1 + block * count if block < 0 else max(block * count, 1)


def _blocks(number: int, count: int) -> Iterator[int]:
    """Blocks from one on; AD 1 is left out where it would stand too close to the next one."""
    for block in _counting(number - (number == 0 and count < 5), 1):  # pragma: no branch -- without end
        if block != 0 or count >= 5:
            yield block
