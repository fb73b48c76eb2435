"""SIMILE Timeline, its XML and its JSON."""

import re
from collections.abc import Mapping
from typing import Any

from timeglass.chrono.edtf_date import DateError
from timeglass.formats.document import Document, Source
from timeglass.formats.foreign.draft import PARSED, Draft, Tree, texts, word
from timeglass.formats.foreign.html_text import markdown_of, plain_of
from timeglass.formats.foreign.time_text import foreign_date
from timeglass.formats.foreign.xml_tree import read_xml
from timeglass.formats.json_places import JsonPlaces, JsonTree
from timeglass.formats.links import is_web_address
from timeglass.formats.problem import Path, Place, UnreadableError, shown
from timeglass.formats.text import decode, scrub

_XML = re.compile(rb"<data\b[^>]*>.{0,20000}?<event\b", re.DOTALL)
_JSON = re.compile(rb'"(?:dateTimeFormat|wikiURL|durationEvent|isDuration|latestStart|earliestEnd)"\s*:')
_EVENT = re.compile(rb'"events"\s*:\s*\[\s*\{[^{}]{0,5000}"start"\s*:')
_NUMBER = re.compile(r"\??(\d+(?:\.\d+)?)")
_DOUBTFUL_YEAR = re.compile(r"(\d{1,3})\?")
_LOOKS = (
    (("color", "textColor"), "colours of single events"),
    (("icon", "tapeImage", "tapeRepeat"), "icons"),
)
_KEYS: dict[str, Path] = {"date": ("start",), "summary": ("description",), "details": ("description",)}


def sniff_xml(name: str, head: bytes) -> float:
    """How surely a file is a SIMILE timeline in XML."""
    return 0.9 if _XML.search(head) else 0.0


def sniff_json(name: str, head: bytes) -> float:
    """How surely a file is a SIMILE timeline in JSON."""
    if b'"events"' not in head:
        return 0.0
    return 0.85 if _JSON.search(head) else 0.6 if _EVENT.search(head) else 0.0


def read_xml_file(source: Source) -> Document:
    """Read a SIMILE timeline in XML."""
    root = read_xml(source.data, source.problems, source.part(0.0, PARSED))
    if root.name != "data":
        raise UnreadableError(f"no timeline: <{shown(root.name)}> stands where <data> is expected", *root.place)
    draft = Draft(source)
    events = root.all("event")
    counts_down = _counts_down([event.attributes for event in events])
    for event in draft.each(events):
        attributes: dict[str, Any] = dict(event.attributes)
        attributes.setdefault("description", event.text)
        for old, new in (("starts", "start"), ("ends", "end")):
            if old in attributes:
                attributes.setdefault(new, attributes[old])
        _add(attributes, draft, event.place, counts_down)
    return _finished(draft, counts_down)


def read_json_file(source: Source) -> Document:
    """Read a SIMILE timeline in JSON."""
    text = decode(source.data.removeprefix(b"\xef\xbb\xbf"), source.problems, long_lines=True)
    tree = JsonTree(text, source.problems, source.part(0.0, PARSED))
    places = JsonPlaces(text, tree.starts)
    source.problems.locate = places
    root = scrub(tree.take_root(), (), source.problems)
    if not isinstance(root, dict) or not isinstance(root.get("events"), list):
        raise UnreadableError("no timeline: a list of 'events' is expected", 1, 1)
    draft = Draft(source, places, _KEYS)
    events = [event for event in root["events"] if isinstance(event, dict)]
    counts_down = _counts_down(events)
    for row, event in enumerate(draft.each(root["events"])):
        if isinstance(event, dict):
            _add(event, draft, ("events", row), counts_down)
        else:
            draft.problems.error(("events", row), "expected keys and values")
    return _finished(draft, counts_down)


def _counts_down(events: list[Any]) -> bool:
    """Tell whether dates are plain numbers that grow smaller: million years ago, as of the widget for geology."""
    pairs = [
        (float(start[1]), float(end[1]))
        for event in events
        if (start := _NUMBER.fullmatch(word(event.get("start")))) and (end := _NUMBER.fullmatch(word(event.get("end"))))
    ]
    return len(pairs) > 0.5 * len(events) > 0 and sum(start > end for start, end in pairs) > 0.8 * len(pairs)


def _finished(draft: Draft, counts_down: bool) -> Document:
    if counts_down:
        draft.problems.warn((), "the dates are numbers that count down: they were read as million years ago")
    return draft.document()


def _add(event: Mapping[str, Any], draft: Draft, origin: Path | Place, counts_down: bool) -> None:
    when = _when(event, draft, counts_down)
    text = markdown_of(word(event.get("description")))
    link = word(event.get("link"))
    picture = word(event.get("image"))
    doubt = [
        f"{name}: {word(event.get(key))}"
        for key, name in (("latestStart", "Latest start"), ("earliestEnd", "Earliest end"))
        if event.get(key)
    ]
    for keys, what in _LOOKS:
        if any(event.get(key) for key in keys):
            draft.leave_out(what)
    draft.add(
        {
            "date": when["date"],
            "title": plain_of(word(event.get("title"))) or plain_of(word(event.get("caption"))) or "Untitled",
            **texts(text, when.get("details", ""), "; ".join(doubt)),
            "category": draft.category(word(event.get("classname")) or word(event.get("eventType"))),
            "sources": [address for address in (link, picture) if is_web_address(address)],
        },
        origin,
    )


def _when(event: Mapping[str, Any], draft: Draft, counts_down: bool) -> Tree:
    """The date: an interval for a duration; for an instant with an end, one moment between its two dates."""
    start, end = (_date(word(event.get(key)), draft, counts_down) for key in ("start", "end"))
    marked = str(event.get("durationEvent", event.get("isDuration", ""))).lower()
    if not start or not end or start == end:
        return {"date": start or end}
    if marked == "true" or (marked == "" and "isDuration" not in event and "durationEvent" in event):
        return draft.when(start, end)
    between = "[{}..{}]".format(*(part.partition("T")[0] for part in (start, end)))
    return {"date": between if start[:10] != end[:10] else start}


def _date(text: str, draft: Draft, counts_down: bool) -> str:
    if not text:
        return ""
    number = _NUMBER.fullmatch(text)
    if counts_down and number:
        return _million_years_ago(number[1])
    doubtful = _DOUBTFUL_YEAR.fullmatch(text)
    if doubtful and not 1_700 <= int(doubtful[1]) * 10 <= 2_100:  # "199?" are the 1990s, but "107?" is a year
        return f"{int(doubtful[1]):04}?"
    try:
        return foreign_date(text)
    except DateError as error:
        draft.lost(f"{shown(text)!r} is no date: {error.reason}")
        return ""


def _million_years_ago(number: str) -> str:
    """EDTF of a number of million years: 65.5 is Y-655E5."""
    whole, _, fraction = number.partition(".")
    fraction = fraction.rstrip("0")
    return f"Y-{int(whole + fraction)}E{6 - len(fraction)}"
