"""Values of fields that are asked by name: which rows an actor, a category, an era, a status or an id means."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from timeglass.events.columns import Columns, Mark
from timeglass.events.event import Status
from timeglass.events.timeline import Timeline
from timeglass.search.catalogue import Catalogue
from timeglass.search.expression import Relation, Value
from timeglass.search.fields import FIELDS, Kind
from timeglass.search.fold import fold
from timeglass.search.giving_up import Check, carry_on, checked
from timeglass.search.index import Mask, any_bit
from timeglass.search.matcher import Matcher
from timeglass.search.texts import parts_of
from timeglass.search.time_terms import related
from timeglass.search.truth import Truth, any_of

_STATUS_MARKS: Final[Mapping[Status, Mark]] = {
    Status.DISPUTED: Mark.DISPUTED,
    Status.CLAIMED: Mark.CLAIMED,
    Status.PLANNED: Mark.PLANNED,
}
_ANY_STATUS_MARK: Final = Mark.DISPUTED | Mark.CLAIMED | Mark.PLANNED


class Names:
    """Finds rows by the values of their fields."""

    def __init__(self, timeline: Timeline, catalogue: Catalogue, matcher: Matcher) -> None:
        self._timeline = timeline
        self._catalogue = catalogue
        self.matcher = matcher
        head = timeline.head
        self._eras = [({fold(era.id), *map(fold, parts_of(era.title))}, era.date.bounds) for era in head.eras]
        self._known: Mapping[str, frozenset[str]] = {
            "category": frozenset(
                fold(name) for category in head.categories.values() for name in (category.id, *parts_of(category.label))
            ),
            "source": frozenset(map(fold, head.sources)),
            "tag": frozenset(catalogue.columns["tag"].folded),
        }

    def truth(self, name: str, value: Value, check: Check = carry_on) -> Truth:
        """What it says of each row that a field has a value."""
        if name == "era":
            return self._in_era(value)
        return Truth.plain(self._rows(name, value, check))

    def _rows(self, name: str, value: Value, check: Check) -> Mask:
        field = FIELDS[name]
        match name:
            case "id":
                return self._with_id(value, check)
            case "status":
                return self._with_status(value)
            case "lang":
                return self._with_language(value)
            case _ if value.exact or (field.kind is Kind.NAMED and fold(value.text) in self._known[name]):
                return self.matcher.whole_rows(value.text, field.texts)
            case _:
                return self.matcher.rows(value.text, value.prefix, field.texts, check)

    def _none(self) -> Mask:
        return np.zeros(len(self._timeline), np.bool_)

    def _with_id(self, value: Value, check: Check) -> Mask:
        """The row with an id or alias, in whichever case; while the id is typed, the rows whose ids begin with it."""
        ids = self._timeline.row_by_id
        wanted = value.text.casefold()
        if value.text in ids:
            rows = [ids[value.text]]
        else:
            rows = [row for identifier, row in checked(ids.items(), check) if identifier.casefold() == wanted]
        if not rows and value.prefix:
            found_ids = checked(ids.items(), check)
            rows = [row for identifier, row in found_ids if identifier.casefold().startswith(wanted)]
        found = self._none()
        found[rows] = True
        return found

    def _with_status(self, value: Value) -> Mask:
        found = self._none()
        for status in Status:
            if _is_called(status.value, value):
                found |= status_rows(self._timeline.columns, status)
        return found

    def _with_language(self, value: Value) -> Mask:
        column = self._catalogue.columns["lang"]
        found = self._none()
        for number, language in enumerate(column.values):
            if _is_called(language, value):
                found |= column.rows_with(number)
        return found

    def _in_era(self, value: Value) -> Truth:
        """Events during the eras of this name; where none is called so, those with such words in their names."""
        wanted = fold(value.text)
        called = [bounds for names, bounds in self._eras if wanted in names]
        if not called and not value.exact:
            called = [b for names, b in self._eras if any(_has_words(name, wanted, value.prefix) for name in names)]
        columns = self._timeline.columns
        return any_of([Truth.plain(self._none()), *(related(columns, Relation.DURING, bounds) for bounds in called)])


def status_rows(columns: Columns, status: Status) -> Mask:
    """Rows with a status."""
    mark = _STATUS_MARKS.get(status)
    return ~any_bit(columns.flags, _ANY_STATUS_MARK) if mark is None else any_bit(columns.flags, mark)


def _is_called(name: str, value: Value) -> bool:
    """Tell whether a name is, or while it is typed begins with, the value."""
    name, wanted = name.casefold(), value.text.casefold()
    return name.startswith(wanted) if value.prefix else name == wanted


def _has_words(name: str, wanted: str, prefix: bool) -> bool:
    """Tell whether folded words stand one behind the other in a folded name."""
    return f" {wanted}" in f" {name}" if prefix else f" {wanted} " in f" {name} "
