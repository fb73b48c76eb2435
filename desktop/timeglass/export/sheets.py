"""The pages of an export one by one, as pictures: what the dialog shows and the printer prints.

typst sets the pages once, as SVG, which takes far less time than pictures of all of them; a page that is wanted is
then drawn by typst as well, so that it is the page of the PDF to the last dot.
"""

import json
import re
from dataclasses import dataclass
from typing import Final

from timeglass.export.engine import draw_page
from timeglass.export.job import Cancelled, ExportJob, Progress
from timeglass.export.pdf import set_pages
from timeglass.export.pictures import picture_svg
from timeglass.export.steps import Steps
from timeglass.export.strip_svg import clean_strip

_MM_PER_POINT: Final = 25.4 / 72
_SIZE: Final = re.compile(rb'<svg[^>]*?\sviewBox="0 0 ([\d.]+) ([\d.]+)"')


@dataclass(frozen=True, slots=True)
class Sheets:
    """Pages that were set; counted from 0."""

    pages: tuple[bytes, ...]
    """As typst's SVG."""
    warnings: tuple[str, ...] = ()
    left_out: int = 0

    @property
    def count(self) -> int:
        """Number of pages."""
        return len(self.pages)

    def size_mm(self, number: int) -> tuple[float, float]:
        """Width and height of a page."""
        found = _SIZE.search(self.pages[number], 0, 1_000)
        if found is None:  # not one that typst made
            return 210.0, 297.0
        return float(found[1]) * _MM_PER_POINT, float(found[2]) * _MM_PER_POINT

    def picture(self, number: int, dpi: float) -> bytes:
        """A page as PNG."""
        width, height = self.size_mm(number)
        return draw_page(self.pages[number], json.dumps({"width": width, "height": height}).encode(), dpi)


def set_sheets(
    job: ExportJob, left_out: int = 0, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Sheets:
    """Set all pages of a job, which has its strip. Raises ExportCancelledError and TypesettingError."""
    pages, warnings = set_pages(job, "svg", progress, cancelled)
    return Sheets(tuple(pages), warnings, left_out)


def picture_sheet(job: ExportJob, progress: Progress | None = None, cancelled: Cancelled | None = None) -> Sheets:
    """A picture as a page of its own: a pixel of the layout is a point. Raises ExportCancelledError."""
    svg, warnings = picture_svg(job, Steps(progress, cancelled))
    return Sheets((clean_strip(svg),), warnings)
