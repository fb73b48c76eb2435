"""Leaves out shared libraries that only left-out parts had asked for (Linux)."""

import posixpath
import re
import subprocess
from collections.abc import Callable, Iterable
from pathlib import PurePosixPath

from freezing.trim import Entry

LEFT_TO_THE_SYSTEM = (
    r"lib("
    # Printing goes through CUPS, which every system that can print has; its libraries must be the system's own.
    r"cups|gnutls|avahi|nss|nspr"
    # These read settings of the system's own version, and every desktop has them.
    r"|dbus-1|fontconfig|freetype|glib-2|gthread-2|wayland|X11\.|X11-xcb"
    r")"
)


def wanted_by(path: str) -> list[str]:
    """The shared libraries that a binary file names as needed."""
    words = subprocess.run(["objdump", "-p", path], capture_output=True, text=True, check=False).stdout
    return re.findall(r"^\s*NEEDED\s+(\S+)", words, re.MULTILINE)


def is_library(name: str) -> bool:
    """Whether an entry is a library that is there for others only: the system's, at the top, or Qt's own."""
    return re.fullmatch(r"(PySide6/Qt/lib/)?lib[^/]+\.so(\.[\d.]+)?", name) is not None


def reachable(entries: Iterable[Entry], wanted: Callable[[str], list[str]] = wanted_by) -> list[Entry]:
    """The entries without those libraries that none of the others needs, directly or by way of another."""
    kept: list[Entry] = []
    candidates: dict[str, list[Entry]] = {}  # by file name: a library may have a link to it as well
    for entry in entries:
        file = PurePosixPath(entry[0]).name
        if not is_library(entry[0]) or file.startswith("libpython"):
            kept.append(entry)
        elif not re.match(LEFT_TO_THE_SYSTEM, file):
            candidates.setdefault(file, []).append(entry)
    waiting = [path for name, path, kind in kept if ".so" in PurePosixPath(name).name and kind != "SYMLINK"]
    while waiting:
        for file in wanted(waiting.pop()):
            found = candidates.pop(file, [])
            kept += found
            waiting += [path for _, path, kind in found if kind != "SYMLINK"]
    return sorted(kept)


def without_dead_links(entries: Iterable[Entry], present: Iterable[Entry]) -> list[Entry]:
    """The entries without links to files that are not among those present."""
    names = {name for name, _, kind in present if kind != "SYMLINK"}
    return [entry for entry in entries if entry[2] != "SYMLINK" or target(entry) in names]


def target(entry: Entry) -> str:
    """The name inside the app that a link leads to."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(entry[0]), entry[1]))
