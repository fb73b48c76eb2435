"""The smoke check of a built program: first frame, search, selection, PDF, and a report of them as JSON."""

import json
import os
import platform
import time
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from timeglass.widgets.background import Background
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.services import Exported, ExportRequest

QUERY: Final = "membership"
PATIENCE_S: Final = 120


def milliseconds_since_start(fallback: float) -> float:
    """Time since the process began; where the system does not tell that, since ``fallback`` (``time.time()``)."""
    if platform.system() == "Linux":
        ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
        uptime = float(Path("/proc/uptime").read_text().split()[0])
        return 1_000 * (uptime - ticks / os.sysconf("SC_CLK_TCK"))
    return 1_000 * (time.time() - fallback)


class Smoke(QObject):
    """Takes a window through the main path and ends the program: status 0 if all went well, else 1."""

    def __init__(self, window: MainWindow, report: Path, began: float) -> None:
        super().__init__(window)
        self._window = window
        self._report = report
        self._began = began
        self._first_frame_ms = 0.0
        self._background = Background(self)
        self._background.done.connect(self._on_exported)
        self._background.failed.connect(lambda words, _fault: self._end({"error": words}))
        window.timeline_view.painted.connect(self._on_painted)
        QTimer.singleShot(1_000 * PATIENCE_S, self, lambda: self._end({"error": "took too long"}))

    def _on_painted(self) -> None:
        self._window.timeline_view.painted.disconnect(self._on_painted)
        self._first_frame_ms = milliseconds_since_start(self._began)
        self._window.session.outcome_changed.connect(self._on_outcome)
        self._window.search_box.ask(QUERY)

    def _on_outcome(self) -> None:
        session = self._window.session
        if session.outcome is None:
            return
        session.outcome_changed.disconnect(self._on_outcome)
        session.select_shown()
        request = ExportRequest(timeline=session.timeline, rows=session.selected_rows(), query=QUERY)
        target = self._report.with_suffix(".pdf")
        export = self._window.services.export
        self._background.start(lambda progress, cancelled: export(request, target, progress, cancelled))

    def _on_exported(self, exported: object) -> None:
        pdf = exported.path if isinstance(exported, Exported) else ""
        hits = self._window.session.navigator.hits
        self._end({"hits": 0 if hits is None else len(hits), "pdf": str(pdf)})

    def _end(self, found: dict[str, object]) -> None:
        self._background.close()
        report = {"first_frame_ms": round(self._first_frame_ms, 1), **found}
        self._report.write_text(json.dumps(report), encoding="utf-8")
        QCoreApplication.exit(1 if "error" in found else 0)
