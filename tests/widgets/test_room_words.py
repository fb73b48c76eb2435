"""What rooms without Qt say is known to the window, so that it can say it in its own language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from timeglass.chrono.casual import parse_casual
from timeglass.chrono.edtf import parse
from timeglass.chrono.edtf_date import DateError
from timeglass.errors import TimeglassError
from timeglass.export.registry import EXPORTERS
from timeglass.formats import entries, expected, load
from timeglass.search import Searcher
from timeglass.widgets import room_words
from timeglass.widgets.file_words import file_fault, refusal
from timeglass.widgets.kind_words import kind_words
from timeglass.widgets.room_words import date_fault, query_fault, said, stage_words
from timeglass.widgets.translation import install
from timelines import little

PACKAGE = Path(room_words.__file__).parents[1]


@pytest.fixture
def ukrainian(qapp: QApplication) -> Iterator[None]:
    install(qapp, "uk")
    yield
    install(qapp, "en")


def literals(folder: str, call: str, place: int) -> Iterator[str]:
    """Texts handed to a call anywhere in a room, with a sample in the place of what is put in."""
    for path in sorted((PACKAGE / folder).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and len(node.args) > place:
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                argument = node.args[place]
                if name != call:
                    continue
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value
                elif isinstance(argument, ast.JoinedStr):
                    parts = (part.value if isinstance(part, ast.Constant) else "7" for part in argument.values)
                    yield "".join(map(str, parts))


def test_every_export_format_is_known() -> None:
    assert {exporter.label for exporter in EXPORTERS.values()} == set(map(str, room_words.EXPORT_FORMATS))


@pytest.mark.usefixtures("ukrainian")
def test_every_stage_of_an_export_is_known() -> None:
    stages = {stage for stage in literals("export", "progress", 1) if stage}
    assert stages
    assert [stage for stage in stages if stage_words(stage) == stage] == []


@pytest.mark.usefixtures("ukrainian")
def test_every_fault_of_a_date_is_known() -> None:
    faults = {*literals("chrono", "DateError", 0)}
    assert len(faults) > 20
    unknown = {fault for fault in faults if date_fault(fault) == fault}
    assert unknown <= {"no 7 7: 00 to 59", "expected 7, but 7"}  # put together from words that are told below


@pytest.mark.usefixtures("ukrainian")
@pytest.mark.parametrize(
    "text", ["", "1997-13", "1997-02-30", "97", "1997-07-09T25:00", "1997-1", "[1997", "1997-07-09T10:61"]
)
def test_faults_of_dates_are_told_in_ukrainian(text: str) -> None:
    with pytest.raises(DateError) as found:
        parse(text)
    words = date_fault(found.value.reason)
    assert not [word for word in ("found", "expected", "month", "year", "day", "the") if f" {word} " in f" {words} "]
    assert words != found.value.reason


@pytest.mark.usefixtures("ukrainian")
def test_every_fault_of_a_query_is_known() -> None:
    reasons = {
        *literals("search", "Problem", 2),
        *literals("search", "_problem", 1),
        *literals("search", "_unknown", 2),
    }
    assert len(reasons) > 8
    assert [one for one in reasons - {"{}"} if query_fault(one.format("7")) == one.format("7")] == []


@pytest.mark.usefixtures("ukrainian")
@pytest.mark.parametrize(
    ("query", "words"),
    [
        ('"open', "бракує закривних лапок"),
        ("(a", "бракує закривної дужки"),
        ("actr:NATO", "поля «actr» немає; можливо, «actor»?"),
        ("is:sourcd", "«is:» не знає «sourcd»; можливо, «sourced»?"),
        ("after:1997-13", "місяця 13 немає: місяці – 01–12, пори року – 21–41"),
    ],
)
def test_faults_of_queries_are_told_in_ukrainian(query: str, words: str) -> None:
    assert query_fault(Searcher(little()).search(query).error) == words


def test_english_stays_as_it_is(qapp: QApplication) -> None:
    assert query_fault("there is no field “x”; did you mean “y”?") == "there is no field “x”; did you mean “y”?"
    assert date_fault("no month 13: months are 01 to 12, seasons 21 to 41") == (
        "no month 13: months are 01 to 12, seasons 21 to 41"
    )
    assert said("Stages", room_words.STAGES, "something else") == "something else"


def test_what_people_write_fails_in_known_words(qapp: QApplication) -> None:
    with pytest.raises(DateError) as found:
        parse_casual("no date at all")
    assert date_fault(str(found.value))


@pytest.mark.usefixtures("ukrainian")
@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("timeglass: 1\ntitle: A\nevents:\n  - {date: 1997-13, title: B}\n", "місяця 13 немає"),
        ("timeglass: 1\ntitle: A\nevnts: []\n", "невідомий ключ 'evnts'"),
        (
            "timeglass: 1\ntitle: A\ncategories: {summit: {}}\nevents:\n  - {date: 1997, title: B, category: sumit}\n",
            "невідома категорія 'sumit'",
        ),
        ("timeglass: 1\ntitle: A\nevents:\n  - {date: 1997}\n", "бракує"),
    ],
)
def test_problems_in_files_are_told_in_ukrainian(tmp_path: Path, written: str, words: str) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(written, encoding="utf-8")
    told = [file_fault(problem.message) for problem in load(path).problems]
    assert any(words in one for one in told), told


@pytest.mark.usefixtures("ukrainian")
@pytest.mark.parametrize(
    ("written", "words"), [("", "файл порожній"), ("a: 'b", "зіпсований YAML"), ("- 1\n- 2\n", "це не хронологія")]
)
def test_refusals_are_told_in_ukrainian_with_their_place(tmp_path: Path, written: str, words: str) -> None:
    path = tmp_path / "t.yaml"
    path.write_text(written, encoding="utf-8")
    with pytest.raises(TimeglassError) as found:
        load(path)
    told = refusal(str(found.value), str(path))
    assert told.startswith(str(path))
    assert words in told
    assert refusal("something else", str(path)) == "something else"


@pytest.mark.usefixtures("ukrainian")
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ("'x' is not a whole number from 1 to 5", "'x' – не ціле число від 1 до 5"),
        ("'x' is not one of a, b", "'x' – не одне з: a, b"),
        ("expected a text or one text per language, not a list", "очікується текст або по тексту на мову, а не список"),
        ("expected keys and values with 'id' and 'title', not a list", "ключі та значення з 'id' і 'title', а не"),
        ("version 2 is newer than this program; what is known of it is read", "версія 2 – новіша за цю програму;"),
        ("this is a PNG picture, not a timeline", "це зображення PNG, а не хронологія"),
        (
            "no timeline: the key 'timeglass', with the format's version, is missing ('timeglas' stands there)",
            "бракує ключа «timeglass» із версією формату (натомість є 'timeglas')",
        ),
        ("'x or a list or y' is not a number", "'x or a list or y' – не число"),
    ],
)
def test_what_is_expected_in_a_file_is_told_in_ukrainian(fault: str, words: str) -> None:
    assert words in file_fault(fault)


@pytest.mark.usefixtures("ukrainian")
def test_every_kind_that_the_format_knows_is_told_in_ukrainian() -> None:
    """Whatever record or value of the format is wrong, no English article is left in the words."""
    for entry in vars(entries).values():
        kinds = [field.type for field in expected.fields(entry)] if expected.is_struct(entry) else []
        for kind in (entry, *kinds) if kinds else ():
            words = kind_words(expected.in_words(kind))
            assert not re.search(r"(?<![-'])\b(a|an|the|of|or|and|with|number|text)\b(?![-'])", words), words
