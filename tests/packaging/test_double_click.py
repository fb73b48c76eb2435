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
        while True:
            if found := self.ask("xdotool", "search", "--onlyvisible", "--name", title):
                return found.splitlines()[-1]
            if time.monotonic() > until:
                return ""
            time.sleep(0.1)

    def window(self, title: str) -> str:
        """As ``find``, for a window of the program."""
        return self.find(title, PATIENCE_S) or pytest.fail(f"no window came whose title has {title!r} in it")

    @contextlib.contextmanager
    def folder(self, name: str, file: Path) -> Iterator[str]:
        """A window of the file manager on a folder that holds this one file."""
        folder = self.home / name
        folder.mkdir(exist_ok=True)
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

    def program(self, window: str) -> int:
        """Number of the process that a window belongs to."""
        return int(self.ask("xdotool", "getwindowpid", window))

    def end(self, window: str) -> None:
        """End the program that a window belongs to."""
        os.kill(self.program(window), signal.SIGTERM)


@pytest.fixture
def user(program: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[User]:
    home = tmp_path / "someone"
    runtime = tmp_path_factory.mktemp("run")  # as short as the ones that people have
    runtime.chmod(0o700)
    settings = {**smoke.clean_settings(home), "LC_ALL": "C.UTF-8", "XDG_RUNTIME_DIR": str(runtime)}
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


def test_the_program_and_files(user: User, tmp_path: Path) -> None:
    entry = user.home / ".local/share/applications" / f"{description.APP_ID}.desktop"
    with user.folder("programs", entry) as manager:
        user.double_click(manager)
        window = user.window("Ukraine.*NATO")
        classes = re.findall(r'"([^"]+)"', user.ask("xprop", "-id", window, "WM_CLASS"))
        told = re.search(r"^StartupWMClass=(.+)$", entry.read_text(encoding="utf-8"), re.MULTILINE)
        assert told is not None
        assert told[1] in classes, "the desktop could not tell that the window belongs to the entry"
        user.end(window)
    file, other = tmp_path / "mine.timeglass.yaml", tmp_path / "other.timeglass.yaml"
    file.write_text(TIMELINE, encoding="utf-8")
    other.write_text(TIMELINE.replace("of my own", "of another"), encoding="utf-8")
    with user.folder("timelines", file) as manager:
        user.double_click(manager)
        first = user.window("A timeline of my own")
    with user.folder("others", other) as manager:
        user.double_click(manager)
        second = user.window("A timeline of another")
        assert user.program(second) == user.program(first), "a second program was started"
        assert user.find("A timeline of my own", 0.0) == first, "the first window is gone"
    with user.folder("timelines", file) as manager:
        user.double_click(manager)
        time.sleep(2)
        assert len(user.ask("xdotool", "search", "--onlyvisible", "--name", "A timeline of").splitlines()) == 2
        assert user.ask("xdotool", "getactivewindow") == first, "the window of the file did not come to the front"
    user.end(first)
