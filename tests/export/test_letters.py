"""Text as drawn letters, among them those that a font has as pictures only."""

import xml.etree.ElementTree as ET
from base64 import b64decode
from dataclasses import replace

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetricsF, QImage, QPainterPath

from builders import a_timeline
from export.conftest import a_job
from timeglass.export.fallback import fallback_for
from timeglass.export.glyphs import Fitter
from timeglass.export.job import Picture
from timeglass.export.letters import drawn_letters
from timeglass.export.outlines import outline
from timeglass.export.pictures import picture_png, picture_svg
from timeglass.export.strip_svg import clean_strip
from timeglass.paint.fonts import font

pytestmark = pytest.mark.usefixtures("qapp")
PARTY = "\N{PARTY POPPER}"
FAMILY = "\N{WOMAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
NOWHERE = "\U000e1234"


@pytest.fixture
def _emoji() -> None:
    if not any("Emoji" in family for family in QFontDatabase.families()):
        pytest.skip("there is no font of emoji")


def test_plain_letters_are_the_path_that_qt_makes() -> None:
    plain = QPainterPath()
    plain.addText(0.0, 0.0, font(13), "Ukraine – НАТО")
    letters = drawn_letters("Ukraine – НАТО", font(13))
    assert letters.pictures == ()
    assert letters.path.elementCount() == plain.elementCount()
    ours, theirs = letters.path.boundingRect(), plain.boundingRect()
    for mine, its in zip(ours.getRect(), theirs.getRect(), strict=True):
        assert mine == pytest.approx(its, abs=0.05)


@pytest.mark.usefixtures("_emoji")
def test_emoji_are_pictures_where_they_stand_and_their_font_stays_well() -> None:
    face = font(13)
    before = QFontMetricsF(face).horizontalAdvance(PARTY)
    letters = drawn_letters(f"a {PARTY} b {FAMILY}", face)
    first, second = letters.pictures  # the family is one letter
    left = QFontMetricsF(face).horizontalAdvance("a ")
    assert first.x == pytest.approx(left, abs=1.5)
    assert first.width == pytest.approx(before, abs=2.0)
    assert second.x > first.x + first.width
    assert -14 < first.y < 0 < first.y + first.height
    image = QImage.fromData(first.data)
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert middle.alpha() == 255
    colours = {image.pixelColor(x, y).hue() // 30 for x in range(0, image.width(), 4) for y in range(0, 90, 4)}
    assert len(colours) > 3
    assert QFontMetricsF(face).horizontalAdvance(PARTY) == before


@pytest.mark.usefixtures("_emoji")
def test_a_text_with_emoji_becomes_a_group_with_its_words() -> None:
    attributes = {"x": "10", "y": "20", "fill": "#123456", "font-size": "13", "transform": "scale(2)"}
    element = ET.Element("{http://www.w3.org/2000/svg}text", attributes)
    element.text = f"So {PARTY}"
    group = outline(element)
    assert (group.get("aria-label"), group.get("transform")) == (element.text, "scale(2)")
    path, image = group
    assert path.get("fill") == "#123456"
    assert path.get("transform") is None
    assert float(image.get("x", "0")) > 20
    _, _, coded = image.get("{http://www.w3.org/1999/xlink}href", "").partition("base64,")
    assert b64decode(coded).startswith(b"\x89PNG")


@pytest.mark.usefixtures("_emoji")
def test_the_strip_of_a_pdf_shows_emoji_and_joins_what_belongs_together() -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><text x="1" y="9" font-size="12">Go {FAMILY}</text></svg>'
    clean = clean_strip(svg.encode(), Fitter(fallback_for(FAMILY))).decode()
    assert clean.count("<image ") == 1


def test_what_no_font_has_is_told_of_pictures_too() -> None:
    job = a_job(a_timeline(f"1999 - Odd {NOWHERE}", "2000 - Plain"), picture=Picture(width_px=800, scale_factor=1.0))
    told = "no font has a glyph for U+E1234; shown as a box"
    assert picture_png(job)[1] == (told,)
    assert picture_svg(replace(job, picture=replace(job.picture, outlines=True)))[1] == (told,)
    assert picture_svg(job)[1] == ()
    assert picture_png(replace(job, rows=job.rows[1:]))[1] == ()
