from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from timeglass.widgets.files import PROBLEMS
from timeglass.widgets.live import NOTICE
from timeglass.widgets.main_window import MainWindow
from timeline_texts import file_text

MakeWindow = Callable[[Path], MainWindow]


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "ships.yaml"
    path.write_text(file_text("a 1992 Anchor", "z 2010 Zenith", title="Ships", category="sail"), encoding="utf-8")
    return path


def _add(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(window.session.timeline_changed, timeout=5_000):
        window.live.add([path])


def _ids(window: MainWindow) -> list[str]:
    return [event.id for event in window.session.timeline.events]


def _offer(window: MainWindow, words: str) -> QPushButton:
    buttons = window.notices._shown[NOTICE].findChildren(QPushButton)
    return next(button for button in buttons if button.text() == words)


def test_a_file_is_added_as_further_lanes(make_window: MakeWindow, file: Path, other: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    window.session.select_only(1)
    viewport = window.session.navigator.viewport
    _add(window, qtbot, other)
    assert _ids(window) == ["a", "a — ships", "b", "c", "d", "z"]
    assert window.session.selected_rows().tolist() == [2]
    assert window.session.navigator.viewport == viewport
    assert [lane.label for lane in window.timeline_view.builder().index.lanes.lanes] == ["Deeds", "Sails — ships"]
    assert window.windowTitle().startswith("Two towns")
    assert window.notices.texts()[NOTICE] == "ships.yaml was added: 2 events."
    assert window.live.paths == window.live.watch.paths == (file, other)
    window.session.select_only(5)
    window.details.refresh()
    assert "ships.yaml" in window.details.page.toPlainText()
    _offer(window, "Show all of it").click()
    qtbot.waitUntil(lambda: window.session.navigator.viewport.end > window.session.timeline.span.end)


def test_what_was_added_can_be_taken_out(make_window: MakeWindow, file: Path, other: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    _add(window, qtbot, other)
    with qtbot.waitSignal(window.session.timeline_changed, timeout=5_000):
        _offer(window, "Take it out again").click()
    assert _ids(window) == ["a", "b", "c", "d"]
    assert window.live.watch.paths == (file,)
    window.live.take_out(file)  # the only one stays
    assert window.live.paths == (file,)


def test_each_of_the_files_lives(make_window: MakeWindow, file: Path, other: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    _add(window, qtbot, other)
    window.notices.clear(NOTICE)
    other.write_text(file_text("z 2010 Great zenith", title="Ships", category="sail"), encoding="utf-8")
    qtbot.waitUntil(lambda: NOTICE in window.notices.texts(), timeout=5_000)
    assert window.notices.texts()[NOTICE] == "The file has changed. Events: 1 removed, 1 altered."
    assert _ids(window) == ["a", "b", "c", "d", "z"]
    window.notices.clear(NOTICE)
    other.write_text("no timeline: [", encoding="utf-8")
    qtbot.waitUntil(lambda: NOTICE in window.notices.texts(), timeout=5_000)
    assert window.notices.texts()[NOTICE].startswith("ships.yaml as it is now cannot be read")
    assert len(window.session.timeline) == 5


def test_f5_reads_all_of_them_again(make_window: MakeWindow, file: Path, other: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    _add(window, qtbot, other)
    window.live.watch.close()
    other.write_text(file_text("y 2012 Yard", title="Ships", category="sail"), encoding="utf-8")
    with qtbot.waitSignal(window.session.timeline_changed, timeout=5_000):
        window.actions_by_name["reload"].trigger()
    assert _ids(window) == ["a", "b", "c", "d", "y"]
    qtbot.waitUntil(lambda: not window.live.busy)


def test_what_is_no_timeline_is_not_added(make_window: MakeWindow, file: Path, qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(file)
    window.live.add([tmp_path / "absent.yaml"])
    qtbot.waitUntil(lambda: NOTICE in window.notices.texts(), timeout=5_000)
    assert window.notices.texts()[NOTICE].startswith("absent.yaml cannot be added: ")
    assert window.live.paths == (file,)


def test_problems_of_all_files_are_listed(make_window: MakeWindow, file: Path, other: Path, qtbot: QtBot) -> None:
    other.write_text(other.read_text(encoding="utf-8").replace("2010", "2010-99"), encoding="utf-8")
    window = make_window(file)
    _add(window, qtbot, other)
    assert PROBLEMS in window.notices.texts()
    item = window.problems.tree.topLevelItem(0)
    assert item is not None
    assert item.text(1) == "10:11"
    window.live.watch.close()
    file.write_text(file.read_text(encoding="utf-8").replace("1991", "1991-99"), encoding="utf-8")
    window.live.read(file)
    with qtbot.waitSignal(window.session.timeline_changed, timeout=5_000):
        qtbot.waitUntil(lambda: "with faults" in window.notices.texts().get(NOTICE, ""), timeout=5_000)
        _offer(window, "Show what can be read").click()
    items = [window.problems.tree.topLevelItem(place) for place in range(2)]
    assert [item.text(1) for item in items if item is not None] == ["towns.yaml:6:11", "ships.yaml:10:11"]
    qtbot.waitUntil(lambda: not window.live.busy)


@pytest.mark.parametrize("key", [Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier])
def test_dropping_with_a_key_adds(
    make_window: MakeWindow, file: Path, other: Path, qtbot: QtBot, key: Qt.KeyboardModifier
) -> None:
    window = make_window(file)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(other))])
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, key)
    with qtbot.waitSignal(window.session.timeline_changed, timeout=5_000):
        window.dropEvent(event)
    assert window.live.paths == (file, other)


def test_the_menu_adds(
    make_window: MakeWindow, file: Path, other: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(file)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(other)], ""))
    with qtbot.waitSignal(window.session.timeline_changed, timeout=5_000):
        window.actions_by_name["add"].trigger()
    assert len(window.session.timeline) == 6


def test_an_empty_window_opens_what_is_added(make_window: MakeWindow, file: Path, other: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    window.live._parts.clear()
    with qtbot.waitSignal(window.files.shown, timeout=5_000):
        window.live.add([other])
    assert window.files.path == other
    window.live.add([])
