"""What became of a timeline's events between two states of its file."""

from collections.abc import Callable
from dataclasses import dataclass

from timeglass.events.timeline import Timeline


def never() -> bool:
    """Nobody gives the comparison up."""
    return False


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids of events: added and altered ones in the order of the new state, removed ones in that of the old one.

    ``head_altered`` tells whether anything besides the events differs, such as a title, an era or a source.
    """

    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    altered: tuple[str, ...] = ()
    head_altered: bool = False

    def __bool__(self) -> bool:
        """Tell whether there is any difference."""
        return bool(self.added or self.removed or self.altered or self.head_altered)


def difference(old: Timeline, new: Timeline, cancelled: Callable[[], bool] = never) -> Difference:
    """Compare two states event by event; an event is the same if its id is.

    An event that another one has as an alias only is another event. Once ``cancelled`` says so, what was found so far
    is returned.
    """
    rows = old.row_by_id
    stays = bytearray(len(old))
    added: list[str] = []
    altered: list[str] = []
    for event in new.events:
        if cancelled():
            break
        row = rows.get(event.id, -1)
        before = old.events[row] if row >= 0 else None
        if before is None or before.id != event.id:
            added.append(event.id)
            continue
        stays[row] = True
        if before != event:
            altered.append(event.id)
    removed = () if cancelled() else tuple(old.events[row].id for row, stayed in enumerate(stays) if not stayed)
    return Difference(tuple(added), removed, tuple(altered), old.head != new.head)
