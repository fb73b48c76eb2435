"""The wheel and the source archive: the same wheel from both, with data and resources where they are looked for."""

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from freezing import description

pytestmark = pytest.mark.slow


def hatch(kind: str, source: Path, target: Path) -> Path:
    """Build a wheel or a source archive."""
    command = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(target)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    return next(target.iterdir())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hatch("wheel", description.ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory, unpack: Callable[[Path, Path], None]) -> Path:
    folder = tmp_path_factory.mktemp("source")
    unpack(hatch("sdist", description.ROOT, tmp_path_factory.mktemp("sdist")), folder)
    return next(folder.iterdir())


def contents(wheel: Path) -> dict[str, int]:
    with zipfile.ZipFile(wheel) as archive:
        return {info.filename: info.CRC for info in archive.infolist() if not info.filename.endswith("RECORD")}


def test_data_and_resources_are_where_they_are_looked_for(wheel: Path) -> None:
    have = contents(wheel)
    for path, place in description.data_files():
        assert f"{place}/{Path(path).name}" in have
    assert not [name for name in have if name.startswith(("tests/", "packaging/", "desktop/"))]


def test_the_wheel_from_the_source_archive_is_the_same(wheel: Path, source: Path, tmp_path: Path) -> None:
    assert contents(hatch("wheel", source, tmp_path)) == contents(wheel)


def test_the_source_archive_can_be_worked_with(source: Path) -> None:
    for name in ("packaging/dev.py", "packaging/requirements.lock", "tests/conftest.py", "LICENSE", "README.md"):
        assert (source / name).is_file(), name


def test_the_built_in_timeline_is_found_in_the_wheel(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = "from timeglass import assets; print(assets.builtin_timeline())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, env={"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert Path(done.stdout.strip()) == tmp_path / "timeglass" / "data" / "ukraine-nato.yaml"
    assert Path(done.stdout.strip()).is_file()
