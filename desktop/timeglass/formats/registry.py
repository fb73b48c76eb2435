"""The formats that Timeglass reads and writes: one entry each, and how a file's format is found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from timeglass.events.timeline import Timeline
from timeglass.formats import csv_writer, native_csv, native_json, native_lines, native_yaml, yaml_writer
from timeglass.formats.document import Document, Source
from timeglass.formats.foreign import ics, simile, timelinejs, timelinejs_sheet, timelineproj, vis, wikidata

Sniff = Callable[[str, bytes], float]
"""Tells from a file's name and first bytes how surely it is of the format, 0 to 1. Never raises."""
Read = Callable[[Source], Document]
Write = Callable[[Timeline, Sequence[int], BinaryIO], Sequence[str]]
"""Writes the events in some rows, and tells in words what the format cannot hold."""

HEAD_SIZE = 65_536
"""Bytes of a file that its format is found from."""


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


FORMATS: tuple[Format, ...] = (
    Format(
        "yaml",
        "Timeglass timeline (YAML)",
        (".yaml", ".yml"),
        native_yaml.sniff,
        native_yaml.read,
        yaml_writer.write,
    ),
    Format("json", "Timeglass timeline (JSON)", (".json",), native_json.sniff, native_json.read, native_json.write),
    Format(
        "jsonl",
        "Timeglass timeline (JSON Lines)",
        (".jsonl", ".ndjson"),
        native_lines.sniff,
        native_lines.read,
        native_lines.write,
    ),
    Format("timelinejs", "TimelineJS (JSON)", (".json",), timelinejs.sniff, timelinejs.read),
    Format("ics", "Calendar (iCalendar)", (".ics", ".ical"), ics.sniff, ics.read),
    Format("timelineproj", "The Timeline Project", (".timeline",), timelineproj.sniff, timelineproj.read),
    Format("simile", "SIMILE Timeline (XML)", (".xml",), simile.sniff_xml, simile.read_xml_file),
    Format("simile-json", "SIMILE Timeline (JSON)", (".json",), simile.sniff_json, simile.read_json_file),
    Format("wikidata", "Wikidata query results (JSON)", (".srj", ".json"), wikidata.sniff, wikidata.read),
    Format("vis", "vis-timeline (JSON)", (".json",), vis.sniff, vis.read),
    Format(
        "timelinejs-sheet", "TimelineJS (spreadsheet)", (".csv", ".tsv"), timelinejs_sheet.sniff, timelinejs_sheet.read
    ),
    Format("csv", "Timeglass table (CSV)", (".csv",), native_csv.sniff, native_csv.read, csv_writer.write),
)


def readable_formats() -> tuple[Format, ...]:
    """All formats that can be opened."""
    return tuple(format_ for format_ in FORMATS if format_.read is not None)


def writable_formats() -> tuple[Format, ...]:
    """All data formats that can be written and opened again."""
    return tuple(format_ for format_ in FORMATS if format_.write is not None)


def format_by_name(name: str) -> Format | None:
    """The format of a short name, or of an ending with or without its dot."""
    wanted = name.lower().lstrip(".")
    for format_ in FORMATS:
        if wanted == format_.name:
            return format_
    return next((format_ for format_ in FORMATS if f".{wanted}" in format_.endings), None)


def detect(path: Path, head: bytes) -> Format | None:
    """The readable format that a file most surely is of, by its first bytes and its name; None if it is of none."""
    best, confidence = None, 0.0
    for format_ in readable_formats():
        sure = format_.sniff(path.name, head)
        if sure > confidence:
            best, confidence = format_, sure
    return best
