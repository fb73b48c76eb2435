"""Sources as numbered endnotes: each once, in order of first use."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from timeglass.chrono.edtf import parse_as_written
from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.words import date_in_words
from timeglass.events.event import Source, SourceRef
from timeglass.events.timeline import Timeline
from timeglass.export.inline import breakable, breakable_address, safe_address

LONGEST_ADDRESS: Final = 84
"""Characters that fit on a line of the endnotes; longer addresses get places to break."""


@dataclass(frozen=True, slots=True)
class Endnote:
    """One numbered source: a record of the file, a bare address, or free text."""

    number: int
    record: Source | None = None
    url: str = ""
    text: str = ""


@dataclass(slots=True)
class Endnotes:
    """Gives numbers to references as they come; the same work gets the same number."""

    timeline: Timeline
    notes: list[Endnote] = field(default_factory=list)
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _record_by_url: dict[str, Source] | None = None

    def _record_at(self, url: str) -> Source | None:
        """The file's record with this address: a bare address is no second source."""
        if self._record_by_url is None:
            self._record_by_url = {source.url: source for source in self.timeline.head.sources.values() if source.url}
        return self._record_by_url.get(url)

    def number_of(self, reference: SourceRef) -> int:
        """The endnote's number of a reference, from 1 on; 0 if the reference says nothing."""
        record = self.timeline.head.sources.get(reference.source) or self._record_at(reference.url)
        if record is not None:
            key, note = ("record", record.id), Endnote(len(self.notes) + 1, record, record.url)
        elif reference.url:
            key, note = ("url", reference.url), Endnote(len(self.notes) + 1, url=reference.url)
        elif text := (reference.text or reference.source).strip():
            key, note = ("text", text), Endnote(len(self.notes) + 1, text=text)
        else:
            return 0
        if key not in self._numbers:
            self._numbers[key] = note.number
            self.notes.append(note)
        return self._numbers[key]

    def cite(self, references: tuple[SourceRef, ...]) -> list[tuple[int, str]]:
        """Number and locator of each reference, without repeats."""
        cited = ((self.number_of(reference), reference.locator.strip()) for reference in references)
        return list(dict.fromkeys(pair for pair in cited if pair[0]))


@lru_cache(maxsize=1_024)  # a list is often compiled on one day
def written_date(text: str, language: str) -> str:
    """A source's date in words if it is EDTF, else as it stands."""
    try:
        return date_in_words(parse_as_written(text), language)
    except DateError:
        return text


def describe(note: Endnote, language: str = "en") -> tuple[str, str, str, str]:
    """Author, title, publication (publisher and date) and linkable address of a source; each may be ""."""
    record = note.record
    if record is None:
        return "", note.text or note.url, "", safe_address(note.url)
    publication = ", ".join(part for part in (record.publisher, written_date(record.date, language)) if part)
    return record.author, record.title, publication, safe_address(record.url)


def note_tree(note: Endnote, accessed: str, language: str) -> dict[str, Any]:
    """An endnote as the page template takes it; ``accessed`` is the pattern for the day it was read."""
    author, title, publication, address = describe(note, language)
    tree: dict[str, Any] = {"n": note.number}
    if title != address:
        tree["t"] = breakable(title)
    if author:
        tree["a"] = breakable(author)
    if publication:
        tree["p"] = breakable(publication)
    if address:
        tree["u"] = address
        if len(address) > LONGEST_ADDRESS:
            tree["x"] = breakable_address(address)
    elif note.record is not None and note.record.url:
        tree["p"] = breakable(", ".join(part for part in (publication, note.record.url) if part))
    if note.record is not None and note.record.accessed:
        tree["s"] = accessed.format(date=written_date(note.record.accessed, language))
    return tree
