"""What people call the parts of an event that a column of a table may hold."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

KEPT: Final = ""
"""The part of columns that are kept in the details under their own names."""
SKIPPED: Final = "skip"
PARTS: Final[Sequence[tuple[str, object]]] = (
    ("start", QT_TRANSLATE_NOOP("Parts of an event", "Date or start")),
    ("end", QT_TRANSLATE_NOOP("Parts of an event", "End")),
    ("duration", QT_TRANSLATE_NOOP("Parts of an event", "Duration")),
    ("title", QT_TRANSLATE_NOOP("Parts of an event", "Title")),
    ("text", QT_TRANSLATE_NOOP("Parts of an event", "Text")),
    ("category", QT_TRANSLATE_NOOP("Parts of an event", "Category (lane)")),
    ("place", QT_TRANSLATE_NOOP("Parts of an event", "Place")),
    ("actor", QT_TRANSLATE_NOOP("Parts of an event", "Actor")),
    ("tags", QT_TRANSLATE_NOOP("Parts of an event", "Tags")),
    ("source", QT_TRANSLATE_NOOP("Parts of an event", "Source")),
    ("link", QT_TRANSLATE_NOOP("Parts of an event", "Link")),
    ("importance", QT_TRANSLATE_NOOP("Parts of an event", "Importance, 1 to 5")),
    ("id", QT_TRANSLATE_NOOP("Parts of an event", "Identifier")),
    ("", ""),
    ("year", QT_TRANSLATE_NOOP("Parts of an event", "Year of the start")),
    ("month", QT_TRANSLATE_NOOP("Parts of an event", "Month of the start")),
    ("day", QT_TRANSLATE_NOOP("Parts of an event", "Day of the start")),
    ("time", QT_TRANSLATE_NOOP("Parts of an event", "Time of the start")),
    ("end year", QT_TRANSLATE_NOOP("Parts of an event", "Year of the end")),
    ("end month", QT_TRANSLATE_NOOP("Parts of an event", "Month of the end")),
    ("end day", QT_TRANSLATE_NOOP("Parts of an event", "Day of the end")),
    ("end time", QT_TRANSLATE_NOOP("Parts of an event", "Time of the end")),
    ("era", QT_TRANSLATE_NOOP("Parts of an event", "BC or AD")),
    ("start min", QT_TRANSLATE_NOOP("Parts of an event", "Earliest start")),
    ("start max", QT_TRANSLATE_NOOP("Parts of an event", "Latest start")),
    ("end min", QT_TRANSLATE_NOOP("Parts of an event", "Earliest end")),
    ("end max", QT_TRANSLATE_NOOP("Parts of an event", "Latest end")),
)
"""Parts in the order in which they are offered; an empty one is a rule."""
SEVERAL: Final = frozenset({KEPT, SKIPPED, "title", "text", "place", "actor", "tags", "source", "link"})
"""Parts that several columns may hold."""
_CONTEXT: Final = "Parts of an event"


def part_words(part: object) -> str:
    """The words for a part, as declared above."""
    return QCoreApplication.translate(_CONTEXT, str(part))
