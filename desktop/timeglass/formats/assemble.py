"""A document becomes a timeline: typed, dated, named, checked, and sorted into columns."""

from dataclasses import replace
from pathlib import Path as FilePath

import numpy as np

from timeglass.chrono.edtf_date import EdtfDate
from timeglass.events.columns import make_columns
from timeglass.events.event import Category, Event
from timeglass.events.lazy import NO_DATE, LazyEvents
from timeglass.events.names import RowByName
from timeglass.events.timeline import Timeline
from timeglass.formats.checks import Arrows
from timeglass.formats.dates import Dates
from timeglass.formats.document import Document, Tick, no_tick
from timeglass.formats.event_records import event_record
from timeglass.formats.gather import Categories, Gathering
from timeglass.formats.head_records import head_entry, head_record
from timeglass.formats.naming import alias_rows, hashes_in_order, name_events
from timeglass.formats.nearest import Suggester
from timeglass.formats.problem import Problems
from timeglass.formats.references import References
from timeglass.formats.stores import Store, TreeStore
from timeglass.formats.typed import Typist


def assemble(
    document: Document,
    problems: Problems,
    *,
    path: FilePath | None = None,
    name: str = "",
    digest: str = "",
    format_name: str = "",
    tick: Tick = no_tick,
) -> Timeline:
    """The timeline of a document, with as much of it as is sound; all that is not goes to the problems.

    The events are made from their entries when they are looked at.
    """
    suggester = Suggester()
    typist = Typist(problems, suggester)
    of_head = head_entry(document.head, typist, problems, FilePath(name).stem or "Timeline")
    folder = path.parent if path is not None else None
    references = References(problems, suggester, of_head.sources, document.closed, folder)
    head = head_record(of_head, Dates(problems), references, problems, suggester)
    store: Store = document.store or TreeStore(document.events)
    document.events = []
    gathering = Gathering(Categories(tuple(head.categories), document.closed), references, problems)
    done = 0
    for chunk in store.chunks(typist):
        gathering.add(chunk, lambda category: suggester.nearest(category, head.categories))
        done += len(chunk.rows)
        tick(0.8 * min(1.0, done / len(store)))
    names = name_events(store, typist, gathering, problems)
    file_rows, bounds, small = gathering.rows(), gathering.bounds(), gathering.small()
    if document.closed:
        arrows = Arrows(store, names, file_rows, bounds, problems, suggester)
        for row in gathering.relating:
            arrows.check(row)
    columns, order = make_columns(bounds, small[0].astype(np.int8), small[1], small[2])
    file_row = file_rows[order]
    silent = References(Problems(""), Suggester(0), of_head.sources, document.closed, folder)

    def identifier(row: int) -> str:
        at = int(file_row[row])
        return names.given.get(at) or store.entry(at).id

    def event(row: int, date: EdtfDate | None = None) -> Event:
        at = int(file_row[row])
        entry = store.entry(at)
        return event_record(entry, names.given.get(at) or entry.id, silent, date)

    by_name = RowByName(hashes_in_order(gathering, names, order), identifier, alias_rows(gathering, names, order))
    known = head.categories
    categories = {key: known.get(key) or Category(id=key, label=key) for key in gathering.categories.numbers}
    tick(1.0)
    return Timeline(
        head=replace(head, categories=categories),
        events=LazyEvents(len(order), event, lambda row: event(row, NO_DATE)),
        columns=columns,
        path=path,
        digest=digest,
        format_name=format_name,
        names=by_name,
    )
