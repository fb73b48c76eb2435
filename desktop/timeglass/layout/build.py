"""Build scenes: columns, a viewport and a size become a frozen scene, at a cost that follows pixels, not events."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.ticks import ticks
from timeglass.events.event import text_in
from timeglass.events.timeline import Timeline
from timeglass.layout.ahead import LevelAhead, cells_in_view
from timeglass.layout.bars import Bar, BarSlots
from timeglass.layout.cells import CellLayout, Folded, subcell_edges
from timeglass.layout.charts import Charts
from timeglass.layout.eras import EraRows
from timeglass.layout.lane_heights import LaneBand, bar_demand, demand, stack
from timeglass.layout.lane_index import FAR, LaneIndex
from timeglass.layout.lanes import Lane, Lanes
from timeglass.layout.level import SUBCELLS, Level, level_for
from timeglass.layout.scale import Scale
from timeglass.layout.scene import Box, Cluster, LaneStrip, Scene
from timeglass.layout.slots import BoxMaker, Fonts, items_of
from timeglass.layout.viewport import Viewport

RULER_PX: Final = 44.0
GUTTER_PX: Final = 124.0
_GUTTER_SHARE: Final = 0.16
"""The gutter takes no more of a narrow window than this."""
_KEPT_LEVELS: Final = 12
_LONGEST_LABEL: Final = 240
"""Characters of a title that a label can show at most (wider than any screen)."""


class SceneBuilder:
    """Builds scenes of one timeline, grouping and set of shown rows; keeps what neighbouring frames share.

    ``language`` chooses among the texts of a multilingual file. ``rows`` are the rows that pass a filter (ascending),
    or None for all. ``collapsed`` lanes show clusters only.
    """

    def __init__(
        self,
        timeline: Timeline,
        lanes: Lanes,
        fonts: Fonts,
        language: str = "en",
        rows: NDArray[np.int32] | None = None,
        collapsed: frozenset[int] = frozenset(),
        hidden_lanes: int = 0,
    ) -> None:
        head = timeline.head
        self.timeline = timeline
        self.index = LaneIndex(timeline.columns, lanes, rows)
        self._lanes: tuple[Lane, ...] = lanes.lanes
        self._fonts = fonts
        self._language = language
        self._collapsed = collapsed
        self._hidden_lanes = hidden_lanes
        self._bars = BarSlots(self.index)
        self._eras = EraRows(head.eras, dict(head.tracks), language, head.language)
        self._charts = Charts(head.series, timeline.numbers, language, head.language, fonts.plain)
        self._demands: dict[int, tuple[list[int], list[int]]] = {}
        self._bands: OrderedDict[tuple[int, float], list[LaneBand]] = OrderedDict()
        self._layouts: OrderedDict[tuple[int, tuple[tuple[int, int], ...]], CellLayout] = OrderedDict()
        self._titles: dict[int, str] = {}
        self._ahead = LevelAhead(self, self._bars)

    @property
    def header_px(self) -> float:
        """Height of eras and ruler together."""
        return self._eras.height_px + RULER_PX

    def gutter_px(self, width_px: float) -> float:
        """Width of the column of names in a widget of a width; 0 where there is nothing to name."""
        named = any(lane.label for lane in self._lanes) or self._eras.names or len(self._charts)
        return min(GUTTER_PX, round(width_px * _GUTTER_SHARE)) if named else 0.0

    def title(self, row: int) -> str:
        """The text that labels a row."""
        found = self._titles.get(row)
        if found is None:
            text = text_in(self.timeline.events[row].title, self._language, self.timeline.head.language)
            found = self._titles[row] = text[:_LONGEST_LABEL]
        return found

    def bands(self, level: Level, body_px: float) -> list[LaneBand]:
        """Vertical places of all lanes at a level in a body of some height."""
        key = (level.number, body_px)
        known = self._bands.get(key)
        if known is None:
            wanted = self._demands.get(level.number)
            if wanted is None:
                lanes = range(len(self._lanes))
                wanted = (
                    [demand(self.index, lane, level) for lane in lanes],
                    [bar_demand(self.index, lane, level) for lane in lanes],
                )
                self._demands[level.number] = wanted
            known = self._bands[key] = stack(*wanted, body_px, self._collapsed)
            while len(self._bands) > 4 * _KEPT_LEVELS:
                self._bands.popitem(last=False)
        return known

    def layout(self, level: Level, bands: list[LaneBand]) -> CellLayout:
        """Cells of a level; the latest few levels are kept."""
        slots = tuple((band.bar_slots, band.label_slots) for band in bands)
        key = (level.number, slots)
        found = self._layouts.get(key)
        if found is None:
            found = self._layouts[key] = CellLayout(self.index, self._bars, level, slots)
            while len(self._layouts) > _KEPT_LEVELS:
                self._layouts.popitem(last=False)
        else:
            self._layouts.move_to_end(key)
        return found

    def build(
        self,
        viewport: Viewport,
        width_px: float,
        height_px: float,
        scroll_px: float = 0.0,
        now: int | None = None,
        chart: int | None = 0,
        budget_ms: float | None = None,
        all_charts: bool = False,
    ) -> Scene:
        """The scene of a viewport in a widget of a size.

        ``now`` is the instant of the "today" line, if any; ``chart`` the number of the first chart at the foot, or
        None; with ``all_charts`` they take more of the height.
        With a budget a level step may be spread over several frames: until it is solved, the scene is that of a
        coarser level and says so (``coarse``); the same call again goes on. Without, the same view is the same scene.
        """
        gutter = self.gutter_px(width_px)
        plot = max(width_px - gutter, 1.0)
        scale = Scale(viewport, plot)
        wanted = level_for(scale.seconds_per_px)
        header = self.header_px
        charts = () if chart is None else self._charts.place(scale, height_px, chart, all_charts)
        bottom = max(charts[0].y_px if charts else height_px, header)

        def in_view(bands: Sequence[LaneBand]) -> range:
            return _lanes_between(bands, scroll_px, scroll_px + bottom - header)

        if budget_ms is None:
            level = wanted
            self._ahead.show(wanted)
        else:
            level = self._ahead.choose(wanted, viewport.span, bottom - header, in_view, budget_ms)
        bands = self.bands(level, bottom - header)
        content = bands[-1].y_px + bands[-1].height_px if bands else 0.0
        scroll = min(max(scroll_px, 0.0), max(0.0, content - (bottom - header)))
        layout = self.layout(level, bands)
        boxes: list[Box] = []
        clusters: list[Cluster] = []
        strips: list[LaneStrip] = []
        maker = BoxMaker(self.timeline.columns, scale, self._fonts, self.title)
        for lane, band in enumerate(bands):
            top = header - scroll
            if band.y_px + top + band.height_px < header or band.y_px + top > bottom:
                continue
            strips.append(
                LaneStrip(
                    lane,
                    band.y_px + top,
                    band.height_px,
                    self._lanes[lane].label,
                    self._lanes[lane].category,
                    self.index.counts[lane],
                    lane in self._collapsed,
                )
            )
            self._lane(lane, band, top, scale, layout, maker, boxes, clusters)
        today = None if now is None else scale.x(now)
        return Scene(
            scale=scale,
            width_px=plot,
            height_px=height_px,
            gutter_px=gutter,
            level=level.number,
            coarse=level is not wanted,
            header_px=header,
            ruler_y_px=header - RULER_PX,
            body_bottom_px=bottom,
            scroll_px=scroll,
            content_px=content,
            lanes=tuple(strips),
            hidden_lanes=self._hidden_lanes,
            boxes=tuple(boxes),
            clusters=tuple(clusters),
            aside=tuple(maker.aside),
            tracks=self._eras.names,
            eras=self._eras.bands(scale, self._fonts.plain),
            charts=charts,
            ticks=ticks(viewport.span, scale.seconds_per_px, self._fonts.plain.width, self._language),
            today_x_px=today if today is not None and 0 <= today <= plot else None,
        )

    def _lane(
        self,
        lane: int,
        band: LaneBand,
        top: float,
        scale: Scale,
        layout: CellLayout,
        maker: BoxMaker,
        boxes: list[Box],
        clusters: list[Cluster],
    ) -> None:
        """Add a lane's boxes and clusters."""
        level, x = layout.level, scale.mapper()
        view = scale.viewport.span
        cells = layout.cells(lane, *cells_in_view(level, view))
        bars: list[Bar] = []
        if band.bar_slots:
            margin = level.cell_seconds
            start, end = max(view.start, -FAR), min(view.end, FAR)
            bars = self._bars.overlapping(lane, level.bar_class, start - margin, end + margin)
        placed = [one for cell in cells for one in cell.placed]
        items, dropped = items_of(bars, placed, x, self.index, band.bar_slots)
        boxes += maker.boxes(items, lane, band, top)
        folded = [one for cell in cells for one in cell.folded]
        if dropped:
            folded = list(_with_dropped(folded, dropped, self.index, level))
        y = band.cluster_y + top
        columns = self.timeline.columns
        category = self._lanes[lane].category
        for one in folded:
            x0, x1 = x(one.first), x(one.last)
            if one.row >= 0:
                x0 = x1 = x(self.index.anchor(one.row))
            if x1 >= 0.0 and x0 <= scale.width_px:
                shade = category if one.row < 0 else int(columns.category[one.row])
                clusters.append(Cluster(lane, one.first, one.last, one.events, one.row, x0, x1, y, 12.0, shade))


def _lanes_between(bands: Sequence[LaneBand], top_px: float, bottom_px: float) -> range:
    """Places of the lanes that share a pixel with a stretch of the content."""
    inside = [
        place for place, band in enumerate(bands) if band.y_px <= bottom_px and band.y_px + band.height_px >= top_px
    ]
    return range(inside[0], inside[-1] + 1) if inside else range(0)


def _with_dropped(folded: Iterable[Folded], dropped: Iterable[int], index: LaneIndex, level: Level) -> Iterable[Folded]:
    """Add rows that lost their slot to their subcells' clusters."""
    by_start = {one.first: one for one in folded}
    width = level.cell_seconds
    for row in dropped:
        at = index.anchor(row)
        edges = subcell_edges(level, at // width, 1)
        place = max(step for step in range(SUBCELLS) if edges[step] <= at)
        known = by_start.get(edges[place])
        count = 1 if known is None else known.events + 1
        by_start[edges[place]] = Folded(edges[place], edges[place + 1], count, row if count == 1 else -1)
    return by_start.values()
