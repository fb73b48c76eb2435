"""Tables: CSV that a spreadsheet opens without being fooled by it."""

import csv
import io
from collections.abc import Iterator
from typing import Final

from timeglass.chrono.instant import iso_text
from timeglass.chrono.words import date_in_words
from timeglass.events.event import Event, SourceRef
from timeglass.export.grouping import category_label
from timeglass.export.inline import plain_text
from timeglass.export.job import ExportJob
from timeglass.export.pages import figure_text
from timeglass.export.steps import UNWATCHED, Steps
from timeglass.export.words import words_in

COLUMNS: Final = (
    "id",
    "date",
    "date_in_words",
    "start_earliest",
    "start_latest",
    "end_earliest",
    "end_latest",
    "title",
    "summary",
    "details",
    "category",
    "status",
    "importance",
    "actors",
    "places",
    "tags",
    "figures",
    "sources",
    "related",
)
_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet take a text for a formula (OWASP, "CSV injection")."""


def neutral(cell: str) -> str:
    """The cell, with an apostrophe in front if a spreadsheet could take it for a formula."""
    return f"'{cell}" if cell.startswith(_DANGEROUS) else cell


def source_words(job: ExportJob, reference: SourceRef) -> str:
    """A reference in one line: title, publisher, date, address, locator."""
    record = job.timeline.head.sources.get(reference.source)
    if record is not None:
        parts = [record.author, record.title, record.publisher, record.date, record.url]
    else:
        parts = [reference.text or reference.source, reference.url]
    return ", ".join(part for part in (*parts, reference.locator) if part)


def _cells(job: ExportJob, row: int, event: Event) -> Iterator[str]:
    columns = job.timeline.columns
    words = words_in(job.language)
    index = {name: place for place, name in enumerate(job.timeline.category_ids)}
    yield event.id
    yield event.date.text
    yield date_in_words(event.date, job.language)
    for bound in (columns.start_earliest, columns.start_latest, columns.end_earliest, columns.end_latest):
        yield iso_text(int(bound[row]))
    yield job.text(event.title)
    yield plain_text(job.text(event.summary))
    yield plain_text(job.text(event.details))
    yield "; ".join(category_label(job, index[name], words) for name in event.categories)
    yield event.status.value
    yield str(event.importance)
    yield "; ".join(event.actors)
    yield "; ".join(event.places)
    yield "; ".join(event.tags)
    yield "; ".join(f"{job.text(figure.label)}: {figure_text(figure)}" for figure in event.figures)
    yield "; ".join(source_words(job, reference) for reference in event.sources)
    yield "; ".join(f"{relation.type.value} {relation.event}" for relation in event.related)


def excel_csv(job: ExportJob, steps: Steps = UNWATCHED) -> tuple[bytes, tuple[str, ...]]:
    """A table for spreadsheets in UTF-8, with a byte order mark unless the job says otherwise; no warnings.

    Cells that look like formulas are neutralised, so this table is for people; the plain CSV is what opens again.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    for row in steps.over(job.rows.tolist()):
        writer.writerow([neutral(cell) for cell in _cells(job, row, job.timeline.events[row])])
    return text.getvalue().encode("utf-8-sig" if job.byte_order_mark else "utf-8", "replace"), ()
