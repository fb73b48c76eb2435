"""The fields of the query language, declared once: what each is asked for and how its values are compared."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from timeglass.events.event import Status
from timeglass.search.expression import Relation
from timeglass.search.texts import TextField


class Kind(Enum):
    """How a field is asked."""

    WORDS = "words"
    """By words in its texts."""
    NAMED = "named"
    """By an id or a label out of the file's list; where none is called so, by words in them."""
    ID = "id"
    """By an id or alias."""
    DATE = "date"
    NUMBER = "number"
    PROPERTY = "property"
    CERTAINLY = "certainly"
    """No field of its own: stands before one of dates."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: its kind, and the indexed texts in which its words stand."""

    kind: Kind
    texts: tuple[TextField, ...] = ()


FIELDS: Final[Mapping[str, Field]] = {
    "title": Field(Kind.WORDS, (TextField.TITLE,)),
    "text": Field(Kind.WORDS, (TextField.TITLE, TextField.SUMMARY, TextField.DETAILS)),
    "actor": Field(Kind.WORDS, (TextField.ACTOR,)),
    "place": Field(Kind.WORDS, (TextField.PLACE,)),
    "category": Field(Kind.NAMED, (TextField.CATEGORY,)),
    "tag": Field(Kind.NAMED, (TextField.TAG,)),
    "source": Field(Kind.NAMED, (TextField.SOURCE,)),
    "era": Field(Kind.NAMED),
    "status": Field(Kind.NAMED),
    "id": Field(Kind.ID),
    "lang": Field(Kind.NAMED),
    **{relation.value: Field(Kind.DATE) for relation in Relation},
    "importance": Field(Kind.NUMBER),
    "is": Field(Kind.PROPERTY),
    "has": Field(Kind.PROPERTY),
    "certainly": Field(Kind.CERTAINLY),
}

PROPERTIES: Final[Mapping[str, tuple[str, ...]]] = {
    "is": ("range", "instant", "uncertain", "approximate", "open", "sourced", "selected"),
    "has": ("sources", "media", "figures", "related", "summary", "details", "actors", "places", "tags"),
}
"""What can stand behind ``is:`` and ``has:``."""

STATUSES: Final = tuple(status.value for status in Status)
IMPORTANCES: Final = range(1, 6)
