"""Folding: what makes two spellings of a word the same word to the search.

Case, accents, apostrophes and invisible characters fall away, dashes separate words, Cyrillic is written in Latin
letters (Ukraine's romanisation of 2010, resolution 55 of the Cabinet of Ministers), and ``i`` and ``y`` inside a word
are one letter, doubled or not, so that Zelenskyy, Zelensky and Зеленський meet, and Yanukovich and Янукович do. Every
step works letter by letter from the left: the folded beginning of a word is the beginning of the folded word, which is
what lets the word being typed match as a prefix.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

_APOSTROPHES: Final = "'’ʼ‘‛`´′ʹ＇"
_INVISIBLE: Final = "\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f"
_COMBINING: Final = "\u0300-\u036f"
_UNSPACED: Final = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
"""Kana and Han: written without spaces, so each sign is a word and a word is a phrase."""

_WORD: Final = re.compile(
    rf"[{_UNSPACED}]|[^\W_](?:[^\W_{_UNSPACED}]|[{_COMBINING}{_INVISIBLE}]|[{_APOSTROPHES}](?=[^\W_]))*"
)
_POSSESSIVE: Final = re.compile(rf"[{_APOSTROPHES}][sS]$")
_DROPPED: Final = re.compile(rf"[{_APOSTROPHES}{_INVISIBLE}]")
_LINK_TARGET: Final = re.compile(r"\]\([^)\s]*")
"""The address of a Markdown link, which nobody reads and so nobody searches."""

_LATIN_OF: Final = str.maketrans(
    {
        **dict(zip("абвгґдезиіклмнопрстуфыэё", "abvhgdezyiklmnoprstufyee", strict=True)),
        "є": "ye",
        "ж": "zh",
        "ї": "yi",
        "й": "y",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ю": "yu",
        "я": "ya",
        "ь": "",
        "ъ": "",
        "ў": "u",
        "ј": "j",
        "љ": "lj",
        "њ": "nj",
        "ћ": "c",
        "ђ": "dj",
        "џ": "dz",
        "ѓ": "gj",
        "ќ": "kj",
        "ѕ": "dz",
        "ѣ": "ye",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ł": "l",
        "þ": "th",
        "ħ": "h",
        "ı": "i",
        "ŋ": "n",
    }
)
_ROMAN_DIGITS: Final = frozenset("ivxlcdm")


class Token(NamedTuple):
    """A folded word and where its letters stand in the text: ``text[start:end]``."""

    folded: str
    start: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """The words of a text, folded, from left to right; words that fold to nothing are left out."""
    if "](" in text:
        text = _LINK_TARGET.sub(lambda link: " " * len(link[0]), text)
    for match in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", match[0])
        folded = fold_word(word)
        if folded:
            yield Token(folded, match.start(), match.start() + len(word))


def words(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(token.folded for token in tokens(text))


def fold(text: str) -> str:
    """The folded words with one space between: equal for texts that are the same to the search."""
    return " ".join(words(text))


@lru_cache(maxsize=65_536)
def fold_word(word: str) -> str:
    """Fold one word that has no blanks or dashes in it."""
    word = _DROPPED.sub("", word)
    if word.isascii():
        return _join_i_and_y(word.lower())
    latin = unicodedata.normalize("NFC", word).casefold().replace("зг", "zgh").translate(_LATIN_OF)
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", latin) if sign.isalnum())
    return _join_i_and_y(plain.casefold())


def _join_i_and_y(word: str) -> str:
    """Make ``y`` behind the first letter an ``i``, and one of two in a row, but leave Roman numbers alone."""
    if "y" not in word and "ii" not in word:
        return word
    joined: list[str] = []
    roman = True
    before = ""
    for letter in word:
        roman = roman and letter in _ROMAN_DIGITS
        if letter not in "iy":
            joined.append(letter)
        elif roman or before not in ("i", "y"):
            joined.append("i" if joined else letter)
        before = letter
    return "".join(joined)
