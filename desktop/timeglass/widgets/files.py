"""The files of a window: opening, reading again, recent ones, problems, and how each was left."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from timeglass import settings
from timeglass.model.session import Session
from timeglass.settings import Settings
from timeglass.widgets.actions import Actions
from timeglass.widgets.counted import problems_counted
from timeglass.widgets.file_words import refusal
from timeglass.widgets.notices import NoticeArea, Offer
from timeglass.widgets.opening import Opener
from timeglass.widgets.plain_text import plain_tip
from timeglass.widgets.problems_panel import ProblemsPanel
from timeglass.widgets.services import Opened, ProblemLike, Services
from timeglass.widgets.stage import Stage
from timeglass.widgets.window_state import FileView, FileViews, remember_file, show_view, view_of

PROBLEMS: Final = "file-problems"
SLOW_MS: Final = 200
"""So long the timeline shown before stays in view while another file is read: most are there by then."""


class Files(QObject):
    """Brings files into the session and says what happens meanwhile."""

    shown = Signal()
    """A file came into the window."""
    query_restored = Signal(str)
    """A file was left with this search."""
    document_requested = Signal(object)
    """Path of a PDF, which is to be opened by what it was made from."""

    def __init__(
        self,
        session: Session,
        services: Services,
        store: Settings,
        actions: Actions,
        stage: Stage,
        notices: NoticeArea,
        problems: ProblemsPanel,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._services = services
        self._store = store
        self._stage = stage
        self._notices = notices
        self._problems = problems
        self._actions = actions
        self._window = window
        self._views = FileViews(store)
        self._reading = Path()
        self.path: Path | None = None
        self.opened: Opened | None = None
        """What was read last."""
        self.read_again: Callable[[], bool] = lambda: False
        """Reads the files of a timeline of several again; False where there is but one."""
        self.offers_for: Callable[[Path], Sequence[Offer]] = lambda path: ()
        """What else can be done about a file that was refused."""
        self.opener = Opener(services, self)
        self._slow = QTimer(self)
        self._slow.setSingleShot(True)
        self._slow.setInterval(SLOW_MS)
        self._slow.timeout.connect(self._show_loading)
        self.opener.started.connect(self._on_started)
        self.opener.progressed.connect(stage.message.advance)
        self.opener.cancelled.connect(self._on_cancelled)
        self.opener.opened.connect(self.show)
        self.opener.refused.connect(self.refuse)
        problems.close_requested.connect(lambda: actions["problems"].setChecked(False))
        problems.place_requested.connect(self._on_place_requested)
        actions["problems"].toggled.connect(problems.setVisible)
        actions["problems"].setEnabled(False)
        problems.setVisible(False)
        for name, do in (("open", self.choose), ("open_builtin", self.open_builtin), ("reload", self.reload)):
            actions[name].triggered.connect(lambda _checked=False, do=do: do())
        actions["open_builtin"].setVisible(services.builtin is not None)

    def fill_recent(self, menu: QMenu) -> None:
        """Fill the menu of recent files; to be called when it opens."""
        menu.clear()
        recent = self._store.get(settings.RECENT_FILES)
        for path in recent:
            action = menu.addAction(Path(path).name.replace("&", "&&"))
            action.setToolTip(plain_tip(path))
            action.triggered.connect(partial(self._open_recent, path))
        if not recent:
            menu.addAction(self.tr("None yet")).setEnabled(False)

    def _open_recent(self, path: str) -> None:
        self.open(Path(path))

    def choose(self) -> None:
        """Ask for a file and open it."""
        name, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open a timeline"), *self._where())
        if name:
            self.open(Path(name))

    def choose_more(self) -> list[Path]:
        """Ask for files to add to the present timeline."""
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Add to this timeline"), *self._where())
        return [Path(name) for name in names]

    def _where(self) -> tuple[str, str]:
        """Folder and kinds of files for a file dialog."""
        folder = str(self.path.parent) if self.path else ""
        patterns = " ".join(self._services.readable()) or "*"
        return folder, self.tr("Timelines ({patterns});;All files (*)").format(patterns=patterns)

    def open(self, path: Path) -> None:
        """Open a file in the background."""
        if path.suffix.lower() == ".pdf":
            self.document_requested.emit(path.absolute())
            return
        self.keep_view()
        path = path.absolute()
        left = self._views.find(path)
        self.opener.open(path, left.lanes if left is not None else "")

    def open_anew(self, path: Path) -> None:
        """Open a file as if for the first time: where it was left means little now."""
        self._views.keep(FileView(path=str(path)))
        self.opener.open(path.absolute())

    def open_builtin(self) -> None:
        """Open the timeline that comes with the program."""
        if self._services.builtin is not None:
            self.open(self._services.builtin)

    def reload(self) -> None:
        """Read the present file again."""
        if self.path is not None and not self.read_again():
            self.open(self.path)

    def keep_view(self) -> None:
        """Keep how the present file stands."""
        if self.path is not None and self._stage.shows_timeline:
            self._views.keep(view_of(self._session, self.path))

    def show(self, opened: Opened) -> None:
        """Bring what was read into the window."""
        self._slow.stop()
        self.path, self.opened = opened.timeline.path, opened
        if opened.timeline is not self._session.timeline:  # a window may be made with its first timeline
            self._session.set_timeline(opened.timeline, opened.prepared)
        self._stage.show_timeline()
        if not len(opened.timeline):
            self._stage.show_message(
                self.tr("There are no events in this file."),
                self.tr("It can be read, but nothing in it can be shown."),
                self._offers(),
            )
        self._actions["problems"].setChecked(False)
        self.tell_problems(opened.problems)
        if self.path is not None:
            is_builtin = self.path == self._services.builtin
            remember_file(self._store, None if is_builtin else self.path)
            view = self._views.find(self.path)
            if view is not None:
                show_view(self._session, view)
                self.query_restored.emit(view.query)
        self.shown.emit()

    def renew(self, opened: Opened) -> None:
        """Bring a later state of the present file into the window, where all stays as it stands."""
        had_events = bool(len(self._session.timeline))
        self.opened = opened
        self._session.renew(opened.timeline, opened.prepared)
        if len(opened.timeline) and not had_events:
            self._stage.show_timeline()
        self.tell_problems(opened.problems)

    def list_problems(self, problems: Sequence[ProblemLike]) -> None:
        """Put problems into the list without a word about them."""
        self._problems.set_problems(problems)
        self._actions["problems"].setEnabled(bool(problems))
        if not problems:
            self._actions["problems"].setChecked(False)

    def tell_problems(self, problems: Sequence[ProblemLike]) -> None:
        """List problems, and say so where any of them is an error."""
        self.list_problems(problems)
        self._notices.clear(PROBLEMS)
        errors = sum(str(problem.severity) == "error" for problem in problems)
        if errors:
            words = self.tr("{problems} in this file; what can be read is shown.")
            self._notices.tell(
                PROBLEMS,
                words.format(problems=problems_counted(len(problems))),
                [self.offer_of_list()],
                severity="warning",
            )

    def offer_of_list(self) -> Offer:
        """Offers to show the list of problems."""
        return Offer(self.tr("Show the list"), lambda: self._actions["problems"].setChecked(True))

    def _offers(self) -> list[Offer]:
        offers = [Offer(self.tr("Open another file…"), self.choose)]
        if self._services.builtin is not None:
            offers.append(Offer(self.tr("Open the built-in timeline"), self.open_builtin))
        return offers

    def _on_started(self, path: Path) -> None:
        self._reading = path
        self._stage.message.start_progress()
        if self._stage.shows_timeline and self.path is not None:
            self._slow.start()
        else:
            self._show_loading()

    def _show_loading(self) -> None:
        path = self._reading
        try:
            words = QLocale().formattedDataSize(path.stat().st_size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        except OSError:  # the reader will say so
            words = ""
        self._stage.show_loading(self.tr("Opening {name}").format(name=path.name), words, self.opener.cancel)

    def _on_cancelled(self, path: Path) -> None:
        """Go back to what was there before; where nothing was, offer to go on."""
        self._slow.stop()
        if self.path is not None and len(self._session.timeline):
            self._stage.show_timeline()
            return
        again = Offer(self.tr("Open it after all"), lambda: self.open(path))
        title = self.tr("{name} was not opened.").format(name=path.name)
        self._stage.show_message(title, self.tr("You cancelled reading it."), [*self._offers(), again])

    def refuse(self, path: Path, words: str, is_fault: bool = False) -> None:
        """Say why a file is not shown."""
        self._slow.stop()
        title = self.tr("{name} cannot be opened.").format(name=path.name)
        words = refusal(words, str(path))
        if is_fault:
            words = self.tr("A fault of the program stands in the way: {words}").format(words=words)
        offers = [*self.offers_for(path), *self._offers()]
        if self.path is not None and len(self._session.timeline):
            offers.append(Offer(self.tr("Back to the timeline"), self._stage.show_timeline))
        self._stage.show_message(title, words, offers, sign="warning")
        recent = tuple(other for other in self._store.get(settings.RECENT_FILES) if other != str(path))
        self._store.put(settings.RECENT_FILES, recent)

    def _on_place_requested(self, file: str, line: int, column: int) -> None:
        path = Path(file)
        place = f"{file}:{line}" if line else file
        QGuiApplication.clipboard().setText(place)
        from timeglass.widgets.editor import Place, open_in_editor  # not before it is asked for

        editor = open_in_editor(Place(path, line, column)) if path.is_file() else ""
        if editor:
            words = self.tr("{place} is on the clipboard, and {editor} opens it.")
        elif path.is_file():
            # What the system does with a file depends on its ending: with that of a program it would run it.
            endings = [pattern.removeprefix("*") for pattern in self._services.readable()]
            is_safe = path.name.lower().endswith(tuple(endings))
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if is_safe else path.parent)))
            words = self.tr("{place} is on the clipboard.")
        else:
            words = self.tr("{place} is on the clipboard; the file is no longer there.")
        told = words.format(place=f"{path.name}:{line}" if line else path.name, editor=editor)
        self._notices.tell("place", told, seconds=6)
