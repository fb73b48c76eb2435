"""Relations of events, both ways round."""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np

from timeglass.events.columns import Mark
from timeglass.events.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Link:
    """One arrow as seen from one of its ends. ``word`` is a key of the words table."""

    word: str
    row: int
    """Row of the other event; -1 if the timeline has no such event."""
    event_id: str


def links_of(timeline: Timeline, rows: list[int]) -> dict[int, list[Link]]:
    """All arrows from and to the given rows, by row; a pair that names each other is listed once at each end."""
    wanted = set(rows)
    links: defaultdict[int, list[Link]] = defaultdict(list)
    row_by_id = timeline.row_by_id
    for row in np.flatnonzero(timeline.columns.flags & Mark.RELATED.value).tolist():
        event = timeline.events[row]
        for relation in event.related:
            other = row_by_id.get(relation.event, -1)
            if row in wanted:
                links[row].append(Link(relation.type.value, other, relation.event))
            if other in wanted and other != row:
                links[other].append(Link(f"{relation.type.value}-inverse", row, event.id))
    for row, found in links.items():
        named = {link.row for link in found if not link.word.endswith("-inverse")}
        links[row] = [link for link in found if not (link.word == "see-also-inverse" and link.row in named)]
    return dict(links)
