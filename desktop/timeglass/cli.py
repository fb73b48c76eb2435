"""The command line: the same program as the window; each call but that needs no display."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, NoReturn

from timeglass import __version__, quick_start
from timeglass.errors import DataError, TimeglassError, UsageError

COMMANDS: Final = {
    "check": "tell what is in a file and what is wrong with it",
    "search": "print the events that match a query",
    "export": "write events to a PDF, a picture or a data file",
    "convert": "turn any readable file into any writable data format",
    "render": "make a picture of the whole window",
}
_EPILOG: Final = "Without FILE the built-in timeline is meant. A call without a command opens a window."


class _Parser(argparse.ArgumentParser):
    """Tells wrong usage in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def _window_parser() -> _Parser:
    parser = _Parser(prog="timeglass", description="A desktop timeline viewer.", epilog=_EPILOG)
    parser.add_argument("files", nargs="*", metavar="FILE", help="timelines to open, a window each")
    parser.add_argument("--search", metavar="QUERY", default="", help="search for this at once")
    parser.add_argument("--goto", metavar="DATE-OR-ID", default="", help="show this date or event")
    parser.add_argument("--version", action="version", version=f"timeglass {__version__}")
    parser.epilog = "\n".join([_EPILOG, "", "commands:", *(f"  {name:<10}{words}" for name, words in COMMANDS.items())])
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    return parser


def _run(arguments: Sequence[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        name = arguments[0]
        module = import_module(f"timeglass.commands.{name}")
        parser = _Parser(prog=f"timeglass {name}", description=COMMANDS[name], epilog=_EPILOG)
        module.add_arguments(parser)
        rest = module.arrange(arguments[1:]) if hasattr(module, "arrange") else arguments[1:]
        status: int = module.run(parser.parse_args(rest))
        return status
    quick_start.begin()
    parsed = _window_parser().parse_args(arguments)
    from timeglass import app

    return app.run([Path(name) for name in parsed.files], parsed.search, parsed.goto)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Exit status: 0 done, 1 errors in the data or nothing found, 2 wrong usage, 3 a file cannot be read or written.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # under LANG=C a title in Cyrillic must not end the program
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        return _run(sys.argv[1:] if arguments is None else arguments)
    except UsageError as error:
        return _fail(error, 2)
    except DataError as error:
        return _fail(error, 1)
    except TimeglassError as error:
        return _fail(error, 3)
    except BrokenPipeError:  # the reader of our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _fail(error: TimeglassError, status: int) -> int:
    print(f"timeglass: {' '.join(str(error).split())}", file=sys.stderr)
    return status
