"""Ids, links, suggestions, sniffing, decoding: the small parts one by one."""

from pathlib import Path

import pytest

from timeglass.errors import NotATimelineError
from timeglass.formats import load_bytes
from timeglass.formats.expected import in_words
from timeglass.formats.ids import Ids, slug
from timeglass.formats.links import is_risky, is_web_address, picture_fault
from timeglass.formats.nearest import Suggester
from timeglass.formats.problem import Problems, UnreadableError
from timeglass.formats.registry import detect
from timeglass.formats.text import LONGEST_LINE, LONGEST_TEXT, decode, scrub, sound_bytes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1997-07-09 Charter signed!", "1997-07-09-charter-signed"),
        ("1993/1996 Café Ångström", "1993-1996-cafe-angstrom"),
        ("1991 Незалежність України", "1991-незалежність-україни"),
        ("-0043-03-15 The Ides", "0043-03-15-the-ides"),
        ("~~ …", ""),
        ("a " * 100, "-".join("a" * 30)),
        ("x" * 100, "x" * 60),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_ids_are_unique_and_the_same_each_time() -> None:
    for _ in range(2):
        ids = Ids()
        assert ids.claim("1995-a", 0) is None
        assert ids.claim("1995-a", 0) is None
        assert ids.claim("1995-a", 1) == 0
        assert [ids.derive("1995", "A", row) for row in (2, 3)] == ["1995-a-2", "1995-a-3"]
        assert ids.derive("…", {"uk": "!"}, 4) == "event"
        assert ids.unique("b", 5) == "b"


@pytest.mark.parametrize(
    "text", ["https://example.org", "http://example.org:80/a?b#c", "HTTPS://example.org", "https://приклад.укр/а"]
)
def test_web_addresses(text: str) -> None:
    assert is_web_address(text)
    assert not is_risky(text)


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", " JavaScript:x", "file:///etc/passwd", "data:text/html,x", "\\\\server\\share",
     "//server/x", "smb://x", "ftp://x", "vbscript:x"],
)  # fmt: skip
def test_risky_addresses(text: str) -> None:
    assert not is_web_address(text)
    assert is_risky(text)


@pytest.mark.parametrize(
    "text",
    ["", "example.org", "https://", "https:/x", "see https://example.org", "https://example.org x", "mailto:a@b",
     "https://user@example.org", "https://example.org\\@evil.example"],
)  # fmt: skip
def test_what_is_no_web_address(text: str) -> None:
    assert not is_web_address(text)


@pytest.mark.parametrize(
    "file",
    ["/etc/passwd", "\\x", "~/x", "../x", "a/../../x", "a\\..\\x", "C:\\x", "c:x", "https://x/y.png", "file:x",
     "//server/x", "\\\\server\\x", "a\0b", "data:image/png;base64,x"],
)  # fmt: skip
def test_paths_of_pictures_that_are_refused(file: str, tmp_path: Path) -> None:
    assert picture_fault(file, None)
    assert picture_fault(file, tmp_path)


def test_paths_of_pictures_that_serve(tmp_path: Path) -> None:
    for file in ("x.png", "pictures/x y.jpg", "./x.png", "..x.png"):
        assert picture_fault(file, tmp_path) == ""
        assert picture_fault(file, None) == ""


def test_the_nearest_name_is_suggested_while_there_is_time() -> None:
    known = ["summit", "cooperation", "Conflict"]
    suggester = Suggester(9)
    assert suggester.nearest("sumit", known) == "summit"
    assert suggester.nearest("conflict", known) == "Conflict"
    assert suggester.nearest("xyz", known) == ""
    assert suggester.nearest("sumit", known) == ""
    assert Suggester().nearest("x" * 81, ["x" * 80]) == ""


def test_expectations_without_bounds_are_in_words_too() -> None:
    assert in_words(int) == "a whole number"
    assert in_words(float | None) == "a number"


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("t.txt", b"timeglass: 1\ntitle: T\n", "yaml"),
        ("t.json", b"# x\ntimeglass: 1\n", "yaml"),
        ("t.txt", b'\xef\xbb\xbf{"timeglass": 1, "events": []}', "json"),
        ("t.txt", b'{"timeglass": 1}\n{"date": "1995", "title": "A"}\n', "jsonl"),
        ("t.txt", b'{"date": "1995", "title": "A"}\n', "jsonl"),
        ("t.txt", b"id,date,title\n", "csv"),
        ("t.txt", b"\xff\xfed\0a\0t\0e\0;\0t\0i\0t\0l\0e\0", "csv"),
        ("t.yaml", b"hello", "yaml"),
        ("t.txt", b"hello: x", "yaml"),
    ],
)
def test_the_content_decides_the_format(name: str, head: bytes, expected: str) -> None:
    found = detect(Path(name), head)
    assert found is not None
    assert found.name == expected


def test_an_unknown_file_names_the_formats_that_are_known() -> None:
    with pytest.raises(
        NotATimelineError, match=r"no timeline that is known here \(known: Timeglass timeline \(YAML\), "
    ):
        load_bytes(b"\x01\x02", Path("t.doc"))


def test_sound_text_is_decoded_without_a_word() -> None:
    problems = Problems("f")
    text = "Київ 🙂 \u2028 \u200f\n\ttab"
    assert decode(text.encode(), problems) == text
    assert len(problems) == 0


def test_a_line_may_be_long_but_not_too_long() -> None:
    decode(b"a" * LONGEST_LINE, Problems("f"))
    decode((b"a" * (LONGEST_LINE - 1) + b"\n") * 2, Problems("f"))
    with pytest.raises(UnreadableError) as caught:
        decode(b"a\n\n" + b"a" * (LONGEST_LINE + 1), Problems("f"))
    assert (caught.value.line, caught.value.column) == (3, 1)


def test_scrubbing_cuts_and_cleans() -> None:
    problems = Problems("f")
    tree = {"a": ["x\u202ey", 1, None], "b\0": "z" * (LONGEST_TEXT + 1)}
    assert scrub(tree, (), problems) == {"a": ["xy", 1, None], "b": "z" * LONGEST_TEXT}
    assert [problem.path for problem in problems.listed()] == ["a[0]", "", "b�"]


def test_scrubbing_stops_in_the_deep() -> None:
    tree: object = "x"
    for _ in range(60):
        tree = [tree]
    with pytest.raises(UnreadableError, match="nested more than 50 levels deep"):
        scrub(tree, (), Problems("f"))


def test_sound_bytes_stay_the_very_same() -> None:
    for text in ("plain\r\n\ttext\n" * 100_000, "Київ 🙂\n" * 200_000, "x" * (2**20 - 1) + "ї" + "y" * 2**20):
        problems = Problems("f")
        data = text.encode()
        assert sound_bytes(data, problems) is data
        assert len(problems) == 0


@pytest.mark.parametrize("bad", [b"\x07", b"\x7f", b"\xff", "\u202e".encode(), b"\xef\xbb\xbf", b"\xc3"])
def test_unsound_bytes_are_found_wherever_they_stand(bad: bytes) -> None:
    for before in (b"", b"a\n" * 1_000, b"a\n" * 1_000_000, "ї\n".encode() * 700_000):
        problems = Problems("f")
        mended = sound_bytes(before + bad + b"\n" + b"more\n" * 200 + b"end", problems)
        if bad == b"\xef\xbb\xbf" and before:
            continue  # in the middle it is a space of no width
        assert mended.endswith(b"\nend")
        assert len(problems) == 1
