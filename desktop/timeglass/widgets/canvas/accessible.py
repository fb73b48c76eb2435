"""The timeline for assistive technology: a list of what is shown, with names, places and states.

Qt gives a view written in Python only a bare interface. This one names what is in sight and nothing else: however many
events there are, a service that walks through all children has a few hundred to ask.
"""

from typing import Final

from PySide6.QtCore import QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from timeglass.chrono.words import span_in_words
from timeglass.layout.chart_hit import chart_at
from timeglass.layout.hit import box_at, cluster_at, cluster_of, era_at
from timeglass.layout.scene import Box, Chart, Cluster, EraBand, Scene
from timeglass.widgets.canvas.chart_words import chart_description, chart_name
from timeglass.widgets.canvas.hover import cluster_name, cluster_titles, era_name
from timeglass.widgets.canvas.item_view import SceneItemView

_KEPT: Final = 4_000
"""Interfaces of events that are kept while out of view: a service may still hold them."""

Key = tuple[int, int, int]
"""What an interface stands for: (-1, row, 0) for an event, (lane, first, last) for a cluster, (-2, number, 0) for a
chart, (-3, number, 0) for an era."""
_EVENT: Final = -1
_CHART: Final = -2
_ERA: Final = -3


def key_of(item: Box | Cluster | Chart | EraBand) -> Key:
    """The key of what a scene shows."""
    if isinstance(item, Chart):
        return (_CHART, item.number, 0)
    if isinstance(item, EraBand):
        return (_ERA, item.era, 0)
    if isinstance(item, Cluster) and item.row < 0:
        return (item.lane, item.first, item.last)
    return (_EVENT, item.row, 0)


class ShownItem(QAccessibleInterface):
    """One event or cluster of the timeline."""

    def __init__(self, parent: "TimelineList", key: Key) -> None:
        super().__init__()
        self._parent = parent
        self.key = key

    @property
    def row(self) -> int:
        """Row of the event; -1 for a cluster or a chart."""
        return self.key[1] if self.key[0] == _EVENT else -1

    @property
    def is_ground(self) -> bool:
        """Whether it is an era or a chart: what cannot be selected."""
        return self.key[0] in (_CHART, _ERA)

    def isValid(self) -> bool:
        return self._parent.isValid() and self.row < self._parent.view.model().rowCount()

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow:
        return self._parent.window()

    def parent(self) -> QAccessibleInterface:
        return self._parent

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        roles = {_CHART: QAccessible.Role.Chart, _ERA: QAccessible.Role.StaticText}
        return roles.get(self.key[0], QAccessible.Role.ListItem)

    def setText(self, t: QAccessible.Text, text: str) -> None:
        pass

    def text(self, t: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if t == QAccessible.Text.Name:
            return self._parent.name_of(self.key)
        return self._parent.lane_of(self.key) if t == QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        return self._parent.rect_of(self.key) if self.isValid() else QRect()

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if not self.isValid():
            state.invalid = True
            return state
        view = self._parent.view
        state.offscreen = self.rect().isEmpty()
        if self.is_ground:
            state.readOnly = True
            return state
        state.focusable = True
        state.focused = view.hasFocus() and self._parent.current_key() == self.key
        if self.row >= 0:
            state.selectable = state.multiSelectable = True
            selection = view.selectionModel()
            state.selected = selection is not None and selection.isSelected(view.model().index(self.row, 0))
        else:
            state.expandable = state.collapsed = True
        return state


class TimelineList(QAccessibleWidget):
    """The timeline view: a list of the eras, events and clusters in sight, from left to right, and of the charts."""

    def __init__(self, view: SceneItemView) -> None:
        super().__init__(view, QAccessible.Role.List)
        self.view = view
        self._scene: Scene | None = None
        self._shown: list[Key] = []
        self._items: dict[Key, ShownItem] = {}

    def isValid(self) -> bool:
        return Shiboken.isValid(self.view)

    # What is shown

    def shown(self) -> list[Key]:
        """Keys of what is in sight, in order of time, then from top to bottom."""
        scene = self.view.scene()
        if scene is not self._scene:
            self._scene = scene
            items: list[Box | Cluster] = [*scene.boxes, *scene.clusters]
            seen = [item for item in items if not self.view.rect_of(item).isEmpty()]
            self._shown = [key_of(item) for item in sorted(seen, key=lambda item: (item.x0_px, item.y_px))]
            self._shown = [*map(key_of, scene.eras), *self._shown, *map(key_of, scene.charts)]
            self._forget_some()
        return self._shown

    def item(self, key: Key) -> ShownItem:
        """The interface for a key: always the same one."""
        found = self._items.get(key)
        if found is None:
            found = self._items[key] = ShownItem(self, key)
        return found

    def _forget_some(self) -> None:
        """Let go of what was in view long ago."""
        wanted = {*self._shown, self.current_key()}
        for key in list(self._items)[: max(0, len(self._items) - _KEPT)]:
            if key not in wanted:
                gone = self._items.pop(key)
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(gone))

    def current_key(self) -> Key | None:
        """Key of the current event, or of the cluster that folds it; None where there is none, or out of view."""
        row = self.view.currentIndex().row()
        if row < 0:
            return None
        scene = self.view.scene()
        place = cluster_of(scene, self.view.builder().index, row)
        return key_of(scene.clusters[place]) if place >= 0 else (_EVENT, row, 0)

    def _cluster(self, key: Key) -> Cluster | None:
        return next((one for one in self.view.scene().clusters if key_of(one) == key), None)

    def _chart(self, key: Key) -> Chart | None:
        return next((one for one in self.view.scene().charts if one.number == key[1]), None)

    def name_of(self, key: Key) -> str:
        """Date in words and title of an event; how many events a cluster folds, and from when to when."""
        model = self.view.model()
        if key[0] == _CHART:
            chart = self._chart(key)
            return chart_name(chart) if chart is not None else ""
        if key[0] == _ERA:
            return era_name(self.view.navigator.timeline, key[1], self.view.navigator.language)
        if key[0] == _EVENT:
            return str(model.index(key[1], 0).data(Qt.ItemDataRole.AccessibleTextRole) or "")
        cluster = self._cluster(key)
        rows = self.view.cluster_rows(cluster) if cluster is not None else []
        if cluster is None or not rows:
            return ""
        first, last = (str(model.index(row, 0).data() or "") for row in (min(rows), max(rows)))
        return cluster_name(cluster.count, first, last)

    def lane_of(self, key: Key) -> str:
        """Name of the lane in which an event or cluster stands, and what a cluster folds; of a chart its values."""
        navigator = self.view.navigator
        if key[0] == _CHART:
            chart = self._chart(key)
            if chart is None:
                return ""
            return chart_description(navigator.timeline, chart, navigator.viewport.span, navigator.language)
        if key[0] == _ERA:
            return ""
        index = self.view.builder().index
        lane = int(index.lanes.lane_of_row[key[1]]) if key[0] == _EVENT else key[0]
        label = index.lanes.lanes[lane].label
        cluster = self._cluster(key) if key[0] != _EVENT else None
        if cluster is None:
            return label
        held = cluster_titles(navigator.timeline, self.view.cluster_rows(cluster), navigator.language)
        return f"{label}: {held}" if label else held

    def rect_of(self, key: Key) -> QRect:
        """Place on the screen; empty for what is out of sight."""
        if key[0] == _CHART:
            chart, scene = self._chart(key), self.view.scene()
            whole = scene.gutter_px + scene.width_px
            rect = QRectF(0.0, chart.y_px, whole, chart.height_px).toAlignedRect() if chart is not None else QRect()
        elif key[0] == _ERA:
            rect = self._era_rect(key)
        elif key[0] == _EVENT:
            rect = self.view.visualRect(self.view.model().index(key[1], 0))
        else:
            cluster = self._cluster(key)
            rect = self.view.rect_of(cluster) if cluster is not None else QRect()
        area = self.view.viewport()
        return QRect(area.mapToGlobal(rect.topLeft()), rect.size()) if not rect.isEmpty() else QRect()

    def _era_rect(self, key: Key) -> QRect:
        scene = self.view.scene()
        band = next((one for one in scene.eras if one.era == key[1]), None)
        if band is None:
            return QRect()
        left, right = max(band.x0_px, 0.0), min(band.x1_px, scene.width_px)
        rect = QRectF(left + scene.gutter_px, band.y_px, max(right - left, 1.0), band.height_px)
        return rect.toAlignedRect()

    # What Qt asks

    def text(self, t: QAccessible.Text) -> str:
        if t == QAccessible.Text.Value:
            navigator = self.view.navigator
            return span_in_words(navigator.viewport.span, navigator.language)
        return super().text(t)

    def childCount(self) -> int:
        return len(self.shown())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        shown = self.shown()
        return self.item(shown[index]) if 0 <= index < len(shown) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        shown = self.shown()
        return shown.index(child.key) if isinstance(child, ShownItem) and child.key in shown else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        at = self.view.viewport().mapFromGlobal(QPoint(x, y))
        scene = self.view.scene()
        chart = chart_at(scene, at.y())
        if chart is not None:
            return self.item(key_of(chart))
        across = at.x() - scene.gutter_px
        if across < 0.0:
            return None
        found = box_at(scene, across, at.y()) or cluster_at(scene, across, at.y()) or era_at(scene, across, at.y())
        return self.item(key_of(found)) if found is not None else None

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        key = self.current_key()
        return self.item(key) if key is not None else None
