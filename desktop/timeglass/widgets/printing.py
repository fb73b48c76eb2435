"""Printing: the system's dialog, and the same pages as in the PDF."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from timeglass.model.session import Session
from timeglass.settings import Settings
from timeglass.widgets.background import Background
from timeglass.widgets.counted import pages_counted
from timeglass.widgets.export_scope import scopes_of
from timeglass.widgets.file_words import refusal
from timeglass.widgets.notices import NoticeArea, Offer
from timeglass.widgets.room_words import stage_words
from timeglass.widgets.services import Exported, ExportRequest, Services

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

NOTICE: Final = "printing"


class Printing(QObject):
    """Prints what the choices of the last export ask for. :meth:`close` must be called before it is dropped.

    Qt's part for printing is loaded when it is first needed: the window is to be seen sooner.
    """

    finished = Signal()

    def __init__(
        self, session: Session, services: Services, store: Settings, notices: NoticeArea, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._services = services
        self._store = store
        self._notices = notices
        self._window = window
        self._printer: QPrinter | None = None
        self._stopping = False
        self.dialog: QDialog | None = None
        self._background = Background(self)
        self._background.progressed.connect(self._on_progressed)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)

    @property
    def busy(self) -> bool:
        """Tell whether pages are being printed."""
        return self._background.busy

    def close(self) -> None:
        """Give up what is being printed."""
        self._background.close()
        if self.dialog is not None:
            self.dialog.reject()

    def ask(self) -> None:
        """Show the system's print dialog for what the remembered choices ask for."""
        formats = [form for form in self._services.export_formats() if form.pages]
        scopes = scopes_of(self._session)
        if scopes and formats:
            from timeglass.widgets.export_options import ExportOptions

            options = ExportOptions(self._session, scopes, formats, self._store)
            self.start(options.request())
            options.deleteLater()

    def start(self, request: ExportRequest) -> None:
        """Show the system's print dialog for a request."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        from timeglass.widgets.print_pages import lay_out

        if self.busy or self.dialog is not None:
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(request.title or self._window.windowTitle())
        printer.setCreator("Timeglass")
        lay_out(printer, request)
        dialog = QPrintDialog(printer, self._window)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies, True)
        self.dialog, self._printer = dialog, printer
        dialog.finished.connect(lambda result: self._on_answered(dialog, request, result))
        QDialog.open(dialog)

    def _on_answered(self, dialog: "QPrintDialog", request: ExportRequest, result: int) -> None:
        self.dialog = None
        if result == QDialog.DialogCode.Accepted.value:
            self.print(dialog.printer(), request)
        dialog.deleteLater()

    def print(self, printer: "QPrinter", request: ExportRequest) -> None:
        """Print a request's pages as the printer is set up."""
        from PySide6.QtPrintSupport import QPrinter

        from timeglass.widgets.print_pages import PrintedPages, fitted_to, picked_pages

        request = fitted_to(printer, request)
        self._printer, self._stopping = printer, False
        self._notices.clear(NOTICE)
        self._tell(stage_words("Setting the pages"))
        if printer.outputFormat() == QPrinter.OutputFormat.PdfFormat and printer.outputFileName():
            # A file gets the pages as they are, with text that can be searched, rather than pictures of them.
            path, export, export_pages = (
                Path(printer.outputFileName()),
                self._services.export,
                self._services.export_pages,
            )
            all_pages = printer.printRange() == QPrinter.PrintRange.AllPages
            if all_pages and printer.pageOrder() == QPrinter.PageOrder.FirstPageFirst:
                self._background.start(lambda progress, cancelled: export(request, path, progress, cancelled))
                return
            if export_pages is not None:
                pick = partial(picked_pages, printer)
                self._background.start(
                    lambda progress, cancelled: export_pages(request, path, pick, progress, cancelled)
                )
                return
        pages = PrintedPages(self._services, request, printer)
        self._background.start(pages.print)

    def _tell(self, words: str) -> None:
        text = self.tr("Printing: {words}").format(words=words)
        if not self._notices.reword(NOTICE, text):  # another button in its place would swallow a click
            self._notices.tell(NOTICE, text, [Offer(self.tr("Cancel"), self._stop)], busy=True)

    def _stop(self) -> None:
        self._stopping = True
        self._background.ask_to_stop()

    def _on_progressed(self, share: float, words: str) -> None:
        self._tell(stage_words(words))
        self._notices.advance(NOTICE, share)

    def _on_done(self, result: object) -> None:
        if isinstance(result, Exported):
            words = self.tr("Printed to {path}, {pages}").format(path=result.path, pages=pages_counted(result.pages))
        else:
            words = self.tr("{pages} went to the printer").format(pages=pages_counted(int(str(result))))
        self._end(words)

    def _on_failed(self, words: str, _is_fault: bool) -> None:
        if self._stopping:
            self._end(self.tr("Printing was cancelled"))
        else:
            file = str(Path(self._printer.outputFileName())) if self._printer is not None else ""
            from timeglass.widgets.export_words import export_fault  # not before the first frame

            words = export_fault(refusal(words, file))
            self._end(self.tr("Cannot be printed: {words}").format(words=words), "error")

    def _end(self, words: str, severity: str = "info") -> None:
        self._printer = None
        self._notices.tell(NOTICE, words, severity=severity, seconds=8 if severity == "info" else 0)
        self.finished.emit()
