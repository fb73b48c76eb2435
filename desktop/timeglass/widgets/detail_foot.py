"""The foot of the detail pane: the dates of the earlier and the later event, and what is copied."""

from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from timeglass.widgets import style
from timeglass.widgets.elided_label import elided
from timeglass.widgets.plain_text import plain_tip

_SIDE_PX: Final = 12
_BETWEEN_PX: Final = 8
_LEAST_PX: Final = 28
"""Less of a date than this says nothing: the arrow stands alone."""


class DetailFoot(QFrame):
    """Dates are as long as there is room for. Their tooltips tell all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("detailFoot")
        self.earlier = _button(Qt.LayoutDirection.LeftToRight)
        self.later = _button(Qt.LayoutDirection.RightToLeft)
        self.copies = QToolButton()
        self.copies.setText(self.tr("Copy"))
        self.copies.setProperty("flat", True)
        self.copies.setFont(style.font(style.NORMAL))
        self.copies.setToolTip(self.tr("Copy what is selected, or its sources"))
        self.copies.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copies.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dates = {self.earlier: ("", ""), self.later: ("", "")}
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE_PX, 8, _SIDE_PX, 8)
        row.setSpacing(_BETWEEN_PX)
        row.addWidget(self.earlier)
        row.addStretch(1)
        row.addWidget(self.copies)
        row.addStretch(1)
        row.addWidget(self.later)

    def tell(self, button: QPushButton, date: str, short: str, title: str, spoken: str) -> None:
        """Let a button lead to an event, or without a date nowhere.

        ``short`` is the date where there is less room, ``spoken`` what a screen reader says.
        """
        self._dates[button] = date, short
        button.setEnabled(bool(date))
        button.setVisible(bool(date))
        button.setToolTip(plain_tip(f"{date}: {title}"))
        button.setAccessibleName(spoken)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        """Show both dates whole, else both short, else as much as there is room for."""
        shown = [button for button in self._dates if self._dates[button][0]]
        room = self.width() - 2 * _SIDE_PX - _BETWEEN_PX
        if not self.copies.isHidden():
            room -= self.copies.sizeHint().width() + _BETWEEN_PX
        for form in (0, 1):
            for button in shown:
                button.setText(self._dates[button][form])
            if sum(button.sizeHint().width() for button in shown) <= room:
                return
        for place, button in enumerate(sorted(shown, key=lambda one: one.sizeHint().width())):
            words, metrics = button.text(), button.fontMetrics()
            beside = button.sizeHint().width() - metrics.horizontalAdvance(words)
            left = room // (len(shown) - place) - beside
            button.setText(elided(words, metrics, left) if left >= _LEAST_PX else "")
            room -= button.sizeHint().width()


def _button(direction: Qt.LayoutDirection) -> QPushButton:
    button = QPushButton()
    button.setProperty("flat", True)
    button.setProperty("link", True)
    button.setLayoutDirection(direction)
    button.setIconSize(QSize(12, 12))
    button.setFont(style.font(style.NORMAL, tabular=True))
    button.setMinimumWidth(0)
    return button
