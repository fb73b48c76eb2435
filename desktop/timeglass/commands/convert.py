"""``timeglass convert``: any readable file into any writable data format."""

import argparse
import sys
from pathlib import Path

from timeglass.commands.opening import add_mapping, open_timeline, refuse_existing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("input", metavar="IN", help="a file in any readable format")
    parser.add_argument("output", metavar="OUT", help="the file to write; its ending tells the format")
    parser.add_argument("--format", default="", metavar="NAME", help="the format, where the ending does not tell it")
    parser.add_argument("--force", action="store_true", help="overwrite OUT")
    add_mapping(parser)


def run(arguments: argparse.Namespace) -> int:
    """Convert; what the format cannot hold is told on standard error."""
    from timeglass.formats import write

    target = Path(arguments.output)
    refuse_existing(target, arguments.force)
    loaded = open_timeline(arguments.input, arguments.map)
    for lost in write(loaded.timeline, None, target, arguments.format, arguments.force):
        print(f"timeglass: not kept: {lost}", file=sys.stderr)
    print(target)
    return 1 if any(problem.severity == "error" for problem in loaded.problems) else 0
