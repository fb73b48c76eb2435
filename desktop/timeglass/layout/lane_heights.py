"""How many slots each lane gets at a level, and where the lanes stand."""

from dataclasses import dataclass
from typing import Final

from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.level import Level

SLOT_PX: Final = 20.0
"""Height of a slot: one line of label."""
CLUSTER_PX: Final = 13.0
"""Line of a lane's clusters."""
PAD_PX: Final = 4.0
LEAST_PAD_PX: Final = 2.0
ECHO_PX: Final = 11.0
"""Height of the line of echoes at a lane's foot."""
MAX_SLOTS: Final = 9
LEAST_SLOTS: Final = 2


@dataclass(frozen=True, slots=True)
class LaneBand:
    """Vertical place of a lane in content coordinates (pixels from the top of the first lane).

    Bars keep to the upper ``bar_slots``; below them are ``label_slots`` that no bar may take.
    """

    y_px: float
    height_px: float
    bar_slots: int
    label_slots: int
    top_px: float
    pitch_px: float
    echo_px: float = 0.0
    """Height of the line of echoes at the foot; 0 where the lane has none."""

    def slot_y(self, slot: int) -> float:
        """Top of a slot."""
        return self.y_px + self.top_px + slot * self.pitch_px

    @property
    def cluster_y(self) -> float:
        """Top of the line of clusters."""
        return self.y_px + self.height_px - self.echo_px - CLUSTER_PX - 2.0

    @property
    def echo_y(self) -> float:
        """Top of the line of echoes."""
        return self.y_px + self.height_px - self.echo_px - 2.0


def demand(index: LaneIndex, lane: int, level: Level) -> int:
    """Slots that a lane would like at a level: the events in its fullest cell, at most MAX_SLOTS."""
    return min(MAX_SLOTS, index.fullest(lane, level.cell_seconds))


def bar_demand(index: LaneIndex, lane: int, level: Level) -> int:
    """Slots that a lane would like for bars at a level."""
    long_enough = sum(
        len(segment.rows) for klass, segment in index.by_duration[lane].items() if klass >= level.bar_class
    )
    return min(3, long_enough)


def stack(
    demands: list[int],
    bar_demands: list[int],
    available_px: float,
    collapsed: frozenset[int],
    echoing: frozenset[int] = frozenset(),
) -> list[LaneBand]:
    """Share the height among lanes.

    Each lane gets its demand; when that is too much, the largest ones give way one slot at a time, down to
    LEAST_SLOTS each, and then the margins of all, if that is enough (else the content is higher than the window, and
    scrolls). What is left over opens the lanes up.
    Of three slots one goes to bars, where there are any: labels are never crowded out by what runs on and on.
    Lanes ``echoing`` have a line for echoes at their foot.
    """
    wishes = [
        wanted + bars if wanted + bars or lane in echoing else 1
        for lane, (wanted, bars) in enumerate(zip(demands, bar_demands, strict=True))
    ]
    slots = [0 if lane in collapsed else wish for lane, wish in enumerate(wishes)]
    fixed = CLUSTER_PX + 2 * PAD_PX
    total = sum(fixed + count * SLOT_PX for count in slots) + len(echoing) * ECHO_PX
    while total > available_px:
        largest = max(slots, default=0)
        if largest <= LEAST_SLOTS:
            break
        slots[len(slots) - 1 - slots[::-1].index(largest)] -= 1
        total -= SLOT_PX
    over = (total - available_px) / (2 * len(slots)) if slots else 0.0
    margin = PAD_PX - over if 0.0 < over <= PAD_PX - LEAST_PAD_PX else PAD_PX
    total -= 2 * len(slots) * (PAD_PX - margin)
    left = max(0.0, available_px - total)
    all_slots = sum(slots)
    pad = min(6.0, left / all_slots) if all_slots else 0.0
    left -= pad * all_slots
    extra = min(20.0, left / len(slots)) if slots else 0.0
    bands: list[LaneBand] = []
    y = 0.0
    for lane, (count, bars) in enumerate(zip(slots, bar_demands, strict=True)):
        echo = ECHO_PX if lane in echoing else 0.0
        bar_slots = min(bars, max(1, count // 3)) if count > 1 else 0
        tall = CLUSTER_PX + 2 * margin + count * (SLOT_PX + pad) + extra + echo
        bands.append(LaneBand(y, tall, bar_slots, count - bar_slots, margin + extra / 2.0, SLOT_PX + pad, echo))
        y += tall
    return bands
