"""The least that a program with a Qt window can be: what the start of Timeglass is measured against.

Writes the time of its first painted frame into the file that TIMEGLASS_SMOKE names, as Timeglass does, and ends.
"""

import json
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow


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
        told = {"first_frame_at": time.time(), "first_frame_cpu_ms": round(1_000 * time.process_time(), 1)}
        Path(os.environ["TIMEGLASS_SMOKE"]).write_text(json.dumps(told), encoding="utf-8")
        QApplication.exit(0)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = Bare()
    window.show()
    sys.exit(application.exec())
