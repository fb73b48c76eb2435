"""The command line: the same program as the window; each call but that needs no display."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from timeglass import quick_start
from timeglass.errors import DataError, TimeglassError, UsageError

if TYPE_CHECKING:
    from timeglass.events.view_state import ViewState


TYPESETTING: Final = "typst"
"""Name of the threads in which pages are set."""


def prepare() -> None:
    """What comes before the window, and before anything that it is made of."""
    quick_start.begin()
    import_module("PySide6.QtCore")
    quick_start.leave_out_features()


def _run(arguments: Sequence[str]) -> int:
    if not arguments:  # a double-click: the window need not wait for the grammar of a command line
        return _open_windows([])
    if arguments[0] == "--set-pages":  # not for people: a large export calls its own program so
        from timeglass.export.apart import serve_caller

        return serve_caller()
    from timeglass.commands.parsers import COMMANDS, EPILOG, Parser, window_parser

    if arguments[0] in COMMANDS:
        name = arguments[0]
        module = import_module(f"timeglass.commands.{name}")
        parser = Parser(prog=f"timeglass {name}", description=COMMANDS[name], epilog=EPILOG)
        module.add_arguments(parser)
        rest = module.arrange(arguments[1:]) if hasattr(module, "arrange") else arguments[1:]
        status: int = module.run(parser.parse_args(rest))
        return status
    parsed = window_parser().parse_args(arguments)
    view, files = None, parsed.files
    if parsed.view:
        from timeglass.commands.views import asked_view

        view, file = asked_view(parsed.view, files[0] if files else None)
        files = files or ([] if file is None else [file])
    return _open_windows([Path(name).absolute() for name in files], parsed.search, parsed.goto, view)


def _open_windows(files: Sequence[Path], search: str = "", goto: str = "", view: "ViewState | None" = None) -> int:
    """Open windows in the program that runs already, or become it."""
    from timeglass import handover

    activation = os.environ.get("XDG_ACTIVATION_TOKEN", "")
    if handover.ask(handover.Call(tuple(map(str, files)), search, goto, view, activation)):
        return 0
    door = handover.claim()
    prepare()
    from timeglass import app

    return app.run(files, search, goto, view, door)


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


def start() -> NoReturn:
    """Run the program, and end the process."""
    leave(main())


def leave(status: int) -> NoReturn:
    """End the process without waiting for typesetting that was given up: nothing can stop it, and nobody wants it."""
    import logging
    import threading

    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # a window may have neither
            stream.flush()
    if any(thread.name == TYPESETTING for thread in threading.enumerate()):
        logging.shutdown()
        os._exit(status)
    sys.exit(status)


def _fail(error: TimeglassError, status: int) -> int:
    print(f"timeglass: {' '.join(str(error).split())}", file=sys.stderr)
    return status
