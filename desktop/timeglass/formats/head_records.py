"""The head of a file into records: categories, tracks, eras, sources, series, and the first view."""

from collections.abc import Sequence
from typing import Any

from timeglass.events.event import Category, Era, Point, Series, Source, Track, View
from timeglass.events.timeline import Head
from timeglass.formats.dates import Dates
from timeglass.formats.entries import VERSION, EraEntry, FileEntry, HeadEntry, SeriesEntry, Title
from timeglass.formats.ids import Ids
from timeglass.formats.nearest import Suggester
from timeglass.formats.problem import Problems, shown
from timeglass.formats.references import References
from timeglass.formats.typed import Typist


def head_entry(raw: dict[str, Any], typist: Typist, problems: Problems, fallback_title: str) -> HeadEntry:
    """The typed head of a file. A version or title that is missing or wrong is reported, and the rest counts."""
    given = raw.get("timeglass")
    version: int | None = typist.value(given, int, ("timeglass",))
    if version is not None and version != VERSION:
        kind = "newer than this program" if version > VERSION else "no version of the format"
        problems.error(("timeglass",), f"version {version} is {kind}; what is known of it is read", str(VERSION))
    title: Any = None
    if raw.get("title") in (None, ""):
        problems.error((), "'title' is missing")
    else:
        title = typist.value(raw["title"], Title, ("title",))
    entry: HeadEntry | None = typist.value(
        {**raw, "timeglass": VERSION, "title": title or fallback_title}, FileEntry, ()
    )
    assert entry is not None, "a head with version and title is whole"  # noqa: S101
    return entry


def head_record(
    entry: HeadEntry, dates: Dates, references: References, problems: Problems, suggester: Suggester
) -> Head:
    """The record of a typed head."""
    dates.mention(entry.updated, ("updated",))
    return Head(
        title=entry.title,
        description=entry.description,
        language=entry.language,
        license=entry.license,
        updated=entry.updated,
        view=View(
            range=dates.parse(entry.view.range, ("view", "range")) if entry.view.range else None,
            group_by=entry.view.group_by,
        ),
        categories={key: Category(id=key, label=of.label, color=of.color) for key, of in entry.categories.items()},
        tracks={key: Track(id=key, label=of.label, style=of.style) for key, of in entry.tracks.items()},
        eras=_eras(entry, dates, references, problems, suggester),
        sources=_sources(entry, dates, references),
        synonyms=entry.synonyms,
        series=_series(entry.series, dates, references, problems),
    )


def _eras(
    head: HeadEntry, dates: Dates, references: References, problems: Problems, suggester: Suggester
) -> tuple[Era, ...]:
    ids = Ids()
    _claim_all(head.eras, "eras", ids, problems)
    eras = []
    for row, entry in enumerate(head.eras):
        date = dates.parse(entry.date, ("eras", row, "date"))
        if date is None:
            continue
        if entry.track and head.tracks and entry.track not in head.tracks:
            near = suggester.nearest(entry.track, head.tracks)
            problems.error(("eras", row, "track"), f"unknown track {shown(entry.track)!r}", near)
        eras.append(
            Era(
                id=_identifier(entry, entry.date, row, ids),
                title=entry.title,
                date=date,
                track=entry.track,
                summary=entry.summary,
                color=entry.color,
                sources=references.sources(entry.sources, ("eras", row, "sources")),
                aliases=entry.aliases,
            )
        )
    return tuple(eras)


def _sources(head: HeadEntry, dates: Dates, references: References) -> dict[str, Source]:
    sources = {}
    for key, entry in head.sources.items():
        dates.mention(entry.date, ("sources", key, "date"))
        dates.mention(entry.accessed, ("sources", key, "accessed"))
        sources[key] = Source(
            id=key,
            title=entry.title,
            author=entry.author,
            publisher=entry.publisher,
            date=entry.date,
            url=references.address(entry.url, ("sources", key, "url")),
            accessed=entry.accessed,
            kind=entry.kind,
        )
    return sources


def _series(
    entries: tuple[SeriesEntry, ...], dates: Dates, references: References, problems: Problems
) -> tuple[Series, ...]:
    ids = Ids()
    _claim_all(entries, "series", ids, problems)
    return tuple(
        Series(
            id=_identifier(entry, "", row, ids),
            title=entry.title,
            unit=entry.unit,
            description=entry.description,
            group=entry.group,
            style=entry.style,
            points=_points(entry, row, dates, references),
        )
        for row, entry in enumerate(entries)
    )


def _points(series: SeriesEntry, row: int, dates: Dates, references: References) -> tuple[Point, ...]:
    """The points with sound dates and values, in order of time."""
    points = []
    for number, entry in enumerate(series.points):
        at = ("series", row, "points", number)
        date = dates.parse(entry.date, (*at, "date"))
        values = (("value", entry.value), ("low", entry.low), ("high", entry.high))
        finite = [references.finite(value, (*at, name)) for name, value in values]
        references.key(entry.source, (*at, "source"))
        if date is not None and all(finite):
            points.append(
                Point(
                    date=date,
                    value=entry.value,
                    low=entry.low,
                    high=entry.high,
                    source=entry.source,
                    note=entry.note,
                    pollster=entry.pollster,
                )
            )
    points.sort(key=lambda point: point.date.bounds)
    return tuple(points)


def _claim_all(entries: Sequence[EraEntry | SeriesEntry], what: str, ids: Ids, problems: Problems) -> None:
    for row, entry in enumerate(entries):
        if entry.id:
            owner = ids.claim(entry.id, row)
            if owner is not None:
                message = f"the id {shown(entry.id)!r} is already that of {what}[{owner}]"
                problems.error((what, row, "id"), message)


def _identifier(entry: EraEntry | SeriesEntry, date: str, row: int, ids: Ids) -> str:
    if not entry.id:
        return ids.derive(date, entry.title, row)
    return ids.unique(entry.id, row) if ids.claim(entry.id, row) is not None else entry.id
