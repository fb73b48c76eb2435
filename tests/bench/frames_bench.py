"""Frame times: build a scene and paint it, offscreen, 1920×1080, against the floor of the bare ink."""

import gc
import time
from collections.abc import Iterator
from statistics import median

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QStaticText, QTransform

from bench.figures import Figure
from bench.generated import generated
from timeglass import assets
from timeglass.events.timeline import Timeline
from timeglass.formats import load
from timeglass.layout.build import SceneBuilder
from timeglass.layout.lanes import make_lanes
from timeglass.layout.viewport import Viewport
from timeglass.paint.fonts import font, label_fonts
from timeglass.paint.scene_painter import ScenePainter
from timeglass.paint.theme import LIGHT

WIDTH, HEIGHT = 1920, 1080
STEPS = 60
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)


def percentile(values: list[float], share: float) -> float:
    """The value below which a share of the values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def floor_ms(image: QImage) -> float:
    """Median of: fill, 300 rectangles, 300 prepared static texts."""
    texts = []
    for number in range(300):
        text = QStaticText(f"Event number {number} with a title")
        text.prepare(QTransform(), font())
        texts.append(text)
    taken = []
    for _ in range(40):
        begun = time.perf_counter()
        painter = QPainter(image)
        painter.fillRect(0, 0, WIDTH, HEIGHT, QColor(LIGHT.canvas))
        for number in range(300):
            painter.fillRect(QRectF(number % 10 * 190.0, number // 10 * 36.0, 170.0, 14.0), QColor("#3c8fc7"))
        painter.setFont(font())
        painter.setPen(Qt.GlobalColor.black)
        for number, text in enumerate(texts):
            painter.drawStaticText(QPointF(number % 10 * 190.0, number // 10 * 36.0), text)
        painter.end()
        taken.append((time.perf_counter() - begun) * 1e3)
    return median(taken)


def walk(timeline: Timeline) -> Iterator[tuple[str, Viewport]]:
    """60 steps in about the densest place, 60 out again, 60 to the side at a middle depth."""
    whole = Viewport.over(timeline.span)
    view = whole
    starts = timeline.columns.start_earliest
    dense = whole.share_of(int(starts[len(starts) // 2]))
    depth = max(4.0, len(timeline) / 20.0) ** (1.0 / STEPS)
    for _ in range(STEPS):
        view = view.zoomed(depth, min(max(dense, 0.1), 0.9))
        yield "zoom in", view
    for _ in range(STEPS):
        view = view.zoomed(1.0 / depth, 0.5)
        yield "zoom out", view
    view = whole.zoomed(depth ** (STEPS / 2), 0.5)
    for _ in range(STEPS):
        view = view.panned(0.05)
        yield "pan", view


def frames_of(timeline: Timeline, image: QImage) -> tuple[list[float], float, float]:
    """Times of all frames in ms, the time of the very first one, and of building the index."""
    painter_of = ScenePainter(LIGHT, [category.color for category in timeline.head.categories.values()])
    begun = time.perf_counter()
    builder = SceneBuilder(timeline, make_lanes(timeline, "category"), label_fonts())
    prepared = time.perf_counter()
    times: list[float] = []
    first = 0.0
    gc.collect()
    for number, (_, viewport) in enumerate([("first", Viewport.over(timeline.span)), *walk(timeline)]):
        start = time.perf_counter()
        scene = builder.build(viewport, WIDTH, HEIGHT)
        painter = QPainter(image)
        painter_of.paint(painter, scene)
        painter.end()
        took = (time.perf_counter() - start) * 1e3
        if number:
            times.append(took)
        else:
            first = took + (prepared - begun) * 1e3
    return times, first, (prepared - begun) * 1e3


def run(largest: int = SIZES[-1]) -> list[Figure]:
    """Figures for the built-in timeline and generated ones up to a size."""
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    floor = floor_ms(image)
    figures = []
    cases = [("built-in", load(assets.builtin_timeline()).timeline)]
    frames_of(cases[0][1], image)  # warm: fonts and caches of Qt
    for size in SIZES:
        if size <= largest:
            cases += [(f"{kind} {size:,}", None) for kind in ("uniform", "clustered")]
    for name, timeline in cases:
        if timeline is None:
            kind, _, size_text = name.partition(" ")
            timeline = generated(int(size_text.replace(",", "")), kind == "clustered")
        times, first, _ = frames_of(timeline, image)
        count = len(timeline)
        figures += [
            Figure(f"frame, {name}", count, "median", median(times), "ms", floor),
            Figure(f"frame, {name}", count, "p99", percentile(times, 0.99), "ms", floor),
            Figure(f"first frame, {name}", count, "once", first, "ms", floor),
        ]
    return figures
