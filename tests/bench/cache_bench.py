"""Figures of opening an unchanged file again: from its compiled form to the columns and a screenful of events."""

import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.figures import Figure, table
from bench.generated_files import write_lines, write_yaml
from timeglass.formats import load
from timeglass.formats.cache import Cache
from timeglass.formats.loading import Loaded

SCREENFUL = 500
"""Events whose texts a first frame needs."""


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def _look(loaded: Loaded | None) -> None:
    """Look at as many events as a first frame does, scattered over all."""
    assert loaded is not None
    count = len(loaded.timeline)
    for row in sorted(random.Random(1).sample(range(count), min(SCREENFUL, count))):  # noqa: S311
        _ = loaded.timeline.events[row].title


def _figures(folder: Path, name: str, path: Path, size: int, most: float) -> list[Figure]:
    cache = Cache(folder, "bench", smallest=0)
    begun = time.perf_counter()
    loaded = load(path)
    anew = time.perf_counter() - begun
    compiling = _seconds(lambda: cache.keep(loaded))
    reopening = [_seconds(lambda: cache.find(path)) for _ in range(5)]
    looking = [_seconds(lambda: _look(cache.find(path))) for _ in range(5)]
    kept = sum(entry.stat().st_size for entry in folder.iterdir())
    return [
        Figure(f"compile {name}, floor: open it", size, "once", compiling, "s", anew),
        Figure(f"reopen {name}, floor: the most allowed", size, "median", statistics.median(reopening), "s", most),
        Figure(f"reopen {name} and look, floor: as before", size, "median", statistics.median(looking), "s", most),
        Figure(f"entry of {name}, floor: the file", size, "once", kept / 1e6, "MB", path.stat().st_size / 1e6),
    ]


def run(largest: int = 1_000_000) -> list[Figure]:
    """Figures of both sizes."""
    figures = []
    for name, ending, count, write, most in (
        ("YAML", "yaml", 100_000, write_yaml, 0.3),
        ("JSON Lines", "jsonl", 1_000_000, write_lines, 1.0),
    ):
        size = min(count, largest)
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"t.{ending}"
            write(path, size)
            figures += _figures(Path(folder) / "cache", name, path, size, most)
    return figures


if __name__ == "__main__":
    print(table(run()))
