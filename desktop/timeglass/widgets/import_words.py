"""What importers say of other programs' files, in the language of the window.

As in :mod:`~timeglass.widgets.file_words`: English patterns with ``{}`` for what is put in, the special ones before the
general.
"""

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from timeglass.widgets.room_words import said

IMPORT_FAULTS: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("ImportFaults", "dates in {} were read as day, month, year: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "dates in {} were read as month, day, year: {}"),
    QT_TRANSLATE_NOOP(
        "ImportFaults",
        "years in {} have two digits: 69 to 99 were read as 1969 to 1999, others as 20..",
    ),
    QT_TRANSLATE_NOOP("ImportFaults", "numbers in {} were read as time since 1970 (UTC)"),
    QT_TRANSLATE_NOOP("ImportFaults", "cells with nothing but {} were taken for empty"),
    QT_TRANSLATE_NOOP("ImportFaults", "there is no date in {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "there is no date"),
    QT_TRANSLATE_NOOP("ImportFaults", "there are no names over the columns"),
    QT_TRANSLATE_NOOP(
        "ImportFaults",
        "a table in which no column has dates (columns: {}); name one with --map start=COLUMN",
    ),
    QT_TRANSLATE_NOOP("ImportFaults", "no table: its rows do not fall into cells"),
    QT_TRANSLATE_NOOP("ImportFaults", "no table: a list of objects is expected"),
    QT_TRANSLATE_NOOP("ImportFaults", "the table is empty"),
    QT_TRANSLATE_NOOP("ImportFaults", "malformed table: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "{} is no end: {}"),
    QT_TRANSLATE_NOOP(
        "ImportFaults",
        "from {} to {}: the end lies before the start (years before Christ without a sign?)",
    ),
    QT_TRANSLATE_NOOP("ImportFaults", "from {} to {}: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "no date: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "this line is no JSON object: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "items of the list that are no objects: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "only the first {} different keys are kept"),
    QT_TRANSLATE_NOOP("ImportFaults", "only the sheet {} was read; others: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "the sheet {} has more than {} cells"),
    QT_TRANSLATE_NOOP("ImportFaults", "the workbook has no sheet with rows"),
    QT_TRANSLATE_NOOP("ImportFaults", "the workbook is broken: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "the archive is encrypted"),
    QT_TRANSLATE_NOOP("ImportFaults", "the archive is broken: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "the archive would unpack to more than 300 times its size"),
    QT_TRANSLATE_NOOP("ImportFaults", "the archive holds a file that would leave it: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "the archive holds more than {} files"),
    QT_TRANSLATE_NOOP("ImportFaults", "there is no {} in the archive"),
    QT_TRANSLATE_NOOP("ImportFaults", "{} in the archive is larger than {} MB"),
    QT_TRANSLATE_NOOP("ImportFaults", "the XML defines entities, or asks for other files, which is not allowed"),
    QT_TRANSLATE_NOOP("ImportFaults", "the XML is empty"),
    QT_TRANSLATE_NOOP("ImportFaults", "malformed XML: {}; what follows is lost"),
    QT_TRANSLATE_NOOP("ImportFaults", "malformed XML: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "no timeline: <{}> stands where <{}> is expected"),
    QT_TRANSLATE_NOOP("ImportFaults", "no timeline: a list of 'events' is expected"),
    QT_TRANSLATE_NOOP("ImportFaults", "no timeline: a list of items is expected"),
    QT_TRANSLATE_NOOP("ImportFaults", "no timeline: no calendar begins here"),
    QT_TRANSLATE_NOOP("ImportFaults", "no timeline: none of the query's variables holds a date"),
    QT_TRANSLATE_NOOP("ImportFaults", "no timeline: the query's answer has no rows (no 'bindings')"),
    QT_TRANSLATE_NOOP("ImportFaults", "no timeline: TimelineJS has a list of 'events' or a 'timeline'"),
    QT_TRANSLATE_NOOP("ImportFaults", "no timeline: {} has no list of events"),
    QT_TRANSLATE_NOOP("ImportFaults", "expected keys and values"),
    QT_TRANSLATE_NOOP("ImportFaults", "slide {} is not keys and values"),
    QT_TRANSLATE_NOOP("ImportFaults", "item {} is not keys and values"),
    QT_TRANSLATE_NOOP("ImportFaults", "{} has no date"),
    QT_TRANSLATE_NOOP("ImportFaults", "a timeline has no room for, and so left out: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "what is no event was left out: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "a component begins here and does not end"),
    QT_TRANSLATE_NOOP("ImportFaults", "this line is no property; it was passed over"),
    QT_TRANSLATE_NOOP("ImportFaults", "an event cannot be read: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "an event cannot be read"),
    QT_TRANSLATE_NOOP("ImportFaults", "an event has no start"),
    QT_TRANSLATE_NOOP("ImportFaults", "the event has no start"),
    QT_TRANSLATE_NOOP("ImportFaults", "an event's start {} is no date"),
    QT_TRANSLATE_NOOP("ImportFaults", "the event ends before it starts; its end was left out"),
    QT_TRANSLATE_NOOP("ImportFaults", "the event's duration is none; it was left out"),
    QT_TRANSLATE_NOOP("ImportFaults", "{} cannot be read and was left out"),
    QT_TRANSLATE_NOOP("ImportFaults", "a cancellation meets no time of its event in this file; it was passed over"),
    QT_TRANSLATE_NOOP("ImportFaults", "a cancellation names an event that is not in this file; it was passed over"),
    QT_TRANSLATE_NOOP("ImportFaults", "{} goes on recurring; shown are its times within {} years: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "{} recurs, but {}: only its first time is shown"),
    QT_TRANSLATE_NOOP("ImportFaults", "the time zone {} is not known: its times are taken as they stand"),
    QT_TRANSLATE_NOOP("ImportFaults", "the time zone {} is not known: its times are read as {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "an event has a start, an end, a text and a category"),
    QT_TRANSLATE_NOOP("ImportFaults", "the line {} says nothing that is known"),
    QT_TRANSLATE_NOOP("ImportFaults", "{} is no colour that is known"),
    QT_TRANSLATE_NOOP("ImportFaults", "{} is no colour"),
    QT_TRANSLATE_NOOP("ImportFaults", "pictures inside the file were left out: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "pictures on the web were left out: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "attachments were left out: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "colours of single events are not kept: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "colours of tags without a group are not kept: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "the time of this file is plain numbers: they were read as years"),
    QT_TRANSLATE_NOOP("ImportFaults", "the dates are numbers that count down: they were read as million years ago"),
    QT_TRANSLATE_NOOP("ImportFaults", "the end, {}, lies before 'now', which is {}"),
    QT_TRANSLATE_NOOP(
        "ImportFaults", "events that count from 'now', which is the day on which the file was opened: {}"
    ),
    QT_TRANSLATE_NOOP("ImportFaults", "events that are repeated for ever, and shown only as often as at first: {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "every value of {} is a 1 January: they were read as years"),
    QT_TRANSLATE_NOOP("ImportFaults", "dates of the Julian calendar were converted"),
    QT_TRANSLATE_NOOP(
        "ImportFaults",
        "dates of the Julian calendar are given in the Gregorian one, as the query service does",
    ),
    QT_TRANSLATE_NOOP("ImportFaults", "rows without a date were passed over: {} of {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "{} is no date"),
)
DATE_REASONS: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("ImportFaults", "a date such as 2009-07-13 14:30:00 is expected"),
    QT_TRANSLATE_NOOP("ImportFaults", "a duration such as '3 days' is expected"),
    QT_TRANSLATE_NOOP("ImportFaults", "a year, month and day separated by commas are expected"),
    QT_TRANSLATE_NOOP("ImportFaults", "numbers are expected"),
    QT_TRANSLATE_NOOP("ImportFaults", "there is no month {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "month {} has no day {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "there is no time {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "{} is no time of day"),
    QT_TRANSLATE_NOOP("ImportFaults", "this duration leads out of the calendar"),
)
"""Why something is no date, beside what dates say themselves."""
ORDER_REASONS: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("DateOrders", "days above 12 stand first"),
    QT_TRANSLATE_NOOP("DateOrders", "days above 12 stand second"),
    QT_TRANSLATE_NOOP("DateOrders", "both ways would fit, but this is how it is written with dots"),
    QT_TRANSLATE_NOOP(
        "DateOrders", "both ways would fit, but the cells are separated by semicolons, as where days stand first"
    ),
    QT_TRANSLATE_NOOP("DateOrders", "both ways would fit"),
    QT_TRANSLATE_NOOP("DateOrders", "as in another column"),
    QT_TRANSLATE_NOOP("DateOrders", "as chosen"),
)
"""Why the day is taken to come first or last."""
RULE_REASONS: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("ImportFaults", "no date meets its rule"),
    QT_TRANSLATE_NOOP("ImportFaults", "it recurs within a day, or no known way"),
    QT_TRANSLATE_NOOP("ImportFaults", "its interval is none"),
    QT_TRANSLATE_NOOP("ImportFaults", "it starts too late to be followed"),
    QT_TRANSLATE_NOOP("ImportFaults", "its rule is malformed"),
    QT_TRANSLATE_NOOP("ImportFaults", "the file has too many recurring events"),
    QT_TRANSLATE_NOOP("ImportFaults", "its end is no date"),
    QT_TRANSLATE_NOOP("ImportFaults", "it follows the calendar {}"),
    QT_TRANSLATE_NOOP("ImportFaults", "its rule cannot be followed ({})"),
)
"""Why a recurring event is not followed."""
LEFT_OUT: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("LeftOut", "backgrounds of slides"),
    QT_TRANSLATE_NOOP("LeftOut", "colours of single events"),
    QT_TRANSLATE_NOOP("LeftOut", "icons"),
    QT_TRANSLATE_NOOP("LeftOut", "styles of single events"),
    QT_TRANSLATE_NOOP("LeftOut", "classes of single events"),
    QT_TRANSLATE_NOOP("LeftOut", "to-dos"),
    QT_TRANSLATE_NOOP("LeftOut", "journal entries"),
    QT_TRANSLATE_NOOP("LeftOut", "free or busy times"),
)
"""What a timeline has no room for."""
_LIST: Final = re.compile(r"((?:a timeline has no room for, and so|what is no event was) left out: )(.*)", re.DOTALL)
_ITEM: Final = re.compile(r"(.*)( \([\d,]+\))", re.DOTALL)
_ORDER: Final = re.compile(r"(dates in .* were read as [a-z, ]+: )(.*)", re.DOTALL)
_RULE: Final = re.compile(r"(.* recurs, but )(.*)(: only its first time is shown)", re.DOTALL)


def import_fault(text: str) -> str:
    """What is wrong in a file of another program; the text as it is where that is not known."""
    if found := _LIST.fullmatch(text):
        text = found[1] + ", ".join(map(_left_out, found[2].split(", ")))
    elif found := _ORDER.fullmatch(text):
        text = found[1] + order_reason(found[2])
    elif found := _RULE.fullmatch(text):
        text = found[1] + said("ImportFaults", RULE_REASONS, found[2]) + found[3]
    return said("ImportFaults", IMPORT_FAULTS, text)


def date_reason(text: str) -> str:
    """Why something in such a file is no date."""
    return said("ImportFaults", DATE_REASONS, text)


def order_reason(text: str) -> str:
    """Why the day is taken to come first or last in dates with slashes."""
    return said("DateOrders", ORDER_REASONS, text)


def _left_out(item: str) -> str:
    found = _ITEM.fullmatch(item)
    return item if found is None else said("LeftOut", LEFT_OUT, found[1]) + found[2]
