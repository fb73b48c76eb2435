"""The export dialog's pages: set anew as the choices change, turned, zoomed, given up."""

import threading
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeglass.errors import TimeglassError
from timeglass.settings import Settings
from timeglass.widgets.export_dialog import ExportDialog
from timeglass.widgets.latest import Latest
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.services import Cancelled


@pytest.fixture
def dialog(window: MainWindow, store: Settings, tmp_path: Path, qtbot: QtBot):  # type: ignore[no-untyped-def]
    window.session.select_rows(np.arange(4, dtype=np.int32))
    made = ExportDialog(window.session, window.services, store, window, lambda *_: str(tmp_path / "out"))
    made.show()
    qtbot.waitUntil(lambda: made.preview.sheets is not None and not made.preview.busy)
    yield made
    made.reject()
    made.close_down()


def test_shows_the_first_page_and_how_many_there_are(dialog: ExportDialog) -> None:
    preview = dialog.preview
    assert preview.words.text() == "Page 1 of 4"
    assert preview.note.text() == "a warning"
    assert not preview.back.isEnabled()
    assert preview.on.isEnabled()
    assert not preview.canvas.image.isNull()


def test_pages_are_turned_by_button_key_and_wheel(dialog: ExportDialog, qtbot: QtBot) -> None:
    preview = dialog.preview
    preview.on.click()
    qtbot.waitUntil(lambda: preview.canvas.image.pixelColor(9, 9).red() == 20)
    assert preview.words.text() == "Page 2 of 4"
    QTest.keyClick(preview.canvas, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: preview.canvas.image.pixelColor(9, 9).red() == 60)
    assert not preview.on.isEnabled()
    QTest.keyClick(preview.canvas, Qt.Key.Key_PageDown)
    assert preview.number == 3
    QTest.keyClick(preview.canvas, Qt.Key.Key_Home)
    assert preview.number == 0
    place = QPointF(preview.canvas.viewport().rect().center())
    down = QWheelEvent(
        place, preview.canvas.viewport().mapToGlobal(place), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(preview.canvas.viewport(), down)
    assert preview.number == 1


def test_zoom_draws_finer_pages(dialog: ExportDialog, qtbot: QtBot) -> None:
    preview = dialog.preview
    fitted = preview.canvas.image.width()
    preview.set_zoom(2.0)
    qtbot.waitUntil(lambda: not preview.busy)
    assert preview.canvas.image.width() == pytest.approx(2 * 210 / 25.4 * 96 * preview.devicePixelRatioF(), abs=2)
    assert preview.canvas.verticalScrollBar().maximum() > 0
    assert preview.fit.text() == "200%"
    preview.smaller.click()
    assert preview.fit.text() == "150%"
    QTest.keyClick(preview.canvas, Qt.Key.Key_0)
    qtbot.waitUntil(lambda: not preview.busy)
    assert preview.canvas.image.width() == fitted


def test_another_choice_sets_other_pages(dialog: ExportDialog, qtbot: QtBot, written) -> None:  # type: ignore[no-untyped-def]
    before = len(written.looked_at)
    for paper in ("letter", "a3", "letter", "a3"):
        dialog.options.paper.setCurrentIndex(dialog.options.paper.findData(paper))
    qtbot.waitUntil(lambda: len(written.looked_at) > before and not dialog.preview.busy)
    assert len(written.looked_at) == before + 1, "each change set the pages, not only the last"
    assert written.looked_at[-1].paper == "a3"
    assert dialog.preview.sheets.size_mm(0)[0] == 297.0


def test_formats_without_pages_say_so(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.options.format.setCurrentIndex(dialog.options.format.findData("csv"))
    assert dialog.preview.sheets is None
    assert dialog.preview.note.text() == "This format has no pages to show."
    assert not dialog.print.isVisible()
    dialog.options.format.setCurrentIndex(dialog.options.format.findData("png"))
    qtbot.waitUntil(lambda: dialog.preview.sheets is not None)
    assert dialog.options.width_px.isVisible()


def test_a_range_that_is_none_stands_in_the_way(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.options.span.setCurrentIndex(dialog.options.span.findData("range"))
    dialog.options.range.setText("some day")
    assert not dialog.go.isEnabled()
    assert "1997/2004" in dialog.preview.note.text()
    dialog.options.range.setText("1991/1993")
    assert dialog.go.isEnabled()
    viewport = dialog.request().viewport
    assert viewport is not None
    assert viewport.length == pytest.approx(3 * 365.25 * 86_400, rel=0.01)


def test_pages_are_there_again_after_a_failed_export(
    dialog: ExportDialog, qtbot: QtBot, written, tmp_path: Path  # type: ignore[no-untyped-def]
) -> None:  # fmt: skip
    (tmp_path / "out.pdf").mkdir()
    dialog.options.paper.setCurrentIndex(dialog.options.paper.findData("a3"))  # not set yet when the export begins
    dialog.start()
    qtbot.waitUntil(lambda: dialog.progress.heading.text() == "Nothing was exported")
    dialog.progress.back.click()
    qtbot.waitUntil(lambda: not dialog.preview.busy)
    assert dialog.preview.sheets.size_mm(0)[0] == 297.0


def test_a_width_that_is_none_stands_in_the_way(dialog: ExportDialog) -> None:
    dialog.options.format.setCurrentIndex(dialog.options.format.findData("png"))
    for typed, possible in (("199", False), ("", False), ("16384", True), ("99999", False), ("3000", True)):
        dialog.options.width_px.setText(typed)
        assert dialog.go.isEnabled() is possible
    assert dialog.request().width_px == 3_000


def test_a_failure_is_told_in_the_pages_place(dialog: ExportDialog, qtbot: QtBot, written) -> None:  # type: ignore[no-untyped-def]
    def fail(_cancelled: Cancelled) -> None:
        raise TimeglassError("no pages today")

    written.hold = fail
    dialog.options.font_size.setCurrentIndex(dialog.options.font_size.findData(12))
    qtbot.waitUntil(lambda: dialog.preview.note.text() == "no pages today")
    assert dialog.preview.canvas.image.isNull()


def test_leaving_does_not_wait_for_pages_that_are_being_set(
    window: MainWindow, store: Settings, qtbot: QtBot, written  # type: ignore[no-untyped-def]
) -> None:  # fmt: skip
    free = threading.Event()
    began = threading.Event()

    def hold(_cancelled: Cancelled) -> None:
        began.set()
        free.wait(10)

    written.hold = hold
    dialog = ExportDialog(window.session, window.services, store, window)
    finished: list[int] = []
    dialog.finished.connect(finished.append)
    dialog.show()
    qtbot.waitUntil(began.is_set)
    started = time.monotonic()
    dialog.reject()
    assert time.monotonic() - started < 1, "the window stood still until the pages were set"
    assert not dialog.isVisible()
    assert not finished
    free.set()
    qtbot.waitUntil(lambda: finished == [0])


def test_all_choices_are_remembered(dialog: ExportDialog, window: MainWindow, store: Settings, qtbot: QtBot) -> None:
    options = dialog.options
    for choice, value in (
        (options.paper, "letter"), (options.orientation, True), (options.layout_choice, "table"),
        (options.group_by, "era"), (options.strip, "tiles"), (options.span, "range"), (options.scale, 400),
        (options.font_size, 8),
    ):  # fmt: skip
        choice.setCurrentIndex(choice.findData(value))
    options.range.setText("1990/1995")
    options.width_px.setText("5000")
    for tick in (options.details, options.sources, options.pictures, options.byte_order_mark):
        tick.setChecked(False)
    for tick in (options.transparent, options.outlines):
        tick.setChecked(True)
    options.scope_buttons.button(2).click()
    wanted = dialog.request()
    with qtbot.waitSignal(dialog.progress.finished):
        dialog.start()
    again = ExportDialog(window.session, window.services, store, window)
    found = again.request()
    names = [name for name in type(wanted).__dataclass_fields__ if name not in ("timeline", "rows", "view")]
    assert {name: getattr(found, name) for name in names} == {name: getattr(wanted, name) for name in names}
    assert found.rows.tolist() == wanted.rows.tolist()
    again.reject()
    again.close_down()


def test_only_the_newest_wish_counts(qtbot: QtBot) -> None:
    latest = Latest()
    heard: list[object] = []
    latest.done.connect(heard.append)
    gate = threading.Event()
    ran: list[int] = []

    def work(number: int) -> object:
        ran.append(number)
        gate.wait(5)
        return number

    latest.ask(lambda _cancelled: work(1))
    qtbot.waitUntil(lambda: ran == [1])
    for number in (2, 3, 4):
        latest.ask(lambda _cancelled, number=number: work(number))
    gate.set()
    with qtbot.waitSignal(latest.idle):
        pass
    assert ran == [1, 4]
    assert heard == [4]
    latest.ask(lambda _cancelled: 1 / 0)
    with qtbot.waitSignal(latest.failed) as failed:
        pass
    assert failed.args == ["ZeroDivisionError: division by zero"]
    latest.close()
