"""Tells assistive technology what changed in a timeline view; does nothing while none listens."""

from collections.abc import Callable
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface

from timeglass.widgets.canvas.accessible import TimelineList
from timeglass.widgets.canvas.item_view import SceneItemView

_REST_MS: Final = 350
"""The view must have stood still for so long before its range is said: a zoom is told once, at its end."""
_ZOOMED: Final = 0.01
"""Change in length, as a share, from which on the view counts as zoomed."""

Send = Callable[[QAccessibleEvent], None]


class Announcer(QObject):
    """Has a view's accessible interface, and says what happens: focus, selection, other events in sight, a zoom."""

    def __init__(self, view: SceneItemView, send: Send = QAccessible.updateAccessibility) -> None:
        super().__init__(view)
        self._view = view
        self._send = send
        self._interface: TimelineList | None = None
        self._told_length = view.navigator.viewport.length
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest)
        for changed in (
            view.navigator.viewport_changed,
            view.navigator.grouping_changed,
            view.navigator.hide_others_changed,
            view.navigator.timeline_changed,
        ):
            changed.connect(self._on_view_changed)
        view.current_moved.connect(self._on_current_moved)
        view.selection_moved.connect(self._on_selection_moved)
        _install()

    def interface(self) -> TimelineList:
        """The view's interface, made when it is first asked for."""
        if self._interface is None:
            self._interface = TimelineList(self._view)
        return self._interface

    def _on_view_changed(self) -> None:
        if QAccessible.isActive():
            self._rest.start()

    def _on_rest(self) -> None:
        """Other children are there; and after a zoom, say what is in view."""
        self._send(QAccessibleEvent(self._view, QAccessible.Event.ObjectReorder))
        length = self._view.navigator.viewport.length
        if abs(length / self._told_length - 1.0) >= _ZOOMED:
            self._told_length = length
            words = self.tr("Showing {range}").format(range=self.interface().text(QAccessible.Text.Value))
            self._send(QAccessibleAnnouncementEvent(self._view, words))

    def _on_current_moved(self) -> None:
        if QAccessible.isActive() and self._view.hasFocus():
            child = self.interface().focusChild()
            if child is not None:
                self._send(QAccessibleEvent(child, QAccessible.Event.Focus))

    def _on_selection_moved(self) -> None:
        if QAccessible.isActive():
            self._send(QAccessibleEvent(self._view, QAccessible.Event.SelectionWithin))


@lru_cache(maxsize=1)
def _install() -> None:
    """Have Qt ask here for the interfaces of timeline views, from now on."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_name: str, of: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(of, SceneItemView):
        return None
    announcer = of.findChild(Announcer, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return announcer.interface() if isinstance(announcer, Announcer) else None
