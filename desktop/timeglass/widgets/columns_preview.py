"""The first events that a table becomes, as its columns are chosen."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from timeglass.chrono.words import date_in_words
from timeglass.events.event import Event, SourceRef, text_in
from timeglass.events.timeline import Timeline
from timeglass.widgets import style

ROWS_AT_MOST: Final = 50
_ROW_PX: Final = 28
_LONGEST: Final = 200
_DATE_PX, _TITLE_PX, _OTHER_PX = 220, 280, 160
"""No column is wider at first."""
_LEAST_PX, _ROOM_PX = 80, 16


class ColumnsPreview(QTableWidget):
    """A table of events: their dates and titles, and of the rest what any of them has."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setAccessibleName(self.tr("What becomes of the table"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFont(style.font(style.NORMAL, tabular=True))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_PX)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setStretchLastSection(True)

    def show_events(self, timeline: Timeline) -> None:
        """Show the first events of a timeline."""
        head, language = timeline.head, self._language
        events = [timeline.events[row] for row in range(min(len(timeline), ROWS_AT_MOST))]

        def label(category: str) -> str:
            known = head.categories.get(category)
            return text_in(known.label, language, head.language) if known is not None else category

        fields: Sequence[tuple[str, int, Callable[[Event], str]]] = (
            (self.tr("Date"), _DATE_PX, lambda event: date_in_words(event.date, language)),
            (self.tr("Title"), _TITLE_PX, lambda event: text_in(event.title, language, head.language)),
            (self.tr("Category"), _OTHER_PX, lambda event: ", ".join(map(label, event.categories))),
            (self.tr("Places"), _OTHER_PX, lambda event: ", ".join(event.places)),
            (self.tr("Actors"), _OTHER_PX, lambda event: ", ".join(event.actors)),
            (self.tr("Tags"), _OTHER_PX, lambda event: ", ".join(event.tags)),
            (self.tr("Text"), _TITLE_PX, lambda event: text_in(event.summary, language, head.language)),
            (self.tr("Details"), _TITLE_PX, lambda event: text_in(event.details, language, head.language)),
            (self.tr("Sources"), _OTHER_PX, lambda event: ", ".join(map(_source_words, event.sources))),
        )
        said = [(name, width, [words(event) for event in events]) for name, width, words in fields]
        shown = [(name, width, cells) for place, (name, width, cells) in enumerate(said) if place < 2 or any(cells)]
        self.setColumnCount(len(shown))
        self.setRowCount(len(events))
        self.setHorizontalHeaderLabels([name for name, _, _ in shown])
        for column, (_, width, cells) in enumerate(shown):
            for row, cell in enumerate(cells):
                words = " ".join(cell.split())
                item = QTableWidgetItem(words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")
                self.setItem(row, column, item)
            self.setColumnWidth(column, min(width, max(_LEAST_PX, self.sizeHintForColumn(column) + _ROOM_PX)))


def _source_words(source: SourceRef) -> str:
    return source.text or source.url or source.source
