"""Tells of lanes that take a while to be made, and lets a person give them up."""

from typing import Final

from PySide6.QtCore import QObject

from timeglass.widgets.notices import NoticeArea, Offer
from timeglass.widgets.timeline_view import TimelineView

TOLD: Final = "grouping"


class Grouping(QObject):
    """A notice with progress; giving up keeps the lanes that are shown."""

    def __init__(self, view: TimelineView, notices: NoticeArea, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._notices = notices
        self._told = False
        view.lane_maker.progressed.connect(self._on_progress)

    def _on_progress(self, share: float) -> None:
        if share >= 1.0:
            self._told = False
            self._notices.clear(TOLD)
            return
        if not self._told:
            self._told = True
            offer = Offer(self.tr("Cancel"), self._give_up)
            self._notices.tell(TOLD, self.tr("Putting the events into lanes…"), [offer], busy=True)
        self._notices.advance(TOLD, share)

    def _give_up(self) -> None:
        self._view.navigator.set_grouping(self._view.builder().index.lanes.grouping)
