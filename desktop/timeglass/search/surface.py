"""From a folded word back to how it is written in the events."""

from collections.abc import Sequence

import numpy as np

from timeglass.events.timeline import Timeline
from timeglass.search.batch import batch_of
from timeglass.search.fold import tokens
from timeglass.search.index import Index
from timeglass.search.texts import EventTexts, TextField

NAMES = (TextField.ACTOR, TextField.PLACE, TextField.TITLE)


def surface(timeline: Timeline, index: Index, number: int, fields: Sequence[int] = NAMES) -> str:
    """A spelling of the word with this number as it stands in an event, rather in one of the fields than elsewhere."""
    places = index.places[index.starts[number] : index.starts[number + 1]]
    # The first field that has the word wins; argmin of all-equal ranks is the word's first place.
    ranks = np.full(256, len(fields))
    ranks[list(fields)] = np.arange(len(fields))
    place = places[np.argmin(ranks[index.field_at[places]])]
    row, field = int(index.row_at[place]), TextField(int(index.field_at[place]))
    folded = index.vocabulary[number]
    texts = dict(EventTexts(timeline.head).of(batch_of([timeline.events[row]], row)))[field].values
    return next(text[token.start : token.end] for text in texts for token in tokens(text) if token.folded == folded)
