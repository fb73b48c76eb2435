"""Texts that look like markup, code or worse are printed as texts."""

from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from builders import a_timeline
from export.conftest import a_job
from timeglass.chrono.edtf import parse
from timeglass.events.event import Event, SourceRef, Status
from timeglass.export import fallback
from timeglass.export.pdf import export_pdf, pdf_bytes

TEXTS = (
    '#panic("no") #eval("1") $ x $ = Heading @label <label> // comment /* c */ ~ -- ---',
    "<script>alert(1)</script> <b>bold</b> &amp; &#x41;",
    r"\input{/etc/passwd} \textbf{x} $\frac{1}{2}$ % comment",
    "=1+1 +1 -1 @SUM(A1)",
    "[link](javascript:alert(1)) ![picture](https://example.org/x.png)",
    '{"json": [1, 2]} \\u0041 \\n "quoted"',
    '#read("/etc/passwd") #image("x") #import "y"',
    "]] }} )) [[ {{ ((",
)


def hostile(text: str) -> Event:
    """An event that says the same everywhere."""
    return Event(
        id=f"event-{crc32(text.encode())}",
        date=parse("1997-07-09"),
        title=text,
        summary=text,
        details=text,
        categories=(text,),
        status=Status.CLAIMED,
        actors=(text,),
        places=(text,),
        sources=(SourceRef(text=text), SourceRef(url=text), SourceRef(url="https://example.org/" + text)),
    )


@pytest.mark.parametrize("layout", ["report", "table", "cards"])
def test_markup_is_printed_as_text(layout: str, tmp_path: Path, tool: Callable[..., str]) -> None:
    path = tmp_path / "x.pdf"
    report = export_pdf(a_job(a_timeline(*map(hostile, TEXTS), title=TEXTS[0]), layout=layout), path)
    assert report.warnings == ()
    text = "".join(tool("pdftotext", path, "-").split())
    for told in TEXTS:
        assert "".join(told.split()) in text
    assert b"javascript" not in b"".join(line for line in path.read_bytes().splitlines() if b"/URI" in line)


@pytest.mark.parametrize("layout", ["report", "table", "cards"])
def test_endless_words_break_inside_the_page(layout: str, tmp_path: Path, tool: Callable[..., str]) -> None:
    path = tmp_path / "x.pdf"
    word = "abcdefghij" * 1000
    event = Event(
        id="x", date=parse("1997"), title=word, summary=word, sources=(SourceRef(url="https://e.org/" + word),)
    )
    export_pdf(a_job(a_timeline(event), layout=layout), path)
    boxes = tool("pdftotext", "-bbox", path, "-")
    right = max(float(part.split('"')[0]) for part in boxes.split('xMax="')[1:])
    assert right <= 595.3 - 50
    assert "".join(tool("pdftotext", path, "-").split()).count("abcdefghij") >= 900


def test_missing_glyphs_are_replaced_and_told(
    tmp_path: Path, tool: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fallback, "_faces", dict)  # a system without any font
    path = tmp_path / "x.pdf"
    event = Event(id="x", date=parse("1997"), title="Emoji 🙂 漢字 שלום مرحبا end", summary="fine ﬁ 𝕏 \x07 \x1b[0m")
    report = export_pdf(a_job(a_timeline(event)), path)
    text = tool("pdftotext", path, "-")
    assert "Emoji □ □□ □□□□ □□□□□ end" in text
    assert "fine fi X [0m" in text
    (warning,) = report.warnings
    assert "漢 (U+6F22)" in warning
    assert "🙂 (U+1F642)" in warning


def test_half_surrogates_and_private_use_do_no_harm() -> None:
    event = Event(id="x", date=parse("1997"), title="a\ud800b", summary="\ue000 \uffff \U0010ffff")
    _, warnings = pdf_bytes(a_job(a_timeline(event)))
    assert warnings


def test_any_query_and_title_can_be_printed() -> None:
    pdf, _ = pdf_bytes(a_job(a_timeline("1997 - Event"), title="#x " * 400, query='"\\' * 500))
    assert pdf.startswith(b"%PDF")
