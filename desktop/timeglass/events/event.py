"""Records of a timeline: what a file says, typed. The schema of the file format is made from these."""

from enum import Enum

import msgspec

from timeglass.chrono.edtf_date import EdtfDate

Text = str | dict[str, str]
"""A text for people: plain (in the file's language), or one per language tag."""


def text_in(text: Text, language: str, fallback: str = "en") -> str:
    """The text in a language; else in the fallback (the file's) language; else in whichever comes first."""
    if isinstance(text, str):
        return text
    found = text.get(language) or text.get(fallback)
    return found or next(iter(text.values()), "")


class Status(Enum):
    """How firmly an event stands."""

    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    CLAIMED = "claimed"
    PLANNED = "planned"


class RelationType(Enum):
    """How one event bears on another."""

    LEADS_TO = "leads-to"
    RESPONDS_TO = "responds-to"
    REVERSES = "reverses"
    PART_OF = "part-of"
    SEE_ALSO = "see-also"


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A number in an event, such as a poll's share."""

    label: Text
    value: float
    unit: str = ""


class SourceRef(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event rests: a source of the file by id and locator, an address, or free text; one of these."""

    source: str = ""
    locator: str = ""
    url: str = ""
    text: str = ""


class Relation(msgspec.Struct, frozen=True, kw_only=True):
    """A typed arrow to another event, by id or alias."""

    type: RelationType
    event: str


class Medium(msgspec.Struct, frozen=True, kw_only=True):
    """A picture beside the timeline file; never fetched from the network."""

    file: str
    caption: Text = ""
    credit: str = ""


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One event. ``categories[0]`` decides its lane; ``importance`` (1 … 5) whose label survives."""

    id: str
    date: EdtfDate
    title: Text
    summary: Text = ""
    details: Text = ""
    categories: tuple[str, ...] = ()
    importance: int = 3
    status: Status = Status.CONFIRMED
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = ()
    sources: tuple[SourceRef, ...] = ()
    related: tuple[Relation, ...] = ()
    media: tuple[Medium, ...] = ()
    aliases: tuple[str, ...] = ()
    origin: str = ""
    """Path of its file where a timeline was put together from several."""


class Category(msgspec.Struct, frozen=True, kw_only=True):
    """A group of events with a label and an optional colour (``#rrggbb``)."""

    id: str
    label: Text = ""
    color: str = ""


class Track(msgspec.Struct, frozen=True, kw_only=True):
    """A row of eras. ``style`` "states" draws step-wise bands of a course instead of neutral periods."""

    id: str
    label: Text = ""
    style: str = "periods"


class Era(msgspec.Struct, frozen=True, kw_only=True):
    """A background band, such as a presidency or a stretch of policy."""

    id: str
    title: Text
    date: EdtfDate
    track: str = ""
    summary: Text = ""
    color: str = ""
    sources: tuple[SourceRef, ...] = ()
    aliases: tuple[str, ...] = ()


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """A work that events refer to by id."""

    id: str
    title: str
    author: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    accessed: str = ""
    kind: str = ""


class Point(msgspec.Struct, frozen=True, kw_only=True):
    """One value of a series; ``low`` and ``high`` give its range where known. Without a value it is a gap."""

    date: EdtfDate
    value: float | None = None
    low: float | None = None
    high: float | None = None
    source: str = ""
    note: Text = ""
    pollster: str = ""


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers over time, drawn under the events. Series that share a ``group`` and a unit share a chart.

    ``style`` "step" holds each value until the next one instead of leading a line from one to the other.
    """

    id: str
    title: Text
    unit: str = ""
    description: Text = ""
    group: Text = ""
    style: str = "line"
    points: tuple[Point, ...] = ()


class View(msgspec.Struct, frozen=True, kw_only=True):
    """What the window shows first."""

    range: EdtfDate | None = None
    group_by: str = "category"
