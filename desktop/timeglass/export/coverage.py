"""Which characters the bundled font can draw.

An archivable PDF may not hold text without a glyph, so what the font lacks is found before the pages are set.
"""

import struct
from functools import lru_cache
from mmap import mmap
from pathlib import Path
from typing import Final

from timeglass.assets import font_files

_UNICODE_TABLES: Final = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
"""Platform and encoding of character maps, the widest first."""

_INVISIBLE: Final = frozenset((*range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x206A), 0xAD, 0xFEFF))
_SELECTORS: Final = range(0xFE00, 0xFE10)
_PRIVATE_USE: Final = range(0xE000, 0xF900)
"""PDF/A forbids these, although the font has some."""
_PIECE: Final = 65_536
_BLANK: Final = frozenset(b"\t\n\r ")


def _segments(table: bytes) -> list[tuple[int, int]]:
    """Ranges of characters, both ends included, of a ``cmap`` subtable of format 4 or 12 (OpenType 1.9)."""
    kind = struct.unpack_from(">H", table)[0]
    if kind == 12:
        count = struct.unpack_from(">I", table, 12)[0]
        return [(first, last) for first, last, _ in struct.iter_unpack(">III", table[16 : 16 + 12 * count])]
    if kind == 4:
        doubled = struct.unpack_from(">H", table, 6)[0]
        ends = struct.unpack_from(f">{doubled // 2}H", table, 14)
        starts = struct.unpack_from(f">{doubled // 2}H", table, 16 + doubled)
        return [(start, end) for start, end in zip(starts, ends, strict=True) if start != 0xFFFF]
    return []


def characters_of(font: bytes | mmap, index: int = 0) -> frozenset[int]:
    """Code points that an OpenType font maps to a glyph; empty if there is no Unicode map in a known form.

    ``index`` chooses among the fonts of a collection (OpenType 1.9, "Font collections").
    """
    try:
        return _characters(_cmap(font, index))
    except struct.error:  # a damaged file
        return frozenset()


def _cmap(font: bytes | mmap, index: int = 0) -> bytes:
    """The font's table of character maps; empty if it has none."""
    base = struct.unpack_from(">I", font, 12 + 4 * index)[0] if font[:4] == b"ttcf" else 0
    count = struct.unpack_from(">H", font, base + 4)[0]
    tables = (struct.unpack_from(">4sIII", font, base + 12 + 16 * place) for place in range(count))
    return next((font[offset : offset + length] for tag, _, offset, length in tables if tag == b"cmap"), b"")


def _characters(cmap: bytes) -> frozenset[int]:
    """Code points of the widest map in a known form."""
    if not cmap:
        return frozenset()
    (number,) = struct.unpack_from(">H", cmap, 2)
    records = (struct.unpack_from(">HHI", cmap, 4 + 8 * place) for place in range(number))
    places = {(platform, encoding): offset for platform, encoding, offset in records}
    for key in _UNICODE_TABLES:
        if key in places and (found := _segments(cmap[places[key] :])):
            return frozenset().union(*(range(first, last + 1) for first, last in found))
    return frozenset()


@lru_cache(maxsize=1)
def _bundled(files: tuple[Path, ...]) -> frozenset[int]:
    """Code points that every face has, and those that are set without any glyph."""
    tables = {_cmap(path.read_bytes()) for path in files}  # often the same in all faces of a family
    shared = frozenset.intersection(*map(_characters, tables)) if tables else frozenset()
    return (shared - frozenset(_PRIVATE_USE)) | _INVISIBLE | _BLANK | frozenset(_SELECTORS)


def forbidden() -> frozenset[int]:
    """Code points that may not stand in an archivable PDF, whatever a font has for them."""
    return frozenset(_PRIVATE_USE)


def invisible() -> frozenset[int]:
    """Code points that draw nothing themselves: joiners, marks of direction, selectors of variants."""
    return _INVISIBLE | frozenset(_SELECTORS)


def printable() -> frozenset[int]:
    """Code points that can be printed in every face of the bundled font."""
    return _bundled(tuple(font_files()))


def missing_in(text: str) -> list[str]:
    """Characters of a text that cannot be printed, in code-point order, each once."""
    known = printable()
    found: set[str] = set()
    for start in range(0, len(text), _PIECE):  # between two pieces other threads, such as the window's, get their turn
        found.update(text[start : start + _PIECE])
    return sorted(character for character in found if ord(character) not in known)
