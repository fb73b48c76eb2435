"""Broken and hostile files: bounded time, one line or a list of problems, never a traceback, nothing followed."""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from timeglass.errors import FileAccessError, NotATimelineError, TimeglassError
from timeglass.formats import Loaded, load, load_bytes

SECONDS = 2.0
"""So much processor time may the worst file take."""

FULL: dict[str, Any] = {
    "timeglass": 1,
    "title": {"en": "T", "uk": "Т"},
    "description": "D",
    "language": "en",
    "license": "L",
    "updated": "2026",
    "view": {"range": "1990/2026", "group_by": "category"},
    "categories": {"c": {"label": "C", "color": "#112233"}},
    "tracks": {"t": {"label": "T", "style": "states"}},
    "eras": [{"id": "e", "title": "E", "date": "1990/1991", "track": "t", "sources": ["s"], "color": "#112233"}],
    "sources": {"s": {"title": "S", "date": "1990", "url": "https://example.org"}},
    "synonyms": [["a", "b"]],
    "series": [{"id": "n", "title": "N", "points": [{"date": "1990", "value": 1, "low": 0, "high": 2, "source": "s"}]}],
    "events": [
        {
            "id": "a",
            "aliases": ["z"],
            "date": "1990-01-01",
            "title": "A",
            "summary": "S",
            "details": {"en": "D"},
            "category": "c",
            "importance": 4,
            "status": "planned",
            "actors": ["x"],
            "places": ["y"],
            "tags": ["t"],
            "figures": [{"label": "F", "value": 1, "unit": "%"}],
            "sources": [{"source": "s", "locator": "p"}, "https://example.org"],
            "related": [{"type": "leads-to", "event": "b"}],
            "media": [{"file": "x.png", "caption": "C", "credit": "R"}],
        },
        {"id": "b", "date": "1995", "title": "B"},
    ],
}

WRONG: list[Any] = [
    None,
    "",
    " ",
    "x",
    "9" * 30,
    -1,
    10**30,
    1.5,
    True,
    [],
    [[]],
    {},
    {"a": {"b": []}},
    ["x", {"y": "z"}, 3],
    "<script>alert(1)</script><img src=https://example.org/x.png onerror=alert(1)>",
    "\\\\server\\share\\x",
    "file:///etc/passwd",
    "\u202etxt.exe",
    "9999999999999-13-41/..",
]


def paths_of(tree: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every path in a tree."""
    if path:
        yield path
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield from paths_of(value, (*path, key))
    elif isinstance(tree, list):
        for row, value in enumerate(tree):
            yield from paths_of(value, (*path, row))


def changed(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    """The full tree with another value at a path."""
    tree = json.loads(json.dumps(FULL))
    part = tree
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return tree  # type: ignore[no-any-return]


def survive(data: bytes, name: str = "t.yaml") -> Loaded | None:
    """Read the data; all that may be raised is one clear line."""
    start = time.process_time()
    loaded, refusal = None, name
    try:
        loaded = load_bytes(data, Path(name))
    except NotATimelineError as error:
        refusal = str(error)
    assert refusal.startswith(name)
    assert "\n" not in refusal
    assert time.process_time() - start < SECONDS
    if loaded is not None:
        lines = data.decode("utf-8", "replace").count("\n") + data.count(b"\r") + 2
        for problem in loaded.problems:
            assert "\n" not in str(problem)
            assert 0 <= problem.line <= lines
            assert problem.message
            assert len(str(problem)) < 600
    return loaded


@pytest.mark.parametrize("path", list(paths_of(FULL)), ids=lambda path: ".".join(map(str, path)))
def test_a_wrong_value_anywhere_is_survived(path: tuple[Any, ...]) -> None:
    """About 80 places times 19 values, in JSON and, since that is YAML too, in YAML."""
    for value in WRONG:
        tree = changed(path, value)
        text = json.dumps(tree, ensure_ascii=False, indent=1)
        as_json = survive(text.encode(), "t.json")
        as_yaml = survive(text.encode(), "t.yaml")
        assert (as_json is None) == (as_yaml is None)


def yaml_text() -> str:
    """The full tree in block style."""
    import yaml

    return "# comment\n" + yaml.safe_dump(FULL, sort_keys=False, allow_unicode=True)


@pytest.mark.parametrize("eighth", range(8))
def test_a_file_cut_anywhere_is_survived(eighth: int) -> None:
    data = yaml_text().encode()
    for end in range(eighth, len(data), 24):
        survive(data[:end])


@pytest.mark.parametrize(
    "insertion",
    [b"\0", b"\t", b"\xff", b"\xc3", b"\x07", b"\x1b[31m", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"&a ", b"*a", b"!!x ",
     b"- ", b": ", b"{", b"}", b"[", b"]", b"'", b'"', b"|\n", b"%", b"@", b"`", b"\r", b"---\n", b"...\n", b"<<: "],
)  # fmt: skip
def test_a_stray_piece_anywhere_is_survived(insertion: bytes) -> None:
    data = yaml_text().encode()
    for at in range(0, len(data), 29):
        survive(data[:at] + insertion + data[at:])


@pytest.mark.parametrize("name", ["t.json", "t.jsonl", "t.csv", "t.yaml"])
def test_other_formats_cut_or_spoilt_anywhere_are_survived(name: str) -> None:
    text = {
        "t.json": json.dumps(FULL, indent=1),
        "t.yaml": json.dumps(FULL),
        "t.jsonl": "\n".join(json.dumps(part) for part in ({**FULL, "events": []}, *FULL["events"])),
        "t.csv": 'date,title,tags,sources\n1995,"A, b",a;b,"[{""url"": ""https://example.org""}]"\n1996,B,,\n' * 5,
    }[name]
    data = text.encode()
    for at in range(0, len(data), 13):
        survive(data[:at], name)
        for piece in (b"\0", b"\xff", b'"', b"{", b"]", b"\\u0000", b"\xe2\x80\xae", b"\n"):
            survive(data[:at] + piece + data[at:], name)


def event_with(text: str) -> bytes:
    """A timeline whose one event has a summary."""
    return f"timeglass: 1\ntitle: T\nevents:\n- date: 1995\n  title: A\n  summary: {text}\n".encode()


def bomb(levels: int, width: int) -> str:
    """Lists of aliases to lists of aliases."""
    lines = ["timeglass: 1", "title: T", "events: []", "x0: &x0 [lol]"]
    lines += [f"x{level}: &x{level} [{', '.join([f'*x{level - 1}'] * width)}]" for level in range(1, levels)]
    return "\n".join(lines) + "\n"


START = b"timeglass: 1\ntitle: T\n"
EVENTS = START + b"events:\n"
HEAVY = {
    "depth in flow lists": START + b"events: " + b"[" * 100_000,
    "depth in flow maps": START + b"events: " + b"{a: " * 100_000,
    "depth in block lists": START + b"events: \n" + b"- " * 100_000,
    "depth in block maps": START + b"" + b"".join(b" " * n + b"a:\n" for n in range(3_000)),
    "depth in keys": b"timeglass: 1\n" + b"? " * 100_000,
    "billion laughs": bomb(40, 10).encode(),
    "quadratic laughs": bomb(3, 20_000).encode(),
    "many aliases": START + b"events: [&a {date: 1995, title: A}" + b", *a" * 90_000 + b"]\n",
    "too many aliases": START + b"events: [&a {date: 1995, title: A}" + b", *a" * 200_000 + b"]\n",
    "one line of 50 MB": event_with("x" * 50_000_000),
    "10 MB in one summary": event_with("word " * 2_000_000),
    "10 MB in one quoted summary": event_with('"' + "word " * 2_000_000 + '"'),
    "10 MB of escapes": event_with('"' + "\\u202e" * 1_500_000 + '"'),
    "a long key": b"timeglass: 1\n" + b"k" * 10_000_000 + b": 1\n",
    "a long anchor": b"timeglass: 1\ntitle: &" + b"k" * 1_000_000 + b" T\n",
    "a long tag": b"timeglass: 1\ntitle: !" + b"k" * 1_000_000 + b" T\n",
    "a long date": START + b"events: [{title: A, date: " + b"1" * 1_000_000 + b"}]\n",
    "a date of a million slashes": START + b"events: [{title: A, date: " + b"1/" * 500_000 + b"}]\n",
    "a set of many dates": START + b"events: [{title: A, date: '[" + b"1990," * 200_000 + b"1991]'}]\n",
    "a huge exponent": START + b"events: [{title: A, date: Y1E999999999}]\n",
    "a huge number": START + b"events: [{title: A, date: 1995, importance: " + b"9" * 1_000_000 + b"}]\n",
    "many equal keys": START + b"" + b"title: T\n" * 50_000,
    "many unknown keys": START + b"" + b"".join(b"k%d: T\n" % n for n in range(50_000)),
    "many equal ids": EVENTS + b"- {date: 1995, title: A, id: a}\n" * 20_000,
    "many equal events": EVENTS + b"- {date: 1995, title: A}\n" * 20_000,
    "many bad dates": EVENTS + b"".join(b"- {date: x%d, title: A}\n" % n for n in range(20_000)),
    "many bad references": EVENTS
    + b"".join(b"- {date: 1995, title: A, id: e%d, related: [{type: see-also, event: f}]}\n" % n for n in range(9_000)),
    "many bad events": EVENTS + b"- [x]\n" * 20_000,
    "many categories": EVENTS + b"".join(b"- {date: 1995, title: A, category: c%d}\n" % n for n in range(40_000)),
    "many tags": EVENTS + b"- !!x {date: 1995, title: !!y A}\n" * 10_000,
    "many documents": START + b"" + b"---\n" * 100_000,
    "many comments": b"# x\n" * 1_000_000,
    "many blank lines": b"\n" * 10_000_000,
    "many quotes": b"timeglass: 1\ntitle: " + b"'" * 1_000_000,
    "many NULs": b"timeglass: 1\n" + b"\0" * 1_000_000,
    "many bad bytes": EVENTS + b"- {date: 1995, title: '" + b"\xff" * 1_000_000 + b"'}\n",
    "many controls late": START + b"" + b"# x\n" * 5_000 + b"# \x07\n" * 100_000,
}  # fmt: skip


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_files_are_bounded(name: str) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    survive(HEAVY[name])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 500_000


HEAVY_JSON = {
    "depth": b'{"timeglass": 1, "events": ' + b"[" * 100_000,
    "depth in an event": b'{"timeglass": 1, "title": "T", "events": [{"date": ' + b'{"a":' * 100_000,
    "closed depth": b'{"timeglass": 1, "title": "T", "events": [' + b"[" * 900 + b"]" * 900 + b"]}",
    "escaped and closed depth": b'{"timeglass": 1, "title": "\\u0041", "events": [' + b"[" * 900 + b"]" * 900 + b"]}",
    "huge number": b'{"timeglass": ' + b"1" * 100_000 + b"}",
    "NaN": b'{"timeglass": 1, "title": "T", "events": [{"date": "1995", "title": "A", "importance": NaN}]}',
    "lone surrogate": b'{"timeglass": 1, "title": "\\ud800", "events": [{"date": "1995", "title": "\\udfff"}]}',
    "text of 10 MB": b'{"timeglass": 1, "title": "' + b"x" * 10_000_000 + b'"}',
}


@pytest.mark.parametrize("name", HEAVY_JSON)
@pytest.mark.parametrize("ending", ["json", "jsonl"])
def test_heavy_json_is_bounded(name: str, ending: str) -> None:
    survive(HEAVY_JSON[name], f"t.{ending}")
    survive(b'{"timeglass": 1, "title": "T"}\n' + HEAVY_JSON[name], f"t.{ending}")


def test_no_tag_makes_anything(tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    text = f"!!python/object/apply:os.system ['touch {mark}']"
    loaded = survive(event_with(text))
    assert loaded is not None
    assert not mark.exists()
    assert any("has no meaning here" in problem.message for problem in loaded.problems)


def test_a_billion_laughs_are_refused() -> None:
    with pytest.raises(NotATimelineError, match=r":9:\d+: aliases stand for more than 100,000 values"):
        load_bytes(bomb(40, 10).encode(), Path("t.yaml"))


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_other_encodings_open_with_a_warning(codec: str) -> None:
    loaded = survive(yaml_text().encode(codec))
    assert loaded is not None
    assert len(loaded.timeline) == 2
    assert loaded.problems[0].severity == "warning"
    assert "UTF" in loaded.problems[0].message


def test_bytes_of_another_encoding_are_replaced_and_placed() -> None:
    loaded = survive(
        "timeglass: 1\ntitle: Café\nevents:\n- {date: 1995, title: Années, summary: ouïe}\n".encode("latin-1")
    )
    assert loaded is not None
    assert loaded.timeline.events[0].title == "Ann\ufffdes"
    assert [(p.line, p.column, p.message) for p in loaded.problems] == [
        (2, 11, "byte 0xE9 is not UTF-8 and was replaced (3 such places); save the file as UTF-8")
    ]


@pytest.mark.parametrize(
    "data",
    [b"\x7fELF\x02\x01\x01\0", b"PK\x03\x04x", b"\x1f\x8bx", b"%PDF-1.7", b"GIF89a", bytes(range(256)) * 40,
     b"SQLite format 3\0", b"\xff\xd8\xff\xe0", b"MZ\x90\0"],
)  # fmt: skip
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(NotATimelineError):
        load_bytes(data, Path("t.yaml"), "yaml")


def test_files_that_cannot_be_read_say_why(tmp_path: Path) -> None:
    missing = tmp_path / "missing.yaml"
    with pytest.raises(FileAccessError, match=r"missing\.yaml: there is no such file$"):
        load(missing)
    with pytest.raises(FileAccessError, match=r"is a folder, not a file$"):
        load(tmp_path)
    with pytest.raises(FileAccessError, match=r"cannot be read|no such file"):
        load(tmp_path / ("x" * 300))
    with pytest.raises(FileAccessError, match=r"is no file name$"):
        load(tmp_path / "a\0b")


@pytest.mark.skipif(os.name != "posix", reason="devices, pipes and links as POSIX has them")
def test_devices_pipes_and_loops_are_refused_at_once(tmp_path: Path) -> None:
    pipe, loop = tmp_path / "pipe", tmp_path / "loop"
    os.mkfifo(pipe)
    loop.symlink_to(loop)
    start = time.perf_counter()
    for path in (pipe, Path("/dev/zero"), Path("/dev/null")):
        with pytest.raises(FileAccessError, match="device or pipe"):
            load(path)
    with pytest.raises(FileAccessError, match="cannot be read"):
        load(loop)
    assert time.perf_counter() - start < SECONDS


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_says_so(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    path.touch(mode=0)
    with pytest.raises(FileAccessError, match="no permission"):
        load(path)


def test_a_file_larger_than_the_limit_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "t.yaml"
    with path.open("wb") as file:
        file.truncate(2**30 + 1)
    with pytest.raises(FileAccessError, match="larger than 1024 MB"):
        load(path)


def test_pictures_that_leave_the_folder_by_a_link_are_left_out(tmp_path: Path) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (tmp_path / "secret.png").touch()
    (inside / "link.png").symlink_to(tmp_path / "secret.png")
    (inside / "loop.png").symlink_to(inside / "loop.png")
    (inside / "good.png").touch()
    text = "media: [{file: link.png}, {file: loop.png}, {file: good.png}, {file: /etc/passwd}, {file: 'C:\\x.png'}]"
    path = inside / "t.yaml"
    path.write_text(f"timeglass: 1\ntitle: T\nevents:\n- date: 1995\n  title: A\n  {text}\n")
    loaded = load(path)
    assert [medium.file for medium in loaded.timeline.events[0].media][-1:] == ["good.png"]
    assert "link.png" not in [medium.file for medium in loaded.timeline.events[0].media]
    assert len(loaded.problems) == 4


def test_every_error_is_of_the_family() -> None:
    assert issubclass(NotATimelineError, TimeglassError)
