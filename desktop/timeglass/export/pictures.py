"""Pictures of the timeline: SVG with text as text or as outlines, and PNG at any width."""

from dataclasses import replace
from typing import Final

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter

from timeglass.chrono.span_text import read_range
from timeglass.errors import UsageError
from timeglass.events.event import text_in
from timeglass.export.job import LONGEST_SIDE_PX, ExportJob
from timeglass.export.outlines import outlined
from timeglass.export.strip import scene_svg, strip_scene
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport
from timeglass.paint.scene_painter import ScenePainter
from timeglass.paint.theme import DARK, LIGHT, Theme

_CLEAR: Final = "#00ffffff"


def _theme(job: ExportJob) -> Theme:
    theme = DARK if job.picture.dark else LIGHT
    return replace(theme, canvas=_CLEAR) if job.picture.transparent else theme


def view_of(job: ExportJob) -> Viewport | None:
    """What the job's picture shows; None fits the events."""
    if job.viewport is None and job.view_range:
        return Viewport.over(read_range(job.view_range).bounds.span)
    return job.viewport


def _scene(job: ExportJob) -> Scene:
    rows = job.rows.astype(np.int32)
    return strip_scene(job.timeline, rows, job.picture.logical_px, view_of(job), job.lanes, job.language)


def picture_svg(job: ExportJob) -> tuple[bytes, tuple[str, ...]]:
    """The job's events over its range as SVG, and warnings (there are none)."""
    head = job.timeline.head
    svg = scene_svg(_scene(job), job.timeline, _theme(job), text_in(head.title, job.language, head.language))
    return outlined(svg) if job.picture.outlines else svg, ()


def picture_png(job: ExportJob) -> tuple[bytes, tuple[str, ...]]:
    """The same as PNG. UsageError beyond 16,384 pixels a side."""
    image = picture_image(job)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise UsageError(f"a picture of {image.width()} × {image.height()} pixels cannot be written")
    return bytes(buffer.data().data()), ()


def picture_image(job: ExportJob) -> QImage:
    """The picture in memory. UsageError beyond 16,384 pixels a side."""
    scene = _scene(job)
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
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    colors = [category.color for category in job.timeline.head.categories.values()]
    ScenePainter(_theme(job), colors, factor).paint(painter, scene)
    painter.end()
    return image
