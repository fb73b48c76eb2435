"""Opening a file at a line in the person's own editor. Nothing goes through a shell."""

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeDatabase, QProcess, QProcessEnvironment

Find = Callable[[str], str | None]
"""Full path of a program, or None."""

_COLON: Final = ("{file}:{line}:{column}",)
_GOTO: Final = ("-g", "{file}:{line}:{column}")
_KATE: Final = ("-l", "{line}", "-c", "{column}", "{file}")
_PLUS: Final = ("+{line}", "{file}")
_PLUS_COLUMN: Final = ("+{line}:{column}", "{file}")
_IDEA: Final = ("--line", "{line}", "--column", "{column}", "{file}")
EDITORS: Final[Mapping[str, Sequence[str]]] = {
    **dict.fromkeys(("code", "code-insiders", "codium", "vscodium", "cursor"), _GOTO),
    **dict.fromkeys(("subl", "sublime_text", "zed", "zeditor"), _COLON),
    **dict.fromkeys(("kate", "kwrite", "mousepad"), _KATE),
    **dict.fromkeys(("gedit", "gnome-text-editor", "xed", "pluma", "gvim", "mvim", "bbedit"), _PLUS),
    **dict.fromkeys(("emacs", "emacsclient"), _PLUS_COLUMN),
    **dict.fromkeys(("idea", "pycharm", "webstorm"), _IDEA),
    "geany": ("-l", "{line}", "--column", "{column}", "{file}"),
    "mate": ("-l", "{line}:{column}", "{file}"),
    "notepad++": ("-n{line}", "-c{column}", "{file}"),
}
"""Editors with windows of their own, by the name of their program, and how they are told a place."""
_IN_TERMINAL: Final = frozenset({"-nw", "-t", "-tty", "--tty", "--no-window-system"})
"""With one of these an editor wants a terminal, which is not there."""
_DESKTOP_NAMES: Final = {"texteditor": "gnome-text-editor", "sublime_text": "subl", "sublime-text": "subl"}
_SCRIPTS: Final = (".bat", ".cmd", ".ps1")
"""Windows runs these through a shell, which would read the names of files as commands."""
_OWN_PATHS: Final = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH")
"""A packaged program points these to its own libraries, which are not those of the editor."""


@dataclass(frozen=True)
class Place:
    """A place in a file; line and column count from 1, and 0 is unknown."""

    file: Path
    line: int = 0
    column: int = 0


def command_of(words: Sequence[str], place: Place, find: Find = shutil.which) -> list[str] | None:
    """The command that shows a place in an editor, with its full path first.

    ``words`` are the editor and what it is to be given besides. None for an editor that is not known, not there, or
    that needs a terminal.
    """
    if not words or _IN_TERMINAL.intersection(words[1:]):
        return None
    name = Path(words[0]).name.lower().removesuffix(".exe")
    program = find(words[0]) if name in EDITORS else None
    if program is None or program.lower().endswith(_SCRIPTS):
        return None
    planted = words[0] == Path(words[0]).name and Path(program).absolute().parent == Path.cwd()
    if planted and str(Path.cwd()) not in os.environ.get("PATH", "").split(os.pathsep):
        return None  # Windows looks for programs in the present folder, too: whoever put the file there chose it
    line, column = str(max(place.line, 1)), str(max(place.column, 1))
    told = (part.format(file=place.file.absolute(), line=line, column=column) for part in EDITORS[name])
    return [program, *words[1:], *told]


def wanted_editors(environment: Mapping[str, str], desktop_entry: str) -> Iterable[list[str]]:
    """What the person wants as editor, as words, best first: by VISUAL, by EDITOR, by the desktop's own choice."""
    for name in ("VISUAL", "EDITOR"):
        try:
            yield shlex.split(environment.get(name, ""), posix=os.name != "nt")
        except ValueError:  # an open quote
            continue
    name = desktop_entry.strip().removesuffix(".desktop").rpartition(".")[2].lower()
    yield [_DESKTOP_NAMES.get(name, name)] if name else []


def desktop_entry_for(file: Path) -> str:
    """Name of the desktop entry that opens files of this kind; "" where the system has no such thing."""
    program = shutil.which("xdg-mime") if sys.platform.startswith("linux") else None
    if program is None:
        return ""
    kind = QMimeDatabase().mimeTypeForFile(str(file), QMimeDatabase.MatchMode.MatchExtension).name()
    for name in (kind, "text/plain"):
        try:
            done = subprocess.run(
                [program, "query", "default", name], capture_output=True, text=True, timeout=2.0, check=False
            )
        except (OSError, subprocess.SubprocessError, UnicodeDecodeError):
            return ""
        if done.stdout.strip():
            return done.stdout.strip()
    return ""


def cleaned(environment: Mapping[str, str], own_folder: Path) -> dict[str, str]:
    """An environment for other programs: without the paths into our own folder that a packaged program is given."""
    clean = dict(environment)
    for name in _OWN_PATHS:
        if f"{name}_ORIG" in clean:
            clean[name] = clean.pop(f"{name}_ORIG")
        parts = clean.pop(name, "").split(os.pathsep)
        kept = [part for part in parts if part and not Path(part).is_relative_to(own_folder)]
        if kept:
            clean[name] = os.pathsep.join(kept)
    return clean


def start(command: Sequence[str]) -> bool:
    """Start a program that stays when this one ends; tell whether that went well."""
    process = QProcess()
    process.setProgram(command[0])
    process.setArguments(list(command[1:]))
    environment = QProcessEnvironment()
    for name, value in cleaned(os.environ, Path(__file__).parents[2]).items():
        environment.insert(name, value)
    process.setProcessEnvironment(environment)
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    started = process.startDetached()
    return bool(started[0] if isinstance(started, tuple) else started)


def open_in_editor(place: Place) -> str:
    """Show a place in the person's editor; its name, or "" where no editor that can do that is known."""
    for words in wanted_editors(os.environ, desktop_entry_for(place.file)):
        command = command_of(words, place)
        if command is not None and start(command):
            return Path(command[0]).stem
    return ""
