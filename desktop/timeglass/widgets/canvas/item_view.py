"""What Qt asks of every item view, answered from the scene: what is drawn is what is hit."""

from abc import abstractmethod
from collections.abc import Iterable
from itertools import chain

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from timeglass.layout.build import SceneBuilder
from timeglass.layout.hit import ink_of, rows_in
from timeglass.layout.scene import Box, Cluster, Scene
from timeglass.layout.slots import MARK_PX
from timeglass.model.navigator import Navigator
from timeglass.model.selecting import selection_of

Index = QModelIndex | QPersistentModelIndex


class SceneItemView(QAbstractItemView):
    """An item view whose items are the boxes of a scene."""

    current_moved = Signal()
    """Another event is current."""
    selection_moved = Signal()
    """Other events are selected."""

    def __init__(self, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setMouseTracking(True)
        # Making the viewport is quicker than asking for the one that is there: PySide need not look through its kind.
        area = QWidget()
        self.setViewport(area)
        area.setMouseTracking(True)
        self.setMinimumSize(240, 160)

    @property
    def navigator(self) -> Navigator:
        """What the view shows, and asks to move."""
        return self._navigator

    @abstractmethod
    def builder(self) -> SceneBuilder:
        """The scene builder for what the navigator shows now."""

    @abstractmethod
    def cluster_rows(self, cluster: Cluster) -> list[int]:
        """Rows that a cluster folds, most important first."""

    @abstractmethod
    def scene(self) -> Scene:
        """What is painted."""

    @abstractmethod
    def row_at(self, x: float, y: float) -> int:
        """Row of the event under a point of the view; -1 for none."""

    @abstractmethod
    def reveal(self, row: int) -> None:
        """Bring an event into view, moving as little as needed."""

    @abstractmethod
    def _neighbour(self, key: Qt.Key) -> int | None:
        """Row that a key leads to; -1 for nowhere, None for a key that leads to no event."""

    @abstractmethod
    def redraw(self) -> None:
        """Paint again soon."""

    @abstractmethod
    def forget_ink(self) -> None:
        """Prepare texts and marks anew: what they were prepared for has changed."""

    def event(self, event: QEvent) -> bool:
        # A window that is dragged to another screen tells of it in no other way.
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.DevicePixelRatioChange):
            self.forget_ink()
        return super().event(event)

    def visualRect(self, index: Index) -> QRect:
        scene, row = self.scene(), index.row()
        items: Iterable[Box | Cluster] = chain(scene.boxes, scene.clusters)
        return next((self.rect_of(item) for item in items if item.row == row >= 0), QRect())

    def rect_of(self, item: Box | Cluster) -> QRect:
        """Rectangle of the view of what stands in the scene, as far as it is in sight; empty where it is not."""
        scene = self.scene()
        if isinstance(item, Box):
            left, right = ink_of(item)
        else:
            slack = MARK_PX if item.row >= 0 else 0.0
            left, right = item.x0_px - slack, item.x1_px + slack
        ink = QRectF(left, item.y_px, right - left, item.height_px)
        body = QRectF(0.0, scene.header_px, scene.width_px, scene.body_bottom_px - scene.header_px)
        return ink.intersected(body).translated(scene.gutter_px, 0.0).toAlignedRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self.row_at(point.x(), point.y())
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if index.isValid():
            self.reveal(index.row())

    def moveCursor(self, cursor_action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        action = QAbstractItemView.CursorAction
        keys = {
            action.MoveLeft: Qt.Key.Key_Left,
            action.MovePrevious: Qt.Key.Key_Left,
            action.MoveRight: Qt.Key.Key_Right,
            action.MoveNext: Qt.Key.Key_Right,
            action.MoveUp: Qt.Key.Key_Up,
            action.MoveDown: Qt.Key.Key_Down,
            action.MoveHome: Qt.Key.Key_Home,
            action.MoveEnd: Qt.Key.Key_End,
        }
        row = self._neighbour(keys[cursor_action]) if cursor_action in keys else None
        return self.model().index(row, 0) if row is not None and row >= 0 else self.currentIndex()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return round(self.scene().scroll_px)

    def isIndexHidden(self, index: Index) -> bool:
        shown = self._navigator.shown_rows
        return shown is not None and not bool(np.isin(index.row(), shown))

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        self.selectionModel().select(selection_of(self.model(), self.rows_touching(QRectF(rect))), command)

    def rows_touching(self, rect: QRectF) -> NDArray[np.int32]:
        """Rows whose ink in sight touches a rectangle of the view, ascending; clusters are not opened."""
        scene = self.scene()
        left, right = max(rect.left() - scene.gutter_px, 0.0), min(rect.right() - scene.gutter_px, scene.width_px)
        top, bottom = max(rect.top(), scene.header_px), min(rect.bottom(), scene.body_bottom_px)
        rows = rows_in(scene, left, top, right, bottom) if left <= right and top <= bottom else []
        return np.array(rows, np.int32)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region, scene = QRegion(), self.scene()
        for row in [box.row for box in scene.boxes] + [one.row for one in scene.clusters if one.row >= 0]:
            index = self.model().index(row, 0)
            if selection.contains(index):
                region += self.visualRect(index)
        return region

    def focusInEvent(self, event: QFocusEvent) -> None:
        # The base class would make the first event the current one.
        self.redraw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.redraw()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        # The base class asks for the region of the whole selection; a frame costs less.
        self.redraw()
        self.selection_moved.emit()

    def currentChanged(self, current: Index, previous: Index) -> None:
        self.redraw()
        if current.isValid() and self.hasAutoScroll():
            self.scrollTo(current)
        self.current_moved.emit()

    def updateGeometries(self) -> None:
        pass
