"""The set-up of the environment: each step once, and healing wherever it is interrupted."""

from pathlib import Path

import pytest

from devtools import environment, places, stamp
from devtools.say import Stop
from devtools.stamp import Step


class Builder:
    """Stands in for venv and pip, and stops where it is told to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.done: list[str] = []
        self.stop_before = ""

    def _step(self, name: str) -> None:
        if self.stop_before == name:
            raise KeyboardInterrupt
        self.done.append(name)

    def create(self, folder: Path) -> None:
        environment.clear(folder)
        folder.mkdir()
        (folder / stamp.MARK).touch()
        self._step("create")
        python = places.python_in(folder)
        python.parent.mkdir(parents=True)
        python.touch()

    def install(self, folder: Path, groups: tuple[str, ...]) -> None:
        self._step(f"install {' '.join(groups)}")
        packages = folder / "lib" / "python3.11" / "site-packages"
        packages.mkdir(parents=True, exist_ok=True)
        for group in groups:
            (packages / group).mkdir(exist_ok=True)

    def install_project(self, folder: Path) -> None:
        self._step("project")
        (folder / "lib" / "python3.11" / "site-packages" / "timeglass.pth").touch()

    def ready(self, *groups: str) -> list[str]:
        """Ask for an environment; returns what was done for it."""
        self.done.clear()
        environment.ready(groups)
        return list(self.done)


@pytest.fixture
def builder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    builder = Builder(tmp_path / "venv")
    monkeypatch.setenv("TIMEGLASS_VENV", str(builder.folder))
    for name in ("create", "install", "install_project"):
        monkeypatch.setattr(environment, name, getattr(builder, name))
    return builder


def test_made_once(builder: Builder) -> None:
    assert builder.ready("run") == ["create", "install run", "project"]
    assert builder.ready("run") == []


def test_tools_are_added_and_serve_running_too(builder: Builder) -> None:
    builder.ready("run")
    assert builder.ready("run", "dev") == ["install run dev", "project"]
    assert builder.ready("run") == []
    assert builder.ready("run", "dev") == []


def test_a_change_of_the_project_file_installs_only_the_project(
    builder: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = tmp_path / "pyproject.toml"
    project.write_text("one")
    monkeypatch.setattr(places, "PROJECT_FILE", project)
    builder.ready("run")
    project.write_text("two")
    assert builder.ready("run") == ["project"]


def test_a_change_of_the_lock_makes_it_again(builder: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("one")
    monkeypatch.setattr(places, "LOCKS", {"run": lock})
    builder.ready("run")
    lock.write_text("two")
    assert builder.ready("run") == ["create", "install run", "project"]


@pytest.mark.parametrize(
    ("moment", "healing"),
    [
        ("create", ["create", "install run", "project"]),
        ("install run", ["create", "install run", "project"]),
        ("project", ["project"]),
    ],
)
def test_an_interruption_is_healed(builder: Builder, moment: str, healing: list[str]) -> None:
    builder.stop_before = moment
    with pytest.raises(KeyboardInterrupt):
        builder.ready("run")
    builder.stop_before = ""
    assert builder.ready("run") == healing
    assert builder.ready("run") == []


def test_what_was_deleted_is_noticed(builder: Builder) -> None:
    builder.ready("run")
    (builder.folder / "lib" / "python3.11" / "site-packages" / "run").rmdir()
    assert builder.ready("run")[0] == "create"
    places.python_in(builder.folder).unlink()
    assert builder.ready("run")[0] == "create"


def test_a_foreign_environment_is_moved_aside(builder: Builder, capsys: pytest.CaptureFixture[str]) -> None:
    builder.folder.mkdir()
    (builder.folder / "precious").write_text("mine")
    builder.ready("run")
    assert (builder.folder.with_name("venv.1") / "precious").read_text() == "mine"
    assert "moved to" in capsys.readouterr().err


def test_an_empty_folder_is_taken(builder: Builder) -> None:
    builder.folder.mkdir()
    builder.ready("run")
    assert not builder.folder.with_name("venv.1").exists()


def test_nothing_is_done_twice_when_another_process_was_faster(builder: Builder) -> None:
    want = stamp.wanted(("run",))
    builder.ready("run")
    builder.done.clear()
    environment.set_up(builder.folder, want, environment.state(builder.folder, want))
    assert builder.done == []
    assert environment.state(builder.folder, want) is Step.NOTHING


def test_pip_failing_stops_with_one_text() -> None:
    with pytest.raises(Stop, match="could not be installed"):
        environment.run_pip(["python3", "-c", "raise SystemExit(3)"], "the dependencies could not be installed")
