"""The smoke check of a built program: first frame, search, selection, PDF, and a report of them as JSON."""

import time
from importlib import import_module
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from timeglass.widgets.background import Background
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.page_view import PageView
from timeglass.widgets.services import Exported, ExportRequest

QUERY: Final = "membership"
PATIENCE_S: Final = 120
DIALOGS: Final = ("export", "go_to", "keys", "help", "about")
"""Actions that open a dialog each; a link in About opens a further one, a link in the help takes its place."""
_FIRST_LICENSE: Final = "license:0"


class Smoke(QObject):
    """Takes a window through the main path and ends the program: status 0 if all went well, else 1."""

    def __init__(self, window: MainWindow, report: Path) -> None:
        super().__init__(window)
        self._window = window
        self._report = report
        self._first_frame: dict[str, float] = {}
        self._background = Background(self)
        self._background.done.connect(self._on_exported)
        self._background.failed.connect(lambda words, _fault: self._end({"error": words}))
        window.timeline_view.painted.connect(self._on_painted)
        QTimer.singleShot(1_000 * PATIENCE_S, self, lambda: self._end({"error": "took too long"}))

    def _on_painted(self) -> None:
        self._window.timeline_view.painted.disconnect(self._on_painted)
        # Whoever started the program knows when that was.
        self._first_frame = {"first_frame_at": time.time(), "first_frame_cpu_ms": round(1_000 * time.process_time(), 1)}
        self._window.session.outcome_changed.connect(self._on_outcome)
        self._window.session.search.failed.connect(lambda words: self._end({"error": words}))
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
        try:
            dialogs = self._look_at_dialogs()
        except Exception as error:  # whatever it is, the check has failed
            self._end({"error": f"{type(error).__name__}: {error}"})
            return
        self._end({"hits": 0 if hits is None else len(hits), "pdf": str(pdf), "dialogs": dialogs})

    def _look_at_dialogs(self) -> int:
        """Open everything that is imported when it is first opened; tells how many dialogs that were."""
        seen = 0
        for name in DIALOGS:
            self._window.actions_by_name[name].trigger()
            dialog = self._window.dialogs.current
            if dialog is None:
                raise RuntimeError(f"no dialog came for {name}")
            if isinstance(page := getattr(dialog, "page", None), PageView):
                page.link_requested.emit(_FIRST_LICENSE if name == "about" else "https://example.org/")
            QCoreApplication.processEvents()
            for opened in QApplication.topLevelWidgets():
                if isinstance(opened, QDialog) and opened.isVisible():
                    seen += 1
                    opened.reject()
        import_module("PySide6.QtPrintSupport")
        import_module("timeglass.widgets.crash_dialog")
        return seen

    def _end(self, found: dict[str, object]) -> None:
        self._background.close()
        self._report.write_bytes(msgspec.json.encode({**self._first_frame, **found}))
        QCoreApplication.exit(1 if "error" in found else 0)
