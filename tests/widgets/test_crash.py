"""Faults of the program: told once, in words that can be handed on; the window stays."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeglass.widgets import log as logs
from timeglass.widgets.crash import FAULT_STATUS, LOGGED_AT_MOST, CrashGuard, guarded
from timeglass.widgets.log import FILE_NAME, LOG, Log

QUOTED = "what stands in a file"


@pytest.fixture
def guard(qapp: QApplication, tmp_path: Path) -> Iterator[CrashGuard]:
    made = CrashGuard(lambda: Log(tmp_path / "logs"))
    yield made
    made.remove()


def fail() -> None:
    raise ValueError(QUOTED)


def caught(guard: CrashGuard) -> None:
    try:
        fail()
    except ValueError as error:
        guard.catch(type(error), error, error.__traceback__)


def test_a_fault_opens_one_dialog_with_a_report(guard: CrashGuard, qtbot: QtBot, tmp_path: Path) -> None:
    caught(guard)
    caught(guard)
    qtbot.waitUntil(lambda: guard.dialog is not None)
    dialog = guard.dialog
    assert dialog is not None
    text = dialog.report.toPlainText()
    assert "Timeglass 0." in text
    assert "Fault: ValueError" in text
    assert "in fail" in text
    assert "started: Timeglass" in text
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == text
    dialog.go_on.click()
    qtbot.waitUntil(lambda: guard.dialog is None)
    caught(guard)  # a fault that comes with each frame is not told again
    qtbot.wait(20)
    assert guard.dialog is None
    assert (tmp_path / "logs" / FILE_NAME).is_file()


def test_neither_report_nor_log_holds_what_files_hold(guard: CrashGuard, qtbot: QtBot, tmp_path: Path) -> None:
    caught(guard)
    qtbot.waitUntil(lambda: guard.dialog is not None)
    assert guard.dialog is not None
    said = guard.dialog.report.toPlainText() + (tmp_path / "logs" / FILE_NAME).read_text(encoding="utf-8")
    assert QUOTED not in said
    assert str(Path.home()) + "/" not in said
    assert str(tmp_path) not in said


def test_faults_of_other_threads_and_of_timers_are_caught(guard: CrashGuard, qtbot: QtBot) -> None:
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: guard.dialog is not None)
    assert guard.dialog is not None
    guard.dialog.reject()
    sys.excepthook(KeyError, KeyError("x"), None)
    qtbot.waitUntil(lambda: guard.dialog is not None and "KeyError" in guard.dialog.report.toPlainText())


def test_the_log_does_not_fill_with_one_fault(guard: CrashGuard, qtbot: QtBot, tmp_path: Path) -> None:
    for _ in range(3 * LOGGED_AT_MOST):
        caught(guard)
    lines = (tmp_path / "logs" / FILE_NAME).read_text(encoding="utf-8").splitlines()
    assert sum("fault:" in line for line in lines) == LOGGED_AT_MOST


def test_hooks_are_put_back(qapp: QApplication, tmp_path: Path) -> None:
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    guard = CrashGuard(lambda: Log(tmp_path))
    assert sys.excepthook != before[0]
    guard.remove()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert not list(tmp_path.iterdir()), "nothing happened, and nothing was written"


def test_a_fault_before_the_window_is_told_too(qtbot: QtBot, tmp_path: Path) -> None:
    told: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(10, read)
            return
        told.append(dialog.windowTitle())
        dialog.close()

    def serve(guard: CrashGuard) -> int:
        QTimer.singleShot(0, read)
        raise RuntimeError(QUOTED)

    assert guarded(tmp_path, serve) == FAULT_STATUS
    assert told == ["A fault in Timeglass"]


def test_logs_rotate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "LARGEST_BYTES", 500)
    log = Log(tmp_path)
    for number in range(200):
        LOG.info("line %s", number)
    log.close()
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == [FILE_NAME, *(f"{FILE_NAME}.{number}" for number in range(1, logs.KEPT_FILES + 1))]
    assert all(path.stat().st_size <= 600 for path in tmp_path.iterdir())


def test_where_nothing_can_be_written_the_log_is_in_memory(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    log = Log(blocked / "logs")
    LOG.info("remembered")
    log.close()
    assert log.path is None
    assert any("remembered" in line for line in log.lines)


@pytest.mark.qt_no_exception_capture
def test_what_qt_says_goes_into_the_log_without_what_it_quotes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = Log(tmp_path)
    qWarning('QPixmap: cannot load "/home/somebody/private.png"')
    log.close()
    assert any("QPixmap: cannot load" in line for line in log.lines)
    assert not any("somebody" in line for line in log.lines)
    assert "private.png" in capsys.readouterr().err
