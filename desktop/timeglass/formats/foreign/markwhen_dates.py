"""Date ranges of Markwhen: ISO and casual dates, relative ones, durations, ``now``, and repetitions."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from timeglass.chrono.casual import suggest
from timeglass.chrono.edtf import parse
from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.instant import DAY, HOUR, MINUTE, civil, days_in_month, instant
from timeglass.formats.foreign.calendar_text import date_text

MOST_REPETITIONS = 100
"""An event that is repeated is unfolded into so many at most."""

_UNITS = {
    "second": ("s", 1), "sec": ("s", 1), "s": ("s", 1),
    "minute": ("s", MINUTE), "min": ("s", MINUTE), "hour": ("s", HOUR), "hr": ("s", HOUR), "h": ("s", HOUR),
    "day": ("d", 1), "d": ("d", 1), "weekday": ("w", 1), "week day": ("w", 1), "workday": ("w", 1),
    "work day": ("w", 1), "business day": ("w", 1), "week": ("d", 7), "w": ("d", 7),
    "month": ("m", 1), "mo": ("m", 1), "quarter": ("m", 3), "year": ("m", 12), "y": ("m", 12), "decade": ("m", 120),
    "century": ("m", 1200),
}  # fmt: skip
_UNIT_NAMES = "|".join(sorted((name.replace(" ", r"\s?") for name in _UNITS), key=len, reverse=True))
_AMOUNT = rf"(\d+(?:\.\d+)?)\s*({_UNIT_NAMES})s?"
_PART = re.compile(_AMOUNT, re.IGNORECASE)
_DURATION = re.compile(rf"{_AMOUNT}(?:(?:\s*,\s*|\s*and\s*|\s*){_AMOUNT})*", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+")
_ALLOWED = frozenset(
    {"t", "z", "utc", "am", "pm", "bc", "bce", "ad", "ce", "st", "nd", "rd", "th", "of", "now", "today", "tomorrow"}
    | {"yesterday", "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday"}
    | {"friday", "saturday", "sunday"}
)
_MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_REPEAT = re.compile(
    r"(?P<start>.*?)\s*(?P<every>every)\s+(?P<number>\d+|other)?\s*(?P<unit>[a-z ]+?)"
    r"(?:\s+(?:for\s+)?(?:x\s*)?(?P<times>\d+)\s*(?:times?|x)?|\s+x\s*(?P<x>\d+)|\s+for\s+(?P<length>\d+\s*[a-z]+))?\s*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:(after|before|by)\s+)?!([\w.-]+)\s*(.*)", re.IGNORECASE)
_NOW = re.compile(r"now(?:\s*([+-])\s*(.+))?", re.IGNORECASE)
_MONTH_YEAR = re.compile(r"(\d{1,2})/(\d{4})")
_DAY_YEAR = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?:[ ,]+(.+))?")
_CLOCK_ONLY = re.compile(r"\d{1,2}(?::\d{2}(?::\d{2})?)?\s*(?:am|pm)?", re.IGNORECASE)


@dataclass(frozen=True)
class Range:
    """What a range of dates stands for: EDTF of its ends; ``end`` is ".." for one that goes on to this day."""

    start: str
    end: str = ""
    times: tuple[str, ...] = ()
    """EDTF of the further starts of an event that is repeated."""
    bounded: bool = True
    """False where the event is repeated for ever, and only the first times are told."""
    now: bool = False
    """Counted from the day of the import."""


class RangeReader:
    """Reads the ranges of one file, of which later ones may count from earlier ones."""

    def __init__(self, today: date, day_first: bool = False) -> None:
        self._today = today
        self._day_first = day_first
        self._last_end: date | None = None
        """Last day of the event before."""
        self._ends: dict[str, tuple[date, date]] = {}
        """First and last day of each event that has an id."""

    def remember(self, made: Range, identifier: str = "") -> None:
        """Let later ranges count from this one."""
        days = _days(made, self._today)
        if days is not None:
            self._last_end = days[1]
            if identifier:
                self._ends[identifier] = days

    def read(self, text: str) -> Range | None:
        """The range that a text is; None where it is none."""
        text = " ".join(text.split())
        if not text or len(text) > 80 or text[:2] in ("- ", "* ", "+ "):
            return None
        repeated = _REPEAT.fullmatch(text)
        if repeated and repeated["start"]:
            return self._repeated(repeated)
        single = self._single(text)
        if single:
            return self._from(text, single)
        relative = self._relative(text)
        if relative is not None:
            return relative
        for mark, width in ((" - ", 3), (" – ", 3), (" to ", 4), ("/", 1), ("-", 1), ("–", 1)):
            places = [found.start() for found in re.finditer(re.escape(mark), text)]
            for place in sorted(places, key=lambda at: abs(at - len(text) / 2)):
                made = self._two(text[:place].strip(), text[place + width :].strip())
                if made is not None:
                    return made
        return None

    def _from(self, text: str, single: str) -> Range:
        start, _, end = single.partition("/")
        return Range(start, end, now=_NOW.fullmatch(text) is not None)

    def _two(self, first: str, last: str) -> Range | None:
        """From one date to another, or to a duration later."""
        begun = self._relative(first)
        start = begun.start if begun is not None else self._single(first)
        if not start:
            return None
        now = _NOW.fullmatch(first) is not None or (begun is not None and begun.now)
        if last.lower() == "now":
            return Range(start, "..", now=now)
        if _DURATION.fullmatch(last):
            return Range(start, _behind(start, last), now=now)
        if "T" in start and _CLOCK_ONLY.fullmatch(last) and not last.isdigit():
            end = self._single(f"{start.partition('T')[0]} {last}")
        else:
            end = self._single(last)
        return Range(start, end, now=now) if end else None

    def _single(self, text: str) -> str:
        """EDTF of one date; "" for what is none."""
        if found := _NOW.fullmatch(text):
            if not found[2]:
                return self._today.isoformat()
            moved = (
                _moved(self._today, found[2], -1 if found[1] == "-" else 1) if _DURATION.fullmatch(found[2]) else None
            )
            return moved.isoformat() if moved else ""
        if any(not _is_date_word(word) for word in _WORDS.findall(text)) or not re.search(r"\d{1,4}|today|day", text):
            return ""
        try:
            if found := _MONTH_YEAR.fullmatch(text):
                return date_text(int(found[2]), int(found[1]))
            if found := _DAY_YEAR.fullmatch(text):
                month, day = int(found[1]), int(found[2])
                if self._day_first:
                    month, day = day, month
                plain = date_text(int(found[3]), month, day)
                return suggest(f"{plain} {found[4]}", today=self._today) if found[4] else plain
        except ValueError:
            return ""
        try:
            parse(text)
        except DateError:
            return suggest(_plain_time(text), today=self._today)
        return "" if "/" in text else text

    def _relative(self, text: str) -> Range | None:
        """A range that counts from an event before it: "5 days", "after !id 3 weeks"."""
        if found := _AFTER.fullmatch(text):
            known = self._ends.get(found[2])
            if known is None or (found[3] and not _DURATION.fullmatch(found[3])):
                return None
            if found[1] and found[1].lower() in ("before", "by"):
                start = _moved(known[0], found[3], -1) if found[3] else known[0]
                return Range(start.isoformat()) if start else None
            start = _moved(known[1] + timedelta(1), found[3], 1) if found[3] else known[1] + timedelta(1)
            return Range(start.isoformat()) if start else None
        if _DURATION.fullmatch(text) and self._last_end is not None:
            start_text = (self._last_end + timedelta(1)).isoformat()
            return Range(start_text, _behind(start_text, text))
        return None

    def _repeated(self, found: re.Match[str]) -> Range | None:
        first = self.read(found["start"])
        unit = found["unit"].strip().lower().rstrip("s")
        if first is None or unit not in _UNITS or first.start == "":
            return None
        days = _days(first, self._today)
        if days is None:
            return first
        step = 2 if found["number"] == "other" else int(found["number"] or 1)
        count = int(found["times"] or found["x"] or 0)
        limit = _moved(days[0], found["length"], 1) if found["length"] else None
        times: list[str] = []
        at: date | None = days[0]
        while at is not None and len(times) < min(count or MOST_REPETITIONS, MOST_REPETITIONS) - 1:
            at = _moved(days[0], f"{step * (len(times) + 1)} {unit}", 1)
            if at is None or (limit is not None and at >= limit):
                break
            times.append(at.isoformat())
        bounded = limit is not None or 0 < count <= MOST_REPETITIONS
        return Range(first.start, first.end, tuple(times), bounded, first.now)


def _is_date_word(word: str) -> bool:
    low = word.lower()
    return low in _ALLOWED or (len(low) >= 3 and any(month.startswith(low) for month in _MONTHS)) or low == "sept"


def _plain_time(text: str) -> str:
    """The text with times such as "10:30pm" or "5 am" in 24 hours."""

    def plain(found: re.Match[str]) -> str:
        hour = int(found[1]) % 12 + (12 if found[3].lower() == "pm" else 0)
        return f"{hour:02}:{found[2] or '00'}"

    return re.sub(r"\b(\d{1,2})(?::(\d{2}))?\s*(am|pm)\b", plain, text, flags=re.IGNORECASE)


def _days(made: Range, today: date) -> tuple[date, date] | None:
    """First and last day of a range, where it lies in the calendar of Python."""
    try:
        start = parse(made.start).bounds.start_earliest
        end = parse(made.end if made.end not in ("", "..") else made.start).bounds.end_latest
        first = date.fromordinal(start // DAY + 719_163)
        return first, (today if made.end == ".." else date.fromordinal(end // DAY + 719_163))
    except (DateError, ValueError, OverflowError):
        return None


def _moved(start: date, duration: str, sign: int) -> date | None:
    """A day moved by a duration; parts of a day count for nothing."""
    moved = start
    try:
        for number, name in _PART.findall(duration):
            kind, size = _UNITS[_unit(name)]
            amount = float(number) * size * sign
            if kind == "m":
                moved = _months(moved, round(amount))
            elif kind == "d":
                moved += timedelta(amount)
            elif kind == "w":
                moved = _workdays(moved, round(amount))
            else:
                moved += timedelta(seconds=amount)
    except (ValueError, OverflowError):
        return None
    return moved


def _unit(name: str) -> str:
    name = " ".join(name.lower().split())
    return name if name in _UNITS else name.replace("week day", "weekday")


def _months(day: date, count: int) -> date:
    month = day.year * 12 + day.month - 1 + count
    year, month = divmod(month, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, days_in_month(year, month + 1)))


def _workdays(day: date, count: int) -> date:
    step = 1 if count > 0 else -1
    for _ in range(min(abs(count), 10_000)):
        day += timedelta(step)
        while day.weekday() >= 5:
            day += timedelta(step)
    return day


def _behind(start: str, duration: str) -> str:
    """EDTF of the last day, or second, of what begins at a date and lasts for a duration; "" where there is none."""
    bounds = parse(start).bounds
    units = {_UNITS[_unit(name)][0] for _, name in _PART.findall(duration)}
    if "T" in start or "s" in units:
        fields = civil(bounds.start_earliest)
        day = instant(*fields[:3])
        moved = _moved(date.fromordinal(day // DAY + 719_163), duration, 1)
        seconds = sum(
            float(number) * _UNITS[_unit(name)][1]
            for number, name in _PART.findall(duration)
            if _UNITS[_unit(name)][0] == "s"
        )
        if moved is None:
            return ""
        whole = moved.toordinal() - 719_163 if units - {"s"} else day // DAY
        end = civil(whole * DAY + (bounds.start_earliest - day) + round(seconds))
        return date_text(*end[:3], *end[3:])
    try:
        begun = date.fromordinal(bounds.start_earliest // DAY + 719_163)
    except (ValueError, OverflowError):
        return ""
    moved = _moved(begun, duration, 1)
    if moved is None or moved <= begun:
        return ""
    return (moved - timedelta(1)).isoformat()
