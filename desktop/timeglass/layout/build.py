"""Build scenes: columns, a viewport and a size become a frozen scene, at a cost that follows pixels, not events."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.ticks import ticks
from timeglass.events.event import text_in
from timeglass.events.timeline import Timeline
from timeglass.layout.ahead import Aim, LevelAhead, cells_in_view, solve_in_steps
from timeglass.layout.arrangement import Arrangements
from timeglass.layout.bars import BarSlots
from timeglass.layout.boxes import Frame, place
from timeglass.layout.cells import CellLayout
from timeglass.layout.charts import Charts
from timeglass.layout.echoes import Echoes
from timeglass.layout.eras import EraRows
from timeglass.layout.lane_heights import LaneBand, bar_demand, demand, stack
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.lanes import Lane, Lanes
from timeglass.layout.level import Level, level_for
from timeglass.layout.scale import Scale
from timeglass.layout.scene import LaneStrip, Scene
from timeglass.layout.slots import BOLD_FROM, Fonts
from timeglass.layout.viewport import Viewport

RULER_PX: Final = 44.0
GUTTER_PX: Final = 124.0
_GUTTER_SHARE: Final = 0.16
"""The gutter takes no more of a narrow window than this,"""
LEAST_GUTTER_PX: Final = 84.0
_MOST_SHARE: Final = 0.25
"""unless names would be too short to be told apart."""
_KEPT_LEVELS: Final = 12
_LONGEST_LABEL: Final = 240
"""Characters of a title that a label can show at most (wider than any screen)."""


class SceneBuilder:
    """Builds scenes of one timeline, grouping and set of shown rows; keeps what neighbouring frames share.

    ``language`` chooses among the texts of a multilingual file. ``rows`` are the rows that pass a filter (ascending),
    or None for all. ``collapsed`` lanes show clusters only. ``index`` is that of lanes and rows, where it is at hand.
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
        index: LaneIndex | None = None,
    ) -> None:
        head = timeline.head
        self.timeline = timeline
        self.index = LaneIndex(timeline.columns, lanes, rows) if index is None else index
        self._lanes: tuple[Lane, ...] = lanes.lanes
        self._fonts = fonts
        self._language = language
        self._collapsed = collapsed
        self._hidden_lanes = hidden_lanes
        self._bars = BarSlots(self.index)
        self.echoes = Echoes(self.index, rows)
        self._echoing = self.echoes.lanes()
        self._eras = EraRows(head.eras, dict(head.tracks), language, head.language)
        self._charts = Charts(head.series, timeline.numbers, language, head.language, fonts.plain)
        self._demands: dict[int, tuple[list[int], list[int]]] = {}
        self._bands: OrderedDict[tuple[int, float], list[LaneBand]] = OrderedDict()
        self._arrangements: OrderedDict[tuple[int, tuple[tuple[int, int], ...]], Arrangements] = OrderedDict()
        self._titles: dict[int, str] = {}
        self._title_px: dict[int, float] = {}
        self._ahead = LevelAhead(self)

    @property
    def header_px(self) -> float:
        """Height of eras and ruler together."""
        return self._eras.height_px + RULER_PX

    def gutter_px(self, width_px: float) -> float:
        """Width of the column of names in a widget of a width; 0 where there is nothing to name."""
        named = any(lane.label for lane in self._lanes) or self._eras.names or len(self._charts)
        least = min(LEAST_GUTTER_PX, round(width_px * _MOST_SHARE))
        return min(GUTTER_PX, max(round(width_px * _GUTTER_SHARE), least)) if named else 0.0

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
            known = self._bands[key] = stack(*wanted, body_px, self._collapsed, self._echoing)
            while len(self._bands) > 4 * _KEPT_LEVELS:
                self._bands.popitem(last=False)
        return known

    def title_px(self, row: int) -> float:
        """Width of a row's whole label."""
        found = self._title_px.get(row)
        if found is None:
            bold = int(self.timeline.columns.importance[row]) >= BOLD_FROM
            fonts = self._fonts.bold if bold else self._fonts.plain
            found = self._title_px[row] = fonts.width(self.title(row))
        return found

    def arrangements(self, level: Level, bands: Sequence[LaneBand]) -> Arrangements:
        """What a level shows, worked out on demand; the latest few levels are kept."""
        slots = tuple((band.bar_slots, band.label_slots) for band in bands)
        key = (level.number, slots)
        found = self._arrangements.get(key)
        if found is None:
            cells = CellLayout(self.index, self._bars, level, slots)
            found = self._arrangements[key] = Arrangements(self.index, cells, self.title_px)
            while len(self._arrangements) > _KEPT_LEVELS:
                self._arrangements.popitem(last=False)
        else:
            self._arrangements.move_to_end(key)
        return found

    def solve(self, viewport: Viewport, width_px: float, height_px: float) -> Iterator[float]:
        """Solve what :meth:`build` will ask for, without charts; yields the share done: one may stop there."""
        scale = Scale(viewport, max(width_px - self.gutter_px(width_px), 1.0))
        body_px = max(height_px - self.header_px, 0.0)
        yield from solve_in_steps(self, level_for(scale.seconds_per_px), viewport.span, body_px)

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
        goal: Viewport | None = None,
    ) -> Scene:
        """The scene of a viewport in a widget of a size.

        ``now`` is the instant of the "today" line, if any; ``chart`` the number of the first chart at the foot, or
        None; with ``all_charts`` they take more of the height.
        With a budget the view is in motion (to ``goal``, if that is known), and level steps are spread over several
        frames: meanwhile the scene is of a coarser level and says so (``coarse``). Without, the same view is the same
        scene.
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
            aim = None
            if goal is not None:
                aim = Aim(level_for(goal.length / plot).number, goal.span)
            level = self._ahead.choose(wanted, viewport.span, aim, bottom - header, in_view, budget_ms)
        bands = self.bands(level, bottom - header)
        content = bands[-1].y_px + bands[-1].height_px if bands else 0.0
        scroll = min(max(scroll_px, 0.0), max(0.0, content - (bottom - header)))
        top = header - scroll
        lanes = _lanes_between(bands, scroll, scroll + bottom - header)
        arrangement = self.arrangements(level, bands).of(lanes, *cells_in_view(level, viewport.span))
        shown = bands[lanes.start : lanes.stop]
        frame = Frame(scale, lanes, shown, [self._lanes[lane].category for lane in lanes], top)
        placed = place(arrangement, frame, level, self.index, self._fonts, self.title)
        strips = tuple(
            LaneStrip(
                lane,
                band.y_px + top,
                band.height_px,
                self._lanes[lane].label,
                self._lanes[lane].category,
                self.index.counts[lane],
                lane in self._collapsed,
            )
            for lane, band in zip(lanes, shown, strict=True)
        )
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
            lanes=strips,
            hidden_lanes=self._hidden_lanes,
            boxes=placed.boxes,
            clusters=placed.clusters,
            echoes=self.echoes.place(lanes, shown, top, scale, level),
            aside=placed.aside,
            tracks=self._eras.names,
            eras=self._eras.bands(scale, self._fonts.plain),
            charts=charts,
            ticks=ticks(viewport.span, scale.seconds_per_px, self._fonts.plain.width, self._language),
            today_x_px=today if today is not None and 0 <= today <= plot else None,
        )


def _lanes_between(bands: Sequence[LaneBand], top_px: float, bottom_px: float) -> range:
    """Places of the lanes that share a pixel with a stretch of the content."""
    inside = [
        place for place, band in enumerate(bands) if band.y_px <= bottom_px and band.y_px + band.height_px >= top_px
    ]
    return range(inside[0], inside[-1] + 1) if inside else range(0)
