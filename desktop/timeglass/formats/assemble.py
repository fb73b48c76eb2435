"""A document becomes a timeline: typed, dated, named, checked, and sorted into columns."""

from pathlib import Path as FilePath

from timeglass.events.timeline import Timeline, make_timeline
from timeglass.formats.checks import check_events
from timeglass.formats.dates import Dates
from timeglass.formats.document import Document, Tick, no_tick
from timeglass.formats.entries import EventEntry
from timeglass.formats.event_records import event_records
from timeglass.formats.head_records import head_entry, head_record
from timeglass.formats.nearest import Suggester
from timeglass.formats.problem import Problems
from timeglass.formats.references import References
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
    """The timeline of a document, with as much of it as is sound; all that is not goes to the problems."""
    suggester = Suggester()
    typist = Typist(problems, suggester)
    dates = Dates(problems)
    count = len(document.events) or 1
    entry = head_entry(document.head, typist, problems, FilePath(name).stem or "Timeline")
    folder = path.parent if path is not None else None
    references = References(problems, suggester, entry.sources, document.closed, folder)
    head = head_record(entry, dates, references, problems, suggester)
    entries = typist.entries(document.events, EventEntry, ("events",), lambda done: tick(0.3 * done / count))
    document.events.clear()
    events, rows = event_records(entries, dates, references, problems, lambda done: tick(0.3 + 0.5 * done / count))
    del entries
    if document.closed:
        check_events(events, rows, head, problems, suggester)
    tick(0.9)
    timeline = make_timeline(head, events, path, digest, format_name)
    tick(1.0)
    return timeline
