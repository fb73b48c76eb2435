"""The schema of the timeline file: every key that may stand in it, with its type and meaning.

Readers type what they read by these records, and ``resources/timeline.schema.json`` is made from them, so
that file format, checks and editor completion cannot drift apart. Dates are texts here; assembling parses them.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from timeglass.events.event import RelationType, Status

VERSION = 1
"""Version of the format that this program reads and writes."""

LanguageTag = Annotated[
    str,
    Meta(
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
        description="Language tag, such as uk",
        extra={"expected": "a language tag such as 'uk'"},
    ),
]
Text = str | dict[LanguageTag, str]
"""A text for people: plain, or one per language."""
Title = Annotated[str, Meta(min_length=1)] | Annotated[dict[LanguageTag, str], Meta(min_length=1)]
"""A text that may not be empty."""
Color = Annotated[
    str,
    Meta(
        pattern=r"^#[0-9A-Fa-f]{6}$",
        description="Colour as #rrggbb, in quotes",
        extra={"expected": "a colour such as '#0072B2'"},
    ),
]
DateText = Annotated[str, Meta(min_length=1, description="EDTF (ISO 8601-2) or ISO date-time")]
Name = Annotated[str, Meta(min_length=1)]


class _Entry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """Base of all entries: unknown keys are told, never swallowed."""


class FigureEntry(_Entry, frozen=True, kw_only=True):
    """A number in an event, such as a poll's share."""

    label: Title
    value: float
    unit: str = ""


class SourceRefEntry(_Entry, frozen=True, kw_only=True):
    """Where a statement rests: a source of this file, an address, or free text."""

    source: Annotated[str, Meta(description="Key of a source in `sources`")] = ""
    locator: Annotated[str, Meta(description="Place in the source, such as a page or section")] = ""
    url: str = ""
    text: str = ""


class RelationEntry(_Entry, frozen=True, kw_only=True):
    """An arrow to another event."""

    type: RelationType
    event: Annotated[Name, Meta(description="Id or alias of the other event")]


class MediumEntry(_Entry, frozen=True, kw_only=True):
    """A picture beside the timeline file; never fetched from the network."""

    file: Annotated[Name, Meta(description="Path relative to the timeline file, inside its folder")]
    caption: Text = ""
    credit: str = ""


class EventEntry(_Entry, frozen=True, kw_only=True):
    """One event."""

    date: Annotated[DateText, Meta(description="When: EDTF such as 1997-07-09, 1993/1996, 199X, 1994~, 2023/..")]
    title: Annotated[Title, Meta(description="Name of the event")]
    id: Annotated[str, Meta(description="Unique name to refer to; derived from date and title when absent")] = ""
    aliases: Annotated[tuple[Name, ...], Meta(description="Further ids under which it can be found")] = ()
    summary: Annotated[Text, Meta(description="One to three sentences, Markdown")] = ""
    details: Annotated[Text, Meta(description="Longer text, Markdown")] = ""
    category: Annotated[
        str | tuple[Name, ...], Meta(description="Key of a category, or a list; the first decides the lane")
    ] = ""
    importance: Annotated[int, Meta(ge=1, le=5, description="1 to 5: whose label survives when space is short")] = 3
    status: Status = Status.CONFIRMED
    actors: Annotated[tuple[str, ...], Meta(description="Who took part")] = ()
    places: Annotated[tuple[str, ...], Meta(description="Where")] = ()
    tags: tuple[str, ...] = ()
    figures: Annotated[tuple[FigureEntry, ...], Meta(description="Numbers that belong to the event")] = ()
    sources: Annotated[
        tuple[str | SourceRefEntry, ...], Meta(description="Sources by key, addresses, or free text")
    ] = ()
    related: Annotated[tuple[RelationEntry, ...], Meta(description="Arrows to other events")] = ()
    media: Annotated[tuple[MediumEntry, ...], Meta(description="Pictures beside the file")] = ()


class CategoryEntry(_Entry, frozen=True, kw_only=True):
    """A group of events."""

    label: Text = ""
    color: Color = ""


class TrackEntry(_Entry, frozen=True, kw_only=True):
    """A row of eras."""

    label: Text = ""
    style: Annotated[Literal["periods", "states"], Meta(description="Soft bands, or the steps of a course")] = "periods"


class EraEntry(_Entry, frozen=True, kw_only=True):
    """A background band, such as a presidency."""

    date: DateText
    title: Title
    id: str = ""
    aliases: tuple[Name, ...] = ()
    track: Annotated[str, Meta(description="Key of a track: eras of one track share a row")] = ""
    summary: Text = ""
    color: Color = ""
    sources: tuple[str | SourceRefEntry, ...] = ()


class SourceEntry(_Entry, frozen=True, kw_only=True):
    """A work that events refer to by its key."""

    title: Name
    author: str = ""
    publisher: str = ""
    date: str = ""
    url: str = ""
    accessed: Annotated[str, Meta(description="Date when the address was last seen to work")] = ""
    kind: Annotated[str, Meta(description="Such as primary or secondary")] = ""


class PointEntry(_Entry, frozen=True, kw_only=True):
    """One value of a series; a point without a value says that from here on nothing is known."""

    date: DateText
    value: float | None = None
    low: float | None = None
    high: float | None = None
    source: Annotated[str, Meta(description="Key of a source in `sources`")] = ""
    note: Text = ""
    pollster: str = ""


class SeriesEntry(_Entry, frozen=True, kw_only=True):
    """Numbers over time, drawn under the events."""

    title: Title
    id: str = ""
    unit: str = ""
    description: Text = ""
    group: Annotated[Text, Meta(description="Name of a chart: series of one group and unit share it")] = ""
    style: Annotated[Literal["line", "step"], Meta(description="From value to value, or each held until the next")] = (
        "line"
    )
    points: tuple[PointEntry, ...] = ()


class ViewEntry(_Entry, frozen=True, kw_only=True):
    """What the window shows first."""

    range: Annotated[str, Meta(description="Visible range as an EDTF interval, such as 1990/2026")] = ""
    group_by: Annotated[str, Meta(description="What makes the lanes: category")] = "category"


class HeadEntry(_Entry, frozen=True, kw_only=True):
    """All of a file but its events."""

    timeglass: Annotated[int, Meta(ge=1, le=VERSION, description="Version of the format")]
    title: Annotated[Title, Meta(description="Name of the timeline")]
    description: Annotated[Text, Meta(description="Markdown")] = ""
    language: Annotated[LanguageTag, Meta(description="Language of plain texts")] = "en"
    license: str = ""
    updated: Annotated[str, Meta(description="Date of the last revision")] = ""
    view: ViewEntry = ViewEntry()
    categories: Annotated[dict[Name, CategoryEntry], Meta(description="Groups of events, in lane order")] = {}
    tracks: Annotated[dict[Name, TrackEntry], Meta(description="Rows of eras")] = {}
    eras: Annotated[tuple[EraEntry, ...], Meta(description="Background bands")] = ()
    sources: Annotated[dict[Name, SourceEntry], Meta(description="Each source once, by key")] = {}
    synonyms: Annotated[tuple[tuple[str, ...], ...], Meta(description="Groups of words that search treats as one")] = ()
    series: Annotated[tuple[SeriesEntry, ...], Meta(description="Numbers over time")] = ()


class FileEntry(HeadEntry, frozen=True, kw_only=True):
    """A Timeglass timeline."""

    events: Annotated[tuple[EventEntry, ...], Meta(description="The events, in any order")] = ()
