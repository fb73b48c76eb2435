"""An iCalendar file taken apart into components, each with its place, so that one broken event spoils no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from timeglass.formats.problem import Place

_BEGIN = re.compile(r"BEGIN:([A-Z-]+)\s*$", re.IGNORECASE)
_END = re.compile(r"END:([A-Z-]+)\s*$", re.IGNORECASE)
_CALENDAR_NAME = re.compile(r"(?:X-WR-CALNAME|NAME)(?:;[^:]*)?:(.*)", re.IGNORECASE)
_CALENDAR_TEXT = re.compile(r"(?:X-WR-CALDESC|DESCRIPTION)(?:;[^:]*)?:(.*)", re.IGNORECASE)
_CANCELS = re.compile(r"METHOD(?:;[^:]*)?:\s*CANCEL\s*$", re.IGNORECASE)
_OWN_HEAD = re.compile(r"X-TIMEGLASS-HEAD(?:;[^:]*)?:(.*)", re.IGNORECASE)
_PROPERTY = re.compile(r"[A-Za-z0-9-]+(?:;(?:[^\":]|\"[^\"]*\")*)?:")
_ESCAPED = re.compile(r"\\([\\,;nN])")
_DEEPEST = 8


@dataclass
class Block:
    """A component that stands directly in a calendar: its kind, its text, and the line on which it begins."""

    kind: str
    calendar: int
    """Number of the calendar that it stands in."""
    place: Place
    lines: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    """Where in the file each of the lines begins."""

    def at(self, name: str) -> Place:
        """Where a property stands; where the component begins if it has none of that name."""
        for line, number in zip(self.lines, self.numbers, strict=True):
            if line[: len(name)].upper() == name and line[len(name) : len(name) + 1] in (":", ";"):
                return Place(number, 1)
        return self.place

    def add(self, line: str, number: int) -> None:
        """Take in a line."""
        self.lines.append(line)
        self.numbers.append(number)

    @property
    def text(self) -> str:
        """The component as it stands in the file, with the line ends that the standard asks for."""
        return "\r\n".join(self.lines) + "\r\n"


@dataclass
class Blocks:
    """The components of a file, and the names of its calendars by their numbers."""

    found: list[Block]
    names: dict[int, str]
    texts: dict[int, str] = field(default_factory=dict)
    """What the calendars say of themselves, by their numbers."""
    heads: dict[int, str] = field(default_factory=dict)
    """What they carry along of a timeline that was exported from here."""
    cancelling: set[int] = field(default_factory=set)
    """The calendars that are messages to cancel events."""
    stray: list[Place] = field(default_factory=list)
    """Where lines stand that say nothing."""
    unclosed: Place | None = None
    """Where a component begins that has no end."""


def blocks_of(text: str) -> Blocks:
    """Take a file apart. Of the lines outside of any component, only names and descriptions count."""
    blocks = Blocks([], {})
    calendar = 0
    open_kinds: list[str] = []
    block: Block | None = None
    for number, line in _unfolded(text):
        begin, end = _BEGIN.match(line), _END.match(line)
        if begin and begin[1].upper() == "VCALENDAR":
            calendar += 1
            open_kinds, block = [], None
        elif begin:
            if block is None:
                block = Block(begin[1].upper(), calendar, Place(number, 1))
            if len(open_kinds) < _DEEPEST:
                open_kinds.append(begin[1].upper())
            block.add(line, number)
        elif block is not None:
            block.add(line, number)
            if line.strip() and _PROPERTY.match(line) is None:
                blocks.stray.append(Place(number, 1))
            if end and open_kinds and open_kinds[-1] == end[1].upper():
                open_kinds.pop()
                if not open_kinds:
                    blocks.found.append(block)
                    block = None
        else:
            name, said, head = _CALENDAR_NAME.match(line), _CALENDAR_TEXT.match(line), _OWN_HEAD.match(line)
            if name:
                blocks.names.setdefault(calendar, plain(name[1]))
            elif said:
                blocks.texts.setdefault(calendar, plain(said[1]))
            elif _CANCELS.match(line):
                blocks.cancelling.add(calendar)
            elif head:
                blocks.heads.setdefault(calendar, plain(head[1]))
            elif line.strip() and _PROPERTY.match(line) is None:
                blocks.stray.append(Place(number, 1))
    blocks.unclosed = block.place if block is not None else None
    return blocks


def plain(value: str) -> str:
    """A text as it stands in a line (RFC 5545, 3.3.11), without what escapes some of its characters."""
    return _ESCAPED.sub(lambda match: "\n" if match[1] in "nN" else match[1], value).strip()


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """Lines with their continuation joined to them, and the number of the first."""
    number, whole = 0, ""
    for count, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if not line:
            continue  # some programs write one before a continuation
        if line[0] in " \t" and whole:
            whole += line[1:]
            continue
        if whole:
            yield number, whole
        number, whole = count, line
    if whole:
        yield number, whole
