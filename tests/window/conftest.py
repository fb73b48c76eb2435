"""A screen for all tests with a real window, and a program on it for each."""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from window.screen import PROGRAMS, Program, Screen

Start = Callable[..., Program]


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if sys.platform != "linux" or missing:
        pytest.skip(f"a screen of its own needs Linux and {', '.join(missing)}")
    folder = tmp_path_factory.mktemp("screen")
    folder.chmod(0o700)
    made = Screen(folder)
    yield made
    made.stop()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home that no program has seen yet."""
    made = tmp_path / "home"
    made.mkdir(mode=0o700)
    return made


@pytest.fixture
def start(screen: Screen, home: Path) -> Iterator[Start]:
    """Starts Timeglass: ``start("FILE")``."""
    started: list[Program] = []

    def begin(*arguments: str) -> Program:
        started.append(Program(screen, home, *arguments))
        return started[-1]

    yield begin
    for program in started:
        program.stop()
