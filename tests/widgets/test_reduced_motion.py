"""Less motion: asked of the system, or wished for in the menu."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeglass.widgets import reduced_motion
from timeglass.widgets.canvas.motion import PERSON_WANTS_LESS, SYSTEM_WANTS_LESS, motion_wanted
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.reduced_motion import ReducedMotion, files_ask_for_less


@pytest.fixture(autouse=True)
def _as_before(qapp: QApplication) -> Iterator[None]:
    yield
    for name in (SYSTEM_WANTS_LESS, PERSON_WANTS_LESS):
        qapp.setProperty(name, None)


def test_a_switch_in_the_menu(window: MainWindow) -> None:
    view, navigator = window.timeline_view, window.session.navigator
    assert motion_wanted()
    window.actions_by_name["less_motion"].setChecked(True)
    assert not motion_wanted()
    before = navigator.viewport.length
    view.zoom_in()
    assert navigator.viewport.length < before
    assert not view.motion.gliding
    window.actions_by_name["less_motion"].setChecked(False)
    assert motion_wanted()


@pytest.mark.parametrize(
    ("file", "text", "less"),
    [
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", True),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=1\n", False),
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", True),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=true\n", False),
        ("gtk-4.0/settings.ini", "\0\1 no settings", False),
        ("other", "", False),
    ],
)
def test_settings_files_of_desktops(tmp_path: Path, file: str, text: str, less: bool) -> None:
    path = tmp_path / file
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    assert files_ask_for_less(tmp_path) is less


@pytest.mark.skipif(sys.platform == "win32", reason="the tool is a script")
@pytest.mark.parametrize(
    ("platform", "tool", "said", "less"),
    [
        ("linux", "gsettings", "false", True),
        ("linux", "gsettings", "true", False),
        ("darwin", "defaults", "1", True),
        ("darwin", "defaults", "0", False),
    ],
)
def test_the_tool_of_a_system_is_asked(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    platform: str, tool: str, said: str, less: bool,
) -> None:  # fmt: skip
    script = tmp_path / tool
    script.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/asked\necho {said}\n')
    script.chmod(0o755)
    monkeypatch.setattr(QStandardPaths, "findExecutable", lambda name: str(tmp_path / name))
    monkeypatch.setattr(reduced_motion, "_config_folder", lambda: tmp_path)
    asking = ReducedMotion(qapp, platform)
    asking.ask()
    assert asking._process is not None
    qtbot.waitUntil(
        lambda: asking._process is not None and asking._process.exitCode() == 0 and not asking._process.state().value
    )
    qapp.processEvents()
    words = (tmp_path / "asked").read_text().split()
    assert words == list((reduced_motion.GNOME if platform == "linux" else reduced_motion.MACOS)[1:])
    assert motion_wanted() is not less
    asking.close()
    asking.deleteLater()


@pytest.mark.skipif(sys.platform == "win32", reason="the tool is a script")
def test_nobody_waits_for_a_tool_that_does_not_answer(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "gsettings"
    script.write_text("#!/bin/sh\nexec sleep 60\n")
    script.chmod(0o755)
    monkeypatch.setattr(QStandardPaths, "findExecutable", lambda name: str(tmp_path / name))
    monkeypatch.setattr(reduced_motion, "_config_folder", lambda: tmp_path)
    asking = ReducedMotion(qapp, "linux")
    asking.ask()
    assert asking._process is not None
    assert asking._process.waitForStarted()
    asking.close()
    assert not asking._process.state().value
    assert motion_wanted()
    asking.deleteLater()


def test_without_a_tool_and_on_windows(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QStandardPaths, "findExecutable", lambda name: "")
    monkeypatch.setattr(reduced_motion, "_config_folder", lambda: tmp_path)
    asking = ReducedMotion(qapp, "linux")
    asking.ask()
    assert motion_wanted()
    for animates in (True, False):
        monkeypatch.setattr(reduced_motion, "_windows_animates", lambda animates=animates: animates)
        ReducedMotion(qapp, "win32").ask()
        assert motion_wanted() is animates
