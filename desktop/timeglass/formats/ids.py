"""Ids for what has none: from date and title, the same ones each time the file is read."""

import re
import unicodedata

from timeglass.events.event import Text

_LONGEST = 60
_NO_WORD = re.compile(r"[\W_]+")


def slug(text: str) -> str:
    """Words joined by hyphens: lower case, Latin letters without accents, other scripts as they are."""
    plain = text
    if not text.isascii():
        plain = "".join(_without_accent(character) for character in unicodedata.normalize("NFC", text))
    words = _NO_WORD.sub("-", plain.lower()).strip("-")
    if len(words) > _LONGEST:
        words = words[: _LONGEST + 1].rpartition("-")[0] or words[:_LONGEST]
    return words


def _without_accent(character: str) -> str:
    letter = unicodedata.normalize("NFKD", character)[0]
    return letter if letter.isascii() else character


class Ids:
    """The ids of one kind of thing in one file; hands out further ones that are unique."""

    def __init__(self) -> None:
        self.owners: dict[str, int] = {}
        """Row of each id and alias that was claimed."""
        self._last_number: dict[str, int] = {}

    def claim(self, name: str, row: int) -> int | None:
        """Give an id or alias to the thing in a row; the row that had it before, if any, keeps it and is returned."""
        owner = self.owners.setdefault(name, row)
        return None if owner == row else owner

    def derive(self, date: str, title: Text, row: int) -> str:
        """Claim an id for the thing in a row, such as ``1997-07-09-charter-signed``; numbered where it is taken."""
        words = title if isinstance(title, str) else next(iter(title.values()), "")
        if "T" in date:  # days are enough
            date = "/".join(dict.fromkeys(side.partition("T")[0] for side in date.split("/")))
        return self.unique(slug(f"{date} {words}") or "event", row)

    def unique(self, base: str, row: int) -> str:
        """Claim an id for the thing in a row: the base, with the first number from 2 that makes it unique."""
        name, number = base, self._last_number.get(base, 1)
        while name in self.owners:
            number += 1
            name = f"{base}-{number}"
        self._last_number[base] = number
        self.owners[name] = row
        return name
