"""Go to a date or an event: says while one types where it would lead."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from timeglass.chrono.words import date_in_words
from timeglass.model.session import Session
from timeglass.widgets import style
from timeglass.widgets.going import Aim, aim_at, go
from timeglass.widgets.plain_text import PlainLabel
from timeglass.widgets.room_words import date_fault

_AIM_ROLE: Final = int(Qt.ItemDataRole.UserRole)
OFFERED: Final = 8
SEARCHED_AT_MOST: Final = 200_000


def titles_with(session: Session, text: str, limit: int = OFFERED) -> Sequence[int]:
    """Rows of the first events whose title holds a text."""
    wanted = text.strip().casefold()
    if len(wanted) < 2:
        return ()
    found = []
    for row in range(min(len(session.timeline), SEARCHED_AT_MOST)):
        if wanted in session.model.title(session.timeline.events[row]).casefold():
            found.append(row)
            if len(found) == limit:
                break
    return found


class GotoDialog(QDialog):
    """Takes what the file format takes, and "May 1997", "44 BC", "yesterday", an event's id or words of its title."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(self.tr("Go to"))
        self.setMinimumWidth(480)
        self.edit = QLineEdit()
        self.edit.setPlaceholderText(self.tr("A date, such as May 1997 or 1997-07-09, or words of a title"))
        self.edit.setAccessibleName(self.tr("Date or event"))
        self.edit.setFont(style.font(style.BODY))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Where it leads"))
        self.list.setUniformItemSizes(True)
        self.hint = PlainLabel()
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.edit)
        layout.addWidget(self.list)
        layout.addWidget(self.hint)
        self.edit.textChanged.connect(self._offer)
        self.edit.installEventFilter(self)
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.list.itemClicked.connect(lambda _item: self.accept())
        self._offer("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                by = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(min(max(self.list.currentRow() + by, 0), self.list.count() - 1))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept()
                return True
        return super().eventFilter(watched, event)

    def _offer(self, text: str) -> None:
        self.list.clear()
        aim = aim_at(self._session, text) if text.strip() else Aim()
        if aim.date is not None:
            words = date_in_words(aim.date, self._session.navigator.language)
            self._add(self.tr("Go to {date}").format(date=words), aim)
        elif aim.row >= 0:
            self._add(self._event_words(aim.row), aim)
        for row in titles_with(self._session, text):
            if row != aim.row:
                self._add(self._event_words(row), Aim(row=row))
        self.list.setCurrentRow(0)
        self.list.setVisible(self.list.count() > 0)
        self.list.setFixedHeight(self.list.count() * max(self.list.sizeHintForRow(0), 0) + 2)
        self.hint.setVisible(self.list.count() == 0)
        asks = self.tr("Anything that a timeline file takes as a date will do, and most of what people write.")
        self.hint.setText(date_fault(aim.reason) if aim.reason and text.strip() else asks)
        self.adjustSize()

    def _event_words(self, row: int) -> str:
        event = self._session.timeline.events[row]
        return f"{self._session.model.date_words(event)}   {self._session.model.title(event)}"

    def _add(self, words: str, aim: Aim) -> None:
        item = QListWidgetItem(words, self.list)
        item.setData(_AIM_ROLE, aim)

    def accept(self) -> None:
        if self.list.currentRow() < 0:
            return
        item = self.list.currentItem()
        super().accept()
        go(self._session, item.data(_AIM_ROLE))
