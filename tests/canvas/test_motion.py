"""Motion helps the eye: it is short, eased, can be interrupted, ends exactly, and is off where it is not wanted."""

import time

import pytest
from PySide6.QtCore import QTimer, QVariantAnimation
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProxyStyle, QStyle, QStyleHintReturn, QStyleOption, QWidget
from pytestqt.qtbot import QtBot

from canvas.hand import CTRL, Canvas
from timeglass.layout.viewport import Viewport
from timeglass.widgets.canvas.motion import GLIDE_MS, motion_wanted
from timelines import little


def running(canvas: Canvas) -> list[str]:
    """What of the view is still ticking."""
    # Looking ahead in idle time moves nothing.
    active = [timer.objectName() or "timer" for timer in canvas.view.findChildren(QTimer) if timer.isActive()]
    timers = [name for name in active if name not in ("look ahead", "led by hand")]
    glides = [
        "animation"
        for animation in canvas.view.findChildren(QVariantAnimation)
        if animation.state() == QVariantAnimation.State.Running
    ]
    return timers + glides


def test_without_motion_goals_are_reached_at_once(towns: Canvas) -> None:
    before = towns.navigator.viewport
    towns.view.zoom_in()
    assert towns.navigator.viewport == before.zoomed(1.6)
    assert running(towns) == []


@pytest.mark.usefixtures("moving")
def test_a_glide_takes_a_moment_and_ends_exactly(towns: Canvas, qtbot: QtBot) -> None:
    before = towns.navigator.viewport
    seen: list[Viewport] = []
    towns.navigator.viewport_changed.connect(lambda: seen.append(towns.navigator.viewport))
    goal = before.zoomed(1.6)
    started = time.perf_counter()
    with qtbot.waitSignal(towns.view.motion.settled):
        towns.view.zoom_in()
        assert towns.navigator.viewport == before
        assert towns.view.motion.goal == goal
    assert time.perf_counter() - started >= 0.8 * GLIDE_MS / 1000
    assert 150 <= GLIDE_MS <= 250
    assert seen[-1] == towns.navigator.viewport == goal
    lengths = [viewport.length for viewport in seen]
    assert lengths == sorted(lengths, reverse=True)
    qtbot.waitUntil(lambda: running(towns) == [])


@pytest.mark.usefixtures("moving")
def test_steps_add_up_while_gliding(towns: Canvas, qtbot: QtBot) -> None:
    goal = towns.navigator.viewport.zoomed(1.6).zoomed(1.6).zoomed(1.6)
    with qtbot.waitSignal(towns.view.motion.settled):
        for _ in range(3):
            towns.view.zoom_in()
            QTest.qWait(20)
    assert towns.navigator.viewport == goal


@pytest.mark.usefixtures("moving")
@pytest.mark.parametrize("touch", ["press", "wheel", "back", "set"])
def test_a_touch_interrupts_a_glide(towns: Canvas, qtbot: QtBot, touch: str) -> None:
    first = towns.navigator.viewport
    towns.view.show_span(towns.view.span_of(5), 0.4)
    qtbot.waitUntil(lambda: towns.navigator.viewport != first)
    if touch == "press":
        towns.hand.press(400.0, 300.0)
    elif touch == "wheel":
        towns.hand.wheel(400.0, 300.0, pixels=(0, 2), modifiers=CTRL)
    elif touch == "back":
        towns.navigator.back()
        assert towns.navigator.viewport == first
    else:
        towns.navigator.set_viewport(first.panned(0.25))
    stopped = towns.navigator.viewport
    QTest.qWait(GLIDE_MS + 60)
    assert towns.navigator.viewport == stopped
    if touch == "press":
        towns.hand.release()
    qtbot.waitUntil(lambda: running(towns) == [])


@pytest.mark.usefixtures("moving")
def test_another_timeline_ends_a_glide(towns: Canvas, qtbot: QtBot) -> None:
    first = towns.navigator.viewport
    towns.view.show_span(towns.view.span_of(5), 0.4)
    qtbot.waitUntil(lambda: towns.navigator.viewport != first)
    other = little(4)
    towns.model.set_timeline(other)
    towns.navigator.set_timeline(other)
    home = towns.navigator.viewport
    QTest.qWait(GLIDE_MS + 60)
    assert towns.navigator.viewport == home


@pytest.mark.usefixtures("moving")
def test_gliding_to_where_one_is_settles(towns: Canvas, qtbot: QtBot) -> None:
    before = towns.navigator.viewport
    with qtbot.waitSignal(towns.view.motion.settled):
        towns.view.motion.glide_to(before)
    assert towns.navigator.viewport == before


@pytest.mark.usefixtures("moving")
def test_a_level_step_is_animated_and_ends_at_the_scene(crowded: Canvas, qtbot: QtBot) -> None:
    keeper = crowded.view._keeper
    before = crowded.scene
    crowded.picture()
    for _ in range(20):
        crowded.hand.wheel(500.0, 300.0, pixels=(0, 30), modifiers=CTRL)
        moved = [
            (old, new)
            for new in crowded.scene.boxes
            for old in before.boxes
            if old.row == new.row and old.y_px != new.y_px
        ]
        if crowded.scene.level != before.level and moved:
            break
        before = crowded.scene
        keeper.scene_to_draw()
    else:
        pytest.fail("no level step moved anything")
    old, new = moved[0]

    def drawn() -> float:
        return next(box.y_px for box in keeper.scene_to_draw().boxes if box.row == new.row)

    first = drawn()
    assert abs(first - old.y_px) < abs(first - new.y_px)
    crowded.navigator.set_viewport(crowded.navigator.viewport.panned(0.001))
    later = drawn()  # going on does not break it off
    assert abs(later - old.y_px) < abs(new.y_px - old.y_px)
    qtbot.waitUntil(lambda: running(crowded) == [], timeout=5_000)
    assert keeper.scene_to_draw() == crowded.scene


@pytest.mark.usefixtures("moving")
def test_what_is_clicked_while_a_level_step_is_drawn_is_the_scene_at_rest(crowded: Canvas) -> None:
    """Hits are told from where things come to stand: a click lands there even while the eye is led."""
    crowded.picture()
    for _ in range(12):
        crowded.hand.wheel(500.0, 300.0, pixels=(0, 30), modifiers=CTRL)
    scene = crowded.scene
    box = next(box for box in scene.boxes if 100.0 < box.x0_px < 700.0)
    assert crowded.view.row_at(box.x0_px + scene.gutter_px, box.y_px + 10.0) == box.row


def test_without_motion_a_level_step_is_there_at_once(crowded: Canvas) -> None:
    crowded.picture()
    for _ in range(12):
        crowded.hand.wheel(500.0, 300.0, pixels=(0, 30), modifiers=CTRL)
        assert crowded.view._keeper.scene_to_draw() is crowded.scene


@pytest.mark.usefixtures("moving")
def test_panning_moves_nothing_up_or_down(crowded: Canvas) -> None:
    heights = {box.row: box.y_px for box in crowded.scene.boxes}
    for _ in range(20):
        crowded.hand.wheel(500.0, 300.0, pixels=(23, 0))
        for box in crowded.scene.boxes:
            assert box.y_px == heights.setdefault(box.row, box.y_px)


def test_nothing_ticks_in_a_view_at_rest(towns: Canvas) -> None:
    towns.picture()
    towns.hand.drag((500.0, 300.0), (400.0, 300.0))
    towns.view.zoom_out()
    towns.picture()
    QTest.qWait(20)
    assert running(towns) == []


class _Style(QProxyStyle):
    """A system's style that does or does not ask for animations."""

    def __init__(self, duration: int) -> None:
        super().__init__("fusion")
        self._duration = duration

    def styleHint(  # noqa: N802
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_Widget_Animation_Duration:
            return self._duration
        return super().styleHint(hint, option, widget, returned)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("duration", [0, 200])
def test_the_system_says_whether_motion_is_wanted(monkeypatch: pytest.MonkeyPatch, duration: int) -> None:
    style = _Style(duration)
    monkeypatch.setattr(QApplication, "style", lambda: style)
    assert motion_wanted() == bool(duration)


@pytest.mark.usefixtures("moving")
def test_a_hand_that_goes_on_and_on_is_one_movement(towns: Canvas, qtbot: QtBot) -> None:
    """Levels may lag while it lasts; at rest the scene is the whole one."""
    view, navigator = towns.view, towns.navigator
    assert not view.motion.under_way
    with qtbot.waitSignal(view.motion.settled):
        for _ in range(6):
            navigator.set_viewport(navigator.viewport.zoomed(1.2))
            view.scene()
        assert view.motion.under_way
    assert not view.motion.under_way
    scene = view.scene()
    assert not scene.coarse
    navigator.set_viewport(navigator.viewport.zoomed(1.2))  # once is no movement
    assert not view.motion.under_way


def test_without_motion_a_hand_shows_the_whole_scene_at_once(towns: Canvas) -> None:
    for _ in range(6):
        towns.navigator.set_viewport(towns.navigator.viewport.zoomed(1.2))
        assert not towns.view.scene().coarse
    assert not towns.view.motion.under_way
