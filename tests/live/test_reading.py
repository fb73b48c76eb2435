"""What takes long to be read again, or to be added: told with a bar, and given up when asked to."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressBar, QPushButton
from pytestqt.qtbot import QtBot

from live.conftest import load
from timeglass.widgets import live
from timeglass.widgets.background import TELLING_S
from timeglass.widgets.live import NOTICE
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.services import Opened, Tick
from timeline_texts import file_text

MakeWindow = Callable[[Path], MainWindow]


@pytest.fixture
def window(make_window: MakeWindow, file: Path, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(live, "SLOW_MS", 0)
    return make_window(file)


@pytest.fixture
def go_on(window: MainWindow) -> threading.Semaphore:
    """Reads half a file, waits for this, and reads the rest."""
    go_on = threading.Semaphore(0)

    def slow(path: Path, tick: Tick) -> Opened:
        tick(0.5)
        go_on.acquire(timeout=10)
        tick(0.9)
        return load(path)

    window.live._services = replace(window.live._services, load=slow)
    return go_on


def _told(window: MainWindow, qtbot: QtBot, text: str) -> None:
    qtbot.waitUntil(lambda: window.notices.texts().get(NOTICE) == text, timeout=5_000)


def _cancel(window: MainWindow) -> None:
    (button,) = [one for one in window.notices.findChildren(QPushButton) if one.text() == "Cancel"]
    button.click()


def test_a_long_reading_is_told_and_can_be_cancelled(
    window: MainWindow, file: Path, qtbot: QtBot, go_on: threading.Semaphore
) -> None:
    before = window.session.timeline
    file.write_text(file_text("e 1999 End"), encoding="utf-8")
    _told(window, qtbot, "Reading towns.yaml again")
    _cancel(window)
    assert NOTICE not in window.notices.texts()
    assert not window.live.busy
    go_on.release()
    qtbot.wait(50)
    assert window.session.timeline is before
    file.write_text(file_text("e 1999 End", "f 2001 Further"), encoding="utf-8")  # the next state is read as ever
    _told(window, qtbot, "Reading towns.yaml again")
    go_on.release()
    _told(window, qtbot, "The file has changed. Events: 2 added, 4 removed.")


def test_a_file_that_is_added_is_told_with_a_bar(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, go_on: threading.Semaphore
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(file_text("x 1999 End"), encoding="utf-8")
    window.live.add([other])
    _told(window, qtbot, "Reading other.yaml")
    bar = window.notices.findChild(QProgressBar)
    assert bar is not None
    qtbot.waitUntil(lambda: bar.maximum() == 0 or bar.value() == 500)
    qtbot.wait(round(1_000 * TELLING_S) + 10)
    go_on.release()
    _told(window, qtbot, "other.yaml was added: 1 event.")
    assert len(window.session.timeline) == 5


def test_another_file_in_the_window_does_not_end_its_being_watched(
    window: MainWindow, tmp_path: Path, file: Path, qtbot: QtBot, go_on: threading.Semaphore
) -> None:
    """A state that was being read when another file came is void; the next one is read all the same."""
    file.write_text(file_text("e 1999 End"), encoding="utf-8")
    _told(window, qtbot, "Reading towns.yaml again")
    other = tmp_path / "other.yaml"
    other.write_text(file_text("x 1999 End"), encoding="utf-8")
    with qtbot.waitSignal(window.files.shown):
        window.files.open(other)
    assert not window.live.busy
    go_on.release()
    other.write_text(file_text("x 1999 End", "y 2000 After"), encoding="utf-8")
    _told(window, qtbot, "Reading other.yaml again")
    go_on.release()
    _told(window, qtbot, "The file has changed. Events: 1 added.")
