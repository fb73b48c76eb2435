"""What the bundled font can print, and what happens to the rest."""

import json
import struct

from hypothesis import given
from hypothesis import strategies as st

from timeglass.assets import font_files
from timeglass.export.coverage import characters_of, missing_in, printable
from timeglass.export.glyphs import STAND_IN, Fitter, encode_printable


def test_latin_and_cyrillic_are_printable() -> None:
    assert missing_in("Łódź, Ґанок, Їжак, ё — “q” №1 → €, é, ß, ½, −5 °C\t\n\u00a0\u202f\u200b\u00ad" + STAND_IN) == []


def test_what_is_missing_is_named_once_in_order() -> None:
    assert missing_in("漢z🙂漢\x07") == ["\x07", "漢", "🙂"]


def test_private_use_is_not_printable() -> None:
    assert not any(code in printable() for code in range(0xE000, 0xF900))


def test_all_faces_have_a_character_map() -> None:
    for path in font_files():
        assert {ord(letter) for letter in "AzЖї"} <= characters_of(path.read_bytes())


def a_font(*tables: tuple[int, int, bytes]) -> bytes:
    """A font file with nothing but character maps."""
    head = struct.pack(">4sHHHH", b"OTTO", 1, 0, 0, 0)
    cmap = struct.pack(">HH", 0, len(tables))
    offset = 4 + 8 * len(tables)
    for platform, encoding, table in tables:
        cmap += struct.pack(">HHI", platform, encoding, offset)
        offset += len(table)
    cmap += b"".join(table for _, _, table in tables)
    return head + struct.pack(">4sIII", b"cmap", 0, 28, len(cmap)) + cmap


def test_reads_segment_maps() -> None:
    segments = struct.pack(">HHHHHHH", 4, 32, 0, 4, 4, 1, 0)
    segments += struct.pack(">HHHHH", 67, 0xFFFF, 0, 65, 0xFFFF)
    assert characters_of(a_font((3, 1, segments))) == {65, 66, 67}


def test_prefers_the_wider_map_and_ignores_unknown_ones() -> None:
    wide = struct.pack(">HHIII", 12, 0, 28, 0, 1) + struct.pack(">III", 0x1F600, 0x1F601, 1)
    unknown = struct.pack(">HHHH", 6, 8, 0, 0)
    assert characters_of(a_font((0, 3, unknown), (3, 10, wide))) == {0x1F600, 0x1F601}
    assert characters_of(a_font((0, 3, unknown))) == frozenset()
    assert characters_of(struct.pack(">4sHHHH", b"OTTO", 0, 0, 0, 0)) == frozenset()


def test_equivalents_stand_in_before_the_square() -> None:
    fitter = Fitter()
    assert fitter.fit({"a": ["ﬁn", ("𝟙", 2, None)], "b": "x\x00\u202ey漢"}) == {
        "a": ["fin", ["1", 2, None]],
        "b": f"x\u202ey{STAND_IN}",
    }
    assert fitter.lost == {"漢"}
    (warning,) = fitter.warnings()
    assert "漢 (U+6F22)" in warning


def test_warning_names_a_dozen_at_most() -> None:
    fitter = Fitter()
    fitter.fit("".join(map(chr, range(0x4E00, 0x4E20))))
    (warning,) = fitter.warnings()
    assert "and 20 more" in warning


@given(st.recursive(st.text() | st.integers(0, 9), lambda node: st.lists(node) | st.dictionaries(st.just("k"), node)))
def test_what_is_encoded_can_be_printed(tree: object) -> None:
    text = encode_printable(tree, Fitter()).decode()
    shown = json.loads(text)
    assert missing_in(json.dumps(shown, ensure_ascii=False)) == []
