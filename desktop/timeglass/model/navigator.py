"""The owner of the one viewport, and of what is found, hidden, grouped and in which language."""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.events.timeline import Timeline
from timeglass.layout.lanes import GROUPINGS
from timeglass.layout.prepared import Prepared, own_grouping
from timeglass.layout.viewport import Viewport

_HISTORY_KEPT: Final = 100


class Navigator(QObject):
    """Everybody asks it to move and hears from it when something moved; it alone stores.

    Setters compare, store and emit once. ``hits`` are rows in ascending order, or None while nothing is searched.
    """

    timeline_changed = Signal()
    viewport_changed = Signal()
    hits_changed = Signal()
    hide_others_changed = Signal()
    grouping_changed = Signal()
    language_changed = Signal()
    history_changed = Signal()

    def __init__(self, timeline: Timeline, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hide_others = False
        self._take(timeline)

    def _take(self, timeline: Timeline) -> None:
        self._timeline = timeline
        self._viewport = self.home_viewport()
        self._hits: NDArray[np.int32] | None = None
        self._hit_mask: NDArray[np.bool_] | None = None
        self._prepared: Prepared | None = None
        self._grouping = own_grouping(timeline)
        self._language = timeline.head.language
        self._back: list[Viewport] = []
        self._forward: list[Viewport] = []

    @property
    def timeline(self) -> Timeline:
        """The timeline shown."""
        return self._timeline

    def set_timeline(self, timeline: Timeline, prepared: Prepared | None = None) -> None:
        """Show another timeline: its own view, nothing searched, no history."""
        if timeline is self._timeline:
            return
        self._take(timeline)
        self._prepared = prepared
        self._tell_all()

    def take_prepared(self) -> Prepared | None:
        """What was prepared for what is shown now, once; None where there is nothing."""
        prepared, self._prepared = self._prepared, None
        fits = prepared is not None and prepared.fits(self._timeline, self._grouping, self._language)
        return prepared if fits else None

    def renew(self, timeline: Timeline, hits: NDArray[np.int32] | None, prepared: Prepared | None = None) -> None:
        """Show a later state of the same file: view, lanes, language and history stay. ``hits`` are its rows found."""
        kept = self._viewport, self._grouping, self._language, self._back, self._forward
        self._take(timeline)
        self._viewport, self._grouping, self._language, self._back, self._forward = kept
        self._prepared = prepared
        self._hits = None
        if hits is not None:
            self._hits, self._hit_mask = hits, self._mask(hits)
        self._tell_all()

    def _tell_all(self) -> None:
        self.timeline_changed.emit()
        self.grouping_changed.emit()
        self.language_changed.emit()
        self.hits_changed.emit()
        self.viewport_changed.emit()
        self.history_changed.emit()

    @property
    def viewport(self) -> Viewport:
        """The visible span."""
        return self._viewport

    def set_viewport(self, viewport: Viewport) -> None:
        """Show another span."""
        if viewport == self._viewport:
            return
        self._viewport = viewport
        self.viewport_changed.emit()

    def home_viewport(self) -> Viewport:
        """The file's own ``view.range``, or everything with a margin."""
        whole = self._timeline.span
        wanted = self._timeline.head.view.range
        if wanted is None:
            return Viewport.over(whole).fitted(whole, 0.02)
        span = wanted.bounds.span
        start = whole.start if span.start == OPEN_PAST else span.start
        end = whole.end if span.end == OPEN_FUTURE else span.end
        span = Span(start, max(end, start + 1))
        return Viewport.over(span).fitted(span, 0.01)

    def remember(self) -> None:
        """Put the present view into the history: to be called before a jump that one may want to take back."""
        if not self._back or self._back[-1] != self._viewport:
            self._back.append(self._viewport)
            del self._back[:-_HISTORY_KEPT]
        self._forward.clear()
        self.history_changed.emit()

    def jump(self, viewport: Viewport) -> None:
        """Remember the present view and show another."""
        if viewport != self._viewport:
            self.remember()
            self.set_viewport(viewport)

    @property
    def can_go_back(self) -> bool:
        """Tell whether an earlier view is remembered."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Tell whether one went back from a later view."""
        return bool(self._forward)

    def back(self) -> None:
        """Go to the view before; without one, stay."""
        self._travel(self._back, self._forward)

    def forward(self) -> None:
        """Take a step back back."""
        self._travel(self._forward, self._back)

    def _travel(self, source: list[Viewport], target: list[Viewport]) -> None:
        while source and source[-1] == self._viewport:
            source.pop()  # a view that one has come back to by hand
        if source:
            target.append(self._viewport)
            self.set_viewport(source.pop())
        self.history_changed.emit()

    @property
    def hits(self) -> NDArray[np.int32] | None:
        """Rows found, ascending; None while nothing is searched."""
        return self._hits

    @property
    def hit_mask(self) -> NDArray[np.bool_] | None:
        """For each row whether it is found; None while nothing is searched."""
        return self._hit_mask

    def set_hits(self, rows: NDArray[np.int32] | None) -> None:
        """Mark rows as found, or nothing as searched."""
        if rows is None:
            if self._hits is None:
                return
            self._hits = self._hit_mask = None
        else:
            if self._hits is not None and np.array_equal(rows, self._hits):
                return
            self._hits, self._hit_mask = rows, self._mask(rows)
        self.hits_changed.emit()

    def _mask(self, rows: NDArray[np.int32]) -> NDArray[np.bool_]:
        mask = np.zeros(len(self._timeline), np.bool_)
        mask[rows] = True
        mask.flags.writeable = False
        return mask

    @property
    def hide_others(self) -> bool:
        """Whether what is not found is hidden rather than dimmed."""
        return self._hide_others

    def set_hide_others(self, hide: bool) -> None:
        """Hide or dim what is not found."""
        if hide != self._hide_others:
            self._hide_others = hide
            self.hide_others_changed.emit()

    @property
    def shown_rows(self) -> NDArray[np.int32] | None:
        """Rows that are not hidden; None for all."""
        return self._hits if self._hide_others else None

    @property
    def grouping(self) -> str:
        """What lanes are made of; one of :data:`GROUPINGS`."""
        return self._grouping

    def set_grouping(self, grouping: str) -> None:
        """Make lanes of something else."""
        if grouping not in GROUPINGS:
            raise ValueError(grouping)
        if grouping != self._grouping:
            self._grouping = grouping
            self.grouping_changed.emit()

    @property
    def language(self) -> str:
        """Language of the texts shown."""
        return self._language

    def set_language(self, language: str) -> None:
        """Show texts in another language."""
        if language != self._language:
            self._language = language
            self.language_changed.emit()
