"""Makes texts printable: what the font cannot draw is replaced, and told."""

import unicodedata
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from timeglass.export.coverage import missing_in, printable

STAND_IN: Final = "\N{WHITE SQUARE}"
_SHOWN: Final = 12
"""Characters that a warning names at most."""


def _substitute(character: str) -> str:
    """What is printed instead: nothing for control characters, a plain equivalent if there is one, else a square."""
    kind = unicodedata.category(character)
    if kind in ("Cc", "Cf"):
        return ""
    known = printable()
    plain = unicodedata.normalize("NFKD", character)
    if plain != character and all(ord(part) in known for part in plain):
        return unicodedata.normalize("NFC", plain)
    return "" if kind in ("Mn", "Me") else STAND_IN


@dataclass(slots=True)
class Fitter:
    """Replaces what cannot be printed, and remembers what was lost."""

    lost: set[str] = field(default_factory=set)
    _table: dict[int, str] = field(default_factory=dict)

    def learn(self, text: str) -> bool:
        """Take note of a text's unprintable characters; tell whether there are any."""
        missing = missing_in(text)
        for character in missing:
            instead = self._table[ord(character)] = _substitute(character)
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

    def warnings(self) -> list[str]:
        """One line that names the characters that no glyph was found for; empty if there are none."""
        if not self.lost:
            return []
        lost = sorted(self.lost)
        named = " ".join(
            f"{character} (U+{ord(character):04X})" for character in lost[:_SHOWN] if character.isprintable()
        )
        more = f" and {len(lost) - _SHOWN} more" if len(lost) > _SHOWN else ""
        return [f"the font has no glyph for {named}{more}; printed as {STAND_IN}"]


def encode_printable(tree: Any, fitter: Fitter) -> bytes:
    """The tree as JSON of which every character can be printed.

    The usual tree needs nothing replaced, and that is seen from the finished text at once.
    """
    try:
        encoded = msgspec.json.encode(tree)
        text = encoded.decode()
        if "\\u" not in text and not missing_in(text):
            return encoded
    except UnicodeEncodeError:  # half of a surrogate pair
        pass
    return msgspec.json.encode(fitter.fit(tree))
