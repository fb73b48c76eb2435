"""The Timeline Project: ``.timeline`` files in XML, and in the lines of its first versions. Years are astronomical."""

import re
from collections.abc import Iterator

from timeglass.formats.document import Document, Source
from timeglass.formats.foreign.calendar_text import date_text, year_text
from timeglass.formats.foreign.draft import PARSED, Draft, Tree, texts
from timeglass.formats.foreign.markdown_text import plain_to_markdown
from timeglass.formats.foreign.xml_tree import Element, read_xml
from timeglass.formats.ids import slug
from timeglass.formats.links import is_web_address
from timeglass.formats.problem import Place, UnreadableError, shown
from timeglass.formats.text import decode

_TIME = re.compile(r"(-?\d{1,6})-(\d{1,2})-(\d{1,2})(?: (\d{1,2}):(\d{1,2}):(\d{1,2}))?")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_CONTAINER = re.compile(r"\s*\[(\d+)\]\s*(.*)", re.DOTALL)
_INSIDE = re.compile(r"\s*\((\d+)\)\s*(.*)", re.DOTALL)
_OLD_LINE = re.compile(rb"^(?:PREFERRED-PERIOD|CATEGORY|EVENT):", re.MULTILINE)


def sniff(name: str, head: bytes) -> float:
    """How surely a file is of the Timeline Project."""
    if b"<timeline>" in head and (b"<version>" in head or b"<events>" in head or b"<categories>" in head):
        return 0.95
    if _OLD_LINE.search(head) and (b"EVENT:" in head or b"# Written by Timeline" in head):
        return 0.9
    return 0.0


def read(source: Source) -> Document:
    """Read a file of any version."""
    if source.data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _Reader(Draft(source)).xml(read_xml(source.data, tick=source.part(0.0, PARSED)))
    return _Reader(Draft(source)).lines(decode(source.data, source.problems))


class _Reader:
    """Reads one file."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._parents: dict[str, str] = {}
        self._containers: dict[str, str] = {}
        """Ids of events that others are part of, by their numbers."""
        self._pictures = 0
        self._numeric = False

    def xml(self, root: Element) -> Document:
        """Read the XML of versions from 0.10 on."""
        if root.name != "timeline":
            raise UnreadableError(f"no timeline: <{shown(root.name)}> stands where <timeline> is expected", *root.place)
        self._numeric = root.word("timetype") == "numtime"
        if self._numeric:
            self._draft.problems.warn((), "the time of this file is plain numbers: they were read as years")
        for category in _inside(root, "categories", "category"):
            name = category.word("name")
            self._draft.category(name, _color(category.word("color")))
            self._parents[name] = category.word("parent")
        events = list(_inside(root, "events", "event"))
        for row, event in enumerate(events):
            container = _CONTAINER.fullmatch(event.word("text"))
            if container:
                self._containers[container[1]] = slug(f"{container[2]} {row + 1}")
        for row, event in enumerate(self._draft.each(events)):
            self._event(row, event)
        for era in _inside(root, "eras", "era"):
            when = self._when(era.word("start"), era.word("end"), era)
            self._draft.era(
                {"title": era.word("name") or "Era", "date": when["date"], "color": _color(era.word("color"))},
                era.place,
            )
        if self._pictures:
            self._draft.problems.warn((), f"pictures inside the file were left out: {self._pictures}")
        return self._draft.document()

    def _event(self, row: int, event: Element) -> None:
        text, part_of, identifier = event.word("text"), "", ""
        container, inside = _CONTAINER.fullmatch(text), _INSIDE.fullmatch(text)
        if container:
            text, identifier = container[2], self._containers[container[1]]
        elif inside and inside[1] in self._containers:
            text, part_of = inside[2], self._containers[inside[1]]
        category = event.word("category")
        description = event.word("description")
        links = [link.strip() for link in event.word("hyperlink").split(";") if link.strip()]
        when = self._when(event.word("start"), event.word("end"), event)
        self._pictures += event.find("icon") is not None
        progress = event.word("progress")
        tags = [*event.word("labels").split(), self._parents.get(category, "")]
        tags += ["milestone"] if _is_true(event, "milestone") else []
        self._draft.add(
            {
                "id": identifier,
                "date": when["date"],
                "title": text.strip() or " ".join(description.split())[:80] or "Untitled",
                **texts(plain_to_markdown(description), when.get("details", "")),
                "category": self._draft.category(category),
                "tags": [tag for tag in tags if tag],
                "figures": [{"label": "Progress", "value": progress, "unit": "%"}] if progress.strip("0") else [],
                "sources": [link for link in links if is_web_address(link)],
                "related": [{"type": "part-of", "event": part_of}] if part_of else [],
            },
            event.place,
        )

    def lines(self, text: str) -> Document:
        """Read the lines of versions before 0.10."""
        for number, line in enumerate(self._draft.each(text.split("\n")), 1):
            kind, _, rest = line.partition(":")
            fields = [part.replace("\\n", "\n").replace("\\;", ";") for part in re.split(r"(?<!\\);", rest)]
            place = Place(number, 1)
            if not line.strip() or line.startswith("#") or kind == "PREFERRED-PERIOD":
                continue
            if kind == "CATEGORY":
                color = _color(fields[1]) if len(fields) > 1 else ""
                if len(fields) > 1 and not color:
                    self._draft.problems.warn((), f"{shown(fields[1])!r} is no colour", at=place)
                self._draft.category(fields[0], color)
            elif kind == "EVENT":
                self._line(fields, place)
            else:
                self._draft.problems.error((), f"the line {shown(line)!r} says nothing that is known", at=place)
        if self._pictures:
            self._draft.problems.warn((), f"pictures inside the file were left out: {self._pictures}")
        return self._draft.document()

    def _line(self, fields: list[str], place: Place) -> None:
        """Read an event: start, end, text, perhaps a category, and named data behind."""
        plain = [field for field in fields[3:] if not re.match(r"(?:description|icon):", field)]
        if len(fields) < 3 or len(plain) > 1:
            self._draft.problems.error((), "an event has a start, an end, a text and a category", at=place)
            return
        data = dict(field.split(":", 1) for field in fields[3:] if field not in plain)
        self._pictures += "icon" in data
        when = self._when(fields[0], fields[1])
        self._draft.add(
            {
                "date": when["date"],
                "title": fields[2].strip() or "Untitled",
                **texts(plain_to_markdown(data.get("description", "")), when.get("details", "")),
                "category": self._draft.category(plain[0]) if plain else "",
            },
            place,
        )

    def _when(self, start_text: str, end_text: str, element: Element | None = None) -> Tree:
        """The date of an event or era: its period, open where it ends today, about where it is fuzzy."""
        start = self._time(start_text)
        end = start if end_text == start_text else self._time(end_text)
        fuzzy = element is not None and _is_true(element, "fuzzy")
        fuzzy_start = fuzzy or (element is not None and _is_true(element, "fuzzy_start"))
        fuzzy_end = fuzzy or (element is not None and _is_true(element, "fuzzy_end"))
        if start and element is not None and _is_true(element, "ends_today"):
            return {"date": f"{_about(start, fuzzy_start)}/.."}
        if fuzzy_start or fuzzy_end:
            if start.partition("T")[0] == end.partition("T")[0]:
                return {"date": _about(start, start != "")}
            return self._draft.when(_about(start, fuzzy_start), _about(end, fuzzy_end))
        return self._draft.when(start, end)

    def _time(self, text: str) -> str:
        """EDTF of a time; "" after a report, or where there is none."""
        text = text.strip()
        try:
            if self._numeric and _NUMBER.fullmatch(text):
                return year_text(round(float(text)))
            match = _TIME.fullmatch(text)
            if match is None:
                raise ValueError("a date such as 2009-07-13 14:30:00 is expected")
            year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
            return date_text(year, month, day, hour if hour or minute or second else None, minute, second)
        except ValueError as error:
            if text:
                self._draft.lost(f"{shown(text)!r} is no date: {error}")
            return ""


def _about(date: str, fuzzy: bool) -> str:
    """A date that may be fuzzy: then its time of day says nothing."""
    return f"{date.partition('T')[0]}~" if fuzzy and date and not date.startswith("Y") else date.partition("T")[0]


def _inside(root: Element, outer: str, inner: str) -> Iterator[Element]:
    part = root.find(outer)
    return iter(part.all(inner) if part is not None else ())


def _is_true(element: Element, name: str) -> bool:
    return element.word(name).lower() == "true"


def _color(text: str) -> str:
    """``#rrggbb`` of "160,230,250"; "" for what is no colour."""
    parts = text.split(",")
    if len(parts) == 3 and all(part.strip().isdigit() and int(part) <= 255 for part in parts):
        return "#{:02x}{:02x}{:02x}".format(*map(int, parts))
    return ""
