"""What was prepared is kept in a file, and only a sound one of the same timeline is taken."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from search.sample import sample
from timeglass.events.timeline import Timeline
from timeglass.search import Searcher, store_file


@pytest.fixture
def timeline() -> Timeline:
    return replace(sample(), digest="abc")


def test_what_was_saved_finds_the_same(timeline: Timeline, tmp_path: Path) -> None:
    first, second = Searcher(timeline), Searcher(timeline)
    first.save(tmp_path / "index.npz")
    assert second.load(tmp_path / "index.npz")
    assert second.ready
    for query in ("", "ukr", '"distinctive partnership"', "actor:=nato", "lang:uk ", "has:media", "kiev "):
        assert second.search(query).rows.tolist() == first.search(query).rows.tolist()
    assert second.facets() == first.facets()
    assert [path.name for path in tmp_path.iterdir()] == ["index.npz"]


def test_another_timelines_file_is_passed_over(timeline: Timeline, tmp_path: Path) -> None:
    Searcher(timeline).save(tmp_path / "index.npz")
    assert not Searcher(replace(timeline, digest="xyz")).load(tmp_path / "index.npz")
    assert not Searcher(timeline).load(tmp_path / "none.npz")


def test_a_file_of_another_length_is_passed_over(timeline: Timeline, tmp_path: Path) -> None:
    Searcher(timeline).save(tmp_path / "index.npz")
    columns = replace(
        timeline.columns,
        **{name: getattr(timeline.columns, name)[:1] for name in timeline.columns.__dataclass_fields__},
    )
    assert not Searcher(replace(timeline, events=timeline.events[:1], columns=columns)).load(tmp_path / "index.npz")


@pytest.mark.parametrize("damage", [b"", b"PK\3\4", b"text"])
def test_a_damaged_file_is_passed_over(timeline: Timeline, tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "index.npz").write_bytes(damage)
    assert not Searcher(timeline).load(tmp_path / "index.npz")


def test_a_cut_file_is_passed_over(timeline: Timeline, tmp_path: Path) -> None:
    path = tmp_path / "index.npz"
    Searcher(timeline).save(path)
    path.write_bytes(path.read_bytes()[:-200])
    assert not Searcher(timeline).load(path)


def test_nothing_half_written_is_left(timeline: Timeline, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    searcher = Searcher(timeline)
    searcher.build()

    def fails(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(store_file.np, "savez", fails)
    with pytest.raises(OSError, match="no space"):
        searcher.save(tmp_path / "index.npz")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_word_list_stays_empty(tmp_path: Path) -> None:
    from timeglass.events.timeline import Head, make_timeline

    empty = make_timeline(Head(title="Empty"), [])
    Searcher(empty).save(tmp_path / "index.npz")
    searcher = Searcher(empty)
    assert searcher.load(tmp_path / "index.npz")
    assert searcher.search("nato").rows.dtype == np.int32
