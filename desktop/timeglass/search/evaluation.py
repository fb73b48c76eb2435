"""From an expression to the rows it matches."""

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from timeglass.events.columns import Mark
from timeglass.events.timeline import Timeline
from timeglass.search.catalogue import Catalogue, Holds
from timeglass.search.expression import (
    Among,
    And,
    Comparison,
    Dated,
    Everything,
    Expression,
    Importance,
    Not,
    Or,
    Phrase,
    Property,
    Word,
)
from timeglass.search.fields import IMPORTANCES
from timeglass.search.giving_up import Check, carry_on, checked
from timeglass.search.index import Mask, any_bit, any_mask
from timeglass.search.matcher import Matcher
from timeglass.search.names import Names
from timeglass.search.time_terms import related
from timeglass.search.truth import Truth, all_of, any_of, negate

_FLAGS: Final[Mapping[str, Mark]] = {
    "range": Mark.RANGE,
    "uncertain": Mark.UNCERTAIN,
    "approximate": Mark.APPROXIMATE,
    "open": Mark.OPEN_START | Mark.OPEN_END,
}
_OPERATORS: Final[Mapping[str, Callable[[int, int], bool]]] = {
    "=": operator.eq,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Evaluates expressions over one timeline. ``selected`` are the rows for ``is:selected``.

    ``check`` is asked between steps whether to go on.
    """

    timeline: Timeline
    catalogue: Catalogue
    matcher: Matcher
    names: Names
    selected: Mask
    check: Check = carry_on

    def truth(self, node: Expression) -> Truth:
        """What an expression says of each row."""
        self.check()
        match node:
            case Not(child):
                return negate(self.truth(child))
            case And(children):
                return self._all(children)
            case Or(children):
                return any_of([self.truth(child) for child in children])
            case Dated(relation, dates):
                truth = any_of([related(self.timeline.columns, relation, date.bounds) for date in dates])
                return Truth.plain(truth.sure) if node.certainly else truth
            case Among(name, values):
                return any_of([self.names.truth(name, value, self.check) for value in values])
            case _:
                return Truth.plain(self._rows(node))

    def _all(self, children: Sequence[Expression]) -> Truth:
        truths = [self.truth(child) for child in children]
        found = all_of(truths)
        for run, others in self.matcher.runs(children):
            rest = [truth for at, truth in enumerate(truths) if at not in run]
            instead = (self.matcher.index.find(other) for other in checked(others, self.check, every=1))
            found = any_of([found, all_of([Truth.plain(any_mask(instead, len(self.timeline))), *rest])])
        return found

    def _rows(self, node: Everything | Word | Phrase | Importance | Property) -> Mask:
        match node:
            case Everything():
                return np.ones(len(self.timeline), np.bool_)
            case Word(text, prefix):
                return self.matcher.rows(text, prefix, check=self.check)
            case Phrase(text):
                return self.matcher.exact_rows(text)
            case Importance(comparisons):
                return self._as_important(comparisons)
            case _:
                return any_mask((self._with_property(node.name, kind) for kind in node.kinds), len(self.timeline))

    def _as_important(self, comparisons: Sequence[Comparison]) -> Mask:
        wanted = np.zeros(IMPORTANCES.stop, np.bool_)
        for importance in IMPORTANCES:
            wanted[importance] = any(_OPERATORS[one.operator](importance, one.number) for one in comparisons)
        return wanted[self.timeline.columns.importance]

    def _with_property(self, name: str, kind: str) -> Mask:
        flags = self.timeline.columns.flags
        if name == "has" or kind == "sourced":
            held = Holds.SOURCES if kind == "sourced" else Holds[kind.upper()]
            return any_bit(self.catalogue.holds, held)
        if kind == "selected":
            return self.selected
        if kind == "instant":
            return ~any_bit(flags, Mark.RANGE)
        return any_bit(flags, _FLAGS[kind])
