"""What is seen: the same view is the same picture, and every change of state can be seen."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QToolTip

from builders import a_timeline, crowd
from canvas.conftest import MakeCanvas
from canvas.hand import CTRL, Canvas
from timeglass.events.timeline import Head, make_timeline
from timeglass.paint.theme import DARK, LIGHT, PRINT

Flag = QItemSelectionModel.SelectionFlag


def ink_near(picture: QImage, x: float, y: float, ground: str, reach: int = 7) -> int:
    """How far the darkest pixel around a point is from the ground: the sum of its channels' distances."""
    ground_color = QImage(1, 1, QImage.Format.Format_RGB32)
    ground_color.fill(ground)
    base = ground_color.pixelColor(0, 0)
    return max(
        abs(color.red() - base.red()) + abs(color.green() - base.green()) + abs(color.blue() - base.blue())
        for dx in range(-reach, reach + 1)
        for dy in range(-reach, reach + 1)
        for color in (picture.pixelColor(round(x) + dx, round(y) + dy),)
    )


@pytest.mark.parametrize("which", ["towns", "crowded", "overflowing"])
def test_the_same_view_is_the_same_picture(request: pytest.FixtureRequest, which: str) -> None:
    canvas: Canvas = request.getfixturevalue(which)
    before, viewport = canvas.picture(), canvas.navigator.viewport
    assert canvas.picture() == before
    for turn in (120, 120, -120, 120, -120, -120):
        canvas.hand.wheel(470.0, 200.0, angle=(0, turn), modifiers=CTRL)
        canvas.picture()
    canvas.hand.wheel(470.0, 200.0, pixels=(313, 0))
    canvas.picture()
    canvas.navigator.set_viewport(viewport)
    assert canvas.picture() == before


def test_two_windows_show_the_same(canvas: MakeCanvas) -> None:
    timeline = crowd(200, seed=4)
    assert canvas(timeline).picture() == canvas(timeline).picture()


def test_themes_change_while_it_is_shown(towns: Canvas) -> None:
    light = towns.picture()
    for theme in (DARK, PRINT):
        towns.view.set_theme(theme)
        picture = towns.picture()
        assert picture != light
        x, y = towns.empty_point()
        assert picture.pixelColor(round(x), round(y)).name() == theme.canvas
    towns.view.set_theme(LIGHT)
    assert towns.picture() == light


def test_a_change_of_style_keeps_the_picture(towns: Canvas) -> None:
    before = towns.picture()
    QApplication.sendEvent(towns.view, QEvent(QEvent.Type.StyleChange))
    assert towns.picture() == before


def test_other_lanes_are_other_boxes(crowded: Canvas) -> None:
    before = crowded.picture()
    assert len(crowded.scene.lanes) == 3
    crowded.navigator.set_grouping("none")
    assert len(crowded.scene.lanes) == 1
    assert crowded.picture() != before
    crowded.navigator.set_grouping("category")
    assert crowded.picture() == before


def test_lanes_by_actor(towns: Canvas) -> None:
    towns.navigator.set_grouping("actor")
    assert {lane.label for lane in towns.scene.lanes} == {"Ann", "Bob", ""}
    assert {towns.scene.lanes[echo.lane].label for echo in towns.scene.echoes} == {"Bob"}
    towns.picture()


def test_another_language_is_other_words(towns: Canvas) -> None:
    before = towns.picture()
    towns.navigator.set_language("uk")
    assert {lane.label for lane in towns.scene.lanes} == {"Розмови", "Deeds"}
    assert towns.picture() != before


def test_what_a_search_does_not_find_is_dimmed(towns: Canvas) -> None:
    before = towns.picture()
    rows = [box.row for box in towns.scene.boxes if not box.is_bar]
    found = rows[::2]
    towns.navigator.set_hits(np.array(sorted(found), np.int32))
    after = towns.picture()
    assert {box.row for box in towns.scene.boxes} >= set(rows)  # nothing goes
    for row in rows:
        x, y = towns.point(row)
        strength, was = ink_near(after, x, y, LIGHT.canvas), ink_near(before, x, y, LIGHT.canvas)
        if row in found:
            assert strength >= 0.95 * was
        else:
            assert strength < 0.6 * was
    towns.navigator.set_hits(None)
    assert towns.picture() == before


def test_the_switch_hides_the_rest(towns: Canvas) -> None:
    before = towns.picture()
    towns.navigator.set_hits(np.array([2, 7], np.int32))
    towns.navigator.set_hide_others(True)
    assert {box.row for box in towns.scene.boxes} == {2, 7}
    assert sum(lane.count for lane in towns.scene.lanes) == 2
    towns.picture()
    towns.navigator.set_hits(np.array([3], np.int32))
    assert {box.row for box in towns.scene.boxes} == {3}
    towns.navigator.set_hits(np.array([], np.int32))
    assert not towns.scene.boxes
    towns.picture()
    towns.navigator.set_hide_others(False)
    towns.navigator.set_hits(None)
    assert towns.picture() == before


def test_hits_inside_clusters_are_seen(crowded: Canvas) -> None:
    cluster = max((one for one in crowded.scene.clusters if one.row < 0), key=lambda one: one.count)
    row = crowded.view.cluster_rows(cluster)[0]
    crowded.navigator.set_hits(np.array([], np.int32))
    none = crowded.picture()
    crowded.navigator.set_hits(np.array([row], np.int32))
    assert crowded.picture() != none


def test_selected_and_current_are_seen(towns: Canvas) -> None:
    before = towns.picture()
    towns.selection.setCurrentIndex(towns.model.index(3, 0), Flag.ClearAndSelect | Flag.Rows)
    both = towns.picture()
    towns.selection.clearSelection()
    current = towns.picture()
    assert len({bytes(picture.constBits()) for picture in (before, both, current)}) == 3


def test_a_selected_event_can_be_told_from_a_hovered_one(towns: Canvas) -> None:
    towns.hand.move(*towns.point(3))
    hovered = towns.picture()
    towns.hand.click(*towns.point(3))
    assert towns.picture() != hovered


def test_the_current_event_is_marked_stronger_with_the_focus(towns: Canvas) -> None:
    towns.selection.setCurrentIndex(towns.model.index(3, 0), Flag.NoUpdate)
    towns.view.activateWindow()
    towns.view.setFocus()
    QApplication.processEvents()
    focused = towns.picture()
    towns.view.clearFocus()
    assert towns.picture() != focused


def test_a_folded_current_event_is_seen_at_its_cluster(crowded: Canvas) -> None:
    before = crowded.picture()
    cluster = next(one for one in crowded.scene.clusters if one.row < 0 and one.x0_px > 0)
    row = crowded.view.cluster_rows(cluster)[0]
    viewport = crowded.navigator.viewport
    crowded.selection.setCurrentIndex(crowded.model.index(row, 0), Flag.NoUpdate)
    assert crowded.navigator.viewport == viewport
    assert crowded.picture() != before


def test_sharp_on_another_screen(crowded: Canvas, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is prepared for one screen is not blown up on the next one."""
    crowded.picture()
    once = crowded.view._painter
    monkeypatch.setattr(crowded.view, "devicePixelRatioF", lambda: 2.0)
    QApplication.sendEvent(crowded.view, QEvent(QEvent.Type.DevicePixelRatioChange))
    crowded.picture()
    assert crowded.view._painter is not once
    assert crowded.view._painter is not None
    assert crowded.view._painter._sprites._factor == 2.0


@pytest.mark.parametrize("size", [(240, 160), (640, 400), (3840, 2160), (900, 160)])
def test_any_size_can_be_painted(canvas: MakeCanvas, size: tuple[int, int]) -> None:
    view = canvas(crowd(300, seed=9), size)
    view.picture()
    view.hand.wheel(size[0] / 2, size[1] / 2, angle=(0, 120), modifiers=CTRL)
    view.picture()


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["1997-05-27 - The only one"],
        ["../1997 - No beginning"],
        ["1997/.. - No end"],
        ["Y-138E8 - Big bang"],
        ["1997-05-27T12:00:00 - One second"],
        ["199X - A decade", "1995~ - About", "[1993..1996] - One of some days"],
    ],
    ids=["empty", "one", "no beginning", "no end", "deep time", "a second", "doubt"],
)
@pytest.mark.parametrize("grouping", ["category", "era", "actor", "none"])
def test_small_timelines_work_everywhere(canvas: MakeCanvas, words: list[str], grouping: str) -> None:
    view = canvas(a_timeline(*words) if words else make_timeline(Head(), []))
    view.navigator.set_grouping(grouping)
    view.picture()
    for key in (
        Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space,
    ):  # fmt: skip
        view.key(key)
        view.picture()
    for x in (5.0, 200.0, 500.0, 990.0):
        for y in (2.0, 30.0, 100.0, 300.0, 590.0):
            view.hand.move(x, y)
            view.hand.click(x, y)
            view.hand.double_click(x, y)
            view.hand.drag((x, y), (x + 50.0, y + 50.0), Qt.KeyboardModifier.AltModifier)
            view.hand.drag((x, y), (x + 50.0, y + 50.0), Qt.KeyboardModifier.ShiftModifier)
            view.hand.wheel(x, y, angle=(0, 120), modifiers=CTRL)
            view.hand.wheel(x, y, angle=(0, -120))
            view.view.words_at(view.hand.at.toPoint())
    view.picture()
    for do in (view.view.zoom_in, view.view.zoom_out, view.view.fit_all, view.view.selectAll):
        do()
        view.picture()
    for row in range(len(words)):
        view.view.reveal(row)
        view.navigator.set_hits(np.array([row], np.int32))
        view.picture()
    view.navigator.set_hide_others(True)
    view.picture()
    QToolTip.hideText()
