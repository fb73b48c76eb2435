"""The sources of the chosen events as BibTeX and as CSL-JSON."""

import re
import unicodedata
from typing import Any, Final

import msgspec

from timeglass.chrono.edtf import parse_as_written
from timeglass.chrono.edtf_date import DateError, Precision
from timeglass.chrono.instant import civil
from timeglass.events.event import Source
from timeglass.export.endnotes import Endnote, Endnotes
from timeglass.export.job import ExportJob
from timeglass.export.steps import UNWATCHED, Steps

_ESCAPES: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "%": r"\%",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\n": " ",
        "\r": " ",
    }
)
_ADDRESS_ESCAPES: Final = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20", "\n": "", "\r": ""})


def cited(job: ExportJob, steps: Steps) -> list[Endnote]:
    """Sources of the chosen events, each once, in order of first use. Raises ExportCancelledError."""
    endnotes = Endnotes(job.timeline)
    for event in steps.over(job.events()):
        endnotes.cite(event.sources)
    return endnotes.notes


def date_parts(text: str) -> list[int]:
    """Year, month and day of a date as far as it is precise; empty if it is no plain date."""
    try:
        date = parse_as_written(text)
    except DateError:
        return []
    fields = civil(date.bounds.start_earliest)
    match date.precision:
        case Precision.YEAR:
            return [fields.year]
        case Precision.MONTH:
            return [fields.year, fields.month]
        case precision if precision <= Precision.DAY:
            return [fields.year, fields.month, fields.day]
        case _:
            return []


def _key(note: Endnote, taken: set[str]) -> str:
    """A citation key of ASCII letters, digits and hyphens, unlike all others."""
    wanted = note.record.id if note.record else f"source-{note.number}"
    plain = unicodedata.normalize("NFKD", wanted).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^A-Za-z0-9:.+-]+", "-", plain).strip("-") or f"source-{note.number}"
    key, count = stem, 1
    while key.lower() in taken:
        count += 1
        key = f"{stem}-{count}"
    taken.add(key.lower())
    return key


def _record(note: Endnote) -> Source:
    return note.record or Source(id="", title=note.text or note.url, url=note.url)


def _authors(source: Source) -> list[str]:
    return [name.strip() for name in source.author.split(";") if name.strip()]


def bibtex(job: ExportJob, steps: Steps = UNWATCHED) -> tuple[bytes, tuple[str, ...]]:
    """BibTeX (every entry ``@misc``, so that any style sets it), and warnings (there are none)."""
    taken: set[str] = set()
    entries = []
    for note in steps.part(0.5, 1.0).over(cited(job, steps.part(0.0, 0.5))):
        source = _record(note)
        fields = {"title": f"{{{source.title.translate(_ESCAPES)}}}"}
        if authors := _authors(source):
            fields["author"] = " and ".join(f"{{{name.translate(_ESCAPES)}}}" for name in authors)
        if source.publisher:
            fields["publisher"] = source.publisher.translate(_ESCAPES)
        if parts := date_parts(source.date):
            fields["year"] = str(parts[0])
            fields["date"] = "-".join(f"{part:0{2 if place else 4}}" for place, part in enumerate(parts))
        elif source.date:
            fields["note"] = source.date.translate(_ESCAPES)
        if source.url:
            fields["url"] = source.url.translate(_ADDRESS_ESCAPES)
        if source.accessed:
            fields["urldate"] = source.accessed.translate(_ESCAPES)
        lines = ",\n".join(f"  {name} = {{{value}}}" for name, value in fields.items())
        entries.append(f"@misc{{{_key(note, taken)},\n{lines}\n}}\n")
    return "\n".join(entries).encode("utf-8", "replace"), ()


def _csl_date(text: str) -> dict[str, Any]:
    parts = date_parts(text)
    return {"date-parts": [parts]} if parts else {"literal": text}


def csl_json(job: ExportJob, steps: Steps = UNWATCHED) -> tuple[bytes, tuple[str, ...]]:
    """CSL-JSON (schema 1.0.2), and warnings (there are none)."""
    taken: set[str] = set()
    items = []
    for note in steps.part(0.5, 1.0).over(cited(job, steps.part(0.0, 0.5))):
        source = _record(note)
        item: dict[str, Any] = {
            "id": _key(note, taken),
            "type": "webpage" if source.url else "document",
            "title": source.title,
        }
        if authors := _authors(source):
            item["author"] = [{"literal": name} for name in authors]
        if source.publisher:
            item["publisher"] = source.publisher
        if source.date:
            item["issued"] = _csl_date(source.date)
        if source.url:
            item["URL"] = source.url
        if source.accessed:
            item["accessed"] = _csl_date(source.accessed)
        items.append(item)
    return msgspec.json.format(msgspec.json.encode(items), indent=2) + b"\n", ()
