"""iCalendar (RFC 5545): what a calendar can say of events; the rest goes into the description and is reported."""

import hashlib
from datetime import UTC, date, datetime, timedelta
from typing import Final

from timeglass import __version__
from timeglass.chrono.edtf_date import DateKind, EdtfDate, Precision
from timeglass.chrono.instant import DAY, OPEN_FUTURE, OPEN_PAST, civil
from timeglass.chrono.words import date_in_words
from timeglass.events.event import Event, Status
from timeglass.export.carrying import carried_trees
from timeglass.export.grouping import category_label
from timeglass.export.inline import plain_text, safe_address
from timeglass.export.job import ExportJob
from timeglass.export.pages import figure_text
from timeglass.export.steps import UNWATCHED, Steps
from timeglass.export.tables import source_words
from timeglass.export.words import words_in
from timeglass.formats.carried import packed

_YEARS: Final = range(1, 9_999)
"""Years that a calendar's four digits can say, less one for an end on the day after."""


def _day(at: int) -> date | None:
    """The day of an instant; None where a calendar has no such day."""
    if not OPEN_PAST < at < OPEN_FUTURE:
        return None
    fields = civil(at)
    return date(fields.year, fields.month, fields.day) if fields.year in _YEARS else None


def _moment(at: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=at)


def when(of: EdtfDate) -> tuple[date | datetime, date | datetime | None] | None:
    """Start and end (exclusive) as a calendar has them; end None is one day; None if the calendar has no such date.

    A date that is less precise than a day becomes all the days that it may be.
    """
    bounds = of.bounds
    first, last = _day(bounds.start_earliest), _day(bounds.end_latest)
    if first is None:
        first = _day(bounds.start_latest)
    if first is None:
        return None
    if of.precision <= Precision.HOUR and last is not None:
        # From second to second, the end is that very moment; of a minute or hour, it is where the next one begins.
        moments = of.kind is DateKind.INTERVAL and of.precision is Precision.SECOND
        start, end = _moment(bounds.start_earliest), _moment(bounds.end_latest + (not moments))
        # Inclusive seconds: a moment that lasts one second is a point.
        return start, end if bounds.end_latest - bounds.start_earliest > 1 else None
    if last is None or last == first:
        return first, None
    return first, last + timedelta(days=1)


def _is_exact(of: EdtfDate) -> bool:
    """Tell whether a calendar says all that the date says."""
    bounds = of.bounds
    days = of.precision <= Precision.DAY and bounds.start_latest // DAY == bounds.start_earliest // DAY
    return days and not (of.uncertain or of.approximate or bounds.open_start or bounds.open_end)


def _description(job: ExportJob, event: Event) -> str:
    """Everything that has no property of its own, as plain text."""
    words = words_in(job.language)
    parts = []
    if not _is_exact(event.date) or when(event.date) is None:
        parts.append(f"{words['date']}: {date_in_words(event.date, job.language)} ({event.date.text})")
    if event.status is not Status.CONFIRMED:
        parts.append(words[event.status.value])
    parts.append(plain_text(job.text(event.summary)))
    if job.with_details:
        parts.append(plain_text(job.text(event.details)))
    parts.extend(f"{job.text(figure.label)}: {figure_text(figure)}" for figure in event.figures)
    if event.actors:
        parts.append(f"{words['actors']}: {' · '.join(event.actors)}")
    if job.with_sources and event.sources:
        parts.append(f"{words['sources']}:\n" + "\n".join(source_words(job, ref) for ref in event.sources))
    return "\n\n".join(part for part in parts if part)


def _first_address(job: ExportJob, event: Event) -> str:
    sources = job.timeline.head.sources
    found = (sources[ref.source].url if ref.source in sources else ref.url for ref in event.sources)
    return next((address for address in map(safe_address, found) if address), "")


def calendar(job: ExportJob, steps: Steps = UNWATCHED) -> tuple[bytes, tuple[str, ...]]:
    """The calendar, and warnings about what it cannot say.

    Events without a date that a calendar has (before year 1, after 9998, no known start) become journal entries, which
    need none.
    """
    from icalendar import Calendar, Journal, vText
    from icalendar import Event as Entry

    words = words_in(job.language)
    index = {name: place for place, name in enumerate(job.timeline.category_ids)}
    made = Calendar()
    made.add("prodid", f"-//Timeglass//Timeglass {__version__}//EN")
    made.add("version", "2.0")
    title = vText(job.shown_title)  # the library takes both names for unknown ones, and would write the text as it is
    made.add("name", title)
    made.add("x-wr-calname", title)
    head, trees = carried_trees(job, steps.part(0.0, 0.05))
    made.add("x-timeglass-head", vText(packed(head, job.shown_title)))
    entries: list[bytes] = []
    inexact = undated = 0
    pairs = list(zip(job.events(), trees, strict=True))
    for event, tree in steps.part(0.05, 0.95).over(pairs):
        times = when(event.date)
        inexact += times is not None and not _is_exact(event.date)
        undated += times is None
        entry = Journal() if times is None else Entry()
        name = hashlib.sha256(f"{job.timeline.head.title}\0{event.id}".encode("utf-8", "replace")).hexdigest()[:32]
        entry.add("uid", f"{name}@timeglass.invalid")
        entry.add("dtstamp", job.exported.astimezone(UTC))
        entry.add("summary", _one_line(job.text(event.title)))
        entry.add("x-timeglass-id", vText(event.id))
        if times is None or not _is_exact(event.date) or event.date.precision <= Precision.HOUR:
            entry.add("x-timeglass-date", event.date.text)
        if event.status not in (Status.CONFIRMED, Status.PLANNED):
            entry.add("x-timeglass-status", event.status.value)
        if times is not None:
            entry.add("dtstart", times[0])
            if times[1] is not None:
                entry.add("dtend", times[1])
            entry.add("transp", "TRANSPARENT")
            entry.add("status", "CONFIRMED" if event.status is Status.CONFIRMED else "TENTATIVE")
            if event.places:
                entry.add("location", ", ".join(event.places))
        if event.categories:
            entry.add("categories", [category_label(job, index[name], words) for name in event.categories])
        if address := _first_address(job, event):
            entry.add("url", address)
        if description := _description(job, event):
            entry.add("description", description)
        shown = ("summary", "description", "location", "status")
        entry.add("x-timeglass-event", packed(tree, "".join(str(entry.get(name, "")) for name in shown)))
        entries.append(entry.to_ical())  # one by one: all at once would take long without a word
    warnings = []
    if inexact:
        warnings.append(f"dates that say what a calendar cannot stand in words in the description: {inexact:,}")
    if undated:
        warnings.append(f"events without a date that a calendar has became journal entries: {undated:,}")
    opening, closing, _ = made.to_ical().rpartition(b"END:VCALENDAR")
    return b"".join((opening, *entries, closing, b"\r\n")), tuple(warnings)


def _one_line(text: str) -> str:
    return " ".join(text.split())
