"""Lanes of what the navigator shows: of very many events made in the background, since all of them have to be read."""

from collections.abc import Callable
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, Signal

from timeglass.events.columns import Mark
from timeglass.events.timeline import Timeline
from timeglass.layout.lanes import Lanes, make_lanes
from timeglass.model.navigator import Navigator
from timeglass.widgets.background import Background, UnwantedError

READ_AT_ONCE: Final = 10_000
"""Events that may be read before the next frame."""
_READING: Final = frozenset({"actor", "place", "tag"})
"""Groupings for which each event is read."""


class LaneMaker(QObject):
    """Remembers the lanes of a timeline, each grouping's once made. :meth:`close` must be called before it goes."""

    made = Signal()
    """The lanes that were asked for are there."""
    progressed = Signal(float)
    """The share that is done, 0 to 1; 1 also where it was given up."""

    def __init__(self, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._timeline: Timeline | None = None
        self._known: dict[tuple[str, str], Lanes] = {}
        self._wanted: tuple[str, str] | None = None
        self._background = Background(self)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)
        self._background.progressed.connect(lambda share, _words: self.progressed.emit(share))

    @property
    def busy(self) -> bool:
        """Tell whether lanes are being made."""
        return self._background.busy

    def remember(self, lanes: Lanes) -> None:
        """Take over lanes that were made elsewhere for what is shown now."""
        self._known_of_now()[self._navigator.grouping, self._navigator.language] = lanes

    def lanes(self) -> Lanes | None:
        """The lanes of what is shown now; None while they are being made."""
        navigator = self._navigator
        wanted = navigator.grouping, navigator.language
        known = self._known_of_now()
        if wanted not in known and not self._reads_many():
            known[wanted] = make_lanes(navigator.timeline, *wanted)
        if wanted in known:
            self.give_up()
            return known[wanted]
        if not self.busy or self._wanted != wanted:
            self._begin(navigator.timeline, *wanted)
        return None

    def give_up(self) -> None:
        """Make no lanes any more."""
        if self.busy:
            self._background.cancel()
            self.progressed.emit(1.0)

    def close(self) -> None:
        """Make no lanes any more, and wait for the thread to end."""
        self._background.close()

    def _known_of_now(self) -> dict[tuple[str, str], Lanes]:
        if self._timeline is not self._navigator.timeline:
            self._timeline = self._navigator.timeline
            self._known.clear()
            self._background.cancel()
        return self._known

    def _reads_many(self) -> bool:
        timeline, grouping = self._navigator.timeline, self._navigator.grouping
        if len(timeline) <= READ_AT_ONCE:
            return False
        if grouping == "category":  # only events in several categories are read
            return int(np.count_nonzero(timeline.columns.flags & Mark.SEVERAL.value)) > READ_AT_ONCE
        return grouping in _READING

    def _begin(self, timeline: Timeline, grouping: str, language: str) -> None:
        self._wanted = grouping, language

        def make(tell: Callable[[float, str], None], cancelled: Callable[[], bool]) -> object:
            def tick(share: float) -> None:
                if cancelled():
                    raise UnwantedError
                tell(share, "")

            return make_lanes(timeline, grouping, language, tick)

        self._background.start(make)
        self.progressed.emit(0.0)

    def _on_failed(self, words: str, _is_fault: bool) -> None:
        self.progressed.emit(1.0)
        raise RuntimeError(words)

    def _on_done(self, lanes: object) -> None:
        if isinstance(lanes, Lanes) and self._wanted is not None:
            self._known[self._wanted] = lanes
            self.progressed.emit(1.0)
            self.made.emit()
