"""``dev.py run`` with and without a screen."""

import subprocess
from pathlib import Path

import pytest

from devtools import display, environment, launch, places, system
from devtools.launch import Wish
from devtools.say import Stop

PYTHON = Path("/somewhere/.venv/bin/python")


@pytest.mark.parametrize(
    ("arguments", "wish"),
    [
        ([], Wish(None, None)),
        (["a.timeglass.yaml"], Wish("a.timeglass.yaml", None)),
        (["a.yaml", "b.yaml"], Wish("a.yaml", None)),
        (["--search", "kyiv", "a.yaml"], Wish("a.yaml", "kyiv")),
        (["--search=kyiv", "--goto", "1997"], Wish(None, "kyiv")),
        (["--goto=1997", "a.yaml"], Wish("a.yaml", None)),
        (["--search"], Wish(None, "")),
    ],
)
def test_wish(arguments: list[str], wish: Wish) -> None:
    assert launch.wish(arguments) == wish


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[list[str]]:
    """What would have been started; nothing is."""
    made: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        made.append(command)
        return subprocess.CompletedProcess(command, 0, "")

    monkeypatch.setattr(launch.subprocess, "run", run)
    monkeypatch.setattr(launch, "hand_over", lambda command: made.append(command) or 7)
    monkeypatch.setattr(environment, "ready", lambda _: PYTHON)
    monkeypatch.setattr(system, "need_libraries", lambda **_: None)
    monkeypatch.setattr(display, "reason_for_none", lambda: "no display")
    monkeypatch.setattr(places, "BUILD", tmp_path / "build")
    return made


def test_a_screen_gets_the_window(calls: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "reason_for_none", lambda: None)
    assert launch.run(["a.yaml"]) == 7
    assert calls == [[str(PYTHON), "-m", "timeglass", "a.yaml"]]


@pytest.mark.parametrize("name", ["check", "search", "export", "convert", "render", "--version", "--help"])
def test_what_needs_no_screen_is_passed_on(calls: list[list[str]], name: str) -> None:
    assert launch.run([name, "x"]) == 7
    assert calls == [[str(PYTHON), "-m", "timeglass", name, "x"]]


def test_without_a_screen_a_picture_and_a_pdf(
    calls: list[list[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "timeglass.png").write_text("from an earlier call")
    assert launch.run([]) == 0
    assert not (tmp_path / "build" / "timeglass.png").exists(), "pictures are not overwritten"
    picture, paper = str(tmp_path / "build" / "timeglass.png"), str(tmp_path / "build" / "ukraine-nato.pdf")
    assert [call[3:] for call in calls] == [["render", "-o", picture], ["export", "-o", paper, "--force"]]
    told = capsys.readouterr()
    assert told.out.splitlines() == [picture, paper]
    assert len(told.err.splitlines()) == 1


def test_without_a_screen_the_file_that_was_asked_for(calls: list[list[str]], tmp_path: Path) -> None:
    assert launch.run(["my/own.timeglass.yaml", "--search", "peace"]) == 0
    picture, paper = str(tmp_path / "build" / "own.png"), str(tmp_path / "build" / "own.pdf")
    assert calls[0][3:] == ["render", "my/own.timeglass.yaml", "-o", picture]
    assert calls[1][3:] == ["export", "my/own.timeglass.yaml", "-o", paper, "--force", "--query", "peace"]


@pytest.mark.usefixtures("calls")
def test_a_call_that_fails_gives_its_status(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], 3, ""))
    with pytest.raises(Stop) as stop:
        launch.run([])
    assert stop.value.status == 3


def test_a_second_start_need_not_compile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    environment.keep_bytecode()
    environment.keep_bytecode()
    assert "PYTHONDONTWRITEBYTECODE" not in launch.os.environ
