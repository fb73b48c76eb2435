"""Tables in the window: how they are read is shown, can be changed, and is remembered."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeglass.app import make_services
from timeglass.compiled import Compiled
from timeglass.settings import Settings
from timeglass.tables import KEPT, ChosenColumns
from timeglass.widgets.columns_dialog import ColumnsDialog
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.style import Appearance
from timeglass.widgets.table_services import ColumnMap, TableColumn, TablePreview
from timelines import little

Open = Callable[[Path], MainWindow]
TABLE = "When,What,Who,Note\n1/2/2020,Foo,Ann,First note\n3/4/2020,Bar,Bob,\nsoon,Lost,Bob,\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A table whose days and months could be either."""
    made = tmp_path / "t.csv"
    made.write_text(TABLE, encoding="utf-8")
    return made


@pytest.fixture
def store(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "timeglass.ini")


@pytest.fixture
def window(qtbot: QtBot, store: Settings, tmp_path: Path) -> Iterator[MainWindow]:
    """An empty window with the real services."""
    chosen = ChosenColumns(store)
    compiled = Compiled(tmp_path / "cache", recall=chosen.recall, token=lambda: chosen.token)
    window = MainWindow(make_services(compiled, chosen), store, Appearance("light"))
    window.show()
    qtbot.waitExposed(window)
    yield window
    window.close()
    compiled.close()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def show(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    """Open a file, and wait until its columns were looked at, too."""
    with qtbot.waitSignal(window.files.shown):
        window.files.open(path)
    qtbot.waitUntil(lambda: not window.table_columns.busy)


def dialog_of(window: MainWindow, qtbot: QtBot) -> ColumnsDialog:
    """The dialog of columns, when it has tried what it shows."""
    qtbot.waitUntil(lambda: isinstance(window.dialogs.current, ColumnsDialog))
    dialog = window.dialogs.current
    assert isinstance(dialog, ColumnsDialog)
    settle(dialog, qtbot)
    return dialog


def settle(dialog: ColumnsDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not dialog.busy)


def choose(dialog: ColumnsDialog, number: int, part: str, qtbot: QtBot) -> None:
    """Choose a part for a column, as a person does."""
    choice = dialog.list.choices[number]
    choice.setCurrentIndex(choice.findData(part))
    settle(dialog, qtbot)


def previewed(dialog: ColumnsDialog) -> list[list[str]]:
    """What the preview shows, its headings first."""
    table = dialog.preview
    heads = [table.horizontalHeaderItem(column) for column in range(table.columnCount())]
    rows = [[item.text() if item else "" for item in heads]]
    for row in range(table.rowCount()):
        items = [table.item(row, column) for column in range(table.columnCount())]
        rows.append([item.text() if item else "" for item in items])
    return rows


def test_a_new_table_asks_and_shows_what_becomes_of_it(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    show(window, path, qtbot)
    dialog = dialog_of(window, qtbot)
    assert dialog.list.parts == ("start", "title", "actor", "text")
    assert previewed(dialog) == [
        ["Date", "Title", "Actors", "Text"],
        ["2 January 2020", "Foo", "Ann", "First note"],
        ["4 March 2020", "Bar", "Bob", ""],
    ]
    assert dialog.heard.text().splitlines()[0] == "2 events from all 3 rows."
    assert dialog.heard.text().splitlines()[1].startswith("Line 4: 'soon' is no date")
    assert dialog.order_reason.text() == "Read as month, day, year: both ways would fit."
    assert window.stage.shows_timeline
    assert len(window.session.timeline) == 2
    dialog.reject()


def test_what_is_chosen_is_previewed_used_and_remembered(
    window: MainWindow, path: Path, qtbot: QtBot, store: Settings
) -> None:
    show(window, path, qtbot)
    dialog = dialog_of(window, qtbot)
    choose(dialog, 2, "category", qtbot)
    choose(dialog, 3, "skip", qtbot)
    dialog.order.setCurrentIndex(dialog.order.findData("day-first"))
    settle(dialog, qtbot)
    assert previewed(dialog)[:2] == [["Date", "Title", "Category"], ["1 February 2020", "Foo", "Ann"]]
    assert not dialog.order_reason.isVisible()
    left = window.session.navigator.viewport
    with qtbot.waitSignal(window.files.shown):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert window.session.navigator.viewport == window.session.navigator.home_viewport() != left
    event = window.session.timeline.events[0]
    assert (event.date.text, event.categories, event.summary, event.details) == ("2020-02-01", ("ann",), "", "")
    other = path.with_name("other.csv")
    other.write_text("When,What,Who,Note\n5/6/2021,Later,Ann,x\n", encoding="utf-8")
    show(window, other, qtbot)
    assert window.dialogs.current is None
    assert window.session.timeline.events[0].date.text == "2021-06-05"
    again = ChosenColumns(Settings(store.path))
    assert again.recall(["When", "What", "Who", "Note"])["category"] == ("Who",)
    assert not again.knows(["When", "What"])
    window.actions_by_name["columns"].trigger()
    dialog = dialog_of(window, qtbot)
    assert dialog.list.parts == ("start", "title", "category", "skip")
    assert dialog.order.currentData() == "day-first"
    dialog.anew.click()
    settle(dialog, qtbot)
    assert dialog.list.parts == ("start", "title", "actor", "text")
    with qtbot.waitSignal(window.files.shown):
        dialog.accept()
    assert window.session.timeline.events[0].date.text == "2021-05-06"


class SlowTable:
    """A table that takes its time."""

    columns = (TableColumn("a"), TableColumn("b"))
    is_new = True

    def __init__(self) -> None:
        self.chosen: ColumnMap = {}
        self.ready = threading.Event()

    def __len__(self) -> int:
        return 1

    def preview(self, columns: ColumnMap) -> TablePreview:
        self.ready.wait(10.0)
        return TablePreview(parts=("start", "title"), timeline=little(), tried=1)

    def keep(self, columns: ColumnMap) -> None:
        raise AssertionError


def test_nothing_can_be_chosen_before_the_columns_were_looked_at(window: MainWindow, qtbot: QtBot) -> None:
    table = SlowTable()
    dialog = ColumnsDialog(table, "t.csv", "en", window)
    window.dialogs.open(dialog)
    assert not dialog.list.isEnabled()
    assert not dialog.order.isEnabled()
    table.ready.set()
    settle(dialog, qtbot)
    assert dialog.list.isEnabled()
    assert dialog.order.isEnabled()
    assert dialog.list.parts == ("start", "title")
    dialog.reject()


def test_a_part_moves_from_one_column_to_another(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    show(window, path, qtbot)
    dialog = dialog_of(window, qtbot)
    choose(dialog, 1, "category", qtbot)
    choose(dialog, 2, "category", qtbot)
    assert dialog.list.parts == ("start", "", "category", "text")
    choose(dialog, 1, "text", qtbot)
    assert dialog.list.parts == ("start", "text", "category", "text")
    choose(dialog, 0, "", qtbot)
    assert not dialog.use.isEnabled()
    assert dialog.heard.text().startswith("No column holds dates")
    assert not dialog.preview.isVisible()
    choose(dialog, 0, "end", qtbot)
    assert not dialog.use.isEnabled()
    choose(dialog, 0, "start", qtbot)
    assert dialog.use.isEnabled()
    assert dialog.preview.isVisible()
    dialog.reject()


def test_who_cancels_is_not_asked_again(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    show(window, path, qtbot)
    dialog_of(window, qtbot).reject()
    show(window, path, qtbot)
    assert window.dialogs.current is None
    assert window.actions_by_name["columns"].isEnabled()
    assert window.session.timeline.events[0].date.text == "2020-01-02"


def test_a_layout_of_a_program_does_not_ask(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    log = tmp_path / "log.csv"
    log.write_text("message,timestamp,datetime,timestamp_desc\nFoo,1,2020-09-13T12:26:40+00:00,Written\n", "utf-8")
    show(window, log, qtbot)
    assert window.dialogs.current is None
    assert window.actions_by_name["columns"].isEnabled()


def test_other_files_have_no_columns(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "t.yaml"
    other.write_text("timeglass: 1\ntitle: T\nevents:\n- {date: 2020, title: A}\n", encoding="utf-8")
    show(window, other, qtbot)
    assert not window.actions_by_name["columns"].isEnabled()


def test_a_table_whose_names_say_nothing_is_refused_with_an_offer(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    plain = tmp_path / "t.csv"
    plain.write_text("a,b,c\n1812,Foo,x\n1813,Bar,y\n1900,Baz,z\n", encoding="utf-8")
    with qtbot.waitSignal(window.files.opener.refused):
        window.files.open(plain)
    offers = {offer.words: offer for offer in window.files.offers_for(plain)}
    assert list(offers) == ["Choose its columns…"]
    offers["Choose its columns…"].do()
    dialog = dialog_of(window, qtbot)
    assert not dialog.use.isEnabled()
    choose(dialog, 0, "start", qtbot)
    choose(dialog, 1, "title", qtbot)
    with qtbot.waitSignal(window.files.shown):
        dialog.accept()
    assert [event.title for event in window.session.timeline.events] == ["Foo", "Bar", "Baz"]
    assert list(window.files.offers_for(tmp_path / "gone.csv")) == []


def test_a_table_that_is_gone_says_so(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    show(window, path, qtbot)
    dialog_of(window, qtbot).reject()
    path.unlink()
    window.actions_by_name["columns"].trigger()
    qtbot.waitUntil(lambda: not window.table_columns.busy)
    assert "there is no such file" in window.notices.texts()["columns"]


def test_large_tables_are_compiled_for_their_columns(tmp_path: Path, path: Path, store: Settings) -> None:
    chosen = ChosenColumns(store)
    names = ["When", "What", "Who", "Note"]
    compiled = Compiled(tmp_path / "cache", 0, 0.0, chosen.recall, lambda: chosen.token)

    def first_date() -> str:
        loaded = compiled.load(path)
        for writer in compiled.writers:
            writer.join()
        found = compiled.searcher(loaded.timeline, "en").search("foo")
        assert len(found.rows) == 1
        return loaded.timeline.events[0].date.text

    assert [first_date(), first_date()] == ["2020-01-02", "2020-01-02"]
    chosen.keep(names, {"start": ["When"], "order": ["day-first"]})
    assert [first_date(), first_date()] == ["2020-02-01", "2020-02-01"]
    chosen.keep(names, {"start": ["When"], "order": ["month-first"]})
    assert [first_date(), first_date()] == ["2020-01-02", "2020-01-02"]
    assert len([folder for folder in (tmp_path / "cache").iterdir() if folder.is_dir()]) == 1
    compiled.close()


def test_settings_that_cannot_be_read_know_nothing(store: Settings) -> None:
    from timeglass import settings

    store.put(settings.TABLE_COLUMNS, '[{"names": 5}]')
    chosen = ChosenColumns(store)
    assert not chosen.knows(["a"])
    assert chosen.token == ""
    for number in range(KEPT + 5):
        chosen.keep([str(number)], {})
    assert not chosen.knows(["4"])
    assert chosen.knows([str(KEPT + 4)])
    assert chosen.token == ""
