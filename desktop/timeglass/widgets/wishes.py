"""What the command line wishes of a window: a view, a search, where to go."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication

from timeglass.events.view_state import ViewState

if TYPE_CHECKING:
    from timeglass.widgets.main_window import MainWindow


@dataclass(frozen=True)
class Wishes:
    """Carried out in this order, as soon as the file is there."""

    view: ViewState | None = None
    search: str = ""
    goto: str = ""

    def __bool__(self) -> bool:
        return bool(self.view or self.search or self.goto)


def grant(window: "MainWindow", wishes: Wishes) -> None:
    """Carry wishes out, when the window's file has been read."""

    def now() -> None:
        if wishes.view is not None:
            window.saving.show_view(wishes.view)
        if wishes.search:
            window.search_box.ask(wishes.search)
        if wishes.goto:
            from timeglass.widgets.going import aim_at, go  # not before it is asked for

            aim = aim_at(window.session, wishes.goto)
            if aim:
                go(window.session, aim)
            else:
                window.notices.tell("goto", f"{wishes.goto}: {aim.reason}", severity="warning")

    if window.files.opener.busy:
        window.files.shown.connect(now, Qt.ConnectionType.SingleShotConnection)
    else:
        QTimer.singleShot(0, window, now)


def settle(window: "MainWindow") -> None:
    """Wait until there are lanes, and the search has answered and counted: a picture of the window is complete."""
    loop = QEventLoop()
    window.timeline_view.builder()
    if window.timeline_view.lane_maker.busy:
        window.timeline_view.lane_maker.made.connect(loop.quit)
        loop.exec()
    session = window.session
    # Whatever was asked before is asked again, so that an answer is sure to come.
    session.facets_changed.connect(loop.quit)
    session.search.failed.connect(loop.quit)
    session.prepare_search()
    loop.exec()
    QApplication.processEvents()
