"""Double-click means double-click: a fresh user, a file manager, a simulated mouse, and the window that opens."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import smoke
from freezing import description, linux

PROGRAMS = ("Xvfb", "openbox", "pcmanfm", "xdotool", "xprop", "update-mime-database")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.window,
    pytest.mark.skipif(sys.platform != "linux", reason="the packaged app for Linux"),
    *(
        pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed")
        for name in PROGRAMS
        if sys.platform == "linux"
    ),
]

PATIENCE_S = 60
FIRST_ICON = (51, 88)
"""Where the file manager puts the first icon of a folder, in pixels from the corner of its window."""
FILE_MANAGER = {
    "libfm/libfm.conf": "[config]\nsingle_click=0\nquick_exec=1\n[ui]\nbig_icon_size=48\nshow_thumbnail=0\n",
    "pcmanfm/default/pcmanfm.conf": (
        "[ui]\nwin_width=640\nwin_height=480\nside_pane_mode=hidden;places\n"
        "view_mode=icon\ntoolbar=navigation;\nshow_statusbar=0\n"
    ),
}
TIMELINE = """\
timeglass: 1
title: A timeline of my own
events:
  - {date: 1997-07-09, title: Something happened}
"""


class User:
    """A fresh user at a virtual screen, with the program installed and a hand on the mouse."""

    def __init__(self, home: Path, settings: dict[str, str]) -> None:
        self.home = home
        self.settings = settings

    def ask(self, *command: str) -> str:
        """What a program of the desktop answers."""
        done = subprocess.run(list(command), env=self.settings, capture_output=True, text=True, check=False)
        return done.stdout.strip()

    def find(self, title: str, patience_s: float) -> str:
        """The number of the window with this in its title, once it is there; empty if it does not come."""
        until = time.monotonic() + patience_s
        while time.monotonic() < until:
            if found := self.ask("xdotool", "search", "--onlyvisible", "--name", title):
                return found.splitlines()[-1]
            time.sleep(0.1)
        return ""

    def window(self, title: str) -> str:
        """As ``find``, for a window of the program."""
        return self.find(title, PATIENCE_S) or pytest.fail(f"no window came whose title has {title!r} in it")

    @contextlib.contextmanager
    def folder(self, name: str, file: Path) -> Iterator[str]:
        """A window of the file manager on a folder that holds this one file."""
        folder = self.home / name
        folder.mkdir()
        shutil.copy(file, folder)
        said = self.home / f"{name}.log"
        # The file manager is not what is tested here: on a busy machine it may fail to start, and gets three tries.
        for _ in range(3):
            with (
                said.open("w") as log,
                subprocess.Popen(["pcmanfm", str(folder)], env=self.settings, stdout=log, stderr=log) as manager,
            ):
                try:
                    if window := self.find(f"^{name}$", 20):
                        time.sleep(1)  # the window is there before the icons in it are
                        yield window
                        return
                finally:
                    manager.terminate()
        pytest.fail(f"the file manager did not open: {said.read_text()}")

    def double_click(self, window: str) -> None:
        """Click twice on the first icon."""
        place = [str(pixel) for pixel in FIRST_ICON]
        self.ask("xdotool", "mousemove", "--window", window, *place, "click", "--repeat", "2", "--delay", "80", "1")

    def end(self, window: str) -> None:
        """End the program that a window belongs to."""
        pid = int(self.ask("xdotool", "getwindowpid", window))
        os.kill(pid, signal.SIGTERM)


@pytest.fixture
def user(program: Path, tmp_path: Path) -> Iterator[User]:
    home = tmp_path / "someone"
    settings = {**smoke.clean_settings(home), "LC_ALL": "C.UTF-8"}
    for place, text in FILE_MANAGER.items():
        path = home / ".config" / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    unpacked = tmp_path / "unpacked"
    for name, source in linux.members(program.parent):
        target = unpacked / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(source, Path):
            shutil.copy2(source, target, follow_symlinks=False)
        else:
            target.write_bytes(source)
            target.chmod(0o755)
    subprocess.run([str(unpacked / "install.sh")], env=settings, check=True, capture_output=True)
    with smoke.virtual_screen(settings) as inside:
        yield User(home, inside)


def test_the_program_and_a_file(user: User, tmp_path: Path) -> None:
    entry = user.home / ".local/share/applications" / f"{description.APP_ID}.desktop"
    with user.folder("programs", entry) as manager:
        user.double_click(manager)
        window = user.window("Ukraine.*NATO")
        classes = re.findall(r'"([^"]+)"', user.ask("xprop", "-id", window, "WM_CLASS"))
        told = re.search(r"^StartupWMClass=(.+)$", entry.read_text(encoding="utf-8"), re.MULTILINE)
        assert told is not None
        assert told[1] in classes, "the desktop could not tell that the window belongs to the entry"
        user.end(window)
    file = tmp_path / "mine.timeglass.yaml"
    file.write_text(TIMELINE, encoding="utf-8")
    with user.folder("timelines", file) as manager:
        user.double_click(manager)
        user.end(user.window("A timeline of my own"))
