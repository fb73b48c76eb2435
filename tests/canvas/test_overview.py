"""The overview: the whole time in a strip, with the window to drag, resize, or put elsewhere."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from builders import a_timeline, crowd
from canvas.hand import RIGHT, Hand
from timeglass.events.timeline import Head, Timeline, make_timeline
from timeglass.layout.viewport import Viewport
from timeglass.model.navigator import Navigator
from timeglass.paint.theme import DARK, LIGHT
from timeglass.widgets.overview import Overview


class Strip:
    """An overview with a hand on it."""

    def __init__(self, timeline: Timeline) -> None:
        self.navigator = Navigator(timeline)
        self.overview = Overview(self.navigator, LIGHT)
        self.overview.resize(820, 64)
        self.overview.show()
        self.hand = Hand(self.overview)

    @property
    def window(self) -> tuple[float, float]:
        """Edges of the visible window in the widget's pixels."""
        left, right = self.overview._window()
        return left + self.overview._area.left(), right + self.overview._area.left()

    @property
    def middle(self) -> float:
        return sum(self.window) / 2

    def zoom(self, factor: float, share: float = 0.5) -> None:
        self.navigator.set_viewport(self.navigator.viewport.zoomed(factor, share))

    def key(self, key: Qt.Key) -> bool:
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.overview, event)
        return event.isAccepted()

    def picture(self) -> QImage:
        return self.overview.grab().toImage()


@pytest.fixture
def strips(qtbot: QtBot) -> Iterator[list[Strip]]:
    made: list[Strip] = []
    yield made
    for strip in made:
        strip.overview.close()
        strip.overview.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


@pytest.fixture
def strip(strips: list[Strip]) -> Strip:
    strips.append(Strip(crowd(300, seed=2)))
    strips[0].zoom(5.0)
    return strips[0]


def test_a_click_beside_the_window_goes_there(strip: Strip) -> None:
    before = strip.navigator.viewport
    x = strip.window[0] / 2
    strip.hand.click(x, 30.0)
    assert strip.middle == pytest.approx(x, abs=1.0)
    assert strip.navigator.viewport.length == before.length
    strip.navigator.back()
    assert strip.navigator.viewport == before


def test_a_click_in_the_window_moves_nothing(strip: Strip) -> None:
    before = strip.navigator.viewport
    strip.hand.click(strip.middle + 20.0, 30.0)
    assert strip.navigator.viewport == before


def test_the_window_is_dragged_by_where_it_is_held(strip: Strip) -> None:
    left, right = strip.window
    length = strip.navigator.viewport.length
    strip.hand.drag((left + 30.0, 30.0), (left + 150.0, 40.0))
    assert strip.window == pytest.approx((left + 120.0, right + 120.0), abs=1.0)
    assert strip.navigator.viewport.length == length


def test_after_a_click_beside_it_the_window_follows_the_hand(strip: Strip) -> None:
    x = strip.window[0] / 2
    strip.hand.drag((x, 30.0), (x + 90.0, 30.0))
    assert strip.middle == pytest.approx(x + 90.0, abs=1.0)


@pytest.mark.parametrize("edge", ["left", "right"])
@pytest.mark.parametrize("by", [-60.0, 45.0])
def test_an_edge_is_dragged(strip: Strip, edge: str, by: float) -> None:
    left, right = strip.window
    held = left if edge == "left" else right
    strip.hand.drag((held + 2.0, 30.0), (held + by, 30.0))
    now_left, now_right = strip.window
    assert now_left == pytest.approx(left + (by if edge == "left" else 0.0), abs=1.0)
    assert now_right == pytest.approx(right + (by if edge == "right" else 0.0), abs=1.0)


@pytest.mark.parametrize("edge", ["left", "right"])
def test_an_edge_dragged_over_the_other_stops_there(strip: Strip, edge: str) -> None:
    left, right = strip.window
    held, target, other = (left, 800.0, right) if edge == "left" else (right, 15.0, left)
    strip.hand.drag((held, 30.0), (target, 30.0), steps=40)
    now_left, now_right = strip.window
    assert (now_right if edge == "left" else now_left) == pytest.approx(other, abs=1.0)
    assert 4.0 <= now_right - now_left < 40.0


def test_an_edge_that_is_only_touched_stays(strip: Strip) -> None:
    left, right = strip.window
    strip.hand.click(left + 4.0, 30.0)
    strip.hand.click(right - 4.0, 30.0)
    assert strip.window == pytest.approx((left, right), abs=0.01)


def test_a_press_that_moves_nothing_is_no_view_to_come_back_to(strip: Strip) -> None:
    strip.hand.click(strip.middle, 30.0)
    assert not strip.navigator.can_go_back


def test_a_narrow_window_can_be_dragged_too(strip: Strip) -> None:
    strip.zoom(1e7)
    length, middle = strip.navigator.viewport.length, strip.middle
    assert strip.window[1] - strip.window[0] >= 4.0
    strip.hand.drag((middle, 30.0), (middle + 100.0, 30.0))
    assert strip.middle == pytest.approx(middle + 100.0, abs=4.0)
    assert strip.navigator.viewport.length == length


def test_the_pointer_tells_what_a_drag_would_do(strip: Strip) -> None:
    left, right = strip.window
    shapes = {
        left: Qt.CursorShape.SizeHorCursor,
        right: Qt.CursorShape.SizeHorCursor,
        strip.middle: Qt.CursorShape.OpenHandCursor,
        left / 2: Qt.CursorShape.ArrowCursor,
    }
    for x, shape in shapes.items():
        strip.hand.move(x, 30.0)
        assert strip.overview.cursor().shape() == shape


def test_other_buttons_do_nothing(strip: Strip) -> None:
    before = strip.navigator.viewport
    strip.hand.drag((20.0, 30.0), (200.0, 30.0), button=RIGHT)
    assert strip.navigator.viewport == before


def test_keys_move_the_window(strip: Strip) -> None:
    before = strip.navigator.viewport
    for key, share in (
        (Qt.Key.Key_Right, 0.1),
        (Qt.Key.Key_Left, -0.1),
        (Qt.Key.Key_PageDown, 1.0),
        (Qt.Key.Key_PageUp, -1.0),
    ):
        strip.navigator.set_viewport(before)
        assert strip.key(key)
        assert strip.navigator.viewport == before.panned(share)
    assert not strip.key(Qt.Key.Key_A)


def test_it_can_be_reached_by_keys_and_shows_it(strip: Strip) -> None:
    strip.overview.clearFocus()
    before = strip.picture()
    assert strip.overview.focusPolicy() & Qt.FocusPolicy.TabFocus
    strip.overview.activateWindow()
    strip.overview.setFocus()
    QApplication.processEvents()
    assert strip.overview.hasFocus()
    assert strip.picture() != before


def test_it_has_words_for_those_who_do_not_see_it(strip: Strip) -> None:
    assert strip.overview.accessibleName() == "Overview"
    assert "arrow keys" in strip.overview.accessibleDescription()


def test_the_window_is_seen_where_it_is(strip: Strip) -> None:
    before = strip.picture()
    strip.navigator.set_viewport(strip.navigator.viewport.panned(1.5))
    assert strip.picture() != before
    strip.navigator.set_viewport(strip.navigator.viewport.panned(-1.5))
    assert strip.picture() == before


def test_hits_are_marked(strip: Strip) -> None:
    before = strip.picture()
    rows = np.array([10, 11, 200], np.int32)
    strip.navigator.set_hits(rows)
    marked = strip.picture()
    changed = {
        x for x in range(marked.width()) for y in range(marked.height())
        if marked.pixel(x, y) != before.pixel(x, y)
    }  # fmt: skip
    assert changed
    starts = strip.navigator.timeline.columns.start_earliest
    scale, left = strip.overview._scale, strip.overview._area.left()
    assert all(any(abs(x - left - scale.x(int(starts[row]))) <= 6.0 for row in rows) for x in changed)
    strip.navigator.set_hits(None)
    assert strip.picture() == before


def test_hidden_events_are_not_counted(strip: Strip) -> None:
    before = strip.picture()
    strip.navigator.set_hits(np.array([10], np.int32))
    marked = strip.picture()
    strip.navigator.set_hide_others(True)
    assert strip.picture() not in (before, marked)


def test_the_theme_can_change(strip: Strip) -> None:
    strip.overview.clearFocus()
    strip.overview.set_theme(DARK)
    assert strip.picture().pixelColor(1, 1).name() == DARK.canvas


@pytest.mark.parametrize(
    "timeline",
    [
        make_timeline(Head(), []),
        a_timeline("1997-05-27 - The only one"),
        a_timeline("../1997 - No beginning"),
        a_timeline("1997/.. - No end"),
        a_timeline("Y-138E8 - Big bang", "2020 - Now"),
    ],
    ids=["empty", "one", "no beginning", "no end", "the whole of time"],
)
def test_any_timeline_can_be_moved_about(strips: list[Strip], timeline: Timeline) -> None:
    strip = Strip(timeline)
    strips.append(strip)
    strip.picture()
    for factor in (10.0, 1e12, 1e-30):
        strip.zoom(factor)
        strip.picture()
        strip.hand.drag((30.0, 30.0), (200.0, 30.0))
        left, right = strip.window
        strip.hand.drag((left, 30.0), (left + 20.0, 30.0))
        strip.hand.drag((right, 30.0), (right - 20.0, 30.0))
        strip.key(Qt.Key.Key_PageDown)
        strip.navigator.set_hits(np.arange(len(timeline), dtype=np.int32))
        strip.picture()
        assert isinstance(strip.navigator.viewport, Viewport)
    strip.navigator.set_hide_others(True)
    strip.picture()


def test_a_tiny_strip_is_no_trouble(strip: Strip) -> None:
    for width in (1, 12, 21, 40):
        strip.overview.resize(width, 20)
        strip.picture()
        strip.hand.click(width / 2, 5.0)
