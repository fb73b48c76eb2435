"""Ranges on the command line: anything that the file format takes, and what people write."""

from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.span_text import read_range
from timeglass.errors import UsageError
from timeglass.layout.viewport import Viewport


def viewport_of(text: str) -> Viewport:
    """The viewport that a range such as ``1990/2004`` or ``May 1997`` asks for; UsageError where it is none."""
    try:
        bounds = read_range(text).bounds
    except DateError as error:
        raise UsageError(f"--range {text!r}: {error.reason}") from None
    if bounds.open_start or bounds.open_end:
        raise UsageError(f"--range {text!r}: a range to show needs a start and an end")
    return Viewport.over(bounds.span)
