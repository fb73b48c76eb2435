"""Scripts beyond Latin, Greek and Cyrillic: printed with the system's fonts, else as boxes, and told."""

import json
import struct
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from builders import a_timeline
from export.conftest import a_job
from timeglass.events.timeline import Timeline, make_timeline
from timeglass.export import fallback, pdf
from timeglass.export.coverage import characters_of
from timeglass.export.engine import TypesettingError
from timeglass.export.fallback import Fallback, fallback_for
from timeglass.export.glyphs import STAND_IN, Fitter
from timeglass.export.pdf import export_pdf, page_files
from timeglass.export.strip_svg import clean_strip
from timeglass.export.strips import with_strip

pytestmark = pytest.mark.usefixtures("qapp")
SCRIPTS = ("漢字と仮名", "한국어", "مرحبا بالعالم", "שלום (עולם)", "ภาษาไทย", "हिन्दी", "👩‍👩‍👧 🇺🇦 ❤️ 🎉", "☃ ✔ ∑", "𓀀")


def titled(*titles: str) -> Timeline:
    timeline = a_timeline(*(f"{1990 + place} a x" for place in range(len(titles))))
    events = [msgspec.structs.replace(event, title=title) for event, title in zip(timeline.events, titles, strict=True)]
    return make_timeline(timeline.head, events)


@pytest.mark.parametrize("text", SCRIPTS)
def test_a_pdf_comes_of_it_whatever_is_installed(text: str, tmp_path: Path, tool: Callable[..., str]) -> None:
    """With a fitting font the text can be copied from the file; without one a warning says what is missing."""
    job = with_strip(a_job(titled(text)))
    report = export_pdf(job, tmp_path / "out.pdf")
    tool("qpdf", "--check", tmp_path / "out.pdf")
    letters = [letter for letter in text if letter.isprintable() and not letter.isspace() and letter not in "()❤️\u200d"]
    printed = tool("pdftotext", tmp_path / "out.pdf", "-")
    told = " ".join(report.warnings)
    for letter in letters:
        assert letter in printed or f"U+{ord(letter):04X}" in told


def test_all_of_it_at_once(tmp_path: Path, tool: Callable[..., str]) -> None:
    job = with_strip(a_job(titled(*SCRIPTS)))
    export_pdf(job, tmp_path / "out.pdf")
    assert "yes no" not in tool("pdffonts", tmp_path / "out.pdf").replace("yes no  yes", ""), "a font is not embedded"


def test_usual_texts_ask_no_other_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fallback, "system_fonts", lambda: pytest.fail("the system's fonts were asked for"))
    beside = page_files(a_job(titled("Łódź, Київ, Ґанок — “q”")))
    assert not beside.with_system_fonts
    assert "fonts" not in json.loads(beside.files["pages.json"])


def faces(monkeypatch: pytest.MonkeyPatch, **drawn: str) -> None:
    """Install families that draw these characters."""
    made = {name.replace("_", " "): fallback._Face(name.replace("_", " "), name, 0) for name in drawn}
    monkeypatch.setattr(fallback, "_faces", lambda: made)
    monkeypatch.setattr(fallback, "_characters", lambda face: frozenset(map(ord, drawn[face.path])))


def test_families_are_chosen_by_preference_then_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    faces(monkeypatch, Zebra="漢字", Alpha="漢", Noto_Sans_CJK_SC="字", Noto_Sans_CJK_JP="字漢")
    assert fallback_for("漢字").families == ("Noto Sans CJK SC", "Noto Sans CJK JP")
    assert fallback_for("漢字", "ja").families == ("Noto Sans CJK JP",)
    assert fallback_for("漢字x\n\x00", "en").characters == frozenset(map(ord, "漢字"))
    faces(monkeypatch, Zebra="漢字", Alpha="漢")
    assert fallback_for("漢字").families == ("Alpha", "Zebra")
    assert fallback_for("") == Fallback()


def test_what_no_font_has_is_told_and_boxed(monkeypatch: pytest.MonkeyPatch) -> None:
    faces(monkeypatch, Alpha="漢")
    fitter = Fitter(fallback_for("漢字\U0003fff0"))
    assert fitter.fit("漢字\U0003fff0") == f"漢{STAND_IN}{STAND_IN}"
    assert fitter.warnings() == [f"no font has a glyph for 字 (U+5B57) U+3FFF0; printed as {STAND_IN}"]


def test_a_font_that_promises_too_much_is_left_aside(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    tried: list[bool] = []
    real = pdf.page_files

    def page_files_and_note(job, cancelled, others):  # type: ignore[no-untyped-def]
        tried.append(others)
        if others:
            raise TypesettingError("the text could not be displayed")
        return real(job, cancelled, others)

    monkeypatch.setattr(pdf, "page_files", page_files_and_note)
    report = export_pdf(a_job(titled("漢字")), tmp_path / "out.pdf")
    assert tried == [True, False]
    assert "漢 (U+6F22)" in report.warnings[0]


def test_letters_of_other_fonts_are_outlines_in_the_strip() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg"><text x="1" y="9" font-size="12">Plain\ufe0f</text>'
        '<text x="1" y="20" font-size="12">漢字</text></svg>'
    )
    clean = clean_strip(svg.encode(), Fitter(Fallback(("Any",), frozenset(map(ord, "漢字"))))).decode()
    assert ">Plain</text>" in clean
    assert 'aria-label="漢字"' in clean
    assert "漢字</text>" not in clean


def test_reads_fonts_in_collections_and_survives_broken_ones() -> None:
    segments = struct.pack(">HHHHHHHHHHHH", 4, 32, 0, 4, 4, 1, 0, 67, 0xFFFF, 0, 65, 0xFFFF)
    cmap = struct.pack(">HHHHI", 0, 1, 3, 1, 12) + segments
    at = 16
    font = struct.pack(">4sHHHH", b"OTTO", 1, 0, 0, 0) + struct.pack(">4sIII", b"cmap", 0, at + 28, len(cmap)) + cmap
    collection = struct.pack(">4sHHII", b"ttcf", 1, 0, 1, at) + font
    assert characters_of(collection, 0) == {65, 66, 67}
    assert characters_of(collection[:40], 0) == frozenset()
    assert characters_of(b"") == frozenset()
