"""Jobs, and readers of PDF that others wrote."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from timeglass import assets, formats
from timeglass.events.timeline import Timeline
from timeglass.export.job import ExportJob

EXPORTED = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="100" height="20" viewBox="0 0 100 20">'
    b'<text x="2" y="14" font-family="Any" font-size="12">Strip label</text><circle cx="80" cy="10" r="5"/></svg>'
)


def a_job(timeline: Timeline, rows: Sequence[int] | None = None, **more: Any) -> ExportJob:
    """A job of some rows (None: all), exported at a fixed time."""
    chosen = range(len(timeline)) if rows is None else rows
    return ExportJob(timeline=timeline, rows=np.array(chosen, np.int64), exported=EXPORTED, **more)


@pytest.fixture(scope="session")
def builtin() -> Timeline:
    """The built-in timeline."""
    return formats.load(assets.builtin_timeline()).timeline


@pytest.fixture(scope="session")
def tool() -> Callable[..., str]:
    """Runs a program on a file and returns what it prints; skips the test, naming the program, if it is missing."""

    def run(name: str, *arguments: str | Path) -> str:
        found = shutil.which(name)
        if found is None:
            pytest.skip(f"{name} is not installed")
        done = subprocess.run([found, *map(str, arguments)], capture_output=True, check=False)
        # qpdf: 3 is "with warnings"
        assert done.returncode == 0, done.stdout.decode() + done.stderr.decode()
        return done.stdout.decode()

    return run
