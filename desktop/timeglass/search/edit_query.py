"""Changing a query by clicks: terms come and go in the text, which stays the single truth."""

from collections.abc import Sequence
from dataclasses import replace

from timeglass.search.expression import Among, Expression, Not, Or, bare_or_quoted, to_text
from timeglass.search.parser import parse


def term(field: str, value: str, exact: bool = False) -> str:
    """``field:value``, quoted where it must be; ``exact`` asks for the whole value (``actor:="Ann"``)."""
    return f"{field}:{'=' * exact}{bare_or_quoted(value)}"


def has_term(query: str, wanted: str) -> bool:
    """Tell whether a term stands at the top level of a query, so that all hits match it."""
    return any(_contains(part, _node(wanted)) for part in _parts(query))


def excludes_term(query: str, unwanted: str) -> bool:
    """Tell whether a term is left out at the top level of a query."""
    return Not(_node(unwanted)) in _parts(query)


def with_term(query: str, wanted: str) -> str:
    """The query with a term that all hits must match; it is put first, so that what is being typed stays last.

    A term that was left out before is not left out any more.
    """
    if has_term(query, wanted):
        return query
    return _prefixed(_without(query, Not(_node(wanted))), wanted)


def excluding(query: str, unwanted: str) -> str:
    """The query with a term left out; where it was asked for before, it is no more."""
    if excludes_term(query, unwanted):
        return query
    return _prefixed(without_term(query, unwanted), f"-{unwanted}")


def without_term(query: str, unwanted: str) -> str:
    """The query without a term of its top level, be it asked for or left out; a list of values loses one."""
    node = _node(unwanted)
    return _without(_without(query, Not(node)), node)


def toggled(query: str, chosen: str, exclude: bool = False) -> str:
    """The query after a click on a value: the term added or left out, or taken away where it was so already."""
    if exclude:
        return without_term(query, chosen) if excludes_term(query, chosen) else excluding(query, chosen)
    return without_term(query, chosen) if has_term(query, chosen) else with_term(query, chosen)


def without_part(query: str, part: Expression) -> str:
    """The query without one of the parts that its parsing gave (a chip that is closed)."""
    return _cut(query, part.start, part.end)


def _node(text: str) -> Expression:
    return parse(text, typing=False).expression


def _parts(query: str) -> Sequence[Expression]:
    """The terms of the top level, a last one taken as a whole word: whoever clicks is not typing."""
    return parse(query, typing=False).parts


def _contains(part: Expression, node: Expression) -> bool:
    """Tell whether a part is a term, or a list of values with the term's one among them."""
    if part == node:
        return True
    return isinstance(part, Among) and isinstance(node, Among) and part.name == node.name and _is_among(node, part)


def _is_among(one: Among, many: Among) -> bool:
    return set(one.values) <= set(many.values)


def _without(query: str, node: Expression) -> str:
    """The query without the parts that are a node, or with a list without the node's values."""
    for part in reversed(_parts(query)):
        if part == node:
            query = _cut(query, part.start, part.end)
        elif isinstance(part, Among) and isinstance(node, Among) and _contains(part, node):
            left = tuple(value for value in part.values if value not in node.values)
            query = query[: part.start] + to_text(replace(part, values=left)).rstrip() + query[part.end :]
    return query


def _cut(query: str, start: int, end: int) -> str:
    return f"{query[:start].rstrip()} {query[end:].lstrip()}".lstrip()


def _prefixed(query: str, wanted: str) -> str:
    """The term before the query. What binds more loosely gets brackets; what cannot be read is dropped."""
    parsed = parse(query)
    if parsed.problems:
        query = to_text(parsed.expression)
    if isinstance(parsed.expression, Or):
        query = f"({query.lstrip()})"
    return f"{wanted} {query.lstrip()}"
