import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from timeglass.widgets import editor
from timeglass.widgets.editor import EDITORS, Place, cleaned, command_of, desktop_entry_for, start, wanted_editors
from timeglass.widgets.main_window import MainWindow

MakeWindow = Callable[[Path], MainWindow]
PLACE = Place(Path("/some folder/$(x); y.yaml").absolute(), 12, 3)


def _find(name: str) -> str | None:
    return None if "absent" in name else f"/opt/bin/{Path(name).name}"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["code", "--wait"], ["--wait", "-g", f"{PLACE.file}:12:3"]),
        (["/usr/bin/kate"], ["-l", "12", "-c", "3", str(PLACE.file)]),
        (["gedit"], ["+12", str(PLACE.file)]),
        (["emacsclient", "-n"], ["-n", "+12:3", str(PLACE.file)]),
        (["Notepad++.EXE"], ["-n12", "-c3", str(PLACE.file)]),
    ],
)
def test_an_editor_is_told_the_place(words: list[str], told: list[str]) -> None:
    command = command_of(words, PLACE, _find)
    assert command is not None
    assert command == [f"/opt/bin/{Path(words[0]).name}", *told]


@pytest.mark.parametrize("words", [[], ["vim"], ["nano", "-l"], ["emacs", "-nw"], ["rm", "-rf"]])
def test_what_needs_a_terminal_or_is_not_known_is_passed_over(words: list[str]) -> None:
    assert command_of(words, PLACE, _find) is None


def test_an_editor_that_is_not_there_is_passed_over() -> None:
    assert command_of(["code"], PLACE, lambda name: None) is None


def test_nothing_goes_through_a_shell() -> None:
    assert command_of(["code"], PLACE, lambda name: "C:/bin/code.CMD") is None
    for name in EDITORS:
        command = command_of([name], PLACE, _find)
        assert command is not None
        assert sum(str(PLACE.file) in part for part in command) == 1


def test_a_program_beside_the_file_is_not_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    assert command_of(["code"], PLACE, lambda name: str(tmp_path / name)) is None
    monkeypatch.setenv("PATH", str(tmp_path))
    assert command_of(["code"], PLACE, lambda name: str(tmp_path / name)) is not None


def test_an_unknown_place_is_the_first() -> None:
    assert command_of(["geany"], Place(Path("/x.yaml").absolute()), _find) == [
        *("/opt/bin/geany", "-l", "1", "--column", "1", str(Path("/x.yaml").absolute()))
    ]


def test_what_the_person_wants_comes_first() -> None:
    environment = {"VISUAL": "code --wait", "EDITOR": "'vim"}
    assert [*wanted_editors(environment, "org.gnome.TextEditor.desktop\n")] == [
        ["code", "--wait"],
        ["gnome-text-editor"],
    ]
    assert [*wanted_editors({}, "")] == [[], [], []]
    assert [*wanted_editors({}, "org.kde.kate.desktop")][-1] == ["kate"]


def test_the_desktop_is_asked_where_it_can_be(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["", "org.kde.kate.desktop\n"])

    def run(command: list[str], **more: object) -> subprocess.CompletedProcess[str]:
        assert command[1:3] == ["query", "default"]
        return subprocess.CompletedProcess(command, 0, next(answers), "")

    monkeypatch.setattr(editor.sys, "platform", "linux")
    monkeypatch.setattr(editor.shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(editor.subprocess, "run", run)
    assert desktop_entry_for(Path("x.yaml")) == "org.kde.kate.desktop"

    def fail(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("xdg-mime", 2.0)

    monkeypatch.setattr(editor.subprocess, "run", fail)
    assert desktop_entry_for(Path("x.yaml")) == ""
    monkeypatch.setattr(editor.subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 4, "", ""))
    assert desktop_entry_for(Path("x.yaml")) == ""
    monkeypatch.setattr(editor.sys, "platform", "darwin")
    assert desktop_entry_for(Path("x.yaml")) == ""


def test_a_packaged_program_keeps_its_libraries_to_itself() -> None:
    own = Path("/opt/timeglass/_internal").absolute()
    environment = {
        "LD_LIBRARY_PATH": str(own),
        "LD_LIBRARY_PATH_ORIG": "/usr/lib/x",
        "QT_PLUGIN_PATH": os.pathsep.join([str(own / "plugins"), "/usr/plugins"]),
        "DYLD_LIBRARY_PATH": str(own / "lib"),
        "HOME": "/home/someone",
    }
    assert cleaned(environment, own) == {
        "LD_LIBRARY_PATH": "/usr/lib/x",
        "QT_PLUGIN_PATH": "/usr/plugins",
        "HOME": "/home/someone",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="the editor of this test is a script")
def test_an_editor_starts_with_the_place(
    make_window: MakeWindow, file: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = tmp_path / "told.txt"
    program = tmp_path / "kate"
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > "{told}.part" && mv "{told}.part" "{told}"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(editor, "desktop_entry_for", lambda path: "")
    monkeypatch.setenv("VISUAL", f"'{program}'")
    window = make_window(file)
    window.problems.place_requested.emit(str(file), 7, 5)
    assert QGuiApplication.clipboard().text() == f"{file}:7"
    assert window.notices.texts()["place"] == "towns.yaml:7 is on the clipboard, and kate opens it."
    qtbot.waitUntil(told.is_file, timeout=5_000)
    assert told.read_text() == f"-l|7|-c|5|{file}|"
    assert not start([str(tmp_path / "absent")])


def test_without_an_editor_the_system_opens_the_file_if_it_is_a_timeline(
    make_window: MakeWindow, file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    opened: list[str] = []
    monkeypatch.setattr("timeglass.widgets.editor.open_in_editor", lambda place: "")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    window = make_window(file)
    window.problems.place_requested.emit(str(file), 0, 0)
    assert QGuiApplication.clipboard().text() == str(file)
    program = tmp_path / "towns.bat"
    program.write_text("timeglass: 1")
    window.problems.place_requested.emit(str(program), 1, 1)
    window.problems.place_requested.emit(str(tmp_path / "gone.yaml"), 3, 1)
    assert opened == [str(file), str(tmp_path)]
    assert window.notices.texts()["place"] == "gone.yaml:3 is on the clipboard; the file is no longer there."


def test_no_editor_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(editor, "desktop_entry_for", lambda path: "")
    monkeypatch.setenv("VISUAL", "vim")
    monkeypatch.setenv("EDITOR", "nano")
    assert editor.open_in_editor(PLACE) == ""


def test_a_click_on_a_problem_asks_once(make_window: MakeWindow, file: Path, qtbot: QtBot, tmp_path: Path) -> None:
    faulty = tmp_path / "faulty.yaml"
    faulty.write_text(file.read_text(encoding="utf-8").replace("1993", "1993-99").replace("1997", "x"), "utf-8")
    window = make_window(faulty)
    panel = window.problems
    panel.place_requested.disconnect()
    asked: list[tuple[str, int]] = []
    panel.place_requested.connect(lambda name, line, column: asked.append((name, line)))
    window.actions_by_name["problems"].trigger()
    QGuiApplication.processEvents()
    first, second = panel.tree.topLevelItem(0), panel.tree.topLevelItem(1)
    assert first is not None
    assert second is not None
    for item in (first, second):
        middle = panel.tree.visualItemRect(item).center()
        qtbot.mouseClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=middle)
        qtbot.mouseDClick(panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    lines = faulty.read_text(encoding="utf-8").splitlines()
    assert asked == [
        (str(faulty), lines.index("    date: 1993-99") + 1),
        (str(faulty), lines.index("    date: x") + 1),
    ]
    first.setSelected(True)
    panel.tree.itemClicked.emit(first, 0)
    assert len(asked) == 2
    panel._asking.invalidate()
    panel.tree.itemActivated.emit(second, 0)
    assert len(asked) == 3
