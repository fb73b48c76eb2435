"""The built-in timeline as plain text values, and the lists that control it."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

HERE = Path(__file__).parent
TIMELINE = HERE.parents[1] / "data" / "ukraine-nato.yaml"

Entry = dict[str, Any]


class Fact(NamedTuple):
    """One entry of the facts: its own date, the date the timeline must give it, and the reason for a difference."""

    id: str
    fact_date: str
    expected_date: str
    why: str


def read_list(name: str) -> list[str]:
    """The lines of a controlled list beside the tests, without comments."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def read_facts() -> list[Fact]:
    with (HERE / "facts.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return [Fact(*row) for row in rows]


@pytest.fixture(scope="session")
def timeline() -> Entry:
    with TIMELINE.open(encoding="utf-8") as file:
        content: Entry = yaml.load(file, Loader=yaml.CBaseLoader)  # noqa: S506 -- the base loader makes texts only
    return content


@pytest.fixture(scope="session")
def events(timeline: Entry) -> list[Entry]:
    found: list[Entry] = timeline["events"]
    return found


@pytest.fixture(scope="session")
def by_id(timeline: Entry) -> dict[str, Entry]:
    """Events and eras under their ids and aliases."""
    return {name: entry for entry in timeline["events"] + timeline["eras"] for name in names_of(entry)}


def names_of(entry: Entry) -> list[str]:
    return [entry["id"], *entry.get("aliases", [])]


def english(text: str | dict[str, str]) -> str:
    return text if isinstance(text, str) else text["en"]


def texts_of(event: Entry) -> Iterator[str]:
    """Title, summary and details in English, each by itself."""
    yield english(event["title"])
    for part in ("summary", "details"):
        if part in event:
            yield english(event[part])


def categories_of(event: Entry) -> list[str]:
    category = event["category"]
    return [category] if isinstance(category, str) else list(category)
