"""Reading JSON and JSON Lines: the same keys as in YAML, with places."""

import json
from pathlib import Path

import pytest

from timeglass.errors import NotATimelineError
from timeglass.formats import Loaded, load_bytes

SMALL = {"timeglass": 1, "title": "T", "events": [{"date": "1995", "title": "A"}, {"date": 1996, "title": 7}]}


def opened(text: str, name: str = "t.json") -> Loaded:
    """The text read as a file that lies nowhere."""
    return load_bytes(text.encode(), Path(name))


def lines(*parts: object) -> str:
    """JSON Lines."""
    return "\n".join(json.dumps(part, ensure_ascii=False) for part in parts) + "\n"


def test_numbers_stand_for_texts() -> None:
    loaded = opened(json.dumps(SMALL))
    assert loaded.problems == ()
    assert [(event.date.text, event.title) for event in loaded.timeline.events] == [("1995", "A"), ("1996", "7")]
    assert loaded.timeline.format_name == "json"


def test_nulls_count_as_absent() -> None:
    loaded = opened('{"timeglass": 1, "title": "T", "events": [{"date": "1995", "title": "A", "tags": null}]}')
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{"timeglass": 1, "title": "T",\n "events": [\n  {"date": "1995", "titel": "x", "title": "A"}]}',
            "t.json:3:20: warning: unknown key 'titel'; did you mean 'title'?",
        ),
        (
            '{"timeglass": 1, "title": "T", "events": [{"date": "1995", "title": "A", "tags": [1, {"a": 2}]}]}',
            "t.json:1:86: error: expected a text, not keys and values",
        ),
        (
            '{"timeglass": 1, "title": "T", "title": "U", "events": [{"date": "1995", "title": "A"}]}',
            "t.json:1:41: error: the key 'title' stands here twice; the first one counts",
        ),
        (
            '{"timeglass": 1, "title": "T", "events": [\n{"date": "1995", "title": "A", "title": "B"}]}',
            "t.json:2:1: error: the key 'title' stands here twice; the first one counts",
        ),
        (
            '{"timeglass": 1, "title": "T", "events": [],\n "categories": {"a": {"color": "red"}}}',
            "t.json:2:32: error: 'red' is not a colour such as '#0072B2'",
        ),
        (
            '{"timeglass": 1, "title": "T", "events": [{"date": "1995", "title": "A\\u0000"}]}',
            "t.json:1:69: error: character U+0000 may not stand in a text and was left out",
        ),
        ('{"timeglass": 1, "events": []}', "t.json:1:1: error: 'title' is missing"),
        ('{"timeglass": 1, "title": "T"}', "t.json:1:1: warning: there are no events"),
    ],
)
def test_faults_in_json_have_places(text: str, expected: str) -> None:
    assert [str(problem) for problem in opened(text).problems] == [expected]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('{"timeglass": 1,\n "title" "T"}', "t.json:2:10: malformed JSON: expecting ':'"),
        ('{"timeglass": 1\n "title": "T"}', "t.json:2:2: malformed JSON: expecting ','"),
        ('{"timeglass": 1, title: 1}', "t.json:1:18: malformed JSON: expecting a key in double quotes"),
        ('{"timeglass": 1} x', "t.json:1:18: malformed JSON: extra data"),
        ('{"timeglass": 1, "events": [{"date": "1995"} 3]}', "t.json:1:46: malformed JSON: expecting ','"),
        ('{"timeglass": NaN}', "t.json: malformed JSON: NaN is no number in JSON"),
        ('{"title": "T"}', "t.json: no timeline: the key 'timeglass', with the format's version, is missing"),
        ("[1, 2]", "t.json:1:1: no timeline: keys such as 'timeglass: 1' and 'events:' are expected"),
        ("[1, 2", "t.json:1:6: malformed JSON: expecting ',' delimiter"),
        ("{}", "t.json: no timeline: the key 'timeglass', with the format's version, is missing"),
    ],
)
def test_what_is_no_timeline_in_json_is_refused(text: str, line: str) -> None:
    with pytest.raises(NotATimelineError) as caught:
        load_bytes(text.encode(), Path("t.json"), "json")
    assert str(caught.value) == line


def test_lines_with_and_without_a_head() -> None:
    events = SMALL["events"]
    assert isinstance(events, list)
    with_head = opened(lines({"timeglass": 1, "title": "Head"}, *events), "t.jsonl")
    assert with_head.problems == ()
    assert with_head.timeline.format_name == "jsonl"
    assert with_head.timeline.head.title == "Head"
    without = opened("\n" + lines(*events) + "\n \n", "deeds.jsonl")
    assert without.problems == ()
    assert without.timeline.head.title == "deeds"
    assert without.timeline.events == with_head.timeline.events


def test_faults_in_lines_have_places() -> None:
    text = lines({"timeglass": 1, "title": "T"}, {"date": "1995", "title": "A"}) + (
        "\n"
        '{"date": "1996", "title": "B", "sumary": "x"}\n'
        "not json\n"
        '{"date": "x", "title": "C"}\n'
        '{"date": "1997", "title": "D\\u0007"}\n'
        '{"date": "1998"}\n'
        "[1]\n"
    )
    loaded = opened(text, "t.jsonl")
    assert [event.title for event in loaded.timeline.events] == ["A", "B", "D"]
    assert [(problem.line, problem.column, problem.path) for problem in loaded.problems] == [
        (4, 32, "events[1].sumary"),
        (5, 1, "events[2]"),
        (6, 10, "events[3].date"),
        (7, 27, "events[4].title"),
        (8, 1, "events[5]"),
        (9, 1, "events[6]"),
    ]
    assert loaded.problems[1].message.startswith("this line is no JSON")


def test_a_line_that_is_no_utf8_is_mended() -> None:
    data = lines({"date": "1995", "title": "A"}).encode() + b'{"date": "1996", "title": "\xe9"}\n'
    loaded = load_bytes(data, Path("t.jsonl"))
    assert [event.title for event in loaded.timeline.events] == ["A", "\ufffd"]
    assert [(problem.line, problem.message) for problem in loaded.problems] == [
        (2, "byte 0xE9 is not UTF-8 and was replaced")
    ]


def test_faults_in_the_head_of_lines_have_places() -> None:
    loaded = opened(lines({"timeglass": 1, "title": "T", "licence": "x"}, {"date": "1995", "title": "A"}), "t.jsonl")
    assert [str(problem) for problem in loaded.problems] == [
        "t.jsonl:1:32: warning: unknown key 'licence'; did you mean 'license'?"
    ]
    with pytest.raises(NotATimelineError, match=r"t\.jsonl:1:1: malformed JSON"):
        opened('{"timeglass": 1, "title"}\n{"date": "1995", "title": "A"}\n', "t.jsonl")


def test_many_lines_are_read_in_pieces() -> None:
    text = lines(*({"date": f"{1000 + n % 1000}", "title": f"Event {n} " + "x" * 200} for n in range(30_000)))
    told: list[float] = []
    loaded = load_bytes(text.encode(), Path("t.jsonl"), tick=told.append)
    assert len(loaded.timeline) == 30_000
    assert told == sorted(told)
    assert len(told) > 5


def test_lines_in_another_encoding_open() -> None:
    text = lines({"date": "1995", "title": "Année"})
    for codec in ("utf-8-sig", "utf-16"):
        loaded = load_bytes(text.encode(codec), Path("t.jsonl"))
        assert [event.title for event in loaded.timeline.events] == ["Année"]
        assert len(loaded.problems) == 1


def test_what_is_no_lines_of_json_is_refused() -> None:
    with pytest.raises(NotATimelineError, match="each line ought to hold"):
        load_bytes(b"[1]\n", Path("t.jsonl"), "jsonl")
