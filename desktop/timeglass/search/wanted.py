"""Which words of a query are to be marked in the texts it found."""

from collections.abc import Iterator

from timeglass.search.expression import Among, And, Expression, Or, Phrase, Word
from timeglass.search.fields import FIELDS, Kind
from timeglass.search.fold import words
from timeglass.search.synonyms import Synonyms


def wanted_words(node: Expression, synonyms: Synonyms) -> Iterator[str]:
    """Folded words and phrases that a match can have been found by; a beginning of a word ends in ``*``."""
    match node:
        case Word(text, prefix):
            yield from _spellings(text, prefix, synonyms)
        case Phrase(text):
            yield " ".join(words(text))
        case Among(name, values) if FIELDS[name].kind is Kind.WORDS:
            for value in values:
                yield from _spellings(value.text, value.prefix, synonyms)
        case And(children) | Or(children):
            for child in children:
                yield from wanted_words(child, synonyms)
        case _:
            pass


def _spellings(text: str, prefix: bool, synonyms: Synonyms) -> Iterator[str]:
    folded = words(text)
    if folded:
        yield " ".join(folded) + "*" * prefix
        yield from map(" ".join, synonyms.others(folded))
