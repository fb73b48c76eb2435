"""Value axes of charts: round numbers that enclose all values, and how they are written."""

import math
from typing import Final

_INTERVALS: Final = 3.0
"""About so many stretches has an axis."""
_FLAT: Final = 0.25
"""Values that vary by less than this share of their size get an axis that need not begin at zero."""
_SAME: Final = 1e-12
_LEAST: Final = 1e-290
_WITH_POINT: Final = frozenset({"en", "he", "ja", "ko", "th", "zh"})
"""Languages that write 1,234.5; the others write 1 234,5."""
_NARROW_SPACE: Final = "\u202f"


def nice_step(least: float) -> float:
    """The next of 1, 2, 5, 10, 20, 50 … that is not below a positive value.

    >>> nice_step(37.0)
    50.0
    """
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in (1.0, 2.0, 5.0, 10.0) if step * power >= least * (1 - 1e-12))


def axis(least: float, most: float) -> tuple[float, ...]:
    """Round numbers at equal distances from at most the least to at least the greatest value; two to five of them.

    Zero is among them, unless the values vary little for their size: a rate between 7.9 and 8.1 is no flat line.

    >>> axis(24.6, 89.0)
    (0.0, 50.0, 100.0)
    >>> axis(7.91, 8.12)
    (7.9, 8.0, 8.1, 8.2)
    """
    size = max(abs(least), abs(most))
    spread = most - least
    if spread < max(_SAME * size, _LEAST) or spread >= _FLAT * size:
        least, most = min(least, 0.0), max(most, 0.0)
    if most - least < _LEAST:
        return (0.0, 1.0)
    step = nice_step((most - least) / _INTERVALS)
    first, last = math.floor(least / step + 1e-9), math.ceil(most / step - 1e-9)
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    return tuple(round(number * step, min(decimals, 300)) for number in range(first, last + 1))


def number_words(value: float, language: str = "en") -> str:
    """A number as people write it: grouped digits, at most six that matter behind the point, millions as M.

    >>> number_words(0.1 + 0.2), number_words(12_500.0), number_words(2_500_000.0), number_words(12_500.5, "uk")
    ('0.3', '12,500', '2.5M', '12\u202f500,5')
    """
    size = abs(value)
    if size >= 1e10 or (0.0 < size < 1e-6):
        return f"{value:.3g}"
    shown, letter = (value / 1e6, "M") if size >= 1e6 else (value, "")
    decimals = 6 if size < 1.0 else 2 if letter or size >= 100.0 else 4
    text = f"{shown:,.{decimals}f}".rstrip("0").rstrip(".")
    if language.split("-")[0] not in _WITH_POINT:
        text = text.replace(",", _NARROW_SPACE).replace(".", ",")
    return text + letter


def with_unit(words: str, unit: str) -> str:
    """A number with its unit: per cent close by, others behind a space that does not break."""
    return f"{words}{unit}" if unit in ("", "%", "‰", "°") else f"{words}\u00a0{unit}"
