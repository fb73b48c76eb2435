"""Dragging: pans and coasts, draws out a range, selects in a rectangle."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from canvas.hand import ALT, CTRL, MIDDLE, NONE, RIGHT, SHIFT, Canvas

ESCAPE = Qt.Key.Key_Escape


def test_dragging_moves_time_with_the_hand(towns: Canvas) -> None:
    x, y = towns.empty_point()
    under = towns.time_at(x)
    towns.hand.press(x, y)
    for step in range(1, 9):
        towns.hand.move(x + 20 * step, y)
        if step > 1:
            assert abs(towns.time_at(x + 20 * step) - under) <= towns.scene.scale.seconds_per_px
    towns.hand.release()
    assert abs(towns.time_at(x + 160) - under) <= towns.scene.scale.seconds_per_px


def test_dragging_pans_both_ways(overflowing: Canvas) -> None:
    start = overflowing.navigator.viewport.start
    overflowing.hand.drag((500.0, 250.0), (450.0, 200.0))
    assert overflowing.navigator.viewport.start > start
    assert overflowing.scene.scroll_px == pytest.approx(50.0)
    overflowing.hand.drag((450.0, 200.0), (500.0, 280.0))
    assert abs(overflowing.navigator.viewport.start - start) <= 1
    assert overflowing.scene.scroll_px == 0.0


@pytest.mark.parametrize("grabbed", ["empty", "event", "era rows"])
def test_grabbing_never_selects(towns: Canvas, grabbed: str) -> None:
    points = {"empty": towns.empty_point(), "event": towns.point(3), "era rows": (500.0, 1.0)}
    start = towns.navigator.viewport.start
    towns.hand.drag(points[grabbed], (points[grabbed][0] - 90.0, points[grabbed][1]))
    assert towns.navigator.viewport.start > start
    assert (towns.selected, towns.current) == ([], -1)


def test_grabbing_keeps_what_is_selected(towns: Canvas) -> None:
    towns.hand.click(*towns.point(3))
    towns.hand.drag(towns.empty_point(), (300.0, 400.0))
    assert towns.selected == [3]


def test_a_shaky_press_is_a_click(towns: Canvas) -> None:
    before = towns.navigator.viewport
    x, y = towns.point(3)
    towns.hand.drag((x, y), (x + 2.0, y + 1.0))
    assert towns.selected == [3]
    assert towns.navigator.viewport == before


def test_the_middle_button_pans(towns: Canvas) -> None:
    at = towns.navigator.timeline.span.start
    x = towns.x_of(at)
    towns.hand.drag((500.0, 300.0), (560.0, 300.0), button=MIDDLE)
    assert towns.x_of(at) == pytest.approx(x + 60.0, abs=0.01)


def test_the_right_button_does_nothing(towns: Canvas) -> None:
    before = towns.navigator.viewport
    towns.hand.drag((500.0, 300.0), (560.0, 300.0), button=RIGHT)
    towns.hand.click(*towns.point(3), button=RIGHT)
    assert towns.navigator.viewport == before
    assert towns.selected == []


def test_a_pan_can_be_taken_back(towns: Canvas) -> None:
    before = towns.navigator.viewport
    towns.hand.drag((500.0, 300.0), (560.0, 300.0))
    assert towns.navigator.viewport != before
    towns.navigator.back()
    assert towns.navigator.viewport == before


@pytest.mark.parametrize("by", ["shift", "ruler"])
@pytest.mark.parametrize("ends", [(300.0, 700.0), (700.0, 300.0)])
def test_a_range_is_zoomed_to(towns: Canvas, by: str, ends: tuple[float, float]) -> None:
    y = towns.ruler_y() if by == "ruler" else 400.0
    modifiers = SHIFT if by == "shift" else NONE
    before = towns.navigator.viewport
    first, last = towns.time_at(300.0), towns.time_at(700.0)
    per_px = towns.scene.scale.seconds_per_px
    towns.hand.drag((ends[0], y), (ends[1], y + 30.0), modifiers)
    after = towns.navigator.viewport
    assert abs(after.start - first) <= per_px
    assert abs(after.end - last) <= per_px
    towns.navigator.back()
    assert towns.navigator.viewport == before
    assert towns.selected == []


def test_the_range_is_seen_while_it_is_drawn_out(towns: Canvas) -> None:
    before = towns.picture()
    towns.hand.press(300.0, towns.ruler_y())
    towns.hand.move(500.0, towns.ruler_y())
    during = towns.picture()
    assert during.pixelColor(400, 590) != before.pixelColor(400, 590)
    assert during.pixelColor(600, 590) == before.pixelColor(600, 590)
    towns.key(ESCAPE)
    assert towns.picture() == before
    towns.hand.release()


@pytest.mark.parametrize("modifiers", [SHIFT, ALT])
def test_escape_gives_up_a_range_or_rubber_band(towns: Canvas, modifiers: Qt.KeyboardModifier) -> None:
    before = towns.navigator.viewport
    towns.hand.press(300.0, 300.0, modifiers)
    towns.hand.move(700.0, 500.0, modifiers)
    assert towns.key(ESCAPE).isAccepted()
    towns.hand.move(720.0, 500.0, modifiers)
    towns.hand.release(modifiers)
    assert towns.navigator.viewport == before
    assert towns.selected == []


def test_escape_means_nothing_else_to_the_view(towns: Canvas) -> None:
    """So that the window can clear its search with it."""
    assert not towns.key(ESCAPE).isAccepted()


def test_a_range_of_no_width_changes_nothing(towns: Canvas) -> None:
    before = towns.navigator.viewport
    towns.hand.click(400.0, towns.ruler_y())
    towns.hand.drag((400.0, towns.ruler_y()), (402.0, towns.ruler_y()))
    assert towns.navigator.viewport == before
    assert not towns.navigator.can_go_back


def test_alt_and_drag_select_in_a_rectangle(towns: Canvas) -> None:
    before = towns.navigator.viewport
    x2, y2 = towns.point(2)
    x5, y5 = towns.point(5)
    top, bottom = sorted((y2, y5))
    left, right = sorted((x2, x5))
    towns.hand.drag((left - 6.0, top - 6.0), (right + 6.0, bottom + 6.0), ALT)
    inside = {box.row for box in towns.scene.boxes} & set(towns.selected)
    assert {2, 5} <= inside
    assert towns.navigator.viewport == before
    towns.hand.drag((995.0, 595.0), (998.0, 598.0), ALT)
    assert towns.selected == []


def test_a_rectangle_takes_what_it_touches_and_nothing_else(crowded: Canvas) -> None:
    scene = crowded.scene
    x0, y0, x1, y1 = 400.0, scene.header_px + 30.0, 560.0, scene.header_px + 130.0
    crowded.hand.drag((x1, y1), (x0, y0), ALT)
    for box in scene.boxes:
        rect = crowded.view.visualRect(crowded.model.index(box.row, 0))
        if rect.right() < x0 - 2 or rect.left() > x1 + 2 or rect.bottom() < y0 - 2 or rect.top() > y1 + 2:
            assert box.row not in crowded.selected
        elif rect.left() > x0 and rect.right() < x1 and rect.top() > y0 and rect.bottom() < y1:
            assert box.row in crowded.selected
    assert crowded.selected


def test_ctrl_adds_a_rectangle_to_the_selection(towns: Canvas) -> None:
    towns.hand.click(*towns.point(8))
    x, y = towns.point(3)
    towns.hand.drag((x - 4.0, y - 4.0), (x + 4.0, y + 4.0), ALT | CTRL)
    assert towns.selected == [3, 8]
    towns.hand.drag((x - 4.0, y - 4.0), (x + 4.0, y + 4.0), ALT)
    assert towns.selected == [3]


def test_ctrl_and_drag_add_too(towns: Canvas) -> None:
    """Many window managers keep Alt and drag for themselves."""
    before = towns.navigator.viewport
    towns.hand.click(*towns.point(8))
    x, y = towns.point(3)
    towns.hand.drag((x - 8.0, y - 8.0), (x + 8.0, y + 8.0), CTRL)
    assert towns.selected == [3, 8]
    assert towns.navigator.viewport == before


def test_what_is_scrolled_out_of_sight_is_not_selected(overflowing: Canvas) -> None:
    overflowing.view.scroll_lanes(40.0)
    scene = overflowing.scene
    hidden = [box.row for box in scene.boxes if box.y_px + box.height_px <= scene.header_px]
    assert hidden
    overflowing.hand.drag((130.0, 0.0), (995.0, scene.header_px - 1.0), ALT)
    assert not set(overflowing.selected) & set(hidden)


@pytest.mark.usefixtures("moving")
def test_a_flick_coasts_ever_slower_and_ends(towns: Canvas, qtbot: QtBot) -> None:
    _flick(towns)
    released = towns.navigator.viewport
    with qtbot.waitSignal(towns.view.motion.settled, timeout=10_000):
        pass
    coasted = towns.navigator.viewport
    assert coasted.start < released.start  # on in the hand's direction: to the right, to earlier times
    assert coasted.length == released.length
    QTest.qWait(60)
    assert towns.navigator.viewport == coasted


@pytest.mark.usefixtures("moving")
@pytest.mark.parametrize("stop_by", ["press", "wheel"])
def test_a_touch_stops_the_coasting(towns: Canvas, qtbot: QtBot, stop_by: str) -> None:
    _flick(towns)
    released = towns.navigator.viewport
    qtbot.waitUntil(lambda: towns.navigator.viewport != released)
    if stop_by == "press":
        towns.hand.press(500.0, 300.0)
    else:
        towns.hand.wheel(500.0, 300.0, pixels=(0, 1), modifiers=CTRL)
    stopped = towns.navigator.viewport
    QTest.qWait(60)
    assert towns.navigator.viewport == stopped
    if stop_by == "press":
        towns.hand.release()


def test_without_motion_nothing_coasts(towns: Canvas) -> None:
    _flick(towns)
    released = towns.navigator.viewport
    QTest.qWait(60)
    assert towns.navigator.viewport == released


@pytest.mark.usefixtures("moving")
def test_a_hand_that_rests_before_it_lets_go_does_not_throw(towns: Canvas) -> None:
    towns.hand.press(400.0, 300.0)
    for x in (440.0, 480.0, 520.0):
        towns.hand.move(x, 300.0)
    QTest.qWait(120)
    towns.hand.release()
    rested = towns.navigator.viewport
    QTest.qWait(60)
    assert towns.navigator.viewport == rested


def _flick(canvas: Canvas) -> None:
    canvas.hand.press(400.0, 300.0)
    for step in range(1, 6):
        QTest.qWait(8)
        canvas.hand.move(400.0 + 30.0 * step, 300.0)
    canvas.hand.release()
