"""What several tests of the package share: the packaged app, built once in a run."""

import sys
from pathlib import Path

import pytest

from devtools import freeze


@pytest.fixture(scope="session")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged app, built for this run."""
    folder = tmp_path_factory.mktemp("frozen")
    return freeze.freeze(Path(sys.executable), folder / "dist", folder / "work")
