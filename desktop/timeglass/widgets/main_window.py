"""The window: puts the panes together and lets them hear one another."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from timeglass import settings
from timeglass.chrono.words import span_in_words
from timeglass.events.event import text_in
from timeglass.events.timeline import Head, make_timeline
from timeglass.model.session import Session
from timeglass.settings import Settings
from timeglass.widgets.actions import Actions
from timeglass.widgets.closing import Closing
from timeglass.widgets.commands import Commands
from timeglass.widgets.completing import Completing
from timeglass.widgets.copying import Copying
from timeglass.widgets.copying_view import ViewCopying
from timeglass.widgets.counted import events_counted
from timeglass.widgets.detail_pane import DetailPane
from timeglass.widgets.dialogs import Dialogs
from timeglass.widgets.facets_panel import FacetsPanel
from timeglass.widgets.files import Files
from timeglass.widgets.grouping import Grouping
from timeglass.widgets.legend_button import LegendButton
from timeglass.widgets.list_pane import ListPane
from timeglass.widgets.live import Live
from timeglass.widgets.notices import NoticeArea
from timeglass.widgets.overview import Overview
from timeglass.widgets.panes import Panes
from timeglass.widgets.problems_panel import ProblemsPanel
from timeglass.widgets.reopening import Reopening
from timeglass.widgets.saving import Saving
from timeglass.widgets.search_box import SearchBox
from timeglass.widgets.services import Opened, Services
from timeglass.widgets.spans import heading_words
from timeglass.widgets.speaking import Speaking
from timeglass.widgets.stage import Stage
from timeglass.widgets.style import Appearance
from timeglass.widgets.table_columns import TableColumns
from timeglass.widgets.timeline_view import TimelineView
from timeglass.widgets.top_bar import TopBar, menu_of
from timeglass.widgets.window_state import restore_geometry

FIRST_SIZE = (1440, 900)
FIRST_SHARE = 0.85
"""A larger screen is filled so far."""
SMALLEST_SIZE = (640, 400)
FRAME_PX = 40
"""Left for the title bar that the system puts above."""


class MainWindow(QMainWindow):
    """One window with one session. ``opened`` is shown at once; without it the window is empty until a file comes."""

    closed = Signal(object)
    """The window itself, after it kept how it was left."""

    def __init__(
        self, services: Services, store: Settings, appearance: Appearance, opened: Opened | None = None
    ) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(*SMALLEST_SIZE)
        self.setAcceptDrops(True)
        self.services = services
        self.store = store
        self.appearance = appearance
        theme = appearance.theme
        timeline = opened.timeline if opened else make_timeline(Head(), [])
        self.session = Session(timeline, services.make_searcher)
        self.session.setParent(self)
        self.actions_by_name = Actions(self)
        self.addActions(list(self.actions_by_name))
        self.menu = menu_of(self.actions_by_name, self)
        self.top_bar = TopBar(self.actions_by_name, self.menu, theme)
        self.notices = NoticeArea(theme)
        self.timeline_view = TimelineView(self.session.navigator, theme)
        self.timeline_view.setModel(self.session.model)
        self.timeline_view.setSelectionModel(self.session.selection)
        self.overview = Overview(self.session.navigator, theme)
        self.legend_button = LegendButton(self.timeline_view, self.actions_by_name["show_legend"], theme)
        self.stage = Stage(self._timeline_page(), theme)
        self.facets = FacetsPanel(self.session, theme, store.get(settings.FOLDED_FACETS))
        self.details = DetailPane(self.session, theme)
        self.timeline_view.show_relations(self.details.related)
        self.problems = ProblemsPanel(theme)
        self.list = ListPane(self.session, theme)
        self.panes = Panes(
            self.facets,
            self.stage,
            [self.list, self.problems],
            self.details,
            {"show_overview": self.overview, "show_list": self.list},
            self.actions_by_name,
            self,
        )
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.notices)
        column.addWidget(self.panes.across, 1)
        self.setCentralWidget(centre)
        self.commands = Commands(self.actions_by_name, self.session, self.timeline_view, self)
        self.search_box = SearchBox(self.top_bar.search, self.session, self.notices, self.actions_by_name, self)
        self.completing = Completing(self.top_bar.search, self.session, store, theme, self)
        self.files = Files(
            self.session, services, store, self.actions_by_name, self.stage, self.notices, self.problems, self
        )
        self.dialogs = Dialogs(self.session, services, store, self.actions_by_name, self.notices, appearance, self)
        self.closing = Closing(self.dialogs.printing, self)
        Grouping(self.timeline_view, self.notices, self)
        self.live = Live(self.session, services, self.files, self.timeline_view, self.notices, self)
        self.table_columns = TableColumns(
            self.session, services.tables, self.files, self.dialogs, self.actions_by_name, self.notices, self
        )
        self.speaking = Speaking(self.session, store, self.actions_by_name, self.notices, self)
        ViewCopying(self.timeline_view, self.actions_by_name, self.notices, self)
        self.copying = Copying(self.session, services, self.actions_by_name, self.notices, self)
        self.details.offer_copies(self.actions_by_name["copy_text"], self.actions_by_name.submenus["copy"])
        self.saving = Saving(
            self.session, services, store, self.actions_by_name, self.search_box, self.files, self.panes, self.notices,
            self.dialogs.open, self,
        )  # fmt: skip
        self.reopening = Reopening(services, store, self.files, self.saving, self.notices, self)
        self._connect()
        self._restore()
        if opened is not None:
            self.files.show(opened)
        self._show_names()
        self._show_range()
        self._show_export()
        self.timeline_view.setFocus()

    def _timeline_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.timeline_view, 1)
        layout.addWidget(self.overview)
        page.setFocusProxy(self.timeline_view)
        return page

    def _connect(self) -> None:
        actions, session = self.actions_by_name, self.session
        session.timeline_changed.connect(self._show_names)
        session.navigator.language_changed.connect(self._show_names)
        session.navigator.viewport_changed.connect(self._show_range)
        session.navigator.language_changed.connect(self._show_range)
        session.selection_changed.connect(self._show_export)
        session.outcome_changed.connect(self._show_export)
        session.outcome_changed.connect(self._mark_words)
        session.move = self.timeline_view.motion.glide_to
        session.went_to.connect(self.timeline_view.reveal)
        self.facets.term_requested.connect(self.search_box.add_term)
        self.details.term_requested.connect(self.search_box.add_term)
        self.details.address_requested.connect(self.dialogs.leave)
        self.files.shown.connect(self._prepare_search)
        self.files.query_restored.connect(self.search_box.ask)
        self.top_bar.search.left.connect(self.timeline_view.setFocus)
        self.dialogs.went.connect(self.timeline_view.setFocus)
        self.appearance.theme_changed.connect(self._on_theme_changed)
        for name, do in (
            ("find", self._find),
            ("add", lambda: self.live.add(self.files.choose_more())),
            ("close", self.close),
            ("quit", QApplication.closeAllWindows),
            ("full_screen", self._toggle_full_screen),
        ):
            actions[name].triggered.connect(lambda _checked=False, do=do: do())
        for scheme in ("system", "light", "dark"):
            action = actions[f"scheme_{scheme}"]
            action.setChecked(self.appearance.scheme == scheme)
            action.triggered.connect(lambda _checked=False, scheme=scheme: self._set_scheme(scheme))
        recent = actions.submenus["recent"]
        recent.aboutToShow.connect(lambda: self.files.fill_recent(recent))

    def _mark_words(self) -> None:
        outcome = self.session.outcome
        words = () if outcome is None else outcome.words
        if words != self.timeline_view.emphasis.words:
            self.timeline_view.emphasis.words = words
            self.timeline_view.redraw()

    def _find(self) -> None:
        self.top_bar.search.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.search.edit.selectAll()

    def _prepare_search(self) -> None:
        # Not before the timeline is seen: preparing takes a moment that the first frame shall not wait for.
        def once_seen() -> None:
            QTimer.singleShot(0, self, self.session.prepare_search)

        self.timeline_view.painted.connect(once_seen, Qt.ConnectionType.SingleShotConnection)
        self.timeline_view.redraw()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _set_scheme(self, scheme: str) -> None:
        self.store.put(settings.COLOUR_SCHEME, scheme)
        self.appearance.set_scheme(scheme)

    def _on_theme_changed(self) -> None:
        theme = self.appearance.theme
        for part in (
            self.top_bar, self.notices, self.timeline_view, self.overview, self.stage, self.facets, self.details,
            self.problems, self.list, self.completing.popup, self.legend_button,
        ):  # fmt: skip
            part.set_theme(theme)

    # What the top bar says

    def _show_names(self) -> None:
        timeline = self.session.timeline
        language = self.session.navigator.language
        title = text_in(timeline.head.title, language, timeline.head.language)
        self.setWindowTitle(f"{title} – Timeglass" if title else "Timeglass")
        self.setWindowFilePath(str(self.files.path) if self.files.path else "")
        years = heading_words(timeline.span, language)
        subtitle = f"{events_counted(len(timeline))} · {years}" if len(timeline) else ""
        self.top_bar.show_names(title, subtitle)

    def _show_range(self) -> None:
        navigator = self.session.navigator
        if not len(self.session.timeline):
            self.top_bar.show_range("")
            return
        self.top_bar.show_range(span_in_words(navigator.viewport.span, navigator.language))

    def _show_export(self) -> None:
        selected = self.session.selected_count()
        hits = self.session.navigator.hits
        if selected:
            text = self.tr("Export %Ln selected…", "", selected)
        elif hits is not None and len(hits):
            text = self.tr("Export %Ln found…", "", len(hits))
        else:
            text = self.tr("Export…")
        self.top_bar.show_export(text)

    # Coming and going

    def _restore(self) -> None:
        if not restore_geometry(self, self.store):
            room = self.screen().availableSize() - QSize(0, FRAME_PX)
            self.resize((room * FIRST_SHARE).expandedTo(QSize(*FIRST_SIZE)).boundedTo(room))
        self.panes.restore(self.store, self.width())
        self.list.restore(self.store)
        self.session.navigator.set_hide_others(self.store.get(settings.HIDE_OTHERS))
        self.session.set_word_forms(self.store.get(settings.WORD_FORMS))
        self.actions_by_name["wheel_zooms"].setChecked(self.store.get(settings.WHEEL_ZOOMS))
        self.actions_by_name["less_motion"].setChecked(self.store.get(settings.LESS_MOTION))
        self.actions_by_name["show_charts"].setChecked(self.store.get(settings.SHOW_CHARTS))
        self.actions_by_name["all_charts"].setChecked(self.store.get(settings.ALL_CHARTS))

    def keep_state(self) -> None:
        """Keep how the window stands, for next time."""
        self.files.keep_view()
        self.store.put(settings.GEOMETRY, bytes(self.saveGeometry().data()))
        self.store.put(settings.HIDE_OTHERS, self.session.navigator.hide_others)
        self.store.put(settings.WORD_FORMS, self.session.word_forms)
        self.store.put(settings.WHEEL_ZOOMS, self.timeline_view.wheel_zooms)
        self.store.put(settings.LESS_MOTION, self.actions_by_name["less_motion"].isChecked())
        self.store.put(settings.SHOW_CHARTS, self.actions_by_name["show_charts"].isChecked())
        self.store.put(settings.ALL_CHARTS, self.actions_by_name["all_charts"].isChecked())
        self.panes.keep(self.store)
        self.list.keep(self.store)
        self.store.put(settings.FOLDED_FACETS, tuple(sorted(self.facets.folded)))
        self.store.save()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.closing.may_close():
            event.ignore()
            return
        self.keep_state()
        self.dialogs.close()
        self.copying.close()
        self.list.stop()
        self.files.opener.close()
        self.reopening.close()
        self.live.close()
        self.table_columns.close()
        self.timeline_view.close_background()
        self.session.close()
        super().closeEvent(event)
        self.closed.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Whoever has the keys and no use for Escape leaves it to the window.
        if event.key() == Qt.Key.Key_Escape and self.session.query:
            self.search_box.clear()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panes.make_room(event.size().width())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            if event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier):
                self.live.add(paths)
            else:
                self.files.open(paths[0])
