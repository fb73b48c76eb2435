import threading
import time
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from timeglass.settings import Settings
from timeglass.widgets.export_dialog import ExportDialog
from timeglass.widgets.export_scope import scopes_of
from timeglass.widgets.goto_dialog import GotoDialog
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.services import Cancelled


def _dialog(window: MainWindow, store: Settings, path: Path) -> ExportDialog:
    return ExportDialog(window.session, window.services, store, window, lambda *_: str(path))


def test_scopes_count_what_they_hold(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select_rows(np.array([1, 2], np.int32))
    window.search_box.ask("event 1")
    qtbot.waitUntil(lambda: window.session.outcome is not None)
    assert [(scope.key, len(scope.rows)) for scope in scopes_of(window.session)] == [
        ("selected", 2), ("found", 3), ("view", 12), ("all", 12),
    ]  # fmt: skip


def test_exports_what_is_selected(window: MainWindow, store: Settings, tmp_path: Path, qtbot: QtBot, written) -> None:  # type: ignore[no-untyped-def]
    window.session.select_rows(np.array([1, 2, 5], np.int32))
    dialog = _dialog(window, store, tmp_path / "out")
    dialog.options.paper.setCurrentIndex(dialog.options.paper.findData("a3"))
    with qtbot.waitSignal(dialog.progress.finished):
        dialog.start()
    assert (tmp_path / "out.pdf").read_text() == "3"
    request = written.requests[0]
    assert request.rows.tolist() == [1, 2, 5]
    assert (request.format_name, request.paper, request.title) == ("pdf", "a3", "Two towns")
    assert dialog.progress.heading.text() == "3 events exported, 3 pages"
    assert str(tmp_path / "out.pdf") in dialog.progress.words.text()
    dialog.accept()
    again = _dialog(window, store, tmp_path / "out")
    assert again.options.paper.currentData() == "a3"
    again.reject()
    again.close_down()


def test_formats_without_pages_have_no_paper(window: MainWindow, store: Settings, tmp_path: Path) -> None:
    dialog = _dialog(window, store, tmp_path / "out.csv")
    dialog.show()
    assert dialog.options.paper.isVisible()
    dialog.options.format.setCurrentIndex(dialog.options.format.findData("csv"))
    assert not dialog.options.paper.isVisible()
    dialog.reject()


def test_an_export_can_be_cancelled(window: MainWindow, store: Settings, tmp_path: Path, qtbot: QtBot, written) -> None:  # type: ignore[no-untyped-def]
    began = threading.Event()

    def hold(cancelled: Cancelled) -> None:
        began.set()
        until = time.monotonic() + 5
        while not cancelled() and time.monotonic() < until:
            time.sleep(0.005)

    written.hold = hold
    dialog = _dialog(window, store, tmp_path / "out.pdf")
    dialog.start()
    began.wait(5)
    qtbot.waitUntil(lambda: dialog.progress.bar.value() == 500)
    dialog.progress.cancel.click()
    qtbot.waitUntil(lambda: dialog.progress.heading.text() == "Cancelled")
    assert not (tmp_path / "out.pdf").exists()
    dialog.reject()


def test_a_failure_is_told_in_one_line(window: MainWindow, store: Settings, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = _dialog(window, store, tmp_path / "nowhere" / "out.pdf")
    dialog.start()
    qtbot.waitUntil(lambda: dialog.progress.heading.text() == "Nothing was exported")
    assert "No such file" in dialog.progress.words.text()
    dialog.progress.back_requested.emit()
    assert dialog.pages.currentIndex() == 0
    dialog.reject()


def test_going_to_a_date(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["go_to"].trigger()
    dialog = window.dialogs.current
    assert isinstance(dialog, GotoDialog)
    QTest.keyClicks(dialog.edit, "May 1993")
    assert dialog.list.item(0).text() == "Go to May 1993"
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "1993" in window.top_bar.range.text() or "1992" in window.top_bar.range.text())
    assert window.dialogs.current is None


def test_going_to_an_event_by_words_of_its_title(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["go_to"].trigger()
    dialog = window.dialogs.current
    assert isinstance(dialog, GotoDialog)
    QTest.keyClicks(dialog.edit, "meeting")
    assert "The great meeting" in dialog.list.item(0).text()
    QTest.keyClick(dialog.edit, Qt.Key.Key_Return)
    assert window.session.current_row == 2


def test_a_reason_is_given_where_nothing_fits(window: MainWindow) -> None:
    window.actions_by_name["go_to"].trigger()
    dialog = window.dialogs.current
    assert isinstance(dialog, GotoDialog)
    dialog.edit.setText("zzz")
    assert dialog.list.count() == 0
    assert dialog.hint.text()
    dialog.accept()
    assert window.dialogs.current is dialog
    dialog.reject()


def test_keys_and_about_open_and_close(window: MainWindow) -> None:
    for key in ("keys", "about"):
        window.actions_by_name[key].trigger()
        assert window.dialogs.current is not None
        window.dialogs.current.accept()
        assert window.dialogs.current is None
