"""From a folded word back to how it is written in the events."""

from timeglass.events.timeline import Timeline
from timeglass.search.batch import batch_of
from timeglass.search.fold import tokens
from timeglass.search.index import Index
from timeglass.search.texts import EventTexts, TextField

_NAMES = (TextField.ACTOR, TextField.PLACE, TextField.TITLE)


def surface(timeline: Timeline, index: Index, number: int) -> str:
    """A spelling of the word with this number as it stands in an event, rather in a name or title than elsewhere."""
    places = index.places[index.starts[number] : index.starts[number + 1]]
    fields = index.field_at[places]
    ranks = [int(fields.tolist().index(field)) for field in _NAMES if (fields == field).any()]
    place = places[ranks[0] if ranks else 0]
    row, field = int(index.row_at[place]), TextField(int(index.field_at[place]))
    folded = index.vocabulary[number]
    texts = dict(EventTexts(timeline.head).of(batch_of([timeline.events[row]], row)))[field][0]
    return next(text[token.start : token.end] for text in texts for token in tokens(text) if token.folded == folded)
