"""A screen of its own for real windows: Xvfb with a window manager, a hand on it, and what it shows."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

ROOT: Final = Path(__file__).resolve().parents[2]
PATIENCE_S: Final = 20.0
"""How long a condition may take to come true on a machine that has other work."""
PROGRAMS: Final = ("Xvfb", "openbox", "xdotool", "xprop")


def wait_until(condition: Callable[[], object], what: str, patience_s: float = PATIENCE_S) -> None:
    """Wait for a condition; TimeoutError names what did not come."""
    end = time.monotonic() + patience_s
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.05)


class Screen:
    """An X server on a free display with openbox on it; :meth:`stop` must be called."""

    def __init__(self, folder: Path, size: tuple[int, int] = (1600, 1000)) -> None:
        self.width, self.height = size
        self._buffer = folder / "Xvfb_screen0"
        self._home = folder
        reading, writing = os.pipe()
        with (folder / "xvfb.log").open("wb") as log:
            self._server = subprocess.Popen(
                ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size[0]}x{size[1]}x24", "-fbdir", str(folder),
                 "-nolisten", "tcp", "-noreset"],
                pass_fds=[writing],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise OSError((folder / "xvfb.log").read_text(errors="replace"))
        self.display = f":{number}"
        self._manager = subprocess.Popen(
            ["openbox"],
            env=self.environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        wait_until(lambda: "window id" in self._told("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "a window manager")

    def stop(self) -> None:
        """End window manager and server."""
        for process in (self._manager, self._server):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(10)

    def environment(self, more: Mapping[str, str] | None = None) -> dict[str, str]:
        """Surroundings of a program on this screen: a home of its own, nothing of the person who runs the tests."""
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LD_LIBRARY_PATH") if name in os.environ}
        home = str(self._home)
        return {**kept, "HOME": home, "XDG_RUNTIME_DIR": home, "DISPLAY": self.display, **(more or {})}

    def _told(self, *command: str) -> str:
        done = subprocess.run(command, env=self.environment(), capture_output=True, text=True, check=False, timeout=30)
        return done.stdout

    def do(self, *words: str | float) -> str:
        """Let xdotool do something."""
        return self._told("xdotool", *(str(round(word) if isinstance(word, float) else word) for word in words))

    def point(self, x: float, y: float) -> None:
        """Put the pointer somewhere."""
        self.do("mousemove", x, y)

    def key(self, *keys: str) -> None:
        """Press keys one after the other, such as ``"ctrl+f"``."""
        self.do("key", "--delay", "60", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self.do("type", "--delay", "30", text)

    def wheel(self, x: float, y: float, notches: int, held: str = "") -> None:
        """Turn the wheel at a place; positive is away from the hand."""
        self.point(x, y)
        if held:
            self.do("keydown", held)
        self.do("click", "--repeat", abs(notches), "--delay", "40", 4 if notches > 0 else 5)
        if held:
            self.do("keyup", held)

    def picture(self) -> NDArray[np.uint32]:
        """What is on the screen, as 0xRRGGBB: the server keeps it in a file (an XWD dump)."""
        dump = np.memmap(self._buffer, np.uint8, "r")
        head = dump[:100].view(">u4")
        start, line = int(head[0] + 12 * head[19]), int(head[12])
        rows = dump[start : start + line * self.height].reshape(self.height, line)
        return np.array(rows[:, : 4 * self.width]).view("<u4") & 0xFFFFFF

    def windows(self) -> list[str]:
        """Ids of the program's visible windows."""
        return self.do("search", "--onlyvisible", "--class", "timeglass").split()


class Program:
    """Timeglass on a screen, started as people start it from a checkout; :meth:`stop` must be called."""

    def __init__(self, screen: Screen, home: Path, *arguments: str) -> None:
        self.screen = screen
        self.home = home
        self._errors = home / "stderr.txt"
        environment = screen.environment(
            {"HOME": str(home), "XDG_RUNTIME_DIR": str(home), "PYTHONPATH": str(ROOT / "desktop"), "PYTHONUTF8": "1"}
        )
        with self._errors.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "timeglass", *arguments],
                env=environment,
                cwd=home,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )

    def sees(self, condition: Callable[[NDArray[np.uint32]], object], what: str) -> None:
        """Wait until the screen looks as wanted."""
        self.wait(lambda: condition(self.screen.picture()), what)

    def wait(self, condition: Callable[[], object], what: str) -> None:
        """Wait for a condition while the program runs; if it does not come, keep what was seen instead."""

        def holds() -> object:
            if self.process.poll() is not None:
                raise RuntimeError(f"the program ended with {self.process.returncode}: {self.errors()}")
            return condition()

        try:
            wait_until(holds, what)
        except TimeoutError:
            seen = self.screen.picture() | 0xFF000000
            height, width = seen.shape
            QImage(seen.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32).save(f"{self.home}/seen.png")
            raise TimeoutError(f"{what}; seen was {self.home}/seen.png") from None

    def errors(self) -> str:
        """What the program wrote to standard error."""
        return self._errors.read_text(errors="replace")

    def close(self) -> int:
        """Close the window as the window manager's button does; the exit status."""
        self.screen.key("alt+F4")
        return self.process.wait(PATIENCE_S)

    def stop(self) -> None:
        """End the program, whatever it does."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)
