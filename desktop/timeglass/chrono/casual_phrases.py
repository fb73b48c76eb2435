"""Phrases around dates - about, between, since, before, or - and runs of dates, as EDTF."""

import re
from typing import Final

from timeglass.chrono import casual_words as words
from timeglass.chrono.casual_single import SingleDates
from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.edtf_parser import parse_expression
from timeglass.chrono.expression import Calendar
from timeglass.chrono.extent import extent
from timeglass.chrono.instant import civil, iso_year

_DRAFT: Final = str.maketrans("uxye", "XXYE")
"""The draft of 2012 wrote small letters for unspecified digits, long years and exponents."""
_LAX_TIME: Final = re.compile(
    r"(-?[0-9]{4}-[0-9]{2}-[0-9]{2})t([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2}))?(?:([+-][0-9]{2}):?([0-9]{2})?|z)?"
)
_SHORTENED: Final = re.compile(r"([0-9]{2})([0-9]{2}) ?[–—] ?([0-9]{2})")
"""Years with a typographic dash: "1905–12", which with a hyphen would be a month."""
_THIRDS_OF_DECADE: Final = ((0, 3), (4, 6), (7, 9))
_THIRDS_OF_CENTURY: Final = ((0, 33), (34, 66), (67, 99))
_THIRDS_OF_MONTH: Final = ((1, 10), (11, 20), (21, 31))


class Phrases:
    """Reads whole texts, with the help of what reads single dates."""

    def __init__(self, dates: SingleDates) -> None:
        self._dates = dates

    def read(self, text: str) -> str:
        """EDTF for any text, or ''."""
        dash_first = text.strip()[:1] in ("–", "—")
        if (found := _SHORTENED.fullmatch(text.strip())) and found[2] < found[3]:
            return f"{found[1]}{found[2]}/{found[1]}{found[3]}"
        text = " ".join(text.translate(words.DASHES).lower().split()).strip(" .;")
        if not text:
            return ""
        return (
            (self._phrase(f"until {text[1:].strip()}") if dash_first else "")
            or _mended(text)
            or self._date(text)
            or self._phrase(text)
            or self._run(text)
            or self._list(text)
            or self._unwrapped(text)
        )

    def _date(self, text: str) -> str:
        """A single date, perhaps qualified, or a share of a period, which is an interval."""
        text = text.strip(" ,")
        strict = _valid(text.upper())
        if strict and ("/" not in strict and "[" not in strict):
            return strict
        found = words.POSSIBLY.fullmatch(text)
        if found:
            return _qualified(self._date(found[1]), "?")
        if found := words.ABOUT.fullmatch(text):
            return _qualified(self._date(found[1]), "~")
        if single := _valid(self._dates.read(text)):
            return single
        if found := words.IN.fullmatch(text):
            return self._date(found[1])
        if found := words.DOUBTED.fullmatch(text):
            return _qualified(self._date(found[1]), "?")
        if found := words.SHARE.fullmatch(text):
            return _share(words.SHARES[found[1]], self._date(found[2]))
        return ""

    def _phrase(self, text: str) -> str:
        if found := words.BETWEEN.fullmatch(text):
            first, last = self._two(found[1], found[2])
            if first and (meant := _valid(f"[{first}..{last}]")):
                return meant
        if found := words.FROM_TO.fullmatch(text):
            first, last = self._two(found[1] or found[3], found[2] or found[4])
            if meant := _interval(first, last):
                return meant
        for pattern, template, step in (
            (words.NOT_AFTER, "[..{}]", 0),
            (words.NOT_BEFORE, "[{}..]", 0),
            (words.SINCE, "{}/..", 0),
            (words.UNTIL, "../{}", 0),
            (words.BEFORE, "[..{}]", -1),
            (words.AFTER, "[{}..]", 1),
        ):
            if found := pattern.fullmatch(text):
                inside = self._date(next(group for group in found.groups() if group))
                if meant := inside and _valid(template.format(_neighbour(inside, step) if step else inside)):
                    return meant
        return ""

    def _run(self, text: str) -> str:
        """Two dates with a dash or slash between; there may be more dashes inside them."""
        places = [index for index, letter in enumerate(text) if letter in "-/"]
        # The widest dash is the likeliest: "1990-05 - 1991-06".
        places.sort(key=lambda index: (text[index - 1 : index] != " ", abs(index - len(text) / 2)))
        for place in places:
            first, last = self._two(text[:place].strip(), text[place + 1 :].strip())
            if meant := _interval(first, last):
                return meant
        return ""

    def _two(self, first: str, last: str) -> tuple[str, str]:
        """Two dates of which the first may leave to the second what they share, and the second its century."""
        end = self._date(last)
        if re.fullmatch(r"[0-9]{2}", last) and (century := re.search(r"([0-9]{2})[0-9]{2}$", first)):
            end = f"{century[1]}{last}"
        era = words.ERA.fullmatch(first)
        if not end and era and era["mark"]:
            end = self._date(f"{era['mark']} {last}")
        if not end:
            return "", ""
        tail = last.split(" ")
        borrowed = [f"{first} {' '.join(tail[count:])}" for count in range(1, len(tail))]
        # In "144-143 BC", the first year is one before Christ, too.
        candidates = [*borrowed, first] if words.ERA.fullmatch(last) and not era else [first, *borrowed]
        for candidate in candidates:
            if start := self._date(candidate):
                return start, end
        return "", ""

    def _list(self, text: str) -> str:
        for pattern, template in ((words.EITHER, "[{},{}]"), (words.BOTH, "{{{},{}}}")):
            if found := pattern.fullmatch(text):
                first, last = self._two(found[1], found[2])
                if first and (meant := _valid(template.format(first, last))):
                    return meant
        return ""

    def _unwrapped(self, text: str) -> str:
        """Catalogues put dates that they conclude in brackets."""
        if len(text) > 2 and text[0] + text[-1] in ("[]", "()", '""', "''"):
            return self.read(text[1:-1])
        return ""


def _valid(text: str) -> str:
    """The text, if it is EDTF; else ''."""
    try:
        parse_expression(text)
    except DateError:
        return ""
    return text


def _mended(text: str) -> str:
    """What is EDTF but for spaces, small letters, lax times, or the signs of the draft of 2012; or ''."""
    if not re.search(r"[0-9]", text):
        return ""
    if found := _LAX_TIME.fullmatch(text):
        day, hour, minute, second, zone_hour, zone_minute = found.groups()
        zone = f"{zone_hour}:{zone_minute or '00'}" if zone_hour else "Z" if text.endswith("z") else ""
        return _valid(f"{day}T{hour.zfill(2)}:{minute.zfill(2)}:{(second or '0').zfill(2)}{zone}")
    if "/" in text and "t" in text and (meant := _valid(re.sub(r"t[^/]*", "", text))):
        return meant  # an interval has no times of day
    bare = re.sub(r"\(([0-9]{2})\)([?~%]+)", r"\2\1", text)
    if text[0] in "[{" or "/" in text or re.fullmatch(r"[0-9 -]+", text):
        bare = bare.replace(" ", "")
    for word, sign in (("open", ".."), ("unknown", ""), ("?~", "%"), ("~?", "%")):
        bare = bare.replace(word, sign)
    if found := re.fullmatch(r"y(-?[0-9]{4})", bare):
        return _valid(found[1])
    return _valid(bare.translate(_DRAFT).replace("s", "S"))


def _interval(first: str, last: str) -> str:
    """An interval of two dates; of two shares of periods, from the first's start to the last's end."""
    if not first or not last:
        return ""
    return _valid(f"{first.partition('/')[0]}/{last.rpartition('/')[2]}")


def _qualified(meant: str, sign: str) -> str:
    """A date, or both ends of an interval, with a qualifier; long years have none, being round already."""
    ends = []
    for end in meant.split("/"):
        if end[-1:] in ("?", "~", "%"):
            ends.append(end if end[-1] == sign else f"{end[:-1]}%")
        else:
            ends.append(end if end.startswith("Y") else f"{end}{sign}")
    return _valid("/".join(ends))


def _neighbour(meant: str, step: int) -> str:
    """The year, month or day before or behind a date; the date itself where it is not sharp."""
    date = parse_expression(meant)
    if not isinstance(date, Calendar) or any(date.qualifiers):
        return meant.partition("/")[0] if step < 0 else meant.rpartition("/")[2]
    low, high = extent(date)
    year, month, day, *_ = civil(low - 1 if step < 0 else high + 1)
    text = iso_year(year)
    if date.month:
        text += f"-{month:02}"
    return f"{text}-{day:02}" if date.day else text


def _share(third: int, meant: str) -> str:
    """The first, middle or last third of a decade, century, year or month."""
    if re.fullmatch(r"[0-9]{3}X", meant):
        first, last = _THIRDS_OF_DECADE[third]
        return f"{meant[:3]}{first}/{meant[:3]}{last}"
    if re.fullmatch(r"[0-9]{2}XX", meant):
        first, last = _THIRDS_OF_CENTURY[third]
        return f"{meant[:2]}{first:02}/{meant[:2]}{last:02}"
    if re.fullmatch(r"-?[0-9]{4}", meant):
        return f"{meant}-{37 + third}"
    if re.fullmatch(r"-?[0-9]{4}-(?:0[1-9]|1[0-2])", meant):
        first, last = _THIRDS_OF_MONTH[third]
        end = min(last, civil(extent(Calendar(meant[:-3], meant[-2:]))[1]).day)
        return f"{meant}-{first:02}/{meant}-{end:02}"
    return ""
