"""Puts pages on paper: each drawn by the engine that set it, at the printer's resolution."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from timeglass.errors import TimeglassError
from timeglass.widgets.decoding import decoded
from timeglass.widgets.services import Cancelled, ExportRequest, Progress, Services, Sheets

FINEST_DPI: Final = 600.0
"""Printers that count more dots mix colours with them; letters gain nothing."""
_PAPERS: Final = {
    "a4": QPageSize.PageSizeId.A4,
    "letter": QPageSize.PageSizeId.Letter,
    "a3": QPageSize.PageSizeId.A3,
}
_SETTING: Final = 0.2
"""Share of the whole that setting the pages is taken for."""
_MM_PER_INCH: Final = 25.4
translate = QCoreApplication.translate


class PrintCancelledError(TimeglassError):
    """Printing was stopped on request."""

    def __init__(self) -> None:
        super().__init__(translate("Printing", "printing was cancelled"))


def lay_out(printer: QPrinter, request: ExportRequest) -> None:
    """Set up a printer for the paper of a request; margins are those of the pages."""
    turned = QPageLayout.Orientation.Landscape if request.landscape else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(QPageSize(_PAPERS[request.paper]), turned, QMarginsF()))
    printer.setFullPage(True)


def fitted_to(printer: QPrinter, request: ExportRequest) -> ExportRequest:
    """The request for the paper that was chosen in the system's dialog; another paper gets the pages scaled."""
    layout = printer.pageLayout()
    paper = next((name for name, size in _PAPERS.items() if layout.pageSize().id() == size), request.paper)
    return replace(request, paper=paper, landscape=layout.orientation() == QPageLayout.Orientation.Landscape)


def chosen_pages(printer: QPrinter, count: int) -> list[int]:
    """Numbers of the pages to print, counted from 0, in the order of printing."""
    numbers = list(range(count))
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        if ranges.isEmpty():
            first, last = printer.fromPage() or 1, printer.toPage() or count
            numbers = numbers[first - 1 : last]
        else:
            numbers = [number for number in numbers if ranges.contains(number + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        numbers.reverse()
    return numbers


def picked_pages(printer: QPrinter, count: int) -> list[int]:
    """The same. Raises TimeglassError where there are none."""
    numbers = chosen_pages(printer, count)
    if not numbers:
        raise TimeglassError(translate("Printing", "there is no such page"))
    return numbers


class PrintedPages:
    """One print; :meth:`print` runs in a worker thread."""

    def __init__(self, services: Services, request: ExportRequest, printer: QPrinter) -> None:
        self._services = services
        self._request = request
        self._printer = printer

    def print(self, progress: Progress, cancelled: Cancelled) -> int:
        """Set the pages and print them; returns how many. Raises TimeglassError."""
        if self._services.sheets is None:
            raise TimeglassError(translate("Printing", "this program cannot set pages"))

        def setting(share: float, words: str) -> None:
            progress(_SETTING * share, words)

        sheets = self._services.sheets(self._request, False, setting, cancelled)
        numbers = picked_pages(self._printer, sheets.count)
        words = translate("Printing", "Page {number} of {count}")
        painter = QPainter()
        if not painter.begin(self._printer):
            raise TimeglassError(translate("Printing", "the printer takes no pages, or the file cannot be written"))
        try:
            for place, number in enumerate(numbers):
                if cancelled():
                    self._printer.abort()
                    raise PrintCancelledError
                share = _SETTING + (1.0 - _SETTING) * place / len(numbers)
                progress(share, words.format(number=place + 1, count=len(numbers)))
                if place:
                    self._printer.newPage()
                self._draw(painter, sheets, number)
        finally:
            painter.end()
        return len(numbers)

    def _draw(self, painter: QPainter, sheets: Sheets, number: int) -> None:
        """A page in its true size, or as large as the paper allows."""
        paper = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        per_mm = self._printer.resolution() / _MM_PER_INCH
        width, height = (side * per_mm for side in sheets.size_mm(number))
        shrunk = min(1.0, paper.width() / width, paper.height() / height)
        if shrunk > 0.995:  # a hair of rounding must not blur the page
            shrunk = 1.0
        dpi = min(self._printer.resolution() * shrunk, FINEST_DPI)
        image = decoded(sheets.picture(number, dpi))
        if image.isNull():
            raise TimeglassError(translate("Printing", "a page could not be drawn"))
        width, height = width * shrunk, height * shrunk
        left, top = (paper.width() - width) / 2, (paper.height() - height) / 2
        painter.drawImage(QRectF(left, top, width, height), image)
