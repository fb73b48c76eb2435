"""The command line: each call, its output and its exit status."""

import gc
import json
import os
from pathlib import Path

import pytest

from timeglass import __version__, cli

SMALL = """timeglass: 1
title: Two towns
categories: {talk: {label: Talks}, deed: {label: Deeds}}
sources: {book: {title: The book, date: 1999}}
events:
  - {id: a, date: 1991-05-02, title: First talk, category: talk, aliases: [old-a], sources: [{source: book}]}
  - {id: b, date: 1992/1993, title: A deed, category: deed}
  - {id: c, date: 1994~, title: Second talk, category: talk}
"""
BROKEN = SMALL + "  - {id: d, date: 1995-13-40, title: Never}\n"


class Call:
    """Runs calls of the command line and keeps what they print."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys = capsys
        self.folder = folder
        self.out = self.err = ""

    def file(self, text: str, name: str = "small.yaml") -> str:
        """A file with a text."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def __call__(self, *arguments: str) -> int:
        """Run; the exit status."""
        self._capsys.readouterr()
        status = cli.main(arguments)
        self.out, self.err = self._capsys.readouterr()
        assert "Traceback" not in self.err
        return status


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Call:
    """The command line."""
    return Call(capsys, tmp_path)


def test_version_and_help(call: Call, capsys: pytest.CaptureFixture[str]) -> None:
    for option, words in (("--version", __version__), ("--help", "commands:")):
        with pytest.raises(SystemExit) as ended:
            cli.main([option])
        assert ended.value.code == 0
        assert words in capsys.readouterr().out


def test_check_of_a_sound_file(call: Call) -> None:
    assert call("check", call.file(SMALL)) == 0
    assert "3 events" in call.out


def test_check_places_each_problem(call: Call) -> None:
    path = call.file(BROKEN)
    assert call("check", path) == 1
    assert call.out.startswith(f"{path}:9:")
    assert ": error: " in call.out


def test_check_as_json_is_an_object_a_file(call: Call) -> None:
    assert call("check", "--json", call.file(SMALL), call.file(BROKEN, "broken.yaml")) == 1
    first, second = map(json.loads, call.out.splitlines())
    assert (first["events"], first["title"], first["format"], first["categories"]) == (3, "Two towns", "yaml", 2)
    assert (first["earliest"], first["latest"], first["problems"]) == ("1991-05-02", "1994-12-31", [])
    assert second["problems"][0]["line"] == 9


def test_check_without_a_file_means_the_built_in_one(call: Call) -> None:
    assert call("check", "--json") == 0
    assert json.loads(call.out)["title"] == "Ukraine–NATO relations"


def test_search_in_order_of_time(call: Call) -> None:
    path = call.file(SMALL)
    assert call("search", path, "talk", "--json") == 0
    found = json.loads(call.out)
    assert [event["id"] for event in found] == ["a", "c"]
    assert found[1]["start_earliest"] == "1994-01-01"
    assert found[1]["end_latest"] == "1994-12-31"
    assert call("search", path, "") == 0
    assert len(call.out.splitlines()) == 3


def test_a_query_may_begin_with_a_minus_sign(call: Call) -> None:
    assert call("search", call.file(SMALL), "-category:talk", "--json") == 0
    assert [event["id"] for event in json.loads(call.out)] == ["b"]


def test_search_without_a_match(call: Call) -> None:
    assert call("search", call.file(SMALL), "zymurgy", "--json") == 1
    assert json.loads(call.out) == []


def test_a_query_that_cannot_be_read_says_so(call: Call) -> None:
    assert call("search", call.file(SMALL), "talk after:nonsense ") == 0
    assert "query" in call.err
    assert len(call.out.splitlines()) == 2


def test_convert_there_and_back(call: Call) -> None:
    target, back = call.folder / "small.json", call.folder / "back.yaml"
    assert call("convert", call.file(SMALL), str(target)) == 0
    assert call("convert", str(target), str(back)) == 0
    assert call("search", str(back), "") == 0
    assert len(call.out.splitlines()) == 3


def test_nothing_is_overwritten_unasked(call: Call) -> None:
    target = call.folder / "small.json"
    target.write_text("mine")
    for arguments in (("convert", call.file(SMALL), str(target)), ("export", call.file(SMALL), "-o", str(target))):
        assert call(*arguments) == 3
        assert "exists already" in call.err
        assert target.read_text() == "mine"
    assert call("convert", call.file(SMALL), str(target), "--force") == 0
    assert target.read_text() != "mine"


@pytest.mark.parametrize("ending", ["csv", "json", "ics", "yaml", "bib"])
def test_export_of_data(call: Call, ending: str) -> None:
    target = call.folder / f"out.{ending}"
    assert call("export", call.file(SMALL), "-o", str(target), "--query", "talk") == 0
    assert call.out.strip() == str(target)
    words = "The book" if ending == "bib" else "First talk"
    assert words in target.read_text(encoding="utf-8")
    assert "A deed" not in target.read_text(encoding="utf-8")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("ending", "head"), [("pdf", b"%PDF"), ("svg", b"<"), ("png", b"\x89PNG"), ("html", b"<!")])
def test_export_of_pages_and_pictures(call: Call, ending: str, head: bytes) -> None:
    target = call.folder / f"out.{ending}"
    assert call("export", call.file(SMALL), "-o", str(target), "--ids", "old-a,c", "--range", "1990/1995") == 0
    assert target.read_bytes().startswith(head)


@pytest.mark.usefixtures("qapp")
def test_render_is_a_picture_of_the_size_asked_for(call: Call) -> None:
    from PySide6.QtGui import QImage

    target = call.folder / "window.png"
    assert call("render", call.file(SMALL), "-o", str(target), "--size", "900x600", "--theme", "dark") == 0
    picture = QImage(str(target))
    assert (picture.width(), picture.height()) == (900, 600)


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("check", "missing.yaml"), 3, "no such file"),
        (("search",), 2, "required"),
        (("search", "a", "b", "c"), 2, "quotes"),
        (("check", "--nonsense"), 2, "unrecognized"),
        (("export",), 2, "required"),
        (("export", "-o", "x.nonsense"), 2, "known formats"),
        (("export", "-o", "x.pdf", "--range", "nonsense"), 2, "--range"),
        (("export", "-o", "x.pdf", "--range", "1990/.."), 2, "a start and an end"),
        (("export", "-o", "x.csv", "--ids", "nobody"), 1, "no event has the id"),
        (("export", "-o", "x.csv", "--query", "zymurgy"), 1, "nothing matches"),
        (("export", "-o", "nowhere/x.csv"), 3, "there is no folder"),
        (("convert", "small.yaml", "x.nonsense"), 3, "no such file"),
        (("render", "-o", "x.jpg"), 2, ".png"),
        (("render", "-o", "x.png", "--size", "huge"), 2, "WIDTHxHEIGHT"),
        (("render", "-o", "x.png", "--scale", "9"), 2, "between"),
    ],
)
def test_wrong_calls_get_one_line(
    call: Call, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], status: int, words: str
) -> None:
    monkeypatch.chdir(call.folder)
    assert call(*arguments) == status
    assert words in call.err
    assert len(call.err.strip().splitlines()) == 1
    assert call.out == ""


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"just words", b"{"])
def test_what_is_no_timeline_is_refused_in_one_line(call: Call, content: bytes) -> None:
    path = call.folder / "odd.yaml"
    path.write_bytes(content)
    assert call("check", str(path)) == 3
    assert str(path) in call.err
    assert len(call.err.strip().splitlines()) == 1


def test_a_timeline_without_a_title_has_an_error(call: Call) -> None:
    assert call("check", call.file("timeglass: 1\n")) == 1


def test_no_display_is_told(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    from timeglass import app, quick_start

    monkeypatch.setattr(quick_start, "begin", lambda: None)  # the tests go on collecting garbage

    monkeypatch.setattr(app, "display_is_there", lambda: False)
    assert call() == 3
    assert "timeglass render" in call.err
    assert call("--search", "x") == 3


def test_an_interrupt_ends_quietly(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_arguments: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli, "_run", interrupted)
    assert call("check") == 130


def test_a_quick_start_puts_off_garbage_collection_until_the_first_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    from timeglass import quick_start

    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    try:
        quick_start.begin()
        assert not gc.isenabled()
        assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
        quick_start.end()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
        gc.enable()
        os.environ.pop("OPENBLAS_NUM_THREADS", None)


def test_one_is_counted_as_one(call: Call) -> None:
    one = "timeglass: 1\ntitle: One\nsources: {a: {title: A}}\nevents:\n- {date: 1990, title: Only, sources: [a]}\n"
    assert call("check", call.file(one)) == 0
    assert call.out.endswith(": 1 event, 0 eras, 0 series, 1 source, no problems\n")
    broken = one + "- {date: x, title: B}\n" * 4
    call("search", call.file(broken, "broken.yaml"), "only")
    assert "… and 1 more error; see timeglass check" in call.err
