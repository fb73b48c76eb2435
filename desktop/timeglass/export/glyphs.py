"""Makes texts printable: what the font cannot draw is replaced, and told."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from timeglass.export.coverage import invisible, missing_in, printable
from timeglass.export.fallback import Fallback, fallback_for

STAND_IN: Final = "\N{WHITE SQUARE}"
_SHOWN: Final = 12
"""Characters that a warning names at most."""


def _substitute(character: str, known: frozenset[int]) -> str:
    """What is printed instead: nothing for control characters, a plain equivalent if there is one, else a square."""
    kind = unicodedata.category(character)
    if kind in ("Cc", "Cf"):
        return ""
    plain = unicodedata.normalize("NFKD", character)
    if plain != character and all(ord(part) in known for part in plain):
        return unicodedata.normalize("NFC", plain)
    return "" if kind in ("Mn", "Me") else STAND_IN


def seen(text: str) -> str:
    """A text without the characters that only steer how others are drawn."""
    return text.translate(dict.fromkeys(invisible()))


@dataclass(slots=True)
class Fitter:
    """Replaces what cannot be printed, and remembers what was lost."""

    fallback: Fallback = field(default_factory=Fallback)
    """What other fonts add."""
    lost: set[str] = field(default_factory=set)
    _table: dict[int, str] = field(default_factory=dict)

    def learn(self, text: str) -> bool:
        """Take note of a text's unprintable characters; tell whether there are any."""
        missing = [character for character in missing_in(text) if ord(character) not in self.fallback.characters]
        for character in missing:
            instead = self._table[ord(character)] = _substitute(character, printable() | self.fallback.characters)
            if instead == STAND_IN:
                self.lost.add(character)
        return bool(missing)

    def fit(self, node: Any) -> Any:
        """The same tree with all its strings printable."""
        match node:
            case str():
                return node.translate(self._table) if self.learn(node) else node
            case list() | tuple():
                return [self.fit(part) for part in node]
            case dict():
                return {key: self.fit(value) for key, value in node.items()}
            case _:
                return node

    def warnings(self, instead: str = f"printed as {STAND_IN}") -> list[str]:
        """One line that names the characters that no glyph was found for; empty if there are none."""
        if not self.lost:
            return []
        lost = sorted(self.lost)
        named = " ".join(
            f"{character} (U+{ord(character):04X})" if character.isprintable() else f"U+{ord(character):04X}"
            for character in lost[:_SHOWN]
        )
        more = f" and {len(lost) - _SHOWN} more" if len(lost) > _SHOWN else ""
        return [f"no font has a glyph for {named}{more}; {instead}"]


def encode_printable(tree: Any, fitter: Fitter) -> bytes:
    """The tree as JSON of which every character can be printed.

    The usual tree needs nothing replaced, and that is seen from the finished text at once.
    """
    try:
        encoded = msgspec.json.encode(tree)
        if b"\\u" not in encoded and not fitter.learn(encoded.decode()):
            return encoded
    except UnicodeEncodeError:  # half of a surrogate pair
        pass
    return msgspec.json.encode(fitter.fit(tree))


def encode_pages(tree: dict[str, Any], bands: Sequence[bytes], language: str, others: bool) -> tuple[bytes, Fitter]:
    """The tree as JSON, and what makes the strip's bands printable with the same fonts.

    Where the bundled font lacks anything, and ``others`` may be asked, their families are named in the tree.
    """
    try:
        encoded = msgspec.json.encode(tree)
        text = encoded.decode()
        if b"\\u" in encoded:  # control characters
            text = repr(tree)
    except UnicodeEncodeError:  # half of a surrogate pair; as good for the characters that are whole
        encoded, text = b"", repr(tree)
    missing = missing_in("".join((text, *(band.decode("utf-8", "replace") for band in bands))))
    if not missing and encoded and b"\\u" not in encoded:
        return encoded, Fitter()
    fitter = Fitter(fallback_for(missing, language) if others else Fallback())
    return encode_printable({**tree, "fonts": ["Inter", *fitter.fallback.families]}, fitter), fitter
