"""Counts of events a pixel column."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import crowd
from timeglass.layout.density import column_edges, rows_per_column, starts_per_column
from timeglass.layout.scale import Scale
from timeglass.layout.viewport import Viewport
from views import Look, looks

counts = st.integers(1, 400)


@settings(deadline=None)
@given(looks(), counts)
def test_all_columns_together_hold_all_that_begins_in_view(look: Look, count: int) -> None:
    columns, scale = look.timeline.columns, Scale(look.viewport, look.width_px)
    edges = column_edges(scale, count)
    assert len(edges) == count + 1
    assert (np.diff(edges) >= 0).all()
    inside = (columns.start_earliest >= edges[0]) & (columns.start_earliest < edges[-1])
    density = starts_per_column(columns, scale, count)
    assert len(density) == count
    assert int(density.sum()) == int(inside.sum())


@settings(deadline=None)
@given(looks(), counts, st.data())
def test_some_rows_and_the_rest_are_all(look: Look, count: int, data: st.DataObject) -> None:
    columns, scale = look.timeline.columns, Scale(look.viewport, look.width_px)
    chosen = np.array(data.draw(st.lists(st.booleans(), min_size=len(columns), max_size=len(columns))))
    some, rest = (np.flatnonzero(mask).astype(np.int32) for mask in (chosen, ~chosen))
    both = rows_per_column(columns, some, scale, count) + rows_per_column(columns, rest, scale, count)
    assert both.tolist() == starts_per_column(columns, scale, count).tolist()


def test_the_whole_span_holds_every_event_with_a_start() -> None:
    timeline = crowd(300, seed=5)
    scale = Scale(Viewport.over(timeline.span), 900.0)
    known = int((timeline.columns.start_earliest > -(2**62)).sum())
    assert int(starts_per_column(timeline.columns, scale, 300).sum()) == known < 300
