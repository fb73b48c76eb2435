"""Generated timeline files of any size."""

import csv
import random
from pathlib import Path

import msgspec

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
