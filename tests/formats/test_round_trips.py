"""What is written opens to the same timeline."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from formats.records import timelines
from timeglass.errors import FileAccessError, UsageError
from timeglass.events.columns import flags_of
from timeglass.events.timeline import Timeline
from timeglass.formats import load, load_bytes, readable_formats, writable_formats, write
from timeglass.formats.registry import format_by_name
from timelines import little

PATIENT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def again(timeline: Timeline, format_name: str, rows: Sequence[int] | None = None) -> Timeline:
    """The timeline after being written and read; there must be no problem with it."""
    format_ = format_by_name(format_name)
    assert format_ is not None
    assert format_.write is not None
    file = io.BytesIO()
    format_.write(timeline, range(len(timeline)) if rows is None else rows, file)
    loaded = load_bytes(file.getvalue(), Path(f"t.{format_name}"))
    assert loaded.problems == ()
    assert loaded.timeline.format_name == format_name
    return loaded.timeline


@pytest.mark.parametrize("format_name", ["yaml", "json", "jsonl"])
@PATIENT
@given(timeline=timelines())
def test_a_whole_timeline_survives(format_name: str, timeline: Timeline) -> None:
    read = again(timeline, format_name)
    assert read.events == timeline.events
    assert read.head == timeline.head
    assert read.columns.flags.tolist() == [flags_of(event) for event in read.events]


@PATIENT
@given(timeline=timelines())
def test_the_events_survive_in_a_table(timeline: Timeline) -> None:
    read = again(timeline, "csv")
    assert read.events == timeline.events
    assert read.columns.flags.tolist() == [flags_of(event) for event in read.events]


@pytest.mark.parametrize("format_name", ["yaml", "json", "jsonl", "csv"])
def test_some_events_are_whole_in_themselves(format_name: str) -> None:
    timeline = little()
    read = again(timeline, format_name, [2, 5])
    assert [event.id for event in read.events] == ["e2", "e5"]
    if format_name != "csv":
        assert [relation.event for relation in read.events[0].related] == ["e5"]
        assert set(read.head.sources) == {"book"}
    read = again(timeline, format_name, [1])
    if format_name != "csv":
        assert read.head.sources == {}
        assert set(read.head.categories) == {"talk"}


def test_yaml_reads_well(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    assert write(little(3), None, path) == ()
    assert path.read_text(encoding="utf-8") == GOLDEN


GOLDEN = """\
timeglass: 1
title: {en: Two towns, uk: Два міста}
description: How they *met*.
language: en
license: CC-BY-4.0
updated: 2026-01-01
view: {range: 1990/2000}

categories:
  talk:
    label: {en: Talks, uk: Розмови}
  deed: {label: Deeds, color: '#008800'}

sources:
  book:
    title: The book
    author: A. Author
    publisher: Press
    date: 1999
    url: https://example.org/b

events:
- id: e0
  date: 1991-03-01
  title: Event 0
  category: deed

- id: e1
  date: 1991-09-02
  title: Event 1
  category: talk
  actors: [Ann]

- id: e2
  date: 1992-03-03
  title: {en: The great meeting, uk: Велика зустріч}
  summary: They met in **Madrid**, see [the page](https://example.org/x), [this](javascript:alert(1)). <b>no</b>
  details: |-
    1. one
    2. two

    > said

    `code`
  category: [talk, deed]
  importance: 5
  status: disputed
  actors: [Ann, Bob]
  places: [Madrid]
  tags: [start]
  figures:
  - {label: In favour, value: 37, unit: '%'}
  - {label: Troops, value: 1200}
  sources:
  - {source: book, locator: p. 3}
  - https://example.org/only
  - A letter
  related:
  - {type: leads-to, event: e5}
  - {type: see-also, event: gone}
"""


def test_an_empty_choice_is_an_empty_timeline(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    write(little(), [], path)
    loaded = load(path)
    assert len(loaded.timeline) == 0
    assert loaded.timeline.head.title == little().head.title


def test_a_table_tells_what_it_cannot_hold(tmp_path: Path) -> None:
    lost = write(little(), None, tmp_path / "t.csv")
    assert lost == ("the description", "labels and colours of categories", "the list of sources")


def test_the_ending_or_the_name_decides_the_format(tmp_path: Path) -> None:
    path = tmp_path / "t.txt"
    with pytest.raises(UsageError, match=r"\.txt cannot be written \(known: yaml, json, jsonl, csv\)"):
        write(little(), None, path)
    write(little(), None, path, "json")
    assert load(path).timeline.format_name == "json"
    with pytest.raises(UsageError, match="no ending"):
        write(little(), None, tmp_path / "t")


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.write_text("mine")
    with pytest.raises(FileAccessError, match="exists already and is not overwritten"):
        write(little(), None, path)
    assert path.read_text() == "mine"
    write(little(), None, path, overwrite=True)
    assert len(load(path).timeline) == 12


def test_formats_are_found_by_name_and_ending() -> None:
    assert {"yaml", "json", "jsonl", "csv"} <= {format_.name for format_ in readable_formats()}
    assert {"yaml", "json", "jsonl", "csv"} <= {format_.name for format_ in writable_formats()}
    found = format_by_name(".YML")
    assert found is not None
    assert found.name == "yaml"
    assert format_by_name("doc") is None
