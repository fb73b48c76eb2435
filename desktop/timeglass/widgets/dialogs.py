"""Opens the dialogs of a window: export, print, go to, keys, about."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from timeglass.model.session import Session
from timeglass.settings import Settings
from timeglass.widgets.actions import Actions
from timeglass.widgets.background import Background
from timeglass.widgets.export_scope import scopes_of
from timeglass.widgets.notices import NoticeArea
from timeglass.widgets.services import Exported, ExportRequest, Services
from timeglass.widgets.style import Appearance

PRINTING = "printing"


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
        self._printer = Background(self)
        self._printer.done.connect(self._on_printable)
        self._printer.failed.connect(self._on_not_printable)
        for name, do in (
            ("export", self.export),
            ("print", self.print_pdf),
            ("go_to", self.go_to),
            ("help", self.help),
            ("keys", self.keys),
            ("about", self.about),
        ):
            actions[name].triggered.connect(lambda _checked=False, do=do: do())

    def close(self) -> None:
        """End what runs in the background."""
        self._printer.close()
        if self.current is not None:
            self.current.reject()

    def open(self, dialog: QDialog) -> None:
        """Show a dialog in place of the one that is open."""
        if self.current is not None:
            self.current.reject()
        self.current = dialog
        dialog.finished.connect(lambda: self._on_finished(dialog))
        dialog.open()

    def show(self, dialog: QDialog) -> None:
        """Show a dialog that another part of the window made."""
        self.open(dialog)

    def _on_finished(self, dialog: QDialog) -> None:
        if self.current is dialog:
            self.current = None
        dialog.deleteLater()

    def export(self) -> None:
        """Ask what to export, and do it."""
        from timeglass.widgets.export_dialog import ExportDialog

        self.open(ExportDialog(self._session, self._services, self._store, self._window))

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
        dialog.page.link_requested.connect(self.leave)
        self.open(dialog)

    def leave(self, address: str) -> None:
        """Show where a link leads, and go there if the person wants that."""
        from timeglass.widgets.leaving import LeavingDialog

        self.open(LeavingDialog(address, self._window))

    def print_pdf(self) -> None:
        """Set a PDF of the likeliest scope and hand it to the system's viewer, which knows the printers."""
        scopes = scopes_of(self._session)
        if not scopes:
            return
        session, export = self._session, self._services.export
        request = ExportRequest(
            timeline=session.timeline,
            rows=scopes[0].rows,
            language=session.navigator.language,
            lanes=session.navigator.grouping,
        )
        import tempfile  # not before something is printed

        path = Path(tempfile.mkdtemp(prefix="timeglass-")) / "timeline.pdf"
        self._notices.tell(PRINTING, self.tr("Setting the pages to print…"), closable=False)
        self._printer.start(lambda progress, cancelled: export(request, path, progress, cancelled))

    def _on_printable(self, exported: Exported) -> None:
        words = self.tr("The pages open in the system's viewer, to be printed from there.")
        self._notices.tell(PRINTING, words, seconds=8)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(exported.path)))

    def _on_not_printable(self, words: str, _is_fault: bool) -> None:
        self._notices.tell(PRINTING, self.tr("Cannot be printed: {words}").format(words=words), severity="error")
