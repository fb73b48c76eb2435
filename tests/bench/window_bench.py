"""A file opened in the window: the time to its first right frame, and the longest the event loop is kept from its work.

Run as a program it is the window itself: ``window_bench.py FILE CACHE-FOLDER SECONDS``.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from bench.figures import Figure
from bench.generated_files import write_lines, write_yaml

RUNS = 3
BEAT_MS = 2
SETTLE_S = 1.5
"""The window is at rest by then: its first timeline is painted, and its search prepared."""
AFTER_S = 8.0
"""So long it is watched after a file was read: the search index is built, and the file compiled."""
GIVE_UP_S = 120.0
HERE = Path(__file__).resolve()


@dataclass(frozen=True)
class Opening:
    """One opening. Gaps are in milliseconds, the time to the first right frame in seconds."""

    first_frame_s: float
    gap_ms: float
    """Longest time between two beats of the event loop, from the request to the first right frame."""
    own_ms: float
    """Processor time that the window's own thread took in that gap: the rest it waited, for others on this machine."""
    idle_gap_ms: float
    """The same while nothing is done: what the machine itself costs."""
    after_gap_ms: float
    """The same in the seconds after the first frame."""


class Watch:
    """Opens a file in a window and counts the beats of the event loop."""

    def __init__(self, path: Path, cache: Path, after_s: float) -> None:
        from PySide6.QtCore import Qt, QTimer

        from timeglass import app, assets, quick_start
        from timeglass.compiled import Compiled
        from timeglass.settings import Settings
        from timeglass.widgets.style import Appearance

        self._path = path
        self._after_s = after_s
        self._application = app.make_application()
        app.share_the_interpreter()
        self._compiled = Compiled(cache)
        store = Settings(cache.parent / "bench.ini")
        windows = app.Windows(store, Appearance("light"), app.make_services(self._compiled))
        self._window = windows.open(assets.builtin_timeline())
        quick_start.end()
        self._gaps: list[tuple[float, float]] = []
        """Wall and processor time between two beats, in seconds."""
        self._last = (0.0, 0.0)
        self._begun = 0.0
        self._found: dict[str, float] = {}
        self._beat = QTimer()
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setInterval(BEAT_MS)
        self._beat.timeout.connect(self._on_beat)
        self._later(SETTLE_S, self._rest)

    def measure(self) -> Opening:
        """Wait for the figures."""
        self._application.exec()
        self._compiled.close()
        return Opening(**self._found)

    def _later(self, seconds: float, do: Callable[[], None]) -> None:
        from PySide6.QtCore import QTimer

        QTimer.singleShot(round(1e3 * seconds), do)

    def _on_beat(self) -> None:
        now = time.perf_counter(), time.thread_time()
        self._gaps.append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now

    def _worst_ms(self) -> tuple[float, float]:
        """The longest gap up to now, the one that is not over yet included; counting begins anew."""
        self._on_beat()
        wall, own = max(self._gaps)
        self._gaps = []
        return 1e3 * wall, 1e3 * own

    def _rest(self) -> None:
        self._last = time.perf_counter(), time.thread_time()
        self._beat.start()
        self._later(SETTLE_S, self._open)

    def _open(self) -> None:
        self._found["idle_gap_ms"] = self._worst_ms()[0]
        self._window.timeline_view.painted.connect(self._on_painted)
        self._begun = time.perf_counter()
        self._window.files.open(self._path)
        self._later(GIVE_UP_S, self._application.quit)

    def _on_painted(self) -> None:
        """The right frame shows the file, at rest, with all its labels."""
        view = self._window.timeline_view
        is_file = self._window.session.timeline.path == self._path and self._window.stage.shows_timeline
        if is_file and not view.scene().coarse and not view._more.isActive():
            view.painted.disconnect(self._on_painted)
            self._found["first_frame_s"] = time.perf_counter() - self._begun
            self._found["gap_ms"], self._found["own_ms"] = self._worst_ms()
            self._later(self._after_s, self._end)

    def _end(self) -> None:
        self._found["after_gap_ms"] = self._worst_ms()[0]
        self._application.quit()


def opening(path: Path, cache: Path, after_s: float) -> Opening:
    """Open a file in a window of a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONPATH"] = os.pathsep.join([str(HERE.parents[2] / "desktop"), str(HERE.parents[1])])
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, str(HERE), str(path), str(cache), str(after_s)]
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
    return Opening(**json.loads(done.stdout))


def _read(path: Path, count: int, folder: Path) -> list[Figure]:
    """Figures of a file that is read, not taken from the cache."""
    found = [opening(path, folder / f"cache-{number}", AFTER_S) for number in range(RUNS)]
    frame, floor = median(one.first_frame_s for one in found), _seconds_to_load(path)
    after = Figure("longest gap while it is indexed and compiled", count, "max", *_worst(found, "after_gap_ms"))
    name = "YAML in the window, first right frame, floor: load it"
    return [Figure(name, count, "median", frame, "s", floor), *_gaps(found, count), after]


def _gaps(found: list[Opening], count: int) -> list[Figure]:
    """The longest gap until the first right frame, and how much of it was the window's own doing."""
    own = max(one.own_ms for one in found)
    return [
        Figure("longest gap meanwhile (most allowed: 50), floor: idle", count, "max", *_worst(found, "gap_ms")),
        Figure("the window's own work in it", count, "max", own, "ms", 0.0),
    ]


def _worst(found: list[Opening], field: str) -> tuple[float, str, float]:
    """The longest of one kind of gap, its unit, and the longest while nothing was done."""
    return max(getattr(one, field) for one in found), "ms", max(one.idle_gap_ms for one in found)


def _reopened(name: str, path: Path, count: int, folder: Path, most_s: float) -> list[Figure]:
    """Figures of a file that was compiled before."""
    from timeglass import __version__
    from timeglass.formats import load
    from timeglass.formats.cache import Cache

    if not Cache(folder, __version__, smallest=0).keep(load(path)):
        raise RuntimeError("the file could not be compiled")
    found = [opening(path, folder, 0.0) for _ in range(RUNS)]
    frame = median(one.first_frame_s for one in found)
    words = f"{name} reopened in the window, first right frame, floor: the most allowed"
    return [Figure(words, count, "median", frame, "s", most_s), *_gaps(found, count)]


def _seconds_to_load(path: Path) -> float:
    from timeglass.formats import load

    begun = time.perf_counter()
    load(path)
    return time.perf_counter() - begun


def run(largest: int = 1_000_000) -> list[Figure]:
    """Figures of a file that is read, and of two that were compiled."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        small, large = folder / "t.yaml", folder / "t.jsonl"
        few, many = min(100_000, largest), min(1_000_000, largest)
        write_yaml(small, few)
        figures = _read(small, few, folder)
        figures += _reopened("YAML", small, few, folder / "small", 0.3)
        write_lines(large, many)
        return figures + _reopened("JSON Lines", large, many, folder / "large", 1.0)


def main() -> None:
    """Be the window, and print what was seen."""
    from timeglass import quick_start

    quick_start.begin()
    found = asdict(Watch(Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])).measure())
    sys.stdout.write(json.dumps(found))
    sys.stdout.flush()
    os._exit(0)  # the figures are there; what the window would still do is nobody's business


if __name__ == "__main__":
    main()
