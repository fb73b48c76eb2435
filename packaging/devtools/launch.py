"""``dev.py run``: the window, or the same job without one."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from devtools import display, environment, places, system
from devtools.say import Stop, note, result

# What the program does without opening a window: it is passed on as it is.
WINDOWLESS = {"check", "search", "export", "convert", "render", "--version", "--help", "-h"}


@dataclass(frozen=True)
class Wish:
    """What a call of the window program asks for, as far as a picture and a PDF can show it."""

    file: str | None
    search: str | None


def run(arguments: list[str]) -> int:
    """Open the window with these arguments; without a display make a picture and a PDF instead."""
    windowless = bool(arguments) and arguments[0] in WINDOWLESS
    reason = display.reason_for_none()
    python = environment.ready(("run",))
    system.need_libraries(windows=reason is None and not windowless)
    if reason is None or windowless:
        return hand_over([str(python), "-m", "timeglass", *arguments])
    return headless(python, wish(arguments), reason)


def hand_over(command: list[str]) -> int:
    """Become another program where the system can do that, else wait for it."""
    environment.keep_bytecode()
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - a list, no shell
    return subprocess.run(command, check=False).returncode


def wish(arguments: list[str]) -> Wish:
    """Read the arguments of the window program."""
    file = search = None
    waiting = iter(arguments)
    for argument in waiting:
        name, _, value = argument.partition("=")
        if name in ("--search", "--goto"):
            value = value or next(waiting, "")
            search = value if name == "--search" else search
        elif not argument.startswith("-"):
            file = file or argument
    return Wish(file, search)


def headless(python: Path, asked: Wish, reason: str) -> int:
    """Make a picture of the window and a PDF of the timeline, and print where they are."""
    note(f"no window can be opened here ({reason}), so a picture and a PDF are made instead")
    places.BUILD.mkdir(exist_ok=True)
    stem = Path(asked.file).name.split(".")[0] if asked.file else None
    picture = places.BUILD / f"{stem or 'timeglass'}.png"
    paper = places.BUILD / f"{stem or 'ukraine-nato'}.pdf"
    picture.unlink(missing_ok=True)  # from the last call: what is under build/ is ours
    files = [asked.file] if asked.file else []
    export = ["export", *files, "-o", str(paper), "--force"]
    if asked.search:
        export += ["--query", asked.search]
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for call in (["render", *files, "-o", str(picture)], export):
        command = [str(python), "-m", "timeglass", *call]
        done = subprocess.run(command, check=False, env=settings, stdout=subprocess.PIPE, text=True)
        if done.returncode != 0:
            raise Stop(f"timeglass {call[0]} did not succeed", done.returncode)
    result(str(picture))
    result(str(paper))
    return 0
