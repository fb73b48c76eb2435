"""Copying the selected events: as text, as citations in two styles, as bibliographic records."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from timeglass.model.selecting import Rows
from timeglass.model.session import Session
from timeglass.widgets.actions import Actions
from timeglass.widgets.background import Background
from timeglass.widgets.counted import events_counted
from timeglass.widgets.notices import NoticeArea
from timeglass.widgets.services import Services

FORMS: Final = {
    "copy_text": "text",
    "copy_author_date": "author-date",
    "copy_note": "note",
    "copy_csl": "csl-json",
    "copy_bibtex": "bibtex",
}
"""Actions, and what the services call their forms."""
AT_ONCE: Final = 200
"""So few events are copied before the next key can be pressed; more are put together in the background."""
TOLD: Final = "copied"
_TOLD_S: Final = 5.0


@dataclass(frozen=True)
class _Copied:
    text: str
    count: int
    cites: bool


class Copying(QObject):
    """Carries out the copy actions. :meth:`close` must be called before the window goes."""

    def __init__(
        self, session: Session, services: Services, actions: Actions, notices: NoticeArea, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._services = services
        self._notices = notices
        self._working = Background(self)
        self._working.done.connect(self._put)
        self._working.failed.connect(self._on_failed)
        self._actions = [actions[name] for name in FORMS]
        for name, form in FORMS.items():
            actions[name].triggered.connect(partial(self._copy, form))
        session.selection_changed.connect(self._refresh)
        self._refresh()

    def close(self) -> None:
        """End what is being put together."""
        self._working.close()

    def _refresh(self) -> None:
        for action in self._actions:
            action.setEnabled(self._session.selection.hasSelection())

    def _copy(self, form: str, _checked: bool = False) -> None:
        rows = self._session.selected_rows()
        timeline, language = self._session.timeline, self._session.navigator.language

        def make(rows: Rows = rows) -> _Copied:
            return _Copied(self._services.copy_as(timeline, rows, form, language), len(rows), form != "text")

        if len(rows) <= AT_ONCE:
            self._put(make())
        else:
            self._notices.tell(TOLD, self.tr("Copying {events}…").format(events=events_counted(len(rows))))
            self._working.start(lambda _progress, _cancelled: make())

    def _put(self, copied: _Copied) -> None:
        if copied.cites and copied.text.strip() in ("", "[]"):
            self._notices.tell(TOLD, self.tr("What is selected names no sources; nothing was copied."), seconds=_TOLD_S)
            return
        QGuiApplication.clipboard().setText(copied.text)
        events = events_counted(copied.count)
        words = (
            self.tr("The sources of {events} are on the clipboard.") if copied.cites else self.tr("{events} copied.")
        )
        self._notices.tell(TOLD, words.format(events=events), seconds=_TOLD_S)

    def _on_failed(self, words: str, _is_fault: bool) -> None:
        self._notices.tell(TOLD, self.tr("Not copied: {words}").format(words=words), severity="error")
