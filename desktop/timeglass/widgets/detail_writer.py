"""Sets events as pages: date, title, badges, text, figures, actors, relations, sources."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QTextLength

from timeglass.chrono.edtf import parse_as_written
from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.words import date_in_words
from timeglass.events.event import Event, RelationType, Source, SourceRef, Status, Text, text_in
from timeglass.model.relations import Link, Relations
from timeglass.model.session import Session
from timeglass.model.status_words import status_words
from timeglass.paint.theme import Theme, category_color
from timeglass.widgets import style
from timeglass.widgets.markdown import is_safe_link, write_markdown
from timeglass.widgets.page_writer import Badge, PageWriter, held_together

EVENT_LINK: Final = "event:"
"""Href of an event: this and its row."""
TERM_LINK: Final = "term:"
"""Href of a search term: this, the field, a colon and the value in percent-encoding."""

translate = QCoreApplication.translate
_HARD_SPACE: Final = "\u00a0"
_INDENT_PX: Final = 12.0
_FLEXIBLE: Final = QTextLength(QTextLength.Type.VariableLength, 0)


def relation_words(link: Link) -> str:
    """A relation for people, as seen from the event that is read."""
    forward = {
        RelationType.LEADS_TO: translate("Details", "leads to"),
        RelationType.RESPONDS_TO: translate("Details", "responds to"),
        RelationType.REVERSES: translate("Details", "reverses"),
        RelationType.PART_OF: translate("Details", "part of"),
        RelationType.SEE_ALSO: translate("Details", "see also"),
    }
    backward = {
        RelationType.LEADS_TO: translate("Details", "follows from"),
        RelationType.RESPONDS_TO: translate("Details", "answered by"),
        RelationType.REVERSES: translate("Details", "reversed by"),
        RelationType.PART_OF: translate("Details", "comprises"),
        RelationType.SEE_ALSO: translate("Details", "see also"),
    }
    return (backward if link.backward else forward)[link.type]


def term_link(field: str, value: str) -> str:
    """Href that stands for a search term."""
    return f"{TERM_LINK}{field}:{bytes(QUrl.toPercentEncoding(value).data()).decode()}"


class DetailWriter:
    """Writes events of a session onto a page."""

    def __init__(self, page: PageWriter, session: Session, relations: Relations, theme: Theme) -> None:
        self._page = page
        self._session = session
        self._relations = relations
        self._theme = theme
        self._timeline = session.timeline

    def _text(self, text: Text) -> str:
        return text_in(text, self._session.navigator.language, self._timeline.head.language)

    def event(self, row: int, *, one_of_many: bool = False) -> None:
        """Write one event; shorter when it is one of many, its title then being a link to it alone."""
        event = self._timeline.events[row]
        self._date(event)
        if one_of_many:
            self._page.title(self._session.model.title(event), style.HEADING, f"{EVENT_LINK}{row}")
        else:
            self._page.title(self._session.model.title(event))
        self._badges(event)
        write_markdown(self._page, self._text(event.summary), style.BODY)
        if not one_of_many:
            write_markdown(self._page, self._text(event.details), style.BODY)
        self._figures(event)
        if not one_of_many:
            self._terms(translate("Details", "Actors"), "actor", event.actors)
            self._terms(translate("Details", "Places"), "place", event.places)
            self._terms(translate("Details", "Tags"), "tag", event.tags)
            self._related(row)
        self._sources(event)
        if event.origin:
            self._page.caption(translate("Details", "File"))
            self._page.text(Path(event.origin).name, self._page.char(style.NORMAL))

    def _date(self, event: Event) -> None:
        table = self._page.table(1, (_FLEXIBLE, _FLEXIBLE))
        table.cell(0, 0)
        link = self._page.char(style.NORMAL, 400, tabular=True, href=term_link("during", event.date.text))
        self._page.text(self._session.model.date_words(event), link)
        table.cell(0, 1, right=True)
        written = self._page.char(style.SMALL, 400, self._theme.muted, tabular=True)
        self._page.text(event.date.text, written)
        table.done()

    def _badges(self, event: Event) -> None:
        theme = self._theme
        badges = []
        categories = self._timeline.head.categories
        places = {key: place for place, key in enumerate(self._timeline.category_ids)}
        for key in event.categories:
            color = category_color(theme, places[key], categories[key].color)
            ground = style.soft(color, theme, 0.18 if theme.dark else 0.14)
            label = self._text(categories[key].label) or key
            badges.append(Badge(label, style.text_on(ground, color), ground, term_link("category", key)))
        if event.status is not Status.CONFIRMED:
            words = status_words(event.status)
            badges.append(
                Badge(
                    words,
                    style.text_on(theme.sunken, theme.muted),
                    theme.sunken,
                    term_link("status", event.status.value),
                )
            )
        self._page.badges(badges)

    def _figures(self, event: Event) -> None:
        if not event.figures:
            return
        self._page.caption(translate("Details", "Figures"))
        for figure in event.figures:
            value = f"{figure.value:,.10g}{'' if figure.unit in ('%', '') else ' '}{figure.unit}"
            if figure.unit == "%" and 0 <= figure.value <= 100:
                self._page.bar(self._text(figure.label), value, figure.value / 100, self._theme.accent)
            else:
                self._page.block(below=4)
                self._page.text(f"{value}  ", self._page.char(style.NORMAL + 1, 600, tabular=True))
                self._page.text(self._text(figure.label), self._page.char(style.NORMAL + 1, color=self._theme.muted))

    def _terms(self, caption: str, field: str, values: Sequence[str]) -> None:
        if values:
            self._page.caption(caption)
            self._page.links([(value, term_link(field, value)) for value in values])

    def _related(self, row: int) -> None:
        branches = self._relations.tree(row)
        if not branches:
            return
        self._page.caption(translate("Details", "Related"))
        table = self._page.table(len(branches), (QTextLength(QTextLength.Type.FixedLength, 92), _FLEXIBLE))
        muted = self._page.char(style.NORMAL, color=self._theme.muted)
        small = self._page.char(style.SMALL, color=self._theme.muted, tabular=True)
        for place, branch in enumerate(branches):
            link, level = branch.link, branch.level
            other = self._timeline.events[link.row]
            if not level:
                table.cell(place, 0)
                self._page.text(relation_words(link), muted)
            table.cell(place, 1, left=_INDENT_PX * level)
            if level:
                self._page.text(f"↳{_HARD_SPACE}{relation_words(link).replace(' ', _HARD_SPACE)}  ", small)
            href = f"{EVENT_LINK}{link.row}"
            self._page.text(
                self._session.model.title(other), self._page.char(style.SMALL + 1 if level else style.NORMAL, href=href)
            )
            self._page.text(f"  {held_together(self._session.model.date_words(other))}", small)
            if branch.more:
                words = QCoreApplication.translate("Details", "and %Ln more", "", branch.more)
                self._page.text("  ", small)
                self._page.text(words.replace(" ", _HARD_SPACE), self._page.char(style.SMALL, href=href))
        table.done()

    def _sources(self, event: Event) -> None:
        if not event.sources:
            return
        self._page.caption(translate("Details", "Sources"))
        table = self._page.table(len(event.sources), (QTextLength(QTextLength.Type.FixedLength, 22), _FLEXIBLE))
        for place, reference in enumerate(event.sources):
            table.cell(place, 0)
            self._page.text(str(place + 1), self._page.char(style.NORMAL, color=self._theme.muted, tabular=True))
            table.cell(place, 1, below=8)
            self._source(reference, self._timeline.head.sources.get(reference.source))
        table.done()

    def _words_for(self, date: str) -> str:
        """A source's date in words; as it is written where it is no date."""
        try:
            return date_in_words(parse_as_written(date), self._session.navigator.language) if date else ""
        except DateError:
            return date

    def _source(self, reference: SourceRef, source: Source | None) -> None:
        if source is None:
            words = reference.text or reference.url or reference.source
            address, notes = reference.url, [reference.locator]
        else:
            words, address = source.title, source.url
            notes = [source.author, source.publisher, self._words_for(source.date), reference.locator]
        href = address if is_safe_link(address) else ""
        self._page.text(words, self._page.char(style.NORMAL, href=href))
        note = " · ".join(note for note in notes if note)
        if note:
            self._page.cursor.insertText("\u2028", self._page.char(style.SMALL))
            self._page.text(note, self._page.char(style.SMALL + 1, color=self._theme.muted, tabular=True))
