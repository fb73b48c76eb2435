"""The PDF, read by programs of others."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from builders import a_timeline, an_event
from export.conftest import SVG, a_job
from timeglass.chrono.words import date_in_words
from timeglass.events.event import Category, Source, SourceRef, text_in
from timeglass.events.timeline import Timeline
from timeglass.export import pages, pdf
from timeglass.export.engine import Order, TypesettingError, set_pages
from timeglass.export.pdf import export_pdf, page_count, pdf_bytes
from timelines import little

Tool = Callable[..., str]


@pytest.fixture(scope="module")
def whole(builtin: Timeline, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built-in timeline as PDF."""
    path = tmp_path_factory.mktemp("whole") / "whole.pdf"
    job = a_job(builtin, strip_svg=SVG, strip_alt="What the strip shows", query="one & two", view_range="1990/2026")
    report = export_pdf(job, path)
    assert report.path == path
    assert report.size == path.stat().st_size
    assert report.warnings == ()
    return path


def squeezed(text: str) -> str:
    """Without any white space: lines break where they like."""
    return re.sub(r"\s+", "", text.replace("\N{SOFT HYPHEN}", ""))


def test_is_tagged_and_has_metadata(whole: Path, tool: Tool, builtin: Timeline) -> None:
    told = tool("pdfinfo", whole)
    assert re.search(r"^Tagged: +yes$", told, re.MULTILINE)
    assert re.search(r"^Title: +Ukraine–NATO relations$", told, re.MULTILINE)
    assert re.search(r"^Subject: .*1990–2026$", told, re.MULTILINE)
    assert "JavaScript:      no" in told
    pages = int(re.search(r"^Pages: +(\d+)$", told, re.MULTILINE)[1])  # type: ignore[index]
    assert pages == page_count(whole.read_bytes()) > 20


def test_says_which_standards_it_keeps(whole: Path) -> None:
    data = whole.read_bytes()
    assert b"<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert re.search(rb"/Lang\(en", data)


def test_is_sound(whole: Path, tool: Tool) -> None:
    assert "No syntax or stream encoding errors found" in tool("qpdf", "--check", whole)


def test_embeds_all_its_fonts(whole: Path, tool: Tool) -> None:
    fonts = tool("pdffonts", whole).splitlines()[2:]
    assert fonts
    for line in fonts:
        assert "Inter" in line
        assert line.split()[-5:-2] == ["yes", "yes", "yes"], line  # embedded, subset, Unicode


def test_all_titles_and_dates_stand_in_order(whole: Path, tool: Tool, builtin: Timeline) -> None:
    text = squeezed(tool("pdftotext", whole, "-"))
    at = 0
    for event in builtin.events:
        for told in (date_in_words(event.date), text_in(event.title, "en")):
            found = text.find(squeezed(told), at)
            assert found >= 0, f"{event.id}: {told} is missing or out of order"
            at = found + 1


def test_all_addresses_stand_in_the_text(whole: Path, tool: Tool, builtin: Timeline) -> None:
    text = squeezed(tool("pdftotext", whole, "-"))
    cited = {ref.source for event in builtin.events for ref in event.sources if ref.source}
    assert cited
    for name in cited:
        url = builtin.head.sources[name].url
        assert not url or squeezed(url) in text, url


def test_links_lead_into_the_file_and_out(whole: Path) -> None:
    data = whole.read_bytes()
    assert data.count(b"/S/GoTo") + data.count(b"/Dest") > 300
    assert data.count(b"/S/URI") > 50
    assert b"/S/URI/URI(http" in data


def test_has_an_outline_by_year(whole: Path) -> None:
    titles = re.findall(rb"/Title\((\d{4})\)", whole.read_bytes())
    assert titles == sorted(titles)
    assert b"1997" in titles


def test_cover_says_where_it_comes_from(whole: Path, tool: Tool, builtin: Timeline) -> None:
    text = tool("pdftotext", "-layout", "-l", "2", whole, "-")
    assert "one & two" in text
    assert "1990/2026" in text
    assert builtin.digest in squeezed(text)
    assert "ukraine-nato.yaml" in text
    assert "2026-01-02" in text
    assert "Contents" in text
    assert re.search(r"Page 1 of \d+", text)
    assert "Strip label" in text


def test_strip_is_a_figure_with_words(whole: Path) -> None:
    assert b"/S/Figure" in whole.read_bytes()
    assert b"/Alt(What the strip shows)" in whole.read_bytes()


def test_the_same_job_makes_the_same_bytes() -> None:
    job = a_job(little(5))
    assert pdf_bytes(job) == pdf_bytes(job)


@pytest.mark.parametrize("layout", ["report", "table", "cards", "strip"])
@pytest.mark.parametrize("paper", ["a4", "letter", "a3"])
def test_layouts_fit_papers(layout: str, paper: str, tmp_path: Path, tool: Tool) -> None:
    path = tmp_path / "Файл з пробілом.pdf"
    landscape = paper == "letter"
    export_pdf(a_job(little(), layout=layout, paper=paper, landscape=landscape, strip_svg=SVG), path)
    size = {"a4": "595.276 x 841.89", "letter": "792 x 612", "a3": "841.89 x 1190.55"}[paper]
    assert size in tool("pdfinfo", path)
    text = tool("pdftotext", path, "-")
    assert "Two towns" in text
    if layout != "strip":
        assert "The great meeting" in text
        assert "Sources" in text


@pytest.mark.parametrize(
    ("group_by", "titles"), [("year", ["1991", "1992"]), ("category", ["Talks", "Deeds"]), ("era", ["Named"])]
)
def test_groups_become_headings(group_by: str, titles: list[str]) -> None:
    timeline = a_timeline(
        an_event("1991-01-01 talk Speech"),
        an_event("1992-01-01 deed Act"),
        eras=["1990/1993 - Named"],
        categories={"talk": Category(id="talk", label="Talks"), "deed": Category(id="deed", label="Deeds")},
    )
    made, _ = pdf_bytes(a_job(timeline, group_by=group_by))
    for title in titles:
        assert f"/Title({title})".encode() in made


def test_speaks_ukrainian(tmp_path: Path, tool: Tool) -> None:
    path = tmp_path / "uk.pdf"
    export_pdf(a_job(little(), language="uk"), path)
    text = tool("pdftotext", path, "-")
    for words in ("Два міста", "Велика зустріч", "Джерела", "Сторінка 1 з"):
        assert words in text
    assert b"/Lang(uk" in path.read_bytes()


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en-GB", b"en-GB"),
        ("pt_BR", b"pt-BR"),
        ("zh-Hant-TW", b"zh-TW"),
        ("es-419", b"es"),
        ("Ukrainian!", b"en"),
        ("", b"en"),
    ],
)
def test_any_language_tag_makes_a_page(tag: str, said: bytes) -> None:
    assert re.search(rb"/Lang ?\(([^)]*)\)", pdf_bytes(a_job(a_timeline("1990 - One"), language=tag))[0])[1] == said  # type: ignore[index]


def test_parts_can_be_left_out(tmp_path: Path, tool: Tool) -> None:
    path = tmp_path / "short.pdf"
    export_pdf(a_job(little(), with_sources=False, with_details=False), path)
    text = tool("pdftotext", path, "-")
    assert "The book" not in text
    assert "said" not in text
    assert "They met in" in text


def test_no_events_make_a_cover() -> None:
    made, warnings = pdf_bytes(a_job(little(), rows=[]))
    assert page_count(made) == 1
    assert warnings == ()


def test_large_selections_link_straight_to_the_address(monkeypatch: pytest.MonkeyPatch) -> None:
    source = Source(id="s", title="S", url="https://example.org/direct")
    refs = (SourceRef(source="s"), SourceRef(text="A letter"))
    timeline = a_timeline(*(an_event(f"{1000 + n} - Event{n}", sources=refs) for n in range(5)), sources={"s": source})
    address = b"/S/URI/URI(https://example.org/direct)"
    assert pdf_bytes(a_job(timeline))[0].count(address) == 1
    monkeypatch.setattr(pages, "MOST_ANCHORED", 4)
    monkeypatch.setattr(pdf, "_LARGE", 4)
    assert pdf_bytes(a_job(timeline))[0].count(address) == 6


def test_what_typst_refuses_is_told() -> None:
    with pytest.raises(TypesettingError, match="the pages could not be set: "):
        set_pages(Order({"pages.json": b"{}", "timeglass-recipe.json": b""}, 0))


def test_a_group_never_stands_alone_at_a_foot_of_a_table(builtin: Timeline, tmp_path: Path, tool: Tool) -> None:
    titles = {text_in(era.title, "en") for era in builtin.head.eras}
    seen = 0
    for size in (7.0, 8.0, 9.0, 10.0, 11.0, 12.0):
        path = tmp_path / f"{size}.pdf"
        export_pdf(a_job(builtin, layout="table", size_pt=size, group_by="era"), path)
        for page in tool("pdftotext", "-layout", path, "-").split("\f"):
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            seen += sum(line in titles for line in lines)
            assert len(lines) < 3 or lines[-2] not in titles, f"{size} pt: {lines[-3:]}"
    assert seen > 30


@pytest.mark.parametrize("layout", ["report", "table", "cards"])
def test_the_running_head_names_what_its_page_holds(layout: str, tmp_path: Path, tool: Tool) -> None:
    years = [year for year in (1988, 1989, 1990, 1991) for _ in range(13)]
    timeline = a_timeline(*(f"{year} - In Y{year} number {n}" for n, year in enumerate(years)))
    export_pdf(a_job(timeline, layout=layout, strip="none"), tmp_path / "heads.pdf")
    pages = tool("pdftotext", "-layout", tmp_path / "heads.pdf", "-").split("\f")[1:]
    several = 0
    for page in pages:
        if held := re.findall(r"In Y(\d+)", page):
            head = page.strip().splitlines()[0].split("  ")[-1].strip()
            first, last = min(held), max(held)
            assert head == (first if first == last else f"{first} – {last}")
            several += first != last
    assert several or layout != "cards"


def test_a_title_never_stands_alone_at_a_foot(whole: Path, tool: Tool, builtin: Timeline) -> None:
    titles = {squeezed(text_in(event.title, "en")) for event in builtin.events}
    for page in tool("pdftotext", "-layout", whole, "-").split("\f"):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        if len(lines) > 2:
            last = squeezed(lines[-2])  # the last is the page's foot
            assert last not in titles
            assert not re.fullmatch(r"\d{4}", last)
