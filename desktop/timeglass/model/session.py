"""What one window works on: timeline, model, one selection, navigator and search."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject, QTimer, Signal

from timeglass.chrono.bounds import Bounds, Span
from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.events.timeline import Timeline
from timeglass.layout.prepared import Prepared
from timeglass.layout.viewport import Viewport
from timeglass.model.event_model import EventModel
from timeglass.model.facets import Facet, first_facets
from timeglass.model.navigator import Navigator
from timeglass.model.searching import Counted, MakeSearcher, Outcome, SearchRunner, default_searcher
from timeglass.model.selecting import Rows, rows_of, same_events, selection_of

FRAME_FIRST_MS: Final = 50
"""What takes its time in another thread begins so long after a new timeline: both would wait for each other."""
_Flag = QItemSelectionModel.SelectionFlag


class Session(QObject):
    """Timeline, list and detail pane share :attr:`selection`; everything else asks or hears the navigator.

    :meth:`close` must be called before the session is dropped.
    """

    timeline_changed = Signal()
    """Another timeline is shown; model and navigator have it already."""
    selection_changed = Signal()
    """Other events are selected, or another one is current."""
    query_changed = Signal(str)
    """Another query is asked; its answer may take a moment."""
    word_forms_changed = Signal()
    """Other forms of the words are found from now on, or no longer."""
    outcome_changed = Signal()
    """A query was answered, or cleared."""
    facets_changed = Signal()
    """Facets were counted anew."""
    went_to = Signal(int)
    """A row was gone to; views show it wherever their own scrolling hides it."""

    def __init__(self, timeline: Timeline, make_searcher: MakeSearcher = default_searcher) -> None:
        super().__init__()
        self.model = EventModel(timeline)
        self.model.setParent(self)
        self.navigator = Navigator(timeline, self)
        self.selection = QItemSelectionModel(self.model, self)
        self.search = SearchRunner(make_searcher, self)
        self.search.set_timeline(timeline, self.navigator.language)
        self._query = ""
        self._word_forms = False
        self._facets: Sequence[Facet] = first_facets(timeline, self.navigator.language)
        self._outcome: Outcome | None = None
        self.move: Callable[[Viewport], None] = self.navigator.set_viewport
        """How to get to another viewport: at once, or gliding where a view can."""
        self._selected: Rows | None = None
        self.selection.selectionChanged.connect(self._on_selection_changed)
        self.model.modelReset.connect(self._forget_selected)
        self.selection.currentChanged.connect(self.selection_changed)
        self.search.searched.connect(self._on_searched)
        self.search.counted.connect(self._on_counted)
        self.navigator.language_changed.connect(self._on_language_changed)

    def close(self) -> None:
        """End what runs in the background."""
        self.search.close()

    @property
    def timeline(self) -> Timeline:
        """The timeline shown."""
        return self.navigator.timeline

    def set_timeline(self, timeline: Timeline, prepared: Prepared | None = None) -> None:
        """Show another timeline: nothing selected, nothing searched. ``prepared`` spares the first frame some work."""
        self.set_query("")
        self.model.set_timeline(timeline)
        self.navigator.set_timeline(timeline, prepared)
        self.search.set_timeline(timeline, self.navigator.language)
        self._facets = first_facets(timeline, self.navigator.language)
        self.timeline_changed.emit()
        self.selection_changed.emit()

    def renew(self, timeline: Timeline, prepared: Prepared | None = None) -> None:
        """Show a later state of the same file: view, lanes and search stay; selected is what has the ids that were."""
        before, selected, current = self.timeline, self.selected_rows(), self.current_row
        everything = len(selected) and len(selected) == len(before)
        hits = self.navigator.hits
        self.search.set_timeline(timeline, self.navigator.language)
        self.model.set_timeline(timeline, self.navigator.language)
        self.navigator.renew(timeline, None if hits is None else same_events(before, timeline, hits), prepared)
        self._facets = first_facets(timeline, self.navigator.language)
        self.timeline_changed.emit()
        self.select_rows(
            np.arange(len(timeline), dtype=np.int32) if everything else same_events(before, timeline, selected)
        )
        if current >= 0:
            row = timeline.row_by_id.get(before.events[current].id, -1)
            self.selection.setCurrentIndex(self.model.index(row, 0), _Flag.NoUpdate)
        self.selection_changed.emit()
        QTimer.singleShot(FRAME_FIRST_MS, self, self.prepare_search)

    # Selection

    @property
    def current_row(self) -> int:
        """Row of the current event; -1 for none."""
        return self.selection.currentIndex().row()

    def selected_rows(self) -> Rows:
        """Selected rows in time order."""
        if self._selected is None:
            self._selected = rows_of(self.selection)
            self._selected.flags.writeable = False
        return self._selected

    def selected_count(self) -> int:
        """Number of selected events."""
        return len(self.selected_rows())

    def _on_selection_changed(self) -> None:
        self._forget_selected()
        self.selection_changed.emit()

    def _forget_selected(self) -> None:
        self._selected = None

    def select_only(self, row: int) -> None:
        """Make one event current and the only selected one."""
        self.selection.setCurrentIndex(self.model.index(row, 0), _Flag.ClearAndSelect | _Flag.Rows)

    def select_rows(self, rows: Rows) -> None:
        """Select these rows and no others; the current event stays if it is among them, else it is the first."""
        if not len(rows):
            self.selection.clear()
            return
        here = np.searchsorted(rows, self.current_row)
        if here == len(rows) or rows[here] != self.current_row:
            self.selection.setCurrentIndex(self.model.index(int(rows[0]), 0), _Flag.NoUpdate)
        # The ranges are whole rows already: to let Qt make them so costs the square of their number.
        self.selection.select(selection_of(self.model, rows), _Flag.ClearAndSelect)

    def select_shown(self) -> None:
        """Select all events that are shown: the hits of a search, or everything."""
        hits = self.navigator.hits
        self.select_rows(np.arange(len(self.timeline), dtype=np.int32) if hits is None else hits)

    def clear_selection(self) -> None:
        """Select nothing."""
        self.selection.clearSelection()
        self.selection.setCurrentIndex(QModelIndex(), _Flag.NoUpdate)

    # Going to events

    def go_to(self, row: int) -> None:
        """Select an event and bring it into view, panning as little as needed."""
        if not 0 <= row < len(self.timeline):
            return
        self.show_row(row)
        self.select_only(row)

    def show_row(self, row: int) -> None:
        """Bring an event into view, panning as little as needed."""
        self.show(self.navigator.viewport.revealing(self.shown_span(row)))
        self.went_to.emit(row)

    def show(self, viewport: Viewport) -> None:
        """Go to another view in a way that can be taken back."""
        if viewport != self.navigator.viewport:
            self.navigator.remember()
            self.move(viewport)

    def shown_span(self, row: int) -> Span:
        """The span of an event with its open ends cut at the timeline's."""
        columns = self.timeline.columns
        bounds = Bounds(
            *(
                int(column[row])
                for column in (columns.start_earliest, columns.start_latest, columns.end_earliest, columns.end_latest)
            )
        )
        whole = self.timeline.span
        start = bounds.start_earliest
        if start == OPEN_PAST:
            start = whole.start
        end = bounds.span.end
        if end == OPEN_FUTURE:
            end = whole.end
        return Span(start, max(end, start + 1))

    def fit_rows(self, rows: Rows) -> None:
        """Zoom to the span of these rows."""
        if not len(rows):
            return
        spans = [self.shown_span(int(rows[0]))] if len(rows) == 1 else self._outer_spans(rows)
        span = Span(min(s.start for s in spans), max(s.end for s in spans))
        margin = 0.35 if len(rows) == 1 else 0.08
        self.show(self.navigator.viewport.fitted(span, margin))

    def _outer_spans(self, rows: Rows) -> list[Span]:
        columns = self.timeline.columns
        whole = self.timeline.span
        starts = columns.start_earliest[rows]
        ends = columns.end_latest[rows]
        starts = np.where(starts == OPEN_PAST, whole.start, starts)
        ends = np.where(ends == OPEN_FUTURE, whole.end - 1, ends)
        return [Span(int(starts.min()), int(ends.max()) + 1)]

    def step(self, by: int) -> None:
        """Go to the next (1) or previous (-1) event that is shown, in time order."""
        self._walk(self.navigator.shown_rows, by)

    def step_hit(self, by: int) -> None:
        """Go to the next (1) or previous (-1) hit; from the last one to the first and back."""
        hits = self.navigator.hits
        if hits is not None and len(hits):
            self.go_to(int(hits[self._beside(hits, by) % len(hits)]))

    def neighbour(self, by: int) -> int:
        """Row that :meth:`step` would go to; -1 for none."""
        rows = self.navigator.shown_rows
        if rows is None:
            row = self.current_row + by if self.current_row >= 0 else (0 if by > 0 else -1)
            return row if 0 <= row < len(self.timeline) else -1
        place = self._beside(rows, by)
        return int(rows[place]) if 0 <= place < len(rows) else -1

    def _walk(self, rows: Rows | None, by: int) -> None:
        row = self.neighbour(by)
        if row >= 0:
            self.go_to(row)

    def _beside(self, rows: Rows, by: int) -> int:
        """Place in ``rows`` of the one behind or before the current row; without one, before what is in view."""
        row = self.current_row
        if row < 0:
            starts = self.timeline.columns.start_earliest
            row = int(np.searchsorted(starts, self.navigator.viewport.start)) - (by > 0)
        if by > 0:
            return int(np.searchsorted(rows, row, side="right"))
        return int(np.searchsorted(rows, row, side="left")) - 1

    # Search

    @property
    def query(self) -> str:
        """What is searched; empty for nothing."""
        return self._query

    @property
    def outcome(self) -> Outcome | None:
        """The newest answer; None while nothing is searched."""
        return self._outcome

    def set_query(self, query: str) -> None:
        """Search; the answer comes with ``outcome_changed``.

        The last word counts as the beginning of one, unless a blank stands behind it.
        """
        stripped = query.strip()
        query = f"{stripped} " if stripped and query[-1].isspace() else stripped
        if query == self._query:
            return
        self._query = query
        self.query_changed.emit(query)
        self.search.search(query, self.selected_rows(), self._word_forms)
        if not query:
            self._outcome = None
            self.navigator.set_hits(None)
            self.outcome_changed.emit()

    def prepare_search(self) -> None:
        """Get ready for the first query, and count the facets, while nothing else is asked for."""
        self.search.search(self._query, self.selected_rows(), self._word_forms)

    @property
    def word_forms(self) -> bool:
        """Whether other forms of the words are found, too ("summits" for "summit")."""
        return self._word_forms

    def set_word_forms(self, wanted: bool) -> None:
        """Find other forms of the words, or only the words themselves."""
        if wanted != self._word_forms:
            self._word_forms = wanted
            self.word_forms_changed.emit()
            if self._query:
                self.prepare_search()

    def complete(self, query: str, cursor: int) -> None:
        """Ask what may complete a query at a cursor; ``search.completed`` answers."""
        self.search.complete(query, cursor, self.selected_rows(), self._word_forms)

    @property
    def facets(self) -> Sequence[Facet]:
        """What the hits, or all events, have in common."""
        return self._facets

    def _on_counted(self, counted: Counted) -> None:
        self._facets = counted.facets
        self.facets_changed.emit()

    def _on_searched(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self.navigator.set_hits(outcome.rows)
        self.outcome_changed.emit()

    def _on_language_changed(self) -> None:
        self.model.set_language(self.navigator.language)
        self.search.set_timeline(self.timeline, self.navigator.language)
        self.prepare_search()
