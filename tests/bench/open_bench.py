"""Figures of opening: from the file to the columns, beside the bare pass that no reader of the format can avoid."""

import csv
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import yaml

from bench import window_bench
from bench.figures import Figure, table
from bench.generated_files import write_csv, write_lines, write_yaml
from timeglass.formats import load
from timeglass.formats.loading import paused_collector


def _bare_yaml(path: Path) -> None:
    events = yaml.CBaseLoader(path.read_text(encoding="utf-8")).get_event
    while events().__class__ is not yaml.StreamEndEvent:
        pass


def _bare_lines(path: Path) -> None:
    msgspec.json.Decoder().decode_lines(path.read_bytes())


def _bare_csv(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file):
            pass


def _seconds(work: Callable[[Path], object], path: Path, times: int) -> float:
    """The best of some runs: what the work takes when nothing disturbs it."""
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        with paused_collector():
            work(path)
        taken.append(time.perf_counter() - begun)
    return min(taken)


def run(largest: int = 1_000_000) -> list[Figure]:
    """Figures of each format."""
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        for name, ending, count, write, bare in (
            ("YAML", "yaml", 100_000, write_yaml, _bare_yaml),
            ("JSON Lines", "jsonl", 1_000_000, write_lines, _bare_lines),
            ("CSV", "csv", 1_000_000, write_csv, _bare_csv),
        ):
            size = min(count, largest)
            path = Path(folder) / f"t.{ending}"
            write(path, size)
            times = 3 if size <= 100_000 else 2
            floor = _seconds(bare, path, times)
            figures.append(Figure(f"open {name}", size, "best", _seconds(load, path, times), "s", floor))
            if ending != "yaml":
                figures.append(Figure(f"memory with {name} open", size, "resident", _memory(path), "MB", 0.0))
    return figures + window_bench.run(largest)


def _memory(path: Path) -> float:
    """Resident megabytes of a process that has opened a file, and done nothing else."""
    program = (
        "import sys; from pathlib import Path; from timeglass.formats import load\n"
        "loaded = load(Path(sys.argv[1]))\n"
        "print(int(Path('/proc/self/statm').read_text().split()[1]) * 4096 / 2**20)"
    )
    if not Path("/proc/self/statm").exists():
        return 0.0
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2] / "desktop")}
    command = [sys.executable, "-c", program, str(path)]
    return float(subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout)


if __name__ == "__main__":
    print(table(run()))
