"""Times of day as people and programs write them."""

import re

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2})(?:[.,]\d+)?)?\s*([AaPp])?\.?[Mm]?\.?")


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
