"""A view takes what was prepared for its first frame where that fits, and shows the same as without."""

from canvas.hand import Canvas
from scene_text import scene_text
from timeglass.layout.prepared import prepare
from timelines import little


def test_the_first_frame_is_built_from_what_was_prepared(towns: Canvas) -> None:
    timeline = little(9)
    prepared = prepare(timeline)
    towns.navigator.set_timeline(timeline, prepared)
    first = scene_text(towns.view.scene())
    assert towns.view.builder().index is prepared.index
    towns.navigator.set_grouping("none")
    assert towns.view.builder().index is not prepared.index
    towns.navigator.set_grouping("category")
    assert scene_text(towns.view.scene()) == first
    assert towns.view.builder().index is not prepared.index  # it is kept no longer than it is needed


def test_what_was_prepared_for_other_lanes_is_passed_over(towns: Canvas) -> None:
    timeline = little(9)
    prepared = prepare(timeline, "actor")
    towns.navigator.set_timeline(timeline, prepared)
    assert towns.view.builder().index is not prepared.index
    assert towns.view.builder().index.lanes.grouping == "category"


def test_hidden_lanes_and_filtered_rows_have_an_index_of_their_own(towns: Canvas) -> None:
    before = towns.navigator.timeline
    lanes = towns.view._keeper.lanes()[1]
    towns.view._keeper.set_lane_order(towns.view._keeper.lane_order.with_hidden(lanes.lanes[0].key))
    prepared = prepare(before)
    towns.navigator._prepared = prepared
    towns.view._keeper._start_anew()
    assert towns.view.builder().index is not prepared.index
