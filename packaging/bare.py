"""The least that a program with a Qt window can be: what the start of Timeglass is measured against.

Writes the milliseconds from the start of the process to the first painted frame into the file that
TIMEGLASS_SMOKE names, as Timeglass does, and ends.
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow

BEGAN = time.time()


def milliseconds_since_start() -> float:
    """Time since the process began; where the system does not tell that, since the first line of Python."""
    if sys.platform != "linux":
        return 1_000 * (time.time() - BEGAN)
    ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    return 1_000 * (float(Path("/proc/uptime").read_text().split()[0]) - ticks / os.sysconf("SC_CLK_TCK"))


class Bare(QMainWindow):
    """A window with menu, toolbar and dock that ends the program once it has been painted."""

    def __init__(self) -> None:
        super().__init__()
        self.menuBar().addMenu("File").addAction("Quit")
        self.addToolBar("Tools").addAction("Tool")
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, QDockWidget("Dock"))
        self.setCentralWidget(QLabel("nothing"))
        self.resize(1280, 800)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        report = Path(os.environ["TIMEGLASS_SMOKE"])
        report.write_text(json.dumps({"first_frame_ms": milliseconds_since_start()}), encoding="utf-8")
        QApplication.exit(0)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = Bare()
    window.show()
    sys.exit(application.exec())
