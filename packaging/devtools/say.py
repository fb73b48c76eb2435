"""Words for the person at the terminal, and the one exception that ends the tool with such words."""

import sys


class Stop(Exception):  # noqa: N818 - it is a message to a person more than an error
    """Ends the tool with one clear text and an exit status."""

    def __init__(self, message: str, status: int = 1) -> None:
        super().__init__(message)
        self.status = status


def note(text: str) -> None:
    """Say what is going on, without disturbing what the program itself prints."""
    print(f"timeglass: {text}", file=sys.stderr, flush=True)


def result(text: str) -> None:
    """Print what was asked for."""
    print(text, flush=True)
