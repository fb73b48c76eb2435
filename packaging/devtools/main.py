"""The commands of ``packaging/dev.py`` and their arguments."""

import argparse
import importlib
import sys

from devtools.say import Stop, note

# What stands behind these commands is passed on as it is. Modules are loaded when asked for: `run` starts faster.
PASSED_ON = {"run": "devtools.launch", "test": "devtools.checks", "bench": "devtools.bench"}


def pass_on(command: str, arguments: list[str]) -> int:
    """Carry out one of these commands."""
    return int(getattr(importlib.import_module(PASSED_ON[command]), command)(arguments))


def parser() -> argparse.ArgumentParser:
    """The command line."""
    root = argparse.ArgumentParser(
        prog="dev.py", description="Run, check, build and measure Timeglass from its source."
    )
    commands = root.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("run", help="open the window (or, without a display, make a picture and a PDF)")
    commands.add_parser("test", help="lint, types, import contracts, tests; arguments go to pytest")
    commands.add_parser("bench", help="measure: start, frames, open, search, export; --json FILE")
    build = commands.add_parser("build", help="make the packaged app in dist/")
    build.add_argument("--onefile", action="store_true", help="one single program file instead of a folder")
    build.add_argument("--smoke", action="store_true", help="start the built program and use it once")
    build.add_argument("--startup", action="store_true", help="measure its start beside a bare packaged window")
    build.add_argument("--repeat", action="store_true", help="build it a second time, elsewhere, and compare the two")
    build.add_argument("--packages", action="store_true", help="also make the .tar.xz and, on Debian, the .deb")
    return root


def main(arguments: list[str]) -> int:
    """Carry out one command; returns the exit status."""
    try:
        if arguments and arguments[0] in PASSED_ON:
            return pass_on(arguments[0], arguments[1:])
        options = parser().parse_args(arguments)
        from devtools import freeze

        return freeze.build(
            onefile=options.onefile,
            smoke=options.smoke,
            packages=options.packages,
            startup=options.startup,
            repeat=options.repeat,
        )
    except Stop as stop:
        note(str(stop))
        return stop.status
    except KeyboardInterrupt:
        print(file=sys.stderr)
        note("interrupted; the next call goes on from here")
        return 130
