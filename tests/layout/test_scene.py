"""What every scene holds to, whatever is in it and however one looks at it."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings

from builders import a_builder, a_timeline, bounded
from timeglass.chrono.bounds import Bounds
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.level import level_for
from timeglass.layout.scene import Box, Cluster, Scene
from timeglass.layout.slots import GAP_PX, MARK_PX
from timeglass.layout.viewport import Viewport
from views import Look, looks

HAIR = 1e-6
PX = 1024
"""Seconds a pixel at the coarsest resolution of a level: there things stand closest."""
WISH_PX = 184.0 + HAIR
"""Farthest that an important event's label keeps a lesser mark away."""


def body(box: Box) -> tuple[float, float]:
    """Left and right edge of a bar or mark without its label."""
    return (box.x0_px, box.x1_px) if box.is_bar else (box.x0_px - MARK_PX, box.x0_px + MARK_PX)


def label(box: Box) -> tuple[float, float]:
    return box.label_x_px, box.label_x_px + box.label_width_px


def in_slots(scene: Scene) -> dict[tuple[int, int], list[Box]]:
    """Boxes of each lane's slots, from left to right."""
    slots: dict[tuple[int, int], list[Box]] = {}
    for box in sorted(scene.boxes, key=lambda box: box.x0_px):
        slots.setdefault((box.lane, box.slot), []).append(box)
    return slots


def apart(one: tuple[float, float], other: tuple[float, float], gap: float = 0.0) -> bool:
    return one[1] + gap <= other[0] + HAIR or other[1] + gap <= one[0] + HAIR


@settings(deadline=None)
@given(looks())
def test_nothing_in_a_slot_overlaps(look: Look) -> None:
    check_overlaps(look.scene())


@pytest.mark.parametrize("gap", [0, 3, 8, 14])
def test_a_mark_close_behind_a_bar_stands_clear_of_it(gap: int) -> None:
    """Wherever the two lie in the grid of cells."""
    for shift in range(0, 168 * 4, 3):
        start = shift * PX
        behind = start + (100 + gap) * PX
        builder = a_builder(
            a_timeline(
                bounded(0, Bounds(start, start, start + 100 * PX, start + 100 * PX)),
                bounded(1, Bounds(behind, behind, behind, behind)),
                *(bounded(2 + more, Bounds(*[start + 300 * PX + more] * 4)) for more in range(shift % 4)),
            )
        )
        check_overlaps(builder.build(Viewport.of(start - 200 * PX, 0.0, 1000.0 * PX), 1000.0, 500.0))


def check_overlaps(scene: Scene) -> None:
    """Marks, bars and labels of a slot stand apart."""
    for boxes in in_slots(scene).values():
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                assert apart(body(one), body(other)), (one, other)
                if one.label:
                    assert apart(label(one), body(other)), (one, other)
                if other.label:
                    assert apart(label(other), body(one)), (one, other)
                if one.label and other.label:
                    assert apart(label(one), label(other)), (one, other)


@settings(deadline=None)
@given(looks())
def test_labels_lie_in_view_and_say_what_fits(look: Look) -> None:
    scene = look.scene()
    for box in scene.boxes:
        assert box.bold == (look.timeline.events[box.row].importance == 5)
        if not box.label:
            assert box.label_width_px == 0.0
            continue
        left, right = label(box)
        assert left >= -HAIR
        assert right <= scene.width_px + HAIR
        title = look.builder.title(box.row)
        assert box.label_width_px == len(box.label) * (7.5 if box.bold else 7.0)
        assert box.label == title or (box.label.endswith("…") and title.startswith(box.label[:-1]))


@settings(deadline=None)
@given(looks(scrolled=True))
def test_everything_lies_in_its_lane(look: Look) -> None:
    scene = look.scene()
    strips = {strip.lane: strip for strip in scene.lanes}
    for thing in (*scene.boxes, *scene.clusters):
        strip = strips[thing.lane]
        assert strip.y_px - HAIR <= thing.y_px
        assert thing.y_px + thing.height_px <= strip.y_px + strip.height_px + HAIR
    for above, below in pairwise(scene.lanes):
        assert below.y_px >= above.y_px + above.height_px - HAIR
        assert below.lane == above.lane + 1
    for lane in strips:
        rows = {box.y_px for box in scene.boxes if box.lane == lane}
        lines = {cluster.y_px for cluster in scene.clusters if cluster.lane == lane}
        assert all(later - earlier >= 20.0 - HAIR for earlier, later in pairwise(sorted(rows)))
        assert len(lines) <= 1
        assert all(line >= y + 20.0 - HAIR for line in lines for y in rows)


@settings(deadline=None)
@given(looks())
def test_each_event_is_drawn_once_and_in_its_lane(look: Look) -> None:
    scene = look.scene()
    rows = [box.row for box in scene.boxes]
    alone = [cluster.row for cluster in scene.clusters if cluster.row >= 0]
    assert len(rows) == len(set(rows))
    assert len(alone) == len(set(alone))
    assert not set(rows) & set(alone)
    lanes = look.builder.index.lanes.lane_of_row
    assert all(lanes[box.row] == box.lane for box in scene.boxes)
    assert all(lanes[one.row] == one.lane and one.count == 1 for one in scene.clusters if one.row >= 0)


def counted(look: Look, scene: Scene, cluster: Cluster) -> list[int]:
    """Rows that a cluster must stand for: in its lane and stretch, and without a box."""
    boxed = {box.row for box in scene.boxes}
    index = look.builder.index
    rows = index.rows_between(cluster.lane, cluster.first, cluster.last)
    return [row for row in rows if row not in boxed]


@settings(deadline=None, max_examples=200)
@given(looks())
def test_boxes_and_clusters_count_every_event_in_view(look: Look) -> None:
    scene = look.scene()
    span, scale = look.viewport.span, scene.scale
    index = look.builder.index
    clusters = [cluster for cluster in scene.clusters if cluster.first > span.start and cluster.last < span.end]
    for cluster in clusters:
        rows = counted(look, scene, cluster)
        assert cluster.count == len(rows)
        assert cluster.row == (rows[0] if len(rows) == 1 else -1)
    visible = {strip.lane for strip in scene.lanes}
    boxed = {box.row for box in scene.boxes}
    for row in range(len(look.timeline)):
        lane = int(index.lanes.lane_of_row[row])
        anchor = index.anchor(row)
        if lane in visible and row not in boxed and 0.0 <= scale.x(anchor) <= scene.width_px:
            holding = [one for one in scene.clusters if one.lane == lane and one.first <= anchor < one.last]
            assert len(holding) == 1, (row, anchor)


@settings(deadline=None)
@given(looks())
def test_clusters_stand_apart_within_a_cell(look: Look) -> None:
    scene = look.scene()
    for lane in {cluster.lane for cluster in scene.clusters}:
        mine = sorted((cluster.first, cluster.last) for cluster in scene.clusters if cluster.lane == lane)
        assert all(earlier[1] <= later[0] for earlier, later in pairwise(mine))


@settings(deadline=None, max_examples=200)
@given(looks())
def test_no_event_folds_to_make_room_for_a_lesser_one(look: Look) -> None:
    """What folds is surrounded by what matters as much, or it stands too close to something that matters as much."""
    scene = look.scene()
    events, index = look.timeline.events, look.builder.index
    cell = level_for(scene.scale.seconds_per_px).cell_seconds
    marks = [box for box in scene.boxes if index.anchor(box.row) >= look.viewport.span.start]
    for cluster in scene.clusters:
        for row in counted(look, scene, cluster):
            anchor, importance = index.anchor(row), events[row].importance
            x = scene.scale.x(anchor)
            if not WISH_PX < x < scene.width_px - WISH_PX:
                continue
            lesser = [
                box
                for box in marks
                if box.lane == cluster.lane
                and index.anchor(box.row) // cell == anchor // cell
                and events[box.row].importance < importance
                and not drawn_as_bar(look, scene, box)
            ]
            if lesser:
                stronger = [
                    box
                    for box in scene.boxes
                    if box.lane == cluster.lane
                    and events[box.row].importance >= importance
                    and abs(box.x0_px - x) <= WISH_PX
                ]
                assert stronger, (row, importance, lesser)


def extent(index: LaneIndex, row: int) -> tuple[int, int]:
    """First second of a row, and the one behind its last."""
    rows = np.array([row], np.int32)
    return int(index.firsts(rows)[0]), int(index.lasts(rows)[0])


def drawn_as_bar(look: Look, scene: Scene, box: Box) -> bool:
    """Tell whether a box may have a slot along its whole length, whatever it is worth."""
    index = look.builder.index
    first, last = extent(index, box.row)
    seconds = last - first
    return seconds.bit_length() > level_for(scene.scale.seconds_per_px).bar_class


@settings(deadline=None)
@given(looks(scrolled=True))
def test_the_frame_is_divided_without_remainder(look: Look) -> None:
    scene = look.scene()
    assert scene.gutter_px + scene.width_px == look.width_px
    assert scene.height_px == look.height_px
    assert 0.0 <= scene.ruler_y_px < scene.header_px <= scene.body_bottom_px <= max(look.height_px, scene.header_px)
    assert 0.0 <= scene.scroll_px <= max(0.0, scene.content_px - (scene.body_bottom_px - scene.header_px)) + HAIR
    if scene.lanes:
        assert scene.lanes[0].y_px + scene.lanes[0].height_px >= scene.header_px - HAIR
        assert scene.lanes[-1].y_px <= scene.body_bottom_px + HAIR
    assert sum(look.builder.index.counts) == len(look.timeline)


@settings(deadline=None)
@given(looks())
def test_bars_lie_over_their_time(look: Look) -> None:
    scene = look.scene()
    columns, scale = look.timeline.columns, scene.scale
    index = look.builder.index
    for box in scene.boxes:
        first, last = extent(index, box.row)
        start = max(int(columns.start_earliest[box.row]), first)
        expected = scale.x(start) if drawn_as_bar(look, scene, box) else scale.x(index.anchor(box.row))
        assert box.x0_px in (expected, scale.x(index.anchor(box.row)))
        assert box.x1_px <= scale.x(last) + HAIR
        assert box.cut == (box.x1_px < scale.x(last))
        assert box.core0_px == scale.x(int(columns.start_latest[box.row]))
        assert box.core1_px == scale.x(int(columns.end_earliest[box.row]))


@settings(deadline=None)
@given(looks())
def test_a_bar_is_cut_only_where_something_else_stands(look: Look) -> None:
    scene = look.scene()
    for boxes in in_slots(scene).values():
        for box, after in pairwise([*boxes, None]):
            if box is not None and box.cut and box.x1_px < scene.width_px - GAP_PX:
                assert after is not None
                assert body(after)[0] - MARK_PX - GAP_PX - HAIR <= max(box.x1_px, box.x0_px)


@settings(deadline=None)
@given(looks())
def test_a_long_bar_in_view_keeps_its_name(look: Look) -> None:
    scene = look.scene()
    for boxes in in_slots(scene).values():
        for box, after in pairwise([*boxes, None]):
            assert box is not None
            left, right = max(body(box)[0], 0.0), min(body(box)[1], scene.width_px)
            room = min(scene.width_px, body(after)[0] if after else scene.width_px) - left
            if box.is_bar and right - left >= 80.0 and room >= 80.0:
                assert box.label
