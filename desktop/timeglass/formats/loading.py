"""Opening a file: read, find its format, parse, assemble; problems are collected all the way."""

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from timeglass.errors import NotATimelineError
from timeglass.formats.assemble import assemble
from timeglass.formats.columns_given import ColumnMap, Recall, recall_nothing
from timeglass.formats.document import Source, Tick, no_tick
from timeglass.formats.loaded import Loaded
from timeglass.formats.problem import Problems, UnreadableError, nowhere
from timeglass.formats.reading import read_bytes
from timeglass.formats.registry import HEAD_SIZE, detect, format_by_name, readable_formats


def load(
    path: Path,
    format_name: str = "",
    tick: Tick = no_tick,
    mapping: ColumnMap | None = None,
    recall: Recall = recall_nothing,
) -> Loaded:
    """Open a file of any readable format.

    ``format_name`` overrides what the file looks like. ``tick`` is told the share of the work that is done, and may
    raise to give it up. ``mapping`` names columns for parts of an event, such as ``{"start": ["Date"]}``; the file is
    then read as a table. ``recall`` does so for tables whose columns were chosen before. Raises FileAccessError when
    the file cannot be read, NotATimelineError when it is no timeline at all; ``str(error)`` is one line with the file's
    name and, where known, line and column.
    """
    return load_bytes(read_bytes(path), path, format_name, tick, mapping, recall)


def load_bytes(
    data: bytes,
    path: Path,
    format_name: str = "",
    tick: Tick = no_tick,
    mapping: ColumnMap | None = None,
    recall: Recall = recall_nothing,
) -> Loaded:
    """Like :func:`load`, with the bytes of the file at hand."""
    problems = Problems(str(path))
    format_name = format_name or ("table" if mapping else "")
    try:
        format_ = format_by_name(format_name) if format_name else detect(path, data[:HEAD_SIZE])
        if not data or data.isspace():
            raise UnreadableError("the file is empty")
        if format_ is None or format_.read is None:
            known = ", ".join(known.label for known in readable_formats())
            raise UnreadableError(f"no timeline that is known here (known: {known})")
        with paused_collector(), forgotten_places(problems):
            reading = Source(path.name, data, problems, lambda done: tick(0.6 * done), mapping or {}, recall)
            document = format_.read(reading)
            timeline = assemble(
                document,
                problems,
                path=path,
                name=path.name,
                digest=hashlib.sha256(data).hexdigest(),
                format_name=format_.name,
                tick=lambda done: tick(0.6 + 0.4 * done),
            )
            listed = problems.listed()
        return Loaded(timeline, listed)
    except UnreadableError as error:
        place = f":{error.line}:{error.column}" if error.line else ""
        raise NotATimelineError(f"{path}{place}: {error.reason}", error.line, error.column) from None


@contextmanager
def forgotten_places(problems: Problems) -> Iterator[None]:
    """Undo the circle of a reader's places, which hold its text and marks, and the problems that hold the places."""
    try:
        yield
    finally:
        problems.locate = nowhere


@contextmanager
def paused_collector() -> Iterator[None]:
    """No garbage collection inside: it would visit each of the many new objects again and again, to free none."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
