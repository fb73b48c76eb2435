"""Printing: the system's dialog, the pages on paper, and giving up."""

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from timeglass import settings
from timeglass.exporting import export_pages
from timeglass.settings import Settings
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.print_pages import PrintCancelledError, PrintedPages, chosen_pages, fitted_to, lay_out
from timeglass.widgets.printing import NOTICE
from timeglass.widgets.services import ExportRequest
from timelines import little


def a_printer(path: Path, request: ExportRequest, resolution: int = 72) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(resolution)
    lay_out(printer, request)
    return printer


def pages_of(path: Path) -> tuple[int, tuple[float, float]]:
    """Number of pages and size of the first, in points."""
    data = path.read_bytes()
    box = re.search(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", data)
    assert box is not None
    return len(re.findall(rb"/Type /Page\b", data)), (float(box[1]), float(box[2]))


@pytest.fixture
def request_of_five(window: MainWindow) -> ExportRequest:
    timeline = little(5)
    return ExportRequest(timeline=timeline, rows=timeline.columns.start_earliest.argsort())


def test_prints_every_page_on_the_paper_of_the_request(
    window: MainWindow, request_of_five: ExportRequest, tmp_path: Path
) -> None:
    printer = a_printer(tmp_path / "p.pdf", request_of_five)
    told: list[tuple[float, str]] = []
    pages = PrintedPages(window.services, request_of_five, printer)
    assert pages.print(lambda share, words: told.append((share, words)), lambda: False) == 5
    count, size = pages_of(tmp_path / "p.pdf")
    assert count == 5
    assert size == pytest.approx((595, 842), abs=1)
    assert [words for _, words in told] == [f"Page {number} of 5" for number in range(1, 6)]
    assert [share for share, _ in told] == sorted({share for share, _ in told})
    assert told[-1][0] < 1.0


def test_pages_fill_the_paper(window: MainWindow, request_of_five: ExportRequest, tmp_path: Path) -> None:
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed")
    printer = a_printer(tmp_path / "p.pdf", request_of_five, 150)
    PrintedPages(window.services, request_of_five, printer).print(lambda *_: None, lambda: False)
    subprocess.run(
        ["pdftoppm", "-r", "30", "-l", "1", "-gray", "-singlefile", tmp_path / "p.pdf", tmp_path / "p"], check=True
    )
    grey = (tmp_path / "p.pgm").read_bytes()[-248 * 351 :]
    assert sum(value < 10 for value in grey) > 0.97 * len(grey), "the first page is black to its edges"


def test_takes_the_paper_chosen_in_the_dialog(request_of_five: ExportRequest, tmp_path: Path) -> None:
    printer = a_printer(tmp_path / "p.pdf", request_of_five)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A3))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    fitted = fitted_to(printer, request_of_five)
    assert (fitted.paper, fitted.landscape) == ("a3", True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    assert fitted_to(printer, request_of_five).paper == "a4"


def test_pages_are_made_smaller_for_smaller_paper(
    window: MainWindow, request_of_five: ExportRequest, tmp_path: Path
) -> None:
    printer = a_printer(tmp_path / "p.pdf", request_of_five)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A5))
    assert PrintedPages(window.services, request_of_five, printer).print(lambda *_: None, lambda: False) == 5
    assert pages_of(tmp_path / "p.pdf")[1] == pytest.approx((420, 595), abs=1)


def test_prints_the_pages_asked_for_in_the_order_asked_for(request_of_five: ExportRequest, tmp_path: Path) -> None:
    printer = a_printer(tmp_path / "p.pdf", request_of_five)
    assert chosen_pages(printer, 5) == [0, 1, 2, 3, 4]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert chosen_pages(printer, 3) == [2, 1, 0]
    printer.setPageOrder(QPrinter.PageOrder.FirstPageFirst)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(QPageRanges.fromString("2-3,5"))
    assert chosen_pages(printer, 5) == [1, 2, 4]


def test_can_be_given_up_between_pages(window: MainWindow, request_of_five: ExportRequest, tmp_path: Path) -> None:
    printer = a_printer(tmp_path / "p.pdf", request_of_five)
    told: list[str] = []
    pages = PrintedPages(window.services, request_of_five, printer)
    with pytest.raises(PrintCancelledError):
        pages.print(lambda _share, words: told.append(words), lambda: len(told) == 2)
    assert told == ["Page 1 of 5", "Page 2 of 5"]


def test_the_key_opens_the_systems_dialog_for_the_remembered_paper(
    window: MainWindow, store: Settings, qtbot: QtBot, tmp_path: Path, written
) -> None:  # type: ignore[no-untyped-def]
    store.put(settings.EXPORT_PAPER, "letter")
    window.actions_by_name["print"].trigger()
    dialog = window.dialogs.printing.dialog
    assert isinstance(dialog, QPrintDialog)
    printer = dialog.printer()
    assert printer.pageLayout().pageSize().id() == QPageSize.PageSizeId.Letter
    name = next(edit for edit in dialog.findChildren(QLineEdit) if edit.objectName() == "filename")
    name.setText(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(window.dialogs.printing.finished):
        dialog.accept()
    assert written.requests[-1].paper == "letter", "printing to a file gives the PDF itself"
    assert window.notices.texts()[NOTICE] == f"Printed to {tmp_path / 'printed.pdf'}, 3 pages"


def test_a_page_range_goes_to_the_printer(
    window: MainWindow, request_of_five: ExportRequest, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = a_printer(tmp_path / "p.pdf", request_of_five)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    with qtbot.waitSignal(window.dialogs.printing.finished):
        window.dialogs.printing.print(printer, request_of_five)
    assert window.notices.texts()[NOTICE] == "2 pages went to the printer"
    assert pages_of(tmp_path / "p.pdf")[0] == 2


@pytest.mark.qt_log_ignore("QPainter::begin")  # Qt's own words for what is told in ours
def test_a_printer_that_takes_nothing_is_told(
    window: MainWindow, request_of_five: ExportRequest, tmp_path: Path, qtbot: QtBot
) -> None:
    printer = a_printer(tmp_path / "nowhere" / "p.pdf", request_of_five)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 1)
    with qtbot.waitSignal(window.dialogs.printing.finished):
        window.dialogs.printing.print(printer, request_of_five)
    assert window.notices.texts()[NOTICE].startswith("Cannot be printed: the printer takes no pages")


def test_a_page_range_in_a_file_is_the_documents_own_pages(
    window: MainWindow, request_of_five: ExportRequest, tmp_path: Path, qtbot: QtBot
) -> None:
    window.dialogs.printing._services = replace(window.services, export_pages=export_pages)
    path = tmp_path / "p.pdf"
    printer = a_printer(path, request_of_five)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(7, 9)
    with qtbot.waitSignal(window.dialogs.printing.finished):
        window.dialogs.printing.print(printer, request_of_five)
    assert window.notices.texts()[NOTICE] == "Cannot be printed: there is no such page"
    assert not path.exists()
    printer.setFromTo(1, 1)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    with qtbot.waitSignal(window.dialogs.printing.finished):
        window.dialogs.printing.print(printer, request_of_five)
    assert window.notices.texts()[NOTICE] == f"Printed to {path}, 1 page"
    assert b"/FontFile3" in path.read_bytes()  # letters, not pictures of them


def test_the_pages_count_up_beside_a_button_that_stays(
    window: MainWindow, request_of_five: ExportRequest, tmp_path: Path
) -> None:
    printing = window.dialogs.printing
    printing._tell("Page 1 of 5")
    buttons = window.notices.findChildren(QPushButton)
    printing._on_progressed(0.5, "Page 2 of 5")
    assert window.notices.texts()[NOTICE] == "Printing: Page 2 of 5"
    assert window.notices.findChildren(QPushButton) == buttons


def test_cancelling_says_so(
    window: MainWindow, request_of_five: ExportRequest, tmp_path: Path, qtbot: QtBot, written
) -> None:  # type: ignore[no-untyped-def]
    import time

    def hold(cancelled) -> None:  # type: ignore[no-untyped-def]
        until = time.monotonic() + 5
        while not cancelled() and time.monotonic() < until:
            time.sleep(0.005)

    written.hold = hold
    window.dialogs.printing.print(a_printer(tmp_path / "p.pdf", request_of_five), request_of_five)
    assert window.notices.texts()[NOTICE] == "Printing: Setting the pages"
    (button,) = (one for one in window.notices.findChildren(QPushButton) if one.text() == "Cancel")
    window.dialogs.printing._on_progressed(0.5, "Setting the pages")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    with qtbot.waitSignal(window.dialogs.printing.finished):
        button.click()
    assert window.notices.texts()[NOTICE] == "Printing was cancelled"
    assert not (tmp_path / "p.pdf").exists()
