"""Pages one by one: the same as those of the PDF."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from export.conftest import a_job
from timeglass.errors import TimeglassError
from timeglass.export.engine import draw_page
from timeglass.export.job import ExportCancelledError
from timeglass.export.pdf import export_pdf
from timeglass.export.sheets import Sheets, set_sheets
from timeglass.export.strips import with_strip
from timelines import little

pytestmark = pytest.mark.usefixtures("qapp")


def test_are_as_many_and_as_large_as_those_of_the_pdf(tmp_path: Path, tool: Callable[..., str]) -> None:
    job = with_strip(a_job(little(60), paper="a3", landscape=True))
    sheets = set_sheets(job)
    report = export_pdf(job, tmp_path / "same.pdf")
    assert sheets.count == report.pages
    assert sheets.size_mm(0) == pytest.approx((420.0, 297.0), abs=0.1)
    assert "1190.55 x 841.89" in tool("pdfinfo", tmp_path / "same.pdf")


def test_a_page_is_drawn_as_the_pdf_shows_it(tmp_path: Path, tool: Callable[..., str]) -> None:
    job = with_strip(a_job(little(60)))
    export_pdf(job, tmp_path / "same.pdf")
    tool("pdftoppm", "-r", "60", "-f", "2", "-l", "2", "-png", "-singlefile", tmp_path / "same.pdf", tmp_path / "page")
    theirs = QImage(str(tmp_path / "page.png")).convertToFormat(QImage.Format.Format_Grayscale8)
    ours = QImage.fromData(set_sheets(job).picture(1, 60.0)).convertToFormat(QImage.Format.Format_Grayscale8)
    assert abs(ours.width() - theirs.width()) <= 1
    # Two renderers differ in every letter's edge; a coarse picture of the ink does not.
    small = [image.scaled(12, 16, mode=Qt.TransformationMode.SmoothTransformation) for image in (ours, theirs)]
    darkest = max(abs(a - b) for a, b in zip(small[0].bits(), small[1].bits(), strict=True))
    assert darkest < 60
    assert min(small[0].bits()) < 245


def test_setting_can_be_cancelled() -> None:
    with pytest.raises(ExportCancelledError):
        set_sheets(a_job(little(30)), cancelled=lambda: True)


def test_what_is_no_page_is_refused_in_one_line() -> None:
    with pytest.raises(TimeglassError, match="the page could not be drawn"):
        draw_page(b"<svg", b'{"width": 10, "height": 10}', 30.0)


@pytest.mark.parametrize("dpi", [33.3, 55.5, 70.41, 96.0, 141.77])
def test_no_row_of_a_page_is_left_out(dpi: float) -> None:
    width, height = 595.275590551, 841.88976378
    across, down = round(width / 72 * dpi), round(height / 72 * dpi)
    pixel = width / across
    bars = "".join(f"M 0 {8 * n * pixel} h {width} v {4 * pixel} h -{width} z " for n in range(down // 8))
    page = (
        f'<svg viewBox="0 0 {width} {height}" width="{width}pt" height="{height}pt" xmlns="http://www.w3.org/2000/svg">'
        f'<path d="{bars}"/></svg>'
    )
    image = QImage.fromData(Sheets((page.encode(),)).picture(0, dpi))
    assert (image.width(), image.height()) == (across, down)
    column = [image.pixelColor(across // 2, y) for y in range(8 * (down // 8))]
    dark = [colour.alpha() > 0 and colour.lightness() < 128 for colour in column]
    assert dark == [True, True, True, True, False, False, False, False] * (down // 8)
