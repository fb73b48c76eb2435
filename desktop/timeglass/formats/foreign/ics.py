"""iCalendar (RFC 5545)."""

import re

from timeglass.formats.document import Document, Source
from timeglass.formats.foreign.ics_blocks import blocks_of
from timeglass.formats.problem import UnreadableError
from timeglass.formats.text import decode

_BEGIN = re.compile(rb"BEGIN:VCALENDAR", re.IGNORECASE)


def sniff(name: str, head: bytes) -> float:
    """How surely a file is a calendar."""
    found = _BEGIN.search(head[:4096].replace(b"\0", b""))
    return (0.95 if found.start() < 100 else 0.5) if found else 0.0


def read(source: Source) -> Document:
    """Read the events of all calendars in a file."""
    # The calendar library takes longer to import than most files to read.
    from timeglass.formats.foreign.ics_events import read_blocks

    blocks = blocks_of(decode(source.data, source.problems))
    if not blocks.found and not _BEGIN.search(source.data.replace(b"\0", b"")):
        raise UnreadableError("no timeline: no calendar begins here")
    return read_blocks(source, blocks)
