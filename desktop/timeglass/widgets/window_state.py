"""How a window was left, and how it comes back: geometry, panes, and for each file its range, selection and search."""

from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from timeglass import settings
from timeglass.events.view_state import ViewState
from timeglass.layout.lanes import GROUPINGS
from timeglass.layout.viewport import Viewport
from timeglass.model.session import Session
from timeglass.settings import Setting, Settings
from timeglass.widgets.view_states import ids_of, rows_of_ids

FILES_KEPT: Final = 50
SELECTED_KEPT: Final = 500


class FileView(ViewState, frozen=True, kw_only=True, omit_defaults=True):
    """How a file was left. The visible span is kept to the fraction of a second: ``range`` is not needed."""

    path: str
    start: int = 0
    fraction: float = 0.0
    length: float = 0.0


def view_of(session: Session, path: Path) -> FileView:
    """How the session's file stands now."""
    viewport = session.navigator.viewport
    return FileView(
        path=str(path),
        start=viewport.start,
        fraction=viewport.fraction,
        length=viewport.length,
        ids=ids_of(session, SELECTED_KEPT),
        query=session.query,
        lanes=session.navigator.grouping,
    )


def show_view(session: Session, view: FileView) -> None:
    """Bring a session back to how its file was left; what no longer exists is passed over."""
    if view.length > 0:
        session.navigator.set_viewport(Viewport.of(view.start, view.fraction, view.length))
    session.select_rows(rows_of_ids(session, view.ids))
    if view.lanes in GROUPINGS:
        session.navigator.set_grouping(view.lanes)


class FileViews:
    """The views of the files opened lately, kept as JSON in one setting."""

    def __init__(self, store: Settings) -> None:
        self._store = store

    def find(self, path: Path) -> FileView | None:
        """How a file was left; None if it is not known."""
        return next((view for view in self._all() if view.path == str(path)), None)

    def keep(self, view: FileView) -> None:
        """Keep how a file was left."""
        others = [other for other in self._all() if other.path != view.path]
        kept = [view, *others][:FILES_KEPT]
        self._store.put(settings.FILE_VIEWS, msgspec.json.encode(kept).decode())

    def _all(self) -> list[FileView]:
        try:
            return msgspec.json.decode(self._store.get(settings.FILE_VIEWS), type=list[FileView])
        except msgspec.MsgspecError:
            return []


def remember_file(store: Settings, path: Path | None) -> None:
    """Put a file first among the recent ones, and make it the one that opens next time; None: the built-in one."""
    store.put(settings.LAST_FILE, str(path) if path else "")
    if path is not None:
        others = [other for other in store.get(settings.RECENT_FILES) if other != str(path)]
        store.put(settings.RECENT_FILES, (str(path), *others)[: store.get(settings.RECENT_LIMIT)])


def restore_splitter(splitter: QSplitter, store: Settings, setting: Setting[bytes]) -> None:
    """Give a splitter the sizes it was left with."""
    state = store.get(setting)
    if state:
        splitter.restoreState(QByteArray(state))


def keep_splitter(splitter: QSplitter, store: Settings, setting: Setting[bytes]) -> None:
    """Keep a splitter's sizes."""
    store.put(setting, bytes(splitter.saveState().data()))


def restore_geometry(window: QMainWindow, store: Settings) -> bool:
    """Put a window where it was left; False if that is not known."""
    state = store.get(settings.GEOMETRY)
    return bool(state) and window.restoreGeometry(QByteArray(state))
