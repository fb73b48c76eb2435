"""Clicks and double-clicks: what is under the pointer is what is meant."""

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from builders import a_timeline
from canvas.conftest import MakeCanvas
from canvas.hand import CTRL, NONE, SHIFT, Canvas
from timeglass.layout.scene import Cluster
from timeglass.layout.viewport import Viewport


def test_a_click_selects_one(towns: Canvas) -> None:
    towns.hand.click(*towns.point(3))
    assert (towns.selected, towns.current) == ([3], 3)
    towns.hand.click(*towns.point(7))
    assert (towns.selected, towns.current) == ([7], 7)


def test_a_click_on_a_label_selects_too(towns: Canvas) -> None:
    box = towns.box(3)
    assert box.label
    towns.hand.click(box.label_x_px + box.label_width_px - 3.0 + towns.scene.gutter_px, box.y_px + 10.0)
    assert towns.selected == [3]


def test_ctrl_toggles(towns: Canvas) -> None:
    towns.hand.click(*towns.point(3))
    towns.hand.click(*towns.point(7), CTRL)
    assert (towns.selected, towns.current) == ([3, 7], 7)
    towns.hand.click(*towns.point(3), CTRL)
    assert (towns.selected, towns.current) == ([7], 3)


def test_shift_extends_in_time_order(towns: Canvas) -> None:
    towns.hand.click(*towns.point(3))
    towns.hand.click(*towns.point(7), SHIFT)
    assert towns.selected == [3, 4, 5, 6, 7]
    towns.hand.click(*towns.point(1), SHIFT)
    assert towns.selected == [1, 2, 3]


def test_shift_without_a_beginning_selects_one(towns: Canvas) -> None:
    towns.hand.click(*towns.point(5), SHIFT)
    assert towns.selected == [5]


def test_shift_skips_what_is_hidden(towns: Canvas) -> None:
    import numpy as np

    towns.navigator.set_hits(np.array([1, 3, 4, 8], np.int32))
    towns.navigator.set_hide_others(True)
    towns.hand.click(*towns.point(1))
    towns.hand.click(*towns.point(8), SHIFT)
    assert towns.selected == [1, 3, 4, 8]


def test_a_click_beside_everything_selects_nothing(towns: Canvas) -> None:
    towns.hand.click(*towns.point(3))
    empty = towns.empty_point()
    towns.hand.click(*empty, CTRL)
    towns.hand.click(*empty, SHIFT)
    assert towns.selected == [3]
    towns.hand.click(*empty)
    assert towns.selected == []


def test_a_click_on_a_cluster_keeps_the_view(crowded: Canvas) -> None:
    before = crowded.navigator.viewport
    crowded.hand.click(*crowded.middle(_cluster(crowded)))
    assert crowded.navigator.viewport == before
    assert crowded.selected == []


def test_a_click_does_not_move_what_is_under_the_pointer(canvas: MakeCanvas) -> None:
    """Even where the event began long before the view does."""
    view = canvas(a_timeline("1950/2020 - The long one", "1990 - A short one"))
    view.navigator.set_viewport(Viewport.over(view.navigator.timeline.span).zoomed(4.0, 0.6))
    before = view.navigator.viewport
    assert view.box(0).x0_px < 0.0
    view.hand.click(view.scene.gutter_px + 12.0, view.box(0).y_px + 10.0)
    assert view.selected == [0]
    assert view.navigator.viewport == before


def test_a_click_takes_the_focus(towns: Canvas) -> None:
    towns.view.clearFocus()
    towns.hand.click(*towns.empty_point())
    assert towns.view.hasFocus() or towns.view.window().focusWidget() is towns.view


def test_the_focus_alone_selects_nothing(towns: Canvas) -> None:
    towns.view.setFocus()
    QTest.qWait(0)
    assert (towns.selected, towns.current) == ([], -1)


@pytest.mark.parametrize("row", [2, 6])
def test_a_double_click_fits_the_event(towns: Canvas, row: int) -> None:
    before = towns.navigator.viewport
    towns.hand.double_click(*towns.point(row))
    span, view = towns.view.span_of(row), towns.navigator.viewport
    assert view.start < span.start < span.end < view.end
    assert span.length >= 0.25 * view.length
    assert towns.selected == [row]
    towns.navigator.back()
    assert towns.navigator.viewport == before


def test_a_double_click_fits_a_bar(canvas: MakeCanvas) -> None:
    view = canvas(a_timeline("1950/2020 - The long one", "1990 - A short one", "1996/1998 - Two years"))
    view.hand.double_click(*view.point(2))
    span, now = view.view.span_of(2), view.navigator.viewport
    assert now.start < span.start < span.end < now.end
    assert span.length >= 0.25 * now.length


@pytest.mark.usefixtures("moving")
def test_the_second_click_means_the_event_under_the_first(canvas: MakeCanvas, qtbot: QtBot) -> None:
    view = canvas(a_timeline("1950/2020 - The long one", "1990 - A short one"))
    view.navigator.set_viewport(Viewport.over(view.navigator.timeline.span).zoomed(4.0, 0.6))
    with qtbot.waitSignal(view.view.motion.settled):
        view.hand.double_click(view.scene.gutter_px + 12.0, view.box(0).y_px + 10.0)
    assert view.selected == [0]
    span, now = view.view.span_of(0), view.navigator.viewport
    assert now.start < span.start < span.end < now.end


def test_a_double_click_opens_a_cluster(crowded: Canvas) -> None:
    cluster = _cluster(crowded)
    before, rows = crowded.navigator.viewport, crowded.view.cluster_rows(cluster)
    assert len(rows) == cluster.count
    crowded.hand.double_click(*crowded.middle(cluster))
    view = crowded.navigator.viewport
    assert view.length < before.length
    index = crowded.view.builder().index
    assert all(view.start <= index.anchor(row) < view.end for row in rows)
    crowded.navigator.back()
    assert crowded.navigator.viewport == before


def test_a_cluster_of_one_day_opens_to_that_day(canvas: MakeCanvas) -> None:
    """Closer than its events last, nothing more comes apart."""
    many = [f"1997-05-27 - Event {number}" for number in range(30)]
    view = canvas(a_timeline("1990 - First", *many, "2005 - Last"))
    view.hand.double_click(*view.middle(_cluster(view)))
    day = 86_400
    assert day <= view.navigator.viewport.length <= 3 * day


def test_a_double_click_fits_an_era(canvas: MakeCanvas) -> None:
    view = canvas(a_timeline("1990 - First", "2010 - Last", eras=["1994/1999 - Some years", "../1993 - Before"]))
    band = next(band for band in view.scene.eras if band.era == 0)
    view.hand.double_click((band.x0_px + band.x1_px) / 2 + view.scene.gutter_px, band.y_px + 5.0)
    span = view.navigator.timeline.head.eras[0].date.bounds.span
    now = view.navigator.viewport
    assert now.start < span.start < span.end < now.end
    assert span.length >= 0.9 * now.length
    view.navigator.set_viewport(view.navigator.home_viewport())
    band = next(band for band in view.scene.eras if band.era == 1)
    view.hand.double_click(view.scene.gutter_px + 5.0, band.y_px + 5.0)
    assert view.navigator.viewport.length < 6 * 366 * 86_400  # an open beginning is cut at the timeline's


def test_a_double_click_beside_everything_zooms_in_there(towns: Canvas) -> None:
    x, y = towns.empty_point()
    under, length = towns.time_at(x), towns.navigator.viewport.length
    towns.hand.double_click(x, y)
    assert towns.navigator.viewport.length == pytest.approx(length / 2.0)
    assert abs(towns.time_at(x) - under) <= towns.scene.scale.seconds_per_px


def test_a_double_click_with_the_right_button_does_nothing(towns: Canvas) -> None:
    from canvas.hand import RIGHT

    before = towns.navigator.viewport
    towns.hand.double_click(*towns.point(2), button=RIGHT)
    assert towns.navigator.viewport == before


def test_clicks_at_every_pixel_hit_what_the_scene_says(crowded: Canvas) -> None:
    """No point below the ruler makes trouble, and only events are selected."""
    for x in range(0, 1000, 61):
        for y in range(round(crowded.scene.header_px), 600, 23):
            row = crowded.view.row_at(float(x), float(y))
            crowded.hand.click(float(x), float(y), NONE)
            assert crowded.selected == ([row] if row >= 0 else [])


def _cluster(canvas: Canvas) -> Cluster:
    """A cluster of several events that is wholly in view."""
    scene = canvas.scene
    return max(
        (one for one in scene.clusters if one.row < 0 and one.x0_px >= 0.0 and one.x1_px <= scene.width_px),
        key=lambda one: one.count,
    )
