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
_ROOT: Final = re.compile(rb"<svg[^>]*>")
_SIZE: Final = re.compile(rb'\sviewBox="0 0 ([\d.]+) ([\d.]+)"')
_SIDES: Final = re.compile(rb'\s(?:width|height|viewBox)="[^"]*"')
_HAIR_PX: Final = 0.01


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
        _, width, height = _root_of(self.pages[number])
        return width * _MM_PER_POINT, height * _MM_PER_POINT

    def picture(self, number: int, dpi: float) -> bytes:
        """A page as PNG, its sides rounded to whole pixels.

        typst paints a picture on as many pixels as it touches and then fits these to its size, which leaves out a row
        amid the page where they are too many. So the page is made to measure: less than a pixel higher or lower, with
        its contents as they are.
        """
        page = self.pages[number]
        root, width, height = _root_of(page)
        across, down = (max(round(side / 72 * dpi), 1) for side in (width, height))
        height = width * down / across * (1 - 1e-6)  # typst rounds up what comes out of this as its share of the width
        sides = b' viewBox="0 0 %.9f %.9f" width="%.9f" height="%.9f"' % (width, height, width, height)
        fitted = _SIDES.sub(b"", root).replace(b"<svg", b"<svg" + sides, 1) + page[len(root) :]
        size = {"width": (across - _HAIR_PX) / dpi * 25.4, "height": (down - _HAIR_PX) / dpi * 25.4}
        return draw_page(fitted, json.dumps(size).encode(), dpi)


def _root_of(page: bytes) -> tuple[bytes, float, float]:
    """The tag that a picture begins with, and its width and height in points; A4 where it does not say."""
    tag = _ROOT.match(page, 0, 1_000)
    root = tag[0] if tag is not None else b""
    found = _SIZE.search(root)
    return (root, float(found[1]), float(found[2])) if found is not None else (root, 595.28, 841.89)


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
