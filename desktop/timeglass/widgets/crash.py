"""Errors that nobody caught: told once, in a dialog with a report that can be copied; the window stays open."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from timeglass.widgets.crash_dialog import CrashDialog
    from timeglass.widgets.log import Log

LOGGED_AT_MOST: Final = 50
"""A fault in what is painted comes with each frame: beyond so many the log says no more."""
FAULT_STATUS: Final = 70
"""Exit status after a fault that left no window (EX_SOFTWARE of sysexits.h)."""
_ROOT: Final = Path(__file__).resolve().parents[2]


def where(trace: TracebackType | None) -> list[str]:
    """The way to an error: files as seen from the program, lines, functions. No values, no folders of a person."""
    from traceback import walk_tb  # not before there is something to tell

    found = []
    for frame, line in walk_tb(trace):
        path = Path(frame.f_code.co_filename)
        inside = path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name
        found.append(f"{inside}:{line} in {frame.f_code.co_name}")
    return found


def report(kind: str, way: list[str], lines: tuple[str, ...]) -> str:
    """What can be handed on. The error's own words are not in it: they may quote a file."""
    from timeglass.widgets.log import about_system

    steps = [f"  {step}" for step in way]
    return "\n".join([about_system(), f"Fault: {kind}", *steps, "", "Last lines of the log:", *lines])


class CrashGuard(QObject):
    """Stands behind everything, in all threads, from its making to :meth:`remove`."""

    _caught = Signal(str, str, str)

    def __init__(self, open_log: Callable[[], "Log"], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_log = open_log
        self._log: Log | None = None
        self._count = 0
        self._told: set[tuple[str, str]] = set()
        self.dialog: CrashDialog | None = None
        """The dialog that is open; further faults wait for nobody and are only logged meanwhile."""
        self._caught.connect(self._tell, Qt.ConnectionType.QueuedConnection)  # a fault may be in another thread
        self._before = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self.catch
        threading.excepthook = lambda args: self.catch(args.exc_type, args.exc_value, args.exc_traceback)
        sys.unraisablehook = lambda args: self.catch(args.exc_type, args.exc_value, args.exc_traceback)

    @property
    def log(self) -> "Log":
        """The log, opened when first asked for."""
        if self._log is None:
            self._log = self._open_log()
        return self._log

    def begin_log(self) -> None:
        """Open the log, if it is not: not before the first frame, which need not wait for it."""
        _ = self.log

    def remove(self) -> None:
        """End, and close the log."""
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        if self.dialog is not None:
            self.dialog.reject()
        if self._log is not None:
            self._log.close()

    def catch(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> tuple[str, str, str] | None:
        """Log an error and have it told; returns what is told, None for what was told before."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            if (application := QCoreApplication.instance()) is not None:
                application.exit(130)
            return None
        way = where(trace)
        self._count += 1
        if self._count <= LOGGED_AT_MOST:
            self.log.fault(kind.__name__, way)
        fault = kind.__name__, way[-1] if way else ""
        if fault in self._told:
            return None
        self._told.add(fault)
        if sys.stderr is not None:
            place = f" (log: {self.log.path})" if self.log.path else ""
            sys.stderr.write(f"timeglass: a fault of the program: {kind.__name__}{place}\n")
        told = kind.__name__, str(error or ""), report(kind.__name__, way, self.log.lines)
        self._caught.emit(*told)
        return told

    def _tell(self, kind: str, words: str, text: str) -> None:
        if self.dialog is not None:
            return
        dialog = self._made(kind, words, text)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self._on_finished)
        self.dialog = dialog
        dialog.open()

    def _made(self, kind: str, words: str, text: str) -> "CrashDialog":
        from timeglass.widgets.crash_dialog import CrashDialog  # not before it is needed

        folder = self.log.path.parent if self.log.path else None
        return CrashDialog(kind, words, text, folder, QApplication.activeWindow())

    def _on_finished(self) -> None:
        self.dialog = None

    def tell_and_wait(self, error: Exception) -> None:
        """Tell of an error that left no window, and return when the person has read it."""
        told = self.catch(type(error), error, error.__traceback__)
        if told is not None:
            self._caught.disconnect()  # what is queued would tell it a second time
            self._made(*told).exec()


def guarded(log_folder: Path | None, serve: Callable[[CrashGuard], int]) -> int:
    """Serve behind a guard; returns the exit status. The log goes where the platform keeps it, or into a folder."""

    def open_log() -> "Log":
        from timeglass.widgets.log import Log, default_folder  # the first frame need not wait for it

        return Log(log_folder or default_folder())

    guard = CrashGuard(open_log)
    try:
        return serve(guard)
    except Exception as error:  # told, for otherwise a double-click would do nothing at all
        guard.tell_and_wait(error)
        return FAULT_STATUS
    finally:
        guard.remove()
