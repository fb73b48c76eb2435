"""What people write for dates, read as EDTF.

Nothing here is accepted in a timeline file: there, it is what a problem suggests. Where people type by hand, and
where files of other programs are read, it is taken as meant.
"""

import time
from datetime import UTC, date, datetime
from typing import Final

from timeglass.chrono.casual_phrases import Phrases
from timeglass.chrono.casual_single import SingleDates
from timeglass.chrono.edtf_date import DateError, EdtfDate
from timeglass.chrono.edtf_parser import parse_expression
from timeglass.chrono.evaluation import evaluate

_LONGEST: Final = 100
"""Longer texts are prose, not dates."""


def parse_casual(text: str, language: str = "en", today: date | None = None) -> EdtfDate:
    """The date that a person's text stands for: EDTF, or what people write; its ``text`` is EDTF in any case.

    Both English and Ukrainian are read whatever the language; it decides only how 4/12/1985 is meant, which English
    leaves open. ``today`` is what "today" and "5000 years ago" count from; the clock tells it otherwise (UTC).
    Raises :class:`DateError` as for EDTF.
    """
    stripped = text.strip()
    try:
        return evaluate(parse_expression(stripped), stripped)
    except DateError as error:
        meant = suggest(text, language, today)
        if not meant:
            raise DateError(error.reason, error.position) from None
        return evaluate(parse_expression(meant), meant)


def suggest(text: str, language: str = "en", today: date | None = None) -> str:
    """Valid EDTF that the writer of a refused text may have meant, or ''."""
    if len(text) > _LONGEST:
        return ""
    if today is None:
        today = datetime.fromtimestamp(time.time(), UTC).date()
    phrases = Phrases(SingleDates(today, day_first=language[:2].lower() != "en"))
    return phrases.read(text)
