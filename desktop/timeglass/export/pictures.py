"""Pictures of the timeline: SVG with text as text or as outlines, and PNG at any width."""

from dataclasses import replace
from typing import Final

import numpy as np
from PySide6.QtGui import QColor, QImage, QPainter

from timeglass.chrono.span_text import read_range
from timeglass.errors import UsageError
from timeglass.events.event import text_in
from timeglass.export.coverage import missing_in
from timeglass.export.fallback import fallback_for
from timeglass.export.glyphs import Fitter
from timeglass.export.job import LONGEST_SIDE_PX, ExportJob
from timeglass.export.outlines import outlined
from timeglass.export.png import png_bytes
from timeglass.export.steps import UNWATCHED, Steps
from timeglass.export.strip import scene_svg, strip_scene
from timeglass.formats.loading import paused_collector
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport
from timeglass.paint.scene_painter import ScenePainter
from timeglass.paint.theme import DARK, LIGHT, Theme

PAINTING: Final = "Painting the picture"
_BAND: Final = 1_000
"""Rows that are filled at a time."""
_CLEAR: Final = "#00ffffff"


def _theme(job: ExportJob) -> Theme:
    theme = DARK if job.picture.dark else LIGHT
    return replace(theme, canvas=_CLEAR) if job.picture.transparent else theme


def view_of(job: ExportJob) -> Viewport | None:
    """What the job's picture shows; None fits the events."""
    if job.viewport is None and job.view_range:
        return Viewport.over(read_range(job.view_range).bounds.span)
    return job.viewport


def _scene(job: ExportJob, steps: Steps) -> Scene:
    rows = job.rows.astype(np.int32)
    width_px = job.picture.logical_px
    return strip_scene(job.timeline, rows, width_px, view_of(job), job.lanes, job.language, steps=steps)


def _warnings(scene: Scene, language: str) -> tuple[str, ...]:
    """What a person should know of a picture whose letters are drawn."""
    labels = (thing.label for things in (scene.boxes, scene.lanes, scene.tracks, scene.eras) for thing in things)
    text = "".join(labels)
    missing = missing_in(text)
    if not missing:
        return ()
    fitter = Fitter(fallback_for(missing, language))
    fitter.learn(text)
    return tuple(fitter.warnings("shown as a box"))


def picture_svg(job: ExportJob, steps: Steps = UNWATCHED) -> tuple[bytes, tuple[str, ...]]:
    """The job's events over its range as SVG, and warnings. Raises ExportCancelledError."""
    head = job.timeline.head
    title = text_in(head.title, job.language, head.language)
    with paused_collector():
        scene = _scene(job, steps.part(0.0, 0.4))
        painting = steps.part(0.4, 0.6 if job.picture.outlines else 1.0, PAINTING)
        svg = scene_svg(scene, job.timeline, _theme(job), title, painting)
        if not job.picture.outlines:  # whoever shows it chooses the fonts
            return svg, ()
        return outlined(svg, steps.part(0.6, 1.0, PAINTING)), _warnings(scene, job.language)


def picture_png(job: ExportJob, steps: Steps = UNWATCHED) -> tuple[bytes, tuple[str, ...]]:
    """The same as PNG. UsageError beyond 16,384 pixels a side."""
    with paused_collector():
        scene = _scene(job, steps.part(0.0, 0.3))
        image = _painted(scene, job, steps.part(0.3, 0.6))
    return png_bytes(image, steps.part(0.6, 1.0, PAINTING)), _warnings(scene, job.language)


def _fill(image: QImage, color: int, steps: Steps) -> None:
    """Fill an image band by band: a huge one's memory comes with the first touch, and slowly."""
    pixels = np.frombuffer(image.bits(), np.uint32).reshape(image.height(), image.width())
    for top in range(0, image.height(), _BAND):
        steps.check()
        pixels[top : top + _BAND] = color


def _painted(scene: Scene, job: ExportJob, steps: Steps) -> QImage:
    """The picture in memory. UsageError beyond 16,384 pixels a side; ExportCancelledError."""
    factor = job.picture.scale_factor
    width = round((scene.gutter_px + scene.width_px) * factor)
    height = round(scene.height_px * factor)
    if max(width, height) > LONGEST_SIDE_PX:
        raise UsageError(f"a picture of {width} × {height} pixels is too large; at most {LONGEST_SIDE_PX} a side")
    formats = QImage.Format
    image = QImage(
        width, height, formats.Format_ARGB32_Premultiplied if job.picture.transparent else formats.Format_RGB32
    )
    if image.isNull():
        raise UsageError(f"there is no memory for a picture of {width} × {height} pixels")
    image.setDevicePixelRatio(factor)
    _fill(image, 0 if job.picture.transparent else QColor(_theme(job).canvas).rgba(), steps)
    painter = QPainter(image)
    colors = [category.color for category in job.timeline.head.categories.values()]
    try:
        scene_painter = ScenePainter(_theme(job), colors, factor)
        scene_painter.paint_in_pieces(painter, scene, steps.part(0.0, 1.0, PAINTING).tell)
    finally:
        painter.end()
    return image
