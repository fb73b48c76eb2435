"""Completion while one types: asks the search, shows what it offers, puts into the query what is taken."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from timeglass import settings
from timeglass.model.searching import Completed, Completions
from timeglass.model.session import Session
from timeglass.paint.theme import Theme
from timeglass.settings import Settings
from timeglass.widgets.completion_popup import CompletionPopup
from timeglass.widgets.counted import number
from timeglass.widgets.facets_panel import facet_words
from timeglass.widgets.search_field import SearchField
from timeglass.widgets.shelf import NamedSearch, searches

HISTORY_KEPT: Final = 30


class Completing(QObject):
    """Down opens kept searches and the history in an empty field; Tab or Enter take what is chosen.

    Esc hides the list first.
    """

    def __init__(self, field: SearchField, session: Session, store: Settings, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._field = field
        self._session = session
        self._store = store
        self._completions: Completions | None = None
        self._offered: list[NamedSearch] = []
        """What the popup offers while nothing is typed."""
        self.popup = CompletionPopup(theme, window)
        self.popup.chosen.connect(self._take)
        field.edit.textEdited.connect(self._on_edited)
        field.edit.focus_changed.connect(self._on_focus_changed)
        field.edit.installEventFilter(self)
        session.search.completed.connect(self._on_completed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field.edit and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(Qt.Key(event.key()), event.modifiers())
        return super().eventFilter(watched, event)

    def _on_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        popup = self.popup
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if popup.isVisible():
                popup.move_choice(1 if key == Qt.Key.Key_Down else -1)
            elif key == Qt.Key.Key_Down:
                self._open()
            return True
        if key == Qt.Key.Key_Escape and popup.isVisible():
            popup.hide()
            return True
        if key == Qt.Key.Key_Tab and popup.isVisible() and modifiers == Qt.KeyboardModifier.NoModifier:
            self._take(max(popup.choice, 0))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if popup.choice >= 0:
                self._take(popup.choice)
                return True
            popup.hide()
            self._keep_in_history()
        return False

    def _open(self) -> None:
        if self._field.text().strip():
            self._ask()
            return
        self._completions = None
        kept = searches(self._store).all()
        known = {search.query for search in kept}
        past = [query for query in self._store.get(settings.QUERY_HISTORY) if query not in known]
        self._offered = [*kept, *(NamedSearch(name=query, query=query) for query in past)]
        words = [self.tr("kept")] * len(kept) + [""] * len(past)
        self.popup.offer([(search.name, side) for search, side in zip(self._offered, words, strict=True)], self._field)

    def _ask(self) -> None:
        edit = self._field.edit
        self._session.complete(edit.text(), edit.cursorPosition())

    def _on_edited(self, text: str) -> None:
        if text.strip():
            self._ask()
        else:
            self.popup.hide()

    def _on_completed(self, completions: Completions) -> None:
        edit = self._field.edit
        if not edit.hasFocus() or edit.text() != completions.query:
            return
        self._completions = completions
        counts = [_side_words(offer) for offer in completions.offers]
        labels = [offer.label or offer.text for offer in completions.offers]
        self.popup.offer(list(zip(labels, counts, strict=True)), self._field)

    def _take(self, place: int) -> None:
        self.popup.hide()
        edit = self._field.edit
        if self._completions is None:
            if place < len(self._offered):
                search = self._offered[place]
                if search.name != search.query:
                    self._session.set_word_forms(search.word_forms)
                edit.setText(search.query)
            return
        if place >= len(self._completions.offers):
            return
        offer = self._completions.offers[place]
        text = edit.text()
        behind = text[offer.end :]
        completed = offer.text if offer.text.endswith(":") or behind.startswith(" ") else f"{offer.text} "
        edit.setText(f"{text[: offer.start]}{completed}{behind}")
        edit.setCursorPosition(offer.start + len(completed))
        if offer.text.endswith(":"):
            self._ask()

    def _keep_in_history(self) -> None:
        query = self._field.text().strip()
        if query:
            others = [other for other in self._store.get(settings.QUERY_HISTORY) if other != query]
            self._store.put(settings.QUERY_HISTORY, (query, *others)[:HISTORY_KEPT])

    def _on_focus_changed(self, has_focus: bool) -> None:
        if not has_focus:
            self.popup.hide()
            outcome = self._session.outcome
            if outcome is not None and len(outcome.rows):  # who goes on to what was found has searched for it
                self._keep_in_history()


def _side_words(offer: Completed) -> str:
    """Field and count of an offer: "Place · 4"."""
    parts = [facet_words(offer.field)] if offer.field else []
    if offer.count >= 0:
        parts.append(number(offer.count))
    return " · ".join(parts)
