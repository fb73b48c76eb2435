"""Calendar fields of foreign files as EDTF."""

import re

from timeglass.chrono.instant import days_in_month


def year_text(year: int) -> str:
    """An astronomical year."""
    if -9999 <= year <= 9999:
        return f"-{-year:04}" if year < 0 else f"{year:04}"
    return f"Y{year}"


def date_text(
    year: int, month: int = 0, day: int = 0, hour: int | None = None, minute: int = 0, second: int = 0
) -> str:
    """EDTF of calendar fields (astronomical year); what is 0 or None is not known.

    Raises ValueError, with a reason, for fields that name no moment.
    """
    if not month:
        return year_text(year)
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    if abs(year) > 9999:
        return year_text(year)
    if not day:
        return f"{year_text(year)}-{month:02}"
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError(f"month {month} has no day {day}")
    text = f"{year_text(year)}-{month:02}-{day:02}"
    if hour is None:
        return text
    if not (0 <= hour <= 23 and 0 <= minute <= 59 and 0 <= second <= 59):
        raise ValueError(f"there is no time {hour}:{minute:02}:{second:02}")
    return f"{text}T{hour:02}:{minute:02}:{second:02}"


def year_only(text: str) -> str:
    """EDTF of a year where a minus sign means BC; "" for what is no year."""
    return year_text(astronomical(int(text))) if re.fullmatch(r"-?\d{1,4}", text) else ""


def astronomical(year: int) -> int:
    """An astronomical year from one where a minus sign means BC: -490 is 490 BC, that is -489.

    Years beyond 10,000 BC are round numbers of years ago, and stay.
    """
    return year + 1 if -10_000 < year < 0 else year
