"""The grammar of the command line."""

import argparse
from typing import Final, NoReturn

from timeglass import __version__
from timeglass.errors import UsageError

COMMANDS: Final = {
    "check": "tell what is in a file and what is wrong with it",
    "search": "print the events that match a query",
    "export": "write events to a PDF, a picture or a data file",
    "convert": "turn any readable file into any writable data format",
    "render": "make a picture of the whole window",
}
VIEW_HELP: Final = "a kept one's name, a .json file with one, a PDF that Timeglass made, or JSON itself"
EPILOG: Final = "Without FILE the built-in timeline is meant. A call without a command opens a window."


class Parser(argparse.ArgumentParser):
    """Tells wrong usage in one line."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message} (see {self.prog} --help)")


def window_parser() -> Parser:
    """The grammar of a call that opens windows."""
    parser = Parser(prog="timeglass", description="A desktop timeline viewer.", epilog=EPILOG)
    parser.add_argument("files", nargs="*", metavar="FILE", help="timelines to open, a window each")
    parser.add_argument("--search", metavar="QUERY", default="", help="search for this at once")
    parser.add_argument("--goto", metavar="DATE-OR-ID", default="", help="show this date or event")
    parser.add_argument("--view", metavar="VIEW", default="", help=f"show a view: {VIEW_HELP}")
    parser.add_argument("--version", action="version", version=f"timeglass {__version__}")
    parser.epilog = "\n".join([EPILOG, "", "commands:", *(f"  {name:<10}{words}" for name, words in COMMANDS.items())])
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    return parser
