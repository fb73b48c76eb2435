"""Groups, endnotes, relations, marks, pictures and the strip."""

import base64
import struct
import zlib
from dataclasses import replace
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QImage

from builders import a_timeline, an_event
from export.conftest import SVG, a_job
from timeglass.chrono.instant import civil
from timeglass.events.event import Category, Event, Medium, Relation, RelationType, Source, SourceRef, Track
from timeglass.events.lazy import LazyEvents
from timeglass.events.timeline import Timeline, make_timeline
from timeglass.export import media
from timeglass.export.endnotes import Endnotes, describe, note_tree
from timeglass.export.glyphs import Fitter
from timeglass.export.grouping import Group, chapter_starts, groups_of
from timeglass.export.marks import category_mark, outline_of
from timeglass.export.media import Media
from timeglass.export.pages import PageTree, date_as_written, shortened
from timeglass.export.pdf import export_pdf
from timeglass.export.relations import links_of
from timeglass.export.strip_svg import StripError, clean_strip, proportion
from timeglass.export.words import words_in
from timeglass.paint.fonts import font
from timeglass.paint.shapes import SHAPES

WORDS = words_in("en")


def titles_and_ids(timeline: Timeline, **more: object) -> list[tuple[str, list[str]]]:
    job = a_job(timeline, **more)
    return [(group.title, [timeline.events[row].id for row in group.rows]) for group in groups_of(job, WORDS)]


def test_groups_by_year() -> None:
    timeline = a_timeline("1997-05 - May", "1997-03 - March", "-0043 - Caesar", "0000 - Zero", "../1990 - Before")
    assert titles_and_ids(timeline) == [
        ("Start not known", ["Before"]),
        ("44 BC", ["Caesar"]),
        ("1 BC", ["Zero"]),
        ("1997", ["March", "May"]),
    ]


def test_groups_by_era_of_the_first_row_of_periods() -> None:
    timeline = a_timeline(
        "1985 - Before",
        "1990-06 - First",
        "1995 - Second",
        "1999 - Gap",
        eras=["1980/2000 course Course", "1990/1994 terms Ann", "1995/1997 terms Bob", "1996 terms Cec"],
        tracks=[Track(id="course", style="states"), Track(id="terms")],
    )
    assert titles_and_ids(timeline, group_by="era") == [
        ("Outside the named periods", ["Before"]),
        ("Ann", ["First"]),
        ("Bob", ["Second"]),
        ("Outside the named periods", ["Gap"]),
    ]
    assert titles_and_ids(a_timeline("1990 - Any"), group_by="era") == [("Outside the named periods", ["Any"])]


def test_groups_by_category_in_lane_order() -> None:
    timeline = a_timeline(
        "1990 b One", "1991 a Two", "1992 - Three", "1993 b Four", categories={"a": Category(id="a", label="Aa")}
    )
    assert titles_and_ids(timeline, group_by="category") == [
        ("Aa", ["Two"]),
        ("b", ["One", "Four"]),
        ("No category", ["Three"]),
    ]


def test_each_source_has_one_number() -> None:
    timeline = a_timeline(sources={"s": Source(id="s", title="S", url="https://e.org/s")})
    notes = Endnotes(timeline)
    cited = notes.cite(
        (
            SourceRef(source="s", locator="p. 1"),
            SourceRef(source="s", locator="p. 1"),
            SourceRef(source="s", locator="p. 2"),
            SourceRef(url="https://e.org/s"),
            SourceRef(url="https://e.org/t"),
            SourceRef(text=" Letter "),
            SourceRef(source="gone"),
            SourceRef(),
        )
    )
    assert cited == [(1, "p. 1"), (1, "p. 2"), (1, ""), (2, ""), (3, ""), (4, "")]
    assert notes.cite((SourceRef(text="Letter"),)) == [(3, "")]
    assert [note.number for note in notes.notes] == [1, 2, 3, 4]


def test_endnotes_say_author_title_publisher_date_and_address() -> None:
    source = Source(
        id="s", title="T", author="A", publisher="P", date="1997-07", url="https://e.org/" + "x" * 90, accessed="2020~"
    )
    notes = Endnotes(a_timeline(sources={"s": source, "u": Source(id="u", title="U", url="ftp://e.org", date="?!")}))
    notes.cite((SourceRef(source="s"), SourceRef(url="https://e.org/"), SourceRef(source="u")))
    first, second, third = notes.notes
    assert describe(first) == ("A", "T", "P, July 1997", source.url)
    tree = note_tree(first, "read {date}", "en")
    assert (tree["a"], tree["t"], tree["p"], tree["s"], tree["u"]) == (
        "A",
        "T",
        "P, July 1997",
        "read about 2020",
        source.url,
    )
    assert len(tree["x"]) > 3
    assert note_tree(second, "", "en") == {"n": 2, "u": "https://e.org/"}
    assert note_tree(third, "", "en") == {"n": 3, "t": "U", "p": "?!, ftp://e.org"}


def test_relations_are_told_at_both_ends() -> None:
    timeline = a_timeline(
        an_event(
            "1990 - A",
            related=(
                Relation(type=RelationType.LEADS_TO, event="B"),
                Relation(type=RelationType.SEE_ALSO, event="C"),
                Relation(type=RelationType.REVERSES, event="gone"),
                Relation(type=RelationType.PART_OF, event="A"),
            ),
        ),
        "1991 - B",
        an_event("1992 - C", related=(Relation(type=RelationType.SEE_ALSO, event="A"),)),
    )
    links = {row: [(link.word, link.row) for link in found] for row, found in links_of(timeline, [0, 1, 2]).items()}
    assert links == {
        0: [("leads-to", 1), ("see-also", 2), ("reverses", -1), ("part-of", 0)],
        1: [("leads-to-inverse", 0)],
        2: [("see-also", 0)],
    }
    assert links_of(timeline, [1])[1][0].event_id == "A"


def test_events_without_arrows_are_not_looked_at_for_relations() -> None:
    timeline = a_timeline("1990 - A", an_event("1991 - B", related=(Relation(type=RelationType.LEADS_TO, event="A"),)))
    seen: list[int] = []

    def made(row: int) -> Event:
        seen.append(row)
        return timeline.events[row]

    lazy = replace(timeline, events=LazyEvents(2, made), names={"A": 0, "B": 1})
    assert [link.word for link in links_of(lazy, [0])[0]] == ["leads-to-inverse"]
    assert seen == [1]


def test_every_shape_has_an_outline_of_about_one_radius() -> None:
    assert outline_of(-1) == outline_of(0) == outline_of(SHAPES) == ()
    outlines = [outline_of(index) for index in range(1, SHAPES)]
    assert len(set(outlines)) == SHAPES - 1
    assert all(max(max(abs(x), abs(y)) for x, y in outline) <= 1.35 for outline in outlines)
    assert all(max(abs(y) for _, y in outline) > 0.5 for outline in outlines)


def test_marks_take_the_files_own_colours() -> None:
    timeline = a_timeline("1990 a A", categories={"a": Category(id="a", color="#123456")})
    assert category_mark(timeline, 0).color == "#123456"
    assert category_mark(timeline, -1).color.startswith("#")


def test_tree_says_only_what_is_there() -> None:
    tree = PageTree(a_job(a_timeline("1990-01-01 - Only"))).build()
    (group,) = tree["groups"]
    (event,) = group["e"]
    assert event == {"r": "e0", "d": "1 January 1990", "w": "1990-01-01", "t": "Only", "c": [0], "k": True, "z": True}
    assert tree["toc"] is False
    assert tree["subtitle"] == "1 event · 1990"
    assert tree["notes"] == []
    assert tree["legend"] == []
    assert "intro" not in tree


def test_many_events_get_contents_and_chapters() -> None:
    years = [1985, 1989, 1990, 1991] * 10
    tree = PageTree(a_job(a_timeline(*(f"{year} - Event{n}" for n, year in enumerate(years))))).build()
    assert tree["toc"] is True
    assert [(group["t"], "p" in group) for group in tree["groups"]] == [
        ("1985", False), ("1989", False), ("1990", True), ("1991", False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paper", "landscape", "size", "columns"),
    [("a4", False, 10.0, 1), ("letter", False, 10.0, 1), ("a4", True, 10.0, 2), ("a4", True, 14.0, 1),
     ("a3", False, 10.0, 2), ("a3", True, 10.0, 2), ("a4", False, 7.0, 2)],
)  # fmt: skip
def test_lines_that_would_be_too_long_become_two_columns(
    paper: str, landscape: bool, size: float, columns: int
) -> None:
    job = a_job(a_timeline("1990 - Only"), paper=paper, landscape=landscape, size_pt=size)
    assert PageTree(job).build()["columns"] == columns


def test_first_pages_tell_of_all_events() -> None:
    years = [1988, 1989, 1990, 1991]
    timeline = a_timeline(*(f"{years[n % 4]} {'ab'[n // 20]} Event{n:02}" for n in range(40)))
    whole, part = (PageTree(a_job(timeline, first=first)).build() for first in (0, 25))
    assert [(group["t"], len(group["e"]), "p" in group) for group in part["groups"]] == [
        ("1988", 10, False), ("1989", 10, False), ("1990", 5, True),
    ]  # fmt: skip
    assert part["groups"][:2] == whole["groups"][:2]
    for told in ("subtitle", "marks", "manners", "toc", "facts", "columns"):
        assert part[told] == whole[told]
    assert [mark["count"] for mark in part["marks"]] == ["20", "20"]
    by_category = PageTree(a_job(timeline, first=25, group_by="category")).build()["groups"]
    assert [len(group["e"]) for group in by_category] == [20, 5]


@pytest.mark.parametrize(
    "written", ["Y-2200000000", "-0001", "0000", "0001", "1969-12-31", "1970", "9999", "Y2200000000"]
)
def test_years_are_those_of_the_calendar(written: str) -> None:
    timeline = a_timeline(f"{written} - Event", "1990 - Other")
    for group in groups_of(a_job(timeline), WORDS):
        start = int(timeline.columns.start_earliest[group.rows[0]])
        assert group.year == civil(start).year


def in_chapters(events: dict[int | None, int]) -> list[list[int | None]]:
    """Years by chapter, from the number of events of each year."""
    groups = [Group(str(year), list(range(count)), year) for year, count in events.items()]
    chapters: list[list[int | None]] = []
    for group, starts in zip(groups, chapter_starts(groups), strict=True):
        if starts or not chapters:
            chapters.append([])
        chapters[-1].append(group.year)
    return chapters


def test_a_chapter_is_as_short_as_its_events_allow() -> None:
    assert in_chapters({1989: 20, 1990: 20}) == [[1989], [1990]]
    assert in_chapters({1989: 19, 1990: 20, 1991: 1}) == [[1989], [1990, 1991]]
    assert in_chapters({1789: 18, 1989: 2, 1990: 20}) == [[1789], [1989, 1990]]
    assert in_chapters({-1: 20, 0: 10, 600: 15}) == [[-1], [0, 600]]  # of the first millennium from 1 BC on
    assert in_chapters({1989: 3, 1990: 3}) == [[1989, 1990]]
    assert in_chapters({None: 20, 1990: 20, 1991: 0}) == [[None], [1990, 1991]]
    assert chapter_starts([]) == []


def test_eras_and_categories_are_chapters_or_are_not() -> None:
    assert chapter_starts([Group("A", list(range(40))), Group("B", [])]) == [False, True]
    assert chapter_starts([Group("A", list(range(39))), Group("B", [])]) == [False, False]


def test_short_words_for_long_ones() -> None:
    assert shortened("x" * 200) == "x" * 79 + "…"
    assert date_as_written("1990/1991") == "1990/1991"
    assert date_as_written("1990-01-01/1991-01-01") == ["1990-01-01/", 0, "1991-01-01"]


@pytest.fixture
def pictured(tmp_path: Path) -> Timeline:
    """A timeline whose event has good and bad pictures."""
    image = QImage(3_000, 1_000, QImage.Format.Format_RGB32)
    image.fill(QColor("steelblue"))
    (tmp_path / "in").mkdir()
    assert image.save(str(tmp_path / "in" / "wide.jpg"))
    assert image.scaled(20, 40).save(str(tmp_path / "in" / "tall.png"))
    assert image.scaled(9, 9).save(str(tmp_path / "outside.png"))
    (tmp_path / "in" / "broken.png").write_bytes(b"no picture")
    files = ["wide.jpg", "tall.png", "wide.jpg", "broken.png", "../outside.png", "gone.png", "\0", "."]
    media_of = tuple(Medium(file=file, caption="Caption *here*", credit="Someone") for file in files)
    event = msgspec.structs.replace(an_event("1990 - A"), media=media_of)
    return make_timeline(a_timeline().head, [event], tmp_path / "in" / "x.yaml")


def test_pictures_become_small_and_safe(pictured: Timeline) -> None:
    found = Media(a_job(pictured))
    names = [found.add(medium) for medium in pictured.events[0].media]
    assert names[0] == names[2] == ("media0.svg", pytest.approx(3.0, rel=0.01))
    assert names[1] == ("media1.svg", 0.5)
    assert all(name == ("", 1.0) for name in names[3:])
    assert len(found.warnings) == 5
    assert all(warning.endswith("; a placeholder is printed") for warning in found.warnings)
    coded = found.files["media0.svg"].split(b"base64,")[1].split(b'"')[0]
    image = QImage.fromData(base64.b64decode(coded))
    assert image.width() == 2_000
    assert abs(image.height() - 666) <= 1


def test_pictures_are_printed_or_their_place_is_kept(pictured: Timeline, tmp_path: Path) -> None:
    report = export_pdf(a_job(pictured), tmp_path / "x.pdf")
    assert len(report.warnings) == 5
    assert (tmp_path / "x.pdf").read_bytes().count(b"/Alt(Caption here)") == 3


def test_huge_pictures_are_not_read(pictured: Timeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media, "_LARGEST_AREA", 100)
    found = Media(a_job(pictured))
    assert found.add(pictured.events[0].media[0]) == ("", 1.0)
    monkeypatch.setattr(media, "LARGEST_FILE", 10)
    assert found.add(pictured.events[0].media[1]) == ("", 1.0)
    assert [warning.split(": ")[1] for warning in found.warnings] == [
        "has too many pixels; a placeholder is printed",
        "is too large; a placeholder is printed",
    ]


def test_pictures_that_qt_would_refuse_are_not_tried(pictured: Timeline, tmp_path: Path) -> None:
    assert pictured.path is not None
    file = pictured.events[0].media[0].file
    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    chunks = [struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
              for kind, data in ((b"IHDR", head), (b"IDAT", zlib.compress(b"")), (b"IEND", b""))]  # fmt: skip
    (pictured.path.parent / file).write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))
    found = Media(a_job(pictured))
    assert found.add(pictured.events[0].media[0]) == ("", 1.0)
    assert found.warnings == [f"{file}: has too many pixels; a placeholder is printed"]


def test_timelines_without_a_folder_have_no_pictures(pictured: Timeline) -> None:
    found = Media(a_job(make_timeline(pictured.head, pictured.events)))
    assert found.add(pictured.events[0].media[0]) == ("", 1.0)


def test_strip_is_cleaned(qapp: object) -> None:
    dirty = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" onload="x()">
    <title>t</title><script>alert(1)</script><style>@import 'x'</style><foreignObject/><g/>
    <g style="x"><image xlink:href="https://example.org/x.png"/><image xlink:href="data:image/png;base64,AA=="/>
    <rect fill="url(https://example.org/x)" stroke="url(#a)" onclick="x"/>
    <text x="1" y="2" font-family="Comic" font-size="10">NATO </text>
    <text x="SEAM" y="2" font-family="Comic" font-size="10">\xe6\xbc\xa2</text>
    <text x="400" y="2" font-family="Comic" font-size="10">far</text></g></svg>"""
    seam = 1 + QFontMetricsF(font(10)).horizontalAdvance("NATO ")
    dirty = dirty.replace(b"SEAM", str(seam).encode())
    clean = clean_strip(dirty, Fitter()).decode()
    for gone in ("script", "style", "example.org", "onload", "onclick", "foreign", "title", "Comic", "漢"):
        assert gone not in clean
    for kept in ("data:image/png", "url(#a)", ">NATO □<", ">far<", 'font-family="Inter"'):
        assert kept in clean
    assert "漢" in clean_strip(dirty).decode()


@pytest.mark.parametrize(
    "wrong",
    [
        b"",
        b"no",
        b"<html/>",
        b"<svg/>",
        b'<!DOCTYPE x [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
    ],
)
def test_what_is_no_svg_is_refused(wrong: bytes) -> None:
    with pytest.raises(StripError, match="is no SVG"):
        clean_strip(wrong)


def test_strips_may_come_in_bands() -> None:
    job = a_job(a_timeline("1990 - A"), strip_svg=(SVG, SVG))
    assert job.bands == (SVG, SVG)
    assert PageTree(job).build()["strip"] == [166.0, 166.0]
    assert job.strip_width_mm == 166.0


def test_tall_strips_are_made_smaller() -> None:
    tall = SVG.replace(b"0 0 100 20", b"0 0 100 400")
    job = a_job(a_timeline("1990 - A"), strip_svg=(tall, tall), landscape=True)
    assert job.strip_height_mm == 110.0
    assert PageTree(job).build()["strip"] == [27.5, 41.0]


@pytest.mark.parametrize(
    ("svg", "ratio"),
    [
        (SVG, 0.2),
        (b'<svg width="10" height="5"/>', 0.5),
        (b'<svg viewBox="0,0,10,20"/>', 2.0),
        (b"<svg/>", 1.0),
        (b"<svg viewBox='0 0 0 0'/>", 1.0),
        (b"no", 1.0),
        (b'<svg width="10mm" height="x"/>', 1.0),
    ],
)
def test_proportion_is_height_by_width(svg: bytes, ratio: float) -> None:
    assert proportion(svg) == ratio
