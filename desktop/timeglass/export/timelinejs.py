"""TimelineJS 3 JSON: a slide per event. TimelineJS takes its texts for HTML, so all are escaped.

What its dates cannot say stands in a comment in the slide's text, as EDTF, for whoever reads it back.
"""

import re
from html import escape
from typing import Any

import msgspec

from timeglass.chrono.edtf_date import EdtfDate, Precision
from timeglass.chrono.instant import OPEN_FUTURE, OPEN_PAST, civil
from timeglass.chrono.words import date_in_words
from timeglass.events.event import Event
from timeglass.export.carrying import carried_trees
from timeglass.export.endnotes import Endnotes, describe
from timeglass.export.grouping import category_label, eras_of_track
from timeglass.export.html import blocks_html, inline_html
from timeglass.export.inline import blocks_of
from timeglass.export.job import ExportJob
from timeglass.export.steps import UNWATCHED, Steps
from timeglass.export.words import words_in
from timeglass.formats.carried import packed_comment

_EARLIEST_YEAR = -271_821
"""A browser's dates reach this far; beyond, TimelineJS counts in years ("cosmological")."""

_PLAIN = re.compile(r"-?[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_ROUND_YEAR = -9_999


def _year(year: int) -> int:
    """A year as TimelineJS counts: 44 BC is -44; there is no year 0. Round numbers of years ago stay as they are."""
    return year - 1 if _ROUND_YEAR < year <= 0 else year


def _fields(at: int, precision: Precision) -> dict[str, int]:
    """A date object as precise as the date is."""
    moment = civil(at)
    fields = {"year": _year(moment.year)}
    if precision <= Precision.MONTH:
        fields["month"] = moment.month
    if precision <= Precision.DAY:
        fields["day"] = moment.day
    if precision <= Precision.HOUR:
        fields.update(hour=moment.hour, minute=moment.minute, second=moment.second)
    return fields


def _dates(date: EdtfDate) -> dict[str, Any] | None:
    """Start and, where it has one, end; None where neither is known."""
    bounds = date.bounds
    start = next((at for at in (bounds.start_earliest, bounds.start_latest) if OPEN_PAST < at < OPEN_FUTURE), None)
    end = next((at for at in (bounds.end_latest, bounds.end_earliest) if OPEN_PAST < at < OPEN_FUTURE), None)
    if start is None:
        start = end
    if start is None:
        return None
    made: dict[str, Any] = {"start_date": _fields(start, date.precision)}
    if end is not None and _fields(end, date.precision) != made["start_date"]:
        made["end_date"] = _fields(end, date.precision)
    return made


def _note(date: EdtfDate) -> str:
    """A comment with the date where TimelineJS cannot say it: all but a year, month or day, and two such alike."""
    first, _, last = date.text.partition("/")
    plain = _PLAIN.fullmatch(first) and (not last or (_PLAIN.fullmatch(last) and len(first) == len(last)))
    return "" if plain and not date.text.endswith("/") else f"<!--edtf {escape(date.text)}-->"


def _text(job: ExportJob, event: Event, endnotes: Endnotes) -> str:
    """The slide's text as HTML, every text of the data escaped."""
    body = blocks_of(job.text(event.summary))
    if job.with_details:
        body += blocks_of(job.text(event.details))
    if job.with_sources:
        for number, locator in endnotes.cite(event.sources):
            author, title, publication, address = describe(endnotes.notes[number - 1], job.language)
            words = ", ".join(part for part in (author, title, publication, locator) if part)
            body.append([{"l": address, "x": words}] if address else words)
    return blocks_html(body)


def slides(job: ExportJob, steps: Steps = UNWATCHED) -> tuple[bytes, tuple[str, ...]]:
    """TimelineJS JSON, and warnings about what it cannot hold."""
    words = words_in(job.language)
    endnotes = Endnotes(job.timeline)
    categories = job.timeline.columns.category
    head, trees = carried_trees(job, steps.part(0.0, 0.1))
    made: list[bytes] = []
    without_date = 0
    cosmological = False
    triples = list(zip(job.rows.tolist(), job.events(), trees, strict=True))
    for row, event, carried in steps.part(0.1, 0.9).over(triples):
        dates = _dates(event.date)
        if dates is None:
            without_date += 1
            continue
        cosmological |= dates["start_date"]["year"] < _EARLIEST_YEAR
        slide: dict[str, Any] = {
            "unique_id": event.id,
            **dates,
            "display_date": escape(date_in_words(event.date, job.language)),
            "text": {
                "headline": inline_html(job.text(event.title)),
                "text": _text(job, event, endnotes) + _note(event.date),
            },
        }
        if event.categories:
            slide["group"] = escape(category_label(job, int(categories[row]), words))
        text = slide["text"]
        text["text"] += packed_comment(carried, f"{text['headline']}{text['text']}")
        made.append(_indented(slide).replace(b"\n", b"\n  "))  # one by one: all at once would hold up other threads
    description = blocks_html(blocks_of(job.text(job.timeline.head.description)))
    eras = []
    for era in eras_of_track(job):
        dates = _dates(era.date)
        if dates is not None and "end_date" in dates:
            eras.append({**dates, "text": {"headline": inline_html(job.text(era.title)), "text": _note(era.date)}})
    title = inline_html(job.shown_title)
    names = "".join(era["text"]["headline"] for era in eras)
    opening = {"headline": title, "text": description + packed_comment(head, f"{title}{description}{names}")}
    tree = {
        "title": {"text": opening},
        "events": (),
        "eras": eras,
        "scale": "cosmological" if cosmological else "human",
    }
    warnings = (
        (f"events without a date that TimelineJS can hold were left out: {without_date:,}",) if without_date else ()
    )
    before, key, rest = _indented(tree).partition(b'\n "events": []')
    slides_of = b"[\n  " + b",\n  ".join(made) + b"\n ]" if made else b"[]"
    return b"".join((before, key.removesuffix(b"[]"), slides_of, rest, b"\n")), warnings


def _indented(tree: dict[str, Any]) -> bytes:
    return msgspec.json.format(msgspec.json.encode(tree), indent=1)
