"""What a person made of the lanes: another order, some collapsed, some hidden."""

from dataclasses import dataclass, replace

import numpy as np

from timeglass.layout.lanes import Lanes


@dataclass(frozen=True, slots=True)
class LaneOrder:
    """Keys of lanes: ``order`` names those that come first, in this order; the others follow as they are."""

    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    collapsed: frozenset[str] = frozenset()

    def with_hidden(self, key: str) -> "LaneOrder":
        """Hide a lane."""
        return replace(self, hidden=self.hidden | {key})

    def with_all_shown(self) -> "LaneOrder":
        """Show every lane again."""
        return replace(self, hidden=frozenset())

    def with_only(self, key: str, lanes: Lanes) -> "LaneOrder":
        """Hide every lane but one."""
        return replace(self, hidden=frozenset(lane.key for lane in lanes.lanes) - {key})

    def with_toggled(self, key: str) -> "LaneOrder":
        """Collapse a lane to its clusters, or open it again."""
        return replace(self, collapsed=self.collapsed ^ {key})

    def with_moved(self, key: str, by: int, lanes: Lanes) -> "LaneOrder":
        """Move a lane up (negative) or down among those that are shown; at an end it stays."""
        keys = [lanes.lanes[place].key for place in _places(lanes, self)]
        shown = [one for one in keys if one not in self.hidden]
        here = shown.index(key)
        there = min(max(here + by, 0), len(shown) - 1)
        other = shown[there]
        keys.remove(key)
        keys.insert(keys.index(other) + (by > 0) if other != key else here, key)
        return replace(self, order=tuple(keys))


def _places(lanes: Lanes, wish: LaneOrder) -> list[int]:
    """Places of all lanes in the wished order."""
    rank = {key: place for place, key in enumerate(wish.order)}
    last = len(rank)
    return sorted(range(len(lanes.lanes)), key=lambda place: (rank.get(lanes.lanes[place].key, last), place))


def arrange(lanes: Lanes, wish: LaneOrder) -> Lanes:
    """Lanes as wished, the very same where nothing is to be changed: rows of hidden lanes belong to lane -1."""
    places = [place for place in _places(lanes, wish) if lanes.lanes[place].key not in wish.hidden]
    if places == list(range(len(lanes.lanes))):
        return lanes
    new_place = np.full(len(lanes.lanes), -1, np.int32)
    new_place[places] = np.arange(len(places), dtype=np.int32)
    rows = new_place[lanes.lane_of_row] if len(lanes.lane_of_row) else lanes.lane_of_row
    echo_lanes = new_place[lanes.echo_lanes] if len(lanes.echo_lanes) else lanes.echo_lanes
    seen = echo_lanes >= 0
    kept = tuple(lanes.lanes[place] for place in places)
    return Lanes(lanes.grouping, kept, rows, echo_lanes[seen], lanes.echo_rows[seen])


def collapsed_places(lanes: Lanes, wish: LaneOrder) -> frozenset[int]:
    """Which of arranged lanes are collapsed."""
    return frozenset(place for place, lane in enumerate(lanes.lanes) if lane.key in wish.collapsed)
