"""The value that a date in a timeline file becomes."""

from enum import Enum, IntEnum
from typing import Final

import msgspec

from timeglass.chrono.bounds import Bounds
from timeglass.errors import TimeglassError


class Precision(IntEnum):
    """How finely a date says what it says, from fine to coarse."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAY = 3
    MONTH = 4
    SEASON = 5
    YEAR = 6
    DECADE = 7
    CENTURY = 8
    MILLENNIUM = 9
    COARSER = 10


class DateKind(Enum):
    """What sort of expression a date is."""

    DATE = "date"
    INTERVAL = "interval"
    ONE_OF = "one-of"
    ALL_OF = "all-of"


KINDS: Final = tuple(DateKind)
"""What the numbers in columns of kinds stand for."""


class EdtfDate(msgspec.Struct, frozen=True):
    """A parsed date: what was written, and what follows from it.

    ``precision`` is the coarser one of an interval's two ends. Qualifiers do not widen the bounds
    (ISO 8601-2:2019, clause 8).
    """

    text: str
    """As written."""
    bounds: Bounds
    precision: Precision
    kind: DateKind = DateKind.DATE
    uncertain: bool = False
    """``?`` or ``%`` stands on any part."""
    approximate: bool = False
    """``~`` or ``%`` stands on any part."""
    unknown_start: bool = False
    """The start exists but nobody knows it (``/1985``), unlike an open start (``../1985``)."""
    unknown_end: bool = False


class DateError(TimeglassError):
    """A string that is no date. ``position`` counts characters from 0; ``suggestion`` is valid EDTF or ''."""

    def __init__(self, reason: str, position: int = 0, suggestion: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.position = position
        self.suggestion = suggestion
