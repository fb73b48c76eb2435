"""From a query to its expression tree. No query is refused: what cannot be read is told and left out.

    any   = all {"OR" all}
    all   = {part ["AND"]}
    part  = {"-" | "NOT"} (word | phrase | field | "(" any ")")
    field = name ":" ["="] value {"," ["="] value}

AND binds tighter than OR, as in code search.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from timeglass.chrono.casual import parse_casual
from timeglass.chrono.edtf_date import EdtfDate
from timeglass.search.expression import And, Everything, Expression, Not, Or, Phrase, Word
from timeglass.search.field_terms import field_term
from timeglass.search.fold import words
from timeglass.search.problem import Problem
from timeglass.search.scanner import Lexeme, Sort, scan

_DEEPEST: Final = 60
"""Levels of brackets and signs that are followed; a person writes three."""

DateReader = Callable[[str], EdtfDate]


@dataclass(frozen=True, slots=True)
class Parsed:
    """A query's tree and what could not be read, in the order of the text.

    ``parts`` are the terms that all must match, for chips: those of the top level, in the order of the text.
    """

    expression: Expression
    problems: tuple[Problem, ...]

    @property
    def parts(self) -> tuple[Expression, ...]:
        """The terms of the top level, all of which must match; each knows where it stands."""
        match self.expression:
            case Everything():
                return ()
            case And(children):
                return children
            case other:
                return (other,)


def parse(query: str, read_date: DateReader = parse_casual, typing: bool = True) -> Parsed:
    """Read a query. With ``typing``, a word at its very end is taken as the beginning of a word."""
    parser = _Parser(query, read_date, typing)
    expression = parser.everything()
    return Parsed(expression, tuple(sorted(parser.problems, key=lambda problem: problem.position)))


class _Parser:
    def __init__(self, query: str, read_date: DateReader, typing: bool) -> None:
        self._lexemes = list(scan(query))
        self._read_date = read_date
        self._typed_end = len(query.rstrip(")")) if typing else -1
        self._at = 0
        self._depth = 0
        self._gave_up = False
        self.problems: list[Problem] = []

    def everything(self) -> Expression:
        """The whole query; closing brackets without an opening one are told and passed over."""
        children: list[Expression] = []
        while True:
            found = self._any()
            if found is not None:
                children.append(found)
            if self._at == len(self._lexemes):
                return _joined(And, children) or Everything()
            stray = self._next()
            self._problem(stray, "this bracket closes nothing")

    def _peek(self) -> Sort | None:
        return self._lexemes[self._at].sort if self._at < len(self._lexemes) else None

    def _next(self) -> Lexeme:
        self._at += 1
        return self._lexemes[self._at - 1]

    def _problem(self, lexeme: Lexeme, reason: str, name: str = "") -> None:
        self.problems.append(Problem(lexeme.start, lexeme.end, reason, name))

    def _any(self) -> Expression | None:
        children: list[Expression] = []
        before: Lexeme | None = None
        while True:
            child = self._all()
            if child is not None:
                children.append(child)
            elif before is not None or self._peek() is Sort.OR:
                self._problem(before or self._lexemes[self._at], "OR stands between two things to look for")
            if self._peek() is not Sort.OR:
                return _joined(Or, children)
            before = self._next()

    def _all(self) -> Expression | None:
        children: list[Expression] = []
        while (sort := self._peek()) not in (None, Sort.OR, Sort.CLOSE):
            if sort is Sort.AND:
                self._next()
                continue
            child = self._part()
            if child is not None:
                children.append(child)
        return _joined(And, children)

    def _part(self) -> Expression | None:
        lexeme = self._next()
        if self._depth >= _DEEPEST and lexeme.sort in (Sort.MINUS, Sort.OPEN):
            self._problem(lexeme, "too many brackets and signs inside one another")
            self._at = len(self._lexemes)
            self._gave_up = True
            return None
        match lexeme.sort:
            case Sort.MINUS:
                return self._not(lexeme)
            case Sort.OPEN:
                return self._group(lexeme)
            case Sort.PHRASE:
                if not lexeme.closed:
                    self._problem(lexeme, "the closing quotation mark is missing")
                return Phrase(lexeme.text, start=lexeme.start, end=lexeme.end) if words(lexeme.text) else None
            case Sort.WORD:
                return self._word(lexeme)
            case _:
                term, problems = field_term(lexeme, self._read_date, self._typed_end)
                self.problems.extend(problems)
                return term

    def _not(self, minus: Lexeme) -> Expression | None:
        if self._peek() in (None, Sort.OR, Sort.AND, Sort.CLOSE):
            self._problem(minus, "there is nothing to leave out")
            return None
        self._depth += 1
        child = self._part()
        self._depth -= 1
        return None if child is None else Not(child, start=minus.start, end=child.end)

    def _group(self, opening: Lexeme) -> Expression | None:
        self._depth += 1
        found = self._any()
        self._depth -= 1
        if self._peek() is None:
            if not self._gave_up:
                self._problem(opening, "the closing bracket is missing")
            end = self._lexemes[-1].end
        else:
            end = self._next().end
        return None if found is None else replace(found, start=opening.start, end=end)

    def _word(self, lexeme: Lexeme) -> Expression | None:
        text = lexeme.text.removesuffix("*")
        if not words(text):
            return None
        prefix = text != lexeme.text or lexeme.end == self._typed_end
        return Word(text, prefix, start=lexeme.start, end=lexeme.end)


def _joined(kind: type[And] | type[Or], children: list[Expression]) -> Expression | None:
    """The children under one node of a kind; those of the same kind are taken apart."""
    flat: list[Expression] = []
    for child in children:
        flat.extend(child.children if isinstance(child, kind) else [child])
    if len(flat) < 2:
        return flat[0] if flat else None
    return kind(tuple(flat), start=flat[0].start, end=flat[-1].end)
