"""Paints the strip into a job in the form that it asks for: bands on the first pages, or a long one for a wall."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from timeglass.export.job import HEAD_AND_FOOT_MM, Cancelled, ExportJob, Wall
from timeglass.export.pages import TRIM_MM
from timeglass.export.steps import Steps
from timeglass.export.strip import PX_PER_MM, scene_svg, strip_scene, strip_words, viewport_of_rows
from timeglass.export.strip_svg import proportion
from timeglass.formats.loading import paused_collector
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport

BANDS: Final = (1, 2, 3, 4, 6)
"""Into how many bands a strip may be parted: the first number with which enough events carry their label."""
SHEETS: Final = (2, 3, 4, 6, 8, 12, 16)
"""Widths of a wall strip, in pages."""
LABELLED: Final = 0.5
"""Share of the events that shall carry a label in bands."""
LABELLED_ON_WALLS: Final = 0.95
MOST_IN_BANDS: Final = 1_500
"""Events from which on bands would not help: a page has room for some eighty labels."""
_BETWEEN_BANDS_MM: Final = 8.0
_TILE_FOOT_MM: Final = 6.0
_LONGEST_MM: Final = 5_000.0
"""PDF allows 14,400 points a side (ISO 32000-1, annex C.2)."""


def labelled_share(scenes: Sequence[Scene]) -> float:
    """Share of the events of some scenes that carry a label; 1 where there are none."""
    labels = sum(1 for scene in scenes for box in scene.boxes if box.label)
    plain = sum(1 for scene in scenes for box in scene.boxes if not box.label)
    folded = sum(cluster.count for scene in scenes for cluster in scene.clusters)
    return labels / (labels + plain + folded) if labels + plain + folded else 1.0


def parted(viewport: Viewport, count: int) -> list[Viewport]:
    """A viewport in equal parts, one after the other."""
    length = viewport.length / count
    return [Viewport.of(viewport.start, viewport.fraction + part * length, length) for part in range(count)]


def with_strip(job: ExportJob, cancelled: Cancelled | None = None) -> ExportJob:
    """The job with its strip painted; the same job where none is wanted. Raises ExportCancelledError."""
    if job.strip == "none" or not len(job.rows):
        return job
    job = replace(job, strip_alt=strip_words(job.timeline, job.rows, job.language, job.lanes))
    steps = Steps(cancelled=cancelled)
    with paused_collector():
        return _with_wall(job, steps) if job.strip in ("foldout", "tiles") else _with_bands(job, steps)


def _scene(job: ExportJob, viewport: Viewport, width_mm: float, tallest_mm: float | None, steps: Steps) -> Scene:
    width, tallest = width_mm * PX_PER_MM, tallest_mm * PX_PER_MM if tallest_mm else None
    return strip_scene(job.timeline, job.rows, width, viewport, job.lanes, job.language, tallest, steps)


def _with_bands(job: ExportJob, steps: Steps) -> ExportJob:
    viewport = job.viewport or viewport_of_rows(job.timeline, job.rows)
    scenes: list[Scene] = []
    for count in BANDS if len(job.rows) <= MOST_IN_BANDS else BANDS[:1]:
        # Two bands a page: each is wide enough to read, and a page is well filled.
        room = job.strip_height_mm if count == 1 else (job.band_height_mm - _BETWEEN_BANDS_MM) / 2
        scenes = [_scene(job, part, job.strip_width_mm, room, steps) for part in parted(viewport, count)]
        if labelled_share(scenes) >= LABELLED:
            break
    return replace(job, strip_svg=tuple(scene_svg(scene, job.timeline, steps=steps) for scene in scenes))


def _with_wall(job: ExportJob, steps: Steps) -> ExportJob:
    viewport = job.viewport or viewport_of_rows(job.timeline, job.rows)
    page_width, page_height = job.page_mm
    tiles = job.strip == "tiles"
    width = page_width - 2 * TRIM_MM if tiles else page_width
    height = page_height - 2 * TRIM_MM - _TILE_FOOT_MM if tiles else page_height - HEAD_AND_FOOT_MM
    most = [count for count in SHEETS if tiles or count * width <= _LONGEST_MM]
    sheets = 1
    for sheets in most:
        scene = _scene(job, viewport, sheets * width, height, steps)
        if labelled_share([scene]) >= LABELLED_ON_WALLS:
            break
    svg = scene_svg(scene, job.timeline, steps=steps)
    # Where few lanes need less height than there is, the chart is as low as it needs.
    needed = min(height, sheets * width * proportion(svg))
    wall = Wall(form=job.strip, width=round(width, 2), height=round(needed, 2), sheets=sheets)
    return replace(job, strip_svg=svg, wall=wall)
