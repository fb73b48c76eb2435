"""The few words that exported files add to the data, by language.

They are in the language of the file that is made, which need not be the window's.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_ENGLISH: Final = {
    "timeline": "Timeline",
    "events": "{n} of {m} events",
    "all-events": "{n} events",
    "all-events-1": "1 event",
    "lanes": "{n} lanes",
    "lanes-1": "1 lane",
    "query": "Search",
    "span": "Span",
    "exported": "Exported",
    "file": "Data file",
    "hash": "SHA-256",
    "license": "License",
    "updated": "Data as of",
    "legend": "Categories",
    "contents": "Contents",
    "page": "Page {x} of {y}",
    "sheet": "Sheet {x} of {y}",
    "band": "{words} Part {x} of {y}.",
    "strip": "Timeline of {events}, {span}, in {lanes}.",
    "sources": "Sources",
    "source": "Sources",
    "actors": "Actors",
    "places": "Places",
    "tags": "Tags",
    "related": "Related",
    "date": "Date",
    "event": "Event",
    "category": "Category",
    "accessed": "accessed {date}",
    "and": "and",
    "and-others": "et al.",
    "no-date": "n.d.",
    "no-category": "No category",
    "no-era": "Outside the named periods",
    "no-start": "Start not known",
    "bc": "{year} BC",
    "disputed": "Disputed",
    "claimed": "Claimed",
    "planned": "Planned",
    "confirmed": "Confirmed",
    "hollow": "approximate",
    "half": "uncertain",
    "dashed": "disputed",
    "dotted": "claimed",
    "ring": "planned",
    "leads-to": "leads to",
    "responds-to": "responds to",
    "reverses": "reverses",
    "part-of": "part of",
    "see-also": "see also",
    "leads-to-inverse": "follows from",
    "responds-to-inverse": "answered by",
    "reverses-inverse": "reversed by",
    "part-of-inverse": "includes",
    "see-also-inverse": "see also",
    "picture-missing": "Picture not available: {file}",
    "made-with": "Made with Timeglass",
    "recipe": "How this selection was made; Timeglass reopens it",
}

_UKRAINIAN: Final = {
    "timeline": "Шкала часу",
    "events": "Подій: {n} із {m}",
    "all-events": "Подій: {n}",
    "all-events-1": "Подій: 1",
    "lanes": "доріжок: {n}",
    "lanes-1": "доріжок: 1",
    "query": "Пошук",
    "span": "Період",
    "exported": "Експортовано",
    "file": "Файл даних",
    "license": "Ліцензія",
    "updated": "Дані станом на",
    "legend": "Категорії",
    "contents": "Зміст",
    "page": "Сторінка {x} з {y}",
    "sheet": "Аркуш {x} з {y}",
    "band": "{words} Частина {x} з {y}.",
    "strip": "Шкала часу. {events}, період: {span}, {lanes}.",
    "sources": "Джерела",
    "source": "Джерела",
    "actors": "Учасники",
    "places": "Місця",
    "tags": "Мітки",
    "related": "Пов’язане",
    "date": "Дата",
    "event": "Подія",
    "category": "Категорія",
    "accessed": "дата звернення: {date}",
    "and": "і",
    "and-others": "та ін.",
    "no-date": "б. д.",
    "no-category": "Без категорії",
    "no-era": "Поза названими періодами",
    "no-start": "Початок невідомий",
    "bc": "{year} до н. е.",
    "disputed": "Спірне",
    "claimed": "Заявлене",
    "planned": "Заплановане",
    "confirmed": "Підтверджене",
    "hollow": "приблизно",
    "half": "непевно",
    "dashed": "спірне",
    "dotted": "заявлене",
    "ring": "заплановане",
    "leads-to": "веде до",
    "responds-to": "відповідає на",
    "reverses": "скасовує",
    "part-of": "частина",
    "see-also": "див. також",
    "leads-to-inverse": "випливає з",
    "responds-to-inverse": "відповідь",
    "reverses-inverse": "скасовано",
    "part-of-inverse": "охоплює",
    "see-also-inverse": "див. також",
    "picture-missing": "Зображення недоступне: {file}",
    "made-with": "Створено в Timeglass",
    "recipe": "Як зроблено цю добірку; Timeglass відкриє її знову",
}

_LANGUAGES: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "en": MappingProxyType(_ENGLISH),
        "uk": MappingProxyType({**_ENGLISH, **_UKRAINIAN}),
    }
)


def words_in(language: str) -> Mapping[str, str]:
    """The words in a language tag's language; English where it is not known."""
    return _LANGUAGES.get(language.partition("-")[0].lower(), _LANGUAGES["en"])


def counted(words: Mapping[str, str], key: str, number: int) -> str:
    """A number of things, such as "12,000 events"."""
    return words[f"{key}-1" if number == 1 else key].format(n=f"{number:,}")
