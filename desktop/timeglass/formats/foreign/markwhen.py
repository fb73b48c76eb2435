"""Markwhen ``.mw``: a text of dated lines in groups and sections, which become lanes."""

import re
import time
from dataclasses import dataclass
from datetime import UTC, date, datetime
from textwrap import dedent

from timeglass.formats.document import Document, Source
from timeglass.formats.foreign.draft import PARSED, Draft, Tree, texts
from timeglass.formats.foreign.markwhen_dates import Range, RangeReader
from timeglass.formats.foreign.named_colors import hex_color
from timeglass.formats.problem import Place, shown
from timeglass.formats.text import decode

_GROUP = re.compile(r"\s*(section|group)\b[ \t]*(.*)", re.IGNORECASE)
_END = re.compile(r"\s*end\s*(section|group)\b.*", re.IGNORECASE)
_HEADING = re.compile(r"(#{1,6})\s+(.+)")
_TAG_COLOR = re.compile(r"\s*#([\w-]+)\s*:\s*(.+)")
_KEY = re.compile(r"([A-Za-z][\w .-]*?)\s*:(?:\s+(.*))?")
_TAG = re.compile(r"(?<![\w/&(#])#([^\W\d_][\w-]*)")
_ID = re.compile(r"(?:^|\s)!([\w.-]+)")
_PLACE = re.compile(r"\[([^\[\]]+)\]\((?:location|map)\)")
_IMAGE = re.compile(r"!\[([^\[\]]*)\]\([^()\s]*\)")
_LINK = re.compile(r"\[([^\[\]]+)\]\((https?://[^()\s]+(?:\([^()\s]*\)[^()\s]*)*)\)")
_DONE = re.compile(r"\[([ xX])\]\s*")
_DATED = re.compile(
    rb"^[ \t]*(?:\d{4}|now\b|[A-Za-z]{3,9} \d|\d{1,2} [A-Za-z]{3,9}|\d{1,2}/\d)[^:\n]{0,60}:", re.MULTILINE
)
_MARK = re.compile(rb"^[ \t]*(?:section|group|endGroup|endSection)\b", re.MULTILINE)
_STEP = 500
_BREAK = "_-_-_break_-_-_"


def sniff(name: str, head: bytes) -> float:
    """How surely a file is of Markwhen."""
    usual = name.lower().endswith((".mw", ".markwhen"))
    if b"\0" in head[:1000]:
        return 0.0
    if usual:
        return 0.9
    plain = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if plain.startswith((b"{", b"[", b"<", b"BEGIN:", b"timeglass:")) or b"\nevents:" in head:
        return 0.0
    dated, marks = len(_DATED.findall(head)), len(_MARK.findall(head))
    if dated >= 2 and (marks or b"\n#" in head or plain.startswith((b"---", b"title:"))):
        return 0.5
    return 0.25 if dated >= 2 and dated > 0.2 * (head.count(b"\n") + 1) else 0.0


def read(source: Source) -> Document:
    """Read a timeline of Markwhen."""
    return _Reader(source, decode(source.data, source.problems)).document()


@dataclass
class _Event:
    """An event while its lines are read."""

    when: Range
    title: str
    place: Place
    lanes: tuple[str, ...]
    lines: list[str]


class _Reader:
    """Reads one file line by line."""

    def __init__(self, source: Source, text: str) -> None:
        self._draft = Draft(source)
        self._read = source.part(0.0, PARSED)
        self._lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._today: date = datetime.fromtimestamp(time.time(), UTC).date()
        self._colors: dict[str, str] = {}
        self._lanes: list[tuple[int, str]] = []
        """Open groups and sections, with the level of their heading; 0 where a word opens them."""
        self._keys: dict[str, str] = {}
        """Category of each lane."""
        self._events: list[_Event] = []
        self._counted_from_now = 0
        self._pictures = 0
        self._unbounded = 0
        self._ranges = RangeReader(self._today)

    def document(self) -> Document:
        """All of the file."""
        begin = self._header()
        for number, line in enumerate(self._lines[begin:], begin + 1):
            if number % _STEP == 0:
                self._read(number / len(self._lines))
            self._line(number, line)
        self._color_tags()
        for event in self._draft.each(self._events):
            self._add(event)
        for count, said in (
            (self._counted_from_now, "events that count from 'now', which is the day on which the file was opened"),
            (self._pictures, "pictures on the web were left out"),
            (self._unbounded, "events that are repeated for ever, and shown only as often as at first"),
        ):
            if count:
                self._draft.problems.warn((), f"{said}: {count}")
        return self._draft.document()

    def _color_tags(self) -> None:
        """Make lanes of coloured tags where there are no others; else what colours are not kept is told."""
        if not self._keys:
            self._keys = {tag: self._draft.category(tag, color) for tag, color in self._colors.items()}
            return
        kept = {category.get("color") for category in self._draft.head.get("categories", {}).values()}
        lost = [tag for tag, color in self._colors.items() if color not in kept]
        if lost:
            names = ", ".join(f"#{tag}" for tag in lost[:5])
            self._draft.problems.warn((), f"colours of tags without a group are not kept: {shown(names)}")

    def _header(self) -> int:
        """Read what stands before the first event or group; the number of its lines is returned."""
        title, said, fenced, number = "", "", False, 0
        for number, line in enumerate(self._lines):
            stripped = line.strip()
            if stripped == "---":
                if fenced:
                    number += 1
                    break
                fenced = True
            elif color := _TAG_COLOR.fullmatch(line):
                self._color(color[1], color[2].strip(), Place(number + 1, 1))
            elif not stripped or stripped.startswith("//") or line[:1] in " \t":
                continue
            elif not fenced and (_GROUP.fullmatch(line) or _HEADING.fullmatch(line) or self._dated(line)):
                break
            elif key := _KEY.fullmatch(stripped):
                value = (key[2] or "").strip().strip("\"'")
                if key[1].lower() == "title":
                    title = value
                elif key[1].lower() == "description":
                    said = value
                elif key[1].lower() == "dateformat":
                    self._ranges = RangeReader(self._today, day_first=value.lower().startswith("d"))
            elif not fenced:
                break
        else:
            number = len(self._lines)
        self._draft.title(title, said)
        return number

    def _color(self, tag: str, text: str, place: Place) -> None:
        color = hex_color(text)
        if color:
            self._colors[tag] = color
        else:
            self._draft.problems.warn((), f"{shown(text)!r} is no colour that is known", at=place)

    def _line(self, number: int, line: str) -> None:
        stripped = line.strip()
        if stripped.startswith("//") or stripped == _BREAK:
            return
        if _END.fullmatch(line):
            if self._lanes:
                self._lanes.pop()
            return
        heading = _HEADING.fullmatch(line)
        group = _GROUP.fullmatch(line)
        if heading:
            level = len(heading[1])
            while self._lanes and self._lanes[-1][0] >= level:
                self._lanes.pop()
            self._open(heading[2], level)
        elif group and (not self._events or group[1] == group[1].lower()):
            self._open(group[2], 0)
        elif dated := self._dated(line):
            self._begin(number, *dated)
        elif self._events:
            self._events[-1].lines.append(line)

    def _open(self, text: str, level: int) -> None:
        """Open a lane, coloured as its first tag."""
        tags = _TAG.findall(text)
        name = _LINK.sub(r"\1", _TAG.sub("", text)).strip().rstrip(":").strip() or (tags[0] if tags else "Group")
        color = next((self._colors[tag] for tag in tags if tag in self._colors), "")
        self._lanes.append((level, name))
        self._keys.setdefault(name, self._draft.category(name, color))

    def _dated(self, line: str) -> tuple[Range, str] | None:
        """The range before a colon, and what stands behind it; the longest that is a range."""
        best = None
        for found in list(re.finditer(":", line[:120]))[:8]:
            made = self._ranges.read(line[: found.start()])
            if made is not None:
                best = (made, line[found.end() :].strip())
        return best

    def _begin(self, number: int, when: Range, title: str) -> None:
        identifier = _ID.search(title)
        self._ranges.remember(when, identifier[1] if identifier else "")
        lanes = tuple(dict.fromkeys(name for _, name in reversed(self._lanes)))
        self._events.append(_Event(when, title, Place(number, 1), lanes, []))

    def _add(self, event: _Event) -> None:
        """Add an event, once for each time that it is repeated."""
        text = dedent("\n".join(event.lines)).strip()
        tags = list(dict.fromkeys(_TAG.findall(event.title) + _TAG.findall(text)))
        links = [link[1] for link in _LINK.findall(event.title)]
        identifier = _ID.search(event.title)
        title = _ID.sub("", _PLACE.sub(r"\1", _TAG.sub("", event.title))).strip()
        done = _DONE.match(title)
        title = " ".join(_LINK.sub(r"\1", title[done.end() :] if done else title).split())
        places = _PLACE.findall(event.title) + _PLACE.findall(text)
        self._pictures += len(_IMAGE.findall(text))
        text = re.sub(r"\n{3,}", "\n\n", _IMAGE.sub(r"\1", _PLACE.sub("", text))).strip()
        if done and done[1] in "xX":
            tags.append("done")
        categories = [self._keys[lane] for lane in event.lanes] or [
            self._keys[tag] for tag in tags if tag in self._keys
        ]
        self._counted_from_now += event.when.now
        self._unbounded += not event.when.bounded
        when = self._when(event.when)
        tree: Tree = {
            "id": identifier[1] if identifier else "",
            "date": when["date"],
            "title": title or (text.split("\n")[0][:80] if text else "Untitled"),
            **texts(text, when.get("details", "")),
            "category": categories[0] if len(categories) == 1 else categories,
            "places": list(dict.fromkeys(places)),
            "tags": tags,
            "sources": links,
        }
        self._draft.add(tree, event.place)
        for start in event.when.times:
            self._draft.add({**tree, "id": "", "date": start, "details": "Repeated."}, event.place)

    def _when(self, when: Range) -> Tree:
        if when.end == "..":
            return {"date": f"{when.start.partition('T')[0]}/.."}
        if when.now and when.end and "/" not in when.end and when.end < when.start[: len(when.end)]:
            self._draft.lost(f"the end, {when.end}, lies before 'now', which is {when.start}")
            return {"date": ""}
        return self._draft.when(when.start, when.end)
