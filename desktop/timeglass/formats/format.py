"""What is known of a file format: its names, how a file of it is recognised, read and written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from timeglass.events.timeline import Timeline
from timeglass.formats.document import Document, Source, Tick

Sniff = Callable[[str, bytes], float]
"""Tells from a file's name and first bytes how surely it is of the format, 0 to 1. Never raises."""
Read = Callable[[Source], Document]
Write = Callable[[Timeline, Sequence[int], BinaryIO, Tick], Sequence[str]]
"""Writes the events in some rows, and tells in words what the format cannot hold; the tick may raise to give it up."""


@dataclass(frozen=True)
class Format:
    """A file format. ``read`` or ``write`` is None where the format is only written or only read."""

    name: str
    """Short name as on the command line, such as ``yaml``."""
    label: str
    """Name as in a file dialog."""
    endings: tuple[str, ...]
    """Usual endings, with the dot, in lower case."""
    sniff: Sniff = lambda name, head: 0.0
    read: Read | None = None
    write: Write | None = None
