"""The expression tree that a query becomes, and its printing: parsing what is printed gives the same tree."""

from dataclasses import dataclass, field
from enum import Enum

from timeglass.chrono.edtf_date import EdtfDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A part of a query. ``start`` and ``end`` say where it stands in the text; they do not count in comparisons."""

    start: int = field(default=0, compare=False, repr=False)
    end: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Everything(Node):
    """Matches every event: what is left of an empty query."""


@dataclass(frozen=True, slots=True)
class Word(Node):
    """A word anywhere in an event's texts; ``prefix`` makes it the beginning of a word."""

    text: str
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Phrase(Node):
    """Words one behind the other, exactly so: without synonyms and word forms."""

    text: str


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a field. ``exact`` asks for the whole value (``actor:=NATO``), ``prefix`` for a word's beginning."""

    text: str
    exact: bool = False
    prefix: bool = False


@dataclass(frozen=True, slots=True)
class Among(Node):
    """A field that has one of several values (``category:summit,diplomacy``)."""

    name: str
    values: tuple[Value, ...]


class Relation(Enum):
    """How an event's time lies to a given date."""

    AFTER = "after"
    BEFORE = "before"
    DURING = "during"
    ON = "on"


@dataclass(frozen=True, slots=True)
class Dated(Node):
    """A relation to one of several dates, possibly so or ``certainly`` so. Dates are as their texts say."""

    relation: Relation
    dates: tuple[EdtfDate, ...]
    certainly: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """A bound on a number: the operator is one of ``= < <= > >=``."""

    operator: str
    number: int


@dataclass(frozen=True, slots=True)
class Importance(Node):
    """An importance that meets one of several comparisons."""

    comparisons: tuple[Comparison, ...]


@dataclass(frozen=True, slots=True)
class Property(Node):
    """``is:`` or ``has:`` one of several things."""

    name: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Not(Node):
    """All events that the child does not match."""

    child: "Expression"


@dataclass(frozen=True, slots=True)
class And(Node):
    """Events that all children match; there are at least two, none of them an And."""

    children: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Or(Node):
    """Events that any child matches; there are at least two, none of them an Or."""

    children: tuple["Expression", ...]


Expression = Everything | Word | Phrase | Among | Dated | Importance | Property | Not | And | Or

QUOTES = '"“”„«»'
_BARE_STOPS = frozenset(QUOTES + "(),")


def quoted(text: str) -> str:
    """A text between quotes, with quotes and backslashes in it escaped."""
    return '"' + "".join("\\" + sign if sign == "\\" or sign in QUOTES else sign for sign in text) + '"'


def bare_or_quoted(text: str) -> str:
    """A field's value as it must be written to be read back as this text."""
    plain = text and not any(sign.isspace() or sign in _BARE_STOPS for sign in text)
    return text if plain and text[0] != "=" and text[-1] != "*" else quoted(text)


def to_text(expression: Expression) -> str:
    """The query that is read as this expression. It ends in a blank, so that no word in it counts as being typed."""
    text = _print(expression)
    return f"{text} " if text else ""


def _print(node: Expression) -> str:
    match node:
        case Everything():
            return ""
        case Word():
            return node.text + "*" * node.prefix
        case Phrase():
            return quoted(node.text)
        case Among():
            return f"{node.name}:" + ",".join(_print_value(value) for value in node.values)
        case Dated():
            certainly = "certainly:" * node.certainly
            return f"{certainly}{node.relation.value}:" + ",".join(bare_or_quoted(date.text) for date in node.dates)
        case Importance():
            return "importance:" + ",".join(
                f"{comparison.operator.removeprefix('=')}{comparison.number}" for comparison in node.comparisons
            )
        case Property():
            return f"{node.name}:" + ",".join(node.kinds)
        case Not():
            return "-" + _print_inside(node.child)
        case And():
            return " ".join(_print_inside(child) if isinstance(child, Or) else _print(child) for child in node.children)
        case _:
            return " OR ".join(_print(child) for child in node.children)


def _print_inside(node: Expression) -> str:
    return f"({_print(node)})" if isinstance(node, And | Or | Not) else _print(node)


def _print_value(value: Value) -> str:
    if value.exact:
        return f"={bare_or_quoted(value.text)}"
    if value.prefix:
        return f"{value.text}*"
    return bare_or_quoted(value.text)
