"""Charts: place and paint one series, offscreen, against the bare ink of as many columns."""

import gc
import time
from collections.abc import Iterator
from statistics import median

import numpy as np
from msgspec.structs import replace
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from bench.figures import Figure
from bench.frames_bench import WIDTH, percentile
from timeglass.chrono.edtf import parse
from timeglass.chrono.instant import instant
from timeglass.events.event import Point, Series
from timeglass.events.numbers import Numbers
from timeglass.events.timeline import Head, make_timeline
from timeglass.layout.build import SceneBuilder
from timeglass.layout.charts import Charts
from timeglass.layout.lanes import make_lanes
from timeglass.layout.viewport import Viewport
from timeglass.paint.fonts import label_fonts
from timeglass.paint.series_painter import SeriesPainter
from timeglass.paint.sprites import Sprites
from timeglass.paint.theme import LIGHT

SIZES = (100, 10_000, 1_000_000)
HEIGHT = 900
_START, _END = instant(1990), instant(2026)
STEPS = 60


def numbers(count: int) -> Numbers:
    """So many values at random times; every other one has a range."""
    random = np.random.default_rng(count)
    value = np.cumsum(random.normal(0.0, 1.0, count))
    low = np.where(np.arange(count) % 2, value - 1.0, np.nan)
    at = np.sort(random.integers(_START, _END, count))
    return Numbers(at, value, low, low + 2.0, np.arange(count), np.zeros(count, np.bool_))


def floor_ms(image: QImage) -> float:
    """Median of a fill of the chart's ground and a rectangle a pixel of width."""
    taken = []
    rects = [QRectF(x, 20.0 + x % 40, 1.0, 12.0) for x in range(WIDTH)]
    for _ in range(40):
        begun = time.perf_counter()
        painter = QPainter(image)
        painter.fillRect(0, 0, WIDTH, 90, QColor(LIGHT.canvas))
        painter.setBrush(QColor("#3c8fc7"))
        painter.drawRects(rects)
        painter.end()
        taken.append((time.perf_counter() - begun) * 1e3)
    return median(taken)


def run(_largest: int) -> list[Figure]:
    """Figures for series of some sizes: 60 steps in from the whole span, 60 to the side."""
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    floor, fonts = floor_ms(image), label_fonts()
    series = Series(id="s", title="Series", unit="%", points=(Point(date=parse("1990"), value=1.0),))
    timeline = make_timeline(Head(), [])
    builder = SceneBuilder(timeline, make_lanes(timeline, "none"), fonts)
    figures = []
    for count in SIZES:
        charts = Charts([series], [numbers(count)], "en", "en", fonts.plain)
        painter_of = SeriesPainter(LIGHT, Sprites(LIGHT.canvas, 1.0, False))
        taken = []
        gc.collect()
        gc.freeze()  # as the window does when it is there
        for view in walk():
            empty = builder.build(view, WIDTH, HEIGHT)
            start = time.perf_counter()
            scene = replace(empty, charts=charts.place(empty.scale, HEIGHT, 0))
            painter = QPainter(image)
            painter_of.paint(painter, scene)
            painter.end()
            taken.append((time.perf_counter() - start) * 1e3)
        gc.unfreeze()
        figures += [
            Figure(f"series of {count:,} values", count, "median", median(taken[1:]), "ms", floor),
            Figure(f"series of {count:,} values", count, "p99", percentile(taken[1:], 0.99), "ms", floor),
        ]
    return figures


def walk() -> Iterator[Viewport]:
    """The whole span, 60 steps into it, 60 steps to the side."""
    view = whole = Viewport.of(_START, 0.0, float(_END - _START))
    yield whole
    for _ in range(STEPS):
        view = view.zoomed(1.12, 0.4)
        yield view
    for step in range(STEPS):
        yield whole.zoomed(3.0).panned(0.02 * step)
