"""``timeglass check``: what is in a file, and what is wrong with it."""

import argparse
import sys
from typing import Any

import msgspec
import numpy as np

from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST, iso_text
from timeglass.commands.counted import counted
from timeglass.commands.opening import add_mapping, mapping_of, path_of
from timeglass.errors import TimeglassError, UsageError
from timeglass.events.event import text_in
from timeglass.events.timeline import Timeline
from timeglass.formats import Loaded, load


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="*", metavar="FILE", help="timeline files; none: the built-in timeline")
    parser.add_argument("--json", action="store_true", help="print a JSON object for each file, one a line")
    add_mapping(parser)


def run(arguments: argparse.Namespace) -> int:
    """Check each file; 0 where none has an error, 1 where one has, 3 where one cannot be read at all."""
    status = 0
    mapping = mapping_of(arguments.map)
    for name in arguments.files or [None]:
        try:
            loaded = load(path_of(name), mapping=mapping)
        except UsageError:
            raise
        except TimeglassError as error:
            status = 3
            print(f"timeglass: {error}", file=sys.stderr)
            continue
        if any(problem.severity == "error" for problem in loaded.problems):
            status = max(status, 1)
        if arguments.json:
            sys.stdout.buffer.write(msgspec.json.encode(report(loaded, str(path_of(name)))) + b"\n")
            sys.stdout.buffer.flush()
            continue
        for problem in loaded.problems:
            print(problem)
        if not loaded.problems:
            print(f"{path_of(name)}: {summary(loaded)}, no problems")
    return status


def summary(loaded: Loaded) -> str:
    """How much is in a file, in a few words."""
    head = loaded.timeline.head
    parts = (
        counted(len(loaded.timeline), "event"),
        counted(len(head.eras), "era"),
        f"{len(head.series)} series",
        counted(len(head.sources), "source"),
    )
    return ", ".join(parts)


def extremes(timeline: Timeline) -> tuple[int, int] | None:
    """Earliest and latest bound of any event that is not open; None where there is none."""
    columns = timeline.columns
    bounds = np.concatenate((columns.start_earliest, columns.start_latest, columns.end_earliest, columns.end_latest))
    known = bounds[(bounds > OPEN_PAST) & (bounds < OPEN_FUTURE)]
    return (int(known.min()), int(known.max())) if len(known) else None


def report(loaded: Loaded, name: str) -> dict[str, Any]:
    """What ``--json`` prints of a file."""
    timeline = loaded.timeline
    head = timeline.head
    known = extremes(timeline)
    return {
        "file": name,
        "format": timeline.format_name,
        "title": text_in(head.title, head.language, head.language),
        "events": len(timeline),
        "eras": len(head.eras),
        "series": len(head.series),
        "sources": len(head.sources),
        "categories": len(head.categories),
        "earliest": iso_text(known[0]) if known else None,
        "latest": iso_text(known[1]) if known else None,
        "problems": [msgspec.to_builtins(problem) for problem in loaded.problems],
    }
