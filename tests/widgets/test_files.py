from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from timeglass import settings
from timeglass.settings import Settings
from timeglass.widgets.files import PROBLEMS
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.services import Opened
from timelines import little

MakeWindow = Callable[..., MainWindow]


class Wrong:
    """A problem as readers tell it."""

    severity, file, line, column, path, suggestion = "error", "x.yaml", 12, 3, "events[1].date", "1997"
    message = "no date"

    def __str__(self) -> str:
        return "x.yaml:12:3: error: no date"


def _open(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.files.shown):
        window.files.open(path)


def test_opens_in_the_background(window: MainWindow, qtbot: QtBot, tmp_path: Path, store: Settings) -> None:
    path = tmp_path / "six.yaml"
    with qtbot.waitSignal(window.files.shown):
        window.files.open(path)
        assert not window.stage.shows_timeline
        assert window.stage.message.title.text() == "Opening six.yaml"
    assert window.stage.shows_timeline
    assert len(window.session.timeline) == 6
    assert store.get(settings.RECENT_FILES) == (str(path),)
    menu = window.actions_by_name.submenus["recent"]
    window.files.fill_recent(menu)
    assert [action.text() for action in menu.actions()] == ["six.yaml"]


def test_a_wrong_file_gets_a_message_and_a_way_back(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.files.opener.refused):
        window.files.open(tmp_path / "bad.yaml")
    assert window.stage.message.title.text() == "bad.yaml cannot be opened."
    assert window.stage.message.words.text() == "bad.yaml is no timeline"
    window.grab()
    window.stage.show_timeline()
    assert len(window.session.timeline) == 12


def test_a_fault_is_told_apart_from_a_wrong_file(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.files.opener.refused):
        window.files.open(tmp_path / "broken.yaml")
    assert "RuntimeError: a fault" in window.stage.message.words.text()


def test_a_dropped_file_opens(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "six.yaml"))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(window.files.shown):
        window.dropEvent(event)


def test_problems_are_listed(make_window: MakeWindow) -> None:
    window = make_window(Opened(little(), [Wrong(), Wrong()]))
    assert window.notices.texts()[PROBLEMS].startswith("2 problems in this file")
    assert not window.problems.isVisible()
    window.actions_by_name["problems"].trigger()
    assert window.problems.isVisible()
    item = window.problems.tree.topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in range(5)] == ["Error", "12:3", "no date", "1997", "events[1].date"]
    window.problems.close_requested.emit()
    assert not window.problems.isVisible()


def test_a_file_comes_back_as_it_was_left(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "six.yaml"
    _open(window, path, qtbot)
    window.session.select_rows(np.array([2, 4], np.int32))
    window.session.navigator.set_grouping("actor")
    window.session.navigator.set_viewport(window.session.navigator.viewport.zoomed(3.0))
    window.search_box.ask("event")
    left = window.session.navigator.viewport
    _open(window, tmp_path / "other.yaml", qtbot)
    assert window.session.selected_count() == 0
    assert window.top_bar.search.text() == ""
    _open(window, path, qtbot)
    assert window.session.navigator.viewport == left
    assert window.session.selected_rows().tolist() == [2, 4]
    assert window.session.navigator.grouping == "actor"
    assert window.top_bar.search.text() == "event"


def test_a_file_without_events_has_its_own_state(make_window: MakeWindow) -> None:
    window = make_window(Opened(little(0)))
    assert not window.stage.shows_timeline
    assert "no events" in window.stage.message.title.text()
