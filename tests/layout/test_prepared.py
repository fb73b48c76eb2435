import numpy as np

from bench.generated import generated
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.lane_order import LaneOrder, arrange
from timeglass.layout.lanes import make_lanes
from timeglass.layout.prepared import own_grouping, prepare
from timelines import little


def test_it_is_what_would_be_made_when_it_is_shown() -> None:
    timeline = generated(500, clustered=True)
    prepared = prepare(timeline)
    lanes = make_lanes(timeline, "category")
    assert prepared.lanes.lanes == lanes.lanes
    assert (prepared.lanes.lane_of_row == lanes.lane_of_row).all()
    assert prepared.index.counts == LaneIndex(timeline.columns, lanes).counts


def test_it_fits_one_timeline_in_one_way() -> None:
    timeline, other = little(), little()
    prepared = prepare(timeline, "actor", "uk")
    assert prepared.fits(timeline, "actor", "uk")
    assert not prepared.fits(other, "actor", "uk")
    assert not prepared.fits(timeline, "category", "uk")
    assert not prepared.fits(timeline, "actor", "en")
    assert prepare(timeline).fits(timeline, own_grouping(timeline), timeline.head.language)


def test_lanes_that_nobody_moved_stay_the_very_same() -> None:
    lanes = make_lanes(little(), "category")
    assert arrange(lanes, LaneOrder()) is lanes
    hidden = arrange(lanes, LaneOrder(hidden=frozenset({lanes.lanes[0].key})))
    assert len(hidden.lanes) == len(lanes.lanes) - 1
    assert (np.asarray(hidden.lane_of_row) < 0).any()
