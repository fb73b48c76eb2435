"""Cells of tables that say nothing, and cells that say that nobody knows."""

from pathlib import Path

from importers.corpus import errors, opened, warnings


def test_what_says_that_nobody_knows_is_kept(tmp_path: Path) -> None:
    text = (
        "Date,Event,Actor,Place,Type,Source,Weapon,Injured\n"
        "2020-01-01,Raid,Unknown,Kyiv,unknown,Unknown,Unknown,None\n"
        "2020-01-02,Siege,Ann,TBD,raid,The Times,?,3\n"
        "2020-01-03,March,Bob,Lviv,raid,The Sun,невідомо,4\n"
    )
    loaded = opened(tmp_path, "t.csv", text)
    first, second, third = loaded.timeline.events
    assert (first.actors, first.categories, first.sources) == (("Unknown",), ("unknown",), ())
    assert first.details == "- Weapon: Unknown\n- Injured: None\n- Source: Unknown"
    assert (second.places, second.details) == (("TBD",), "- Weapon: ?\n- Injured: 3")
    assert third.details == "- Weapon: невідомо\n- Injured: 4"
    assert loaded.problems == ()


def test_signs_for_an_empty_cell_are_left_out_and_told(tmp_path: Path) -> None:
    text = (
        "Date,Event,Actor,Weapon\n2020-01-01,Raid,-,N/A\n2020-01-02,Siege,Ann,NULL\n2020-01-03,March,Bob,\n-,Talk,,\n"
    )
    loaded = opened(tmp_path, "t.csv", text)
    assert [(event.actors, event.details) for event in loaded.timeline.events] == [
        ((), ""),
        (("Ann",), ""),
        (("Bob",), ""),
    ]
    assert warnings(loaded) == ["cells with nothing but '-', 'N/A', 'NULL' were taken for empty"]
    assert len(errors(loaded)) == 1
