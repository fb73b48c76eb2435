"""TimelineJS, the JSON of its versions 2 and 3. A minus sign before a year means BC there."""

import re
from html import unescape
from typing import Any

from timeglass.chrono.edtf import parse_file_date
from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.words import date_in_words
from timeglass.formats.carried import carried, taken_back, without_comment
from timeglass.formats.document import Document, Source
from timeglass.formats.foreign.calendar_text import astronomical, date_text, year_only
from timeglass.formats.foreign.draft import PARSED, Draft, Tree, texts, word
from timeglass.formats.foreign.html_text import markdown_of, plain_of
from timeglass.formats.json_places import JsonPlaces, JsonTree
from timeglass.formats.links import is_web_address
from timeglass.formats.problem import Path, UnreadableError, shown
from timeglass.formats.text import decode, scrub

_KEYS_3: dict[str, Path] = {"date": ("start_date",), "title": ("text", "headline"), "summary": ("text", "text")}
_KEYS_2: dict[str, Path] = {"date": ("startDate",), "title": ("headline",), "summary": ("text",)}
_PARTS = ("year", "month", "day", "hour", "minute", "second")
_NOTE = re.compile(r"<!--edtf ([^\s<>]{1,200})-->")
_HEAD_3 = re.compile(rb'"(?:start_date|unique_id)"\s*:|"text"\s*:\s*\{\s*"(?:headline|text)"')
_HEAD_2 = re.compile(rb'"startDate"\s*:|"timeline"\s*:\s*\{')


def sniff(name: str, head: bytes) -> float:
    """How surely a file is a timeline of TimelineJS in JSON."""
    plain = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not plain.startswith(b"{"):
        return 0.0
    if _HEAD_3.search(plain) and (b'"events"' in plain or b'"headline"' in plain):
        return 0.9
    return 0.85 if _HEAD_2.search(plain) and (b'"headline"' in plain or b'"date"' in plain) else 0.0


def read(source: Source) -> Document:
    """Read a timeline of TimelineJS 3 or 2."""
    text = decode(source.data, source.problems, long_lines=True)
    tree = JsonTree(text, source.problems, source.part(0.0, PARSED))
    places = JsonPlaces(text, tree.starts)
    source.problems.locate = places
    root = scrub(tree.take_root(), (), source.problems)
    if isinstance(root, dict) and isinstance(root.get("timeline"), dict):
        return _read_2(root["timeline"], Draft(source, places, _KEYS_2))
    if isinstance(root, dict) and isinstance(root.get("events"), list):
        return _read_3(root, Draft(source, places, _KEYS_3))
    raise UnreadableError("no timeline: TimelineJS has a list of 'events' or a 'timeline'", 1, 1)


def _read_3(root: Tree, draft: Draft) -> Document:
    opening = _part(root.get("title"), "text")
    said_first, own_head = without_comment(word(opening.get("text")))
    draft.title(plain_of(word(opening.get("headline"))), markdown_of(said_first))
    eras = [era for era in root["eras"] if isinstance(era, dict)] if isinstance(root.get("eras"), list) else []
    named = "".join(word(_part(era, "text").get("headline")) for era in eras)
    head, same_head = carried(own_head, f"{word(opening.get('headline'))}{said_first}{named}")
    if head:
        draft.take_back(head, same_head)
    for row, slide in enumerate(draft.each(root["events"])):
        if not isinstance(slide, dict):
            draft.problems.error((), f"slide {row + 1} is not keys and values")
            continue
        said = _part(slide, "text")
        text, own = without_comment(word(said.get("text")))
        when = _date_3(slide, draft)
        shown_date = word(slide.get("display_date")) or word(_part(slide, "start_date").get("display_date"))
        if says_no_more(shown_date, when["date"]):
            shown_date = ""
        if slide.get("background"):
            draft.leave_out("backgrounds of slides")
        tree = {
            "id": word(slide.get("unique_id")),
            "date": when["date"],
            "title": plain_of(word(said.get("headline"))) or _short(text) or "Untitled",
            **texts(markdown_of(text), plain_of(shown_date)),
            "category": draft.category(plain_of(word(slide.get("group")))),
            "sources": media_sources(_part(slide, "media")),
        }
        kept, same = carried(own, f"{word(said.get('headline'))}{text}")
        draft.add(taken_back(tree, kept, same) if kept else tree, ("events", row))
    for row, era in enumerate(root["eras"] if isinstance(root.get("eras"), list) else ()):
        if isinstance(era, dict) and not same_head:
            said = _part(era, "text")
            draft.era(
                {
                    "title": plain_of(word(said.get("headline"))) or "Era",
                    "date": _date_3(era, draft)["date"],
                    "summary": markdown_of(word(said.get("text"))),
                    "color": _color(era.get("color")),
                },
                ("eras", row),
            )
    return draft.document()


def _date_3(slide: Tree, draft: Draft) -> Tree:
    """When a slide's two dates are; as it was exported from here, where that says more than they can."""
    when = draft.when(*(_fields_date(_part(slide, key), draft) for key in ("start_date", "end_date")))
    noted = _NOTE.search(word(_part(slide, "text").get("text")))
    return {"date": unescape(noted[1])} if noted and _agree(unescape(noted[1]), when["date"]) else when


def _agree(exported: str, date: str) -> bool:
    """Tell whether a date may be what an exported one became in TimelineJS."""
    try:
        ours, theirs = parse_file_date(exported).bounds, parse_file_date(date).bounds
    except DateError:
        return False
    return any(theirs.start_earliest <= at <= theirs.start_latest for at in ours)


def says_no_more(words: str, date: str) -> bool:
    """Tell whether a date in words says only what a date says."""
    try:
        parsed = parse_file_date(date)
    except DateError:
        return False
    return plain_of(words) in (date, *(date_in_words(parsed, language) for language in ("en", "uk")))


def _fields_date(fields: Tree, draft: Draft) -> str:
    given = [word(fields.get(part)) for part in _PARTS]
    if not given[0]:
        return ""
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in given)
        return date_text(astronomical(year), month, day, hour if given[3] else None, minute, second)
    except ValueError as error:
        written = "-".join(part for part in given[:3] if part)
        reason = "numbers are expected" if "invalid literal" in str(error) else str(error)
        draft.lost(f"{shown(written)!r} is no date: {reason}")
        return year_only(given[0])


def _read_2(root: Tree, draft: Draft) -> Document:
    draft.title(plain_of(word(root.get("headline"))), markdown_of(word(root.get("text"))))
    for row, slide in enumerate(root["date"] if isinstance(root.get("date"), list) else ()):
        if not isinstance(slide, dict):
            draft.problems.error((), f"slide {row + 1} is not keys and values")
            continue
        text = word(slide.get("text"))
        when = _date_2(slide, draft)
        draft.add(
            {
                "date": when["date"],
                "title": plain_of(word(slide.get("headline"))) or _short(text) or "Untitled",
                **texts(markdown_of(text)),
                "category": draft.category(word(slide.get("tag"))),
                "sources": media_sources(_part(slide, "asset")),
            },
            ("timeline", "date", row),
        )
    for row, era in enumerate(root["era"] if isinstance(root.get("era"), list) else ()):
        if isinstance(era, dict):
            draft.era(
                {
                    "title": plain_of(word(era.get("headline"))) or "Era",
                    "date": _date_2(era, draft)["date"],
                    "summary": markdown_of(word(era.get("text"))),
                },
                ("timeline", "era", row),
            )
    return draft.document()


def _date_2(slide: Tree, draft: Draft) -> Tree:
    return draft.when(*(_written_date(word(slide.get(key)), draft) for key in ("startDate", "endDate")))


def _written_date(text: str, draft: Draft) -> str:
    """EDTF of "1991,10,6", "1991,10,6,14,30" or "10/6/1991", perhaps with a time behind; "" after a report."""
    if not text:
        return ""
    match = re.fullmatch(r"(\d{1,2})/(\d{1,2})/(-?\d+)(?:[ ,]+(\d.*))?", text)
    if match:
        text = ",".join((match[3], match[1], match[2], *([match[4]] if match[4] else [])))
    parts = [part for part in re.split(r"[,\s:/]+|(?<=\d)-", text) if part]
    try:
        numbers = [int(part) for part in parts]
        if not numbers or len(numbers) > 7 or len(parts[0].lstrip("-")) > 11 or len(parts[0]) >= 12:
            raise ValueError("a year, month and day separated by commas are expected")
        if len(parts) == 1 and len(parts[0].lstrip("-")) > 5 and not parts[0].startswith("-"):
            raise ValueError("a year, month and day separated by commas are expected")
        year, month, day, hour, minute, second = (*numbers[:6], *[0] * (6 - len(numbers[:6])))
        return date_text(astronomical(year), month, day, hour if len(numbers) > 3 else None, minute, second)
    except ValueError as error:
        reason = "a year, month and day separated by commas are expected" if "invalid literal" in str(error) else error
        draft.lost(f"{shown(text)!r} is no date: {reason}")
        return ""


def media_sources(media: Tree) -> list[Any]:
    """What a slide shows, as a source: it stays on the web, and only its address, caption and credit come along."""
    address = word(media.get("url")) or word(media.get("media"))
    said = [markdown_of(word(media.get(key))) for key in ("caption", "credit")]
    text = " — ".join(part for part in said if part)
    if is_web_address(address):
        return [{"url": address, "text": text}] if text else [address]
    return [text] if text else []


def _part(tree: Any, key: str) -> Tree:
    """Keys and values below a key; none where something else stands."""
    part = tree.get(key) if isinstance(tree, dict) else None
    return part if isinstance(part, dict) else {}


def _short(text: str) -> str:
    words = plain_of(text)
    return words if len(words) <= 80 else words[:79].rsplit(" ", 1)[0] + "…"


def _color(value: Any) -> str:
    color = word(value)
    return color if re.fullmatch(r"#[0-9A-Fa-f]{6}", color) else ""
