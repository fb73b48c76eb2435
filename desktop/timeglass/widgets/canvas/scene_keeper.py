"""Keeps the scene of the present view, what it was built with, and the way from one level of detail to the next."""

import time
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QObject, QPointF, QSizeF, QVariantAnimation, Signal

from timeglass.events.timeline import Timeline
from timeglass.layout.build import SceneBuilder
from timeglass.layout.first_look import FROM_ROWS, FirstLook
from timeglass.layout.hits import HitCounts
from timeglass.layout.hold import lane_held, row_held
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.lane_order import LaneOrder, arrange, collapsed_places
from timeglass.layout.lanes import Lanes, make_lanes
from timeglass.layout.level import level, level_for
from timeglass.layout.morph import Standing, morphed
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport
from timeglass.model.navigator import Navigator
from timeglass.paint.fonts import label_fonts
from timeglass.widgets.background import Background
from timeglass.widgets.canvas.easing import ease_out
from timeglass.widgets.canvas.lane_maker import LaneMaker
from timeglass.widgets.canvas.motion import motion_wanted

MORPH_MS: Final = 180
BUDGET_MS: Final = 2.5
"""What a frame in motion may spend on solving a level of detail."""
_LEAST_SCROLL_PX: Final = 0.5
_LEVEL_STEP: Final = 1.45
"""Zoom that leads just into the next level of detail."""


class SceneKeeper(QObject):
    """Builds a scene when one is asked for and the last one no longer holds."""

    changed = Signal()
    """The scene no longer holds, or its way from one level to the next went on: paint again."""
    layout_changed = Signal()
    """Other lanes, rows or texts: whatever was remembered of the old scene is void."""

    def __init__(self, navigator: Navigator, parent: QObject) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self.hurried = False
        """The view is in motion: a scene may be of a coarser level for some frames."""
        self.goal: Viewport | None = None
        """Where the motion will end."""
        self.held: QPointF | None = None
        """Point of the view whose row a zoom holds; without it the middle."""
        self._size = QSizeF(1.0, 1.0)
        self._builder: SceneBuilder | None = None
        self._orders: dict[str, LaneOrder] = {}
        self._lanes = self._all_lanes = Lanes("none", (), np.zeros(0, np.int32))
        self._lanes_of: Timeline | None = None
        self.maker = LaneMaker(navigator, self)
        self.maker.made.connect(self._start_anew)
        self._scene: Scene | None = None
        self._last: Scene | None = None
        self._drawn: Scene | None = None
        self._standing: Standing | None = None
        self._hits: HitCounts | None = None
        self._scroll = 0.0
        self._indexing = Background(self)
        self._indexing.done.connect(self._on_indexed)
        self._chart = 0
        self._charts_shown, self._all_charts = True, False
        self._morph = QVariantAnimation(self)
        self._morph.setStartValue(0.0)
        self._morph.setEndValue(1.0)
        self._morph.setDuration(MORPH_MS)
        self._morph.valueChanged.connect(self.changed)
        navigator.viewport_changed.connect(self.forget)
        self._file = navigator.timeline.path
        navigator.timeline_changed.connect(self._on_timeline_changed)
        navigator.grouping_changed.connect(self._on_grouping_changed)
        for signal in (
            navigator.language_changed,
            navigator.timeline_changed,
            navigator.hide_others_changed,
        ):
            signal.connect(self._start_anew)
        navigator.hits_changed.connect(self._on_hits_changed)

    def builder(self) -> SceneBuilder:
        """The scene builder for what the navigator shows now."""
        if self._builder is None:
            navigator = self._navigator
            timeline = navigator.timeline
            prepared = navigator.take_prepared()
            if prepared is not None:
                self.maker.remember(prepared.lanes)
            lanes = self.maker.lanes()
            if lanes is None:  # those before stay until they are made; of another timeline there are none
                lanes = self._all_lanes if self._lanes_of is timeline else make_lanes(timeline, "none")
            self._all_lanes, self._lanes_of = lanes, timeline
            self._lanes = arrange(self._all_lanes, self._order_of_lanes())
            fits = prepared is not None and self._lanes is prepared.lanes and navigator.shown_rows is None
            index = prepared.index if prepared is not None and fits else self._first_index()
            self._builder = self._make_builder(index)
        return self._builder

    def _make_builder(self, index: LaneIndex | None) -> SceneBuilder:
        navigator = self._navigator
        return SceneBuilder(
            navigator.timeline,
            self._lanes,
            label_fonts(),
            navigator.language,
            navigator.shown_rows,
            collapsed_places(self._lanes, self._order_of_lanes()),
            len(self._all_lanes.lanes) - len(self._lanes.lanes),
            index,
        )

    def _first_index(self) -> LaneIndex | None:
        """Of very many rows a first look, while the whole index is made in the background; else None."""
        navigator, lanes = self._navigator, self._lanes
        columns, rows = navigator.timeline.columns, navigator.shown_rows
        if len(columns if rows is None else rows) < FROM_ROWS:
            return None
        self._indexing.start(lambda tell, stopped: LaneIndex(columns, lanes, rows))
        return FirstLook(columns, lanes, rows, level_for(navigator.viewport.length / max(self._size.width(), 1.0)))

    def _on_indexed(self, index: object) -> None:
        """The whole index is there: build with it from now on."""
        if isinstance(index, LaneIndex):
            self._builder, self._hits = self._make_builder(index), None
            self.forget()

    def close(self) -> None:
        """Wait for what runs in the background."""
        self.maker.close()
        self._indexing.close()

    @property
    def lane_order(self) -> LaneOrder:
        """What was made of the lanes that are shown."""
        self.builder()
        return self._order_of_lanes()

    def _order_of_lanes(self) -> LaneOrder:
        return self._orders.get(self._all_lanes.grouping, LaneOrder())

    def set_lane_order(self, order: LaneOrder) -> None:
        """Collapse, hide or move lanes that are shown."""
        if order != self.lane_order:
            self._orders[self._all_lanes.grouping] = order
            self._start_anew()

    def lanes(self) -> tuple[Lanes, Lanes]:
        """The lanes as they are shown, and all that there are."""
        self.builder()
        return self._lanes, self._all_lanes

    def scene(self) -> Scene:
        """The scene of the present view, at rest."""
        if self._scene is None:
            scene = self._build()
            if self._last is not None and self._last.level != scene.level:
                scene = self._held(self._last, scene)
            self._scene, self._scroll = scene, scene.scroll_px
            if self._drawn is not None and self._drawn.level != scene.level and motion_wanted():
                self._standing = Standing.of(self._drawn)
                self._morph.stop()
                self._morph.start()
        return self._scene

    def _build(self) -> Scene:
        return self.builder().build(
            self._navigator.viewport,
            self._size.width(),
            self._size.height(),
            self._scroll,
            int(time.time()),
            self._first_chart,
            BUDGET_MS if self.hurried else None,
            self._all_charts,
            self.goal,
        )

    def _held(self, before: Scene, scene: Scene) -> Scene:
        """The scene of another level, scrolled so that what was under the pointer still is, where lanes overflow."""
        body = scene.body_bottom_px - scene.header_px
        room = scene.content_px - body
        if room <= 0.0:
            return scene
        x, y = before.width_px / 2.0, (before.header_px + before.body_bottom_px) / 2.0
        if self.held is not None:
            x, y = self.held.x() - before.gutter_px, self.held.y()
        bands = self.builder().bands(level(scene.level), body)
        scene = self._scrolled(scene, lane_held(before, bands, y), room)
        return self._scrolled(scene, row_held(before, scene, x, y), room)

    def _scrolled(self, scene: Scene, wanted_px: float | None, room_px: float) -> Scene:
        """The same scene from another height on; as it is where nothing else is wanted."""
        if wanted_px is None or abs(min(max(wanted_px, 0.0), room_px) - scene.scroll_px) <= _LEAST_SCROLL_PX:
            return scene
        self._scroll = wanted_px
        return self._build()

    def scene_to_draw(self) -> Scene:
        """The scene, or a step on the way to it from the level before."""
        scene = self.scene()
        moving = self._morph.state() == QVariantAnimation.State.Running and self._standing is not None
        if moving and self._standing is not None:
            self._drawn = morphed(scene, self._standing, ease_out(float(self._morph.currentValue())))
        else:
            self._drawn = scene
        return self._drawn

    def neighbours(self) -> Iterator[Scene]:
        """Scenes one level of detail closer and farther: made in idle time, they are ready when wanted."""
        builder, view = self.builder(), self._navigator.viewport
        width, height = self._size.width(), self._size.height()
        for factor in (_LEVEL_STEP, 1.0 / _LEVEL_STEP):
            chart, every = self._first_chart, self._all_charts
            yield builder.build(view.zoomed(factor), width, height, self._scroll, None, chart, None, every)

    def resize(self, width_px: float, height_px: float) -> None:
        """The view has another size; what it shows stands elsewhere at once."""
        if (width_px, height_px) != (self._size.width(), self._size.height()):
            self._size = QSizeF(width_px, height_px)
            self._last = self._drawn = None
            self.forget()

    def refine(self) -> None:
        """Motion has ended: if the scene is still of a coarser level, build the one at rest."""
        self.hurried = False
        if self._scene is not None and self._scene.coarse:
            self.forget()

    def forget(self) -> None:
        """Build the scene anew when it is next asked for."""
        if self._scene is not None:
            self._last, self._scene = self._scene, None
        self.changed.emit()

    def scroll_by(self, by_px: float) -> bool:
        """Scroll the lanes; tell whether they overflow at all."""
        scene = self.scene()
        room = scene.content_px - (scene.body_bottom_px - scene.header_px)
        if room <= 0.5:
            return False
        self.scroll_to(min(max(self._scroll + by_px, 0.0), room))
        return True

    def scroll_to(self, scroll_px: float) -> None:
        """Show the lanes from a height on."""
        self._scroll = scroll_px
        self.forget()

    def reveal_lane(self, row: int) -> None:
        """Scroll as little as needed to have the lane of a row in view; one that is too high from its top on."""
        scene, builder = self.scene(), self.builder()
        body = scene.body_bottom_px - scene.header_px
        lane = builder.bands(level(scene.level), body)[int(builder.index.lanes.lane_of_row[row])]
        top, bottom = lane.y_px, lane.y_px + lane.height_px
        wanted = min(max(scene.scroll_px, bottom - body), top)
        if wanted != scene.scroll_px:
            self.scroll_to(wanted)

    @property
    def _first_chart(self) -> int | None:
        return self._chart if self._charts_shown else None

    def show_charts(self, shown: bool, every: bool) -> None:
        """Show charts at the foot, or none; ``every`` lets them take more of the height, so that more stand there."""
        if (shown, every) != (self._charts_shown, self._all_charts):
            self._charts_shown, self._all_charts = shown, every
            self.forget()

    def next_chart(self) -> None:
        """Show the charts behind those that are shown, after the last one the first."""
        charts = self.scene().charts
        if charts and charts[0].page:
            self._chart = charts[-1].number % charts[0].of
            self.forget()

    def hit_counts(self) -> Sequence[int]:
        """How many hits each of the scene's clusters folds; empty where nothing is searched."""
        hits = self._navigator.hits
        if hits is None or self._navigator.hide_others:
            return ()
        if self._hits is None:
            self._hits = HitCounts(self.builder().index, hits)
        return self._hits.counts(self.scene())

    def _on_timeline_changed(self) -> None:
        path = self._navigator.timeline.path
        if path is None or path != self._file:  # a later state of the same file keeps its lanes as they were put
            self._orders.clear()
        self._file = path

    def _on_grouping_changed(self) -> None:
        lanes = self.maker.lanes()
        if self._builder is None or (lanes is not None and lanes is not self._all_lanes):
            self._start_anew()

    def _start_anew(self) -> None:
        self._indexing.cancel()
        self._builder = self._hits = self._last = self._drawn = self._standing = None
        self._morph.stop()
        self.forget()
        self.layout_changed.emit()

    def _on_hits_changed(self) -> None:
        self._hits = None
        if self._navigator.hide_others:
            self._start_anew()
        else:
            self.changed.emit()
