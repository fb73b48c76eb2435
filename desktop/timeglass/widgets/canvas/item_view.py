"""What Qt asks of every item view, answered from the scene: what is drawn is what is hit."""

from abc import abstractmethod

import numpy as np
from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QWidget

from timeglass.layout.hit import ink_of, rows_in
from timeglass.layout.scene import Scene
from timeglass.model.navigator import Navigator
from timeglass.model.selecting import selection_of

Index = QModelIndex | QPersistentModelIndex


class SceneItemView(QAbstractItemView):
    """An item view whose items are the boxes of a scene."""

    def __init__(self, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._navigator = navigator

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

    def visualRect(self, index: Index) -> QRect:
        scene = self.scene()
        for box in scene.boxes:
            if box.row == index.row():
                left, right = ink_of(box)
                left, right = max(left, 0.0) + scene.gutter_px, min(right, scene.width_px) + scene.gutter_px
                return QRectF(left, box.y_px, right - left, box.height_px).toAlignedRect()
        return QRect()

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
        scene, area = self.scene(), QRectF(rect).translated(-self.scene().gutter_px, 0.0)
        rows = rows_in(scene, area.left(), area.top(), area.right(), area.bottom())
        self.selectionModel().select(selection_of(self.model(), np.array(rows, np.int32)), command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for box in self.scene().boxes:
            if selection.contains(self.model().index(box.row, 0)):
                region += self.visualRect(self.model().index(box.row, 0))
        return region

    def focusInEvent(self, event: QFocusEvent) -> None:
        # The base class would make the first event the current one.
        self.redraw()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.redraw()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        # The base class asks for the region of the whole selection; a frame costs less.
        self.redraw()

    def currentChanged(self, current: Index, previous: Index) -> None:
        self.redraw()
        if current.isValid():
            self.scrollTo(current)

    def updateGeometries(self) -> None:
        pass
