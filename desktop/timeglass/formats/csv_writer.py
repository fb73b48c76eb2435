"""Writing events as a table that can be read again."""

import csv
import io
from collections.abc import Sequence
from typing import Any, BinaryIO

import msgspec

from timeglass.events.timeline import Head, Timeline
from timeglass.formats.document import Tick, no_tick
from timeglass.formats.native_csv import COLUMNS
from timeglass.formats.native_tree import event_tree, ticked

_ALWAYS = ("id", "date", "title")
_NOT_HELD = {
    "description": "the description",
    "categories": "labels and colours of categories",
    "eras": "eras",
    "tracks": "tracks of eras",
    "sources": "the list of sources",
    "synonyms": "synonyms",
    "series": "series of numbers",
}


def write(timeline: Timeline, rows: Sequence[int], file: BinaryIO, tick: Tick = no_tick) -> Sequence[str]:
    """Write events as a table; of the head it can hold nothing."""
    events = [event_tree(timeline.events[row], timeline.head.sources) for row in ticked(rows, tick, 0.0, 0.5)]
    used = {name for event in events for name in event}
    names = [name for name in COLUMNS if name in used or name in _ALWAYS]
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    table = csv.writer(text, lineterminator="\n")
    table.writerow(names)
    table.writerows([_cell(name, event.get(name, "")) for name in names] for event in ticked(events, tick, 0.5, 1.0))
    text.detach()
    return not_held(timeline.head)


def not_held(head: Head) -> list[str]:
    """What of a head has no place in a table, in words."""
    return [words for name, words in _NOT_HELD.items() if getattr(head, name)]


def _cell(name: str, value: Any) -> str:
    if name == "category" and isinstance(value, str) and value:
        value = [value]
    if isinstance(value, str):
        # A text that looks like texts by language stands under no language.
        return msgspec.json.encode({"": value}).decode() if value.startswith('{"') else value
    if isinstance(value, list) and all(isinstance(item, str) and _is_simple(item) for item in value):
        return "; ".join(value)
    return str(value) if isinstance(value, int) else msgspec.json.encode(value).decode()


def _is_simple(item: str) -> bool:
    """Tell whether an item survives being joined to others by semicolons."""
    return bool(item) and ";" not in item and item == item.strip() and not item.startswith("[")
