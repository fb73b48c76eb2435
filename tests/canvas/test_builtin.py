"""The timeline that Timeglass brings along, in the view as it opens."""

import pytest
from PySide6.QtCore import QPoint, Qt

from canvas.conftest import MakeCanvas
from canvas.hand import CTRL, Canvas
from timeglass import assets, formats
from timeglass.events.timeline import Timeline
from timeglass.model.navigator import GROUPINGS


@pytest.fixture(scope="module")
def ukraine_nato() -> Timeline:
    return formats.load(assets.builtin_timeline()).timeline


@pytest.fixture
def builtin(canvas: MakeCanvas, ukraine_nato: Timeline) -> Canvas:
    return canvas(ukraine_nato, (1100, 700))


def test_every_lane_and_era_is_named(builtin: Canvas) -> None:
    scene = builtin.scene
    assert all(lane.label for lane in scene.lanes)
    assert scene.eras
    assert all(band.label for band in scene.eras if band.x1_px - band.x0_px > 200.0)


def test_every_event_can_be_walked_to_and_is_then_in_view(builtin: Canvas) -> None:
    builtin.key(Qt.Key.Key_Home)
    view, columns = builtin.view, builtin.navigator.timeline.columns
    for row in range(len(builtin.navigator.timeline)):
        assert builtin.current == row
        now = builtin.navigator.viewport
        assert now.start <= int(columns.start_earliest[row]) < now.end
        scene = builtin.scene
        lane = int(view.builder().index.lanes.lane_of_row[row])
        strip = next(strip for strip in scene.lanes if strip.lane == lane)
        assert strip.y_px >= scene.header_px - 0.5
        builtin.key(Qt.Key.Key_Right)


def test_every_event_can_be_clicked_when_one_is_close_enough(builtin: Canvas) -> None:
    """Double-clicking a cluster again and again comes to single events."""
    for _ in range(12):
        clusters = [
            one for one in builtin.scene.clusters
            if one.row < 0 and one.x0_px > 0 and one.x1_px < builtin.scene.width_px
        ]  # fmt: skip
        if not clusters:
            break
        before = builtin.navigator.viewport.length
        builtin.hand.double_click(*builtin.middle(clusters[0]))
        assert builtin.navigator.viewport.length < before
    else:
        pytest.fail("clusters that never open")


def test_it_can_be_zoomed_through(builtin: Canvas) -> None:
    before = builtin.picture()
    home = builtin.navigator.viewport
    for turn in [120] * 12 + [-120] * 12:
        builtin.hand.wheel(640.0, 400.0, angle=(0, turn), modifiers=CTRL)
        scene = builtin.scene
        for box in scene.boxes[:40]:
            rect = builtin.view.visualRect(builtin.model.index(box.row, 0))
            if not rect.isEmpty():
                assert builtin.view.indexAt(rect.center()).row() == box.row
    builtin.navigator.set_viewport(home)
    builtin.view.scroll_lanes(-1e4)  # lanes may have been scrolled to keep the row under the pointer
    assert builtin.picture() == before


@pytest.mark.parametrize("grouping", GROUPINGS)
def test_every_grouping_shows_every_event(builtin: Canvas, grouping: str) -> None:
    builtin.navigator.set_grouping(grouping)
    index = builtin.view.builder().index
    assert sum(index.counts) == len(builtin.navigator.timeline)
    builtin.picture()


def test_tooltips_everywhere(builtin: Canvas) -> None:
    told = {
        bool(builtin.view.words_at(QPoint(x, y))) for x in range(0, 1100, 37) for y in range(0, 700, 19)
    }  # fmt: skip
    assert told == {True, False}
