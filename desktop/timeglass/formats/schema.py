"""The JSON Schema of the timeline file, made from the entries: ``python -m timeglass.formats.schema`` writes it.

It describes the file as an editor sees it, with YAML's own idea of types: there ``date: 1995`` is a number, although
Timeglass reads it as text. So wherever a text may stand, the schema admits what YAML may take the text for.
"""

from typing import Any

import msgspec

from timeglass.assets import resource_file
from timeglass.atomic import write_atomically
from timeglass.formats.entries import FileEntry

NAME = "timeline.schema.json"
_TEXT_TYPES = ["string", "number", "boolean"]
"""What YAML may take a plain text for, such as 1995, 1.5 or no."""


def schema_text() -> str:
    """The schema as it is shipped."""
    schema = msgspec.json.schema(FileEntry)
    definitions = {name.removesuffix("Entry"): _opened(part) for name, part in schema["$defs"].items()}
    for name, part in definitions.items():
        part["title"] = name
    root = definitions.pop("File")
    document = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Timeglass timeline",
        **{key: value for key, value in root.items() if key != "title"},
        "$defs": definitions,
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2).decode() + "\n"


def _opened(part: Any) -> Any:
    """A part of the schema with texts widened, short names for definitions, and no defaults that say nothing."""
    if isinstance(part, list):
        return [_opened(item) for item in part]
    if not isinstance(part, dict):
        return part
    opened = {key: _opened(value) for key, value in part.items() if key != "default" or value not in ("", [], {}, None)}
    if opened.get("type") == "string":
        opened["type"] = _TEXT_TYPES
    if isinstance(opened.get("$ref"), str):
        opened["$ref"] = opened["$ref"].removesuffix("Entry")
    return opened


def main() -> None:
    """Write the schema to its place among the resources."""
    write_atomically(resource_file(NAME), schema_text().encode(), overwrite=True)


if __name__ == "__main__":
    main()
