"""All that is prepared of a timeline for searching, and its preparation in steps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from timeglass.events.lazy import undated
from timeglass.events.timeline import Timeline
from timeglass.search.batch import batch_of
from timeglass.search.catalogue import Catalogue
from timeglass.search.catalogue_builder import CatalogueBuilder
from timeglass.search.index import Index
from timeglass.search.index_builder import IndexBuilder
from timeglass.search.texts import NAME_FIELDS, EventTexts

_STEP: Final = 3_000
"""Events taken at a time: some milliseconds, so that other threads get their turn."""


@dataclass(frozen=True, slots=True)
class Store:
    """The words and the values of a timeline's events."""

    index: Index
    catalogue: Catalogue


def never() -> bool:
    """No wish to stop."""
    return False


def no_progress(_share: float) -> None:
    """Nobody to tell."""


def build_store(
    timeline: Timeline, progress: Callable[[float], None] = no_progress, cancelled: Callable[[], bool] = never
) -> Store | None:
    """Prepare a timeline; None when ``cancelled`` said so between two steps.

    ``progress`` is told the share that is done, 0 to 1. May run in any thread: the timeline is only read.
    """
    texts = EventTexts(timeline.head)
    index = IndexBuilder()
    catalogue = CatalogueBuilder(timeline.head.language)
    count = len(timeline.events)
    for first in range(0, count, _STEP):
        if cancelled():
            return None
        batch = batch_of(undated(timeline.events, first, min(first + _STEP, count)), first)
        for field, found in texts.of(batch):
            index.add(field, found, names=field in NAME_FIELDS)
        catalogue.add(batch)
        # The sort at the end takes about a third of the whole.
        progress(0.7 * min(first + _STEP, count) / count)
    if cancelled():
        return None
    store = Store(index.finish(count), catalogue.finish(count))
    progress(1.0)
    return store
