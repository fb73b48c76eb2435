"""Figures of opening tables of other programs, beside the bare pass over their cells that none can avoid."""

import csv
import random
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from bench.figures import Figure, table
from timeglass.formats import load
from timeglass.formats.loading import paused_collector

_WORDS = (
    *("treaty", "council", "summit", "charter", "partnership", "commission", "minister", "statement", "visit"),
    *("exercise", "mission", "membership", "action", "plan", "support", "security", "defence", "forum", "dialogue"),
)


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(_WORDS, k=count)).capitalize()


def _day(chance: random.Random) -> tuple[int, int, int]:
    return chance.randint(1900, 2030), chance.randint(1, 12), chance.randint(1, 28)


def write_iso(path: Path, count: int) -> None:
    """A table with ISO days, its columns named as people name them."""
    chance = random.Random(7)  # noqa: S311
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["Date", "Headline", "Description", "Type", "Location"])
        for _ in range(count):
            day = "{}-{:02}-{:02}".format(*_day(chance))
            rows.writerow([day, _words(chance, 5), _words(chance, 14), chance.choice("ABC"), "Kyiv"])


def write_american(path: Path, count: int) -> None:
    """A table with days as month/day/year and semicolons, with an end for some."""
    chance = random.Random(7)  # noqa: S311
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["Start", "End", "Task", "Notes", "Team"])
        for number in range(count):
            year, month, day = _day(chance)
            end = f"{month}/{day}/{year + 1}" if number % 3 == 0 else ""
            rows.writerow([f"{month}/{day}/{year}", end, _words(chance, 5), _words(chance, 14), chance.choice("ABC")])


def write_log(path: Path, count: int) -> None:
    """A table in the layout of Timesketch."""
    chance = random.Random(7)  # noqa: S311
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["message", "timestamp", "datetime", "timestamp_desc", "data_type"])
        for number in range(count):
            seconds = 1_600_000_000 + number
            at = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds))
            rows.writerow([_words(chance, 12), seconds * 10**6, f"{at}.{number % 10**6:06}+00:00", "Write time", "log"])


def _bare(path: Path) -> None:
    delimiter = ";" if path.stem == "american" else ","
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file, delimiter=delimiter):
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
    """Figures of each kind of table."""
    figures = []
    with tempfile.TemporaryDirectory() as folder:
        for name, write in (("iso", write_iso), ("american", write_american), ("log", write_log)):
            path = Path(folder) / f"{name}.csv"
            write(path, largest)
            floor = _seconds(_bare, path, 2)
            figures.append(Figure(f"open table, {name}", largest, "best", _seconds(load, path, 2), "s", floor))
    return figures


if __name__ == "__main__":
    print(table(run()))
