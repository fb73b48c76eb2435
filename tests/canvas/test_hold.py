"""While one zooms, the row under the pointer stays under it, as far as the lanes overflow."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt

from builders import a_timeline, an_event
from canvas.conftest import MakeCanvas
from canvas.hand import Canvas
from timeglass.events.event import Category
from timeglass.events.timeline import Timeline
from timeglass.layout.hit import lane_at


def many_lanes(seed: int = 3) -> Timeline:
    """Forty lanes, far more than a window holds: every other one is sparse, and gets lower when one zooms in."""
    random = np.random.default_rng(seed)
    events = []
    for lane in range(40):
        for number, day in enumerate(random.integers(0, 60 * 365, 150 if lane % 2 else 9)):
            date = f"{1950 + int(day) // 365}-{int(day) % 12 + 1:02}-{int(day) % 28 + 1:02}"
            events.append(an_event(f"{date} c{lane} {lane}-{number}"))
    return a_timeline(*events, categories={f"c{n}": Category(id=f"c{n}", label=f"C{n}") for n in range(40)})


@pytest.fixture
def tall(canvas: MakeCanvas) -> Canvas:
    return canvas(many_lanes(), (1000, 600))


def scrolled_to_middle(made: Canvas) -> None:
    scene = made.view.scene()
    made.view.scroll_lanes((scene.content_px - scene.body_bottom_px + scene.header_px) / 2.0)


@pytest.mark.parametrize("notches", [1, 2, 5])
@pytest.mark.parametrize("y", [150.0, 333.0, 500.0])
def test_the_lane_under_the_pointer_stays(tall: Canvas, notches: int, y: float) -> None:
    scrolled_to_middle(tall)
    x = 500.0
    for _ in range(notches):
        before = tall.view.scene()
        lane = lane_at(before, y)
        tall.hand.wheel(x, y, angle=(0, 120 * 1), modifiers=Qt.KeyboardModifier.ControlModifier)
        after = tall.view.scene()
        room = after.content_px - (after.body_bottom_px - after.header_px)
        if 1.0 < after.scroll_px < room - 1.0:
            now = lane_at(after, y)
            assert now is not None
            assert lane is not None
            assert now.lane == lane.lane


def test_the_event_under_the_pointer_stays(tall: Canvas) -> None:
    scrolled_to_middle(tall)
    scene = tall.view.scene()
    box = min(
        (one for one in scene.boxes if one.label and 200.0 < one.x0_px < 700.0),
        key=lambda one: abs(one.y_px - 320.0),
    )
    at = QPointF(box.x0_px + scene.gutter_px, box.y_px + 10.0)
    for _ in range(3):
        tall.hand.wheel(at.x(), at.y(), angle=(0, 120 * 1), modifiers=Qt.KeyboardModifier.ControlModifier)
    after = tall.view.scene()
    assert after.level != scene.level
    there = next(one for one in after.boxes if one.row == box.row)
    assert abs(there.y_px - box.y_px) <= 1.0
    assert abs(there.x0_px - box.x0_px) <= 1.0


def test_keys_hold_the_middle(tall: Canvas) -> None:
    scrolled_to_middle(tall)
    before = tall.view.scene()
    middle = (before.header_px + before.body_bottom_px) / 2.0
    lane = lane_at(before, middle)
    tall.view.zoom_in()
    tall.view.zoom_in()
    after = tall.view.scene()
    assert after.level != before.level
    now = lane_at(after, middle)
    assert now is not None
    assert lane is not None
    assert now.lane == lane.lane


def test_where_all_lanes_fit_nothing_scrolls(towns: Canvas) -> None:
    for notch in (1, 1, -1):
        towns.hand.wheel(300.0, 200.0, angle=(0, 120 * notch), modifiers=Qt.KeyboardModifier.ControlModifier)
        assert towns.view.scene().scroll_px == 0.0
