"""Start-up: from the start of the process to the first painted frame, against a bare PySide6 main window."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.figures import Figure

RUNS = 7
DESKTOP = Path(__file__).resolve().parent.parent.parent / "desktop"

BARE = """
import sys
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow, QWidget

class Canvas(QWidget):
    def paintEvent(self, event):
        QPainter(self).drawText(40, 40, "bare")
        print("painted", flush=True)
        QApplication.quit()

application = QApplication(sys.argv)
window = QMainWindow()
window.menuBar().addMenu("File").addAction("Quit")
window.addToolBar("Tools").addAction("Zoom")
dock = QDockWidget("Details")
dock.setWidget(QLabel("details"))
window.addDockWidget(__import__("PySide6.QtCore").QtCore.Qt.DockWidgetArea.RightDockWidgetArea, dock)
window.setCentralWidget(Canvas())
window.resize(1280, 800)
window.show()
application.exec()
"""

TIMEGLASS = """
import sys
from timeglass import cli

cli.prepare()  # as cli.main does first
from timeglass import app
from timeglass.widgets import timeline_view

paint = timeline_view.TimelineView.paintEvent

def first(self, event):
    paint(self, event)
    print("painted", len(self.model().timeline), flush=True)
    app.QApplication.quit()

timeline_view.TimelineView.paintEvent = first
cli.main([])
"""

PYTHON = "print('painted', flush=True)"


def seconds_to_paint(script: str, home: str) -> float:
    """Wall time from starting the interpreter to its word that it has painted."""
    environment = {**os.environ, "PYTHONPATH": str(DESKTOP), "PYTHONHASHSEED": "0"}
    environment |= {"XDG_CONFIG_HOME": home, "XDG_CACHE_HOME": home}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled modules are part of a warm start
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        took = time.perf_counter() - begun
        process.communicate(timeout=30)
    if not line.startswith(b"painted"):
        raise RuntimeError("the window was not painted")
    return took


def run(largest: int = 0) -> list[Figure]:
    """Both in turn, so that both see the machine in the same mood; the first, cold round does not count."""
    with tempfile.TemporaryDirectory() as home:
        rounds = [
            [seconds_to_paint(script, home) * 1e3 for script in (PYTHON, BARE, TIMEGLASS)] for _ in range(RUNS + 1)
        ][1:]
    python, bare, timeglass = (median(column) for column in zip(*rounds, strict=True))
    return [
        Figure("python alone", 0, "median", python, "ms", python),
        Figure("bare window, first frame", 0, "median", bare, "ms", bare),
        Figure("built-in timeline, first frame", 235, "median", timeglass, "ms", bare),
    ]
