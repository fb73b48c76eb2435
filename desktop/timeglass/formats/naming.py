"""Ids of events: unique, and derived where there are none."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeglass.events.event import Text
from timeglass.formats.gather import Gathering
from timeglass.formats.ids import Ids
from timeglass.formats.problem import Problems, shown
from timeglass.formats.stores import Store
from timeglass.formats.typed import Typist


@dataclass(frozen=True)
class Names:
    """Ids of the events of one file, by their row in it."""

    given: Mapping[int, str]
    """Ids that differ from those in the file: derived ones, and second ones of the same name."""
    owners: Mapping[str, int]
    """Row of each id and alias, those of events that were left out for their date included.

    Known only where it was needed.
    """


def name_events(store: Store, typist: Typist, gathering: Gathering, problems: Problems) -> Names:
    """Give each event a unique id. The first one with an id keeps it; a later one gets a number and is reported."""
    rows = gathering.rows()
    needed = gathering.nameless or gathering.named or gathering.relating
    if not needed and not gathering.has_equal_ids():
        return Names({}, {})
    ids = Ids()
    sound = set(rows.tolist())
    nameless: list[tuple[int, str, Text]] = []
    second: list[tuple[int, str]] = []
    for chunk in store.chunks(typist):
        for row, identifier, date, title in zip(chunk.rows, chunk.ids, chunk.dates, chunk.titles, strict=True):
            if row not in sound:
                continue
            if not identifier:
                nameless.append((row, date, title))
                continue
            owner = ids.claim(identifier, row)
            if owner is not None:
                message = f"the id {shown(identifier)!r} is already that of events[{owner}]"
                problems.error(("events", row, "id"), message)
                second.append((row, identifier))
    for row, aliases in gathering.named:
        for number, alias in enumerate(aliases):
            owner = ids.claim(alias, row)
            if owner is not None:
                message = f"the alias {shown(alias)!r} is already a name of events[{owner}]"
                problems.error(("events", row, "aliases", number), message)
    for row, identifier in gathering.dateless.items():  # nobody refers to nothing because a date is wrong
        owner = ids.claim(identifier, row) if identifier else None
        if owner is not None:
            first, later = sorted((owner, row))
            message = f"the id {shown(identifier)!r} is already that of events[{first}]"
            problems.error(("events", later, "id"), message)
    given = {row: ids.unique(identifier, row) for row, identifier in second}
    given.update((row, ids.derive(date, title, row)) for row, date, title in nameless)
    return Names(given, ids.owners)


def hashes_in_order(gathering: Gathering, names: Names, order: NDArray[np.intp]) -> NDArray[np.int64]:
    """Hashes of the final ids, in the order of the columns."""
    hashes = gathering.hashes()
    if names.given:
        at = np.searchsorted(gathering.rows(), np.fromiter(names.given, np.int64))
        hashes[at] = np.fromiter(map(hash, names.given.values()), np.int64)
    return hashes[order]


def alias_rows(gathering: Gathering, names: Names, order: NDArray[np.intp]) -> dict[str, int]:
    """Row in the columns of each alias that is no other event's id or alias."""
    rows = gathering.rows()
    row_of = np.empty(len(order), np.int64)
    row_of[order] = np.arange(len(order))
    return {
        alias: int(row_of[np.searchsorted(rows, file_row)])
        for file_row, aliases in gathering.named
        if file_row not in gathering.dateless
        for alias in aliases
        if names.owners.get(alias) == file_row
    }
