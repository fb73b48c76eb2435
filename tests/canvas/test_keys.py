"""Every way that the hand can go has a key."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from builders import a_timeline
from canvas.conftest import MakeCanvas
from canvas.hand import CTRL, NONE, SHIFT, Canvas
from timeglass.layout.viewport import Viewport

Key = Qt.Key


def in_view(canvas: Canvas, row: int) -> bool:
    start = int(canvas.navigator.timeline.columns.start_earliest[row])
    return canvas.navigator.viewport.start <= start < canvas.navigator.viewport.end


def test_right_and_left_walk_in_time(towns: Canvas) -> None:
    towns.hand.click(*towns.point(3))
    for row in (4, 5, 6):
        towns.key(Key.Key_Right)
        assert (towns.selected, towns.current) == ([row], row)
    towns.key(Key.Key_Left)
    assert (towns.selected, towns.current) == ([5], 5)


def test_home_and_end_lead_to_the_first_and_the_last(towns: Canvas) -> None:
    towns.key(Key.Key_End)
    assert towns.selected == [11]
    towns.key(Key.Key_Right)
    assert towns.selected == [11]
    towns.key(Key.Key_Home)
    assert towns.selected == [0]
    towns.key(Key.Key_Left)
    assert towns.selected == [0]


def test_without_a_current_event_the_first_in_view_is_next(towns: Canvas) -> None:
    columns = towns.navigator.timeline.columns
    towns.navigator.set_viewport(towns.navigator.viewport.fitted(towns.view.span_of(6), 0.4))
    towns.key(Key.Key_Right)
    assert towns.current == 6
    assert int(columns.start_earliest[6]) >= towns.navigator.viewport.start


def test_shift_extends(towns: Canvas) -> None:
    towns.hand.click(*towns.point(3))
    towns.key(Key.Key_Right, SHIFT)
    towns.key(Key.Key_Right, SHIFT)
    assert (towns.selected, towns.current) == ([3, 4, 5], 5)
    towns.key(Key.Key_End, SHIFT)
    assert towns.current == 11
    assert {3, 4, 5, 11} <= set(towns.selected)


def test_ctrl_moves_without_selecting_and_space_toggles(towns: Canvas) -> None:
    towns.hand.click(*towns.point(3))
    towns.key(Key.Key_Right, CTRL)
    towns.key(Key.Key_Right, CTRL)
    assert (towns.selected, towns.current) == ([3], 5)
    towns.key(Key.Key_Space)
    assert (towns.selected, towns.current) == ([3, 5], 5)
    towns.key(Key.Key_Space)
    assert (towns.selected, towns.current) == ([3], 5)


def test_space_without_a_current_event_is_left_to_others(towns: Canvas) -> None:
    assert not towns.key(Key.Key_Space).isAccepted()
    assert towns.selected == []


@pytest.mark.parametrize("key", [Key.Key_Right, Key.Key_Left, Key.Key_End, Key.Key_Home])
def test_keys_bring_what_they_lead_to_into_view(towns: Canvas, key: Qt.Key) -> None:
    towns.navigator.set_viewport(towns.navigator.viewport.fitted(towns.view.span_of(5), 0.4))
    towns.selection.setCurrentIndex(towns.model.index(5, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    length = towns.navigator.viewport.length
    towns.key(key)
    assert towns.current != 5
    assert in_view(towns, towns.current)
    assert towns.navigator.viewport.length == length


def test_a_view_that_shows_it_already_stays(towns: Canvas) -> None:
    before = towns.navigator.viewport
    for _ in range(11):
        towns.key(Key.Key_Right)
    assert towns.navigator.viewport == before


def test_down_and_up_lead_to_the_neighbouring_lane(towns: Canvas) -> None:
    first, second = ([box.row for box in towns.scene.boxes if box.lane == lane.lane] for lane in towns.scene.lanes[:2])
    towns.hand.click(*towns.point(first[2]))
    towns.key(Key.Key_Down)
    assert towns.current in second
    near = towns.box(towns.current).x0_px
    assert all(abs(towns.box(row).x0_px - towns.box(first[2]).x0_px) >= abs(near - towns.box(first[2]).x0_px) - 0.01
               for row in second)  # fmt: skip
    towns.key(Key.Key_Down)
    assert towns.current in second
    towns.key(Key.Key_Up)
    assert towns.current in first
    towns.key(Key.Key_Up)
    assert towns.current in first


def test_down_without_a_current_event_enters_the_first_lane(towns: Canvas) -> None:
    towns.key(Key.Key_Down)
    assert towns.box(towns.current).lane == towns.scene.lanes[0].lane


def test_keys_scroll_to_the_lane(overflowing: Canvas) -> None:
    """What is current can be seen, however low its lane lies."""
    for row in range(0, 400, 29):
        overflowing.selection.setCurrentIndex(
            overflowing.model.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        scene = overflowing.scene
        lane = int(overflowing.view.builder().index.lanes.lane_of_row[row])
        strip = next(strip for strip in scene.lanes if strip.lane == lane)
        assert strip.y_px >= scene.header_px - 0.5
        assert strip.y_px + strip.height_px <= scene.body_bottom_px + 0.5
    overflowing.key(Key.Key_Home)
    overflowing.key(Key.Key_Up)
    overflowing.key(Key.Key_End)


def test_a_lane_in_view_is_not_scrolled(overflowing: Canvas) -> None:
    overflowing.view.scroll_lanes(30.0)
    scene = overflowing.scene
    lane = next(strip.lane for strip in scene.lanes if strip.y_px >= scene.header_px)
    row = next(box.row for box in scene.boxes if box.lane == lane and box.x0_px > 100.0)
    overflowing.hand.click(*overflowing.point(row))
    overflowing.view.reveal(row)
    assert overflowing.scene.scroll_px == 30.0


@pytest.mark.parametrize(("key", "sign"), [(Key.Key_PageDown, 1), (Key.Key_PageUp, -1)])
def test_page_keys_go_a_screen_on_and_back(towns: Canvas, key: Qt.Key, sign: int) -> None:
    before = towns.navigator.viewport
    towns.key(key)
    after = towns.navigator.viewport
    moved = (after.start - before.start) * sign / before.length
    assert 0.8 <= moved < 1.0  # some of the old screen stays in view
    assert after.length == before.length
    assert towns.current == -1


@pytest.mark.parametrize("key", [Key.Key_A, Key.Key_Tab, Key.Key_F, Key.Key_Escape, 0x0406, 0x01000100])
def test_other_keys_are_left_to_the_window(towns: Canvas, key: int) -> None:
    """Letters of other keyboards (here Cyrillic) and keys of media players are no names to Qt."""
    before = towns.navigator.viewport
    assert not towns.key(key).isAccepted()  # type: ignore[arg-type]
    assert (towns.navigator.viewport, towns.selected) == (before, [])


def test_enter_fits_the_event(towns: Canvas) -> None:
    towns.key(Qt.Key.Key_Return)
    before = towns.navigator.viewport
    towns.hand.click(*towns.point(3))
    towns.key(Qt.Key.Key_Return)
    assert towns.navigator.viewport.length < before.length / 10
    assert 0.0 < towns.box(3).x0_px < towns.scene.width_px
    towns.navigator.back()
    assert towns.navigator.viewport == before


def test_enter_opens_the_cluster_of_the_current_event(crowded: Canvas) -> None:
    cluster = max((one for one in crowded.scene.clusters if one.row < 0), key=lambda one: one.count)
    row = crowded.view.cluster_rows(cluster)[0]
    crowded.view._set_current(row, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    crowded.key(Qt.Key.Key_Enter)
    span = crowded.navigator.viewport.span
    index = crowded.view.builder().index
    assert all(span.start <= index.anchor(one) < span.end for one in [row])
    assert crowded.navigator.viewport.length < crowded.navigator.home_viewport().length / 4


def test_keys_skip_what_is_hidden(towns: Canvas) -> None:
    import numpy as np

    towns.navigator.set_hits(np.array([1, 4, 8], np.int32))
    towns.navigator.set_hide_others(True)
    walked = []
    towns.key(Key.Key_Home)
    for _ in range(3):
        walked.append(towns.current)
        towns.key(Key.Key_Right)
    assert walked == [1, 4, 8]
    assert towns.current == 8


def test_a_folded_current_event_can_be_walked_from(crowded: Canvas) -> None:
    row = next(one.row for one in crowded.scene.clusters if one.row >= 0 and 0 < one.x0_px < 800)
    crowded.selection.setCurrentIndex(crowded.model.index(row, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    crowded.key(Key.Key_Right)
    assert crowded.current == row + 1
    crowded.key(Key.Key_Up)
    crowded.key(Key.Key_Down)
    assert crowded.current >= 0


def test_deep_zoom_walks_too(canvas: MakeCanvas) -> None:
    view = canvas(a_timeline("Y-138E8 - Big bang", "-0044-03-15 - Ides", "1997-05-27T12:00:00 - Noon"))
    view.navigator.set_viewport(Viewport.of(view.view.span_of(2).start, 0.0, 1.0))
    for key, row in ((Key.Key_Home, 0), (Key.Key_Right, 1), (Key.Key_Right, 2), (Key.Key_Left, 1)):
        view.key(key, NONE)
        assert view.current == row
        assert in_view(view, row)
        assert view.navigator.viewport.length == 1.0
