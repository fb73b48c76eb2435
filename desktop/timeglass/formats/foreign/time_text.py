"""Dates and times as other programs write them."""

import re
from datetime import UTC, datetime

from timeglass.chrono.casual import suggest
from timeglass.chrono.edtf import parse
from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.instant import civil
from timeglass.formats.foreign.calendar_text import date_text, year_text

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp])?\.?[Mm]?\.?")
_YEAR = re.compile(r"(-?\d{1,4})")
_MONTHS = {
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_SCRIPT = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?"
    r"(?:([A-Za-z]{3})[a-z]*\.?\s+(\d{1,2})|(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?),?\s+(-?\d{1,6})"
    r"(?:\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?\s*(?:GMT|UTC|Z)?\s*(?:([+-])(\d{2}):?(\d{2}))?\s*(?:\([^)]*\))?"
)
"""A date as JavaScript prints it, or as mail has it."""
_ISO = re.compile(
    r"(-?\d{4,6})-(\d\d?)-(\d\d?)[T ](\d\d?):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?"
)


def clock(text: str) -> tuple[int, int, int]:
    """Hour, minute and second of "14:30", "2:30 PM" or "14:30:05.123". Raises ValueError."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None or (match[2] is None and match[4] is None):
        raise ValueError(f"{text!r} is no time of day")
    hour = int(match[1])
    if match[4]:
        if not 1 <= hour <= 12:
            raise ValueError(f"{text!r} is no time of day")
        hour = hour % 12 + (12 if match[4] in "Pp" else 0)
    return hour, int(match[2] or 0), int(match[3] or 0)


def moment_text(year: int, month: int, day: int, hour: int, minute: int = 0, second: int = 0, zone: str = "") -> str:
    """EDTF of a date and time; midnight is the day, because that is what programs write for a day."""
    if hour == minute == second == 0:
        return date_text(year, month, day)
    text = date_text(year, month, day, hour, minute, second)
    if "T" not in text or not zone:
        return text
    return text + ("Z" if zone in ("Z", "UTC", "GMT") else zone if ":" in zone else f"{zone[:3]}:{zone[3:]}")


def epoch_text(seconds: float, whole_days: bool = False) -> str:
    """EDTF of seconds since 1970 (UTC); with ``whole_days``, midnight is the day."""
    fields = civil(int(seconds // 1))
    if whole_days and fields[3:] == (0, 0, 0):
        return date_text(*fields[:3])
    return date_text(*fields) + "Z"


def foreign_date(text: str) -> str:
    """EDTF of a date as programs and people write it. A minus sign is astronomical. Raises DateError."""
    text = " ".join(text.split())
    try:
        if _YEAR.fullmatch(text):
            return year_text(int(text))
        match = _SCRIPT.fullmatch(text)
        month = _MONTHS.get((match[1] or match[4]).lower(), 0) if match else 0
        if match and month:
            zone = f"{match[9]}{match[10]}{match[11]}" if match[9] and match[10] + match[11] != "0000" else "Z"
            hour, minute, second = (int(match[group] or 0) for group in (6, 7, 8))
            return moment_text(int(match[5]), month, int(match[2] or match[3]), hour, minute, second, zone)
        match = _ISO.fullmatch(text)
        if match:
            year, month, day, hour, minute, second = (int(match[group] or 0) for group in range(1, 7))
            return moment_text(year, month, day, hour, minute, second, match[7] or "")
    except ValueError as error:
        raise DateError(str(error)) from None
    try:
        parse(text)
    except DateError as error:
        meant = suggest(text)
        if not meant:
            raise DateError(error.reason, error.position) from None
        return meant
    return text


def today_text(seconds: float) -> str:
    """EDTF of the day of a moment, as ``time.time`` tells it (UTC)."""
    return datetime.fromtimestamp(seconds, UTC).date().isoformat()
