"""The few words that exported files add to the data, by language.

They are in the language of the file that is made, which need not be the window's.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

_ENGLISH: Final = {
    "timeline": "Timeline",
    "events": "{n} of {m} events",
    "all-events": "{m} events",
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
    "timeline": "Часова лінія",
    "events": "{n} із {m} подій",
    "all-events": "Подій: {m}",
    "query": "Пошук",
    "span": "Період",
    "exported": "Створено",
    "file": "Файл даних",
    "license": "Ліцензія",
    "updated": "Дані станом на",
    "legend": "Категорії",
    "contents": "Зміст",
    "page": "Сторінка {x} з {y}",
    "sources": "Джерела",
    "source": "Джерела",
    "actors": "Учасники",
    "places": "Місця",
    "tags": "Мітки",
    "related": "Пов’язане",
    "date": "Дата",
    "event": "Подія",
    "category": "Категорія",
    "accessed": "переглянуто {date}",
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
    "part-of-inverse": "містить",
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
