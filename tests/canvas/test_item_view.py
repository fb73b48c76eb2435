"""What Qt asks of every item view: what is drawn is what is hit, selected and told."""

import numpy as np
import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView

from canvas.hand import NONE, Canvas
from timeglass.layout.viewport import Viewport

Flag = QItemSelectionModel.SelectionFlag


@pytest.fixture(params=["towns", "crowded", "overflowing"])
def any_view(request: pytest.FixtureRequest) -> Canvas:
    view: Canvas = request.getfixturevalue(request.param)
    return view


def test_rectangles_and_indexes_agree(any_view: Canvas) -> None:
    view, model = any_view.view, any_view.model
    body = QRect(0, int(any_view.scene.header_px), view.viewport().width(), view.viewport().height())
    told = 0
    for row in range(model.rowCount()):
        rect = view.visualRect(model.index(row, 0))
        if rect.isEmpty():
            continue
        assert body.contains(rect)
        assert view.indexAt(rect.center()).row() == row
        told += 1
    drawn = {box.row for box in any_view.scene.boxes} | {one.row for one in any_view.scene.clusters if one.row >= 0}
    assert 0 < told <= len(drawn)
    assert told >= 0.8 * len(drawn)


def test_every_point_of_the_picture_that_hits_lies_in_the_rectangle(crowded: Canvas) -> None:
    view = crowded.view
    for x in range(0, 1000, 13):
        for y in range(0, 600, 7):
            index = view.indexAt(QPoint(x, y))
            if index.isValid():
                slack = view.visualRect(index).adjusted(-5, -3, 5, 3)
                assert slack.contains(QPoint(x, y)), (x, y, index.row())


def test_what_is_out_of_view_has_no_rectangle(towns: Canvas) -> None:
    towns.navigator.set_viewport(towns.navigator.viewport.panned(5.0))
    assert all(towns.view.visualRect(towns.model.index(row, 0)).isEmpty() for row in range(12))
    assert towns.view.visualRect(QModelIndex()).isEmpty()
    assert not towns.view.indexAt(QPoint(5, 5)).isValid()


def test_scrolled_lanes_have_no_rectangle_under_the_ruler(overflowing: Canvas) -> None:
    overflowing.view.scroll_lanes(1e6)
    scene = overflowing.scene
    for box in scene.boxes:
        rect = overflowing.view.visualRect(overflowing.model.index(box.row, 0))
        assert rect.isEmpty() or rect.top() >= int(scene.header_px)


def test_hidden_is_what_a_filter_hides(towns: Canvas) -> None:
    view, model = towns.view, towns.model
    assert not any(view.isIndexHidden(model.index(row, 0)) for row in range(12))
    towns.navigator.set_hits(np.array([2, 7], np.int32))
    assert not any(view.isIndexHidden(model.index(row, 0)) for row in range(12))
    towns.navigator.set_hide_others(True)
    assert [row for row in range(12) if not view.isIndexHidden(model.index(row, 0))] == [2, 7]
    assert view.visualRect(model.index(3, 0)).isEmpty()


def test_set_selection_selects_what_the_rectangle_touches(towns: Canvas) -> None:
    view, model = towns.view, towns.model
    rect = view.visualRect(model.index(4, 0)).adjusted(2, 2, -2, -2)
    view.setSelection(rect, Flag.ClearAndSelect | Flag.Rows)
    assert towns.selected == [4]
    other = view.visualRect(model.index(6, 0)).adjusted(2, 2, -2, -2)
    view.setSelection(other, Flag.Select | Flag.Rows)
    assert towns.selected == [4, 6]
    view.setSelection(other, Flag.Toggle | Flag.Rows)
    assert towns.selected == [4]


def test_the_region_of_a_selection_is_its_rectangles(towns: Canvas) -> None:
    view, model = towns.view, towns.model
    selection = QItemSelection(model.index(3, 0), model.index(4, model.columnCount() - 1))
    wanted = QRegion(view.visualRect(model.index(3, 0))).united(view.visualRect(model.index(4, 0)))
    assert view.visualRegionForSelection(selection).boundingRect() == wanted.boundingRect()
    assert view.visualRegionForSelection(QItemSelection()).isEmpty()


def test_scroll_to_brings_into_view(towns: Canvas) -> None:
    towns.navigator.set_viewport(Viewport.over(towns.view.span_of(0)).zoomed(0.1))
    towns.view.scrollTo(towns.model.index(11, 0))
    assert not towns.view.visualRect(towns.model.index(11, 0)).isEmpty()
    before = towns.navigator.viewport
    towns.view.scrollTo(QModelIndex())
    assert towns.navigator.viewport == before


def test_another_view_that_makes_an_event_current_brings_it_into_view(towns: Canvas) -> None:
    towns.navigator.set_viewport(Viewport.over(towns.view.span_of(0)).zoomed(0.1))
    towns.selection.setCurrentIndex(towns.model.index(9, 0), Flag.ClearAndSelect | Flag.Rows)
    assert not towns.view.visualRect(towns.model.index(9, 0)).isEmpty()


def test_qts_own_moves_lead_where_keys_lead(towns: Canvas) -> None:
    action = QAbstractItemView.CursorAction
    towns.hand.click(*towns.point(5))
    for move, row in ((action.MoveNext, 6), (action.MovePrevious, 4), (action.MoveHome, 0), (action.MoveEnd, 11)):
        assert towns.view.moveCursor(move, NONE).row() == row
    assert towns.view.moveCursor(action.MovePageDown, NONE).row() == 5


def test_offsets(overflowing: Canvas) -> None:
    assert overflowing.view.horizontalOffset() == 0
    overflowing.view.scroll_lanes(33.0)
    assert overflowing.view.verticalOffset() == 33


def test_select_all_is_ranges_and_shown(towns: Canvas) -> None:
    before = towns.picture()
    towns.view.selectAll()
    assert towns.selected == list(range(12))
    assert towns.picture() != before
    towns.view.clearSelection()
    assert towns.selected == []


def test_a_model_that_is_reset_is_no_trouble(towns: Canvas) -> None:
    from timelines import little

    towns.hand.click(*towns.point(11))
    other = little(3)
    towns.model.set_timeline(other)
    towns.navigator.set_timeline(other)
    assert (towns.selected, towns.current) == ([], -1)
    assert {box.row for box in towns.scene.boxes} == {0, 1, 2}
    towns.picture()
