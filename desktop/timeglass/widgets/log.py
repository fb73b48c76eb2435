"""The program's log: where the platform keeps such files, rotated, and without anything out of a person's files."""

import logging
import platform
import re
import sys
from collections import deque
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMessageLogContext, QStandardPaths, QtMsgType, qInstallMessageHandler, qVersion

from timeglass import __version__

LOG: Final = logging.getLogger("timeglass")
FILE_NAME: Final = "timeglass.log"
LARGEST_BYTES: Final = 200_000
KEPT_FILES: Final = 3
LINES_REMEMBERED: Final = 60
_LINE: Final = logging.Formatter("%(asctime)s %(levelname)s %(message)s")
_LEVELS: Final = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def default_folder() -> Path:
    """Where the platform keeps what a program writes for itself (needs the application's name)."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)) / "logs"


def about_system() -> str:
    """Versions and platform in one line."""
    return (
        f"Timeglass {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()} ({platform.machine()})"
    )


class _Remembering(logging.Handler):
    """Keeps the last lines, for a report; they are there even where no file can be written."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: deque[str] = deque(maxlen=LINES_REMEMBERED)
        self.setFormatter(_LINE)

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


class Log:
    """Writes the log from its making to :meth:`close`. Where the folder cannot be written, only memory is used."""

    def __init__(self, folder: Path) -> None:
        self.path: Path | None = folder / FILE_NAME
        self._remembering = _Remembering()
        self._handlers: list[logging.Handler] = [self._remembering]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            file = RotatingFileHandler(
                folder / FILE_NAME, maxBytes=LARGEST_BYTES, backupCount=KEPT_FILES, encoding="utf-8"
            )
        except OSError:
            self.path = None
        else:
            file.setFormatter(_LINE)
            file.handleError = lambda record: None  # type: ignore[method-assign]  # a full disk is no reason to stop
            self._handlers.append(file)
        for handler in self._handlers:
            LOG.addHandler(handler)
        self._propagated, self._level = LOG.propagate, LOG.level
        LOG.propagate = False
        LOG.setLevel(logging.INFO)
        self._qt_handler = qInstallMessageHandler(_on_qt_message)
        LOG.info("started: %s", about_system())

    @property
    def lines(self) -> tuple[str, ...]:
        """The last lines."""
        return tuple(self._remembering.lines)

    def fault(self, kind: str, way: list[str]) -> None:
        """Write down an error: its kind and the innermost places of its way."""
        LOG.error("fault: %s at %s", kind, " < ".join(reversed(way[-6:])) or "an unknown place")

    def close(self) -> None:
        """Write no more."""
        LOG.info("ended")
        qInstallMessageHandler(self._qt_handler)
        for handler in self._handlers:
            LOG.removeHandler(handler)
            handler.close()
        LOG.propagate = self._propagated
        LOG.setLevel(self._level)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """What Qt has to say goes into the log, and to standard error as ever."""
    # Qt quotes what it was handed: up to the first quotation or path it says what is wrong, behind that with what.
    LOG.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", re.split(r"[\"'/\\]", message, maxsplit=1)[0])
    if sys.stderr is not None and kind is not QtMsgType.QtDebugMsg:
        sys.stderr.write(f"{message}\n")
