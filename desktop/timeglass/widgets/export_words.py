"""What exporting says, in the language of the window: English patterns as in :mod:`~timeglass.widgets.room_words`."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP

from timeglass.widgets.room_words import said

EXPORT_FAULTS: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("ExportFaults", "the pages could not be set: no further process can be started ({})"),
    QT_TRANSLATE_NOOP(
        "ExportFaults", "the pages could not be set: the process was ended (for want of memory, it seems)"
    ),
    QT_TRANSLATE_NOOP("ExportFaults", "the pages could not be set: the process was ended (status {})"),
    QT_TRANSLATE_NOOP("ExportFaults", "the pages could not be set: {}"),
    QT_TRANSLATE_NOOP("ExportFaults", "the page could not be drawn: {}"),
    QT_TRANSLATE_NOOP("ExportFaults", "the picture of the timeline is no SVG"),
    QT_TRANSLATE_NOOP("ExportFaults", "the picture of the timeline is no SVG: {}"),
    QT_TRANSLATE_NOOP("ExportFaults", "a picture of {} × {} pixels is too large; at most {} a side"),
    QT_TRANSLATE_NOOP("ExportFaults", "there is no memory for a picture of {} × {} pixels"),
    QT_TRANSLATE_NOOP("ExportFaults", "a picture is {} to {} pixels wide, not {}"),
    QT_TRANSLATE_NOOP("ExportFaults", "{} pixels are too few at a scale factor of {}"),
    QT_TRANSLATE_NOOP("ExportFaults", "a scale factor of {} is not possible; choose 0.25 to 8"),
    QT_TRANSLATE_NOOP("ExportFaults", "a font size of {} pt cannot be set; choose 6 to 24"),
)
EXPORT_WARNINGS: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("ExportWarnings", "no font has a glyph for {} and {} more; printed as {}"),
    QT_TRANSLATE_NOOP("ExportWarnings", "no font has a glyph for {} and {} more; shown as a box"),
    QT_TRANSLATE_NOOP("ExportWarnings", "no font has a glyph for {}; printed as {}"),
    QT_TRANSLATE_NOOP("ExportWarnings", "no font has a glyph for {}; shown as a box"),
    QT_TRANSLATE_NOOP("ExportWarnings", "{}: the timeline has no folder to look in; a placeholder is printed"),
    QT_TRANSLATE_NOOP("ExportWarnings", "{}: lies outside the timeline's folder; a placeholder is printed"),
    QT_TRANSLATE_NOOP("ExportWarnings", "{}: is not there; a placeholder is printed"),
    QT_TRANSLATE_NOOP("ExportWarnings", "{}: is too large; a placeholder is printed"),
    QT_TRANSLATE_NOOP("ExportWarnings", "{}: cannot be read; a placeholder is printed"),
    QT_TRANSLATE_NOOP("ExportWarnings", "{}: has too many pixels; a placeholder is printed"),
    QT_TRANSLATE_NOOP("ExportWarnings", "{}: is no picture that can be read; a placeholder is printed"),
    QT_TRANSLATE_NOOP("ExportWarnings", "events without a date that TimelineJS can hold were left out: {}"),
    QT_TRANSLATE_NOOP("ExportWarnings", "dates that say what a calendar cannot stand in words in the description: {}"),
    QT_TRANSLATE_NOOP("ExportWarnings", "events without a date that a calendar has became journal entries: {}"),
    QT_TRANSLATE_NOOP("ExportWarnings", "not in the file: the description"),
    QT_TRANSLATE_NOOP("ExportWarnings", "not in the file: labels and colours of categories"),
    QT_TRANSLATE_NOOP("ExportWarnings", "not in the file: eras"),
    QT_TRANSLATE_NOOP("ExportWarnings", "not in the file: tracks of eras"),
    QT_TRANSLATE_NOOP("ExportWarnings", "not in the file: the list of sources"),
    QT_TRANSLATE_NOOP("ExportWarnings", "not in the file: synonyms"),
    QT_TRANSLATE_NOOP("ExportWarnings", "not in the file: series of numbers"),
)


def export_fault(text: str) -> str:
    """Why nothing was exported."""
    return said("ExportFaults", EXPORT_FAULTS, text)


def export_warning(text: str) -> str:
    """What an export could not bring along."""
    return said("ExportWarnings", EXPORT_WARNINGS, text)
