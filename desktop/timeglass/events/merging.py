"""Several timelines as one: each keeps lanes of its own, and each event knows its file."""

import hashlib
import os
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from timeglass.events.columns import make_columns
from timeglass.events.event import Category, Era, Event, Medium, Point, Series, SourceRef, Text, Track
from timeglass.events.lazy import LazyEvents
from timeglass.events.timeline import Head, Timeline

_MOST_CATEGORIES: Final = np.iinfo(np.int16).max


def merged(timelines: Sequence[Timeline]) -> Timeline:
    """One timeline of several, at least one. The first keeps its names and says what the whole is called.

    Categories and tracks of the others become further ones, called "Category — file"; a source that two files describe
    alike stays one. Of events with the same id the later ones get another and keep the old one as an alias.
    ``origin`` of each event is its file. Costs one look at every event.
    """
    first = timelines[0]
    files = _file_names(timelines)
    parts = [_Part(first, first, first.head, "", {})]
    head = first.head
    names = dict(_own_names(first, 0))
    for number, (timeline, file) in enumerate(zip(timelines[1:], files[1:], strict=True), 1):
        own = dict(_own_names(timeline, number))
        renamed: dict[str, str] = {}
        given: set[str] = set()
        for event in timeline.events:
            if event.id in names:
                renamed[event.id] = _unique(event.id, file, names, own, given)
                given.add(renamed[event.id])
        part = _Part(timeline, first, head, file, renamed)
        head = part.joined(head)
        parts.append(part)
        for name, place in own.items():
            names.setdefault(renamed.get(name, name), place)
    return _joined(parts, head, names)


def _file_names(timelines: Sequence[Timeline]) -> list[str]:
    """What each file is called: its name without ending, with a number where two are called the same."""
    names: list[str] = []
    for number, timeline in enumerate(timelines, 1):
        name = timeline.path.stem if timeline.path is not None else str(number)
        names.append(_unique(name, "", names))
    return names


def _unique(name: str, file: str, *taken: Container[str]) -> str:
    """A name that is not taken, made of this one and the file's."""
    base = f"{name} — {file}" if file else name
    made, number = base, 1
    while any(made in names for names in taken):
        number += 1
        made = f"{base} ({number})"
    return made


def _own_names(timeline: Timeline, number: int) -> list[tuple[str, tuple[int, int]]]:
    """All ids, and then all aliases, with the number of the timeline and the row."""
    ids: list[tuple[str, tuple[int, int]]] = []
    aliases: list[tuple[str, tuple[int, int]]] = []
    for row, event in enumerate(timeline.events):
        ids.append((event.id, (number, row)))
        aliases += [(alias, (number, row)) for alias in event.aliases]
    ids_alone = {identifier for identifier, _ in ids}
    return ids + [(alias, place) for alias, place in dict(reversed(aliases)).items() if alias not in ids_alone]


class _Part:
    """One of the timelines, and what its records become in the whole. Without a file name nothing is renamed."""

    def __init__(self, timeline: Timeline, first: Timeline, whole: Head, file: str, renamed: Mapping[str, str]) -> None:
        own = timeline.head
        self.timeline = timeline
        self._folder = first.path.parent if first.path is not None else None
        self._file = file
        self._renamed = renamed
        self._origin = str(timeline.path or "")
        self._speaks = own.language if own.language != whole.language else ""
        self._categories = _renaming(own.categories, file, whole.categories)
        tracks = dict.fromkeys([*own.tracks, *(era.track for era in own.eras if era.track)])
        self._tracks = _renaming(tracks, file, whole.tracks)
        self._sources = {
            key: key if whole.sources.get(key, source) == source else _unique(key, file, whole.sources, own.sources)
            for key, source in own.sources.items()
        }

    # The head

    def joined(self, whole: Head) -> Head:
        """The head of the whole, with what is in this file."""
        own = self.timeline.head
        colors = {category.color for category in whole.categories.values()}
        categories = {
            self._categories[key]: Category(
                id=self._categories[key],
                label=self._marked(of.label or key),
                color="" if of.color in colors else of.color,
            )
            for key, of in own.categories.items()
        }
        known = {key: own.tracks.get(key, Track(id=key)) for key in self._tracks}
        tracks = {
            self._tracks[key]: Track(id=self._tracks[key], label=self._marked(of.label or key), style=of.style)
            for key, of in known.items()
        }
        loose = _unique(self._file, "", whole.tracks, tracks)
        if any(not era.track for era in own.eras):
            tracks[loose] = Track(id=loose, label=self._file)
        sources = {new: msgspec.structs.replace(own.sources[key], id=new) for key, new in self._sources.items()}
        ids = {era.id for era in whole.eras}
        eras = [self._era(era, ids, loose) for era in own.eras]
        ids = {series.id for series in whole.series}
        return replace(
            whole,
            categories={**whole.categories, **categories},
            tracks={**whole.tracks, **tracks},
            eras=[*whole.eras, *eras],
            sources={**whole.sources, **sources},
            synonyms=[*whole.synonyms, *own.synonyms],
            series=[*whole.series, *(self._series(series, ids) for series in own.series)],
        )

    def _marked(self, label: Text) -> Text:
        label = self._spoken(label)
        if isinstance(label, str):
            return f"{label} — {self._file}"
        return {language: f"{text} — {self._file}" for language, text in label.items()}

    def _spoken(self, text: Text) -> Text:
        """A text whose language is told where it is not that of the whole."""
        return {self._speaks: text} if self._speaks and text and isinstance(text, str) else text

    def _era(self, era: Era, ids: set[str], loose: str) -> Era:
        return msgspec.structs.replace(
            era,
            id=_unique(era.id, self._file, ids) if era.id in ids else era.id,
            title=self._spoken(era.title),
            summary=self._spoken(era.summary),
            track=self._tracks.get(era.track, loose),
            sources=self._refs(era.sources),
        )

    def _series(self, series: Series, ids: set[str]) -> Series:
        return msgspec.structs.replace(
            series,
            id=_unique(series.id, self._file, ids) if series.id in ids else series.id,
            title=self._spoken(series.title),
            description=self._spoken(series.description),
            group=self._marked(series.group) if series.group else "",
            points=tuple(self._point(point) for point in series.points),
        )

    def _point(self, point: Point) -> Point:
        source = self._sources.get(point.source, point.source)
        return msgspec.structs.replace(point, source=source, note=self._spoken(point.note))

    def _refs(self, refs: Sequence[SourceRef]) -> tuple[SourceRef, ...]:
        return tuple(
            msgspec.structs.replace(ref, source=self._sources[ref.source]) if ref.source in self._sources else ref
            for ref in refs
        )

    # Its events

    def category_numbers(self, numbers: Mapping[str, int]) -> NDArray[np.int16]:
        """For each value in the category column, -1 last, the value in the whole."""
        wanted = [numbers[self._categories[key]] for key in self.timeline.category_ids]
        return np.array([one if one <= _MOST_CATEGORIES else -1 for one in wanted] + [-1], np.int16)

    def event(self, row: int) -> Event:
        """The event of a row as it stands in the whole."""
        event = self.timeline.events[row]
        if not self._file:
            return msgspec.structs.replace(event, origin=self._origin)
        identifier = self._renamed.get(event.id, event.id)
        return msgspec.structs.replace(
            event,
            id=identifier,
            aliases=event.aliases if identifier == event.id else (*event.aliases, event.id),
            title=self._spoken(event.title),
            summary=self._spoken(event.summary),
            details=self._spoken(event.details),
            categories=tuple(self._categories.get(key, key) for key in event.categories),
            sources=self._refs(event.sources),
            related=tuple(
                msgspec.structs.replace(relation, event=self._target(relation.event)) for relation in event.related
            ),
            figures=tuple(msgspec.structs.replace(one, label=self._spoken(one.label)) for one in event.figures),
            media=tuple(self._medium(medium) for medium in event.media),
            origin=self._origin,
        )

    def _target(self, name: str) -> str:
        """What an event of this file that has a name, be it an alias, is called in the whole."""
        row = self.timeline.row_by_id.get(name, -1)
        identifier = self.timeline.events[row].id if row >= 0 else name
        return self._renamed.get(identifier, identifier)

    def _medium(self, medium: Medium) -> Medium:
        """A picture, found from the folder of the whole."""
        file, path = medium.file, self.timeline.path
        if path is not None and self._folder is not None and path.parent != self._folder:
            try:
                file = Path(os.path.relpath(path.parent / file, self._folder)).as_posix()
            except ValueError:  # on another drive
                file = str(path.parent / file)
        return msgspec.structs.replace(medium, file=file, caption=self._spoken(medium.caption))


def _renaming(own: Iterable[str], file: str, taken: Container[str]) -> dict[str, str]:
    """What each key is called in the whole."""
    return {key: _unique(key, file, taken) if file else key for key in own}


def _joined(parts: Sequence[_Part], head: Head, names: Mapping[str, tuple[int, int]]) -> Timeline:
    numbers = {key: number for number, key in enumerate(head.categories)}
    columns = [part.timeline.columns for part in parts]
    bounds = np.concatenate(
        [np.stack([one.start_earliest, one.start_latest, one.end_earliest, one.end_latest], axis=1) for one in columns]
    )
    category = np.concatenate([part.category_numbers(numbers)[part.timeline.columns.category] for part in parts])
    importance = np.concatenate([one.importance for one in columns])
    flags = np.concatenate([one.flags for one in columns])
    sorted_columns, order = make_columns(bounds, importance, category, flags)
    starts = np.cumsum([0, *(len(one) for one in columns)])
    row_of = np.empty(len(order), np.int64)
    row_of[order] = np.arange(len(order))

    def event(row: int) -> Event:
        place = int(order[row])
        number = int(np.searchsorted(starts, place, side="right")) - 1
        return parts[number].event(place - int(starts[number]))

    first = parts[0].timeline
    digests = [part.timeline.digest for part in parts]
    return Timeline(
        head=head,
        events=LazyEvents(len(order), event),
        columns=sorted_columns,
        path=first.path,
        digest=hashlib.sha256("\n".join(digests).encode()).hexdigest() if all(digests) else "",
        format_name=first.format_name,
        names={name: int(row_of[starts[number] + row]) for name, (number, row) in names.items()},
    )
