"""Dates that know doubt: which events possibly and which certainly lie before, during, on or after a date.

Of an event only four bounds are known: its start lies between the first two, its end between the last two. *Possibly*
means for some such start and end, *certainly* for all of them. The relations are J. F. Allen's (Communications of
the ACM 26/11, 1983) brought down to three that cover all cases, and a fourth:

* ``before``: ended before the date began;
* ``during``: shares a second with the date, so what went on all year is found by a day of it;
* ``after``: began after the date had ended;
* ``on``: began and ended within the date.

A date marked uncertain or approximate (``1994?``, ``1994~``) says nothing for certain.
"""

import numpy as np

from timeglass.chrono.bounds import Bounds
from timeglass.events.columns import Columns, Mark
from timeglass.search.expression import Relation
from timeglass.search.index import Mask, any_bit
from timeglass.search.truth import Truth

_DOUBTED = Mark.UNCERTAIN | Mark.APPROXIMATE


def related(columns: Columns, relation: Relation, bounds: Bounds) -> Truth:
    """How the events' times lie to a date, which stands for all the time that it may cover."""
    first, last = bounds.start_earliest, bounds.end_latest
    earliest, start_latest = columns.start_earliest, columns.start_latest
    end_earliest, latest = columns.end_earliest, columns.end_latest
    possible: Mask
    certain: Mask
    match relation:
        case Relation.BEFORE:
            possible, certain = end_earliest < first, latest < first
        case Relation.AFTER:
            possible, certain = start_latest > last, earliest > last
        case Relation.DURING:
            possible = (earliest <= last) & (latest >= first)
            certain = (start_latest <= last) & (end_earliest >= first)
        case _:
            possible = (start_latest >= first) & (end_earliest <= last)
            possible &= np.maximum(earliest, first) <= np.minimum(latest, last)
            certain = (earliest >= first) & (latest <= last)
    return Truth.doubtful(possible, possible & certain & ~any_bit(columns.flags, _DOUBTED))
