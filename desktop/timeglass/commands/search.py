"""``timeglass search``: events that match a query, in order of time."""

import argparse
import sys
from collections.abc import Sequence
from typing import Any

import msgspec

from timeglass.chrono.instant import iso_text
from timeglass.chrono.words import date_in_words
from timeglass.commands.opening import add_mapping, add_word_forms, matching, open_timeline
from timeglass.errors import UsageError
from timeglass.events.event import text_in
from timeglass.events.timeline import Timeline


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("words", nargs="+", metavar="[FILE] QUERY", help="a file (none: the built-in one) and a query")
    add_word_forms(parser)
    parser.add_argument("--json", action="store_true", help="print a JSON array")
    add_mapping(parser)


def arrange(arguments: Sequence[str]) -> list[str]:
    """Put options first, so that a query may begin with a minus sign (``-category:crisis``)."""
    options: list[str] = []
    words: list[str] = []
    for before, argument in zip(["", *arguments], arguments, strict=False):
        is_option = (
            argument in ("--json", "--word-forms", "-h", "--help", "--map")
            or argument.startswith("--map=")
            or before == "--map"
        )
        (options if is_option else words).append(argument)
    return [*options, "--", *(word for word in words if word != "--")]


def run(arguments: argparse.Namespace) -> int:
    """Print what matches; 1 where nothing does."""
    if len(arguments.words) > 2:
        raise UsageError("search takes a file and one query; put a query of several words in quotes")
    query = arguments.words[-1]
    name = arguments.words[0] if len(arguments.words) == 2 else None
    timeline = open_timeline(name, arguments.map).timeline
    rows = matching(timeline, query, word_forms=arguments.word_forms).tolist()
    if arguments.json:
        found = [record(timeline, row) for row in rows]
        sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(found), indent=2) + b"\n")
    else:
        language = timeline.head.language
        for row in rows:
            event = timeline.events[row]
            print(f"{date_in_words(event.date)}\t{text_in(event.title, language)}\t{event.id}")
    return 0 if rows else 1


def record(timeline: Timeline, row: int) -> dict[str, Any]:
    """What ``--json`` prints of an event."""
    event = timeline.events[row]
    bounds = event.date.bounds
    start, end = iso_text(bounds.start_earliest), iso_text(bounds.end_latest)
    return {
        "id": event.id,
        "date": event.date.text,
        "title": text_in(event.title, timeline.head.language),
        "category": event.categories[0] if event.categories else None,
        "start": start,
        "end": end,
        "start_earliest": start,
        "start_latest": iso_text(bounds.start_latest),
        "end_earliest": iso_text(bounds.end_earliest),
        "end_latest": end,
    }
