"""The formats that Timeglass reads and writes, and how a file's format is found."""

from pathlib import Path

from timeglass.formats.format import Format
from timeglass.formats.late import late_read, late_sniff, late_write

HEAD_SIZE = 65_536
"""Bytes of a file that its format is found from."""
_SURE = 0.9
"""From here on, no further format is asked."""

_NATIVE: tuple[Format, ...] = (
    Format(
        "yaml",
        "Timeglass timeline (YAML)",
        (".yaml", ".yml"),
        late_sniff("native_yaml"),
        late_read("native_yaml"),
        late_write("yaml_writer"),
    ),
    Format(
        "json",
        "Timeglass timeline (JSON)",
        (".json",),
        late_sniff("native_json"),
        late_read("native_json"),
        late_write("native_json"),
    ),
    Format(
        "jsonl",
        "Timeglass timeline (JSON Lines)",
        (".jsonl", ".ndjson"),
        late_sniff("native_lines"),
        late_read("native_lines"),
        late_write("native_lines"),
    ),
    Format(
        "csv",
        "Timeglass table (CSV)",
        (".csv",),
        late_sniff("native_csv"),
        late_read("native_csv"),
        late_write("csv_writer"),
    ),
)


def all_formats() -> tuple[Format, ...]:
    """All formats, ours first."""
    # Ours are needed at the start of the program, the others only when such a file is opened.
    from timeglass.formats.foreign.catalogue import FOREIGN

    return _NATIVE + FOREIGN


def readable_formats() -> tuple[Format, ...]:
    """All formats that can be opened."""
    return tuple(format_ for format_ in all_formats() if format_.read is not None)


def writable_formats() -> tuple[Format, ...]:
    """All data formats that can be written and opened again."""
    return tuple(format_ for format_ in all_formats() if format_.write is not None)


def format_by_name(name: str) -> Format | None:
    """The format of a short name, or of an ending with or without its dot."""
    wanted = name.lower().lstrip(".")
    for format_ in all_formats():
        if wanted == format_.name:
            return format_
    return next((format_ for format_ in all_formats() if f".{wanted}" in format_.endings), None)


def detect(path: Path, head: bytes) -> Format | None:
    """The readable format that a file most surely is of, by its first bytes and its name; None if it is of none."""
    best, confidence = _surest(_NATIVE, path, head)
    if confidence < _SURE:
        other, surer = _surest(readable_formats(), path, head)
        best = other if surer > confidence else best
    return best


def format_of(path: Path) -> Format | None:
    """The readable format that a file most surely is of; None if it is of none, or cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return detect(path, file.read(HEAD_SIZE))
    except (OSError, ValueError):
        return None


def _surest(formats: tuple[Format, ...], path: Path, head: bytes) -> tuple[Format | None, float]:
    """The first of the formats that are surest of a file, and how sure it is."""
    best, confidence = None, 0.0
    for format_ in formats:
        sure = format_.sniff(path.name, head)
        if sure > confidence:
            best, confidence = format_, sure
        if confidence >= 1.0:  # it cannot get surer, and the others need not be imported
            break
    return best, confidence
