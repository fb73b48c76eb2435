"""Expressions in words."""

from collections.abc import Sequence

from timeglass.chrono.edtf_date import DateKind
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
from timeglass.chrono.instant import civil
from timeglass.chrono.names import Names
from timeglass.chrono.range_words import Fields, between_in_words, fields_in_words, range_in_words
from timeglass.chrono.unspecified_words import unspecified_in_words
from timeglass.chrono.year_words import deep_year_in_words, year_in_words

_BOTH = UNCERTAIN | APPROXIMATE


def expression_in_words(expression: Expression, names: Names) -> str:
    """Words for any expression."""
    if isinstance(expression, Moment):
        return _moment(expression, names)
    if isinstance(expression, Interval):
        return _interval(expression, names)
    if isinstance(expression, DateSet):
        return _one_of(expression, names) if expression.kind is DateKind.ONE_OF else _all_of(expression, names)
    return _simple(expression, names)


def _moment(moment: Moment, names: Names) -> str:
    time = f"{moment.hour:02}:{max(moment.minute, 0):02}"
    if moment.second >= 0:
        time += f":{moment.second:02}"
    if moment.fraction:
        time += names.decimal + moment.fraction
    if moment.zone is not None:
        hours, minutes = divmod(abs(moment.zone), 60)
        sign = "−" if moment.zone < 0 else "+"
        time += " UTC" + (f"{sign}{hours}" + (f":{minutes:02}" if minutes else "") if moment.zone else "")
    return f"{time}, {fields_in_words(Fields(moment.year, moment.month, moment.day), names)}"


def _fields(date: Simple) -> Fields | None:
    """The fields of a date that is known and needs no qualifying word; else None."""
    if isinstance(date, LongYear) or any(date.qualifiers) or date.season:
        return None
    parts = [part for part in date[:3] if part]
    if any("X" in part for part in parts):
        return None
    return Fields(*(int(part) for part in parts))


def _simple(date: Simple, names: Names, *, of: bool = False) -> str:
    """A single date; ``of`` gives the form behind a preposition."""
    if isinstance(date, LongYear):
        return _long_year(date, names)
    bits = date.qualifiers[: 1 + bool(date.month) + bool(date.day)]
    if not any(bits):
        return _unqualified(date, names, of=of)
    if all(bit == bits[0] for bit in bits):
        if bits[0] == UNCERTAIN:
            return names.possibly.format(_unqualified(date, names))
        template = names.about if bits[0] == APPROXIMATE else names.possibly_about
        return template.format(_unqualified(date, names, of=True))
    templates = {UNCERTAIN: names.uncertain, APPROXIMATE: names.approximate, _BOTH: names.uncertain_and_approximate}
    notes = [templates[bit].format(part) for bit, part in zip(bits, names.parts, strict=False) if bit]
    return f"{_unqualified(date, names, of=of)} ({', '.join(notes)})"


def _unqualified(date: Calendar, names: Names, *, of: bool = False) -> str:
    if "X" in date.year + date.month + date.day:
        return unspecified_in_words(date, names, of=of)
    if date.season:
        seasons = names.seasons_of if of else names.seasons
        return seasons[date.season - 21].format(year_in_words(int(date.year), names))
    return fields_in_words(Fields(*(int(part) for part in date[:3] if part)), names, of=of)


def _long_year(date: LongYear, names: Names) -> str:
    if not date.doubtful_digits:
        return deep_year_in_words(date.year, names)
    low, high = (year_in_words(civil(at).year, names) for at in extent(date))
    estimate = year_in_words(date.year, names)
    return f"{names.about.format(estimate)} ({names.between.format(low, high)})"


def _interval(interval: Interval, names: Names) -> str:
    start, end = interval
    if isinstance(start, Endpoint):
        if isinstance(end, Endpoint):
            both_open = start is end
            return names.always if both_open else names.unknown_on if end is Endpoint.OPEN else names.until_unknown
        template = names.until if start is Endpoint.OPEN else names.from_unknown
        return template.format(_simple(end, names, of=True))
    if isinstance(end, Endpoint):
        template = names.since if end is Endpoint.OPEN else names.to_unknown
        return template.format(_simple(start, names, of=True))
    return _run(start, end, names)


def _run(start: Simple, end: Simple, names: Names) -> str:
    first, last = _fields(start), _fields(end)
    if first is not None and last is not None:
        return range_in_words(first, last, names)
    if start == end:
        return _simple(start, names)
    return f"{_simple(start, names)} – {_simple(end, names)}"


def _one_of(dates: DateSet, names: Names) -> str:
    return _listed([_choice(member, names) for member in dates.members], names.either)


def _choice(member: Simple | Stretch, names: Names) -> str:
    if not isinstance(member, Stretch):
        return _simple(member, names)
    if member.start is None and member.end is not None:
        return names.or_earlier.format(_simple(member.end, names))
    if member.end is None and member.start is not None:
        return names.or_later.format(_simple(member.start, names))
    ends = [end for end in member if end is not None]
    first, last = (_fields(end) for end in ends)
    if first is not None and last is not None:
        return between_in_words(first, last, names)
    return names.between.format(*(_simple(end, names, of=True) for end in ends))


def _all_of(dates: DateSet, names: Names) -> str:
    return _listed([_part(member, names) for member in dates.members], names.both)


def _part(member: Simple | Stretch, names: Names) -> str:
    if not isinstance(member, Stretch):
        return _simple(member, names)
    if member.start is None and member.end is not None:
        return names.all_earlier.format(_simple(member.end, names, of=True))
    if member.end is None and member.start is not None:
        return names.all_later.format(_simple(member.start, names, of=True))
    start, end = member
    return _run(start, end, names) if start is not None and end is not None else ""


def _listed(texts: Sequence[str], word: str) -> str:
    """Several texts, the last two joined by a word."""
    if len(texts) == 1:
        return texts[0]
    return f"{', '.join(texts[:-1])} {word} {texts[-1]}"
