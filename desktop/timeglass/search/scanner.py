"""From a query's characters to its lexemes."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import Final, NamedTuple, cast

from timeglass.search.expression import QUOTES
from timeglass.search.fields import FIELDS

_BLANK: Final = re.compile(r"\s+")
_NAME: Final = re.compile(r"([^\W\d_]+):")
_WORD: Final = re.compile(rf"[^\s(){QUOTES}]+")
_VALUE: Final = re.compile(rf"(?:[\[{{][^\s()\]}}{QUOTES}]*[\]}}]|[^\s(),{QUOTES}])+")
"""Commas end a value, but not those of an EDTF set such as ``{1667,1668}``."""
_UNKNOWN_VALUE: Final = re.compile(r"(?!//)(?!\*(?:[\s()]|$))[^\s(),]")
"""What makes a name with a colon an unknown field, unlike ``https://…`` and the ``*`` behind a word's beginning."""
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_PLAIN_QUOTE: Final = re.compile(r'"((?:[^"\\]|\\.)*)("?)', re.DOTALL)
_CURLY_QUOTE: Final = re.compile(r"[“”„«»]((?:[^“”„«»\\]|\\.)*)([“”„«»]?)", re.DOTALL)


class Sort(Enum):
    """What a lexeme is."""

    OPEN = auto()
    CLOSE = auto()
    MINUS = auto()
    OR = auto()
    AND = auto()
    WORD = auto()
    PHRASE = auto()
    FIELD = auto()


class Item(NamedTuple):
    """One value behind a field's colon, ``exact`` when ``=`` stands before it."""

    text: str
    start: int
    end: int
    quoted: bool
    exact: bool


class Lexeme(NamedTuple):
    """A lexeme and where it stands. ``text`` is a word, a phrase or a field's name.

    ``closed`` tells that no closing quote is missing; ``certainly`` that this word stands before the field.
    """

    sort: Sort
    start: int
    end: int
    text: str = ""
    items: tuple[Item, ...] = ()
    closed: bool = True
    certainly: bool = False


_SIGNS: Final = {"(": Sort.OPEN, ")": Sort.CLOSE}
KEYWORDS: Final = {"OR": Sort.OR, "|": Sort.OR, "AND": Sort.AND, "NOT": Sort.MINUS}


def scan(query: str) -> Iterator[Lexeme]:
    """The lexemes of a query from left to right. Any text can be scanned."""
    at = 0
    while at < len(query):
        sign = query[at]
        if blank := _BLANK.match(query, at):
            at = blank.end()
            continue
        if sign in _SIGNS:
            lexeme = Lexeme(_SIGNS[sign], at, at + 1)
        elif sign in QUOTES:
            text, end, closed = _quote(query, at)
            lexeme = Lexeme(Sort.PHRASE, at, end, text, closed=closed)
        elif sign == "-" and at + 1 < len(query) and not query[at + 1].isspace() and query[at + 1] != ")":
            lexeme = Lexeme(Sort.MINUS, at, at + 1)
        else:
            lexeme = _word_or_field(query, at)
        yield lexeme
        at = lexeme.end


def _match(pattern: re.Pattern[str], query: str, at: int) -> re.Match[str]:
    """The match of a pattern that needs no more than the sign that was seen at its beginning."""
    return cast("re.Match[str]", pattern.match(query, at))


def _quote(query: str, at: int) -> tuple[str, int, bool]:
    """The text between quotes that begin at a place, where it ends, and whether the closing quote is there."""
    match = _match(_PLAIN_QUOTE if query[at] == '"' else _CURLY_QUOTE, query, at)
    return _ESCAPED.sub(r"\1", match[1]), match.end(), bool(match[2])


def _word_or_field(query: str, start: int) -> Lexeme:
    name = _NAME.match(query, start)
    certainly = False
    if name and name[1].lower() == "certainly":
        inner = _NAME.match(query, name.end())
        if inner:
            certainly, name = True, inner
    known = name and name[1].lower() in FIELDS
    if name and (known or _UNKNOWN_VALUE.match(query, name.end())):
        items, end, closed = _items(query, name.end())
        return Lexeme(Sort.FIELD, start, end, name[1].lower(), items, closed, certainly)
    word = _match(_WORD, query, start)
    return Lexeme(KEYWORDS.get(word[0], Sort.WORD), start, word.end(), word[0])


def _items(query: str, at: int) -> tuple[tuple[Item, ...], int, bool]:
    """The values of a field, separated by commas, where they end, and whether no quote is missing."""
    items: list[Item] = []
    closed = True
    while True:
        start = at
        exact = query.startswith("=", at)
        at += exact
        if at < len(query) and query[at] in QUOTES:
            text, at, whole = _quote(query, at)
            closed = closed and whole
            items.append(Item(text, start, at, True, exact))
        elif value := _VALUE.match(query, at):
            at = value.end()
            items.append(Item(value[0], start, at, False, exact))
        if not query.startswith(",", at):
            return tuple(items), at, closed
        at += 1
