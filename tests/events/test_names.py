"""Rows of ids and aliases by their hashes."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import a_timeline, an_event
from timeglass.events.names import RowByName
from timeglass.events.timeline import Head, Timeline


def rows_of(ids: list[str], aliases: dict[str, int] | None = None) -> RowByName:
    hashes = np.array([hash(name) for name in ids], np.int64)
    return RowByName(hashes, ids.__getitem__, aliases or {})


@given(st.lists(st.text(max_size=5), unique=True, max_size=30), st.text(max_size=5))
def test_every_id_has_its_row_and_nothing_else_has_one(ids: list[str], other: str) -> None:
    rows = rows_of(ids)
    assert {name: rows[name] for name in ids} == {name: row for row, name in enumerate(ids)}
    assert list(rows) == ids
    assert len(rows) == len(ids)
    assert (other in rows) == (other in ids)


def test_aliases_come_behind_ids() -> None:
    rows = rows_of(["one", "two"], {"first": 0, "uno": 0})
    assert dict(rows) == {"one": 0, "two": 1, "first": 0, "uno": 0}
    with pytest.raises(KeyError):
        rows["three"]


def test_ids_with_the_same_hash_are_told_apart() -> None:
    ids = ["other", "wanted"]
    rows = RowByName(np.full(2, hash("wanted"), np.int64), ids.__getitem__, {})
    assert rows["wanted"] == 1
    with pytest.raises(KeyError):
        RowByName(np.full(2, hash("absent"), np.int64), ids.__getitem__, {})["absent"]


def test_a_timeline_uses_the_names_it_was_given() -> None:
    made = a_timeline(an_event("1990 - one", aliases=("first",)))
    names = rows_of(["one"], {"first": 0})
    timeline = Timeline(Head(), made.events, made.columns, names=names)
    assert timeline.row_by_id is names
    assert dict(timeline.row_by_id) == dict(made.row_by_id)
