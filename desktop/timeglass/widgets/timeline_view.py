"""The timeline: a real item view over the event model that paints scenes, and moves as a map does."""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QPoint,
    QPointF,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from timeglass.layout.arcs import stub_at
from timeglass.layout.build import SceneBuilder
from timeglass.layout.chart_hit import ChartFocus, chart_at, chart_focus
from timeglass.layout.hit import box_at, cluster_at, cluster_of, echo_at
from timeglass.layout.scene import Cluster, Echo, Scene
from timeglass.model.navigator import Navigator
from timeglass.paint.scene_painter import ScenePainter
from timeglass.paint.theme import Theme, ink
from timeglass.widgets.canvas.announcing import Announcer
from timeglass.widgets.canvas.emphasis import Emphasis, RelatedOf
from timeglass.widgets.canvas.gestures import Gestures
from timeglass.widgets.canvas.hover import HoverWords
from timeglass.widgets.canvas.lane_bar import LaneBar
from timeglass.widgets.canvas.lane_menu import click_on_name, show_lane_menu
from timeglass.widgets.canvas.scene_keeper import SceneKeeper
from timeglass.widgets.canvas.selecting_view import SelectingView
from timeglass.widgets.canvas.spans import era_span
from timeglass.widgets.canvas.touch import Touch
from timeglass.widgets.canvas.walking import lane_neighbour, time_neighbour

_Select = QItemSelectionModel.SelectionFlag
_AROUND_EVENT: Final = 0.35
"""Share of the view on either side of an event that is fitted."""
FRESH_LABELS: Final = 60
"""Labels never drawn before that one frame prepares; the next frame goes on."""
_IDLE_MS: Final = 120
"""So long after the last frame the view looks ahead."""


class TimelineView(SelectingView):
    """Shows the navigator's viewport of the model's events. Rows of the model are rows of the timeline."""

    painted = Signal()
    """A frame was drawn."""

    def __init__(self, navigator: Navigator, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(navigator, parent)
        self._announcer = Announcer(self)  # before anything is told of the view
        self.wheel_zooms = False
        self._theme = theme
        self._painter: ScenePainter | None = None
        self._hovered = -1
        self._chart: ChartFocus | None = None
        self._keeper = SceneKeeper(navigator, self)
        self.lane_maker = self._keeper.maker
        self._keeper.changed.connect(self.redraw)
        self.emphasis = Emphasis(navigator, self._keeper)
        self._keeper.layout_changed.connect(self._on_layout_changed)
        self.motion.settled.connect(self._keeper.refine)
        self._gestures = Gestures(self, navigator, self.motion)
        self._touch = Touch(self, navigator, self.motion, self)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.setInterval(0)
        self._more.timeout.connect(self.redraw)
        self._idle = QTimer(self)
        self._idle.setObjectName("look ahead")
        self._idle.setSingleShot(True)
        self._idle.setInterval(_IDLE_MS)
        self._idle.timeout.connect(self._look_ahead)
        self.setAccessibleName(self.tr("Timeline"))
        self._bar = LaneBar(self)
        self._bar.scrolled.connect(self._keeper.scroll_to)

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._painter = None
        self.redraw()

    def redraw(self) -> None:
        """Paint again soon."""
        self.viewport().update()

    def builder(self) -> SceneBuilder:
        """The scene builder for what the navigator shows now."""
        return self._keeper.builder()

    def scene(self) -> Scene:
        """The scene of the present view: what is painted, hit and told."""
        self._keeper.resize(float(self.viewport().width()), float(self.viewport().height()))
        self._keeper.hurried, self._keeper.held = self.motion.under_way, self.held
        self._keeper.goal = self.motion.goal if self.motion.gliding else None
        return self._keeper.scene()

    def _on_layout_changed(self) -> None:
        self._painter = None
        self._hovered, self._chart = -1, None
        self._bar.forget()

    def plot_x(self, x: float) -> float:
        """Position in the plot of a position in the view."""
        return x - self.scene().gutter_px

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self.scene()
        if self._painter is None:
            head = self._navigator.timeline.head
            colors = [category.color for category in head.categories.values()]
            self._painter = ScenePainter(self._theme, colors, self.devicePixelRatioF())
        painter = QPainter(self.viewport())
        drawn = self._keeper.scene_to_draw()
        current = self.currentIndex().row()
        highlights = self.emphasis.of(
            scene, self.selectionModel(), current, self._hovered, self.hasFocus(), self._chart
        )
        whole = self._painter.paint(painter, drawn, highlights, FRESH_LABELS)
        band = self._gestures.band
        if band is not None:
            painter.setPen(ink(self._theme.accent))
            painter.setBrush(ink(self._theme.accent, 0.14))
            painter.drawRect(band)
        painter.end()
        self._bar.show(scene)
        (self._idle if whole else self._more).start()
        self.painted.emit()

    def close_background(self) -> None:
        """Wait for what is worked out in the background; before the view goes."""
        self._keeper.close()

    def _look_ahead(self) -> None:
        """Lay out and prepare what a step closer or farther would show."""
        if self._painter is not None and self.isVisible():
            for scene in self._keeper.neighbours():
                self._painter.prepare(scene)

    def show_relations(self, related_of: RelatedOf) -> None:
        """Draw the current event's relations; the function names the related events of a row."""
        self.emphasis.related_of = related_of
        self.redraw()

    def show_charts(self, shown: bool, every: bool) -> None:
        """Show charts of series at the foot, or none; ``every`` lets more of them stand there."""
        self._keeper.show_charts(shown, every)

    def next_chart(self) -> None:
        """Show the next charts, where not all have room."""
        self._keeper.next_chart()

    def scroll_lanes(self, by_px: float) -> bool:
        """Scroll the lanes; tell whether they overflow at all."""
        return self._keeper.scroll_by(by_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keeper.resize(float(self.viewport().width()), float(self.viewport().height()))

    def forget_ink(self) -> None:
        self._painter = None
        self.redraw()

    def cluster_rows(self, cluster: Cluster) -> list[int]:
        """Rows that a cluster folds, most important first."""
        if cluster.row >= 0:
            return [cluster.row]
        scene = self.scene()
        drawn = {box.row for box in scene.boxes}.union(scene.aside)
        rows = self.builder().index.rows_between(cluster.lane, cluster.first, cluster.last)
        return [row for row in rows if row not in drawn]

    def echo_rows(self, echo: Echo) -> list[int]:
        """Rows that an echo stands for, most important first."""
        return self.builder().echoes.rows_between(echo.lane, echo.first, echo.last)

    # Selecting

    def row_at(self, x: float, y: float) -> int:
        """Row of the event under a point of the view; -1 for none."""
        scene, at = self.scene(), self.plot_x(x)
        if at < 0.0:  # under the names of the lanes bars go on, unseen
            return -1
        box = box_at(scene, at, y)
        if box is not None:
            return box.row
        cluster = cluster_at(scene, at, y)
        if cluster is not None:
            return cluster.row
        echo = echo_at(scene, at, y)
        return echo.row if echo is not None else -1

    def click(self, x: float, y: float, modifiers: Qt.KeyboardModifier) -> None:
        """Select what is under a point: Ctrl toggles, Shift extends in time order."""
        if chart_at(self.scene(), y) is not None and self.plot_x(x) < 0.0:
            self.next_chart()
            return
        if self.plot_x(x) < 0.0 and click_on_name(self._keeper, y):
            return
        stub = stub_at(self.emphasis.arcs(self.scene(), self.currentIndex().row()), self.plot_x(x), y)
        if stub is not None:
            self._set_current(stub.row, _Select.ClearAndSelect | _Select.Rows)
            self.reveal(stub.row)
            return
        row = self.row_at(x, y)
        if row < 0:
            if not modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
                self.clearSelection()
            return
        self._choose(row, modifiers)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        show_lane_menu(self, self._keeper, event, self.currentIndex().row())

    # Mouse and touchpad

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._gestures.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & (Qt.MouseButton.LeftButton | Qt.MouseButton.MiddleButton):
            self._gestures.move(event)
            return
        self.hover(event.position())
        hovered, at = self._hovered, self.scene()
        on_ruler = at.ruler_y_px <= event.position().y() < at.header_px
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor
            if hovered >= 0
            else Qt.CursorShape.IBeamCursor
            if on_ruler
            else Qt.CursorShape.ArrowCursor
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._gestures.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.open_at(event.position().x(), event.position().y())

    def open_row(self, row: int) -> None:
        """Fit an event, or open the cluster that folds it."""
        scene = self.scene()
        place = cluster_of(scene, self.builder().index, row)
        if place >= 0 and scene.clusters[place].row < 0:
            self.open_cluster(scene.clusters[place])
        else:
            self.show_span(self.span_of(row), _AROUND_EVENT)

    def open_at(self, x: float, y: float) -> None:
        """Open what is under a point of the view: fit an event or an era, unfold a cluster; else go closer."""
        if self.plot_x(x) < 0.0 or chart_at(self.scene(), y) is not None:
            return
        row = self.row_at(x, y)
        if row >= 0:
            self._set_current(row, _Select.ClearAndSelect | _Select.Rows)
            self.show_span(self.span_of(row), _AROUND_EVENT)
            return
        cluster = cluster_at(self.scene(), self.plot_x(x), y)
        if cluster is not None:
            self.open_cluster(cluster)
            return
        span = era_span(self._navigator.timeline, self.scene(), self.plot_x(x), y)
        if span is not None:
            self.show_span(span, 0.03)
        else:
            self.zoom_by(2.0, self.plot_x(x) / self.scene().width_px)

    def leaveEvent(self, event: QEvent) -> None:
        self._stand_out(-1, None)
        super().leaveEvent(event)

    def hover(self, at: QPointF) -> None:
        """The pointer stands over a point of the view: the event there stands out, a chart tells its values at once."""
        scene, x = self.scene(), self.plot_x(at.x())
        focus = chart_focus(scene, x, at.y()) if x >= 0.0 else None
        if focus != self._chart and (self._chart is not None or focus is not None):
            words = self.words_at(at.toPoint())
            QToolTip.showText(self.viewport().mapToGlobal(at.toPoint()), words, self.viewport())
        self._stand_out(self.row_at(at.x(), at.y()), focus)

    def _stand_out(self, row: int, chart: ChartFocus | None) -> None:
        if (row, chart) != (self._hovered, self._chart):
            self._hovered, self._chart = row, chart
            self.redraw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._gestures.wheel(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent):
            self._touch.handle(event)
            event.accept()
            return True
        if event.type() == QEvent.Type.NativeGesture and isinstance(event, QNativeGestureEvent):
            return self._gestures.pinch(event)
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def tap(self, at: QPointF) -> None:
        """A finger touched a point of the view: select what is there, or tell a chart's values."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.click(at.x(), at.y(), Qt.KeyboardModifier.NoModifier)
        if chart_at(self.scene(), at.y()) is not None or self._chart is not None:
            self.hover(at)

    def ask(self, at: QPointF) -> None:
        """A finger rests on a point of the view: tell what is there; where nothing is, offer the lane's menu."""
        point, words = at.toPoint(), self.words_at(at.toPoint())
        far = self.viewport().mapToGlobal(point)
        if words:
            QToolTip.showText(far, words, self.viewport())
        else:
            self.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, far))

    def words_at(self, at: QPoint) -> str:
        """Rich text about what is under a point of the view; "" for nothing."""
        navigator = self._navigator
        words = HoverWords(navigator.timeline, navigator.language, self.cluster_rows, self.echo_rows)
        return words.at(self.scene(), self.plot_x(at.x()), float(at.y()))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key == Qt.Key.Key_Escape and self._gestures.cancel():
            self.redraw()
            return
        if key == Qt.Key.Key_F10 and modifiers & Qt.KeyboardModifier.ShiftModifier:  # for keyboards without a menu key
            point = self.visualRect(self.currentIndex()).center() if self.currentIndex().isValid() else QPoint()
            far = self.viewport().mapToGlobal(point)
            self.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, point, far))
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.open_row(self.currentIndex().row())
            return
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.pan_screens(-0.9 if key == Qt.Key.Key_PageUp else 0.9)
            return
        if key == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._set_current(self.currentIndex().row(), _Select.Toggle | _Select.Rows)
            return
        row = self._neighbour(key)
        if row is None:
            event.ignore()
            return
        if row < 0:
            return
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._set_current(row, _Select.Select | _Select.Rows)
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._set_current(row, _Select.NoUpdate)
        else:
            self._set_current(row, _Select.ClearAndSelect | _Select.Rows)
        self.reveal(row)

    def _neighbour(self, key: Qt.Key) -> int | None:
        """Row that a key leads to; -1 for nowhere, None for a key that leads to no event."""
        current = self.currentIndex().row()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return lane_neighbour(self.scene(), current, 1 if key == Qt.Key.Key_Down else -1)
        return time_neighbour(self._navigator, current, key)

    def reveal(self, row: int) -> None:
        """Bring an event into view: glide as far as needed, scroll its lane into the body."""
        span = self.span_of(row)
        goal = self.motion.goal
        if not goal.span.overlaps(span) or not goal.span.start <= span.start < goal.span.end:
            self.motion.glide_to(goal.revealing(span))
        self._keeper.reveal_lane(row)
