"""Each fault gives one problem: where it stands, how grave it is, what is wrong, what would be right."""

from pathlib import Path

import pytest

from timeglass.formats import Loaded, Problem, load_bytes
from timeglass.formats.problem import MOST_PROBLEMS, Place, Problems, path_text, shown

EVENT = "timeglass: 1\ntitle: T\nevents:\n  - date: 1995\n    title: A\n    "
HEAD = "timeglass: 1\ntitle: T\nevents: [{date: 1995, title: A}]\n"
EVENTS = "timeglass: 1\ntitle: T\nevents:\n"


def opened(text: str, name: str = "t.yaml") -> Loaded:
    """The text read as a file that lies nowhere."""
    return load_bytes(text.encode(), Path(name))


def line_of(problem: Problem) -> str:
    """A problem with its path, as the tables here write it."""
    return f"{problem} | {problem.path}"


UNDATED = "timeglass: 1\ntitle: T\nevents:\n- {id: a, date: 1997-5-7, title: A}\n"
_NO_DATE = (
    "4:17: error: '1997-5-7' is no date: expected a month of two digits, but found '5'; did you mean '1997-05-07'?"
    " | events[0].date"
)


@pytest.mark.parametrize("kind", ["see-also", "leads-to", "responds-to"])
def test_an_event_that_is_left_out_for_its_date_is_not_unknown(kind: str) -> None:
    loaded = opened(f"{UNDATED}- {{date: 2000, title: B, related: [{{type: {kind}, event: a}}]}}\n")
    assert [line_of(problem) for problem in loaded.problems] == [f"t.yaml:{_NO_DATE}"]
    assert len(loaded.timeline) == 1
    assert "a" not in loaded.timeline.row_by_id


@pytest.mark.parametrize("where", [0, 1, 2])
@pytest.mark.parametrize("kind", ["leads-to", "responds-to"])
@pytest.mark.parametrize("name", ["id: a, ", ""])
def test_arrows_and_aliases_of_an_event_that_is_left_out(where: int, kind: str, name: str) -> None:
    events = ["{id: b, date: 2000, title: B}", "{id: c, date: 1990, title: C}"]
    events.insert(where, f"{{{name}date: 1997-5-7, title: A, aliases: [x], related: [{{type: {kind}, event: b}}]}}")
    loaded = opened("timeglass: 1\ntitle: T\nevents:\n" + "".join(f"- {event}\n" for event in events))
    assert ["is no date" in problem.message for problem in loaded.problems] == [True]
    assert dict(loaded.timeline.row_by_id) == {"c": 0, "b": 1}


def test_its_id_is_taken_all_the_same() -> None:
    loaded = opened(f"{UNDATED}- {{id: a, date: 2000, title: B}}\n- {{id: a, date: 2001-5-7, title: C}}\n")
    told = [line_of(problem) for problem in loaded.problems]
    assert told[0] == f"t.yaml:{_NO_DATE}"
    assert told[1] == "t.yaml:5:8: error: the id 'a' is already that of events[0] | events[1].id"
    assert told[2] == "t.yaml:6:8: error: the id 'a' is already that of events[1] | events[2].id"
    assert len(told) == 4
    assert loaded.timeline.row_by_id["a"] == 0


CASES = [
    # keys
    (EVENT + "sumary: x\n", "6:5: warning: unknown key 'sumary'; did you mean 'summary'? | events[0].sumary"),
    (EVENT + "xyz: x\n", "6:5: warning: unknown key 'xyz' | events[0].xyz"),
    (EVENT + "title: B\n", "6:5: error: the key 'title' stands here twice; the first one counts | events[0]"),
    (EVENT + "[a]: B\n", "6:5: error: a key must be a text | events[0]"),
    (EVENT + "<<: {tags: [a]}\n", "6:5: error: merge keys ('<<') are not supported; write the keys out | events[0].<<"),
    (HEAD + "eventz: x\n", "4:1: warning: unknown key 'eventz'; did you mean 'events'? | eventz"),
    (HEAD + "events: []\n", "4:1: error: the key 'events' stands here twice; the first one counts | events"),
    # what is missing
    ("timeglass: 1\nevents: [{date: 1995, title: A}]\n", "1:1: error: 'title' is missing | "),
    ("timeglass: 1\ntitle:\nevents: [{date: 1995, title: A}]\n", "1:1: error: 'title' is missing | "),
    (EVENTS + "  - title: A\n", "4:5: error: 'date' is missing | events[0]"),
    (EVENTS + "  - date: 1995\n", "4:5: error: 'title' is missing | events[0]"),
    (EVENTS + "  - date: 1995\n    title:\n", "5:5: error: 'title' is empty | events[0].title"),
    (EVENTS + "  - date: ''\n    title: A\n", "4:5: error: 'date' is empty | events[0].date"),
    ("timeglass: 1\ntitle: T\n", "1:1: warning: there are no events | events"),
    ("timeglass: 1\ntitle: T\nevents:\n", "3:1: warning: there are no events | events"),
    # types
    ("timeglass: 1\ntitle: T\nevents: x\n", "3:1: error: expected a list of events | events"),
    (
        EVENTS + "  - A\n",
        "4:5: error: 'A' is not keys and values with 'date' and 'title' | events[0]",
    ),
    (
        EVENTS + "  - [A]\n",
        "4:5: error: expected keys and values with 'date' and 'title', not a list | events[0]",
    ),
    (EVENTS + "  - {date: [1995], title: A}\n", "4:12: error: expected a text, not a list | events[0].date"),
    (
        EVENTS + "  - {date: 1995, title: [A]}\n",
        "4:25: error: expected a text or one text per language, not a list | events[0].title",
    ),
    (EVENT + "tags: a\n", "6:11: error: 'a' is not a list; did you mean '[a]'? | events[0].tags"),
    (EVENT + "tags: [a, {b: c}]\n", "6:15: error: expected a text, not keys and values | events[0].tags[1]"),
    (EVENT + "tags: {b: c}\n", "6:11: error: expected a list, not keys and values | events[0].tags"),
    (EVENT + "importance: 6\n", "6:17: error: '6' is not a whole number from 1 to 5 | events[0].importance"),
    (EVENT + "importance: 0\n", "6:17: error: '0' is not a whole number from 1 to 5 | events[0].importance"),
    (EVENT + "importance: high\n", "6:17: error: 'high' is not a whole number from 1 to 5 | events[0].importance"),
    (EVENT + "importance: 2.5\n", "6:17: error: '2.5' is not a whole number from 1 to 5 | events[0].importance"),
    (
        EVENT + "status: disputd\n",
        ("6:13: error: 'disputd' is not one of confirmed, disputed, claimed, planned; did you mean 'disputed'?"
        " | events[0].status"),
    ),
    (
        EVENT + "summary: {english: A}\n",
        "6:15: error: 'english' is not a language tag such as 'uk' | events[0].summary.english",
    ),
    (
        EVENT + "figures: [{label: L, value: '3,5'}]\n",
        "6:33: error: '3,5' is not a number; did you mean '3.5'? | events[0].figures[0].value",
    ),
    (
        EVENT + "figures: [{label: L, value: nan}]\n",
        "6:33: error: nan is no number that can be drawn | events[0].figures[0].value",
    ),
    (EVENT + "figures: [{label: L}]\n", "6:15: error: 'value' is missing | events[0].figures[0]"),
    (HEAD + "categories: [a]\n", "4:13: error: expected keys and values, not a list | categories"),
    (
        HEAD + "categories: {a: {color: red}}\n",
        "4:25: error: 'red' is not a colour such as '#0072B2' | categories.a.color",
    ),
    (
        HEAD + "categories:\n  a:\n    color: #0072B2\n",
        "6:11: warning: the colour is empty: '#' needs quotes, or starts a comment | categories.a.color",
    ),
    (
        HEAD + "tracks: {a: {style: state}}\n",
        "4:21: error: 'state' is not one of periods, states; did you mean 'states'? | tracks.a.style",
    ),
    (HEAD + "language: English\n", "4:11: error: 'English' is not a language tag such as 'uk' | language"),
    (HEAD + "synonyms: [a]\n", "4:12: error: 'a' is not a list; did you mean '[a]'? | synonyms[0]"),
    (HEAD + "view: {range: x}\n", None),
    ("timeglass: 2\ntitle: T\nevents: [{date: 1995, title: A}]\n", None),
    (
        "timeglass: one\ntitle: T\nevents: [{date: 1995, title: A}]\n",
        "1:12: error: 'one' is not a whole number | timeglass",
    ),
    (
        "timeglass: 1\ntitle: [T]\nevents: [{date: 1995, title: A}]\n",
        "2:8: error: expected a text or one text per language, not a list | title",
    ),
    # dates
    (EVENTS + "  - {date: 1997/1995, title: A}\n", None),
    # references
    (
        EVENT + "category: sumit\ncategories: {summit: {}}\n",
        "6:15: error: unknown category 'sumit'; did you mean 'summit'? | events[0].category",
    ),
    (
        EVENT + "category: [summit, sumit]\ncategories: {summit: {}}\n",
        "6:24: error: unknown category 'sumit'; did you mean 'summit'? | events[0].category[1]",
    ),
    (
        EVENT + "sources: [{source: bok}]\nsources: {book: {title: B}}\n",
        "6:24: error: unknown source 'bok'; did you mean 'book'? | events[0].sources[0].source",
    ),
    (
        EVENT + "sources: [{locator: p. 3}]\n",
        "6:15: error: one of 'source', 'url' and 'text' is needed | events[0].sources[0]",
    ),
    (
        EVENT + "sources: [{url: 'javascript:alert(1)'}]\n",
        "6:21: error: 'javascript:alert(1)' is no web address (http:// or https://) | events[0].sources[0].url",
    ),
    (
        EVENT + "sources: ['file:///etc/passwd']\n",
        "6:15: warning: 'file:///etc/passwd' is no web address and is shown as plain text | events[0].sources[0]",
    ),
    (
        EVENT + "related: [{type: leads-to, event: amd}]\n    id: and\n",
        "6:39: error: unknown event 'amd'; did you mean 'and'? | events[0].related[0].event",
    ),
    (
        EVENT + "related: [{type: leads-to, event: a}]\n    id: a\n",
        "6:39: error: the event refers to itself | events[0].related[0].event",
    ),
    (
        EVENT + "related: [{type: leads, event: a}]\n",
        ("6:22: error: 'leads' is not one of leads-to, responds-to, reverses, part-of, see-also;"
         " did you mean 'leads-to'?"
        " | events[0].related[0].type"),
    ),
    (
        HEAD + "eras: [{title: E, date: 1990, track: mayor}]\ntracks: {mayors: {}}\n",
        "4:38: error: unknown track 'mayor'; did you mean 'mayors'? | eras[0].track",
    ),
    (
        HEAD + "series: [{title: S, points: [{date: 1990, value: 1, source: x}]}]\n",
        "4:61: error: unknown source 'x' | series[0].points[0].source",
    ),
    (
        HEAD + "series: [{title: S, points: [{date: 1990, value: inf}]}]\n",
        "4:50: error: inf is no number that can be drawn | series[0].points[0].value",
    ),
    (
        HEAD + "sources: {b: {title: B, url: 'www.example.org'}}\n",
        "4:30: error: 'www.example.org' is no web address (http:// or https://) | sources.b.url",
    ),
    # ids
    (
        EVENTS + "  - {date: 1995, title: A, id: a}\n  - {date: 1996, title: B, id: a}\n",
        "5:32: error: the id 'a' is already that of events[0] | events[1].id",
    ),
    (
        EVENTS + "  - {date: 1995, title: A, id: a}\n  - {date: 1996, title: B, aliases: [b, a]}\n",
        "5:41: error: the alias 'a' is already a name of events[0] | events[1].aliases[1]",
    ),
    (
        HEAD + "eras:\n- {title: E, date: 1990, id: e}\n- {title: F, date: 1990, id: e}\n",
        "6:30: error: the id 'e' is already that of eras[0] | eras[1].id",
    ),
    (
        HEAD + "series:\n- {title: E, id: e}\n- {title: F, id: e}\n",
        "6:18: error: the id 'e' is already that of series[0] | series[1].id",
    ),
    # causes and effects
    (
        EVENTS
        + "  - {date: 1997, title: A, id: a, related: [{type: leads-to, event: b}]}\n"
        + "  - {date: 1995, title: B, id: b}\n",
        "4:45: error: 'a' (1997) leads to 'b' (1995), but the cause is dated after its effect | events[0].related[0]",
    ),
    (
        EVENTS
        + "  - {date: 1995, title: A, id: a, related: [{type: responds-to, event: b}]}\n"
        + "  - {date: 1997, title: B, id: b}\n",
        ("4:45: error: 'a' (1995) responds to 'b' (1997), but the cause is dated after its effect"
        " | events[0].related[0]"),
    ),
    # characters
    (EVENT + "summary: \x07bell\n", "6:14: error: control character U+0007 was replaced | "),
    (EVENT + "summary: a\u202eb\n", None),
    (
        EVENT + 'summary: "a\\0b"\n',
        "6:14: error: character U+0000 may not stand in a text and was left out | events[0].summary",
    ),
    # pictures
    (
        EVENT + "media: [{file: ../x.png}]\n",
        "6:20: error: '../x.png' leaves the folder of the timeline file | events[0].media[0].file",
    ),
    (
        EVENT + "media: [{file: 'https://example.org/x.png'}]\n",
        ("6:20: error: 'https://example.org/x.png' is an address; pictures are files beside the timeline and are never"
        " fetched | events[0].media[0].file"),
    ),
    (
        EVENT + "media: [{file: missing.png}]\n",
        "6:20: warning: there is no picture 'missing.png' beside the timeline file | events[0].media[0].file",
    ),
    # YAML
    (EVENT + "tags: *gone\n", "6:11: error: there is no anchor '&gone' | events[0]"),
    (
        EVENT + "summary: !!python/name:os.system x\n",
        "6:14: error: the tag 'tag:yaml.org,2002:python/name:os.system' has no meaning here and is ignored | events[0]",
    ),
    (HEAD + "---\ntimeglass: 1\n", "4:1: warning: a second YAML document starts here; only the first is read | "),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [case for case in CASES if case[1]])
def test_each_fault_is_told_with_its_place(text: str, expected: str) -> None:
    assert [line_of(problem) for problem in opened(text).problems] == [f"t.yaml:{expected}"]


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        (EVENTS + "  - {date: 1997-13-01, title: A}\n", "t.yaml:4:12: error: '1997-13-01' is no date: "),
        (EVENTS + "  - {date: yesterday, title: A}\n", "t.yaml:4:12: error: 'yesterday' is no date: "),
        (EVENTS + "  - {date: 1997/1995, title: A}\n", "t.yaml:4:12: error: '1997/1995' "),
        (HEAD + "view: {range: x}\n", "t.yaml:4:15: error: 'x' is no date: "),
        (HEAD + "updated: x\n", "t.yaml:4:10: warning: 'x' is no date: "),
        (HEAD + "eras: [{title: E, date: x}]\n", "t.yaml:4:25: error: 'x' is no date: "),
        (HEAD + "series: [{title: E, points: [{date: x, value: 1}]}]\n", "t.yaml:4:37: error: 'x' is no date: "),
        (HEAD + "sources: {b: {title: E, accessed: x}}\n", "t.yaml:4:35: warning: 'x' is no date: "),
        (
            "timeglass: 2\ntitle: T\nevents: [{date: 1995, title: A}]\n",
            "t.yaml:1:12: error: version 2 is newer than this program",
        ),
        (EVENT + "summary: a\u202eb\n", "t.yaml:6:15: warning: invisible character that reverses text, U+202E"),
    ],
)
def test_faults_whose_words_belong_to_others_are_told_with_their_place(text: str, begin: str) -> None:
    problems = opened(text).problems
    assert len(problems) == 1
    assert str(problems[0]).startswith(begin)


def test_all_faults_are_told_and_the_good_events_open() -> None:
    text = EVENTS + "".join(
        f"  - {{date: {date}, title: {title}}}\n"
        for date, title in (("1995", "A"), ("x", "B"), ("1996", ""), ("1997", "D"), ("y", "[]"), ("1998", "F"))
    )
    loaded = opened(text)
    assert [event.title for event in loaded.timeline.events] == ["A", "D", "F"]
    assert [problem.line for problem in loaded.problems] == [5, 6, 8]


def test_a_wrong_part_does_not_take_the_event_with_it() -> None:
    loaded = opened(EVENT + "importance: high\n    tags: [a, [b], c]\n    summary: {en: E, x_x: F}\n")
    event = loaded.timeline.events[0]
    assert (event.importance, event.tags, event.summary) == (3, ("a", "c"), {"en": "E"})
    assert len(loaded.problems) == 3


def test_empty_values_count_as_absent() -> None:
    loaded = opened(EVENT + "tags:\n    summary:\n    importance:\n    sources:\n    category:\n")
    assert loaded.problems == ()


@pytest.mark.parametrize("nothing", ["~", "null", "Null", "NULL"])
def test_yaml_s_words_for_nothing_count_as_absent_where_no_text_may_stand(nothing: str) -> None:
    parts = f"tags: {nothing}\n    importance: {nothing}\n    status: {nothing}\n    sources: {nothing}\n"
    rest = f"eras: {nothing}\nseries: [{{title: S, points: [{{date: 1990, value: {nothing}, low: {nothing}}}]}}]\n"
    loaded = opened(f"{EVENT}{parts}{rest}")
    assert loaded.problems == ()
    assert loaded.timeline.events[0].importance == 3
    (point,) = loaded.timeline.head.series[0].points
    assert (point.value, point.low) == (None, None)


def test_where_a_text_may_stand_they_are_texts() -> None:
    loaded = opened("timeglass: 1\ntitle: ~\nevents: [{date: 1995, title: Null}]\n")
    assert loaded.problems == ()
    assert (loaded.timeline.head.title, loaded.timeline.events[0].title) == ("~", "Null")


def test_nothing_is_told_where_something_is_needed() -> None:
    loaded = opened(EVENT + "figures: [{label: A, value: ~}]\n")
    assert [line_of(problem) for problem in loaded.problems] == [
        "t.yaml:6:26: error: 'value' is empty | events[0].figures[0].value"
    ]


def test_the_second_event_with_an_id_is_kept_under_another() -> None:
    loaded = opened(EVENTS + "".join(f"  - {{date: 199{n}, title: A, id: a}}\n" for n in range(3)))
    assert [event.id for event in loaded.timeline.events] == ["a", "a-2", "a-3"]


def test_places_are_right_in_long_and_nested_files() -> None:
    text = EVENTS
    for number in range(300):
        text += f"  # {number}\n  - title: E\n    date: 1995\n    figures:\n      - label: L\n        value: {number}\n"
        if number % 100 == 0:
            text += "      - label: M\n        value: many\n"
    problems = opened(text).problems
    assert [problem.path for problem in problems] == [f"events[{n}].figures[1].value" for n in (0, 100, 200)]
    for problem in problems:
        assert text.split("\n")[problem.line - 1][problem.column - 1 :] == "many"


def test_too_many_faults_are_counted() -> None:
    loaded = opened(EVENTS + "  - {date: x, title: A}\n" * (MOST_PROBLEMS + 500))
    assert len(loaded.problems) == MOST_PROBLEMS + 1
    assert loaded.problems[-1].message == "further problems are not listed: 500"


def test_paths_and_pieces_are_shown_on_one_line() -> None:
    assert path_text(("events", 12, "date")) == "events[12].date"
    assert path_text(()) == ""
    assert shown("a\nb\0\u202e") == "a�b��"
    assert shown("x" * 100) == "x" * 59 + "…"


def test_a_collector_without_places_tells_none() -> None:
    problems = Problems("f")
    problems.warn(("a",), "m")
    problems.error((), "n", "s", at=Place(3, 4))
    assert len(problems) == 2
    assert [str(problem) for problem in problems.listed()] == ["f: warning: m", "f:3:4: error: n; did you mean 's'?"]
