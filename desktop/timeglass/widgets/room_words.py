"""What rooms without Qt say, in the language of the window.

Those rooms write English sentences, some with names or numbers put in; each kind of sentence stands here once as a
pattern, with ``{}`` for what is put in. A sentence that is not here is shown as it is; tests hold lists to rooms.
"""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

EXPORT_FORMATS: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("ExportFormats", "PDF document"),
    QT_TRANSLATE_NOOP("ExportFormats", "Web page"),
    QT_TRANSLATE_NOOP("ExportFormats", "Picture (SVG)"),
    QT_TRANSLATE_NOOP("ExportFormats", "Picture (PNG)"),
    QT_TRANSLATE_NOOP("ExportFormats", "Timeglass timeline (YAML)"),
    QT_TRANSLATE_NOOP("ExportFormats", "Timeglass timeline (JSON)"),
    QT_TRANSLATE_NOOP("ExportFormats", "Timeglass timeline (JSON Lines)"),
    QT_TRANSLATE_NOOP("ExportFormats", "Table (CSV)"),
    QT_TRANSLATE_NOOP("ExportFormats", "Table for Excel (CSV)"),
    QT_TRANSLATE_NOOP("ExportFormats", "Calendar (iCalendar)"),
    QT_TRANSLATE_NOOP("ExportFormats", "Sources (BibTeX)"),
    QT_TRANSLATE_NOOP("ExportFormats", "Sources (CSL-JSON)"),
    QT_TRANSLATE_NOOP("ExportFormats", "TimelineJS (JSON)"),
)
STAGES: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("Stages", "Gathering the events"),
    QT_TRANSLATE_NOOP("Stages", "Setting the pages"),
    QT_TRANSLATE_NOOP("Stages", "Painting the picture"),
    QT_TRANSLATE_NOOP("Stages", "Writing the file"),
    QT_TRANSLATE_NOOP("Stages", "Done"),
)
QUERY_FAULTS: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("QueryFaults", "this bracket closes nothing"),
    QT_TRANSLATE_NOOP("QueryFaults", "OR stands between two things to look for"),
    QT_TRANSLATE_NOOP("QueryFaults", "too many brackets and signs inside one another"),
    QT_TRANSLATE_NOOP("QueryFaults", "the closing quotation mark is missing"),
    QT_TRANSLATE_NOOP("QueryFaults", "the closing bracket is missing"),
    QT_TRANSLATE_NOOP("QueryFaults", "there is nothing to leave out"),
    QT_TRANSLATE_NOOP("QueryFaults", "“certainly:” stands before after:, before:, during: or on:"),
    QT_TRANSLATE_NOOP("QueryFaults", "there is no field “{}”"),
    QT_TRANSLATE_NOOP("QueryFaults", "“{}:” wants a value"),
    QT_TRANSLATE_NOOP("QueryFaults", "there is no letter or digit in it to look for"),
    QT_TRANSLATE_NOOP("QueryFaults", "importance is 1 to 5, as in importance:>=4"),
    QT_TRANSLATE_NOOP("QueryFaults", "“is:” does not know “{}”"),
    QT_TRANSLATE_NOOP("QueryFaults", "“has:” does not know “{}”"),
)
DATE_FAULTS: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("DateFaults", "no date: the text is empty"),
    QT_TRANSLATE_NOOP("DateFaults", "a date is missing"),
    QT_TRANSLATE_NOOP("DateFaults", "longer than {} characters"),
    QT_TRANSLATE_NOOP("DateFaults", "spaces cannot stand in a date"),
    QT_TRANSLATE_NOOP("DateFaults", "Y is followed by a year of five digits or more, such as Y-10000 or Y-138E8"),
    QT_TRANSLATE_NOOP("DateFaults", "years have no plus sign"),
    QT_TRANSLATE_NOOP("DateFaults", "an unspecified digit is a capital X"),
    QT_TRANSLATE_NOOP("DateFaults", "a year of more than four digits begins with Y"),
    QT_TRANSLATE_NOOP("DateFaults", "a year has four digits, with zeros in front or X for unknown ones"),
    QT_TRANSLATE_NOOP("DateFaults", "two qualifiers in a row: '%' says both"),
    QT_TRANSLATE_NOOP("DateFaults", "a time of day follows a full date, such as 1997-07-09T12:00"),
    QT_TRANSLATE_NOOP("DateFaults", "expected {}, but the text ends"),
    QT_TRANSLATE_NOOP("DateFaults", "expected {}, but found {}"),
    QT_TRANSLATE_NOOP("DateFaults", "there is no year -0000: 1 BC is 0000"),
    QT_TRANSLATE_NOOP("DateFaults", "season {} has no days"),
    QT_TRANSLATE_NOOP("DateFaults", "no month {}: months are 01 to 12, seasons 21 to 41"),
    QT_TRANSLATE_NOOP("DateFaults", "no day {} fits {}"),
    QT_TRANSLATE_NOOP("DateFaults", "no day {}: {} has {} days"),
    QT_TRANSLATE_NOOP("DateFaults", "years reach from {} to {}"),
    QT_TRANSLATE_NOOP("DateFaults", "Y is for years of more than four digits"),
    QT_TRANSLATE_NOOP("DateFaults", "S is followed by how many digits are significant, from 1 on"),
    QT_TRANSLATE_NOOP("DateFaults", "no hour {}: hours are 00 to 23, and 24:00:00 the end of a day"),
    QT_TRANSLATE_NOOP("DateFaults", "no minute {}: 00 to 59"),
    QT_TRANSLATE_NOOP("DateFaults", "no second {}: 00 to 59"),
    QT_TRANSLATE_NOOP("DateFaults", "no zone {}: hours are 00 to 23"),
    QT_TRANSLATE_NOOP("DateFaults", "an interval has two ends, not more"),
    QT_TRANSLATE_NOOP("DateFaults", "an interval is between single dates, not sets"),
    QT_TRANSLATE_NOOP("DateFaults", "an interval is between dates: times of day cannot stand in it"),
    QT_TRANSLATE_NOOP("DateFaults", "an interval needs a date on one side of '/', at least"),
    QT_TRANSLATE_NOOP("DateFaults", "the end lies before the start"),
    QT_TRANSLATE_NOOP("DateFaults", "'{}' is not closed by '{}'"),
    QT_TRANSLATE_NOOP("DateFaults", "'..' needs a date on one side"),
    QT_TRANSLATE_NOOP("DateFaults", "only the first member of a set can be open towards the past"),
    QT_TRANSLATE_NOOP("DateFaults", "only the last member of a set can be open towards the future"),
    QT_TRANSLATE_NOOP("DateFaults", "both sides of '..' need the same precision"),
)
EXPECTED: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("Expected", "a year of four digits"),
    QT_TRANSLATE_NOOP("Expected", "'-' and a month, or the end"),
    QT_TRANSLATE_NOOP("Expected", "a month of two digits"),
    QT_TRANSLATE_NOOP("Expected", "'-' and a day, or the end"),
    QT_TRANSLATE_NOOP("Expected", "a day of two digits"),
    QT_TRANSLATE_NOOP("Expected", "the end"),
    QT_TRANSLATE_NOOP("Expected", "an hour of two digits"),
    QT_TRANSLATE_NOOP("Expected", "':' and minutes, a zone, or the end"),
    QT_TRANSLATE_NOOP("Expected", "minutes of two digits"),
    QT_TRANSLATE_NOOP("Expected", "':' and seconds, a zone, or the end"),
    QT_TRANSLATE_NOOP("Expected", "seconds of two digits"),
    QT_TRANSLATE_NOOP("Expected", "a zone such as Z or +02:00, or the end"),
)


@cache
def _pattern(sentence: str) -> re.Pattern[str]:
    return re.compile(re.escape(sentence).replace(r"\{\}", "(.*?)"), re.DOTALL)


def _expected(text: str) -> str:
    return QCoreApplication.translate("Expected", text)


def said(context: str, sentences: Sequence[object], text: str, put_in: Callable[[str], str] = _expected) -> str:
    """A text of one of these kinds in the window's language; as it is where it is none of them.

    ``put_in`` gives the words for what stands in the place of each ``{}``.
    """
    for sentence in sentences:
        found = _pattern(str(sentence)).fullmatch(text)
        if found is not None:
            return QCoreApplication.translate(context, str(sentence)).format(*map(put_in, found.groups()))
    return text


def stage_words(text: str) -> str:
    """A stage of an export."""
    return said("Stages", STAGES, text)


def date_fault(text: str) -> str:
    """Why a text is no date."""
    return said("DateFaults", DATE_FAULTS, text)


def query_fault(text: str) -> str:
    """Why a query cannot be read, with what was perhaps meant."""
    sentence, meant, rest = text.partition("; did you mean “")
    words = said("QueryFaults", QUERY_FAULTS, sentence)
    words = date_fault(sentence) if words == sentence else words
    if not meant:
        return words
    asked = QCoreApplication.translate("QueryFaults", "{fault}; did you mean “{meant}”?")
    return asked.format(fault=words, meant=rest.removesuffix("”?"))
