"""Frames in a real window on a virtual screen: from the viewport's change until the server has the picture.

Run as a program it is the window itself: ``screen_bench.py EVENTS`` (0: the built-in timeline), on the display given.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.figures import Figure

SIZES = (0, 10_000, 1_000_000)
HERE = Path(__file__).resolve()
NEEDED = ("Xvfb", "openbox", "xprop")


def be_the_window(count: int) -> None:
    """Walk through a timeline in a window as large as the screen, and print what each frame took, in ms."""
    import gc

    from PySide6.QtCore import QItemSelectionModel, Qt
    from PySide6.QtGui import QColor, QPainter, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from bench.frames_bench import HEIGHT, WIDTH, floor_ink, walk
    from bench.generated import generated
    from timeglass import app, assets
    from timeglass.formats import load
    from timeglass.model.event_model import EventModel
    from timeglass.model.navigator import Navigator
    from timeglass.paint.theme import LIGHT
    from timeglass.widgets.timeline_view import TimelineView

    class Floor(QWidget):
        """Fill, 300 rectangles, 300 texts."""

        def __init__(self) -> None:
            super().__init__(None, Qt.WindowType.FramelessWindowHint)
            self._draw = floor_ink()

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
            painter = QPainter(self)
            painter.fillRect(self.rect(), QColor(LIGHT.canvas))
            self._draw(painter)
            painter.end()

    application = app.make_application()

    def shown(widget: QWidget) -> None:
        widget.setGeometry(0, 0, WIDTH, HEIGHT)
        widget.show()
        for _ in range(20):
            application.processEvents()
            time.sleep(0.01)

    def frame(widget: QWidget) -> float:
        begun = time.perf_counter()
        widget.repaint()
        application.sync()
        return (time.perf_counter() - begun) * 1e3

    bare = Floor()
    shown(bare)
    floor = median(frame(bare) for _ in range(40))
    bare.close()
    timeline = generated(count, clustered=True) if count else load(assets.builtin_timeline()).timeline
    navigator, model = Navigator(timeline), EventModel(timeline)
    selection = QItemSelectionModel(model)
    view = TimelineView(navigator, LIGHT)
    view.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    view.setModel(model)
    view.setSelectionModel(selection)
    shown(view)
    view.close_background()
    application.processEvents()
    gc.collect()
    gc.freeze()
    times = []
    for _, viewport in walk(timeline):
        begun = time.perf_counter()
        navigator.set_viewport(viewport)
        view.repaint()
        application.sync()
        times.append((time.perf_counter() - begun) * 1e3)
    sys.stdout.write(json.dumps({"times": times, "floor": floor}))
    sys.stdout.flush()
    os._exit(0)


def run(largest: int = 1_000_000) -> list[Figure]:
    """Figures of the built-in timeline and of generated ones; none where there is no virtual screen."""
    from bench.frames_bench import percentile
    from window.screen import Screen

    lacking = [program for program in NEEDED if shutil.which(program) is None]
    if lacking:
        print(f"no window is measured: {', '.join(lacking)} not installed")
        return []
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(Path(folder), (1920, 1080))
        try:
            for count in SIZES:
                if count > largest:
                    continue
                path = os.pathsep.join([str(HERE.parents[2] / "desktop"), str(HERE.parents[1])])
                environment = screen.environment({"PYTHONPATH": path, "QT_QPA_PLATFORM": "xcb"})
                done = subprocess.run(
                    [sys.executable, str(HERE), str(count)], env=environment, capture_output=True, check=True
                )
                found = json.loads(done.stdout)
                name = f"window, {f'clustered {count:,}' if count else 'built-in'}"
                for stat, value in (("median", median(found["times"])), ("p99", percentile(found["times"], 0.99))):
                    figures.append(Figure(name, count, stat, value, "ms", found["floor"]))
        finally:
            screen.stop()
    return figures


if __name__ == "__main__":
    be_the_window(int(sys.argv[1]))
