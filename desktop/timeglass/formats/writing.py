"""Writing events to a file of any writable format."""

from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from timeglass.atomic import write_atomically
from timeglass.errors import UsageError
from timeglass.events.timeline import Timeline
from timeglass.formats.document import Tick, no_tick
from timeglass.formats.registry import format_by_name, writable_formats


def write(
    timeline: Timeline,
    rows: Sequence[int] | None,
    path: Path,
    format_name: str = "",
    overwrite: bool = False,
    tick: Tick = no_tick,
) -> tuple[str, ...]:
    """Write the events in some rows (None: in all) to a file that can be opened again.

    The format is that of the name, else of the file's ending. Returned is, in words, what the format cannot hold.
    ``tick`` is told the share that is done, and may raise to give it up: nothing is left behind then.
    Raises UsageError for a format that is not written, FileAccessError when the file cannot be written or exists and
    is not to be overwritten.
    """
    format_ = format_by_name(format_name or path.suffix or "?")
    if format_ is None or format_.write is None:
        known = ", ".join(known.name for known in writable_formats())
        raise UsageError(f"{path}: {format_name or path.suffix or 'no ending'} cannot be written (known: {known})")
    writer = format_.write
    chosen = range(len(timeline)) if rows is None else rows
    lost: list[str] = []

    def content(file: BinaryIO) -> None:
        lost.extend(writer(timeline, chosen, file, tick))

    write_atomically(path, content, overwrite)
    return tuple(lost)
