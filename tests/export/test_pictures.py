"""SVG and PNG of the timeline: width, scale, ground, outlines."""

import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from builders import a_timeline
from export.conftest import a_job
from timeglass.errors import UsageError
from timeglass.events.timeline import Timeline
from timeglass.export.job import LONGEST_SIDE_PX, ExportJob, Picture
from timeglass.export.pictures import picture_png, picture_svg
from timeglass.layout.viewport import Viewport
from timelines import little

pytestmark = pytest.mark.usefixtures("qapp")


def png(job: ExportJob, **how: object) -> QImage:
    return QImage.fromData(picture_png(replace(job, picture=Picture(**how)))[0])  # type: ignore[arg-type]


def drawn(svg: bytes) -> QImage:
    renderer = QSvgRenderer(svg)
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


@pytest.mark.parametrize(("width", "factor"), [(400, 1.0), (1001, 2.0), (3000, 3.0), (LONGEST_SIDE_PX, 8.0)])
def test_is_exactly_as_wide_as_asked_for(width: int, factor: float) -> None:
    image = png(a_job(little(4)), width_px=width, scale_factor=factor)
    assert image.width() == width


def test_a_larger_factor_draws_the_same_larger() -> None:
    one, two = (png(a_job(little(6)), width_px=800 * factor, scale_factor=factor) for factor in (1, 2))
    assert two.height() == pytest.approx(2 * one.height(), abs=2)


def test_the_ground_is_there_or_not() -> None:
    filled, clear = (png(a_job(little(6)), transparent=choice) for choice in (False, True))
    assert not filled.hasAlphaChannel()
    alphas = [clear.pixelColor(x, y).alpha() for x in range(0, clear.width(), 3) for y in range(0, clear.height(), 5)]
    assert sum(alpha == 0 for alpha in alphas) > len(alphas) / 2
    assert 255 in alphas


def test_a_dark_picture_is_dark() -> None:
    assert png(a_job(little(6)), dark=True).pixelColor(2, 2).lightness() < 80
    assert png(a_job(little(6))).pixelColor(2, 2).lightness() > 200


@pytest.mark.parametrize(
    "how", [{"width_px": 199}, {"width_px": 16_385}, {"scale_factor": 0.1}, {"scale_factor": 9.0},
            {"width_px": 300, "scale_factor": 8.0}],
)  # fmt: skip
def test_impossible_pictures_are_refused(how: dict[str, float]) -> None:
    with pytest.raises(UsageError):
        Picture(**how)  # type: ignore[arg-type]


def test_a_picture_that_would_be_too_tall_is_refused() -> None:
    lanes = a_timeline(*(f"19{n} c{n} Event {n}" for n in range(10, 99)))
    with pytest.raises(UsageError, match="too large"):
        png(a_job(lanes), width_px=1_600, scale_factor=8.0)


def test_text_is_text_or_outlines() -> None:
    job = a_job(little(40), picture=Picture(width_px=1600, scale_factor=1.0))
    plain, _ = picture_svg(job)
    traced, _ = picture_svg(replace(job, picture=replace(job.picture, outlines=True)))
    assert b"<text" in plain
    assert b"<text" not in traced
    words = {element.get("aria-label") for element in ET.fromstring(traced).iter() if element.get("aria-label")}  # noqa: S314
    assert "The great meeting" in words
    smooth = Qt.TransformationMode.SmoothTransformation
    pictures = [drawn(svg).scaled(80, 60, mode=smooth) for svg in (plain, traced)]
    for x in range(80):
        for y in range(60):
            one, other = (QColor(picture.pixel(x, y)).lightness() for picture in pictures)
            assert abs(one - other) < 40


def test_a_picture_of_a_moment_can_be_made(builtin: Timeline) -> None:
    """A view of hours has no EDTF that the strict parser takes; it is shown all the same."""
    job = a_job(
        builtin,
        viewport=Viewport.of(1_645_660_800, 0.0, 7_200.0),
        view_range="2022-02-24T00:00:00Z/2022-02-24T02:00:00Z",
    )
    assert picture_png(job)[0].startswith(b"\x89PNG")


def test_a_range_in_words_is_enough(builtin: Timeline) -> None:
    one = picture_svg(a_job(builtin, view_range="1997/1999"))[0]
    other = picture_svg(a_job(builtin))[0]
    assert one != other
