from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from timeglass.widgets.files import PROBLEMS
from timeglass.widgets.live import NOTICE
from timeglass.widgets.main_window import MainWindow
from timeline_texts import file_text

MakeWindow = Callable[[Path], MainWindow]
FOUR = ("a 1991 Arrival", "b 1993 Bridge", "c 1995 Council", "d 1997 Departure")


def _save(window: MainWindow, qtbot: QtBot, path: Path, content: str) -> str:
    """Save a file and wait until the window has said what it makes of it; returns that."""
    window.notices.clear(NOTICE)
    path.write_text(content, encoding="utf-8")
    qtbot.waitUntil(lambda: NOTICE in window.notices.texts(), timeout=5_000)
    return window.notices.texts()[NOTICE]


def _titles(window: MainWindow) -> list[object]:
    return [event.title for event in window.session.timeline.events]


def test_all_stays_as_it_stands(make_window: MakeWindow, file: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    session = window.session
    session.navigator.set_grouping("none")
    session.navigator.set_viewport(session.navigator.viewport.zoomed(1.7))
    session.select_rows(np.array([1, 3], np.int32))
    with qtbot.waitSignal(session.search.searched):
        window.search_box.ask("bridge")
    viewport = session.navigator.viewport
    said = _save(window, qtbot, file, file_text("new 1990 Before", *FOUR[:1], "b 1993 Broken bridge", *FOUR[3:]))
    assert said == "The file has changed. Events: 1 added, 1 removed, 1 altered."
    assert _titles(window) == ["Before", "Arrival", "Broken bridge", "Departure"]
    assert session.navigator.viewport == viewport
    assert session.navigator.grouping == "none"
    assert [session.timeline.events[row].id for row in session.selected_rows()] == ["b", "d"]
    assert session.timeline.events[session.current_row].id == "b"
    assert session.query == "bridge"
    qtbot.waitUntil(lambda: session.outcome is not None and session.outcome.rows.tolist() == [2])
    hits = session.navigator.hits
    assert hits is not None
    assert hits.tolist() == [2]
    assert window.stage.shows_timeline


def test_what_changed_is_marked_for_a_moment(make_window: MakeWindow, file: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    window.live._unmark.setInterval(300)
    _save(window, qtbot, file, file_text(*FOUR[:2], "c 1995 Great council", *FOUR[3:], "e 1999 End"))
    emphasis = window.timeline_view.emphasis
    assert emphasis.changed == {2, 4}
    plain = window.timeline_view.grab()
    window.live._select(window.session.timeline, np.array([2, 4], np.int32))
    assert window.session.selected_rows().tolist() == [2, 4]
    qtbot.waitUntil(lambda: not emphasis.changed)
    assert plain.toImage() != window.timeline_view.grab().toImage()


def test_the_marks_of_one_state_are_not_those_of_the_next(make_window: MakeWindow, file: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    _save(window, qtbot, file, file_text(*FOUR, "e 1999 End"))
    assert window.timeline_view.emphasis.changed == {4}
    before = window.session.timeline
    _save(window, qtbot, file, file_text(*FOUR[1:]))
    assert not window.timeline_view.emphasis.changed
    window.live._select(before, np.array([4], np.int32))
    assert not window.session.selected_count()


@pytest.mark.parametrize("broken", ["timeglass: 1\ntitle: [\n", "", "\0\0\0"])
def test_a_broken_save_keeps_the_last_good_state(
    make_window: MakeWindow, file: Path, qtbot: QtBot, broken: str
) -> None:
    window = make_window(file)
    said = _save(window, qtbot, file, broken)
    assert said == "towns.yaml as it is now cannot be read; its last good state stays."
    assert len(window.session.timeline) == 4
    assert window.stage.shows_timeline
    assert window.actions_by_name["problems"].isEnabled()
    assert window.problems.tree.topLevelItemCount() == 1
    said = _save(window, qtbot, file, file_text(*FOUR, "e 1999 End"))
    assert said == "The file has changed. Events: 1 added."
    assert not window.actions_by_name["problems"].isEnabled()


def test_a_half_written_file_is_held_back_until_it_is_whole(make_window: MakeWindow, file: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    whole = file_text(*FOUR, "e 1999 End")
    said = _save(window, qtbot, file, whole[: whole.index("title: Council")])
    assert said == "towns.yaml was saved with faults; its last good state stays."
    assert len(window.session.timeline) == 4
    assert window.problems.tree.topLevelItemCount() >= 1
    assert _save(window, qtbot, file, whole) == "The file has changed. Events: 1 added."
    assert len(window.session.timeline) == 5


def test_faults_may_be_passed_over(make_window: MakeWindow, file: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    faulty = file_text(*FOUR[:3], "d 1997-99-99 Departure")
    _save(window, qtbot, file, faulty)
    notice = window.notices._shown[NOTICE]
    buttons = {button.text(): button for button in notice.findChildren(QPushButton)}
    window.notices.clear(PROBLEMS)
    with qtbot.waitSignal(window.session.timeline_changed):
        buttons["Show what can be read"].click()
    assert len(window.session.timeline) == 3
    assert PROBLEMS in window.notices.texts()
    qtbot.waitUntil(lambda: NOTICE in window.notices.texts())
    assert window.notices.texts()[NOTICE] == "The file has changed. Events: 1 removed."
    said = _save(window, qtbot, file, file_text(*FOUR[:2], "d 1997-99-99 Departure"))  # no more faults than before
    assert said == "The file has changed. Events: 1 removed."


def test_a_save_without_a_change(make_window: MakeWindow, file: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    before = window.session.timeline
    with qtbot.waitSignal(window.live.watch.changed, timeout=3_000):
        file.write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
    qtbot.waitUntil(lambda: not window.live.busy)
    assert window.session.timeline is before
    assert _save(window, qtbot, file, file_text(*FOUR) + "# a comment\n") == (
        "The file was saved anew; all in it is the same."
    )
    said = _save(window, qtbot, file, file_text(*FOUR, title="Three towns"))
    assert said == "The file has changed; its events are the same."
    assert window.windowTitle().startswith("Three towns")


def test_a_file_that_is_gone_stays_on_the_screen(make_window: MakeWindow, file: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    file.unlink()
    qtbot.waitUntil(lambda: NOTICE in window.notices.texts(), timeout=5_000)
    assert window.notices.texts()[NOTICE] == "towns.yaml is no longer there; what was read of it stays."
    assert len(window.session.timeline) == 4


def test_changes_while_reading_wait(make_window: MakeWindow, file: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    file.write_text(file_text(*FOUR, "e 1999 End"), encoding="utf-8")
    window.live.read(file)
    file.write_text(file_text(*FOUR, "e 1999 End", "f 2001 More"), encoding="utf-8")
    window.live.read(file)
    window.live.read(file)
    qtbot.waitUntil(lambda: len(window.session.timeline) == 6, timeout=5_000)
    qtbot.waitUntil(lambda: not window.live.busy)


def test_all_selected_stays_all_selected(make_window: MakeWindow, file: Path, qtbot: QtBot) -> None:
    window = make_window(file)
    window.session.select_shown()
    _save(window, qtbot, file, file_text(*FOUR, "e 1999 End"))
    assert window.session.selected_count() == 5


def test_another_file_is_another_matter(make_window: MakeWindow, file: Path, qtbot: QtBot, tmp_path: Path) -> None:
    window = make_window(file)
    other = tmp_path / "other.yaml"
    other.write_text(file_text("x 2001 Else"), encoding="utf-8")
    with qtbot.waitSignal(window.files.shown):
        window.files.open(other)
    assert window.live.watch.paths == (other,)
    with qtbot.assertNotEmitted(window.session.timeline_changed, wait=500):
        file.write_text("nobody looks", encoding="utf-8")


def test_a_fault_of_the_program_is_told(make_window: MakeWindow, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = make_window(file)
    window.live._on_fault("RuntimeError: x", True)
    assert window.notices.texts()[NOTICE] == "The file could not be read again: RuntimeError: x"
