"""The item model over a timeline: the face toward views, selection, accessibility and tests."""

from collections.abc import Callable
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from timeglass.chrono.words import date_in_words
from timeglass.events.event import Event, text_in
from timeglass.events.timeline import Timeline
from timeglass.model.status_words import status_words

Index = QModelIndex | QPersistentModelIndex

EVENT_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""The :class:`~timeglass.events.event.Event` of a row."""
ID_ROLE: Final = EVENT_ROLE + 1
"""The event's id."""
ROW_ROLE: Final = EVENT_ROLE + 2
"""The row itself, which a proxy passes on."""

_NOWHERE: Final = QModelIndex()
_DATE_WORDS_KEPT: Final = 20_000


class Column(IntEnum):
    """The model's columns."""

    DATE = 0
    TITLE = 1
    CATEGORY = 2
    ACTORS = 3
    PLACES = 4
    TAGS = 5
    STATUS = 6
    IMPORTANCE = 7
    SOURCES = 8


def header(column: Column) -> str:
    """Heading of a column in the window's language."""
    return {
        Column.DATE: QCoreApplication.translate("EventModel", "Date"),
        Column.TITLE: QCoreApplication.translate("EventModel", "Title"),
        Column.CATEGORY: QCoreApplication.translate("EventModel", "Category"),
        Column.ACTORS: QCoreApplication.translate("EventModel", "Actors"),
        Column.PLACES: QCoreApplication.translate("EventModel", "Places"),
        Column.TAGS: QCoreApplication.translate("EventModel", "Tags"),
        Column.STATUS: QCoreApplication.translate("EventModel", "Status"),
        Column.IMPORTANCE: QCoreApplication.translate("EventModel", "Importance"),
        Column.SOURCES: QCoreApplication.translate("EventModel", "Sources"),
    }[column]


class EventModel(QAbstractTableModel):
    """A timeline as a table: row ``n`` is row ``n`` of its columns.

    ``data()`` looks up and joins; words for dates are kept once made. The painter of the timeline does not come
    this way: it reads the columns.
    """

    def __init__(self, timeline: Timeline | None = None) -> None:
        super().__init__()
        self._timeline = timeline
        self._language = timeline.head.language if timeline else "en"
        self._date_words: dict[str, str] = {}
        self._texts: tuple[Callable[[Event], str], ...] = (
            self.date_words,
            self.title,
            self.category,
            lambda event: ", ".join(event.actors),
            lambda event: ", ".join(event.places),
            lambda event: ", ".join(event.tags),
            lambda event: status_words(event.status),
            lambda event: str(event.importance),
            lambda event: str(len(event.sources)),
        )

    @property
    def timeline(self) -> Timeline | None:
        """The timeline shown."""
        return self._timeline

    @property
    def language(self) -> str:
        """The language that texts are shown in."""
        return self._language

    def set_timeline(self, timeline: Timeline, language: str = "") -> None:
        """Show another timeline, in a language or in its own."""
        self.beginResetModel()
        self._timeline = timeline
        self._language = language or timeline.head.language
        self._date_words.clear()
        self.endResetModel()

    def set_language(self, language: str) -> None:
        """Show texts in another language."""
        if language == self._language:
            return
        self._language = language
        self._date_words.clear()
        if self.rowCount():
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last, [Qt.ItemDataRole.DisplayRole])

    def event_at(self, row: int) -> Event:
        """The event of a row; IndexError while there is no timeline."""
        if self._timeline is None:
            raise IndexError(row)
        return self._timeline.events[row]

    def date_words(self, event: Event) -> str:
        """The event's date in words."""
        text = event.date.text
        words = self._date_words.get(text)
        if words is None:
            if len(self._date_words) >= _DATE_WORDS_KEPT:
                self._date_words.clear()
            words = self._date_words[text] = date_in_words(event.date, self._language)
        return words

    def title(self, event: Event) -> str:
        """The event's title in the language shown."""
        return text_in(event.title, self._language, self._own_language)

    def category(self, event: Event) -> str:
        """Labels of the event's categories."""
        if self._timeline is None:
            return ""
        categories = self._timeline.head.categories
        labels = (text_in(categories[key].label, self._language, self._own_language) for key in event.categories)
        return ", ".join(label or key for label, key in zip(labels, event.categories, strict=True))

    def text(self, event: Event, column: Column) -> str:
        """What the cell of an event shows."""
        return self._texts[column](event)

    @property
    def _own_language(self) -> str:
        return self._timeline.head.language if self._timeline else "en"

    def index_at(self, row: int, column: int) -> QModelIndex:
        """Index of a row and column that are known to exist."""
        return self.createIndex(row, column)

    # What follows is asked for by Qt.

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() or self._timeline is None else len(self._timeline)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self._timeline is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts[index.column()](self._timeline.events[index.row()])
        if role == ROW_ROLE:
            return index.row()
        event = self._timeline.events[index.row()]
        if role == EVENT_ROLE:
            return event
        if role == ID_ROLE:
            return event.id
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.date_words(event)}: {self.title(event)}"
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.DATE:
            return event.date.text
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in (Column.IMPORTANCE, Column.SOURCES):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ToolTipRole and section == Column.DATE and orientation == Qt.Orientation.Horizontal:
            return self.tr("≈ stands before an event that may have begun before the one above it")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return header(Column(section)) if 0 <= section < len(Column) else None
        return section + 1
