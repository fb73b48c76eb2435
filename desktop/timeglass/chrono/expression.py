"""The forms that an EDTF expression takes, as values: what the parser reads, and what words and printing work from.

Two expressions that mean the same in different spellings of their qualifiers are equal.
"""

from enum import Enum
from typing import Final, NamedTuple

from timeglass.chrono.edtf_date import DateKind

UNCERTAIN: Final = 1
"""Qualifier bit: ``?``."""
APPROXIMATE: Final = 2
"""Qualifier bit: ``~``; ``%`` sets both."""
SIGN_OF_QUALIFIER: Final = ("", "?", "~", "%")
"""Sign of each combination of the qualifier bits."""

NO_QUALIFIERS: Final = (0, 0, 0)

FIRST_SEASON: Final = 21
"""A month from 21 to 41 is a season, quarter, quadrimester or semester (ISO 8601-2:2019, 4.8)."""
LAST_SEASON: Final = 41

MAX_YEAR: Final = 50_000_000_000
"""Years beyond ± this many are refused: the widest view ends at 60 billion years."""


class Calendar(NamedTuple):
    """A year, a month or season of it, or a day. Digits that are not known are ``X``; absent parts are empty."""

    year: str
    """Four digits, with ``-`` before them for astronomical years below 0."""
    month: str = ""
    day: str = ""
    qualifiers: tuple[int, int, int] = NO_QUALIFIERS
    """Qualifier bits that hold for year, month and day, whichever spelling said so."""

    @property
    def season(self) -> int:
        """21 to 41 where the month is a season, else 0."""
        number = int(self.month) if self.month.isdigit() else 0
        return number if number >= FIRST_SEASON else 0


class LongYear(NamedTuple):
    """A year ``significand * 10 ** exponent``, of which the first ``significant`` digits count (0: all of them)."""

    significand: int
    exponent: int = 0
    significant: int = 0
    prefixed: bool = True
    """Written with ``Y``."""

    @property
    def year(self) -> int:
        """The astronomical year, or the estimate where only some digits count."""
        return int(self.significand * 10**self.exponent)

    @property
    def doubtful_digits(self) -> int:
        """How many of the last digits do not count."""
        return max(0, len(str(abs(self.year))) - self.significant) if self.significant else 0


class Moment(NamedTuple):
    """A date and time of day. Absent parts are -1; ``zone`` is minutes east of Greenwich."""

    year: int
    month: int
    day: int
    hour: int
    minute: int = -1
    second: int = -1
    fraction: str = ""
    """Decimal digits of the second, as written."""
    zone: int | None = None


class Endpoint(Enum):
    """An end of an interval that is no date."""

    OPEN = ".."
    """There is no such end: it goes on."""
    UNKNOWN = ""
    """There is an end, but nobody knows it."""


class Interval(NamedTuple):
    """From one date to another, both included."""

    start: "Calendar | LongYear | Endpoint"
    end: "Calendar | LongYear | Endpoint"


class Stretch(NamedTuple):
    """Consecutive dates in a set: ``a..b``, ``..b`` or ``a..``, the missing end being None."""

    start: "Calendar | LongYear | None"
    end: "Calendar | LongYear | None"


class DateSet(NamedTuple):
    """One of the members (``[…]``) or all of them (``{…}``), as ``kind`` says."""

    kind: DateKind
    members: "tuple[Calendar | LongYear | Stretch, ...]"


Simple = Calendar | LongYear
"""What may stand in an interval or a set."""
Expression = Calendar | LongYear | Moment | Interval | DateSet
