"""What is kept under names: searches, and views of the present file; opened, renamed and deleted here."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeglass.chrono.words import span_in_words
from timeglass.events.view_state import NamedView
from timeglass.widgets import style
from timeglass.widgets.plain_text import plain_tip
from timeglass.widgets.shelf import NamedSearch, Shelf
from timeglass.widgets.view_states import viewport_of

_ROW_PX: Final = 30
_THING_ROLE: Final = int(Qt.ItemDataRole.UserRole)


class _Tree(QTreeWidget):
    delete_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete) or event.key() == Qt.Key.Key_Backspace:
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)


class ShelfDialog(QDialog):
    """``search_requested`` and ``view_requested`` come when one is to be shown; ``command_requested`` for a view."""

    search_requested = Signal(object)
    view_requested = Signal(object)
    command_requested = Signal(object)

    def __init__(
        self,
        searches: Shelf[NamedSearch],
        views: Shelf[NamedView],
        file: str,
        language: str = "en",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._searches = searches
        self._views = views
        self._file = file
        self._language = language
        self.setWindowTitle(self.tr("Kept searches and views"))
        self.tree = _Tree()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([self.tr("Name"), self.tr("What it shows")])
        self.tree.setAccessibleName(self.windowTitle())
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setRootIsDecorated(False)
        self.tree.setItemsExpandable(False)
        self.tree.setIndentation(0)
        self.tree.setAllColumnsShowFocus(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.tree.setColumnWidth(0, 260)
        self.go = self._button(self.tr("Show"), accent=True)
        self.rename = self._button(self.tr("Rename"))
        self.rename.setToolTip("F2")
        self.delete = self._button(self.tr("Delete"))
        self.command = self._button(self.tr("Copy as a command"))
        self.command.setToolTip(self.tr("The call that opens this view, for the command line"))
        close = self._button(self.tr("Close"))
        buttons = QHBoxLayout()
        for button in (self.rename, self.delete, self.command):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(self.tree)
        layout.addLayout(buttons)
        self.resize(680, 420)
        self.tree.itemSelectionChanged.connect(self._on_chosen)
        self.tree.itemDoubleClicked.connect(lambda _item, _column: self._show())
        self.tree.itemChanged.connect(self._on_changed)
        self.tree.delete_requested.connect(self._delete)
        self.go.clicked.connect(self._show)
        self.rename.clicked.connect(self._rename)
        self.delete.clicked.connect(self._delete)
        self.command.clicked.connect(lambda: self.command_requested.emit(self.chosen))
        close.clicked.connect(self.reject)
        self.go.setDefault(True)
        self.fill()

    def _button(self, words: str, *, accent: bool = False) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        if accent:
            button.setProperty("accent", True)
            button.setFont(style.font(style.NORMAL, 600))
        return button

    def fill(self) -> None:
        """List what is kept now."""
        self.tree.blockSignals(True)
        self.tree.clear()
        self._group(self.tr("Searches"), self._searches.all())
        self._group(self.tr("Views of this timeline"), self._views.all(self._file))
        self.tree.expandAll()
        self.tree.blockSignals(False)
        first = next((group.child(0) for group in self._groups() if group.childCount()), None)
        if first is not None:
            self.tree.setCurrentItem(first)
        self._on_chosen()

    def _groups(self) -> list[QTreeWidgetItem]:
        return [item for place in range(2) if (item := self.tree.topLevelItem(place)) is not None]

    def _group(self, words: str, things: "list[NamedSearch] | list[NamedView]") -> None:
        heading = QTreeWidgetItem(self.tree, [words, "" if things else self.tr("None yet")])
        heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
        heading.setFont(0, style.font(style.NORMAL, 600))
        heading.setSizeHint(0, QSize(0, _ROW_PX))
        for thing in things:
            item = QTreeWidgetItem(heading, [thing.name, self._contents(thing)])
            item.setToolTip(1, plain_tip(self._contents(thing)))
            item.setData(0, _THING_ROLE, thing)
            item.setSizeHint(0, QSize(0, _ROW_PX))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)

    @property
    def chosen(self) -> NamedSearch | NamedView | None:
        """What is chosen in the list."""
        items = self.tree.selectedItems()
        thing: NamedSearch | NamedView | None = items[0].data(0, _THING_ROLE) if items else None
        return thing

    def _on_chosen(self) -> None:
        for button in (self.go, self.rename, self.delete):
            button.setEnabled(self.chosen is not None)
        self.command.setEnabled(isinstance(self.chosen, NamedView))

    def _show(self) -> None:
        thing = self.chosen
        if thing is None:
            return
        self.accept()
        if isinstance(thing, NamedView):
            self.view_requested.emit(thing)
        else:
            self.search_requested.emit(thing)

    def _rename(self) -> None:
        items = self.tree.selectedItems()
        if items:
            self.tree.editItem(items[0], 0)

    def _on_changed(self, item: QTreeWidgetItem, _column: int) -> None:
        thing = item.data(0, _THING_ROLE)
        if thing is None or item.text(0) == thing.name:
            return
        if isinstance(thing, NamedView):
            renamed = self._views.rename(thing.name, item.text(0), thing.file)
        else:
            renamed = self._searches.rename(thing.name, item.text(0))
        name = item.text(0) if renamed else thing.name
        QTimer.singleShot(0, self, lambda: self._refill(name))  # the line edit in the list goes first

    def _delete(self) -> None:
        thing = self.chosen
        if isinstance(thing, NamedView):
            self._views.remove(thing.name, thing.file)
        elif thing is not None:
            self._searches.remove(thing.name)
        self._refill("")

    def _refill(self, name: str) -> None:
        self.fill()
        for item in self.tree.findItems(name.strip(), Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive, 0):
            if item.data(0, _THING_ROLE) is not None:
                self.tree.setCurrentItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._rename()
        else:
            super().keyPressEvent(event)

    def _contents(self, thing: NamedSearch | NamedView) -> str:
        """What is kept under a name, in short."""
        if isinstance(thing, NamedSearch):
            return thing.query
        viewport = viewport_of(thing)
        words = span_in_words(viewport.span, self._language) if viewport else ""
        selected = self.tr("%Ln selected", "", len(thing.ids)) if thing.ids else ""
        return " · ".join(part for part in (words, thing.query, selected) if part)
