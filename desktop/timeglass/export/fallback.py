"""Fonts of the system for what the bundled one cannot draw: other scripts, symbols, emoji.

Which are taken depends on the characters and on the fonts that are installed, and on nothing else: a list of families
that are made for this goes before all others, and those follow one another by name.
"""

import mmap
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from timeglass.export.coverage import characters_of, forbidden
from timeglass.export.engine import system_fonts

PREFERRED: Final = (
    *("Noto Sans", "Noto Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Sans Thai"),
    *("Segoe UI", "Geeza Pro", "Arial Hebrew", "Nirmala UI", "Leelawadee UI"),
    *("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK JP", "Yu Gothic", "Hiragino Sans"),
    *("Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK TC", "PingFang TC"),
    *("Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Sans Symbols2", "Noto Sans Math", "Segoe UI Symbol"),
    *("Apple Symbols", "Noto Color Emoji", "Noto Emoji", "Segoe UI Emoji", "Apple Color Emoji"),
    *("DejaVu Sans", "Arial Unicode MS"),
)
"""Families with wide coverage on Linux, Windows and macOS, in the order in which they are asked."""
_CJK: Final = {
    "ja": ("Noto Sans CJK JP", "Yu Gothic", "Hiragino Sans"),
    "ko": ("Noto Sans CJK KR", "Malgun Gothic", "Apple SD Gothic Neo"),
    "zh": ("Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC"),
}
"""The same characters have other shapes in these languages."""
_LIMIT: Final = 400
"""Families that are looked into at most."""


@dataclass(frozen=True, slots=True)
class Fallback:
    """Families to ask after the bundled font, and the characters that they add to it."""

    families: tuple[str, ...] = ()
    characters: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Face:
    family: str
    path: str
    index: int


@lru_cache(maxsize=1)
def _faces() -> dict[str, _Face]:
    """A regular face of each family whose file is known."""
    found: dict[str, tuple[int, str, _Face]] = {}
    for info in system_fonts().fonts():
        if info.path is None:
            continue
        upright = abs(info.weight - 400) + (0 if info.style == "normal" else 1_000)
        known = found.get(info.family)
        if known is None or (upright, info.path) < known[:2]:
            found[info.family] = upright, info.path, _Face(info.family, info.path, info.index)
    return {family: face for family, (_, _, face) in found.items()}


@lru_cache(maxsize=64)
def _characters(face: _Face) -> frozenset[int]:
    """What a face can draw; nothing where its file cannot be read."""
    try:
        with Path(face.path).open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return characters_of(data, face.index) - forbidden()
    except (OSError, ValueError):
        return frozenset()


def _in_order(families: Iterable[str], language: str) -> Sequence[str]:
    there = set(families)
    first = _CJK.get(language.partition("-")[0].lower(), ())
    ordered = [family for family in (*first, *PREFERRED) if family in there]
    return list(dict.fromkeys([*ordered, *sorted(there)]))[:_LIMIT]


def fallback_for(missing: Iterable[str], language: str = "en") -> Fallback:
    """The families that draw as many of these characters as the system can."""
    # Not "printable": Python may know fewer characters than a font that is younger.
    wanted = {ord(character) for character in missing if unicodedata.category(character)[0] not in "CZ"}
    wanted |= {ord(character) for character in missing if unicodedata.category(character) == "Cn"}
    if not wanted:
        return Fallback()
    faces = _faces()
    families: list[str] = []
    covered: set[int] = set()
    for family in _in_order(faces, language):
        drawn = _characters(faces[family])
        if wanted & drawn:
            families.append(family)
            covered |= wanted & drawn
            wanted -= drawn
        if not wanted:
            break
    return Fallback(tuple(families), frozenset(covered))
