"""An export job as the JSON tree that the page template sets; see ``resources/typst/main.typ`` for its keys."""

import re
from typing import Any, Final

import numpy as np

from timeglass.chrono.instant import civil
from timeglass.chrono.words import date_in_words
from timeglass.events.columns import Mark
from timeglass.events.event import Event, Figure, Medium, Status
from timeglass.export.endnotes import Endnotes, note_tree
from timeglass.export.grouping import Group, begun, category_label, chapter_starts, groups_of, year_title
from timeglass.export.inline import Inline, blocks_of, breakable, plain_text
from timeglass.export.job import MARGIN_MM, Cancelled, ExportCancelledError, ExportJob
from timeglass.export.marks import MANNERS, category_mark, manner, manners, mark_tree
from timeglass.export.media import Media
from timeglass.export.relations import Link, links_of
from timeglass.export.strip_svg import proportion
from timeglass.export.words import counted, words_in

CONTENTS_FROM: Final = 30
"""Events from which on there is a table of contents."""
KEPT_TOGETHER: Final = 900
"""Characters of text up to which an event is never split over pages."""

TRIM_MM: Final = 12.0
"""Margin of a tile around what is cut out."""
LONGEST_LINE_EM: Final = 52.0
"""A line of some 100 letters."""
DATES_EM: Final = 10.5
"""Width of the column of dates."""
_WIDE_CHARACTER_EM: Final = 0.5
"""Of small print, in ems of running text: more than texts need on average."""
_MM_PER_POINT: Final = 25.4 / 72
_LANGUAGE: Final = re.compile("[A-Za-z]{2,3}")
_REGION: Final = re.compile("[A-Za-z]{2}")
LONGEST_DATE: Final = 16
"""Characters of a written date that always fit into the gutter."""
MOST_ANCHORED: Final = 4_000
"""Events up to which citations link to their endnote; beyond, straight to the address, as internal links are what
fills memory: typst sets every paragraph that holds one twice."""


def figure_text(figure: Figure) -> str:
    """A figure's value with its unit: "37 %", "1,200 troops"."""
    value = figure.value
    number = f"{int(value):,}" if value == int(value) else f"{value:,.6g}"
    return f"{number}\N{NO-BREAK SPACE}{figure.unit}" if figure.unit else number


def shortened(text: str, longest: int = 80) -> str:
    """The text, or its beginning with an ellipsis."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def date_as_written(text: str) -> Inline:
    """A date in EDTF, which may break behind a slash."""
    first, slash, rest = text.partition("/")
    return [first + slash, 0, rest] if rest and len(text) > LONGEST_DATE else breakable(text)


def language_and_region(tag: str) -> tuple[str, str]:
    """A language's code of two or three letters, and its region's of two or "", out of a tag (BCP 47).

    What says neither is taken for English, in which the words around the events are then.
    """
    language, *more = tag.replace("_", "-").split("-")
    if not _LANGUAGE.fullmatch(language):
        return "en", ""
    return language.lower(), next((part.lower() for part in more if _REGION.fullmatch(part)), "")


class PageTree:
    """Builds the tree; one use per export."""

    def __init__(self, job: ExportJob, cancelled: Cancelled | None = None) -> None:
        self.job = job
        self._cancelled = cancelled
        self.words = words_in(job.language)
        self.endnotes = Endnotes(job.timeline)
        self.media = Media(job)
        found = groups_of(job, self.words)
        self._chapters = chapter_starts(found)
        self._groups = begun(found, job.set_events)
        rows = [row for group in self._groups for row in group.rows]
        self._links = links_of(job.timeline, rows)
        self._inside = set(rows)
        self._dates: dict[int, str] = {}
        self._category_index = {name: index for index, name in enumerate(job.timeline.category_ids)}
        self._labels = [category_label(job, index, self.words) for index in (*range(len(self._category_index)), -1)]
        self._used = self._count_categories()
        self._places = {index: place for place, index in enumerate(self._used)}
        occurring = manners(job.timeline, job.rows)
        self._manners = [name.value for name in MANNERS if name.value in occurring]

    def build(self) -> dict[str, Any]:
        """The whole tree. Raises ExportCancelledError."""
        job = self.job
        groups = [self._group(*pair) for pair in zip(self._groups, self._chapters, strict=False)]
        width, height = job.page_mm
        language, region = language_and_region(job.language)
        tree = {
            "lang": language,
            "region": region,
            "layout": job.layout,
            "width": width,
            "height": height,
            "margin": MARGIN_MM,
            "size": job.size_pt,
            "title": breakable(job.shown_title),
            "plain-title": job.shown_title,
            "running": breakable(shortened(job.shown_title)),
            "description": self._subtitle(),
            "keywords": [self._labels[mark] for mark in self._used],
            "subtitle": self._subtitle(),
            "foot": self._foot(),
            "page-words": self._page_words(),
            "toc-columns": 1 if job.group_by == "category" else 3 if width < height else 4,
            "dates": DATES_EM,
            "measure": LONGEST_LINE_EM,
            "columns": self._columns(width),
            "line": int(self._beside_dates((width - 2 * MARGIN_MM) / self._columns(width)) / _WIDE_CHARACTER_EM),
            "card-columns": 2 if width < 250 else 3,
            "facts": self._facts(),
            "strip": self._band_widths(),
            **self._wall(),
            "strip-alts": self._band_words(),
            "marks": self._marks(),
            "manners": ["solid", *self._manners],
            "legend": [(name, self.words[name]) for name in self._manners],
            "toc-entries": len(groups) + bool(self.endnotes.notes),
            "toc": len(job.rows) >= CONTENTS_FROM and job.layout in ("report", "cards"),
            "groups": groups,
            "direct": len(job.rows) > MOST_ANCHORED,
            "linebreaks": "optimized" if len(job.rows) <= MOST_ANCHORED else "simple",
            "words": dict(self.words),
            "notes": [note_tree(note, self.words["accessed"], job.language) for note in self.endnotes.notes],
        }
        if job.with_details and (description := job.text(job.timeline.head.description)):
            tree["intro"] = blocks_of(description)
        return tree

    def _columns(self, width: float) -> int:
        """Columns of a report on a page of so many millimetres: two where one would have lines too long to read."""
        return 1 if self._beside_dates(width - 2 * MARGIN_MM) <= LONGEST_LINE_EM else 2

    def _beside_dates(self, width: float) -> float:
        """What a column of so many millimetres leaves to the text, in ems."""
        return width / _MM_PER_POINT / self.job.size_pt - DATES_EM

    def _subtitle(self) -> str:
        shown, total = len(self.job.rows), len(self.job.timeline)
        of_all = self.words["events"].format(n=f"{shown:,}", m=f"{total:,}")
        parts = [counted(self.words, "all-events", total) if shown == total else of_all]
        if years := self._years():
            parts.append(years)
        return " · ".join(parts)

    def _years(self) -> str:
        """First and last year of the events; "" if there is none that has one."""
        columns = self.job.timeline.columns
        bounds = (columns.start_earliest, columns.start_latest, columns.end_earliest, columns.end_latest)
        at = np.concatenate([column[self.job.rows] for column in bounds])
        known = at[(at > -(2**62)) & (at < 2**62)]
        if not len(known):
            return ""
        first, last = (year_title(civil(int(one)).year, self.words) for one in (known.min(), known.max()))
        return first if first == last else f"{first}–{last}"

    def _facts(self) -> list[tuple[str, Any]]:
        """Label and text of what the cover says of the selection and its source."""
        job, head = self.job, self.job.timeline.head
        facts = [
            (self.words["query"], job.query),
            (self.words["span"], job.view_range),
            (self.words["file"], job.file_name),
            (self.words["hash"], job.timeline.digest),
            (self.words["updated"], head.updated),
            (self.words["license"], head.license),
            (self.words["exported"], job.exported.date().isoformat()),
        ]
        return [(label, breakable(text)) for label, text in facts if text]

    def _wall(self) -> dict[str, Any]:
        """What the template needs to know of a strip on pages of its own, in millimetres."""
        wall = self.job.wall
        if wall is None:
            return {}
        place = [self.words["sheet"].format(x=n + 1, y=wall.sheets) for n in range(wall.sheets)]
        tree = {"form": wall.form, "width": wall.width, "height": wall.height, "sheets": wall.sheets}
        return {"wall": {**tree, "places": place, "trim": TRIM_MM}}

    def _band_widths(self) -> list[float]:
        """Width of each of the strip's bands in millimetres: the page's, or less where it would be too tall."""
        job = self.job
        if job.wall is not None:
            return []
        room = [job.strip_height_mm, *[job.band_height_mm] * len(job.bands)]
        pairs = zip(job.bands, room, strict=False)
        return [round(min(job.strip_width_mm, height / proportion(band)), 2) for band, height in pairs]

    def _band_words(self) -> list[str]:
        """Alternative text of each band."""
        words, bands = self.job.strip_alt or self.job.shown_title, self.job.bands
        if len(bands) < 2:
            return [words]
        return [self.words["band"].format(words=words, x=n + 1, y=len(bands)) for n in range(len(bands))]

    def _foot(self) -> str:
        """File and day at the foot of each page, so that a lost sheet still says what it is from."""
        parts = (shortened(self.job.file_name), self.job.exported.date().isoformat(), self.words["made-with"])
        return " · ".join(part for part in parts if part)

    def _page_words(self) -> list[str]:
        """What stands before, between and after the page's number and the number of pages."""
        before, _, rest = self.words["page"].partition("{x}")
        between, _, after = rest.partition("{y}")
        return [before, between, after]

    def _count_categories(self) -> dict[int, int]:
        """Number of events of each category that occurs, in lane order, none (-1) last."""
        timeline, rows = self.job.timeline, self.job.rows
        counts = np.bincount(timeline.columns.category[rows] + 1)
        used = {place - 1: count for place, count in enumerate(counts.tolist()) if count}
        for row in rows[(timeline.columns.flags[rows] & Mark.SEVERAL.value) != 0].tolist():
            for index in self._categories(timeline.events[row])[1:]:
                used[index] = used.get(index, 0) + 1
        return dict(sorted(used.items(), key=lambda item: (item[0] < 0, item[0])))

    def _marks(self) -> list[dict[str, Any]]:
        """Mark, label and number of events of each category that occurs; events refer to them by their place here."""
        marks = []
        for index, count in self._used.items():
            mark = mark_tree(category_mark(self.job.timeline, index))
            marks.append({**mark, "label": breakable(self._labels[index]), "count": f"{count:,}"})
        return marks

    def _categories(self, event: Event) -> list[int]:
        return [self._category_index[name] for name in event.categories] or [-1]

    def _group(self, group: Group, starts_chapter: bool) -> dict[str, Any]:
        if self._cancelled is not None and self._cancelled():
            raise ExportCancelledError
        events = [self._event(row) for row in group.rows]
        events[-1]["z"] = True
        tree = {"t": breakable(group.title), "n": f"{len(group.rows):,}", "e": events}
        return {**tree, "p": True} if starts_chapter else tree

    def _event(self, row: int) -> dict[str, Any]:
        job = self.job
        event = job.timeline.events[row]
        words = self._date(row)
        body = blocks_of(job.text(event.summary))
        if job.with_details:
            body += blocks_of(job.text(event.details))
        tree: dict[str, Any] = {"r": f"e{row}", "d": words, "t": breakable(job.text(event.title) or event.id)}
        if event.date.text != words:
            tree["w"] = date_as_written(event.date.text)
        tree["c"] = [self._places[index] for index in self._categories(event)]
        if (name := manner(job.timeline, row)) != "solid":
            tree["a"] = name
        if event.status is not Status.CONFIRMED:
            tree["s"] = self.words[event.status.value]
        if body:
            tree["b"] = body
        if event.figures:
            tree["f"] = [self._figure(figure) for figure in event.figures]
        facts = [
            (self.words[name], breakable(" · ".join(values)))
            for name, values in (("actors", event.actors), ("places", event.places))
            if values
        ]
        if facts:
            tree["m"] = facts
        if row in self._links:
            tree["l"] = [self._link(link) for link in self._links[row]]
        if job.with_sources and (cited := self.endnotes.cite(event.sources)):
            tree["q"] = [(number, breakable(locator)) for number, locator in cited]
        if job.with_pictures and event.media:
            tree["p"] = [self._picture(medium) for medium in event.media]
        size = sum(len(part) for part in (job.text(event.summary), job.text(event.details)))
        if size <= KEPT_TOGETHER and len(event.figures) + len(event.media) < 8:
            tree["k"] = True
        return tree

    def _figure(self, figure: Figure) -> list[Any]:
        """Label, value in words, and its share 0 … 1 where it is one (else -1)."""
        share = figure.value / 100 if figure.unit == "%" and 0 <= figure.value <= 100 else -1
        return [breakable(self.job.text(figure.label)), figure_text(figure), share]

    def _picture(self, medium: Medium) -> list[Any]:
        """File beside the template ("" for a placeholder), alternative text, what stands below, width by height."""
        caption = plain_text(self.job.text(medium.caption))
        below = " · ".join(part for part in (caption, medium.credit) if part)
        name, ratio = self.media.add(medium)
        if not name:
            return ["", breakable(self.words["picture-missing"].format(file=medium.file)), breakable(below), 1]
        return [name, caption or medium.file, breakable(below), ratio]

    def _link(self, link: Link) -> list[Any]:
        """Word, title, date, and the anchor of the other event, "" if it is not in the selection."""
        word = self.words[link.word]
        if link.row < 0:
            return [word, breakable(link.event_id), "", ""]
        other = self.job.timeline.events[link.row]
        anchor = f"e{link.row}" if link.row in self._inside else ""
        return [word, breakable(self.job.text(other.title)), self._date(link.row), anchor]

    def _date(self, row: int) -> str:
        """An event's date in words, which is needed at each of its relations as well."""
        words = self._dates.get(row)
        if words is None:
            words = self._dates[row] = date_in_words(self.job.timeline.events[row].date, self.job.language)
        return words
