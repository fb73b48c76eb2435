"""Why a text is no date: one clear line and a place."""

import re
from typing import Final

from timeglass.chrono.edtf_date import DateError

_OPENING: Final = re.compile(r"[?~%]?-?[0-9X]*")
_STEPS: Final = (
    (re.compile(r"[?~%]?-?"), "a year of four digits"),
    (re.compile(r"[0-9X]{4}"), "'-' and a month, or the end"),
    (re.compile(r"[?~%]?-[?~%]?"), "a month of two digits"),
    (re.compile(r"[0-9X]{2}"), "'-' and a day, or the end"),
    (re.compile(r"[?~%]?-[?~%]?"), "a day of two digits"),
    (re.compile(r"[0-9X]{2}"), "the end"),
    (re.compile(r"[?~%]?"), "the end"),
)
_TIME_STEPS: Final = (
    (re.compile(r"-?[0-9]{4}-[0-9]{2}-[0-9]{2}T"), "an hour of two digits"),
    (re.compile(r"[0-9]{2}"), "':' and minutes, a zone, or the end"),
    (re.compile(r":"), "minutes of two digits"),
    (re.compile(r"[0-9]{2}"), "':' and seconds, a zone, or the end"),
    (re.compile(r":"), "seconds of two digits"),
    (re.compile(r"[0-9]{2}(?:[.,][0-9]+)?"), "a zone such as Z or +02:00, or the end"),
    (re.compile(r"Z|[+-][0-9]{2}(?::[0-9]{2})?"), "the end"),
)


def diagnose(text: str, at: int) -> DateError:
    """The error for a text that is no single date; ``at`` is its place in the whole text."""
    if not text:
        return DateError("a date is missing", at)
    space = re.search(r"\s", text)
    if space:
        return DateError("spaces cannot stand in a date", at + space.start())
    if text[0] == "Y":
        return DateError("Y is followed by a year of five digits or more, such as Y-10000 or Y-138E8", at + 1)
    if text.startswith("+"):
        return DateError("years have no plus sign", at)
    opening = _OPENING.match(text)
    digits = re.sub(r"[?~%-]", "", opening[0]) if opening else ""
    rest = text[opening.end() :] if opening else text
    if digits and rest[:1] in ("x", "u"):
        return DateError("an unspecified digit is a capital X", at + len(text) - len(rest))
    if len(digits) > 4:
        return DateError("a year of more than four digits begins with Y", at)
    if digits and len(digits) < 4:
        return DateError("a year has four digits, with zeros in front or X for unknown ones", at)
    doubled = re.search(r"[?~%]{2}", text)
    if doubled:
        return DateError("two qualifiers in a row: '%' says both", at + doubled.start())
    position, expected = _advance(text, _STEPS)
    return _unexpected(text, position, expected, at)


def diagnose_moment(text: str) -> DateError:
    """The error for a text with a ``T`` that is no date-time."""
    position, expected = _advance(text, _TIME_STEPS)
    if position == 0:
        return DateError("a time of day follows a full date, such as 1997-07-09T12:00", 0)
    return _unexpected(text, position, expected, 0)


def _advance(text: str, steps: tuple[tuple[re.Pattern[str], str], ...]) -> tuple[int, str]:
    """How far a text goes along, and what was expected there."""
    position, expected = 0, "a year of four digits"
    for pattern, then in steps:
        found = pattern.match(text, position)
        if found is None:
            break
        position, expected = found.end(), then
    return position, expected


def _unexpected(text: str, position: int, expected: str, at: int) -> DateError:
    found = f"found {text[position]!r}" if position < len(text) else "the text ends"
    return DateError(f"expected {expected}, but {found}", at + position)
