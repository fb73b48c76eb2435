"""The pane on the right: what is selected, set like a page; earlier and later events at its foot."""

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from timeglass.chrono.bounds import Span
from timeglass.chrono.words import date_in_words
from timeglass.events.event import text_in
from timeglass.layout.arcs import Related
from timeglass.model.relations import Relations
from timeglass.model.selecting import Rows
from timeglass.model.session import Session
from timeglass.paint.theme import Theme
from timeglass.widgets import icons, style
from timeglass.widgets.counted import eras_counted, events_counted, sources_counted
from timeglass.widgets.detail_foot import DetailFoot
from timeglass.widgets.detail_writer import EVENT_LINK, TERM_LINK, DetailWriter
from timeglass.widgets.markdown import is_safe_link, write_markdown
from timeglass.widgets.page_view import PageView
from timeglass.widgets.page_writer import PageWriter
from timeglass.widgets.spans import heading_words

SOURCES_COUNTED_UP_TO = 10_000
SHOWN_AT_MOST = 50
"""Of several selected events so many are set one under another; the rest is counted."""


class DetailPane(QFrame):
    """Follows the session's selection. Links ask: to search, to open an address outside."""

    term_requested = Signal(str, str)
    """Field and value that were clicked."""
    address_requested = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._theme = theme
        self._relations = Relations(session.timeline, session.search, self)
        self._relations.gathered.connect(self.refresh)
        self._shown = b""
        self.page = PageView(theme)
        self.page.setAccessibleName(self.tr("Details"))
        self.page.link_requested.connect(self._follow)
        self._foot = DetailFoot()
        self.earlier, self.later, self.copies = self._foot.earlier, self._foot.later, self._foot.copies
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.page, 1)
        layout.addWidget(self._foot)
        self.earlier.clicked.connect(lambda: session.step(-1))
        self.later.clicked.connect(lambda: session.step(1))
        # One pass of the event loop may bring several changes of the selection: the page is set once.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.refresh)
        session.selection_changed.connect(self._soon.start)
        session.timeline_changed.connect(self._on_timeline_changed)
        session.outcome_changed.connect(self._on_outcome_changed)
        session.navigator.language_changed.connect(self._soon.start)
        session.navigator.hide_others_changed.connect(self._show_foot)
        self.set_theme(theme)

    def offer_copies(self, as_text: QAction, sources_as: QMenu) -> None:
        """Offer to copy what is selected as text, or its sources in one of several forms."""
        menu = self.page.copies = QMenu(self.copies)
        menu.addAction(as_text)
        menu.addMenu(sources_as)
        self.copies.setMenu(menu)

    def set_theme(self, theme: Theme) -> None:
        """Set the page anew in a theme's colours."""
        self._theme = theme
        self.page.set_theme(theme)
        self.earlier.setIcon(icons.icon("left", theme.accent, 12))
        self.later.setIcon(icons.icon("right", theme.accent, 12))
        self.refresh()

    def related(self, row: int) -> list[Related]:
        """Events that a row names or is named by."""
        return [Related(link.row, link.type.value, link.backward) for link in self._relations.of(row)]

    def refresh(self) -> None:
        """Set the page of what is selected now."""
        self._soon.stop()
        rows = self._session.selected_rows()
        kept = self.page.verticalScrollBar().value() if rows.tobytes() == self._shown else 0
        self._shown = rows.tobytes()
        page = PageWriter(self.page.document(), self._theme)
        writer = DetailWriter(page, self._session, self._relations, self._theme)
        if not len(rows):
            self._write_timeline(page)
        elif len(rows) == 1:
            writer.event(int(rows[0]))
        else:
            self._write_many(page, writer, rows)
        top = self.page.textCursor()  # it was pushed to the end by what was written, and the view would follow it
        top.setPosition(0)
        self.page.setTextCursor(top)
        self.page.verticalScrollBar().setValue(kept)
        self._on_outcome_changed()
        self._show_foot()

    def _write_timeline(self, page: PageWriter) -> None:
        head = self._session.timeline.head
        language = self._session.navigator.language
        page.title(text_in(head.title, language, head.language))
        write_markdown(page, text_in(head.description, language, head.language))
        facts = [events_counted(len(self._session.timeline))]
        if head.eras:
            facts.append(eras_counted(len(head.eras)))
        if head.sources:
            facts.append(sources_counted(len(head.sources)))
        page.caption(self.tr("This timeline"))
        page.block(line=140)
        page.text(" · ".join(facts), page.char(style.NORMAL + 1))
        for words, value in ((self.tr("Licence"), head.license), (self.tr("Updated"), head.updated)):
            if value:
                page.block(line=140)
                page.text(f"{words}  ", page.char(style.NORMAL + 1, color=self._theme.muted))
                page.text(value, page.char(style.NORMAL + 1, tabular=True))
        page.block(above=24, line=140)
        page.text(self.tr("Select an event to read about it."), page.char(style.NORMAL + 1, color=self._theme.muted))

    def _write_many(self, page: PageWriter, writer: DetailWriter, rows: Rows) -> None:
        page.title(self.summary(rows), style.HEADING)
        for row in rows[:SHOWN_AT_MOST].tolist():
            page.rule()
            writer.event(row, one_of_many=True)
        if len(rows) > SHOWN_AT_MOST:
            page.rule()
            page.block()
            page.text(
                self.tr("… and {events} more").format(events=events_counted(len(rows) - SHOWN_AT_MOST)),
                page.char(style.BODY, color=self._theme.muted),
            )

    def summary(self, rows: Rows) -> str:
        """What several events are in one line: "7 events, 1997 to 2004, 23 sources"."""
        timeline = self._session.timeline
        start = self._session.shown_span(int(rows[0])).start
        last = int(timeline.columns.end_latest[rows].clip(max=timeline.span.end - 1).max())
        words = heading_words(Span(start, max(last + 1, start + 1)), self._session.navigator.language)
        sources = {
            reference.source or reference.url or reference.text
            for row in (rows.tolist() if len(rows) <= SOURCES_COUNTED_UP_TO else ())
            for reference in timeline.events[row].sources
        }
        parts = [events_counted(len(rows)), words]
        if sources:
            parts.append(sources_counted(len(sources)))
        return ", ".join(parts)

    def _show_foot(self) -> None:
        self.copies.setVisible(self._session.selection.hasSelection())
        for button, by in ((self.earlier, -1), (self.later, 1)):
            row = self._session.neighbour(by)
            if row < 0:
                self._foot.tell(button, "", "", "", "")
                continue
            event = self._session.timeline.events[row]
            date, title = self._session.model.date_words(event), self._session.model.title(event)
            spoken = self.tr("Previous event: {event}") if by < 0 else self.tr("Next event: {event}")
            short = date_in_words(event.date, self._session.navigator.language, short=True)
            self._foot.tell(button, date, short, title, spoken.format(event=f"{date}: {title}"))

    def _on_timeline_changed(self) -> None:
        self._relations.deleteLater()
        self._relations = Relations(self._session.timeline, self._session.search, self)
        self._relations.gathered.connect(self.refresh)
        self._soon.start()

    def _on_outcome_changed(self) -> None:
        outcome = self._session.outcome
        reads = self._session.selection.hasSelection()
        self.page.highlight(outcome.words if outcome is not None and reads else ())

    def _follow(self, href: str) -> None:
        if href.startswith(EVENT_LINK):
            self._session.go_to(int(href.removeprefix(EVENT_LINK)))
        elif href.startswith(TERM_LINK):
            field, _, value = href.removeprefix(TERM_LINK).partition(":")
            self.term_requested.emit(field, QUrl.fromPercentEncoding(value.encode()))
        elif is_safe_link(href):
            self.address_requested.emit(href)
