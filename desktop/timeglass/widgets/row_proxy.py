"""A proxy for a million rows: order and filter are two numpy arrays, not one call a row."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractItemModel, QAbstractProxyModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from timeglass.model.selecting import Rows

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class RowProxy(QAbstractProxyModel):
    """Shows some rows of a table in some order."""

    def __init__(self, source: QAbstractItemModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._order: NDArray[np.int32] = np.empty(0, np.int32)
        self._place: NDArray[np.int32] = np.empty(0, np.int32)
        self.setSourceModel(source)
        self.set_order(np.arange(source.rowCount(), dtype=np.int32))
        source.modelAboutToBeReset.connect(self.beginResetModel)
        source.modelReset.connect(self._on_source_reset)
        source.dataChanged.connect(self._on_data_changed)

    @property
    def order(self) -> Rows:
        """Source rows in the order shown."""
        return self._order

    def set_order(self, order: Rows) -> None:
        """Show these source rows, in this order."""
        self.beginResetModel()
        self._take(order)
        self.endResetModel()

    def _take(self, order: Rows) -> None:
        self._order = order
        self._place = np.full(self.sourceModel().rowCount(), -1, np.int32)
        self._place[order] = np.arange(len(order), dtype=np.int32)

    def places_of(self, rows: Rows) -> Rows:
        """Places of source rows, ascending; those not shown are left out."""
        places = self._place[rows]
        return np.sort(places[places >= 0])

    def _on_source_reset(self) -> None:
        self._take(np.arange(self.sourceModel().rowCount(), dtype=np.int32))
        self.endResetModel()

    def _on_data_changed(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def index_at(self, row: int, column: int) -> QModelIndex:
        """Index of a place and column that are known to exist."""
        return self.createIndex(row, column)

    # What follows is asked for by Qt.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.sourceModel().columnCount()

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        if parent.isValid() or not (0 <= row < len(self._order) and 0 <= column < self.columnCount()):
            return QModelIndex()
        return self.createIndex(row, column)

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        return QModelIndex()

    def mapToSource(self, index: Index) -> QModelIndex:
        if not index.isValid() or index.row() >= len(self._order):
            return QModelIndex()
        return self.sourceModel().index(int(self._order[index.row()]), index.column())

    def mapFromSource(self, index: Index) -> QModelIndex:
        if not index.isValid() or index.row() >= len(self._place):
            return QModelIndex()
        return self.index(int(self._place[index.row()]), index.column())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return self.sourceModel().headerData(section, orientation, role)
