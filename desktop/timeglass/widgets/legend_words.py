"""What a legend says about each mark, and the headings that it puts over them."""

from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from timeglass.events.event import RelationType
from timeglass.layout.legend import Sample
from timeglass.model.relations import Link
from timeglass.widgets.detail_writer import relation_words

_CONTEXT: Final = "Legend"

_WORDS: Final[dict[str, object]] = {
    "no_category": QT_TRANSLATE_NOOP("Legend", "No category"),
    "moment": QT_TRANSLATE_NOOP("Legend", "A moment, or a time too short to see"),
    "range": QT_TRANSLATE_NOOP("Legend", "Lasts from edge to edge"),
    "fading": QT_TRANSLATE_NOOP("Legend", "A fading end: it lies somewhere within the fade"),
    "sometime": QT_TRANSLATE_NOOP("Legend", "At some time within this stretch"),
    "open": QT_TRANSLATE_NOOP("Legend", "An arrow: open, without an end or a beginning"),
    "unknown": QT_TRANSLATE_NOOP("Legend", "An end or a beginning that nobody knows"),
    "cut": QT_TRANSLATE_NOOP("Legend", "Goes on behind what stands next to it"),
    "important": QT_TRANSLATE_NOOP("Legend", "Bold: the most important events"),
    "approximate": QT_TRANSLATE_NOOP("Legend", "Hollow: about then"),
    "uncertain": QT_TRANSLATE_NOOP("Legend", "Half filled: the date is uncertain"),
    "disputed": QT_TRANSLATE_NOOP("Legend", "Dashed: disputed"),
    "claimed": QT_TRANSLATE_NOOP("Legend", "Dotted: claimed by one side"),
    "planned": QT_TRANSLATE_NOOP("Legend", "A point in a ring: planned"),
    "cluster": QT_TRANSLATE_NOOP(
        "Legend", "So many events stand too close to be shown apart; a double click opens them"
    ),
    "folded": QT_TRANSLATE_NOOP("Legend", "A small mark: one event without room for its name"),
    "echo": QT_TRANSLATE_NOOP("Legend", "Small and hollow: belongs here too, and stands in another lane"),
    "selected": QT_TRANSLATE_NOOP("Legend", "Selected"),
    "current": QT_TRANSLATE_NOOP("Legend", "The current event"),
    "changed": QT_TRANSLATE_NOOP("Legend", "Added or altered in the file just now"),
    "found": QT_TRANSLATE_NOOP("Legend", "Found by the search; what is not found is dimmed"),
    "found_folded": QT_TRANSLATE_NOOP("Legend", "Events among which the search found some"),
    "relation_beyond": QT_TRANSLATE_NOOP("Legend", "Related to an event out of view; a click goes there"),
    "today": QT_TRANSLATE_NOOP("Legend", "Today"),
    "era": QT_TRANSLATE_NOOP("Legend", "Periods"),
    "course": QT_TRANSLATE_NOOP("Legend", "Steps of a course, on alternating grounds"),
    "series_range": QT_TRANSLATE_NOOP("Legend", "The range in which a value lies"),
    "series_gap": QT_TRANSLATE_NOOP("Legend", "A gap: nothing is known"),
    "series_step": QT_TRANSLATE_NOOP("Legend", "A value that holds until the next one"),
}
_HEADINGS: Final[dict[str, object]] = {
    "category": QT_TRANSLATE_NOOP("Legend", "Categories"),
    "no_category": QT_TRANSLATE_NOOP("Legend", "Categories"),
    "moment": QT_TRANSLATE_NOOP("Legend", "Events"),
    "range": QT_TRANSLATE_NOOP("Legend", "Events"),
    "approximate": QT_TRANSLATE_NOOP("Legend", "How firm it is"),
    "uncertain": QT_TRANSLATE_NOOP("Legend", "How firm it is"),
    "disputed": QT_TRANSLATE_NOOP("Legend", "How firm it is"),
    "claimed": QT_TRANSLATE_NOOP("Legend", "How firm it is"),
    "planned": QT_TRANSLATE_NOOP("Legend", "How firm it is"),
    "cluster": QT_TRANSLATE_NOOP("Legend", "Where there is little room"),
    "selected": QT_TRANSLATE_NOOP("Legend", "What stands out"),
    "today": QT_TRANSLATE_NOOP("Legend", "Time"),
    "era": QT_TRANSLATE_NOOP("Legend", "Time"),
    "course": QT_TRANSLATE_NOOP("Legend", "Time"),
    "series": QT_TRANSLATE_NOOP("Legend", "Charts"),
}
"""The heading that the first of these marks begins; the others of it follow."""


def _tr(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))


def sample_words(sample: Sample) -> str:
    """What a sample stands for, in a line."""
    if sample.kind == "relation":
        words = QCoreApplication.translate("Legend", "Relation of the current event: {kind}")
        return words.format(kind=relation_words(Link(RelationType(sample.name), row=-1)))
    return sample.name or _tr(_WORDS[sample.kind])


def heading_words(sample: Sample) -> str:
    """The heading under which a sample stands; "" for that of the one before."""
    return _tr(_HEADINGS[sample.kind]) if sample.kind in _HEADINGS else ""
