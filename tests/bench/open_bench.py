"""Figures of opening: from the file to the columns, beside the bare pass that no reader of the format can avoid."""

import csv
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import msgspec
import yaml

from bench.figures import Figure, table
from timeglass.formats import load
from timeglass.formats.loading import paused_collector

_WORDS = ["treaty", "council", "summit", "charter", "partnership", "minister", "statement", "exercise", "mission",
          "membership", "action", "plan", "support", "security", "defence", "forum", "dialogue"]  # fmt: skip


def _event(chance: random.Random, number: int) -> dict[str, str]:
    """An event with a title, a sentence, and what most events have."""
    return {
        "id": f"e{number}",
        "date": f"{chance.randint(1000, 2030)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
        "title": " ".join(chance.choices(_WORDS, k=5)).capitalize(),
        "summary": " ".join(chance.choices(_WORDS, k=14)).capitalize() + ".",
        "category": chance.choice("abc"),
        "importance": str(chance.randint(1, 5)),
        "actors": "NATO",
    }


def write_yaml(path: Path, count: int) -> None:
    """A timeline file of generated events."""
    chance = random.Random(7)  # noqa: S311
    with path.open("w", encoding="utf-8") as file:
        file.write(
            "timeglass: 1\ntitle: Generated\ncategories: {a: {label: A}, b: {label: B}, c: {label: C}}\nevents:\n"
        )
        for number in range(count):
            event = _event(chance, number)
            lines = [f"    {key}: {value}\n" for key, value in event.items() if key != "actors"]
            file.write(f"  -{''.join(lines)[3:]}    actors: [{event['actors']}, Ukraine]\n")


def write_lines(path: Path, count: int) -> None:
    """The same as JSON Lines."""
    chance = random.Random(7)  # noqa: S311
    encode = msgspec.json.Encoder().encode
    with path.open("wb") as file:
        file.write(b'{"timeglass": 1, "title": "Generated"}\n')
        for number in range(count):
            event = _event(chance, number)
            file.write(encode({**event, "importance": int(event["importance"]), "actors": ["NATO", "Ukraine"]}) + b"\n")


def write_csv(path: Path, count: int) -> None:
    """The same as a table."""
    chance = random.Random(7)  # noqa: S311
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.DictWriter(file, _event(chance, 0))
        rows.writeheader()
        rows.writerows(_event(chance, number) for number in range(count))


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
    return figures


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
