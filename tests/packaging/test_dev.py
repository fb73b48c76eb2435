"""The tool itself: its commands, its checks, and that older Pythons can read it."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from devtools import checks, freeze, launch, main, places
from devtools.checks import Check
from devtools.say import Stop

DEV = places.PACKAGING / "dev.py"


def test_an_older_python_can_read_it_and_be_told() -> None:
    ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_it_stands_on_the_standard_library_alone() -> None:
    ours = {"devtools"}
    for path in (DEV, *(places.PACKAGING / "devtools").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert name.split(".")[0] in ours | sys.stdlib_module_names, f"{path.name} imports {name}"


@pytest.mark.parametrize("arguments", [[], ["dance"], ["build", "--sideways"]])
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    done = subprocess.run([sys.executable, DEV, *arguments], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "usage: dev.py" in done.stderr
    assert "Traceback" not in done.stderr


def test_arguments_are_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[list[str]] = []
    monkeypatch.setattr(launch, "run", lambda rest: taken.append(rest) or 5)
    assert main.main(["run", "--help", "--search", "x"]) == 5
    assert taken == [["--help", "--search", "x"]]


def test_a_stop_is_one_text_and_a_status(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(_: list[str]) -> int:
        raise Stop("it cannot be", 3)

    monkeypatch.setattr(launch, "run", stop)
    assert main.main(["run"]) == 3
    assert capsys.readouterr().err == "timeglass: it cannot be\n"


def test_an_interruption_is_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(checks, "test", interrupt)
    assert main.main(["test"]) == 130
    assert "interrupted" in capsys.readouterr().err


def test_a_failing_check_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    good = Check("good", [sys.executable, "-c", "print('fine')"])
    bad = Check("bad", [sys.executable, "-c", "raise SystemExit('broken')"])
    assert checks.run_static([good, bad]) == ["bad"]
    assert capsys.readouterr().out.splitlines() == ["== good", "fine", "== bad", "broken"]


@pytest.mark.parametrize(("failed", "tests", "status"), [([], 0, 0), (["lint"], 0, 1), ([], 1, 1), (["lint"], 5, 5)])
def test_one_failure_is_enough(monkeypatch: pytest.MonkeyPatch, failed: list[str], tests: int, status: int) -> None:
    monkeypatch.setattr(checks.environment, "ready", lambda _: Path(sys.executable))
    monkeypatch.setattr(checks.system, "need_libraries", lambda **_: None)
    monkeypatch.setattr(checks.system, "want_test_programs", lambda *_: None)
    monkeypatch.setattr(checks, "run_static", lambda _: failed)
    monkeypatch.setattr(checks.subprocess, "run", lambda *_, **__: subprocess.CompletedProcess([], tests))
    assert checks.test([]) == status


def test_what_ci_runs_is_this_tool() -> None:
    script = places.ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert "packaging/dev.py test" in script.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("platform", "onefile", "name"),
    [
        ("linux", False, "timeglass/timeglass"),
        ("linux", True, "timeglass-0.1.0-linux"),
        ("win32", False, "timeglass/timeglass.exe"),
        ("win32", True, "timeglass-0.1.0-win32.exe"),
        ("darwin", False, "Timeglass.app/Contents/MacOS/timeglass"),
    ],
)
def test_the_built_program_is_found(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, onefile: bool, name: str
) -> None:
    monkeypatch.setattr(freeze.sys, "platform", platform)
    for other in ("timeglass-0.1.0-linux-x86_64.tar.xz", "timeglass-0.1.0-setup.exe", "timeglass_0.1.0_amd64.deb"):
        (tmp_path / other).touch()
    with pytest.raises(Stop):
        freeze.program_in(tmp_path, onefile=onefile)
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).touch()
    assert freeze.program_in(tmp_path, onefile=onefile) == tmp_path / name
