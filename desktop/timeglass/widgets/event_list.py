"""The list under the timeline: a table of the same events with the same selection."""

from collections.abc import Callable
from typing import Final, cast

import numpy as np
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from timeglass import settings
from timeglass.events.timeline import Timeline
from timeglass.model.event_model import Column, header
from timeglass.model.selecting import Rows, range_count, rows_of, selection_of
from timeglass.model.session import Session
from timeglass.paint.theme import Theme
from timeglass.settings import Settings
from timeglass.widgets import style
from timeglass.widgets.background import Background
from timeglass.widgets.list_delegate import ListDelegate
from timeglass.widgets.row_order import QUICK, sorted_rows
from timeglass.widgets.row_proxy import RowProxy

ROW_PX: Final = 28
SORTED_AT_ONCE: Final = 20_000
"""Texts of so few events are sorted before the next frame; more in the background."""
RANGES_AT_MOST: Final = 2_000
"""More ranges make Qt's table slow; a selection so scattered is painted, but not taken over by the table."""
_WIDTHS: Final = {Column.DATE: 150, Column.TITLE: 380, Column.CATEGORY: 150, Column.ACTORS: 220, Column.PLACES: 130}
_HIDDEN_AT_FIRST: Final = (Column.TAGS, Column.STATUS)
_Flag = QItemSelectionModel.SelectionFlag


class EventList(QTableView):
    """Sorted by a click on a heading; columns are chosen from the headings' menu. Works only while it is seen.

    :meth:`stop` must be called before it goes.
    """

    sorting = Signal(float)
    """A long list is being sorted: which share is done; 1 when it is or was given up."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._syncing = False
        self._stale = True
        self._sorted = (Column.DATE, Qt.SortOrder.AscendingOrder)
        self._order_known: tuple[object, Rows] | None = None
        self._sorting = Background(self)
        self._sorting_for: object = None
        self._sorting.done.connect(self._on_sorted)
        self._sorting.progressed.connect(lambda share, _words: self.sorting.emit(share))
        self.proxy = RowProxy(session.model, self)
        self.setModel(self.proxy)
        self.setItemDelegate(ListDelegate(session, theme, self))
        self.setAccessibleName(self.tr("List of events"))
        self.setFont(style.font(style.NORMAL, tabular=True))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        head = self.horizontalHeader()
        # To paint itself a header asks whether columns are selected whole, row by row: it gets a model without any.
        head.setSelectionModel(QItemSelectionModel(self.proxy, self))
        head.setSectionsMovable(True)
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(Column.DATE, Qt.SortOrder.AscendingOrder)
        head.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        head.customContextMenuRequested.connect(self._show_columns_menu)
        head.sortIndicatorChanged.connect(self._on_sort_changed)
        head.setStretchLastSection(True)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        for column in _HIDDEN_AT_FIRST:
            self.setColumnHidden(column, True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._show_copy_menu)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        navigator = session.navigator
        for signal in (navigator.hide_others_changed, session.timeline_changed):
            signal.connect(self._on_order_changed)
        navigator.hits_changed.connect(self._on_hits_changed)
        session.selection_changed.connect(self._soon.start)
        session.outcome_changed.connect(self._repaint)
        self.selectionModel().selectionChanged.connect(self._on_selected_here)
        self.doubleClicked.connect(lambda index: session.fit_rows(self.proxy.order[index.row() : index.row() + 1]))

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme's colours."""
        cast(ListDelegate, self.itemDelegate()).theme = theme
        self.viewport().update()

    def restore(self, store: Settings) -> None:
        """Columns as they were left."""
        state = store.get(settings.LIST_HEADER)
        if state:
            self.horizontalHeader().restoreState(state)

    def keep(self, store: Settings) -> None:
        """Keep the columns."""
        store.put(settings.LIST_HEADER, bytes(self.horizontalHeader().saveState().data()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _repaint(self) -> None:
        self.viewport().update()

    # Order

    def _on_order_changed(self) -> None:
        self._stale = True
        self._soon.start()

    def _on_hits_changed(self) -> None:
        if self._session.navigator.hide_others:
            self._on_order_changed()

    def _on_sort_changed(self, column: int, order: Qt.SortOrder) -> None:
        self._sorted = (Column(column), order)
        cast(ListDelegate, self.itemDelegate()).shows_doubt = column == Column.DATE
        self._on_order_changed()

    def refresh(self) -> None:
        """Take over order and selection of the session."""
        self._soon.stop()
        if not self.isVisible():
            return
        self._syncing = True
        order = self._order() if self._stale or len(self.proxy.order) != self._wanted_count() else None
        if order is not None:
            self.proxy.set_order(order)
            self._stale = False
        self._show_selected()
        current = self._session.selection.currentIndex()
        if current.isValid():
            here = self.proxy.mapFromSource(current)
            if here.isValid() and here.row() != self.currentIndex().row():
                self.selectionModel().setCurrentIndex(here, _Flag.NoUpdate)
                self.scrollTo(here)
        self._syncing = False

    def _show_selected(self) -> None:
        rows = self._session.selected_rows()
        delegate = cast(ListDelegate, self.itemDelegate())
        delegate.set_selected(rows)
        places = self.proxy.places_of(rows)
        if range_count(places) > RANGES_AT_MOST:  # what is selected is painted all the same
            self.selectionModel().clearSelection()
        else:
            self.selectionModel().select(selection_of(self.proxy, places), _Flag.ClearAndSelect)
        self.viewport().update()

    def _wanted_count(self) -> int:
        shown = self._session.navigator.shown_rows
        return len(self._session.timeline) if shown is None else len(shown)

    def _order(self) -> Rows | None:
        """The rows to be shown; None while they are being sorted."""
        shown = self._session.navigator.shown_rows
        order = self._sorted_rows()
        if order is not None and shown is not None:
            seen = np.zeros(len(self._session.timeline), np.bool_)
            seen[shown] = True
            order = order[seen[order]]
        return order

    def _sorted_rows(self) -> Rows | None:
        """All rows in the order asked for, kept until another is; None while a long list is being sorted."""
        column, order = self._sorted
        timeline = self._session.timeline
        asked = (timeline, column, self._session.navigator.language)
        if self._order_known is None or self._order_known[0] != asked:
            if column not in QUICK and len(timeline) > SORTED_AT_ONCE:
                self._sort_later(asked)
                return None
            self._give_up_sorting()
            rows = sorted_rows(self._session.model, timeline, column)
            if rows is not None:
                self._order_known = asked, rows
        rows = self._order_known[1] if self._order_known is not None else None
        return rows if rows is None or order == Qt.SortOrder.AscendingOrder else rows[::-1]

    def _sort_later(self, asked: tuple[Timeline, Column, str]) -> None:
        """Sort while the window goes on; the list stays as it is until then."""
        if self._sorting.busy and self._sorting_for == asked:
            return
        self._sorting_for = asked
        model, (timeline, column, _) = self._session.model, asked

        def sort(progress: Callable[[float, str], None], cancelled: Callable[[], bool]) -> object:
            return asked, sorted_rows(model, timeline, column, lambda share: progress(share, ""), cancelled)

        self._sorting.start(sort)
        self.sorting.emit(0.0)

    def _on_sorted(self, answer: tuple[tuple[Timeline, Column, str], Rows | None]) -> None:
        asked, rows = answer
        if rows is not None:
            self._order_known = asked, rows
        self.sorting.emit(1.0)
        self._on_order_changed()

    def _give_up_sorting(self) -> None:
        if self._sorting.busy:
            self._sorting.close()
            self.sorting.emit(1.0)

    def sort_by_date(self) -> None:
        """Give up what is being sorted, and sort by date, which takes no time."""
        self._give_up_sorting()
        self.horizontalHeader().setSortIndicator(Column.DATE, Qt.SortOrder.AscendingOrder)

    def stop(self) -> None:
        """End what runs in the background."""
        self._sorting.close()

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and last event: rows are selected whole."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        if action in ends and self.proxy.rowCount():
            return self.proxy.index(ends[action] % self.proxy.rowCount(), max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    def _on_selected_here(self) -> None:
        if self._syncing:
            return
        self._syncing = True
        current = self.currentIndex()
        if current.isValid():
            source = self.proxy.mapToSource(current)
            self._session.selection.setCurrentIndex(source, _Flag.NoUpdate)
        self._session.select_rows(np.sort(self.proxy.order[rows_of(self.selectionModel())]))
        if current.isValid():
            self._session.show_row(int(self.proxy.order[current.row()]))
        self._syncing = False

    # Columns and copies

    def _show_columns_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        self._fill_columns(menu)
        menu.exec(self.horizontalHeader().mapToGlobal(at))
        menu.deleteLater()

    def _fill_columns(self, menu: QMenu) -> None:
        for column in Column:
            action = menu.addAction(header(column))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.toggled.connect(lambda shown, column=column: self.setColumnHidden(column, not shown))
            action.setEnabled(column is not Column.TITLE)

    def _show_copy_menu(self, at: QPoint) -> None:
        menu = self.copy_menu()
        menu.exec(self.viewport().mapToGlobal(at))
        menu.deleteLater()

    def copy_menu(self) -> QMenu:
        """What the context menu offers: copying, and the columns, for hands that have no mouse."""
        menu = QMenu(self)
        menu.addAction(self.tr("Copy as text"), QKeySequence.StandardKey.Copy, lambda: self.copy("\t"))
        menu.addAction(self.tr("Copy as CSV"), lambda: self.copy(","))
        menu.addSeparator()
        self._fill_columns(menu.addMenu(self.tr("Columns")))
        return menu

    def copy(self, separator: str) -> None:
        """Put the selected rows, with the columns shown, on the clipboard."""
        import csv
        import io

        head = self.horizontalHeader()
        columns = [head.logicalIndex(place) for place in range(head.count())]
        columns = [column for column in columns if not head.isSectionHidden(column)]
        out = io.StringIO()
        writer = csv.writer(out, delimiter=separator, lineterminator="\n")
        if separator == ",":
            writer.writerow([header(Column(column)) for column in columns])
        for place in rows_of(self.selectionModel()).tolist():
            writer.writerow([self.proxy.data(self.proxy.index(place, column)) for column in columns])
        QGuiApplication.clipboard().setText(out.getvalue())

    def event(self, event: QEvent) -> bool:
        copies = isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy)
        if event.type() == QEvent.Type.ShortcutOverride and copies:
            event.accept()  # here the key copies the rows as they are shown
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy("\t")
        else:
            super().keyPressEvent(event)
