"""Expression -> canonical EDTF text."""

from timeglass.chrono.edtf_date import DateKind
from timeglass.chrono.expression import (
    SIGN_OF_QUALIFIER,
    DateSet,
    Endpoint,
    Expression,
    Interval,
    LongYear,
    Moment,
    Simple,
    Stretch,
)


def print_expression(expression: Expression) -> str:
    """EDTF text of an expression; the parser reads it as an equal expression.

    A qualifier that the first parts share stands behind the last of them, any other before its own part.
    """
    if isinstance(expression, Moment):
        return _print_moment(expression)
    if isinstance(expression, Interval):
        return f"{_print_end(expression.start)}/{_print_end(expression.end)}"
    if isinstance(expression, DateSet):
        inside = ",".join(_print_member(member) for member in expression.members)
        return f"[{inside}]" if expression.kind is DateKind.ONE_OF else f"{{{inside}}}"
    return _print_simple(expression)


def _print_end(end: Simple | Endpoint) -> str:
    return end.value if isinstance(end, Endpoint) else _print_simple(end)


def _print_member(member: Simple | Stretch) -> str:
    if isinstance(member, Stretch):
        start, end = ("" if end is None else _print_simple(end) for end in member)
        return f"{start}..{end}"
    return _print_simple(member)


def _print_simple(date: Simple) -> str:
    if isinstance(date, LongYear):
        return _print_long_year(date)
    parts = [part for part in date[:3] if part]
    bits = date.qualifiers
    shared = 0
    while shared < len(parts) and bits[shared] == bits[0]:
        shared += 1
    texts = []
    for index, part in enumerate(parts):
        sign = SIGN_OF_QUALIFIER[bits[index]]
        if index >= shared:
            texts.append(sign + part)
        else:
            texts.append(part + sign if index == shared - 1 else part)
    return "-".join(texts)


def _print_long_year(date: LongYear) -> str:
    number = str(date.significand)
    if not date.prefixed:
        number = f"-{-date.significand:04}" if date.significand < 0 else f"{date.significand:04}"
    return "".join(
        (
            "Y" if date.prefixed else "",
            number,
            f"E{date.exponent}" if date.exponent else "",
            f"S{date.significant}" if date.significant else "",
        )
    )


def _print_moment(moment: Moment) -> str:
    year = f"-{-moment.year:04}" if moment.year < 0 else f"{moment.year:04}"
    text = f"{year}-{moment.month:02}-{moment.day:02}T{moment.hour:02}"
    if moment.minute >= 0:
        text += f":{moment.minute:02}"
    if moment.second >= 0:
        text += f":{moment.second:02}"
    if moment.fraction:
        text += f".{moment.fraction}"
    if moment.zone is None:
        return text
    if moment.zone == 0:
        return text + "Z"
    hours, minutes = divmod(abs(moment.zone), 60)
    return f"{text}{'-' if moment.zone < 0 else '+'}{hours:02}:{minutes:02}"
