"""What people write for dates, read as EDTF."""

from timeglass.chrono.edtf_date import EdtfDate
from timeglass.chrono.edtf_parser import parse_expression
from timeglass.chrono.evaluation import evaluate


def suggest(text: str) -> str:
    """Valid EDTF that the writer of a refused text may have meant, or ''."""
    return ""


def parse_casual(text: str, language: str = "en") -> EdtfDate:
    """The date that a person's text stands for: EDTF, or what people write."""
    stripped = text.strip()
    return evaluate(parse_expression(stripped), stripped)
