"""Did you mean: queries with words that differ by few letters from those for which nothing was found."""

from collections.abc import Callable, Iterator, Mapping

from timeglass.events.timeline import Timeline
from timeglass.search.edit_distance import nearest
from timeglass.search.edit_query import term
from timeglass.search.expression import Among, And, Expression, Or, Phrase, Word, quoted
from timeglass.search.fields import FIELDS, STATUSES
from timeglass.search.fold import fold
from timeglass.search.giving_up import Check, carry_on, checked
from timeglass.search.index import Index
from timeglass.search.spelling import respelled
from timeglass.search.texts import parts_of

MOST = 3


def did_you_mean(
    query: str,
    expression: Expression,
    timeline: Timeline,
    index: Index,
    finds: Callable[[Expression], bool],
    check: Check = carry_on,
) -> Iterator[str]:
    """Queries with other spellings in place of the terms for which ``finds`` says that nothing is found, best first.

    ``check`` is called between steps.
    """
    changes: list[tuple[Expression, list[str]]] = []
    for node in _terms(expression):
        if not finds(node):
            better = _replacements(node, timeline, index, check)
            if not better:
                return
            changes.append((node, better))
    for choice in range(max((len(better) for _, better in changes), default=0)):
        text = query
        for node, better in sorted(changes, key=lambda change: -change[0].start):
            text = text[: node.start] + better[min(choice, len(better) - 1)] + text[node.end :]
        yield text


def _terms(node: Expression) -> Iterator[Expression]:
    """The words, phrases and values that are asked for."""
    match node:
        case Word() | Phrase() | Among():
            yield node
        case And(children) | Or(children):
            for child in children:
                yield from _terms(child)
        case _:
            pass


def _replacements(node: Expression, timeline: Timeline, index: Index, check: Check) -> list[str]:
    """What could stand in place of a term, best first."""
    match node:
        case Word(text):
            return respelled(timeline, index, text, check=check)
        case Phrase(text):
            return [quoted(better) for better in respelled(timeline, index, text, check=check)]
        case Among(name, (value,)):
            names = _names(timeline, name, check)
            if names:
                near = nearest(fold(value.text), list(names), MOST, check)
                return [term(name, better) for better in dict.fromkeys(names[folded] for folded in near)]
            spelled = respelled(timeline, index, value.text, FIELDS[name].texts, check)
            return [term(name, better) for better in spelled]
        case _:
            return []


def _names(timeline: Timeline, field: str, check: Check) -> Mapping[str, str]:
    """What values of a field may be called, folded, and what to write for it; of fields with a list of their own."""
    head = timeline.head
    match field:
        case "category":
            pairs = [(part, one.id) for one in head.categories.values() for part in (*parts_of(one.label), one.id)]
        case "era":
            pairs = [(part, era.id) for era in head.eras for part in (*parts_of(era.title), era.id)]
        case "status":
            pairs = [(status, status) for status in STATUSES]
        case "id":
            pairs = [(identifier, identifier) for identifier in checked(timeline.row_by_id, check)]
        case _:
            return {}
    return {fold(name): value for name, value in checked(pairs, check) if fold(name)}
