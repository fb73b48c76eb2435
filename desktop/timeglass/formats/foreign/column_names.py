"""What the names over the columns of a table say: which part of an event stands below."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[^\W\d_A-Z]+|\d+")

ROLES: Mapping[str, str] = {
    "id": "id, event id, eventid, uuid, guid, unique id, identifier, display id",
    "start": "start, start date, start time, start year, date start, begin, begin date, beginning, from, date from, "
    "since, datetime, date time, date, event date, when, day, timestamp, time, published, publication date, "
    "release date, released, opened, founded, established, dt, datum, beginn, start datum, startdatum, von, anfang, "
    "debut, date de debut, fecha, inicio, fecha inicio, data, дата, початок, дата початку, від, коли, час",
    "end": "end, end date, end time, end year, date end, finish, finish date, finished, ends, to, date to, until, "
    "till, due, due date, stop, closed, enddatum, ende, bis, fin, date de fin, fecha fin, кінець, дата завершення, до",
    "year": "year, yr, jahr, annee, ano, рік",
    "month": "month, mon, monat, mois, mes, місяць",
    "day": "day, day of month, tag des monats, jour, dia, день",
    "time": "time, time of day, start time, uhrzeit, heure, hora, час",
    "end year": "end year, year end, to year",
    "end month": "end month",
    "end day": "end day",
    "end time": "end time",
    "era": "era, bc ad, bce ce",
    "duration": "duration, dauer, duree, duracion, тривалість",
    "title": "title, headline, event, event name, event title, name, label, subject, heading, task, task name, "
    "caption, what, message, activity, milestone, titel, ereignis, titre, evenement, titulo, evento, назва, "
    "заголовок, подія, summary, content, description, text",
    "text": "description, text, body, details, summary, content, abstract, notes, note, comment, comments, remarks, "
    "desc, beschreibung, descripcion, опис, текст, примітки, short",
    "category": "category, categories, group, type, kind, class, lane, track, topic, theme, division, dynasty, "
    "department, project, phase, resource, series, genre, sector, team, stream, action, kategorie, gruppe, typ, "
    "categorie, categoria, grupo, категорія, група, тип",
    "tags": "tags, tag, labels, keywords, keyword, теги, мітки",
    "place": "place, places, location, venue, city, where, country, region, area, site, state, ort, lieu, lugar, місце",
    "actor": "actor, actors, person, persons, people, participants, participant, who, organizer, speaker, author, "
    "involved, personen, acteurs, учасники, особи, хто",
    "source": "source, sources, reference, references, citation, quelle, fuente, джерело, джерела",
    "link": "url, link, links, href, website, web, uri, more info, wikipedia, link url, посилання",
    "importance": "importance",
}
"""Names of columns for each part of an event, the likeliest first."""
_PARTS: Mapping[str, frozenset[str]] = {
    "start": frozenset({"start", "begin", "from", "opened", "started"}),
    "end": frozenset({"end", "finish", "until", "stop", "ended"}),
    "title": frozenset({"title", "headline", "name"}),
    "place": frozenset({"location", "area", "city", "country", "place"}),
    "duration": frozenset({"duration"}),
    "category": frozenset({"category", "group"}),
}
"""Words inside of longer names that say the same, less surely."""
_DATE_WORDS = frozenset({"date", "datetime", "timestamp", "time", "datum", "дата"})
_BIRTH, _DEATH = frozenset({"born", "birth"}), frozenset({"died", "death"})
_LEAST, _MOST = frozenset({"min", "earliest"}), frozenset({"max", "latest"})


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name: "reign.start", "StartDate" and "start_date" have two."""
    return tuple(word.lower() for word in _WORD.findall(name))


@cache
def _exact() -> dict[str, dict[str, int]]:
    scores: dict[str, dict[str, int]] = {}
    for role, names in ROLES.items():
        for place, name in enumerate(names.split(", ")):
            scores.setdefault(name, {})[role] = 100 - place
    return scores


def scores_of(name: str) -> dict[str, int]:
    """How surely a column of this name holds each part of an event, 1 to 100; without those that it says nothing of.

    The ends of a date that is a range in itself are the parts ``start min``, ``start max``, ``end min``, ``end max``.
    """
    words = words_of(name)
    scores = dict(_exact().get(" ".join(words), {}))
    found = frozenset(words)
    for least, part in ((_LEAST, "min"), (_MOST, "max")):
        if found & least:
            if found & (_BIRTH | {"start", "begin"}):
                return {f"start {part}": 90}
            if found & (_DEATH | {"end"}):
                return {f"end {part}": 90}
    for role, inner in _PARTS.items():
        if role not in scores and len(words) > 1 and found & inner:
            scores[role] = 60 if role != "title" else 50
    if "start" not in scores and found & _DATE_WORDS and not found & {"end", "finish", "desc", "zone"}:
        scores["start"] = 40
    if found & _BIRTH and "start" not in scores:
        scores["start"] = 35
    if found & _DEATH and "end" not in scores:
        scores["end"] = 35
    return scores


def stem_of(name: str) -> str:
    """What a name is about when the word for start or end is taken off: "investigation" of "investigation-start"."""
    ends = _PARTS["start"] | _PARTS["end"] | _DATE_WORDS | _BIRTH | _DEATH | {"year"}
    return " ".join(word for word in words_of(name) if word not in ends)


def unit_in(name: str) -> str:
    """The unit that the name of a column of durations tells, such as "Duration (hours)"; days are usual."""
    units = ("second", "minute", "hour", "day", "week", "month", "year")
    return next((unit for word in words_of(name) for unit in units if word.rstrip("s") == unit), "day")


def known_layout(names: Sequence[str]) -> Mapping[str, str]:
    """The parts of tables whose columns are given by a program: Timesketch, and Plaso's two layouts.

    A part that is named without a column has none there, whatever the other names say.
    """
    lower = {name.strip().lower() for name in names}
    none = dict.fromkeys(("end", "year", "time", "duration", "category", "source", "link", "id", "text"), "")
    if {"message", "timestamp_desc"} <= lower and lower & {"datetime", "timestamp"}:
        start = "datetime" if "datetime" in lower else "timestamp"
        return {**none, "start": start, "title": "message", "tags": "timestamp_desc", "actor": "", "place": ""}
    if {"date", "time", "timezone", "macb", "sourcetype", "short", "desc"} <= lower:
        return {**none, "start": "date", "time": "time", "title": "short", "text": "desc", "tags": "sourcetype",
                "actor": "user", "place": "host"}  # fmt: skip
    return {}
