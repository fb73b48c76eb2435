"""The pane of the list: the list itself is made when it is first shown, which most windows never ask for."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from timeglass.model.session import Session
from timeglass.paint.theme import Theme
from timeglass.settings import Settings
from timeglass.widgets.plain_text import PlainLabel

if TYPE_CHECKING:
    from timeglass.widgets.event_list import EventList


class ListPane(QWidget):
    """Holds the list's place among the panes."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._store: Settings | None = None
        self._made: EventList | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._told = PlainLabel()
        self._cancel = QPushButton(self.tr("Cancel"))
        self._cancel.setProperty("flat", True)
        self._cancel.setProperty("link", True)
        self._bar = QWidget()
        bar = QHBoxLayout(self._bar)
        bar.setContentsMargins(12, 2, 12, 2)
        bar.addWidget(self._told)
        bar.addWidget(self._cancel)
        bar.addStretch(1)
        self._bar.hide()
        self._column.addWidget(self._bar)

    @property
    def view(self) -> "EventList":
        """The list."""
        if self._made is None:
            from timeglass.widgets.event_list import EventList  # not before it is to be seen

            self._made = EventList(self._session, self._theme, self)
            self._column.addWidget(self._made)
            self._made.sorting.connect(self._on_sorting)
            self._cancel.clicked.connect(self._made.sort_by_date)
            self.setFocusProxy(self._made)
            if self._store is not None:
                self._made.restore(self._store)
        return self._made

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme's colours."""
        self._theme = theme
        if self._made is not None:
            self._made.set_theme(theme)

    def restore(self, store: Settings) -> None:
        """Columns as they were left, once there are any."""
        self._store = store
        if self._made is not None:
            self._made.restore(store)

    def keep(self, store: Settings) -> None:
        """Keep the columns, if the list was seen at all."""
        if self._made is not None:
            self._made.keep(store)

    def stop(self) -> None:
        """End what runs in the background."""
        if self._made is not None:
            self._made.stop()

    def _on_sorting(self, share: float) -> None:
        self._bar.setVisible(share < 1.0)
        self._told.setText(self.tr("Sorting: {percent} %").format(percent=round(100.0 * share)))

    def showEvent(self, event: QShowEvent) -> None:
        _ = self.view
        super().showEvent(event)
