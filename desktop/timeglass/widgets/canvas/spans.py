"""Spans to zoom to: of an event, a cluster, an era."""

import numpy as np

from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST
from timeglass.events.timeline import Timeline
from timeglass.layout.hit import era_at
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.scene import Cluster, Scene


def event_span(timeline: Timeline, row: int) -> Span:
    """Span of an event; open ends are cut at the timeline's."""
    columns, whole = timeline.columns, timeline.span
    start, end = int(columns.start_earliest[row]), int(columns.end_latest[row])
    start = whole.start if start == OPEN_PAST else start
    end = whole.end if end == OPEN_FUTURE else end + 1
    return Span(start, max(end, start + 1))


def cluster_span(index: LaneIndex, cluster: Cluster, folded: list[int]) -> Span:
    """Span of a cluster's events; where all begin at once, the length of the shortest."""
    rows = np.array(folded, np.int32)
    firsts = index.firsts(rows)
    begins = np.clip(firsts, cluster.first, cluster.last - 1)
    shortest = min(int((index.lasts(rows) - firsts).min()), cluster.last - cluster.first)
    start = int(begins.min())
    return Span(start, max(int(begins.max()) + 1, start + shortest))


def era_span(timeline: Timeline, scene: Scene, x_px: float, y_px: float) -> Span | None:
    """Span of the era under a point of the plot, as far as the timeline reaches; None where there is none."""
    band = era_at(scene, x_px, y_px)
    if band is None:
        return None
    span, whole = timeline.head.eras[band.era].date.bounds.span, timeline.span
    return Span(max(span.start, whole.start), min(span.end, whole.end))
