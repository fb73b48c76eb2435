"""The strip in bands, folded out, and cut for a wall."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from export.conftest import a_job
from timeglass.events.timeline import Timeline
from timeglass.export import strips
from timeglass.export.job import ExportCancelledError
from timeglass.export.pdf import export_pdf
from timeglass.export.strip_svg import proportion
from timeglass.export.strips import labelled_share, parted, with_strip
from timeglass.layout.viewport import Viewport
from timelines import little

pytestmark = pytest.mark.usefixtures("qapp")
Tool = Callable[..., str]


def test_few_events_stand_in_one_band_and_many_in_several(builtin: Timeline) -> None:
    assert len(with_strip(a_job(little(8))).bands) == 1
    job = with_strip(a_job(builtin))
    assert len(job.bands) in strips.BANDS[1:]
    room = (job.band_height_mm / 2) / job.strip_width_mm
    assert all(proportion(band) <= room + 0.001 for band in job.bands)


def test_bands_follow_one_another_without_a_gap() -> None:
    whole = Viewport.of(1_000, 0.5, 3_600.0)
    parts = parted(whole, 4)
    assert parts[0].start == whole.start
    for one, other in pairwise(parts):
        assert one.start + one.fraction + one.length == pytest.approx(other.start + other.fraction)
    assert parts[-1].start + parts[-1].fraction + parts[-1].length == pytest.approx(whole.start + 0.5 + 3_600)


def test_every_event_of_the_built_in_timeline_can_be_labelled_on_a_wall(builtin: Timeline) -> None:
    job = with_strip(a_job(builtin, strip="foldout"))
    assert job.wall is not None
    assert job.wall.sheets in strips.SHEETS
    assert labelled_share([]) == 1.0


@pytest.mark.parametrize("landscape", [False, True])
def test_a_fold_out_is_one_long_page(builtin: Timeline, tmp_path: Path, tool: Tool, landscape: bool) -> None:
    job = with_strip(a_job(builtin, strip="foldout", layout="strip", landscape=landscape))
    assert job.wall is not None
    report = export_pdf(job, tmp_path / "long.pdf")
    assert report.pages == 2
    (size,) = re.findall(
        r"Page +2 size: +([\d.]+) x ([\d.]+)", tool("pdfinfo", "-f", "2", "-l", "2", tmp_path / "long.pdf")
    )
    width = float(size[0]) * 25.4 / 72
    assert width == pytest.approx(job.wall.width * job.wall.sheets + 44.0, abs=0.1)
    assert width <= 5_080


def test_tiles_are_pages_of_the_paper_with_their_place_told(builtin: Timeline, tmp_path: Path, tool: Tool) -> None:
    job = with_strip(a_job(builtin, strip="tiles", layout="strip"))
    assert job.wall is not None
    report = export_pdf(job, tmp_path / "tiles.pdf")
    assert report.pages == 1 + job.wall.sheets
    text = tool("pdftotext", "-f", "3", "-l", "3", tmp_path / "tiles.pdf", "-")
    assert f"Sheet 2 of {job.wall.sheets}" in text
    tool("qpdf", "--check", tmp_path / "tiles.pdf")


def test_no_strip_where_none_is_wanted_or_nothing_to_show(builtin: Timeline) -> None:
    assert with_strip(a_job(builtin, strip="none")).bands == ()
    assert with_strip(a_job(builtin, rows=[])).bands == ()


@pytest.mark.parametrize("form", ["bands", "foldout", "tiles"])
def test_painting_can_be_cancelled(builtin: Timeline, form: str) -> None:
    with pytest.raises(ExportCancelledError):
        with_strip(a_job(builtin, strip=form), lambda: True)


def test_a_strip_shows_the_span_it_is_asked_for(builtin: Timeline) -> None:
    one = with_strip(a_job(builtin, rows=np.arange(5), viewport=Viewport.of(0, 0.0, 86_400.0 * 365)))
    other = with_strip(a_job(builtin, rows=np.arange(5)))
    assert one.bands != other.bands
