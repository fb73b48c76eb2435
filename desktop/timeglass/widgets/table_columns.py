"""Asks how a table is to be read: by itself when one of its kind is first opened, and whenever a person wants to."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from timeglass.model.session import Session
from timeglass.widgets.actions import Actions
from timeglass.widgets.background import Background
from timeglass.widgets.dialogs import Dialogs
from timeglass.widgets.files import Files
from timeglass.widgets.notices import NoticeArea, Offer
from timeglass.widgets.table_services import Table, Tables

if TYPE_CHECKING:
    from timeglass.widgets.columns_dialog import ColumnsDialog

NOTICE = "columns"


class TableColumns(QObject):
    """The columns of a window's table. :meth:`close` must be called before it is dropped."""

    def __init__(
        self,
        session: Session,
        tables: Tables | None,
        files: Files,
        dialogs: Dialogs,
        actions: Actions,
        notices: NoticeArea,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._tables = tables
        self._files = files
        self._dialogs = dialogs
        self._action = actions["columns"]
        self._notices = notices
        self._window = window
        self._path = Path()
        self._asked = False
        """A person asked for the columns, rather than the program."""
        self._opening = Background(self)
        self._opening.done.connect(self._on_opened)
        self._opening.failed.connect(self._on_failed)
        self._action.setEnabled(False)
        self._action.triggered.connect(lambda _checked=False: self.ask(files.path))
        files.shown.connect(self._on_shown)
        files.offers_for = self._offers_for

    @property
    def busy(self) -> bool:
        """Tell whether a table is being opened."""
        return self._opening.busy

    def close(self) -> None:
        """Open no table any more."""
        self._opening.close()

    def ask(self, path: Path | None) -> None:
        """Ask for the columns of a table."""
        if path is not None:
            self._open(path, asked=True)

    def _open(self, path: Path, asked: bool) -> None:
        tables = self._tables
        if tables is not None:
            self._path, self._asked = path, asked
            self._opening.start(lambda _progress, _cancelled: tables.open(path))

    def _on_shown(self) -> None:
        self._opening.close()
        self._notices.clear(NOTICE)
        path = self._files.path
        is_table = self._tables is not None and path is not None and self._tables.is_table(path)
        self._action.setEnabled(is_table)
        if is_table and path is not None:
            self._open(path, asked=False)

    def _offers_for(self, path: Path) -> list[Offer]:
        """What can be done about a file that was refused: it may be a table whose columns say nothing."""
        if self._tables is None or not self._tables.is_table(path):
            return []
        return [Offer(self.tr("Choose its columns…"), lambda: self.ask(path))]

    def _on_opened(self, table: Table) -> None:
        if not self._asked and not table.is_new:
            return
        from timeglass.widgets.columns_dialog import ColumnsDialog  # not before a table is opened

        path = self._path
        dialog = ColumnsDialog(table, path.name, self._session.navigator.language, self._window)
        dialog.finished.connect(lambda result: self._on_answered(dialog, table, path, result))
        self._dialogs.open(dialog)

    def _on_failed(self, words: str, _is_fault: bool) -> None:
        if self._asked:
            told = self.tr("The columns cannot be shown: {words}").format(words=words)
            self._notices.tell(NOTICE, told, severity="warning")

    def _on_answered(self, dialog: "ColumnsDialog", table: Table, path: Path, result: int) -> None:
        mapping = dialog.mapping()
        if result != QDialog.DialogCode.Accepted:
            if table.is_new and self._files.path == path:
                table.keep({})  # as it was found, then; it will not be asked for again
            return
        before = table.chosen
        table.keep(mapping)
        if mapping != before or self._files.path != path:
            self._files.open_anew(path)
