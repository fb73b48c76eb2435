"""Dates read as arrays are those that are read one by one."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.corpus import errors
from timeglass.chrono.edtf import parse_file_date
from timeglass.chrono.edtf_date import DateError
from timeglass.formats import load
from timeglass.formats.foreign import open_table
from timeglass.formats.foreign.column_dates import DateColumn
from timeglass.formats.foreign.plain_seconds import plain_seconds

days = st.dates(date(1, 1, 1), date(9998, 12, 31))
moments = st.datetimes(datetime(1, 1, 2), datetime(9998, 12, 30))
odd = st.sampled_from(
    ["", "", "unknown", "2020", "1/2", "31/31/2020", "0/0/2020", "30/2/2021", "2020-02-30", "2020-13-01", "May 1997",
     "2020-01-01T24:30:00Z", "2020-01-01T10:00:00+25:00", "١/٢/٢٠٢٠", "2020-01-01X10:00:00", "99999999999999999999",
     "-5", "1/2/20", "1/2-2020", "2020-01-01T10:00:00.5Z", " 2020-01-01", "９999-01-01"]
)  # fmt: skip
SHAPES = {
    "days": days.map(str),
    "dayfirst": days.map(lambda day: f"{day.day}/{day.month}/{day.year:04}"),
    "dotted": days.map(lambda day: f"{day.day:02}.{day.month:02}.{day.year:04}"),
    "monthfirst": days.map(lambda day: f"{day.month}/{day.day}/{day.year:04}"),
    "moments": moments.map(lambda at: at.isoformat(timespec="seconds")),
    "spaced": moments.map(lambda at: at.isoformat(" ", "seconds") + " UTC"),
    "minutes": moments.map(lambda at: at.isoformat(" ", "minutes")),
    "micro": moments.map(lambda at: at.isoformat(timespec="microseconds") + "Z"),
    "zoned": st.tuples(moments, st.integers(-840, 840)).map(
        lambda pair: (
            f"{pair[0].isoformat(timespec='milliseconds')}{'-' if pair[1] < 0 else '+'}"
            f"{abs(pair[1]) // 60:02}:{abs(pair[1]) % 60:02}"
        )
    ),
    "seconds": st.integers(10**8, 10**10).map(str),
    "milliseconds": st.integers(10**11, 10**13).map(str),
    "microseconds": st.integers(10**14, 10**16).map(str),
}


def bounds_of(cell: str, column: DateColumn) -> tuple[int, ...] | None:
    """First and last second of a cell that is read by itself."""
    found = column.read(cell)
    if isinstance(found, DateError) or not found:
        return None
    try:
        bounds = parse_file_date(found).bounds
    except DateError:
        return None
    return bounds.start_earliest, bounds.start_latest


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_arrays_say_what_single_cells_say(shape: str, data: st.DataObject) -> None:
    cells: Sequence[str] = data.draw(st.lists(st.one_of(SHAPES[shape], SHAPES[shape], SHAPES[shape], odd), min_size=1))
    column = DateColumn(cells)
    found = plain_seconds(cells, column)
    if found is None:
        return
    for cell, first, last, known in zip(cells, found.seconds, found.last, found.known, strict=True):
        if known:
            assert (first, last) == bounds_of(cell, column), cell


@pytest.mark.parametrize("shape", SHAPES)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_what_is_written_alike_is_known(shape: str, data: st.DataObject) -> None:
    cells = data.draw(st.lists(SHAPES[shape], min_size=1))
    found = plain_seconds([*cells, ""], DateColumn(cells))
    assert found is not None
    assert found.known.tolist() == [True] * len(cells) + [False]


@pytest.mark.parametrize("cells", [["soon", "later"], ["1/2/20", "3/4/21"], ["2020-01-01T10:00:00 hours"], ["", ""]])
def test_other_columns_are_left_to_a_closer_look(cells: list[str]) -> None:
    assert plain_seconds(cells, DateColumn(cells)) is None


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("%Y-%m-%d", "%Y-%m-%d"),
        ("%m/%d/%Y", "%m/%d/%Y"),
        ("%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%dT%H:%M:%SZ"),
        ("%Y-%m-%d", "%Y-%m-%d %H:%M"),
        ("%d.%m.%Y", "%d %B %Y"),
    ],
)
def test_large_tables_say_what_small_ones_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str, end: str
) -> None:
    rows = ["From,To,Name"]
    for number in range(300):
        first = datetime(1990, 1, 1, 12) + timedelta(days=37 * number)
        last = first + timedelta(days=(0, 5, -3)[number % 3])
        ends = ("", last.strftime(end), "until further notice")[number % 4 % 3]
        begins = "" if number == 100 else "who knows" if number == 150 else first.strftime(start)
        rows.append(f"{begins},{ends},Event {number}")
    path = tmp_path / "t.csv"
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    small = load(path)
    monkeypatch.setattr(open_table, "LARGE", 50)
    large = load(path)
    for name in ("start_earliest", "start_latest", "end_earliest", "end_latest", "flags"):
        one, other = (getattr(loaded.timeline.columns, name) for loaded in (small, large))
        assert np.array_equal(one, other), name
    assert errors(small) == errors(large)
    assert [event.date for event in small.timeline.events] == [event.date for event in large.timeline.events]
    assert large.timeline.events[0].id.startswith("row-")
