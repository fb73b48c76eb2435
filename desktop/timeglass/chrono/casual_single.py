"""Single dates as people write them, as EDTF."""

import re
from datetime import date
from decimal import Decimal
from typing import Final

from timeglass.chrono import casual_words as words
from timeglass.chrono.instant import iso_year

_ISO_LIKE: Final = re.compile(r"([0-9]{4})([-/. ])([0-9]{1,2})(?:\2([0-9]{1,2}))?")
_DIGITS: Final = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})")
_MONTH_YEAR: Final = re.compile(rf"(?:in |у |в )?{words.MONTH}(?: of)?[ ,-]+{words.YEAR}")
_DAY_MONTH_YEAR: Final = re.compile(
    rf"(?:the |on )?(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\.?(?: of)?[ -]{words.MONTH},?[ -]{words.YEAR}"
)
_MONTH_DAY_YEAR: Final = re.compile(rf"{words.MONTH} (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?,? {words.YEAR}")
_MISSING_DIGITS: Final = re.compile(r"([0-9]{2,3})([-?_*x]{1,2})")
_TIME: Final = re.compile(r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?P<second>:[0-9]{2})?(?: ?(?P<zone>z|utc))?")
_TIMED: Final = re.compile(rf"(.+?)(?:,| at| о)? ({_TIME.pattern})")
_TIME_FIRST: Final = re.compile(rf"({_TIME.pattern}),? (?:on )?(.+)")
_SCALES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_DAYS_FROM_TODAY: Final = {
    "yesterday": -1, "today": 0, "now": 0, "tomorrow": 1,
    "вчора": -1, "сьогодні": 0, "зараз": 0, "завтра": 1,
}  # fmt: skip
_OLDEST_CALENDAR: Final = 100_000
"""Years ago from which on nobody counts from this year."""


class SingleDates:
    """Reads single dates; ``today`` is what "today" means, ``day_first`` how 4/12/1985 is to be read."""

    def __init__(self, today: date, *, day_first: bool) -> None:
        self._today = today
        self._day_first = day_first

    def read(self, text: str) -> str:
        """EDTF for a lower-case text with plain hyphens and single spaces, or ''; it may still name no real day."""
        text = words.WEEKDAY.sub("", text, count=1)
        text = words.YEAR_WORD.sub("", text)
        return (
            self._relative(text)
            or self._numeric(text)
            or self._timed(text)
            or _ago(text, self._today.year)
            or _with_era(text)
        )

    def _relative(self, text: str) -> str:
        days = {
            "today": 0,
            "now": 0,
            "сьогодні": 0,
            "зараз": 0,
            "yesterday": -1,
            "вчора": -1,
            "tomorrow": 1,
            "завтра": 1,
        }
        if text in days:
            return date.fromordinal(self._today.toordinal() + days[text]).isoformat()
        if text in ("this month", "цього місяця"):
            return self._today.isoformat()[:7]
        if text in ("this year", "цього року"):
            return f"{self._today.year:04}"
        return ""

    def _numeric(self, text: str) -> str:
        if found := _ISO_LIKE.fullmatch(text):
            year, _, month, day = found.groups()
            return _joined(int(year), int(month), int(day) if day else 0)
        if found := _DIGITS.fullmatch(text):
            return "-".join(found.groups())
        if found := _DAY_FIRST.fullmatch(text):
            first, mark, second, year = found.groups()
            day, month = int(first), int(second)
            if mark == "/" and not self._day_first:
                if day <= 12 and month <= 12 and day != month:
                    return ""  # 4/12 is April or December, according to where one grew up
                if month > 12:
                    day, month = month, day
            return _joined(int(year), month, day)
        if found := _MISSING_DIGITS.fullmatch(text):
            known, missing = found.groups()
            return known + "X" * len(missing) if len(known) + len(missing) == 4 else ""
        return ""

    def _timed(self, text: str) -> str:
        found = _TIMED.fullmatch(text)
        place = 1
        if found is None:
            found = _TIME_FIRST.fullmatch(text)
            place = found.re.groups if found else 0
        if found is None:
            return ""
        day = self._relative(found[place]) or self._numeric(found[place]) or _with_era(found[place])
        zone = "Z" if found["zone"] else ""
        return f"{day}T{int(found['hour']):02}:{found['minute']}{found['second'] or ''}{zone}" if day else ""


def _with_era(text: str) -> str:
    if found := words.ERA.fullmatch(text):
        rest = found["rest"] or f"{found['head'] or ''}{found['tail']}"
        return _calendar(rest, before=bool(found["before"]), era=True)
    return _calendar(text, before=False, era=False)


def _calendar(text: str, *, before: bool, era: bool) -> str:
    """A date whose era is known or not told."""
    if found := re.fullmatch(words.YEAR, text):
        # Without an era, two digits may be a day, a year of this century or one of the last.
        if before and not found["year"].strip("0"):
            return ""
        return _joined(_year(found["year"], before=before)) if era or len(found["year"]) > 2 else ""
    # The year comes first: "January 10 000 BC" is not the tenth day of the year 0.
    for pattern in (_MONTH_YEAR, _DAY_MONTH_YEAR, _MONTH_DAY_YEAR):
        if (found := pattern.fullmatch(text)) and (month := words.month_number(found["month"])):
            day = found.groupdict().get("day")
            return _joined(_year(found["year"], before=before), month, int(day) if day else 0)
    return _period(text, before=before)


def _period(text: str, *, before: bool) -> str:
    """Seasons, decades, centuries, millennia."""
    if found := words.SEASON.fullmatch(text):
        code = words.SEASON_CODES.get(found[1], 0)
        return f"{_joined(_year(found[2], before=before))}-{code}" if code else ""
    if found := words.SEASON_BEHIND.fullmatch(text):
        code = words.SEASON_CODES.get(found[2], 0)
        return f"{found[1]}-{code}" if code else ""
    if found := words.DECADE.fullmatch(text):
        if len(found[1]) < 3 and not before:
            return ""  # the 90s of which century?
        digits = found[1].zfill(4)
        # The 40s BC are the years 49 to 40 BC.
        return f"{_joined(-int(digits) - 8)}/{_joined(1 - int(digits))}" if before else f"{digits[:3]}X"
    for pattern, length in ((words.CENTURY, 2), (words.MILLENNIUM, 3)):
        if found := pattern.fullmatch(text):
            number = words.ordinal_value(found[1]) - 1
            if number < 0 or number >= 10 ** (4 - length):
                return ""
            if before and number == 0:
                return f"{_joined(1 - 10**length)}/0000"
            return f"{'-' if before else ''}{number:0{4 - length}}{'X' * length}"
    return ""


def _ago(text: str, this_year: int) -> str:
    found = words.AGO.fullmatch(text)
    if found is None:
        return ""
    scale = next((size for name, size in _SCALES.items() if found[name]), 1)
    if scale == 1 and not found["ago"]:
        return ""
    number = found["number"].replace(" ", "")
    # A comma before one or two digits is a decimal one.
    number = number.replace(",", "." if re.fullmatch(r"[0-9]+,[0-9]{1,2}", number) else "")
    years = int(Decimal(number) * scale)
    if years < _OLDEST_CALENDAR:
        return f"{iso_year(this_year - years)}~" if this_year - years >= -9999 else iso_year(this_year - years)
    digits = str(years).rstrip("0")
    exponent = len(str(years)) - len(digits)
    return f"Y-{digits}E{exponent}" if exponent > 3 else f"Y-{years}"


def _year(text: str, *, before: bool) -> int:
    """Astronomical year of a number as written, with its thousands apart or not."""
    number = int(re.sub(r"[^0-9]", "", text)[:12])
    return 1 - number if before else number


def _joined(year: int, month: int = 0, day: int = 0) -> str:
    text = iso_year(year)
    if month:
        text += f"-{month:02}"
    return f"{text}-{day:02}" if day else text
