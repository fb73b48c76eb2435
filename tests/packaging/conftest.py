"""What several tests of the package share: the packaged app, built once in a run."""

import sys
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from devtools import freeze


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged app, built for this run."""
    if sys.platform != "linux":
        pytest.skip("these tests use the packaged app for Linux")
    if lacking := freeze.lacking_packages():
        pytest.skip(f"not installed, and needed to build: {', '.join(lacking)}")
    folder = tmp_path_factory.mktemp("frozen")
    return freeze.freeze(Path(sys.executable), folder / "dist", folder / "work")


@pytest.fixture(scope="session")
def unpack() -> Callable[[Path, Path], None]:
    """Unpacks an archive of ours; Pythons before 3.11.4 have no filters, later ones want one to be named."""

    def unpack(archive: Path, folder: Path) -> None:
        with tarfile.open(archive) as opened:
            if hasattr(tarfile, "tar_filter"):
                opened.extractall(folder, filter="tar")
            else:
                opened.extractall(folder)  # noqa: S202 - made a moment ago by the test itself

    return unpack
