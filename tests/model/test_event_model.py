from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from timeglass.model.event_model import EVENT_ROLE, ID_ROLE, Column, EventModel
from timelines import little


def test_passes_the_model_tester(qtbot: QtBot) -> None:
    model = EventModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_timeline(little())
    model.set_language("uk")
    model.set_timeline(little(3))
    assert model.rowCount() == 3
    assert tester.model() is model


def test_a_row_is_a_row_of_the_columns(qtbot: QtBot) -> None:
    timeline = little()
    model = EventModel(timeline)
    assert model.rowCount() == len(timeline)
    for row in range(model.rowCount()):
        assert model.data(model.index(row, 0), ID_ROLE) == timeline.events[row].id
        assert model.data(model.index(row, 0), EVENT_ROLE) is timeline.events[row]


def test_cells_say_what_the_event_says(qtbot: QtBot) -> None:
    model = EventModel(little())
    texts = [model.data(model.index(2, column)) for column in Column]
    assert texts == [
        "3 March 1992", "The great meeting", "Talks, Deeds", "Ann, Bob", "Madrid", "start", "Disputed", "5", "3",
    ]  # fmt: skip
    assert model.data(model.index(2, Column.DATE), Qt.ItemDataRole.ToolTipRole) == "1992-03-03"
    assert model.data(model.index(2, 0), Qt.ItemDataRole.AccessibleTextRole) == "3 March 1992: The great meeting"


def test_language_changes_titles_and_labels(qtbot: QtBot) -> None:
    model = EventModel(little())
    with qtbot.waitSignal(model.dataChanged):
        model.set_language("uk")
    assert model.data(model.index(2, Column.TITLE)) == "Велика зустріч"
    assert model.data(model.index(2, Column.CATEGORY)) == "Розмови, Deeds"
    assert model.data(model.index(3, Column.TITLE)) == "Event 3"  # only said in the file's language


def test_outside_there_is_nothing(qtbot: QtBot) -> None:
    model = EventModel(little())
    assert model.data(QModelIndex()) is None
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.headerData(99, Qt.Orientation.Horizontal) is None
    assert EventModel().rowCount() == 0
