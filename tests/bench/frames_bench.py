"""Frame times: build a scene and paint it, offscreen, 1920×1080, against the floor of the bare ink."""

import gc
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QStaticText, QTransform

from bench.figures import Figure
from bench.generated import generated
from timeglass import assets
from timeglass.events.timeline import Timeline
from timeglass.formats import load
from timeglass.layout.build import SceneBuilder
from timeglass.layout.first_look import FROM_ROWS, FirstLook
from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.lanes import make_lanes
from timeglass.layout.level import level_for
from timeglass.layout.viewport import Viewport
from timeglass.paint.fonts import font, label_fonts
from timeglass.paint.scene_painter import ScenePainter
from timeglass.paint.theme import LIGHT
from timeglass.widgets.canvas.scene_keeper import BUDGET_MS
from timeglass.widgets.timeline_view import FRESH_LABELS

WIDTH, HEIGHT = 1920, 1080
STEPS = 60
SIZES = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)


def percentile(values: list[float], share: float) -> float:
    """The value below which a share of the values lies (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def floor_ink() -> Callable[[QPainter], None]:
    """Draws 300 rectangles and 300 texts, all prepared."""
    label, color, pen = font(), QColor("#3c8fc7"), QColor(LIGHT.text)
    places = [QPointF(number % 10 * 190.0, number // 10 * 36.0) for number in range(300)]
    rects = [QRectF(place.x(), place.y(), 170.0, 14.0) for place in places]
    texts = []
    for number in range(300):
        text = QStaticText(f"Event number {number} with a title")
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
        text.prepare(QTransform(), label)
        texts.append(text)

    def draw(painter: QPainter) -> None:
        for rect in rects:
            painter.fillRect(rect, color)
        painter.setFont(label)
        painter.setPen(pen)
        for place, text in zip(places, texts, strict=True):
            painter.drawStaticText(place, text)

    return draw


def floor_ms(image: QImage) -> float:
    """Median of: fill, 300 rectangles, 300 prepared static texts."""
    draw, ground = floor_ink(), QColor(LIGHT.canvas)
    taken = []
    for _ in range(40):
        begun = time.perf_counter()
        painter = QPainter(image)
        painter.fillRect(0, 0, WIDTH, HEIGHT, ground)
        draw(painter)
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


@dataclass
class Walked:
    """What a walk through a timeline cost, in ms."""

    times: list[float]
    first: float
    """The very first frame, with all that has to be made before it."""
    index: float
    """What bisection needs, made whole (of very many events in the background, behind the first frame)."""
    index_bytes: int
    """What that keeps, beyond the columns."""
    unfinished: int
    """Frames that showed a coarser level, or left out labels, until the next one."""


def frames_of(timeline: Timeline, image: QImage, in_motion: bool) -> Walked:
    """Times of all frames: ``in_motion`` as the window draws them while it glides, else each whole at once."""
    painter_of = ScenePainter(LIGHT, [category.color for category in timeline.head.categories.values()])
    whole_view = Viewport.over(timeline.span)
    begun = time.perf_counter()
    lanes, index = make_lanes(timeline, "category"), None
    if len(timeline) >= FROM_ROWS:  # as the window does
        index = FirstLook(timeline.columns, lanes, None, level_for(whole_view.length / WIDTH))
    builder = SceneBuilder(timeline, lanes, label_fonts(), index=index)
    walked = Walked([], 0.0, 0.0, 0, 0)
    for number, (_, viewport) in enumerate([("first", whole_view), *walk(timeline)]):
        start = time.perf_counter()
        scene = builder.build(viewport, WIDTH, HEIGHT, budget_ms=BUDGET_MS if in_motion and number else None)
        painter = QPainter(image)
        whole = painter_of.paint(painter, scene, fresh=FRESH_LABELS if in_motion else None)
        painter.end()
        end = time.perf_counter()
        if number:
            walked.times.append((end - start) * 1e3)
            walked.unfinished += scene.coarse or not whole
        else:
            walked.first = (end - begun) * 1e3
            start = time.perf_counter()
            whole_index = LaneIndex(timeline.columns, lanes)
            walked.index, walked.index_bytes = (time.perf_counter() - start) * 1e3, bytes_of(whole_index)
            builder = SceneBuilder(timeline, lanes, label_fonts(), index=whole_index)
            builder.build(viewport, WIDTH, HEIGHT)
            gc.collect()
            gc.freeze()  # as the program does once it stands
    gc.unfreeze()
    return walked


def bytes_of(index: LaneIndex) -> int:
    """What an index keeps."""
    segments = [segment for of_lane in index.by_importance for segment in of_lane]
    segments += [segment for of_lane in index.by_duration for segment in of_lane.values()]
    return sum(segment.anchors.nbytes + segment.rows.nbytes for segment in segments) + index.lanes.lane_of_row.nbytes


def run(largest: int = SIZES[-1]) -> list[Figure]:
    """Figures for the built-in timeline and generated ones up to a size."""
    application = QGuiApplication.instance() or QGuiApplication([])
    assert application is not None
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    figures = []
    cases = [("built-in", load(assets.builtin_timeline()).timeline)]
    frames_of(cases[0][1], image, False)  # warm: fonts and caches of Qt
    for size in SIZES:
        if size <= largest:
            cases += [(f"{kind} {size:,}", None) for kind in ("uniform", "clustered")]
    for name, timeline in cases:
        if timeline is None:
            kind, _, size_text = name.partition(" ")
            timeline = generated(int(size_text.replace(",", "")), kind == "clustered")
        moving, resting = frames_of(timeline, image, True), frames_of(timeline, image, False)
        count, floor = len(timeline), floor_ms(image)
        figures += [
            Figure(f"in motion, {name}", count, "median", median(moving.times), "ms", floor),
            Figure(f"in motion, {name}", count, "p99", percentile(moving.times, 0.99), "ms", floor),
            Figure(f"in motion, {name}: unfinished frames", count, "of 180", moving.unfinished, "", 0.0),
            Figure(f"whole at once, {name}", count, "p99", percentile(resting.times, 0.99), "ms", floor),
            Figure(f"first frame, {name}", count, "once", resting.first, "ms", floor),
            Figure(f"index, {name}", count, "once", resting.index, "ms", 0.0),
            Figure(f"index, {name}", count, "bytes an event", resting.index_bytes / count, "", 0.0),
        ]
    return figures
