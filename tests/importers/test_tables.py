"""Tables of other programs: dialects, columns found by name and content, and dates of every kind."""

from pathlib import Path

import pytest

from importers.corpus import count, dates, errors, load_corpus, opened, reach, warnings
from timeglass.errors import NotATimelineError, UsageError
from timeglass.events.event import SourceRef
from timeglass.formats import load, write

CORPUS = {
    "bids-standard--timeline.csv": (27, 3, "2015-01-01", "2026-02-28"),
    "daniel-yj-yang--COVID19_Variants_Date_of_Designation.csv": (27, 4, "2020-12-18", "2021-11-26"),
    "fivethirtyeight--actions_under_antiquities_act.csv": (336, 62, "1906-09-24", "2017-01-12"),
    "fivethirtyeight--daily_show_guests.csv": (2693, 18, "1999-01-11", "2015-08-05"),
    "fivethirtyeight--russia-investigation.csv": (194, 24, "1973-05-19", "2017-05-17"),
    "fivethirtyeight--trump.csv": (106, 0, "2016-09-01", "2016-11-08"),
    "google--csv_timestamp_as_datetime.csv": (4, 0, "2024-08-09", "2025-07-01"),
    "google--evtx_part.csv": (13, 0, "2012-03-14", "2012-03-14"),
    "google--large_field_event.jsonl": (3, 0, "2026-02-18", "2026-02-18"),
    "google--sigma_events.csv": (4, 0, "2015-07-24", "2015-07-24"),
    "google--sigma_events.jsonl": (5, 0, "2015-07-24", "2022-01-22"),
    "google--validate_time_out_of_range.csv": (2, 0, "1601-01-01", "2227-12-31"),
    "jrnold--Biographies.json": (2418, 6, "-1206-01-0", "1773-12-31"),
    "kieranmrhunt--cleaned_famines.csv": (130, 0, "1509-01-01", "1944-12-31"),
    # the last task lasts for ten days from 2016-11-26 on
    "plotly--GanttChart.csv": (8, 3, "2016-01-01", "2016-12-05"),
    "plotly--gantt_example.csv": (5, 3, "2009-01-01", "2009-06-30"),
    "zonination--emperors.csv": (68, 8, "0014-09-18", "0395-01-17"),
}


@pytest.mark.parametrize("name", CORPUS)
def test_corpus(name: str) -> None:
    events, categories, earliest, latest = CORPUS[name]
    loaded = load_corpus(f"csv/{name}")
    assert loaded.timeline.format_name == "table"
    assert count(loaded) == (events, 0, categories)
    assert reach(loaded) == (earliest, latest)
    assert all(event.title and event.title != "Untitled" for event in loaded.timeline.events)


def test_the_year_column_tells_the_century() -> None:
    loaded = load_corpus("csv/fivethirtyeight--actions_under_antiquities_act.csv")
    assert errors(loaded) == ["there is no date in 'year'"] * 8
    assert dates(loaded)[0] == "1906-09-24"


def test_years_before_christ_without_a_sign_are_told() -> None:
    loaded = load_corpus("csv/zonination--emperors.csv")
    assert errors(loaded) == [
        "from 0026-01-16 to 0014-08-19: the end lies before the start (years before Christ without a sign?)"
    ]
    problem = next(problem for problem in loaded.problems if problem.severity == "error")
    assert problem.line == 2
    assert warnings(loaded) == ["the file is not in UTF-8; it was read as Windows-1252"]
    caracalla = next(event for event in loaded.timeline.events if event.title == "Caracalla")
    assert caracalla.categories == ("severan",)


def test_ends_within_ranges() -> None:
    loaded = load_corpus("csv/jrnold--Biographies.json")
    aaron = next(event for event in loaded.timeline.events if event.title == "Aaron")
    assert aaron.date.text == "0572~/0652~"
    assert "Start between 0572 and 0602, end between 0632 and 0652." in str(aaron.details)
    known = next(event for event in loaded.timeline.events if event.title == "Abbas Shah")
    assert known.date.text == "1558/1628"
    assert known.sources == (SourceRef(url="https://en.wikipedia.org/wiki/Abbas_I_of_Persia"),)


def test_a_date_column_is_guessed_by_its_content() -> None:
    loaded = load_corpus("csv/google--incorrect.csv")
    assert dates(loaded) == ["2020-09-18T21:58:07.470323"]
    loaded = load_corpus("csv/log2timeline--gcp_logging.jsonl")
    assert len(loaded.timeline) == 11
    assert dates(loaded)[0].startswith("2021-10-19T02:04:00")


def test_a_table_without_dates_is_refused() -> None:
    with pytest.raises(NotATimelineError, match=r"no column has dates \(columns: title, count, description\)"):
        load_corpus("timelinejs/NUKnightLab--parser_test.csv")


@pytest.mark.parametrize(
    ("cell", "date"),
    [
        ("2600 BC", "-2599"),
        ("1347-1351", "1347/1351"),
        ("c. 1450", "1450~"),
        ("-490", "-0490"),
        ("79", "0079"),
        ("1995.0", "1995"),
        ("7 May 1997", "1997-05-07"),
        ("May 7, 1997", "1997-05-07"),
        ("Sat, 07 May 2022 10:11:12 GMT", "2022-05-07T10:11:12Z"),
        ("2022/5/7", "2022-05-07"),
        ("20220507", "2022-05-07"),
        ("2022-5-7 9:05", "2022-05-07T09:05"),
        ("2022-05-07T09:05:06+02:00", "2022-05-07T09:05:06+02:00"),
        ("2022-05-07 09:05:06.250 UTC", "2022-05-07T09:05:06.250Z"),
        ("5/27/2022 2:30 PM", "2022-05-27T14:30"),
        ("27/5/2022", "2022-05-27"),
        ("27.5.2022", "2022-05-27"),
        ("1990s", "199X"),
        ("Unknown", ""),
        ("n/a", ""),
        ("31/31/2022", ""),
    ],
)
def test_cells(tmp_path: Path, cell: str, date: str) -> None:
    loaded = opened(tmp_path, "t.csv", f'when,what,number\n"{cell}",It,1\n1999-01-01,Other,2\n1999-01-02,Third,3\n')
    found = {event.title: event.date.text for event in loaded.timeline.events}
    assert found.get("It", "") == date
    assert len(errors(loaded)) == (0 if date else 1)


def test_the_whole_column_decides_whether_the_day_comes_first(tmp_path: Path) -> None:
    loaded = opened(tmp_path, "t.csv", "date,name,x\n1/2/2020,A,1\n3/4/2020,B,2\n13/5/2020,C,3\n")
    assert dates(loaded) == ["2020-02-01", "2020-04-03", "2020-05-13"]
    assert warnings(loaded) == ["dates in 'date' were read as day, month, year: days above 12 stand first"]
    loaded = opened(tmp_path, "t.csv", "date,name,x\n1/2/2020,A,1\n3/4/2020,B,2\n")
    assert dates(loaded) == ["2020-01-02", "2020-03-04"]
    assert "both ways would fit" in warnings(loaded)[0]
    loaded = opened(tmp_path, "t.csv", "date;name;x\n1/2/2020;A;1\n3/4/2020;B;2\n")
    assert dates(loaded) == ["2020-02-01", "2020-04-03"]
    assert "semicolons" in warnings(loaded)[0]
    loaded = opened(tmp_path, "t.csv", "start,end,name\n1/2/2020,5/2/2020,A\n3/4/2020,27/4/2020,B\n")
    assert dates(loaded) == ["2020-02-01/2020-02-05", "2020-04-03/2020-04-27"]


def test_two_digits_of_a_year(tmp_path: Path) -> None:
    loaded = opened(tmp_path, "t.csv", "date,name\n1/20/68,A\n1/20/69,B\n")
    assert dates(loaded) == ["1969-01-20", "2068-01-20"]
    assert any("two digits" in message for message in warnings(loaded))


@pytest.mark.parametrize(
    ("number", "date"),
    [
        ("1723474994", "2024-08-12T15:03:14Z"),
        ("1723474994349", "2024-08-12T15:03:14Z"),
        ("1723474994349345", "2024-08-12T15:03:14Z"),
        ("1723474994349345123", "2024-08-12T15:03:14Z"),
        ("1723474994.5", "2024-08-12T15:03:14Z"),
    ],
)
def test_time_since_1970(tmp_path: Path, number: str, date: str) -> None:
    loaded = opened(tmp_path, "t.csv", f"timestamp,name\n{number},A\n")
    assert dates(loaded) == [date]
    assert warnings(loaded) == ["numbers in 'timestamp' were read as time since 1970 (UTC)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Year,Month,Day,Event\n1999,5,7,A\n2000,,,B\n2001,Jun,,C\n", ["1999-05-07", "2000", "2001-06"]),
        ("Year,Event\n1999,A\n", ["1999"]),
        ("Year,Era,Event\n44,BC,A\n14,AD,B\n", ["-0043", "0014"]),
        ("Date,Time,Event\n2020-01-02,14:30,A\n2020-01-03,,B\n", ["2020-01-02T14:30", "2020-01-03"]),
        ("Start,Duration,Event\n2020-01-30,3 days,A\n2020-02-10,2 weeks,B\n2020-03-01,x,C\n",
         ["2020-01-30/2020-02-01", "2020-02-10/2020-02-23", "2020-03-01"]),
        ("Start,Duration (hours),Event\n2020-01-30T22:00:00,3,A\n", ["2020-01-30T22:00:00/2020-01-31T01:00:00"]),
        ("Start,Duration,Event\n2020-01-31,1 month,A\n", ["2020-01-31/2020-02-28"]),
        ("Start,End,Event\n2020,2021,A\n2021,2020,B\n,2019,C\n2022,Unknown,D\n",
         ["/2019", "2020/2021", "2021", "2022"]),
        ("born,died,name\n1815-12-10,1852-11-27,Ada\n", ["1815-12-10/1852-11-27"]),
        ("Year Start,Year End,Name\n1999,2001,A\n", ["1999/2001"]),
        ("Datum;Titel;Ort\n1.2.2020;A;Wien\n", ["2020-02-01"]),
        ("Дата\tНазва\n2020-01-01\tПодія\n", ["2020-01-01"]),
        ("2020-01-01,First\n2020-02-01,Second\n", ["2020-01-01", "2020-02-01"]),
        ("sep=;\nDate;Name\n2020-01-01;A\n", ["2020-01-01"]),
        ("\n\nDate|Name\n2020-01-01|A\n", ["2020-01-01"]),
    ],
)  # fmt: skip
def test_columns_of_dates(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert dates(opened(tmp_path, "t.csv", text)) == expected


def test_every_column_has_its_place(tmp_path: Path) -> None:
    loaded = opened(
        tmp_path,
        "t.tsv",
        "Start\tName\tDescription\tType\tTags\tLocation\tPeople\tSource\tURL\tImportance\tBudget\n"
        "2020-01-01\tSummit\tIt <b>was</b> held.\tMeeting\ta; b\tKyiv\tNATO, Ukraine\tReport 5\t"
        "https://example.org/x\t5\t1,200\n"
        "2020-01-02\tVisit\tPlain *stars*.\tmeeting \t\t\t\tjavascript:alert(1)\t\t9\t\n",
    )
    first, second = loaded.timeline.events
    assert (first.title, first.summary, first.tags, first.places) == (
        "Summit",
        "It **was** held.",
        ("a", "b"),
        ("Kyiv",),
    )
    assert first.actors == ("NATO", "Ukraine")
    assert first.sources == (SourceRef(text="Report 5"), SourceRef(url="https://example.org/x"))
    assert "Budget: 1,200" in str(first.details)
    assert "Importance: 5" in str(first.details)  # 9 is none, so this is no column of importances
    assert second.summary == r"Plain \*stars\*."
    assert second.sources == (SourceRef(text="(javascript:alert(1))"),)
    assert [category.label for category in loaded.timeline.head.categories.values()] == ["Meeting", "meeting"]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1251", "cp1252"])
@pytest.mark.parametrize("mark", ",;\t|")
def test_dialects(tmp_path: Path, codec: str, mark: str) -> None:
    word = "Café" if codec == "cp1252" else "Майдан у Києві"
    text = f'Date{mark}Name{mark}Place\r\n2020-01-01{mark}"{word}{mark} ""x"""{mark}Here\r\n'
    loaded = opened(tmp_path, "list.txt", text.encode(codec))
    assert loaded.timeline.events[0].title == " ".join(f'{word}{mark} "x"'.split())


def test_the_ending_does_not_matter(tmp_path: Path) -> None:
    loaded = opened(tmp_path, "t.dat", "Date,Name\n2020-01-01,A\n2020-01-02,B\n")
    assert loaded.timeline.format_name == "table"


def test_names_of_our_own_table_with_dates_that_are_not(tmp_path: Path) -> None:
    loaded = opened(tmp_path, "t.csv", "date,title\n7 May 1997,A\n8 May 1997,B\n")
    assert (loaded.timeline.format_name, dates(loaded)) == ("table", ["1997-05-07", "1997-05-08"])
    loaded = opened(tmp_path, "t.csv", "date,title\n1997-05-07,A\nfoo,B\n1998,C\n")
    assert loaded.timeline.format_name == "csv"


def test_mapping_by_hand(tmp_path: Path) -> None:
    text = "a,b,c,d\n2020-01-01,1999-01-01,Foo,Bar\n"
    loaded = opened(tmp_path, "t.csv", text, {"start": "b", "title": "D", "category": "3"})
    event = loaded.timeline.events[0]
    assert (event.date.text, event.title, event.categories) == ("1999-01-01", "Bar", ("foo",))
    with pytest.raises(UsageError, match="there is no column 'x'"):
        opened(tmp_path, "t.csv", text, {"start": "x"})
    with pytest.raises(UsageError, match="cannot be mapped to 'nonsense'"):
        opened(tmp_path, "t.csv", text, {"nonsense": "a"})


def test_json_objects(tmp_path: Path) -> None:
    loaded = opened(
        tmp_path,
        "t.json",
        '[{"when": "2020-01-01", "name": "A", "where": {"city": "Kyiv"}, "tags": ["x", "y"], "n": 1.0},\n 5,\n'
        ' {"when": "soon", "name": "B", "flag": true, "more": [{"a": 1}]}]',
    )
    event = loaded.timeline.events[0]
    assert (event.title, event.tags, event.places) == ("A", ("x", "y"), ("Kyiv",))
    assert [problem.line for problem in loaded.problems] == [1, 3]
    assert errors(loaded)[0] == "items of the list that are no objects: 1"
    loaded = opened(tmp_path, "t.jsonl", '{"datetime": "2020-01-01", "message": "A"}\nnonsense\n{"message": "B"}\n')
    assert len(loaded.timeline) == 1
    assert [problem.line for problem in loaded.problems] == [2, 3]


def test_large_tables_are_read_by_their_first_rows(tmp_path: Path) -> None:
    rows = "".join(f"{1 + row % 12}/{1 + row % 12}/2020,Event {row},G{row % 3}\n" for row in range(60_000))
    told: list[float] = []
    path = tmp_path / "t.csv"
    path.write_text(f"Date,Name,Group\n{rows}25/12/2020,Last,G1\nfoo,Lost,G1\n", encoding="utf-8")
    loaded = load(path, tick=told.append)
    timeline = loaded.timeline
    assert len(timeline) == 60_001
    assert timeline.events[-1].title == "Last"
    assert timeline.events[-1].date.text == "2020-12-25"
    assert timeline.events[-1].id == "row-60001"
    assert [category.label for category in timeline.head.categories.values()] == ["G0", "G1", "G2"]
    assert loaded.problems[-1].line == 60_003
    assert len(told) > 10
    assert told == sorted(told)


def test_work_can_be_given_up(tmp_path: Path) -> None:
    class StopError(Exception):
        pass

    def stop(done: float) -> None:
        raise StopError

    path = tmp_path / "t.csv"
    path.write_text("Date,Name\n2020-01-01,A\n2020-01-02,B\n", encoding="utf-8")
    with pytest.raises(StopError):
        load(path, tick=stop)


@pytest.mark.parametrize(
    "text",
    [
        "Date,Name\n2020-01-01,\"" + "x" * 300_000 + "\"\n",
        "Date,Name\n2020-01-01,\"never closed\n" + "2020-01-01,A\n" * 20_000,
        "Date,Name\n2020-01-01," + "\0" * 2_000,
        "[" * 100_000,
        '[{"a": ' + "[" * 60_000 + "]" * 60_000 + "}]",
        '{"a": ' * 5_000 + "1" + "}" * 5_000 + "\n{}\n",
    ],
)  # fmt: skip
def test_hostile_tables_are_refused_in_a_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(NotATimelineError) as refused:
        opened(tmp_path, "t.csv", text)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    "name",
    [
        "csv/zonination--emperors.csv",
        "csv/jrnold--Biographies.json",
        "csv/google--evtx_part.csv",
        "csv/plotly--GanttChart.csv",
        "csv/log2timeline--gcp_logging.jsonl",
        "csv/fivethirtyeight--russia-investigation.csv",
        "markwhen/gmourier--timeline.mw",
        "markwhen/houhuawei23--timeline.mw",
        "aeon/peter88213--normal.aeonzip",
        "aeon/peter88213--normal.csv",
        "thetimelineproj/peter88213--normal.timeline",
        "timelinejs/n8henrie--template.csv",
    ],
)
def test_what_is_converted_opens_to_the_same_timeline(tmp_path: Path, name: str) -> None:
    timeline = load_corpus(name).timeline
    target = tmp_path / "t.yaml"
    assert write(timeline, None, target) == ()
    again = load(target)
    assert not errors(again)
    assert list(again.timeline.events) == list(timeline.events)
    assert dict(again.timeline.head.categories) == dict(timeline.head.categories)


def test_ragged_rows(tmp_path: Path) -> None:
    loaded = opened(
        tmp_path,
        "t.csv",
        "Date,Name,Place,Note\n2020-01-01\n\n2020-01-02,B,Kyiv,C,D,E\n,,,\n2020-01-03,E,F,G\n2020-01-04,H,I,J\n",
    )
    assert dates(loaded) == ["2020-01-01", "2020-01-02", "2020-01-03", "2020-01-04"]
    assert loaded.timeline.events[0].title == "Untitled"


def test_no_cell_of_a_further_title_is_lost(tmp_path: Path) -> None:
    loaded = opened(
        tmp_path, "t.csv", "Date,Event,Label,Flag\n2020-01-01,Foo,Bar,FALSE\n2020-01-02,,Baz,true\n2020-01-03,A,A,\n",
        {"start": ["Date"], "title": ["Event", "Label"]},
    )  # fmt: skip
    first, second, third = loaded.timeline.events
    assert (first.title, first.details) == ("Foo", "- Label: Bar\n- Flag: FALSE")
    assert (second.title, second.details) == ("Baz", "- Flag: true")
    assert (third.title, third.details) == ("A", "")


@pytest.mark.parametrize("end", ["2019-05-01", "until further notice"])
def test_an_end_that_is_none_stays_readable(tmp_path: Path, end: str) -> None:
    loaded = opened(tmp_path, "t.csv", f"Start,End,Name\n2020-01-01,{end},Foo\n" + "2020-01-01,2020-02-01,Bar\n" * 2)
    event = next(event for event in loaded.timeline.events if event.title == "Foo")
    assert (event.date.text, event.details) == ("2020-01-01", f"End as written: {end}.")
    assert len(errors(loaded)) == 1


def test_every_cell_of_the_corpus_is_somewhere(tmp_path: Path) -> None:
    loaded = load_corpus("csv/fivethirtyeight--russia-investigation.csv")
    event = loaded.timeline.events[0]
    for words in ("president: Richard Nixon", "overturned: FALSE", "american: TRUE", "cp-days: -109"):
        assert f"- {words}" in str(event.details).replace("\\", "")


TITLED = "Our project,,\n\nas of May,,\nDate,Name,Text\n2020-01-01,A,x\nsoon,B,y\n2020-01-03,C,z\n"


@pytest.mark.parametrize(
    "text", [TITLED, TITLED.replace(",", ";"), TITLED.replace(",,\n", "\n"), "sep=,\n" + TITLED, "\n\n" + TITLED]
)
def test_names_may_stand_below_a_heading(tmp_path: Path, text: str) -> None:
    loaded = opened(tmp_path, "t.csv", text)
    assert dates(loaded) == ["2020-01-01", "2020-01-03"]
    assert [event.title for event in loaded.timeline.events] == ["A", "C"]
    assert loaded.timeline.head.description == "Our project\n\nas of May"
    wrong = next(number for number, line in enumerate(text.splitlines(), 1) if line.startswith("soon"))
    assert [problem.line for problem in loaded.problems] == [wrong]


def test_a_first_row_of_names_is_no_heading(tmp_path: Path) -> None:
    loaded = opened(tmp_path, "t.csv", "a,b\n2020-01-01,date\n2020-01-02,from\n")
    assert [event.title for event in loaded.timeline.events] == ["date", "from"]


def test_a_day_without_its_month_is_none(tmp_path: Path) -> None:
    loaded = opened(tmp_path, "t.csv", "Date,Title\n1/2/2020,A\n9//2020,B\n/9/2020,C\n3/4/2020,D\n")
    assert [event.title for event in loaded.timeline.events] == ["A", "D"]
    assert ["is no date" in problem for problem in errors(loaded)] == [True, True]
