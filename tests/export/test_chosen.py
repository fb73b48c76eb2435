"""PDF of some pages only."""

from collections.abc import Callable
from pathlib import Path

import pytest

from export.conftest import a_job
from timeglass.errors import TimeglassError
from timeglass.events.timeline import Timeline
from timeglass.export.chosen import export_chosen
from timeglass.export.job import ExportCancelledError, ExportJob
from timeglass.export.strips import with_strip

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def job(builtin: Timeline) -> ExportJob:
    """A few pages with a strip."""
    return with_strip(a_job(builtin, range(60)))


def test_holds_the_chosen_pages_in_their_order_as_text(
    job: ExportJob, tool: Callable[..., str], tmp_path: Path
) -> None:
    whole, some = tmp_path / "whole.pdf", tmp_path / "some.pdf"
    counts: list[int] = []
    export_chosen(job, whole, range)
    told: list[float] = []

    def pick(count: int) -> list[int]:
        counts.append(count)
        return [3, 1]

    report = export_chosen(job, some, pick, lambda share, _words: told.append(share))
    assert (report.pages, counts[0] > 4) == (2, True)
    assert told == sorted(told)
    texts = [tool("pdftotext", "-f", page, "-l", page, whole, "-").split() for page in ("4", "2")]
    assert [tool("pdftotext", "-f", page, "-l", page, some, "-").split() for page in ("1", "2")] == texts
    assert "Pages:           2\n" in tool("pdfinfo", some)
    tool("qpdf", "--check", some)
    fonts = tool("pdffonts", some)
    assert "Inter" in fonts
    assert "no  no" not in fonts


def test_nothing_is_written_where_nothing_is_picked_or_wanted(job: ExportJob, tmp_path: Path) -> None:
    def refuse(_count: int) -> list[int]:
        raise TimeglassError("no such page")

    with pytest.raises(TimeglassError, match="no such page"):
        export_chosen(job, tmp_path / "x.pdf", refuse)
    with pytest.raises(ExportCancelledError):
        export_chosen(job, tmp_path / "x.pdf", lambda _count: [0], cancelled=lambda: True)
    assert not any(tmp_path.iterdir())
