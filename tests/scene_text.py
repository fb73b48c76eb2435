"""A scene as text: what a reference file holds, and what a difference can be read in."""

from collections.abc import Iterator
from typing import Final

from timeglass.events.columns import Mark
from timeglass.layout.scene import Box, ChartPoint, Cluster, Scene

_NOT_SEEN: Final = (Mark.RANGE, Mark.RELATED)
"""Marks for which a box looks no different."""


def scene_text(scene: Scene) -> str:
    """Everything that a scene shows, from top to bottom and left to right, in whole pixels."""
    return "\n".join([*_head(scene), *_eras(scene), *_ruler(scene), *_lanes(scene), *_charts(scene)]) + "\n"


def _head(scene: Scene) -> Iterator[str]:
    yield f"level {scene.level}, plot {scene.width_px:.0f} x {scene.height_px:.0f}, gutter {scene.gutter_px:.0f}"
    yield (
        f"header to {scene.header_px:.0f}, body to {scene.body_bottom_px:.0f}, "
        f"content {scene.content_px:.0f}, scrolled {scene.scroll_px:.0f}"
    )
    if scene.today_x_px is not None:
        yield f"today at {scene.today_x_px:.0f}"


def _eras(scene: Scene) -> Iterator[str]:
    names = {track.y_px: track.label for track in scene.tracks}
    for y in sorted({band.y_px for band in scene.eras} | set(names)):
        yield f"\neras at {y:.0f} {names.get(y, '')}".rstrip()
        for band in scene.eras:
            if band.y_px == y:
                style = " state" if band.states else ""
                yield f"  {_stretch(band.x0_px, band.x1_px)}{style}  {_label(band.label, band.label_x_px)}"


def _ruler(scene: Scene) -> Iterator[str]:
    x = scene.scale.x
    yield f"\nruler at {scene.ruler_y_px:.0f}, step {scene.ticks.step}"
    yield "  " + "  ".join(f"{x(one.start):.0f} {one.label}" for one in scene.ticks.context)
    yield "  " + "  ".join(f"{x(tick.at):.0f}{'|' if tick.major else ''} {tick.label}" for tick in scene.ticks.ticks)


def _lanes(scene: Scene) -> Iterator[str]:
    for strip in scene.lanes:
        yield f"\nlane {strip.lane} {strip.label!r} {strip.y_px:.0f}+{strip.height_px:.0f}, {strip.count} events"
        for box in sorted(scene.boxes, key=lambda box: (box.slot, box.x0_px, box.row)):
            if box.lane == strip.lane:
                yield f"  {box.slot}: {_box(box)}"
        clusters = sorted(scene.clusters, key=lambda one: (one.x0_px, one.x1_px))
        folded = [_cluster(cluster) for cluster in clusters if cluster.lane == strip.lane]
        if folded:
            yield f"  folded: {', '.join(folded)}"
        echoes = [f"{one.x_px:.0f} row {one.row} of {one.count}" for one in scene.echoes if one.lane == strip.lane]
        if echoes:
            yield f"  echoes: {', '.join(echoes)}"


def _box(box: Box) -> str:
    flags = " ".join(str(mark.name).lower() for mark in Mark if box.flags & mark and mark not in _NOT_SEEN)
    if not box.is_bar:
        place = f"mark {box.x0_px:.0f}"
    else:
        core = f" core {_stretch(box.core0_px, box.core1_px)}" if box.core0_px <= box.core1_px else " no core"
        place = f"bar {_stretch(box.x0_px, box.x1_px)}{core}{' cut' if box.cut else ''}"
    words = [f"{place} row {box.row}", "bold" if box.bold else "", flags, _label(box.label, box.label_x_px)]
    return "  ".join(word for word in words if word)


def _cluster(cluster: Cluster) -> str:
    if cluster.row >= 0:
        return f"row {cluster.row} at {cluster.x0_px:.0f}"
    return f"{cluster.count} at {_stretch(cluster.x0_px, cluster.x1_px)}"


def _charts(scene: Scene) -> Iterator[str]:
    for chart in scene.charts:
        place = f"{chart.y_px:.0f}+{chart.height_px:.0f} {chart.page}"
        yield f"\nchart {chart.number} of {chart.of} {chart.title!r} {place}".rstrip()
        yield "  grid " + ", ".join(f"{y:.0f} {text}" for y, text in chart.grid)
        names = (f"{name.x_px:.0f},{name.y_px:.0f} {name.label} ({name.color}, {name.shape})" for name in chart.names)
        yield "  names " + ", ".join(names)
        for line in chart.lines:
            look = line.color, line.shape, line.manner
            yield f"  series {line.series} {look}: {' | '.join('  '.join(map(_value, run)) for run in line.runs)}"


def _value(point: ChartPoint) -> str:
    ends = f" ({point.low_px:.0f} to {point.high_px:.0f})" if point.low_px != point.high_px else ""
    return f"{point.x_px:.0f},{point.y_px:.0f}{ends}"


def _stretch(first: float, last: float) -> str:
    return f"{_far(first)}..{_far(last)}"


def _far(x: float) -> str:
    return f"{x:.0f}" if abs(x) < 1e5 else ("far right" if x > 0 else "far left")


def _label(label: str, x: float) -> str:
    return f"{x:.0f} {label!r}" if label else "no label"
