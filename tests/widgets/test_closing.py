"""Closing a window in the midst of an export or a print, and quitting."""

import threading
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from timeglass.settings import Settings
from timeglass.widgets.export_dialog import ExportDialog
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.services import Cancelled, ExportRequest
from timelines import little
from widgets.conftest import MakeWindow, Written
from widgets.test_printing import a_printer

PATIENCE_S = 30


class Work:
    """Goes on until it is cancelled or let go."""

    def __init__(self) -> None:
        self.began = threading.Event()
        self.may_end = threading.Event()
        self.was_cancelled = False

    def __call__(self, cancelled: Cancelled) -> None:
        self.began.set()
        until = time.monotonic() + PATIENCE_S
        while not self.may_end.is_set() and not self.was_cancelled and time.monotonic() < until:
            self.was_cancelled = cancelled()
            time.sleep(0.005)


@pytest.fixture
def work(written: Written) -> Work:
    """What every export is busy with."""
    written.hold = made = Work()
    return made


def _print(window: MainWindow, path: Path, work: Work) -> None:
    timeline = little(5)
    request = ExportRequest(timeline=timeline, rows=timeline.columns.start_earliest.argsort())
    window.dialogs.printing.print(a_printer(path, request), request)
    assert work.began.wait(PATIENCE_S)


def _press(window: MainWindow, words: str) -> None:
    question = window.closing.question
    assert question is not None
    (button,) = (one for one in question.findChildren(QPushButton) if one.text() == words)
    button.click()


def test_an_export_is_cancelled_and_the_window_closes(
    window: MainWindow, store: Settings, tmp_path: Path, work: Work
) -> None:
    path = tmp_path / "out.csv"
    dialog = ExportDialog(window.session, window.services, store, window, lambda *_: str(path))
    window.dialogs.open(dialog)
    dialog.start()
    assert work.began.wait(PATIENCE_S)
    assert window.close()
    assert work.was_cancelled
    assert not path.exists()


def test_amid_a_print_it_asks_and_may_stay(window: MainWindow, tmp_path: Path, work: Work, qtbot: QtBot) -> None:
    _print(window, tmp_path / "p.pdf", work)
    assert not window.close()
    first = window.closing.question
    assert not window.close()
    assert window.closing.question is first
    _press(window, "Keep the window open")
    with qtbot.waitSignal(window.dialogs.printing.finished):
        work.may_end.set()
    assert window.isVisible()
    assert not work.was_cancelled
    assert window.close()


def test_amid_a_print_it_may_stop_and_close(window: MainWindow, tmp_path: Path, work: Work, qtbot: QtBot) -> None:
    _print(window, tmp_path / "p.pdf", work)
    assert not window.close()
    with qtbot.waitSignal(window.closed):
        _press(window, "Stop printing and close")
    assert work.was_cancelled
    assert not (tmp_path / "p.pdf").exists()


def test_it_closes_by_itself_when_all_is_printed(window: MainWindow, tmp_path: Path, work: Work, qtbot: QtBot) -> None:
    _print(window, tmp_path / "p.pdf", work)
    assert not window.close()
    with qtbot.waitSignal(window.closed):
        work.may_end.set()
    assert (tmp_path / "p.pdf").exists()


def test_quit_closes_every_window(make_window: MakeWindow, qtbot: QtBot) -> None:
    first, second = make_window(), make_window()
    with qtbot.waitSignals([first.closed, second.closed]):
        first.actions_by_name["quit"].trigger()
    assert not any(isinstance(one, MainWindow) and one.isVisible() for one in QApplication.topLevelWidgets())
