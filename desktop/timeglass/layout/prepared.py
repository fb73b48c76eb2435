"""Lanes and their index, made before a timeline is shown: of a million events both take longer than a frame may."""

from dataclasses import dataclass

from timeglass.events.timeline import Timeline
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.lanes import GROUPINGS, Lanes, make_lanes


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a scene of all events of a timeline, in all lanes of one grouping, is built from."""

    timeline: Timeline
    language: str
    lanes: Lanes
    index: LaneIndex

    def fits(self, timeline: Timeline, grouping: str, language: str) -> bool:
        """Tell whether it was made for this timeline, grouping and language."""
        return self.timeline is timeline and self.lanes.grouping == grouping and self.language == language


def own_grouping(timeline: Timeline) -> str:
    """What the lanes of a timeline are made of, unless somebody chooses otherwise."""
    wanted = timeline.head.view.group_by
    return wanted if wanted in GROUPINGS else "category"


def prepare(timeline: Timeline, grouping: str = "", language: str = "") -> Prepared:
    """Make lanes and index; by the timeline's own grouping, and in its own language, where none is given.

    May run in any thread: the timeline is only read.
    """
    language = language or timeline.head.language
    lanes = make_lanes(timeline, grouping or own_grouping(timeline), language)
    _ = timeline.span  # kept by the timeline once it is known
    return Prepared(timeline, language, lanes, LaneIndex(timeline.columns, lanes))
