"""Events and their sources as text for the clipboard: plain, or cited in one of two styles.

The styles are those of the Chicago Manual of Style (17th edition): notes (chapter 14; several sources in one note are
parted by semicolons, 14.57) and author-date (chapter 15; works of one author and year are told apart by letters,
15.20). Where no author is named, who published the work stands in the author's place (14.84, 15.37), else its title.
Names stand as the file writes them: which part of one is the family's cannot be told.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Final

from timeglass.chrono.words import date_in_words
from timeglass.events.event import Event, Source, Status
from timeglass.export.bib import bibtex, csl_json, date_parts
from timeglass.export.endnotes import Endnote, Endnotes, written_date
from timeglass.export.grouping import category_label
from timeglass.export.inline import plain_text
from timeglass.export.job import ExportJob
from timeglass.export.pages import figure_text
from timeglass.export.words import words_in

_NAMED_AT_MOST: Final = 3
"""Authors named in a text's citation; of more, the first stands for all (15.29)."""
_QUOTES: Final = {"en": ("“", "”"), "uk": ("«", "»")}


class _Style:
    """Pieces that both styles are made of."""

    def __init__(self, job: ExportJob) -> None:
        self.job = job
        self.words = words_in(job.language)
        self.open, self.close = _QUOTES.get(job.language.partition("-")[0].lower(), _QUOTES["en"])

    def names(self, source: Source, at_most: int = 0) -> str:
        """Authors in a row: "A", "A and B", "A, B, and C"; "A et al." where there are more than ``at_most``."""
        names = [name.strip() for name in source.author.split(";") if name.strip()] or [source.publisher.strip()]
        if at_most and len(names) > at_most:
            return f"{names[0]} {self.words['and-others']}"
        if len(names) == 1:
            return names[0]
        comma = "," if len(names) > 2 and self.words["and"] == "and" else ""
        return f"{', '.join(names[:-1])}{comma} {self.words['and']} {names[-1]}"

    def title(self, source: Source, stop: str = "") -> str:
        """A title between quotation marks, with the sign that follows it: inside English ones (6.9), behind others."""
        title = source.title.strip()
        if self.close != "”":
            return f"{self.open}{title}{self.close}{stop}"
        return f"{self.open}{title}{'' if title.endswith(('?', '!', '.')) else stop}{self.close}"

    def date(self, source: Source) -> str:
        return written_date(source.date, self.job.language) if source.date else ""

    def accessed(self, source: Source) -> str:
        if not source.accessed:
            return ""
        return self.words["accessed"].format(date=written_date(source.accessed, self.job.language))

    def publisher(self, source: Source) -> str:
        """Who published a work, where that does not stand in the author's place."""
        return source.publisher.strip() if source.author.strip() else ""


def _record(note: Endnote) -> Source:
    return note.record or Source(id="", title="", url=note.url)


def notes(job: ExportJob) -> str:
    """A note for each event that has sources, a line each."""
    style = _Style(job)
    lines = []
    for event in job.events():
        endnotes = Endnotes(job.timeline)
        cited = endnotes.cite(event.sources)
        parts = [_note(style, endnotes.notes[number - 1], locator) for number, locator in cited]
        if parts:
            lines.append(_ended("; ".join(parts)))
    return "\n".join(lines)


def _note(style: _Style, note: Endnote, locator: str) -> str:
    source = _record(note)
    if not source.title:
        return ", ".join(part for part in (note.text.rstrip("."), locator, note.url) if part)
    rest = (style.publisher(source), style.date(source), locator, style.accessed(source), source.url)
    title = style.title(source, "," if any(rest) else "")
    names = style.names(source)
    return f"{names + ', ' if names else ''}{title} {', '.join(part for part in rest if part)}".rstrip()


def _ended(note: str) -> str:
    """A note with its stop, which stands inside English quotation marks."""
    if not note.endswith("”"):
        return f"{note}."
    return note if note.endswith(("?”", "!”", ".”")) else f"{note[:-1]}.”"


def author_date(job: ExportJob) -> str:
    """The citation that stands in the text, in brackets, and below it the list of the works, by author and year."""
    style = _Style(job)
    endnotes = Endnotes(job.timeline)
    cited = list(dict.fromkeys(pair for event in job.events() for pair in endnotes.cite(event.sources)))
    if not cited:
        return ""
    years = _years(style, endnotes.notes)
    inside = []
    for number, locator in cited:
        note = endnotes.notes[number - 1]
        inside.append(", ".join(part for part in (f"{_short(style, note)} {years[number]}".strip(), locator) if part))
    works = sorted((_reference(style, note, years[note.number]) for note in endnotes.notes), key=str.casefold)
    return "\n\n".join((f"({'; '.join(inside)})", *works))


def _short(style: _Style, note: Endnote) -> str:
    """Whom a text's citation names."""
    source = _record(note)
    names = style.names(source, _NAMED_AT_MOST) if source.title else ""
    return names or (style.title(source) if source.title else note.text.rstrip(".") or note.url)


def _years(style: _Style, works: list[Endnote]) -> Mapping[int, str]:
    """The year of each work by its number, with a letter where others have its author and year."""
    plain = {}
    for note in works:
        source = _record(note)
        parts = date_parts(source.date)
        year = str(parts[0]) if parts and parts[0] > 0 else style.date(source)
        plain[note.number] = year or (style.words["no-date"] if source.title else "")
    key = {note.number: (_short(style, note), plain[note.number]) for note in works}
    of_key = Counter(key.values())
    seen: Counter[tuple[str, str]] = Counter()
    years = {}
    for number in plain:
        letter = ""
        if plain[number] and of_key[key[number]] > 1:
            letter = _letters(seen[key[number]])
            seen[key[number]] += 1
        # A letter behind words is set off (15.44).
        years[number] = plain[number] + (letter if plain[number][-1:].isdigit() or not letter else f"-{letter}")
    return years


def _letters(number: int) -> str:
    """a, b … z, aa, ab …"""
    tens, ones = divmod(number, 26)
    return (_letters(tens - 1) if tens else "") + chr(ord("a") + ones)


def _reference(style: _Style, note: Endnote, year: str) -> str:
    source = _record(note)
    if not source.title:
        return " ".join(_stopped(part) for part in (note.text.strip(), note.url) if part)
    names = style.names(source)
    title = style.title(source, ".")
    date = style.date(source)
    rest = (style.publisher(source), "" if year.startswith(date) else date, style.accessed(source), source.url)
    first = [_stopped(names), _stopped(year), title] if names else [title, _stopped(year)]
    return " ".join(
        (*first, *(_stopped(part[:1].upper() + part[1:] if part != source.url else part) for part in rest if part))
    )


def _stopped(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."


def plain(job: ExportJob) -> str:
    """Events as one reads them in the detail pane, parted by lines."""
    index = {name: place for place, name in enumerate(job.timeline.category_ids)}
    return "\n\n———\n\n".join(_plain_event(job, event, index) for event in job.events())


def _plain_event(job: ExportJob, event: Event, index: Mapping[str, int]) -> str:
    words = words_in(job.language)
    date = date_in_words(event.date, job.language)
    written = f" ({event.date.text})" if event.date.text != date else ""
    kinds = [category_label(job, index[name], words) for name in event.categories]
    if event.status is not Status.CONFIRMED:
        kinds.append(words[event.status.value])
    parts = ["\n".join(part for part in (f"{date}{written}", job.text(event.title), " · ".join(kinds)) if part)]
    parts += [plain_text(job.text(text)) for text in (event.summary, event.details) if text]
    parts += ["\n".join(f"{job.text(figure.label)}: {figure_text(figure)}" for figure in event.figures)]
    for key, values in (("actors", event.actors), ("places", event.places), ("tags", event.tags)):
        parts += [f"{words[key]}: {' · '.join(values)}"] if values else []
    endnotes = Endnotes(job.timeline)
    style = _Style(job)
    sources = [_note(style, endnotes.notes[number - 1], locator) for number, locator in endnotes.cite(event.sources)]
    lines = [f"{number}. {line}" for number, line in enumerate(sources, 1)]
    parts += ["\n".join((f"{words['sources']}:", *lines))] if lines else []
    return "\n\n".join(part for part in parts if part)


def _decoded(write: Callable[[ExportJob], tuple[bytes, tuple[str, ...]]]) -> Callable[[ExportJob], str]:
    return lambda job: write(job)[0].decode()


FORMS: Final[Mapping[str, Callable[[ExportJob], str]]] = {
    "text": plain,
    "author-date": author_date,
    "note": notes,
    "csl-json": _decoded(csl_json),
    "bibtex": _decoded(bibtex),
}
"""What events can be copied as; all but ``text`` give their sources, and "" or an empty list where they have none."""
