"""A key that puts names nearly where people look for them, for rooms that have no tables of languages."""

import unicodedata
from typing import Final

_AFTER: Final = "\uffff"
"""Stands after every letter."""
_LETTERS: Final = {
    ord(letter): f"{before}{_AFTER}{place}"
    for before, letters in {"г": "ґ", "е": "є", "и": "іїй", "у": "ў"}.items()
    for place, letter in enumerate(letters)
}
"""Letters of their own, by the letter that they follow, though their code points stand elsewhere or they are written
as a letter with an accent."""


def reading_key(name: str) -> tuple[str, str]:
    """What to sort a name by: its letters regardless of accents and case, then as it is written."""
    taken_apart = unicodedata.normalize("NFD", name.casefold().translate(_LETTERS))
    return "".join(sign for sign in taken_apart if not unicodedata.combining(sign)), name
