"""The scene painter draws what the scene says, and leaves the painter as it was."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QImage, QPainter, QPen, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QApplication

from builders import a_series, a_timeline, crowd
from pictures import different, picture
from timeglass.chrono.instant import instant
from timeglass.events.timeline import Timeline
from timeglass.layout.build import SceneBuilder
from timeglass.layout.lanes import make_lanes
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport
from timeglass.paint.fonts import font, label_fonts, load_fonts, load_other_fonts
from timeglass.paint.overview_painter import draw_overview
from timeglass.paint.scene_painter import Highlights, ScenePainter, short_count
from timeglass.paint.theme import DARK, LIGHT, PRINT, Theme

WIDTH, HEIGHT = 900, 480


def made(timeline: Timeline, zoom: float = 1.0, scroll: float = 0.0) -> Scene:
    builder = SceneBuilder(timeline, make_lanes(timeline, "category"), label_fonts())
    viewport = Viewport.over(timeline.span).zoomed(0.9 * zoom)
    return builder.build(viewport, WIDTH, HEIGHT, scroll, now=timeline.span.start + timeline.span.length // 3)


@pytest.fixture
def scene(qapp: QApplication) -> Scene:
    """All that a scene can hold: eras, bars, marks, clusters, a chart, today."""
    plain = crowd(150, 7)
    timeline = a_timeline(
        *plain.events,
        eras=["1975/1985 a First", "1980/1990 a Second", "1985/.. b Third"],
        series=[a_series("Polls", "1976 30 20 45", "1990 60"), a_series("Men", "1980 3", unit="thousand")],
        categories=plain.head.categories,
    )
    found = made(timeline)
    assert found.boxes
    assert found.clusters
    assert found.eras
    assert found.charts
    assert found.today_x_px is not None
    return found


def painted(scene: Scene, theme: Theme = LIGHT, highlights: Highlights | None = None, factor: float = 1.0) -> QImage:
    painter = ScenePainter(theme, ["", "", "#884400"], factor)
    return picture(lambda to: painter.paint(to, scene, highlights or Highlights()), WIDTH, HEIGHT, "#ff00ff", factor)


@pytest.mark.parametrize("theme", [LIGHT, DARK, PRINT], ids=lambda theme: theme.name)
def test_the_whole_picture_is_covered(scene: Scene, theme: Theme) -> None:
    image = painted(scene, theme)
    magenta = sum(image.pixelColor(x, y) == QColor("#ff00ff") for x in range(0, WIDTH, 7) for y in range(0, HEIGHT, 7))
    assert magenta == 0
    assert image.pixelColor(WIDTH - 3, int(scene.body_bottom_px) - 3) == QColor(theme.canvas)


def test_the_same_scene_is_the_same_picture(scene: Scene) -> None:
    painter = ScenePainter(LIGHT)
    first, again = (picture(lambda to: painter.paint(to, scene), WIDTH, HEIGHT) for _ in range(2))
    assert first == again
    assert picture(lambda to: ScenePainter(LIGHT).paint(to, scene), WIDTH, HEIGHT) == first


def test_a_finer_screen_shows_the_same_at_twice_the_size(scene: Scene) -> None:
    coarse, fine = painted(scene), painted(scene, factor=2.0)
    assert fine.size() == QSize(2 * WIDTH, 2 * HEIGHT)
    smaller = fine.scaled(
        WIDTH, HEIGHT, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    smaller.setDevicePixelRatio(1.0)
    assert different(coarse, smaller, 140) < WIDTH * HEIGHT / 50


@pytest.mark.parametrize("scroll", [0.0, 30.0])
def test_the_painter_is_left_as_it_was(scene: Scene, scroll: float) -> None:
    states = []

    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(QColor("#123456"), 3.0, Qt.PenStyle.DotLine))
        painter.setBrush(QBrush(QColor("#654321")))
        painter.setFont(font(17, bold=True))
        painter.setOpacity(0.75)
        painter.setTransform(QTransform.fromTranslate(3.0, 4.0))
        painter.setClipRect(QRectF(0.0, 0.0, 800.0, 400.0))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        states.append(state(painter))
        highlights = Highlights(
            frozenset({1, 2}), 3, 4, np.arange(150) % 2 == 0, [1] * len(scene.clusters), 0, (), True
        )
        ScenePainter(LIGHT).paint(painter, scene, highlights)
        states.append(state(painter))

    picture(draw, WIDTH, HEIGHT)
    assert states[0] == states[1]


def state(painter: QPainter) -> list[object]:
    return [
        painter.pen(), painter.brush(), QFont(painter.font()), painter.opacity(), painter.transform(),
        painter.clipBoundingRect(), painter.hasClipping(), painter.renderHints(), painter.compositionMode(),
        painter.brushOrigin(), painter.background(), painter.layoutDirection(),
    ]  # fmt: skip


def shows(scene: Scene, highlights: Highlights) -> int:
    """In how many pixels highlights change the picture."""
    return different(painted(scene), painted(scene, highlights=highlights), 8)


def test_what_is_selected_current_or_hovered_stands_out(scene: Scene) -> None:
    row = next(box.row for box in scene.boxes if box.label)
    assert shows(scene, Highlights(selected=frozenset({row}))) > 100
    assert shows(scene, Highlights(current=row)) > 100
    assert shows(scene, Highlights(hovered=row)) > 100
    current, focused = (painted(scene, highlights=Highlights(current=row, focus=focus)) for focus in (False, True))
    assert different(current, focused, 8) > 20
    assert shows(scene, Highlights(cluster=0)) > 10


def test_a_search_dims_the_rest(scene: Scene) -> None:
    nothing = np.zeros(150, np.bool_)
    everything = np.ones(150, np.bool_)
    assert shows(scene, Highlights(hits=nothing, cluster_hits=[0] * len(scene.clusters))) > 1000
    assert shows(scene, Highlights(hits=everything)) == 0
    counts = [cluster.count for cluster in scene.clusters]
    assert shows(scene, Highlights(hits=everything, cluster_hits=counts)) > 20


def test_a_frame_may_prepare_a_few_labels_only(scene: Scene) -> None:
    painter = ScenePainter(LIGHT)
    done = []
    images = [picture(lambda to: done.append(painter.paint(to, scene, fresh=5)), WIDTH, HEIGHT) for _ in range(60)]
    assert done[0] is False
    assert done[-1] is True
    assert done == sorted(done)
    assert images[-1] == picture(lambda to: ScenePainter(LIGHT).paint(to, scene), WIDTH, HEIGHT)
    assert different(images[0], images[-1]) > 50


def test_the_gutter_names_lanes_tracks_and_chart(scene: Scene) -> None:
    assert scene.gutter_px > 0.0
    image = painted(scene)
    left = image.copy(0, 0, int(scene.gutter_px), HEIGHT)
    for strip in scene.lanes:
        part = left.copy(0, int(strip.y_px) + 3, int(scene.gutter_px), 16)
        assert different(part, blank(part, LIGHT.canvas)) > 20
    (chart,) = scene.charts
    part = left.copy(0, int(chart.y_px) + 4, int(scene.gutter_px), 18)
    assert different(part, blank(part, LIGHT.canvas)) > 20


def blank(like: QImage, color: str) -> QImage:
    image = QImage(like.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


def test_nothing_is_drawn_in_the_gutter_but_names(scene: Scene) -> None:
    """Long bars and marks at the edge stay on their side."""
    builder_scene = made(crowd(80, 3, lanes=0), 8.0)
    assert builder_scene.gutter_px == 0.0
    moved = made(crowd(80, 3, lanes=2), 8.0)
    image = painted(moved)
    column = image.copy(int(moved.gutter_px) - 4, int(moved.header_px), 3, HEIGHT - int(moved.header_px))
    assert different(column, blank(column, LIGHT.canvas), 40) == 0


def svg(scene: Scene) -> str:
    data = QByteArray()
    buffer = QBuffer(data)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(WIDTH, HEIGHT))
    generator.setViewBox(QRectF(0, 0, WIDTH, HEIGHT))
    painter = QPainter(generator)
    ScenePainter(PRINT, vector=True).paint(painter, scene)
    painter.end()
    return data.data().decode()


def test_a_vector_picture_keeps_its_text_as_text(scene: Scene) -> None:
    text = svg(scene)
    assert "<image" not in text
    assert text.count("<text") >= sum(1 for box in scene.boxes if box.label)
    for box in scene.boxes:
        assert box.label in text
    for strip in scene.lanes:
        assert strip.label in text
    for cluster in scene.clusters:
        assert cluster.row >= 0 or f">{short_count(cluster.count)}<" in text.replace("\n", "").replace(" <", "<")
    assert 'font-family="Inter"' in text


@given(st.integers(0, 50_000_000))
def test_a_short_count_is_short_and_near(count: int) -> None:
    text = short_count(count)
    assert len(text) <= 4
    size = {"k": 1_000, "M": 1_000_000}.get(text[-1], 1)
    value = float(text.rstrip("kM")) * size
    assert value == pytest.approx(count, rel=0.06)
    assert size > 1 or value == count


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0"), (7, "7"), (999, "999"), (1000, "1.0k"), (1249, "1.2k"), (9949, "9.9k"), (9950, "10k"), (45_300, "45k"),
     (999_499, "999k"), (999_500, "1.0M"), (999_999, "1.0M"), (3_000_000, "3.0M"), (12_000_000, "12M")],
)  # fmt: skip
def test_short_counts(count: int, text: str) -> None:
    assert short_count(count) == text


def test_a_greater_count_never_looks_smaller() -> None:
    def value(count: int) -> float:
        text = short_count(count)
        return float(text.rstrip("kM")) * {"k": 1e3, "M": 1e6}.get(text[-1], 1.0)

    values = [value(count) for count in [*range(12_000), *range(12_000, 1_200_000, 97)]]
    assert values == sorted(values)


def test_the_overview_shows_density_window_and_hits(qapp: QApplication) -> None:
    area = QRectF(0.0, 0.0, 300.0, 60.0)
    density = np.zeros(100, np.int64)
    density[[10, 50]] = 1, 100
    hits = np.zeros(100, np.int64)
    hits[50] = 1

    def draw(with_hits: bool, window: tuple[float, float]) -> QImage:
        found = hits if with_hits else None
        return picture(lambda to: draw_overview(to, area, density, found, window, LIGHT), 300, 60)

    plain = draw(False, (60.0, 120.0))
    assert different(plain, draw(True, (60.0, 120.0))) >= 4
    assert different(plain, draw(False, (200.0, 220.0)), 8) > 500
    tall, low = (different(plain.copy(x, 0, 3, 50), blank(plain.copy(x, 0, 3, 50), LIGHT.canvas)) for x in (150, 30))
    assert tall > low > 0
    empty = picture(lambda to: draw_overview(to, area, np.zeros(100, np.int64), None, (0.0, 1.0), LIGHT), 300, 60)
    assert different(empty.copy(100, 0, 200, 60), blank(empty.copy(100, 0, 200, 60), LIGHT.canvas)) == 0


def test_the_bundled_font_is_used(qapp: QApplication) -> None:
    assert load_fonts()
    assert load_other_fonts()
    assert font().family() == "Inter"
    assert font().exactMatch() or font().pixelSize() == 13
    fonts = label_fonts()
    assert fonts.bold.width("Madrid") > fonts.plain.width("Madrid") > 30.0
    assert fonts.plain.width("Київ") > 15.0


def test_texts_start_anew_when_there_are_too_many(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeglass.paint import sprites

    monkeypatch.setattr(sprites, "_MOST_TEXTS", 3)
    texts = sprites.Texts(font())
    first = texts["one"]
    assert texts["one"] is first
    for word in ("two", "three", "four"):
        assert texts[word].text() == word
    assert texts["one"] is not first


def test_markup_in_a_title_is_text(qapp: QApplication) -> None:
    start, end = instant(1995), instant(1996)
    timeline = a_timeline("1995-05-05 - <b>bold</b><img>")
    builder = SceneBuilder(timeline, make_lanes(timeline, "category"), label_fonts())
    found = builder.build(Viewport.of(start, 0.0, float(end - start)), WIDTH, HEIGHT)
    assert "&lt;b&gt;bold&lt;/b&gt;&lt;img&gt;" in svg(found)
    assert QPointF(found.boxes[0].label_x_px, 0.0).x() > 0.0


def test_many_events_of_a_lane_are_told_in_groups_of_digits(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeglass.paint import gutter_painter

    told: list[str] = []
    draw = gutter_painter._Names.draw

    def listening(
        names: gutter_painter._Names, painter: QPainter, x: float, y: float, label: str, *rest: object
    ) -> float:
        told.append(label)
        return draw(names, painter, x, y, label, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(gutter_painter._Names, "draw", listening)
    lanes = tuple(msgspec.structs.replace(strip, count=33_551) for strip in scene.lanes)
    painted(msgspec.structs.replace(scene, lanes=lanes))
    assert QLocale().toString(33_551) in told
    assert len(QLocale("en").toString(33_551)) == 6


def test_piece_by_piece_it_looks_the_same(qapp: QApplication) -> None:
    plain = crowd(4_000, lanes=40)
    large = SceneBuilder(plain, make_lanes(plain, "category"), label_fonts()).build(
        Viewport.over(plain.span).zoomed(0.9), 4 * WIDTH, 30 * HEIGHT, chart=None
    )
    told: list[float] = []
    images = []
    for piecewise in (False, True):
        image = QImage(round(large.gutter_px + large.width_px), round(large.height_px), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        if piecewise:
            ScenePainter(LIGHT).paint_in_pieces(painter, large, told.append)
        else:
            ScenePainter(LIGHT).paint(painter, large)
        painter.end()
        images.append(image)
    assert different(*images, least=3) == 0  # where two fades lie on one another, a pixel may be rounded otherwise
    assert told == sorted(told)
    assert len(told) > 4
    assert (told[0], told[-1]) == (0.0, 1.0)


def test_painting_can_be_given_up(scene: Scene) -> None:
    def unwanted(share: float) -> None:
        if share:
            raise KeyError

    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    with pytest.raises(KeyError):
        ScenePainter(LIGHT).paint_in_pieces(painter, scene, unwanted)
    painter.end()
