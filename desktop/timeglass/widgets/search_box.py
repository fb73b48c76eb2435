"""Between the search field and the session: queries, counts, faults, suggestions, what is hidden."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer

from timeglass.model.session import Session
from timeglass.widgets.actions import Actions
from timeglass.widgets.counted import number
from timeglass.widgets.notices import NoticeArea, Offer
from timeglass.widgets.room_words import query_fault
from timeglass.widgets.search_field import SearchField

PATIENCE_MS: Final = 700
FAULT, NOTHING, HIDDEN = "query-fault", "query-nothing", "query-hidden"


class SearchBox(QObject):
    """Keeps field, session and notices in agreement; the text in the field is the single truth."""

    def __init__(
        self, field: SearchField, session: Session, notices: NoticeArea, actions: Actions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._field = field
        self._session = session
        self._notices = notices
        self._actions = actions
        self._percent = 0
        # A notice moves the panes: it waits until the person stops typing.
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._tell_trouble)
        navigator = session.navigator
        field.query_edited.connect(session.set_query)
        field.next_requested.connect(lambda: self._walk(1))
        field.previous_requested.connect(lambda: self._walk(-1))
        field.hide_others_requested.connect(actions["hide_others"].setChecked)
        session.query_changed.connect(self._on_query_changed)
        session.outcome_changed.connect(self.refresh)
        session.search.failed.connect(self._on_failed)
        session.search.preparing.connect(self._on_preparing)
        navigator.hide_others_changed.connect(self.refresh)
        actions["clear_search"].triggered.connect(self.clear)
        self.refresh()

    def ask(self, query: str) -> None:
        """Put a query into the field and search."""
        self._field.set_text(query)

    def add_term(self, field: str, value: str, exclude: bool = False) -> None:
        """Add a value of a field to the search, or exclude it; a term that is there already is taken out again."""
        from timeglass.search import toggled  # the window opens without it

        self.ask(toggled(self._field.text(), self._session.search.term(field, value), exclude))

    def clear(self) -> None:
        """Search nothing."""
        self._field.edit.clear()

    def refresh(self) -> None:
        """Show the newest answer."""
        session, field = self._session, self._field
        outcome = session.outcome
        hides = session.navigator.hide_others
        field.hide_rest.setChecked(hides)
        if outcome is None:
            field.show_count(0, 0, searching=False)
            if session.query:
                self._show_waiting()
            field.show_fault(-1)
            for key in (FAULT, NOTHING, HIDDEN):
                self._notices.clear(key)
            self._patience.stop()
            return
        found, total = len(outcome.rows), len(session.timeline)
        doubtful = found - outcome.certain
        field.show_count(found, total, searching=True, doubtful=doubtful)
        words = self.tr("%Ln of them only possibly, for the date(s) are doubtful", "", doubtful)
        field.count.setToolTip(words if doubtful > 0 else "")
        field.show_fault(outcome.position if outcome.error else -1)
        if outcome.error or not found:
            self._patience.start()
        else:
            self._tell_trouble()
        if hides and found < total:
            words = self.tr("{found} of %Ln event(s) shown; the rest is hidden by the search.", "", total)
            self._notices.tell(
                HIDDEN,
                words.format(found=number(found)),
                [
                    Offer(self.tr("Show the rest"), lambda: session.navigator.set_hide_others(False)),
                    Offer(self.tr("Clear"), self.clear),
                ],
                closable=False,
            )
        else:
            self._notices.clear(HIDDEN)

    def _tell_trouble(self) -> None:
        self._patience.stop()
        outcome = self._session.outcome
        if outcome is not None:
            self._tell_fault(outcome.error)
            self._tell_nothing(not len(outcome.rows) and not outcome.error, outcome.suggestions)

    def _tell_fault(self, error: str) -> None:
        if error:
            words = self.tr("The search cannot be read: {reason}").format(reason=query_fault(error))
            self._notices.tell(FAULT, words, severity="warning", closable=False)
        else:
            self._notices.clear(FAULT)

    def _tell_nothing(self, nothing: bool, suggestions: tuple[str, ...]) -> None:
        if not nothing:
            self._notices.clear(NOTHING)
            return
        asked = self.tr("Nothing found. Did you mean “{query}”?")
        words = asked.format(query=suggestions[0]) if suggestions else self.tr("Nothing found.")
        offers = [Offer(text, partial(self._take, text)) for text in suggestions[:4]]
        offers.append(Offer(self.tr("Clear the search"), self.clear))
        self._notices.tell(NOTHING, words, offers, closable=False)

    def _take(self, query: str) -> None:
        self.ask(query)
        self._field.edit.setFocus()  # the button that was pressed goes

    def _walk(self, by: int) -> None:
        self._session.step_hit(by)

    def _on_query_changed(self, query: str) -> None:
        self._field.set_text(query)
        if not query:
            self.refresh()
        elif not self._session.search.is_ready:
            self._show_waiting()

    def _on_preparing(self, percent: int) -> None:
        self._percent = percent
        if self._session.query and not self._session.search.is_ready:
            self._show_waiting()

    def _show_waiting(self) -> None:
        """Tell that the answer takes a while: a large file is being prepared for the search."""
        if self._session.search.is_ready:
            self._field.show_waiting("…")
        else:
            self._field.show_waiting(self.tr("Preparing: {percent} %").format(percent=self._percent))

    def _on_failed(self, words: str) -> None:
        text = self.tr("The search stopped at a fault of the program: {words}").format(words=words)
        self._notices.tell(FAULT, text, severity="error")
