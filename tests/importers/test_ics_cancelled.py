"""What calendars cancel, by message and by revision: shown, and said to be cancelled."""

from pathlib import Path

import pytest

from importers.corpus import errors, load_corpus, opened, warnings
from timeglass.formats import Loaded

HEAD = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example Corp.//CalDAV Client//EN\n"
WEEKLY = (
    "UID:weekly@example.com|SEQUENCE:1|DTSTAMP:20240101T090000Z|SUMMARY:Jour fixe|ORGANIZER:mailto:a@example.com"
    "|DTSTART;TZID=Europe/Kyiv:20240304T100000|DTEND;TZID=Europe/Kyiv:20240304T110000|RRULE:FREQ=WEEKLY;COUNT=4"
)
ONCE = "UID:once@example.com|SEQUENCE:1|DTSTAMP:20240101T090000Z|SUMMARY:Match|DTSTART;VALUE=DATE:20240701"


def message(method: str, *events: str) -> str:
    """A calendar as mail carries it; each event's lines are parted by ``|``."""
    lines = "".join("BEGIN:VEVENT\n" + event.replace("|", "\n") + "\nEND:VEVENT\n" for event in events)
    return f"{HEAD}METHOD:{method}\n{lines}END:VCALENDAR\n"


def shown(loaded: Loaded) -> list[str]:
    """Day and title of each event."""
    return [f"{event.date.text[:10]} {event.title}" for event in loaded.timeline.events]


def read(folder: Path, *calendars: str) -> Loaded:
    """Calendars as one file."""
    return opened(folder, "t.ics", "".join(calendars))


def test_a_message_cancels_a_whole_event(tmp_path: Path) -> None:
    gone = "UID:once@example.com|SEQUENCE:2|DTSTAMP:20240601T090000Z|STATUS:CANCELLED|COMMENT:It rains"
    for calendars in (
        (message("PUBLISH", ONCE), message("CANCEL", gone)),
        (message("CANCEL", gone), message("REQUEST", ONCE)),
    ):
        loaded = read(tmp_path, *calendars)
        assert shown(loaded) == ["2024-07-01 Cancelled: Match"]
        assert loaded.timeline.events[0].tags == ("cancelled",)
        assert loaded.problems == ()


def test_a_message_cancels_all_times_of_a_series_moved_ones_too(tmp_path: Path) -> None:
    moved = (
        "UID:weekly@example.com|SEQUENCE:1|SUMMARY:Jour fixe, moved|RECURRENCE-ID;TZID=Europe/Kyiv:20240311T100000"
        "|DTSTART;TZID=Europe/Kyiv:20240312T100000"
    )
    loaded = read(tmp_path, message("REQUEST", WEEKLY, moved), message("CANCEL", "UID:weekly@example.com|SEQUENCE:1"))
    assert shown(loaded) == [
        "2024-03-04 Cancelled: Jour fixe",
        "2024-03-12 Cancelled: Jour fixe, moved",
        "2024-03-18 Cancelled: Jour fixe",
        "2024-03-25 Cancelled: Jour fixe",
    ]
    assert {event.tags for event in loaded.timeline.events} == {("cancelled", "recurring", "series: Jour fixe")}


def test_a_message_cancels_one_time_of_a_series_named_in_another_zone(tmp_path: Path) -> None:
    one = "UID:weekly@example.com|SEQUENCE:2|RECURRENCE-ID:20240318T080000Z|STATUS:CANCELLED"
    loaded = read(tmp_path, message("REQUEST", WEEKLY), message("CANCEL", one))
    assert shown(loaded) == [
        "2024-03-04 Jour fixe",
        "2024-03-11 Jour fixe",
        "2024-03-18 Cancelled: Jour fixe",
        "2024-03-25 Jour fixe",
    ]
    assert loaded.problems == ()


def test_a_message_cancels_a_time_and_all_later_ones(tmp_path: Path) -> None:
    rest = "UID:weekly@example.com|SEQUENCE:2|RECURRENCE-ID;RANGE=THISANDFUTURE:20240318T080000Z"
    loaded = read(tmp_path, message("REQUEST", WEEKLY), message("CANCEL", rest))
    assert [line.split(" ", 1)[1] for line in shown(loaded)] == ["Jour fixe"] * 2 + ["Cancelled: Jour fixe"] * 2


@pytest.mark.parametrize(
    "old", ["SEQUENCE:0|DTSTAMP:20240601T090000Z", "SEQUENCE:1|DTSTAMP:20231231T090000Z", "DTSTAMP:20240601T090000Z"]
)
def test_a_message_that_is_older_than_the_event_changes_nothing(tmp_path: Path, old: str) -> None:
    loaded = read(tmp_path, message("REQUEST", ONCE), message("CANCEL", f"UID:once@example.com|{old}"))
    assert shown(loaded) == ["2024-07-01 Match"]
    assert warnings(loaded) == ["a cancellation meets no time of its event in this file; it was passed over"]
    assert loaded.problems[0].line == 17


def test_a_message_about_an_event_that_is_not_there_is_shown_as_far_as_it_goes(tmp_path: Path) -> None:
    loaded = read(
        tmp_path,
        message(
            "CANCEL",
            "UID:a|SUMMARY:Match|DTSTART:20240701T210000Z|DTEND:20240701T230000Z",
            "UID:b|SUMMARY:Talk|RECURRENCE-ID:20240702T100000Z|STATUS:CANCELLED",
            "UID:c|SUMMARY:Nowhere",
            "SUMMARY:Nameless|DTSTART;VALUE=DATE:20240703|STATUS:CANCELLED",
        ),
        message("REQUEST", "SUMMARY:Without a UID|DTSTART;VALUE=DATE:20240704"),
    )
    assert shown(loaded) == [
        "2024-07-01 Cancelled: Match",
        "2024-07-02 Cancelled: Talk",
        "2024-07-03 Cancelled: Nameless",
        "2024-07-04 Without a UID",
    ]
    assert warnings(loaded) == ["a cancellation names an event that is not in this file; it was passed over"]
    assert errors(loaded) == []


def test_a_cancelled_time_of_a_series_takes_the_place_of_that_time(tmp_path: Path) -> None:
    one = (
        "UID:weekly@example.com|SEQUENCE:2|SUMMARY:Jour fixe|STATUS:CANCELLED"
        "|RECURRENCE-ID;TZID=Europe/Kyiv:20240311T100000|DTSTART;TZID=Europe/Kyiv:20240311T100000"
    )
    loaded = read(tmp_path, message("PUBLISH", WEEKLY, one))
    assert shown(loaded)[:3] == ["2024-03-04 Jour fixe", "2024-03-11 Cancelled: Jour fixe", "2024-03-18 Jour fixe"]
    assert len(loaded.timeline) == 4


def test_a_later_revision_that_is_cancelled_takes_the_place_of_the_event(tmp_path: Path) -> None:
    later = ONCE.replace("SEQUENCE:1", "SEQUENCE:2") + "|STATUS:CANCELLED"
    assert shown(read(tmp_path, message("PUBLISH", ONCE, later))) == ["2024-07-01 Cancelled: Match"]
    revived = ONCE.replace("SEQUENCE:1", "SEQUENCE:3")
    assert shown(read(tmp_path, message("PUBLISH", ONCE, later, revived))) == ["2024-07-01 Match"]
    huge = ONCE.replace("SEQUENCE:1", "SEQUENCE:" + "9" * 5_000)
    assert len(read(tmp_path, message("PUBLISH", huge, later)).timeline) == 1


def test_events_that_share_a_uid_by_mistake_are_not_cancelled_together(tmp_path: Path) -> None:
    other = "UID:once@example.com|SEQUENCE:5|SUMMARY:Other|DTSTART;VALUE=DATE:20240801|STATUS:CANCELLED"
    assert shown(read(tmp_path, message("PUBLISH", ONCE, other))) == ["2024-07-01 Match", "2024-08-01 Cancelled: Other"]


def test_messages_of_the_standard_s_examples_are_applied() -> None:
    events = load_corpus("ics/libical--large.ics").timeline.events
    match = [event for event in events if "DUKES" in event.title]
    # Announced twice, then cancelled, then set for the next day: one file holds all of it, 30 times.
    days = {(event.date.text[:10], event.title.startswith("Cancelled: ")) for event in match}
    assert len(match) == 90
    assert days == {("1997-07-01", True), ("1997-07-02", False)}


def test_very_many_cancellations_take_little_time(tmp_path: Path) -> None:
    days = [
        f"UID:d|RECURRENCE-ID;RANGE=THISANDFUTURE;VALUE=DATE:2024{1 + n % 12:02}{1 + n % 28:02}|SEQUENCE:{n}"
        for n in range(2_000)
    ]
    daily = "UID:d|SEQUENCE:1999|SUMMARY:E|DTSTART;VALUE=DATE:20240101|RRULE:FREQ=DAILY;COUNT=366"
    loaded = read(tmp_path, message("CANCEL", *days), message("REQUEST", *[daily] * 20))
    assert len(loaded.timeline) == 20 * 366
    last = [event for event in loaded.timeline.events if event.title.startswith("Cancelled")]
    assert min(event.date.text for event in last) == "2024-08-12"
