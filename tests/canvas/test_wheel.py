"""The wheel and the touchpad: zoom about the pointer, pan, scroll."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from canvas.hand import ALT, CTRL, SHIFT, Canvas


@pytest.mark.parametrize("x", [130.0, 400.5, 700.0, 995.0])
@pytest.mark.parametrize(
    "turn",
    [
        {"angle": (0, 120)},
        {"angle": (0, -120)},
        {"angle": (0, 15)},
        {"pixels": (0, 37)},
        {"pixels": (0, -90)},
        {"pixels": (3, 40), "angle": (0, 120)},
    ],
)
def test_ctrl_and_wheel_keep_the_instant_under_the_pointer(
    towns: Canvas, x: float, turn: dict[str, tuple[int, int]]
) -> None:
    length = towns.navigator.viewport.length
    for _ in range(5):
        under = towns.time_at(x)
        towns.hand.wheel(x, 300.0, modifiers=CTRL, **turn)
        assert abs(towns.time_at(x) - under) <= 1.0 * towns.scene.scale.seconds_per_px
    up = (turn.get("pixels") or turn["angle"])[1] > 0
    assert (towns.navigator.viewport.length < length) == up


def test_pixels_count_where_a_device_has_them(towns: Canvas) -> None:
    before = towns.navigator.viewport
    towns.hand.wheel(500.0, 300.0, angle=(0, 120), pixels=(0, 6), modifiers=CTRL)
    fine = before.length / towns.navigator.viewport.length
    towns.navigator.set_viewport(before)
    towns.hand.wheel(500.0, 300.0, angle=(0, 120), modifiers=CTRL)
    assert 1.0 < fine < 1.05 < before.length / towns.navigator.viewport.length


@pytest.mark.usefixtures("moving")
def test_notches_zoom_in_a_glide_that_adds_up_and_keeps_the_instant(towns: Canvas, qtbot: QtBot) -> None:
    before, under = towns.navigator.viewport, towns.time_at(700.0)
    towns.hand.wheel(700.0, 300.0, angle=(0, 120), modifiers=CTRL)
    one = before.length / towns.view.motion.goal.length
    assert towns.navigator.viewport.length == before.length
    QTest.qWait(40)
    assert towns.view.motion.goal.length < towns.navigator.viewport.length < before.length
    towns.hand.wheel(700.0, 300.0, angle=(0, 120), modifiers=CTRL)
    assert before.length / towns.view.motion.goal.length == pytest.approx(one * one)
    while towns.view.motion.gliding:
        assert abs(towns.time_at(700.0) - under) <= 1.0 * towns.scene.scale.seconds_per_px
        QTest.qWait(15)
    assert abs(towns.time_at(700.0) - under) <= 1.0 * towns.scene.scale.seconds_per_px
    assert before.length / towns.navigator.viewport.length == pytest.approx(one * one)
    small = towns.navigator.viewport.length
    towns.hand.wheel(700.0, 300.0, angle=(0, 15), modifiers=CTRL)  # a wheel in fine steps is smooth by itself
    assert towns.navigator.viewport.length < small


def test_zooming_there_and_back_ends_where_it_began(towns: Canvas) -> None:
    before = towns.navigator.viewport
    for turn in (120, 120, 120, -120, -120, -120):
        towns.hand.wheel(612.0, 300.0, angle=(0, turn), modifiers=CTRL)
    after = towns.navigator.viewport
    assert after.length == pytest.approx(before.length, rel=1e-9)
    assert abs(after.start - before.start) <= 1


def test_over_the_names_the_left_edge_stays(towns: Canvas) -> None:
    start = towns.navigator.viewport.start
    towns.hand.wheel(20.0, 300.0, angle=(0, 120), modifiers=CTRL)
    assert towns.navigator.viewport.start == start


def test_wheel_pans_while_all_lanes_are_in_view(towns: Canvas) -> None:
    before = towns.navigator.viewport
    towns.hand.wheel(500.0, 300.0, angle=(0, -120))
    later = towns.navigator.viewport
    assert later.start > before.start
    assert later.length == before.length
    towns.hand.wheel(500.0, 300.0, angle=(0, 120))
    assert abs(towns.navigator.viewport.start - before.start) <= 1


def test_wheel_pans_by_the_pixels_of_a_touchpad(towns: Canvas) -> None:
    at = towns.navigator.timeline.span.start
    x = towns.x_of(at)
    towns.hand.wheel(500.0, 300.0, pixels=(0, 40))
    assert towns.x_of(at) == pytest.approx(x + 40.0, abs=0.01)


def test_wheel_scrolls_lanes_that_overflow(overflowing: Canvas) -> None:
    before, y = overflowing.navigator.viewport, overflowing.scene.lanes[2].y_px
    overflowing.hand.wheel(500.0, 200.0, angle=(0, -120))
    assert overflowing.navigator.viewport == before
    assert overflowing.scene.scroll_px == 60.0
    assert next(strip.y_px for strip in overflowing.scene.lanes if strip.lane == 2) == y - 60.0
    for _ in range(50):
        overflowing.hand.wheel(500.0, 200.0, angle=(0, -120))
    scene = overflowing.scene
    assert scene.scroll_px == scene.content_px - (scene.body_bottom_px - scene.header_px)
    for _ in range(50):
        overflowing.hand.wheel(500.0, 200.0, angle=(0, 120))
    assert overflowing.scene.scroll_px == 0.0
    assert overflowing.navigator.viewport == before


def test_wheel_can_be_made_to_zoom(overflowing: Canvas) -> None:
    overflowing.view.wheel_zooms = True
    before = overflowing.navigator.viewport
    overflowing.hand.wheel(500.0, 200.0, angle=(0, 120))
    assert overflowing.navigator.viewport.length < before.length
    assert overflowing.scene.scroll_px == 0.0
    length = overflowing.navigator.viewport.length
    overflowing.hand.wheel(500.0, 200.0, angle=(0, -120), modifiers=SHIFT)
    assert overflowing.navigator.viewport.length == length  # with Shift it still pans
    overflowing.hand.wheel(500.0, 200.0, pixels=(30, 4))
    assert overflowing.navigator.viewport.length == length  # and so does a sideways swipe


@pytest.mark.parametrize("turn", [{"angle": (0, -120)}, {"angle": (-120, 0)}, {"pixels": (-60, 0)}])
def test_shift_and_wheel_pan(overflowing: Canvas, turn: dict[str, tuple[int, int]]) -> None:
    before = overflowing.navigator.viewport
    overflowing.hand.wheel(500.0, 200.0, modifiers=SHIFT, **turn)
    assert overflowing.navigator.viewport.start > before.start
    assert overflowing.navigator.viewport.length == before.length
    assert overflowing.scene.scroll_px == 0.0


def test_a_sideways_swipe_pans(overflowing: Canvas) -> None:
    at = overflowing.navigator.timeline.span.start
    x = overflowing.x_of(at)
    overflowing.hand.wheel(500.0, 200.0, pixels=(-25, 3))
    assert overflowing.x_of(at) == pytest.approx(x - 25.0, abs=0.01)
    assert overflowing.scene.scroll_px == 0.0


def test_with_alt_a_turned_wheel_still_scrolls(overflowing: Canvas) -> None:
    """With Alt held Qt reports the wheel as sideways."""
    before = overflowing.navigator.viewport
    overflowing.hand.wheel(500.0, 200.0, angle=(-120, 0), modifiers=ALT)
    assert overflowing.scene.scroll_px > 0.0
    assert overflowing.navigator.viewport == before


def test_pinch_zooms_about_its_middle(towns: Canvas) -> None:
    under, length = towns.time_at(640.0), towns.navigator.viewport.length
    towns.hand.pinch(640.0, 300.0, 0.25)
    assert towns.navigator.viewport.length < length
    assert abs(towns.time_at(640.0) - under) <= towns.scene.scale.seconds_per_px
    length = towns.navigator.viewport.length
    towns.hand.pinch(640.0, 300.0, -0.25)
    assert towns.navigator.viewport.length > length
    assert abs(towns.time_at(640.0) - under) <= towns.scene.scale.seconds_per_px


def test_zooming_ends_at_a_second_and_at_the_age_of_the_universe(towns: Canvas) -> None:
    for turn, least, most in ((120, 1.0, 1.0), (-120, 1e17, 1e19)):
        for _ in range(170):
            towns.hand.wheel(500.0, 300.0, angle=(0, turn), modifiers=CTRL)
        assert least <= towns.navigator.viewport.length <= most
        towns.picture()


def test_a_wheel_is_always_taken(towns: Canvas) -> None:
    """What the view does not use must not scroll something around it either."""
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    event = QWheelEvent(
        QPointF(500, 300), QPointF(500, 300), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    event.ignore()
    towns.view.wheelEvent(event)
    assert event.isAccepted()
