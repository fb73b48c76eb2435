"""Whether a window could be seen."""

import socket
from pathlib import Path

import pytest

from devtools import display


def test_nothing_set() -> None:
    assert display.reason_for_none({}, "linux") == "no display: neither DISPLAY nor WAYLAND_DISPLAY leads to one"


@pytest.mark.parametrize("platform", ["darwin", "win32"])
def test_other_systems_have_a_screen(platform: str) -> None:
    assert display.reason_for_none({}, platform) is None


@pytest.mark.parametrize("name", ["offscreen", "minimal", "minimal:enable_fonts"])
def test_invisible_platforms(name: str) -> None:
    assert display.reason_for_none({"QT_QPA_PLATFORM": name}, "darwin") == f"QT_QPA_PLATFORM is {name.split(':')[0]}"


def test_another_platform_is_trusted() -> None:
    assert display.reason_for_none({"QT_QPA_PLATFORM": "vnc"}, "linux") is None


@pytest.mark.parametrize("name", [":4711", "unix:4711", ":4711.0", "127.0.0.1:59999.0", "no-display"])
def test_a_display_that_does_not_answer(name: str) -> None:
    assert display.reason_for_none({"DISPLAY": name}, "linux") == f"the display {name} does not answer"


def test_a_compositor_that_answers(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        settings = {"XDG_RUNTIME_DIR": str(tmp_path), "WAYLAND_DISPLAY": "wayland-7"}
        assert display.reason_for_none(settings, "linux") is None
        # Asked for X11 by name, a compositor is of no use.
        assert display.reason_for_none({**settings, "QT_QPA_PLATFORM": "xcb"}, "linux") is not None


def test_an_x_server_that_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(display, "connects", lambda path: asked.append(path) or path.startswith("\0"))
    assert display.reason_for_none({"DISPLAY": ":5.0"}, "linux") is None
    assert asked == ["/tmp/.X11-unix/X5", "\0/tmp/.X11-unix/X5"]
