"""Opens the dialogs of a window: export, print, go to, keys, about."""

from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from timeglass.model.session import Session
from timeglass.settings import Settings
from timeglass.widgets.actions import Actions
from timeglass.widgets.notices import NoticeArea
from timeglass.widgets.printing import Printing
from timeglass.widgets.services import Services
from timeglass.widgets.style import Appearance


@runtime_checkable
class Working(Protocol):
    """A dialog that works in the background."""

    def close_down(self) -> None:
        """Wait for what still runs."""


class Dialogs(QObject):
    """One dialog at a time. :meth:`close` must be called before the window goes.

    Each dialog is imported when it first opens: the window is to be seen sooner.
    """

    went = Signal()
    """A date or an event was gone to."""

    def __init__(
        self,
        session: Session,
        services: Services,
        store: Settings,
        actions: Actions,
        notices: NoticeArea,
        appearance: Appearance,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._services = services
        self._store = store
        self._notices = notices
        self._appearance = appearance
        self._window = window
        self.current: QDialog | None = None
        self._open_ones: list[QDialog] = []
        """Some of them may be out of sight and still have to end what they were about."""
        self.printing = Printing(session, services, store, notices, window)
        for name, do in (
            ("export", self.export),
            ("print", self.printing.ask),
            ("go_to", self.go_to),
            ("help", self.help),
            ("keys", self.keys),
            ("about", self.about),
        ):
            actions[name].triggered.connect(lambda _checked=False, do=do: do())

    def close(self) -> None:
        """End what runs in the background."""
        self.printing.close()
        if self.current is not None:
            self.current.reject()
        for dialog in list(self._open_ones):
            if isinstance(dialog, Working):
                dialog.close_down()

    def open(self, dialog: QDialog) -> None:
        """Show a dialog in place of the one that is open."""
        if self.current is not None:
            self.current.reject()
        self.current = dialog
        self._open_ones.append(dialog)
        dialog.finished.connect(lambda: self._on_finished(dialog))
        dialog.open()

    def _on_finished(self, dialog: QDialog) -> None:
        if self.current is dialog:
            self.current = None
        self._open_ones.remove(dialog)
        dialog.deleteLater()

    def export(self) -> None:
        """Ask what to export, and do it."""
        from timeglass.widgets.export_dialog import ExportDialog

        dialog = ExportDialog(self._session, self._services, self._store, self._window, theme=self._appearance.theme)
        dialog.print_requested.connect(self.printing.start)
        self.open(dialog)

    def go_to(self) -> None:
        """Ask where to go."""
        from timeglass.widgets.goto_dialog import GotoDialog

        dialog = GotoDialog(self._session, self._window)
        dialog.accepted.connect(self.went)
        self.open(dialog)

    def keys(self) -> None:
        """Show all keys and gestures."""
        from timeglass.widgets.keys_dialog import KeysDialog

        self.open(KeysDialog(self._appearance.theme, self._window))

    def help(self) -> None:
        """Show how things are done."""
        from timeglass.widgets.help_dialog import HelpDialog

        dialog = HelpDialog(self._appearance.theme, self._window)
        dialog.page.link_requested.connect(self.leave)
        self.open(dialog)

    def about(self) -> None:
        """Tell what this program is."""
        from timeglass.widgets.about_dialog import AboutDialog

        dialog = AboutDialog(self._appearance.theme, self._window)
        dialog.address_requested.connect(self.leave)
        self.open(dialog)

    def leave(self, address: str) -> None:
        """Show where a link leads, and go there if the person wants that."""
        from timeglass.widgets.leaving import LeavingDialog

        self.open(LeavingDialog(address, self._window))
