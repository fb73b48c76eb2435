"""A few whole pictures, exact to the pixel.

They hold on Linux on x86-64, without a screen: the font is bundled and FreeType comes with Qt's own wheels, so that no
system library has a say. Other systems draw text by libraries of their own; there these tests are skipped.
"""

import platform
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QGuiApplication, QImage, QPainter

from builders import a_series, a_timeline, an_event, crowd
from canvas.reference import check_picture
from timeglass.chrono.edtf import parse
from timeglass.chrono.instant import instant
from timeglass.events.event import Category, Status, Track
from timeglass.events.timeline import Timeline
from timeglass.layout.build import SceneBuilder
from timeglass.layout.lanes import make_lanes
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport
from timeglass.paint.fonts import label_fonts
from timeglass.paint.scene_painter import Highlights, ScenePainter
from timeglass.paint.theme import theme_named

GOLDEN = Path(__file__).parent / "golden"

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def exact(qapp: QGuiApplication) -> None:
    """Skip where text is drawn by other libraries than those that drew the references."""
    if sys.platform != "linux" or platform.machine() != "x86_64":
        pytest.skip("reference pictures were drawn on Linux on x86-64")
    if qapp.platformName() != "offscreen":
        pytest.skip("reference pictures were drawn without a screen")


def look(timeline: Timeline, dates: str, height: float) -> Scene:
    builder = SceneBuilder(timeline, make_lanes(timeline, "category"), label_fonts())
    return builder.build(Viewport.over(parse(dates).bounds.span), 760.0, height, now=instant(2003, 5, 1))


def picture(timeline: Timeline, scene: Scene, theme: str, factor: float, highlights: Highlights) -> QImage:
    width, height = scene.gutter_px + scene.width_px, scene.height_px
    image = QImage(round(width * factor), round(height * factor), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(factor)
    painter = QPainter(image)
    colors = [category.color for category in timeline.head.categories.values()]
    ScenePainter(theme_named(theme), colors, factor).paint(painter, scene, highlights)
    painter.end()
    return image


def doubt() -> Timeline:
    """Every kind of date and status, with bars of all sorts."""
    return a_timeline(
        "1991/1996 range From to",
        "1994~/1998? range About, perhaps until",
        "2001/.. range Since",
        "../1989 range Until",
        "199X mark A decade",
        "[1993..1996] mark One of some days",
        "1997-07-09 mark!5 A day that matters",
        "1999~ mark About then",
        "2002? mark Possibly",
        an_event("2000-06-01 mark Disputed", status=Status.DISPUTED),
        an_event("2004 other Planned", status=Status.PLANNED),
        an_event("1990-06 other Claimed", status=Status.CLAIMED),
        categories={
            "mark": Category(id="mark", label="Marks"),
            "range": Category(id="range", label="Ranges", color="#8844aa"),
            "other": Category(id="other", label="Others"),
        },
    )


def house() -> Timeline:
    """Eras in tracks, a declared course, a chart with a band, a gap and steps."""
    return a_timeline(
        "1995 talk One",
        "1999/2003 deed!5 Two",
        eras=["1990/1995 terms First", "1995/2001 terms Second", "1993/1999 terms Between", "1992/2002 course Neutral",
              "2002/.. course Open"],
        tracks=[Track(id="course", label="Course", style="states"), Track(id="terms", label="Terms")],
        series=[
            a_series("Polls", "1992 20 16 25", "1994 30 25 35", "1995 32 26 39", "1997", "1999 50", "2001 42 40 47"),
            a_series("Rate", "1991 5", "1996 12", "2003 8", style="step"),
        ],
        categories={"deed": Category(id="deed", label="Deeds"), "talk": Category(id="talk", label="Talks")},
    )  # fmt: skip


@pytest.mark.usefixtures("exact")
@pytest.mark.parametrize(("theme", "factor"), [("light", 1.0), ("dark", 2.0), ("print", 1.0)])
def test_doubt_is_drawn(theme: str, factor: float, tmp_path: Path) -> None:
    timeline = doubt()
    image = picture(timeline, look(timeline, "1986/2006", 330.0), theme, factor, Highlights())
    check_picture(GOLDEN / f"doubt-{theme}-{factor:.0f}x.png", image, tmp_path)


@pytest.mark.usefixtures("exact")
@pytest.mark.parametrize(("theme", "factor"), [("light", 2.0), ("dark", 1.0)])
def test_eras_and_a_chart_are_drawn(theme: str, factor: float, tmp_path: Path) -> None:
    timeline = house()
    image = picture(timeline, look(timeline, "1989/2006", 380.0), theme, factor, Highlights())
    check_picture(GOLDEN / f"eras-{theme}-{factor:.0f}x.png", image, tmp_path)


@pytest.mark.usefixtures("exact")
@pytest.mark.parametrize(("theme", "factor"), [("light", 1.0), ("dark", 1.0)])
def test_clusters_hits_and_the_selection_are_drawn(theme: str, factor: float, tmp_path: Path) -> None:
    timeline = crowd(300, seed=12)
    scene = look(timeline, "1968/2002", 330.0)
    rows = [box.row for box in scene.boxes]
    hits = np.zeros(len(timeline), np.bool_)
    hits[rows[::3]] = True
    hits[::7] = True
    folded = [one.count // 5 for one in scene.clusters]
    highlights = Highlights(frozenset(rows[3:5]), rows[4], rows[9], hits, folded, 2, focus=True)
    image = picture(timeline, scene, theme, factor, highlights)
    check_picture(GOLDEN / f"crowd-{theme}-{factor:.0f}x.png", image, tmp_path)


def test_the_comparison_goes_red(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By one shade of one channel of one pixel, by a size, by a missing reference."""
    reference = tmp_path / "golden" / "x.png"
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill("#808080")
    monkeypatch.delenv("REGOLDEN", raising=False)
    with pytest.raises(pytest.fail.Exception, match="no reference"):
        check_picture(reference, image, tmp_path)
    monkeypatch.setenv("REGOLDEN", "1")
    check_picture(reference, image, tmp_path)
    monkeypatch.delenv("REGOLDEN")
    check_picture(reference, image, tmp_path)
    darker = image.copy()
    darker.setPixel(13, 7, 0xFF80807F)
    with pytest.raises(pytest.fail.Exception, match=r"1 pixels differ \(x 13 … 13, y 7 … 7\)"):
        check_picture(reference, darker, tmp_path)
    shown = QImage(str(tmp_path / "x-difference.png"))
    assert shown.pixelColor(13, 7).name() == "#ff0000"
    assert shown.pixelColor(12, 7).name() == "#e0e0e0"
    assert QImage(str(tmp_path / "x-now.png")).pixel(13, 7) == 0xFF80807F
    with pytest.raises(pytest.fail.Exception, match=r"\(21, 10\) instead of \(20, 10\)"):
        check_picture(reference, image.copy(0, 0, 21, 10), tmp_path)
