"""Keeping searches and views under names, and showing them again."""

import sys
from collections.abc import Callable
from functools import partial
from typing import Final

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from timeglass.chrono.words import span_in_words
from timeglass.events.view_state import NamedView, ViewState
from timeglass.model.session import Session
from timeglass.settings import Settings
from timeglass.widgets.actions import Actions
from timeglass.widgets.counted import events_counted
from timeglass.widgets.files import Files
from timeglass.widgets.notices import NoticeArea
from timeglass.widgets.panes import Panes
from timeglass.widgets.plain_text import plain_tip
from timeglass.widgets.search_box import SearchBox
from timeglass.widgets.services import Services
from timeglass.widgets.shelf import NamedSearch, searches, views
from timeglass.widgets.view_states import show_state, state_of, texts_language

SELECTED_KEPT: Final = 20_000
"""The ids of so many selected events are kept with a view."""
TOLD: Final = "shelf"
_TOLD_S: Final = 6.0


class Saving(QObject):
    """Carries out what the menus offer for named searches and views."""

    def __init__(
        self,
        session: Session,
        services: Services,
        store: Settings,
        actions: Actions,
        search_box: SearchBox,
        files: Files,
        panes: Panes,
        notices: NoticeArea,
        open_dialog: Callable[[QDialog], None],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._builtin = services.builtin
        self._actions = actions
        self._search_box = search_box
        self._files = files
        self._panes = panes
        self._notices = notices
        self._open_dialog = open_dialog
        self._window = window
        self.searches = searches(store)
        self.views = views(store)
        for name, do in (
            ("keep_search", self.ask_to_keep_search),
            ("keep_view", self.ask_to_keep_view),
            ("shelf", self.show_shelf),
        ):
            actions[name].triggered.connect(lambda _checked=False, do=do: do())
        for name, fill in (("searches", self._fill_searches), ("views", self._fill_views)):
            menu = actions.submenus[name]
            menu.aboutToShow.connect(partial(fill, menu))
        session.query_changed.connect(self._refresh)
        session.timeline_changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._actions["keep_search"].setEnabled(bool(self._session.query))
        self._actions["keep_view"].setEnabled(bool(len(self._session.timeline)))

    @property
    def file(self) -> str:
        """Path of the present file, under which its views are kept; "" for the built-in one, wherever it lies."""
        path = self._files.path
        return "" if path is None or path == self._builtin else str(path)

    # Searches

    def ask_to_keep_search(self) -> None:
        """Ask for a name and keep the present search under it."""
        query = self._session.query
        if query:
            kept = next((one.name for one in self.searches.all() if one.query == query), query[:60])
            self._ask(self.tr("Keep this search"), query, kept, self.searches.find, self.keep_search)

    def keep_search(self, name: str) -> None:
        """Keep the present search under a name."""
        session = self._session
        self.searches.keep(NamedSearch(name=name, query=session.query, word_forms=session.word_forms))
        self._tell(self.tr("“{name}” is kept among your searches.").format(name=name))

    def show_search(self, search: NamedSearch) -> None:
        """Search again what was kept."""
        self._session.set_word_forms(search.word_forms)
        self._search_box.ask(search.query)

    # Views

    def ask_to_keep_view(self) -> None:
        """Ask for a name and keep the present view under it."""
        words = self._view_words(self._session.query)
        self._ask(
            self.tr("Keep this view"),
            self.tr("Kept are the search, the lanes, the range, what is selected, and the panes."),
            words,
            lambda name: self.views.find(name, self.file),
            self.keep_view,
        )

    def state(self) -> ViewState:
        """The present view."""
        seen = state_of(self._session, SELECTED_KEPT)
        return msgspec.structs.replace(seen, panes=self._panes.shown, pane_sizes=self._panes.sizes)

    def keep_view(self, name: str) -> None:
        """Keep the present view under a name."""
        self.views.keep(NamedView(name=name, file=self.file, **msgspec.structs.asdict(self.state())))
        self._tell(self.tr("“{name}” is kept among the views of this timeline.").format(name=name))
        selected = self._session.selected_count()
        if selected > SELECTED_KEPT:
            words = self.tr("“{name}” is kept; of the {events} selected it holds the first {kept}.")
            kept = events_counted(SELECTED_KEPT)
            self._tell(words.format(name=name, events=events_counted(selected), kept=kept))

    def show_view(self, view: ViewState) -> None:
        """Show a view of the present file."""
        language = texts_language(self._session, view)
        if language:
            self._session.navigator.set_language(language)
        if view.panes is not None:
            self._panes.show(view.panes)
        self._panes.resize(view.pane_sizes)
        self._session.set_query("")  # what a search hides cannot be selected in the list
        show_state(self._session, view)
        self._search_box.ask(view.query)

    def _view_words(self, query: str) -> str:
        navigator = self._session.navigator
        words = span_in_words(navigator.viewport.span, navigator.language)
        return f"{query[:60]} · {words}" if query else words

    def copy_command(self, view: ViewState) -> None:
        """Put the call that opens a view on the clipboard."""
        plain = ViewState(**{name: getattr(view, name) for name in ViewState.__struct_fields__})
        words = ["timeglass", *([self.file] if self.file else []), "--view", msgspec.json.encode(plain).decode()]
        QGuiApplication.clipboard().setText(command_line(words))

    # Both

    def show_shelf(self) -> None:
        """Show all that is kept, to be opened, renamed or deleted."""
        from timeglass.widgets.shelf_dialog import ShelfDialog  # not before it is to be seen

        dialog = ShelfDialog(self.searches, self.views, self.file, self._session.navigator.language, self._window)
        dialog.search_requested.connect(self.show_search)
        dialog.view_requested.connect(self.show_view)
        dialog.command_requested.connect(self.copy_command)
        self._open_dialog(dialog)

    def _ask(
        self, title: str, what: str, proposed: str, find: Callable[[str], object], keep: Callable[[str], None]
    ) -> None:
        from timeglass.widgets.name_dialog import NameDialog  # not before it is to be seen

        dialog = NameDialog(title, what, proposed, lambda name: find(name) is not None, self._window)
        dialog.accepted.connect(lambda: keep(dialog.name))
        self._open_dialog(dialog)

    def _tell(self, words: str) -> None:
        self._notices.tell(TOLD, words, seconds=_TOLD_S)

    def _fill_searches(self, menu: QMenu) -> None:
        menu.clear()
        for search in self.searches.all():
            self._add(menu, search.name, search.query, partial(self.show_search, search))
        self._tell_if_empty(menu)

    def _fill_views(self, menu: QMenu) -> None:
        menu.clear()
        for view in self.views.all(self.file):
            self._add(menu, view.name, view.query, partial(self.show_view, view))
        self._tell_if_empty(menu)

    def _add(self, menu: QMenu, name: str, tip: str, do: Callable[[], None]) -> None:
        action = menu.addAction(name.replace("&", "&&"))
        action.setToolTip(plain_tip(tip))
        action.triggered.connect(lambda _checked=False: do())

    def _tell_if_empty(self, menu: QMenu) -> None:
        if menu.isEmpty():
            menu.addAction(self.tr("None yet")).setEnabled(False)


def command_line(words: list[str]) -> str:
    """Words as one line that the system's usual shell takes apart into the same words."""
    if sys.platform == "win32":
        from subprocess import list2cmdline  # knows how Windows does it

        return list2cmdline(words)
    from shlex import join

    return join(words)
