"""Starts the built program as a person would and uses it once; ends with 0 only if everything went well.

    python packaging/smoke.py dist/timeglass/timeglass [--keep FOLDER]

On Linux the window opens on a virtual screen with a window manager, so that nothing shows up on the real one.
The program is asked by the environment variable TIMEGLASS_SMOKE to go through one fixed round (wait for the
first painted frame, search, select the hits, export them as PDF, quit) and to write what came of it as JSON.
Its home is an empty folder, and not one word on standard error is forgiven.
"""

import argparse
import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DIALOGS = 6
"""So many are opened: export, go to, keys, help or where a link in it leads, About, a licence."""
TIME_LIMIT = 120
"""Seconds for the whole round, on a slow machine with a cold disk."""


class Failed(Exception):  # noqa: N818 - the check has failed, not this program
    """Says what went wrong."""


@dataclass(frozen=True)
class Round:
    """What came of one round."""

    first_frame_ms: float
    hits: int
    pdf: Path


@contextlib.contextmanager
def virtual_screen(settings: dict[str, str]) -> Iterator[dict[str, str]]:
    """A screen of our own with a window manager; yields the settings to start programs with."""
    for program in ("Xvfb", "openbox"):
        if shutil.which(program) is None:
            raise Failed(f"{program} is not installed (Debian: apt-get install xvfb openbox)")
    reader, writer = os.pipe()
    # Xvfb chooses a free number itself and tells it once it is ready.
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as told:
        number = told.readline().strip()
    inside = {**settings, "DISPLAY": f":{number}"}
    inside.pop("WAYLAND_DISPLAY", None)
    manager = subprocess.Popen(["openbox"], env=inside, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        if not number:
            raise Failed("Xvfb did not start")
        yield inside
    finally:
        for process in (manager, screen):
            process.terminate()
            process.wait()


def clean_settings(home: Path) -> dict[str, str]:
    """Settings as on a machine where nothing was ever configured."""
    kept = ("PATH", "LANG", "LC_ALL", "DISPLAY", "SYSTEMROOT", "TEMP", "TMP", "XAUTHORITY")
    settings = {name: value for name in kept if (value := os.environ.get(name))}
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700, parents=True)
    return {
        **settings,
        "HOME": str(home),
        "USERPROFILE": str(home),
        "APPDATA": str(home / "AppData" / "Roaming"),
        "LOCALAPPDATA": str(home / "AppData" / "Local"),
        "XDG_RUNTIME_DIR": str(runtime),
    }


def play(program: Path, folder: Path, settings: dict[str, str]) -> Round:
    """Let the program go through its round and check what it did."""
    told = folder / "smoke.json"
    started = time.time()
    try:
        done = subprocess.run(
            [str(program)],
            env={**settings, "TIMEGLASS_SMOKE": str(told)},
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as late:
        words = late.stderr.decode(errors="replace") if isinstance(late.stderr, bytes) else ""
        raise Failed(f"the program had not ended after {TIME_LIMIT} s; it said: {words or 'nothing'}") from late
    if done.returncode != 0:
        raise Failed(f"the program ended with {done.returncode}: {done.stderr.strip() or 'without a word'}")
    if done.stderr.strip():
        raise Failed(f"the program wrote to standard error: {done.stderr.strip()}")
    print(f"smoke: {program.name} ended with 0 after {time.time() - started:.1f} s", file=sys.stderr)
    return read(told, started)


def read(told: Path, started: float) -> Round:
    """Read what the program, started then, wrote about its round, and look at the PDF."""
    try:
        values: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
        first_frame_ms = 1_000 * (float(values["first_frame_at"]) - started)
        made = Round(first_frame_ms, int(values["hits"]), Path(values["pdf"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise Failed(f"the program did not tell what it did: {error}") from error
    if values.get("dialogs", 0) < DIALOGS:
        raise Failed(f"of {DIALOGS} dialogs {values.get('dialogs')} opened")
    if made.hits < 1:
        raise Failed("the search found nothing")
    if not made.pdf.is_file() or not made.pdf.read_bytes().startswith(b"%PDF-"):
        raise Failed(f"{made.pdf} is no PDF")
    return made


def command_line(program: Path, folder: Path, settings: dict[str, str]) -> None:
    """The calls that need no screen: they have to work on the packaged program as well."""
    picture = folder / "window.png"
    for arguments in (["--version"], ["check"], ["render", "-o", str(picture)]):
        done = subprocess.run(
            [str(program), *arguments],
            env=settings,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=TIME_LIMIT,
            check=False,
        )
        if done.returncode != 0 or done.stderr.strip():
            raise Failed(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr.strip()}")
    if not picture.read_bytes().startswith(b"\x89PNG"):
        raise Failed(f"{picture} is no PNG")


def smoke(program: Path, folder: Path) -> Round:
    """Check the program in a folder that it may write to."""
    settings = clean_settings(folder / "home")
    command_line(program, folder, settings)
    if sys.platform != "linux":
        return play(program, folder, settings)
    with virtual_screen(settings) as inside:
        return play(program, folder, inside)


def main() -> int:
    """Check one program and say what came of it."""
    parser = argparse.ArgumentParser(description="Start the built program and use it once.")
    parser.add_argument("program", type=Path)
    parser.add_argument("--keep", type=Path, help="folder for what the program makes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="timeglass-smoke-") as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        try:
            made = smoke(options.program.resolve(), folder.resolve())
        except Failed as failed:
            print(f"smoke: {failed}", file=sys.stderr)
            return 1
    print(f"smoke: first frame after {made.first_frame_ms:.0f} ms, {made.hits} hits, PDF written, exit 0")
    return 0


if __name__ == "__main__":
    sys.exit(main())
