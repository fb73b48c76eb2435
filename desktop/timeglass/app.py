"""The composition root of the window: application, services, one window a file."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIcon, QImage
from PySide6.QtWidgets import QApplication

from timeglass import __version__, assets, exporting, formats, quick_start, settings
from timeglass.compiled import Compiled
from timeglass.display import display_is_there
from timeglass.errors import TimeglassError
from timeglass.events.timeline import Timeline
from timeglass.events.view_state import ViewState
from timeglass.handover import SMOKE, Call, Door
from timeglass.layout.viewport import Viewport
from timeglass.model.searching import default_searcher
from timeglass.paint.fonts import load_other_fonts
from timeglass.settings import Settings
from timeglass.tables import ChosenColumns, tables_of
from timeglass.widgets.application import Application, come_forward, step_aside
from timeglass.widgets.crash import CrashGuard, guarded
from timeglass.widgets.hints import give_first_hint, tell_settings
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.services import Opened, Services
from timeglass.widgets.style import Appearance
from timeglass.widgets.translation import install, interface_language
from timeglass.widgets.wishes import Wishes, grant, settle

if TYPE_CHECKING:
    from timeglass.reception import Reception
    from timeglass.reception_pipe import PipeReception

APP_ID: Final = "org.timeglass.Timeglass"
SMALL_FILE_BYTES: Final = 1_000_000
"""A smaller file is read before the window is shown, so that its first frame is the right one."""
NEVER_SEEN_MS: Final = 2_000
"""After so long the start is over, whether a timeline has been painted or not."""
UNASKED_MS: Final = 3_000
"""So long a file that the system hands over takes the place of the timeline that nobody has asked for."""
SWITCH_S: Final = 0.001
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
        export_pages=exporting.export_pages,
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
    application = Application(sys.argv[:1])
    mark = assets.resource_file("icons/timeglass-256.png")
    if mark.is_file():
        application.setWindowIcon(QIcon(str(mark)))
    return application


def share_the_interpreter() -> None:
    """Let the window's thread wait less for another thread's turn to end (Python's own measure is 5 ms).

    Each frame and each key press has to get hold of the interpreter while a file is read or an index is built.
    """
    sys.setswitchinterval(SWITCH_S)


class Windows:
    """The open windows of the program: each file has its own."""

    def __init__(self, store: Settings, appearance: Appearance, services: Services) -> None:
        self._store = store
        self._appearance = appearance
        self._services = services
        self.open_ones: list[MainWindow] = []
        self.unasked: MainWindow | None = None
        """The window that came because the program was started without a file; for a moment only."""

    def open(self, path: Path) -> MainWindow:
        """Open a window on a file; a large one is read while the window is already there."""
        opened, error = None, ""
        is_document = path.suffix.lower() == ".pdf"  # opened by what it was made from
        if not is_document and path.is_file() and path.stat().st_size <= SMALL_FILE_BYTES:
            try:
                opened = self._services.load(path, formats.no_tick)
            except TimeglassError as failure:
                error = str(failure)
        window = MainWindow(self._services, self._store, self._appearance, opened)
        window.closed.connect(self._on_closed)
        step_aside(window, self.open_ones)
        self.open_ones.append(window)
        window.show()
        if error:
            window.files.refuse(path, error)
        elif opened is None:
            window.files.open(path)
        return window

    def serve(self, call: Call) -> None:
        """Do what another start of the program has handed over."""
        os.environ["XDG_ACTIVATION_TOKEN"] = (
            call.activation
        )  # Qt shows it to the desktop when a window comes to the front
        wishes = Wishes(call.view, call.search, call.goto)
        paths = [Path(name) for name in call.files] or (
            [assets.builtin_timeline()] if wishes or not self.open_ones else []
        )
        for path in paths:
            there = [window for window in self.open_ones if window.files.path == path]
            window = there[-1] if there and not wishes else self.open(path)
            grant(window, wishes)
            come_forward(window)
        if not paths:
            come_forward(self.open_ones[-1])

    def open_from_desktop(self, name: str) -> None:
        """Open a file that the system hands over, in the window that nobody has asked for if it has just come."""
        if self.unasked is not None and self.unasked in self.open_ones:
            self.unasked.files.open(Path(name))
            self.unasked = None
        else:
            self.serve(Call((name,)))

    def forget_unasked(self) -> None:
        """From now on the first window is one that somebody looks at."""
        self.unasked = None

    def _on_closed(self, window: object) -> None:
        self.open_ones = [other for other in self.open_ones if other is not window]


def run(
    files: Sequence[Path] = (),
    search: str = "",
    goto: str = "",
    view: ViewState | None = None,
    door: Door | None = None,
) -> int:
    """Open a window for each file, take calls at the door, stay until the last is closed; returns the exit status."""
    try:
        return _run(files, Wishes(view, search, goto), door)
    finally:
        if door is not None:
            door.close()


def _run(files: Sequence[Path], wishes: Wishes, door: Door | None) -> int:
    if not display_is_there():
        print(NO_DISPLAY, file=sys.stderr)  # noqa: T201 - the command line's own answer
        return 3
    application = make_application()
    smoke = os.environ.get(SMOKE, "")
    if not smoke:
        store = Settings(Settings.default_path())
        return guarded(None, lambda guard: _serve(application, guard, store, files, wishes, door))
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as scratch:  # a check neither reads nor writes what belongs to a person
        store = Settings(Path(scratch) / "timeglass.ini")
        report = Path(smoke)
        return guarded(Path(scratch), lambda guard: _serve(application, guard, store, files, wishes, None, report))


def _serve(
    application: QApplication,
    guard: CrashGuard,
    store: Settings,
    files: Sequence[Path],
    wishes: Wishes,
    door: Door | None,
    smoke: Path | None = None,
) -> int:
    share_the_interpreter()
    install(application, interface_language(store.get(settings.INTERFACE_LANGUAGE)))
    chosen = ChosenColumns(store)
    cache_folder = Settings.cache_folder() if smoke is None else store.path.parent / "cache"
    compiled = Compiled(cache_folder, recall=chosen.recall, token=lambda: chosen.token)
    windows = Windows(store, Appearance(store.get(settings.COLOUR_SCHEME)), make_services(compiled, chosen))
    paths = [path.absolute() for path in files] or [_last_file(store, wishes)]
    for path in paths:
        grant(windows.open(path), wishes)
    first = windows.open_ones[0]
    windows.unasked = None if files else first
    receptions: list[Reception | PipeReception] = []

    def once_seen() -> None:
        load_other_fonts()
        quick_start.end()
        guard.begin_log()
        receptions.extend(receive(windows.serve, door))
        ask_for_motion(application)
        foresee(first)
        QTimer.singleShot(UNASKED_MS, first, windows.forget_unasked)

    # Through the event loop: the first frame reaches the screen before. A file that is refused has no such frame.
    later = QTimer(first, singleShot=True, interval=NEVER_SEEN_MS)
    later.timeout.connect(once_seen, Qt.ConnectionType.SingleShotConnection)
    first.timeline_view.painted.connect(lambda: later.start(0), Qt.ConnectionType.SingleShotConnection)
    later.start()
    if isinstance(application, Application):
        application.file_requested.connect(windows.open_from_desktop)
    if smoke is None:
        give_first_hint(first.notices, store)
        tell_settings(first.notices, store)
    else:
        from timeglass.widgets.smoke import Smoke

        Smoke(first, smoke)
    status = application.exec()
    for reception in receptions:
        reception.close()
    for window in list(windows.open_ones):
        window.close()
    compiled.close()
    return status


def ask_for_motion(application: QApplication) -> None:
    """Ask the system whether it wants less motion."""
    from timeglass.widgets.reduced_motion import ReducedMotion  # not before the first frame

    ReducedMotion(application).ask()


def foresee(window: MainWindow) -> None:
    """Import what is often needed next, when the window has come to rest."""
    from timeglass.widgets.at_rest import AtRest  # not before the first frame

    AtRest(often_next(), window)


def often_next() -> Iterator[None]:
    """Import what the export dialog needs, in steps of some milliseconds each."""
    import timeglass.export.registry

    yield
    import timeglass.widgets.preview

    yield
    import timeglass.widgets.export_options

    yield
    import timeglass.widgets.export_dialog  # noqa: F401

    yield


def receive(serve: Callable[[Call], None], door: Door | None) -> "list[Reception | PipeReception]":
    """Take calls from now on, if any can come."""
    if door is not None:
        from timeglass.reception import Reception

        return [Reception(door, serve)]
    if sys.platform == "win32" and SMOKE not in os.environ:
        from timeglass.reception_pipe import PipeReception

        return [PipeReception(serve)]
    return []


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
