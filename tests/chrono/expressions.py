"""Strategies that make EDTF of every kind."""

from hypothesis import strategies as st

from timeglass.chrono.edtf_date import DateKind
from timeglass.chrono.expression import (
    MAX_YEAR,
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
from timeglass.chrono.extent import extent, find_extent
from timeglass.chrono.instant import days_in_month

QUALIFIERS = st.integers(0, 3)


@st.composite
def known_days(draw: st.DrawFn) -> tuple[int, int, int]:
    """A real day of a four-digit year."""
    year = draw(st.integers(-9999, 9999))
    month = draw(st.integers(1, 12))
    return year, month, draw(st.integers(1, days_in_month(year, month)))


@st.composite
def calendars(draw: st.DrawFn) -> Calendar:
    """Years, months, seasons and days with unspecified digits and qualifiers."""
    year, month, day = draw(known_days())
    parts = ["-" * (year < 0) + f"{abs(year):04}"]
    precision = draw(st.integers(1, 4))
    if precision == 4:
        parts.append(str(draw(st.integers(21, 41))))
    else:
        parts.extend([f"{month:02}", f"{day:02}"][: precision - 1])
    masked = [
        "".join("X" if digit.isdigit() and hidden else digit for digit, hidden in zip(part, hide, strict=True))
        for part, hide in ((part, draw(st.lists(_seldom(), min_size=len(part), max_size=len(part)))) for part in parts)
    ]
    if precision == 4:
        masked[1] = parts[1]
    bits = tuple(draw(QUALIFIERS) if index < len(parts) else 0 for index in range(3))
    date = Calendar(*masked, qualifiers=(bits[0], bits[1], bits[2]))
    # The year before 0 has no zeros; a sign and nothing but X does have days.
    return date if date.year != "-0000" and find_extent(date) is not None else Calendar("1997")


def _seldom() -> st.SearchStrategy[bool]:
    return st.integers(0, 5).map(lambda number: number == 0)


@st.composite
def long_years(draw: st.DrawFn) -> LongYear:
    """Years with Y, exponents and significant digits."""
    if draw(st.booleans()):
        year = draw(st.integers(-9999, 9999).filter(bool))
        return LongYear(year, 0, draw(st.integers(1, 5)), prefixed=False)
    exponent = draw(st.integers(0, 9))
    limit = MAX_YEAR // 10**exponent
    significand = draw(st.integers(1 if exponent else 10_000, limit))
    sign = draw(st.sampled_from((1, -1)))
    return LongYear(sign * significand, exponent, draw(st.integers(0, 12)))


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    """Date-times."""
    year, month, day = draw(known_days())
    hour = draw(st.integers(0, 23))
    minute = draw(st.integers(-1, 59))
    second = draw(st.integers(-1, 59)) if minute >= 0 else -1
    fraction = draw(st.text("0123456789", max_size=6)) if second >= 0 else ""
    zone = draw(st.none() | st.integers(-23 * 60 - 59, 23 * 60 + 59))
    return Moment(year, month, day, hour, minute, second, fraction, zone)


def simples() -> st.SearchStrategy[Simple]:
    """Single dates."""
    return calendars() | long_years()


def _low(date: Simple) -> int:
    return extent(date)[0]


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Intervals with open and unknown ends."""
    first, last = sorted((draw(simples()), draw(simples())), key=_low)
    start: Simple | Endpoint = draw(st.just(first) | st.sampled_from(Endpoint))
    end: Simple | Endpoint = draw(st.just(last) | st.sampled_from(Endpoint))
    if start is end is Endpoint.UNKNOWN:
        end = Endpoint.OPEN
    return Interval(start, end)


@st.composite
def date_sets(draw: st.DrawFn) -> DateSet:
    """Sets of either kind, with consecutive dates."""
    members: list[Simple | Stretch] = list(draw(st.lists(simples() | stretches(), min_size=1, max_size=4)))
    if draw(st.booleans()):
        members.insert(0, Stretch(None, draw(simples())))
    if draw(st.booleans()):
        members.append(Stretch(draw(simples()), None))
    return DateSet(draw(st.sampled_from((DateKind.ONE_OF, DateKind.ALL_OF))), tuple(members))


@st.composite
def stretches(draw: st.DrawFn) -> Stretch:
    """Consecutive days, months or years."""
    precision = draw(st.integers(1, 3))
    days = sorted((draw(known_days()), draw(known_days())))
    ends = []
    for year, month, day in days:
        text = "-" * (year < 0) + f"{abs(year):04}"
        ends.append(Calendar(text, *(f"{month:02}", f"{day:02}")[: precision - 1]))
    return Stretch(ends[0], ends[1])


def expressions() -> st.SearchStrategy[Expression]:
    """Anything that the standard has."""
    return calendars() | long_years() | moments() | intervals() | date_sets()
