"""Expression -> four bounds, precision and marks: what an EDTF expression means."""

from timeglass.chrono.bounds import Bounds
from timeglass.chrono.edtf_date import DateKind, EdtfDate, Precision
from timeglass.chrono.expression import (
    APPROXIMATE,
    UNCERTAIN,
    Calendar,
    DateSet,
    Endpoint,
    Expression,
    Interval,
    LongYear,
    Moment,
    Simple,
    Stretch,
)
from timeglass.chrono.extent import extent
from timeglass.chrono.instant import HOUR, MINUTE, OPEN_FUTURE, OPEN_PAST, instant

_OF_YEAR_DIGIT = (Precision.MILLENNIUM, Precision.CENTURY, Precision.DECADE)


def evaluate(expression: Expression, text: str) -> EdtfDate:
    """The date that an expression, written as ``text``, stands for.

    A single date or one-of set with the extent [low, high] has the bounds (low, high, low, high): what happened,
    happened within. An interval and an all-of set last from their first to their last date. As an end never
    lies before its start, neither bound of the start is later than the one of the end, or the other way round:
    in ``1984-06/1984-06-05`` the latest start is 5 June. An open end (``..``) has both its bounds at
    ``OPEN_FUTURE``: the thing goes on. An unknown end lies anywhere from the start on. Open and unknown starts
    are the mirror image. A time without zone is read as UTC.
    """
    uncertain, approximate = _qualifiers(expression)
    return EdtfDate(
        text=text,
        bounds=_bounds(expression),
        precision=_precision(expression),
        kind=_kind(expression),
        uncertain=uncertain,
        approximate=approximate,
        unknown_start=isinstance(expression, Interval) and expression.start is Endpoint.UNKNOWN,
        unknown_end=isinstance(expression, Interval) and expression.end is Endpoint.UNKNOWN,
    )


def _kind(expression: Expression) -> DateKind:
    if isinstance(expression, DateSet):
        return expression.kind
    return DateKind.INTERVAL if isinstance(expression, Interval) else DateKind.DATE


def _bounds(expression: Expression) -> Bounds:
    if isinstance(expression, Interval):
        return _interval_bounds(expression)
    if isinstance(expression, DateSet):
        return _set_bounds(expression)
    if isinstance(expression, Moment):
        low, high = _moment_extent(expression)
    else:
        low, high = extent(expression)
    return Bounds(low, high, low, high)


def _moment_extent(moment: Moment) -> tuple[int, int]:
    minute, second = max(moment.minute, 0), max(moment.second, 0)
    # Midnight at a day's end, 24:00:00, is the first second of the next day, and counts as such.
    low = instant(moment.year, moment.month, moment.day) + moment.hour * HOUR + minute * MINUTE + second
    low -= (moment.zone or 0) * MINUTE
    whole = moment.hour == 24 or moment.second >= 0
    length = 1 if whole else HOUR if moment.minute < 0 else MINUTE
    return low, low + length - 1


def _interval_bounds(interval: Interval) -> Bounds:
    start, end = interval.start, interval.end
    start_low, start_high = (OPEN_PAST, OPEN_PAST) if isinstance(start, Endpoint) else extent(start)
    end_low, end_high = (OPEN_FUTURE, OPEN_FUTURE) if isinstance(end, Endpoint) else extent(end)
    if start is Endpoint.UNKNOWN:
        start_high = end_high
    if end is Endpoint.UNKNOWN:
        end_low = start_low
    return Bounds(start_low, min(start_high, end_high), max(end_low, start_low), end_high)


def _set_bounds(dates: DateSet) -> Bounds:
    firsts, lasts = zip(*(_member_extents(member) for member in dates.members), strict=True)
    low, high = min(first[0] for first in firsts), max(last[1] for last in lasts)
    if dates.kind is DateKind.ONE_OF:
        return Bounds(low, high, low, high)
    return Bounds(low, min(first[1] for first in firsts), max(last[0] for last in lasts), high)


def _member_extents(member: Simple | Stretch) -> tuple[tuple[int, int], tuple[int, int]]:
    """Extents of a member's first and last date."""
    if not isinstance(member, Stretch):
        found = extent(member)
        return found, found
    return (
        (OPEN_PAST, OPEN_PAST) if member.start is None else extent(member.start),
        (OPEN_FUTURE, OPEN_FUTURE) if member.end is None else extent(member.end),
    )


def simple_dates(expression: Expression) -> list[Simple]:
    """The single dates that an expression is made of; none for a time of day."""
    if isinstance(expression, Moment):
        return []
    if isinstance(expression, Interval):
        return [end for end in expression if not isinstance(end, Endpoint)]
    if isinstance(expression, DateSet):
        found: list[Simple] = []
        for member in expression.members:
            ends = member if isinstance(member, Stretch) else (member,)
            found.extend(end for end in ends if end is not None)
        return found
    return [expression]


def _qualifiers(expression: Expression) -> tuple[bool, bool]:
    bits = 0
    for date in simple_dates(expression):
        if isinstance(date, Calendar):
            year, month, day = date.qualifiers
            bits |= year | month | day
    return bool(bits & UNCERTAIN), bool(bits & APPROXIMATE)


def _precision(expression: Expression) -> Precision:
    if isinstance(expression, Moment):
        if expression.minute < 0:
            return Precision.HOUR
        return Precision.MINUTE if expression.second < 0 else Precision.SECOND
    return max((_simple_precision(date) for date in simple_dates(expression)), default=Precision.COARSER)


def _simple_precision(date: Simple) -> Precision:
    """Unit above the first digit that is not known; exponents count as unknown digits, as nobody means one year."""
    if isinstance(date, LongYear):
        digits = max(date.doubtful_digits, date.exponent)
        return Precision(min(Precision.YEAR + digits, Precision.COARSER))
    year = date.year.lstrip("-")
    if "X" in year:
        return Precision(Precision.COARSER - year.index("X"))
    if not date.month or "X" in date.month:
        return Precision.YEAR
    if date.season:
        return Precision.SEASON
    return Precision.MONTH if not date.day or "X" in date.day else Precision.DAY
