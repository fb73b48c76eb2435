"""The composition root of the window: application, services, one window a file."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

# Once Qt is there it looks at every module that is imported: what does not know Qt comes before it, which
# shortens the start by a tenth.
# isort: off
from timeglass import __version__, assets, exporting, formats, quick_start
from timeglass.compiled import Compiled
from timeglass.display import display_is_there
from timeglass.errors import TimeglassError
from timeglass.events.timeline import Timeline
from timeglass.events.view_state import ViewState
from timeglass.layout.viewport import Viewport
from timeglass.layout import build as _build  # noqa: F401

# isort: on
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from timeglass import settings
from timeglass.model.searching import default_searcher
from timeglass.paint.fonts import load_other_fonts
from timeglass.settings import Settings
from timeglass.tables import ChosenColumns, tables_of
from timeglass.widgets.crash import CrashGuard, guarded
from timeglass.widgets.hints import give_first_hint, tell_settings
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.services import Opened, Services
from timeglass.widgets.style import Appearance
from timeglass.widgets.translation import install, interface_language
from timeglass.widgets.wishes import Wishes, grant, settle

APP_ID: Final = "org.timeglass.Timeglass"
SMALL_FILE_BYTES: Final = 1_000_000
"""A smaller file is read before the window is shown, so that its first frame is the right one."""
SMOKE: Final = "TIMEGLASS_SMOKE"
NO_DISPLAY: Final = "no display: use timeglass render or timeglass export"


def readable_patterns() -> Sequence[str]:
    """Patterns of the names of files that can be opened; a PDF is taken for what it was made from."""
    return (*(f"*{ending}" for form in formats.readable_formats() for ending in form.endings), "*.pdf")


def make_services(compiled: Compiled | None = None, chosen: ChosenColumns | None = None) -> Services:
    """The services as they really are; large files go by way of what was compiled of them, if given.

    ``chosen`` are the columns that a person chose for tables.
    """

    def load(path: Path, tick: formats.Tick) -> Opened:
        loaded = formats.load(path, tick=tick) if compiled is None else compiled.load(path, tick)
        return Opened(loaded.timeline, loaded.problems)

    return Services(
        load=load,
        make_searcher=default_searcher if compiled is None else compiled.searcher,
        copy_as=exporting.copy_as,
        export=exporting.export,
        export_formats=exporting.export_formats,
        sheets=exporting.sheets,
        made_from=exporting.made_from,
        readable=readable_patterns,
        builtin=assets.builtin_timeline(),
        tables=tables_of(chosen) if chosen is not None else None,
    )


def make_application() -> QApplication:
    """The one application object, named."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    QApplication.setApplicationName("Timeglass")
    QApplication.setApplicationDisplayName("Timeglass")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName(APP_ID)
    application = QApplication(sys.argv[:1])
    mark = assets.resource_file("icons/timeglass-256.png")
    if mark.is_file():
        application.setWindowIcon(QIcon(str(mark)))
    return application


class Windows:
    """The open windows of the program: each file has its own."""

    def __init__(self, store: Settings, appearance: Appearance, services: Services) -> None:
        self._store = store
        self._appearance = appearance
        self._services = services
        self.open_ones: list[MainWindow] = []

    def open(self, path: Path) -> MainWindow:
        """Open a window on a file; a large one is read while the window is already there."""
        opened, error = None, ""
        if path.is_file() and path.stat().st_size <= SMALL_FILE_BYTES:
            try:
                opened = self._services.load(path, formats.no_tick)
            except TimeglassError as failure:
                error = str(failure)
        window = MainWindow(self._services, self._store, self._appearance, opened)
        window.closed.connect(self._on_closed)
        self.open_ones.append(window)
        window.show()
        if error:
            window.files.refuse(path, error)
        elif opened is None:
            window.files.open(path)
        return window

    def _on_closed(self, window: object) -> None:
        self.open_ones = [other for other in self.open_ones if other is not window]


def run(files: Sequence[Path] = (), search: str = "", goto: str = "", view: ViewState | None = None) -> int:
    """Open a window for each file and stay until the last is closed; returns the exit status."""
    if not display_is_there():
        print(NO_DISPLAY, file=sys.stderr)  # noqa: T201 - the command line's own answer
        return 3
    application = make_application()
    wishes = Wishes(view, search, goto)
    smoke = os.environ.get(SMOKE, "")
    if not smoke:
        store = Settings(Settings.default_path())
        return guarded(None, lambda guard: _serve(application, guard, store, files, wishes))
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as scratch:  # a check neither reads nor writes what belongs to a person
        store = Settings(Path(scratch) / "timeglass.ini")
        report = Path(smoke)
        return guarded(Path(scratch), lambda guard: _serve(application, guard, store, files, wishes, report))


def _serve(
    application: QApplication,
    guard: CrashGuard,
    store: Settings,
    files: Sequence[Path],
    wishes: Wishes,
    smoke: Path | None = None,
) -> int:
    install(application, interface_language(store.get(settings.INTERFACE_LANGUAGE)))
    chosen = ChosenColumns(store)
    cache_folder = Settings.cache_folder() if smoke is None else store.path.parent / "cache"
    compiled = Compiled(cache_folder, recall=chosen.recall, token=lambda: chosen.token)
    windows = Windows(store, Appearance(store.get(settings.COLOUR_SCHEME)), make_services(compiled, chosen))
    paths = [path.absolute() for path in files] or [_last_file(store, wishes)]
    for path in paths:
        grant(windows.open(path), wishes)

    def once_seen() -> None:
        load_other_fonts()
        quick_start.end()
        guard.begin_log()

    # Through the event loop: the first frame reaches the screen before.
    view = windows.open_ones[0].timeline_view
    view.painted.connect(lambda: QTimer.singleShot(0, view, once_seen), Qt.ConnectionType.SingleShotConnection)
    if smoke is None:
        give_first_hint(windows.open_ones[0].notices, store)
        tell_settings(windows.open_ones[0].notices, store)
    else:
        from timeglass.widgets.smoke import Smoke

        Smoke(windows.open_ones[0], smoke)
    status = application.exec()
    for window in list(windows.open_ones):
        window.close()
    compiled.close()
    return status


def _last_file(store: Settings, wishes: Wishes) -> Path:
    """The file of the window closed last; the built-in timeline where there is none, or something is asked of it."""
    last = store.get(settings.LAST_FILE)
    return Path(last) if last and not wishes and Path(last).is_file() else assets.builtin_timeline()


def render_window(
    timeline: Timeline,
    size: tuple[int, int],
    viewport: Viewport | None = None,
    theme: str = "light",
    view: ViewState | None = None,
) -> QImage:
    """A picture of the whole window, ``size`` in pixels, drawn without a screen, when it has counted its facets."""
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tempfile import TemporaryDirectory

    application = make_application()
    load_other_fonts()
    install(application, interface_language())
    with TemporaryDirectory() as scratch:
        store = Settings(Path(scratch) / "timeglass.ini")
        window = MainWindow(make_services(), store, Appearance(theme), Opened(timeline))
        window.resize(*size)
        window.panes.restore(store, size[0])
        window.show()
        application.processEvents()
        window.session.move = window.session.navigator.set_viewport  # nobody sees it glide
        if view is not None:
            window.saving.show_view(view)
        if viewport is not None:
            window.session.navigator.set_viewport(viewport)
        settle(window)
        picture = window.grab().toImage()
        window.close()
        window.deleteLater()
        application.processEvents()
    return picture
