"""How events are selected in the view: one, more, a stretch of time, what a frame touches."""

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QRectF, Qt

from timeglass.model.selecting import selection_of
from timeglass.widgets.canvas.moving_view import MovingView

_Select = QItemSelectionModel.SelectionFlag


class SelectingView(MovingView):
    """An item view whose events are selected by rows."""

    def select_band(self, band: QRectF, modifiers: Qt.KeyboardModifier) -> None:
        """Select all that a rectangle of the view touches; with Ctrl added to what is selected."""
        keep = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        flag = _Select.Select if keep else _Select.ClearAndSelect
        picked = selection_of(self.model(), self.rows_touching(band))
        self.selectionModel().select(picked, flag | _Select.Rows)

    def _set_current(self, row: int, flags: QItemSelectionModel.SelectionFlag) -> None:
        """Make an event current where it stands: what is clicked stays under the pointer."""
        self.setAutoScroll(False)
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), flags)
        self.setAutoScroll(True)

    def _extend_to(self, row: int) -> None:
        anchor = self.currentIndex().row()
        anchor = row if anchor < 0 else anchor
        shown = self._navigator.shown_rows
        low, high = min(anchor, row), max(anchor, row)
        rows = np.arange(low, high + 1, dtype=np.int32)
        if shown is not None:
            rows = shown[np.searchsorted(shown, low) : np.searchsorted(shown, high, "right")]
        self.selectionModel().select(selection_of(self.model(), rows), _Select.ClearAndSelect | _Select.Rows)

    def _choose(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Select an event that was clicked: Ctrl toggles, Shift extends in time order."""
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._extend_to(row)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._set_current(row, _Select.Toggle | _Select.Rows)
        else:
            self._set_current(row, _Select.ClearAndSelect | _Select.Rows)
