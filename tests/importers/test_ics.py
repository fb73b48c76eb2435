"""Calendars: the corpus, series, zones, what is broken, and what means harm."""

import time
from pathlib import Path

import pytest

from importers.corpus import count, dates, errors, load_corpus, opened, reach, warnings
from timeglass.errors import NotATimelineError
from timeglass.events.event import Status, text_in

CORPUS = {
    # file: events, categories, first and last day; series are unfolded
    "collective--example": (3, 0, "2022-01-01", "2022-03-08"),
    "collective--multiple_calendar_components": (3, 0, "2003-05-01", "2003-12-25"),
    "collective--issue_104_broken_calendar": (1, 0, "2014-04-01", "2014-04-01"),
    "collective--created_calendar_with_unicode_fields": (2, 0, "2010-10-10", "2010-10-10"),
    "collective--issue_1050_all_components": (1, 0, "2025-01-15", "2025-01-15"),
    "collective--issue_127_categories_with_commas": (1, 3, "2014-02-04", "2014-02-04"),
    "collective--rfc_7529": (4, 0, "2012-02-29", "2014-02-08"),
    "collective--invalid_duration": (1, 0, "2024-01-01", "2024-01-01"),
    "niccokunzmann--Germany": (159, 0, "2008-01-01", "2020-12-26"),
    "niccokunzmann--fablab_cottbus": (27 + 121, 0, "2016-12-03", "2028-01-01"),
    "niccokunzmann--end_before_start_event": (1, 0, "2019-03-04", "2019-03-04"),
    "niccokunzmann--discourse_no_dtend": (4, 0, "2019-01-17", "2019-05-11"),
    "niccokunzmann--recurring_events_moved": (7, 0, "2019-03-07", "2019-03-20"),
    "NateScarlet--2024": (15, 0, "2024-01-01", "2024-10-12"),
    "kewisch--google_birthday": (4, 0, "2012-12-10", "2014-12-10"),
    "allenporter--google_calendar_public_holidays": (111, 0, "2021-01-01", "2023-12-31"),
    "PyconUK--schedule": (162, 0, "2015-09-18", "2015-09-21"),
    "u01jmg3--ICal": (721, 0, "1941-05-12", "2038-02-01"),
}


@pytest.mark.parametrize("name", CORPUS)
def test_the_corpus(name: str) -> None:
    events, categories, first, last = CORPUS[name]
    loaded = load_corpus(f"ics/{name}.ics")
    assert loaded.timeline.format_name == "ics"
    assert count(loaded) == (events, 0, categories)
    assert reach(loaded) == (first, last)


def test_a_large_file_of_many_calendars() -> None:
    loaded = load_corpus("ics/libical--large.ics")
    assert count(loaded)[2] == 9
    assert reach(loaded)[0] == "1997-03-24"
    found = errors(loaded)
    assert 200 < found.count("an event has no start") < 300
    assert found.count("the event ends before it starts; its end was left out") >= 30
    once = [event for event in loaded.timeline.events if "recurring" not in event.tags]
    assert len(once) >= 1458 - 390 - 303 - 210


def test_empty_events_and_journals_are_told() -> None:
    empty = load_corpus("ics/collective--big_bad_calendar.ics")
    assert count(empty) == (0, 0, 0)
    assert errors(empty) == ["an event has no start"] * 20
    assert [problem.line for problem in empty.problems[1:4]] == [2, 4, 6]
    journal = load_corpus("ics/niccokunzmann--issue_97_simple_journal.ics")
    assert warnings(journal) == ["what is no event was left out: journal entries (1)", "there are no events"]
    mixed = load_corpus("ics/collective--issue_1050_all_components.ics")
    assert warnings(mixed) == ["what is no event was left out: to-dos (1), journal entries (1)"]


@pytest.mark.parametrize(
    ("name", "line", "message"),
    [
        ("collective--issue_104_broken_calendar", 13, "this line is no property; it was passed over"),
        ("collective--created_calendar_with_unicode_fields", 20, "an event has no start"),
        ("collective--invalid_duration", 8, "the event's duration is none; it was left out"),
        ("niccokunzmann--end_before_start_event", 32, "the event ends before it starts; its end was left out"),
        ("kewisch--google_birthday", 12, "RDATE cannot be read and was left out"),
    ],
)
def test_what_is_broken_has_a_place(name: str, line: int, message: str) -> None:
    loaded = load_corpus(f"ics/{name}.ics")
    assert [(problem.line, problem.message) for problem in loaded.problems] == [(line, message)]


def test_rules_of_other_calendars_show_their_first_time() -> None:
    found = warnings(load_corpus("ics/collective--rfc_7529.ics"))
    assert len(found) == 4
    assert found[0] == "'Chinese New Year' recurs, but it follows the calendar 'CHINESE': only its first time is shown"


def test_moved_occurrences_stand_in_for_those_of_the_rule() -> None:
    loaded = load_corpus("ics/niccokunzmann--recurring_events_moved.ics")
    titles = [(text_in(event.title, "en"), event.date.text[:16]) for event in loaded.timeline.events]
    assert titles == [
        ("New Event", "2019-03-07T02:00"),
        ("New Event", "2019-03-08T01:00"),
        ("New Event", "2019-03-09T03:00"),
        ("New Event", "2019-03-10T02:00"),
        ("test7", "2019-03-18T04:00"),
        ("test7 - edited", "2019-03-19T04:00"),
        ("test7", "2019-03-20T04:00"),
    ]
    assert {event.tags for event in loaded.timeline.events} == {
        ("recurring", "series: New Event"),
        ("recurring", "series: test7"),
    }


def calendar(*events: str, zones: str = "") -> str:
    """A calendar of events that are given by their properties, parted by bars."""
    made = "".join(f"BEGIN:VEVENT\nSUMMARY:E\n{event.replace('|', chr(10))}\nEND:VEVENT\n" for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\n{zones}{made}END:VCALENDAR\n"


@pytest.mark.parametrize(
    ("event", "date"),
    [
        ("DTSTART;VALUE=DATE:20240101", "2024-01-01"),
        ("DTSTART;VALUE=DATE:20240101|DTEND;VALUE=DATE:20240104", "2024-01-01/2024-01-03"),
        ("DTSTART;VALUE=DATE:20240101|DURATION:P2D", "2024-01-01/2024-01-02"),
        ("DTSTART;VALUE=DATE:20240101|DTEND;VALUE=DATE:20240101", "2024-01-01"),
        ("DTSTART:20240101T100000Z", "2024-01-01T10:00:00Z"),
        ("DTSTART:20240101T100000", "2024-01-01T10:00:00"),
        ("DTSTART:20240101T100000Z|DTEND:20240101T100000Z", "2024-01-01T10:00:00Z"),
        ("DTSTART:20240101T100000Z|DTEND:20240102T013000Z", "2024-01-01T10:00:00Z/2024-01-02T01:30:00Z"),
        (
            "DTSTART;TZID=Europe/Kyiv:20240701T100000|DURATION:PT90M",
            "2024-07-01T10:00:00+03:00/2024-07-01T11:30:00+03:00",
        ),
        (
            "DTSTART;TZID=W. Europe Standard Time:20240701T100000|DTEND;TZID=W. Europe Standard Time:20240701T110000",
            "2024-07-01T10:00:00+02:00/2024-07-01T11:00:00+02:00",
        ),
        ("DTSTART;TZID=Europe/Berlin:18500701T100000", "1850-07-01T09:06:32Z"),
    ],
)
def test_dates(tmp_path: Path, event: str, date: str) -> None:
    loaded = opened(tmp_path, "t.ics", calendar(event))
    assert (loaded.problems, dates(loaded)) == ((), [date])


def test_zones_of_the_file_and_zones_that_nobody_knows(tmp_path: Path) -> None:
    zones = (
        "BEGIN:VTIMEZONE\nTZID:Nowhere\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0545\n"
        "TZOFFSETTO:+0545\nTZNAME:N\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    event = "DTSTART;TZID=Nowhere:20240101T100000"
    assert dates(opened(tmp_path, "a.ics", calendar(event, zones=zones))) == ["2024-01-01T10:00:00+05:45"]
    other = opened(tmp_path, "b.ics", calendar(event, event))
    assert dates(other) == ["2024-01-01T10:00:00"] * 2, "zones of one file are not those of the next"
    assert warnings(other) == ["the time zone 'Nowhere' is not known: its times are taken as they stand"]
    outlook = opened(tmp_path, "c.ics", calendar('DTSTART;TZID="(UTC-05:00) Eastern Time":20240101T100000'))
    assert dates(outlook) == ["2024-01-01T10:00:00-05:00"]
    assert warnings(outlook) == [
        "the time zone '(UTC-05:00) Eastern Time' is not known: its times are read as UTC-05:00"
    ]


def test_series_are_unfolded_within_bounds(tmp_path: Path) -> None:
    daily = opened(tmp_path, "t.ics", calendar("DTSTART;VALUE=DATE:20240101|RRULE:FREQ=DAILY"))
    assert len(daily.timeline) == 366
    assert warnings(daily) == ["'E' goes on recurring; shown are its times within 10 years: 366"]
    assert daily.problems[0].line == 6
    yearly = opened(tmp_path, "t.ics", calendar("DTSTART;VALUE=DATE:19400229|RRULE:FREQ=YEARLY"))
    assert dates(yearly) == ["1940-02-29", "1944-02-29", "1948-02-29"]
    counted = opened(tmp_path, "t.ics", calendar("DTSTART;VALUE=DATE:20240101|RRULE:FREQ=YEARLY;COUNT=30"))
    assert (counted.problems, dates(counted)[-1]) == ((), "2053-01-01")
    until = "DTSTART;TZID=Europe/Kyiv:20240330T100000|RRULE:FREQ=DAILY;UNTIL=20240401T070000Z|EXDATE:20240330T080000Z"
    assert dates(opened(tmp_path, "t.ics", calendar(until))) == [
        "2024-03-31T10:00:00+03:00",
        "2024-04-01T10:00:00+03:00",
    ]
    more = "DTSTART;VALUE=DATE:20240101|RDATE;VALUE=DATE:20240105,20240107|EXDATE;VALUE=DATE:20240105"
    assert dates(opened(tmp_path, "t.ics", calendar(more))) == ["2024-01-01", "2024-01-07"]


def test_all_that_an_event_says(tmp_path: Path) -> None:
    loaded = opened(
        tmp_path,
        "t.ics",
        calendar(
            "DTSTART:20240101T100000Z|STATUS:CANCELLED|CATEGORIES:A\\, B,C|LOCATION:Kyiv\\, Ukraine|PRIORITY:1"
            "|DESCRIPTION:First *line*\\nsecond <3|URL:https://example.org/a"
            "|ORGANIZER;CN=Ada:mailto:ada@example.org|ATTENDEE;CN=b@example.org:mailto:b@example.org",
            "DTSTART:20240102T100000Z|STATUS:TENTATIVE|DESCRIPTION:<p>A <b>bold</b> word</p><script>x</script>",
        ),
    )
    assert loaded.problems == ()
    first, second = loaded.timeline.events
    assert (first.title, first.tags, first.importance) == ("Cancelled: E", ("cancelled",), 5)
    assert first.categories == ("a-b", "c")
    assert [category.label for category in loaded.timeline.head.categories.values()] == ["A, B", "C"]
    assert (first.places, first.actors) == (("Kyiv, Ukraine",), ("Ada",))
    assert first.summary == "First \\*line\\*\\\nsecond <3"
    assert first.sources[0].url == "https://example.org/a"
    assert (second.status, second.summary) == (Status.PLANNED, "A **bold** word")


def test_several_calendars_keep_their_names(tmp_path: Path) -> None:
    one = calendar("DTSTART;VALUE=DATE:20240101", zones="X-WR-CALNAME:Work\nX-WR-CALDESC:What is\\, done\n")
    two = calendar("DTSTART;VALUE=DATE:20240102", zones="NAME:Home\n")
    loaded = opened(tmp_path, "t.ics", one + two)
    head = loaded.timeline.head
    assert (head.title, head.description) == ("Work", "What is, done")
    assert [event.categories for event in loaded.timeline.events] == [("work",), ("home",)]


def test_a_broken_event_spoils_no_other(tmp_path: Path) -> None:
    text = calendar("DTSTART:garbage", "DTSTART;VALUE=DATE:20240102|RRULE:FREQ=NEVER", "DTSTART:20240103T000000Z|XX")
    loaded = opened(tmp_path, "t.txt", text.removesuffix("END:VCALENDAR\n") + "BEGIN:VEVENT\nSUMMARY:cut off\n")
    assert dates(loaded) == ["2024-01-02", "2024-01-03T00:00:00Z"]
    assert [(problem.line, problem.message) for problem in loaded.problems] == [
        (5, "an event's start 'garbage' is no date"),
        (10, "'E' recurs, but its rule is malformed: only its first time is shown"),
        (15, "this line is no property; it was passed over"),
        (17, "a component begins here and does not end"),
    ]


@pytest.mark.parametrize(
    "rule",
    ["FREQ=DAILY;BYYEARDAY=1;BYMONTH=5", "FREQ=SECONDLY",
     "FREQ=DAILY;INTERVAL=0", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
     "FREQ=WEEKLY;BYDAY=MO;BYSETPOS=9", "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY;INTERVAL=99999999999999"],
)  # fmt: skip
def test_a_rule_that_never_comes_takes_no_time(tmp_path: Path, rule: str) -> None:
    started = time.perf_counter()
    loaded = opened(tmp_path, "t.ics", calendar(*[f"DTSTART;VALUE=DATE:20240101|RRULE:{rule}"] * 5))
    assert time.perf_counter() - started < 5
    assert len(loaded.timeline) == 5


def test_all_series_together_have_a_bound(tmp_path: Path) -> None:
    loaded = opened(tmp_path, "t.ics", calendar(*["DTSTART;VALUE=DATE:20240101|RRULE:FREQ=DAILY"] * 80))
    assert 20_000 < len(loaded.timeline) < 22_000
    assert "'E' recurs, but the file has too many recurring events: only its first time is shown" in warnings(loaded)


def test_a_zone_that_changes_each_second_is_not_asked(tmp_path: Path) -> None:
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Bomb\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
        "RRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    started = time.perf_counter()
    loaded = opened(tmp_path, "t.ics", calendar("DTSTART;TZID=Bomb:20240101T100000", zones=zone))
    assert time.perf_counter() - started < 5
    assert dates(loaded) == ["2024-01-01T10:00:00"]


def test_nesting_without_end_and_lines_without_end(tmp_path: Path) -> None:
    started = time.perf_counter()
    nested = opened(tmp_path, "t.ics", "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 20_000)
    assert errors(nested) == ["a component begins here and does not end"]
    folded = calendar("DTSTART;VALUE=DATE:20240101|DESCRIPTION:" + "x\n " * 100_000)
    assert len(opened(tmp_path, "t.ics", folded).timeline) == 1
    assert time.perf_counter() - started < 10


def test_what_is_no_calendar_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotATimelineError):
        opened(tmp_path, "t.ics", "hello\n")
    with pytest.raises(NotATimelineError, match="empty"):
        opened(tmp_path, "t.ics", "")
