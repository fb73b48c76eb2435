import os
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from builders import a_series, a_timeline, an_era, an_event
from timeglass.events.event import (
    Category,
    Figure,
    Medium,
    Relation,
    RelationType,
    Source,
    SourceRef,
    Track,
    text_in,
)
from timeglass.events.merging import merged
from timeglass.events.timeline import Timeline

HOME = Path("/data/home").absolute()


def _named(timeline: Timeline, name: str, folder: Path = HOME, digest: str = "") -> Timeline:
    return replace(timeline, path=folder / name, digest=digest)


def _first() -> Timeline:
    return _named(
        a_timeline(
            an_event("1997 talk A", aliases=("old",)),
            an_event("1999 deed B", sources=(SourceRef(source="book"),)),
            categories={
                "talk": Category(id="talk", label="Talks", color="#111111"),
                "deed": Category(id="deed", label={"en": "Deeds", "uk": "Діла"}),
            },
            sources={"book": Source(id="book", title="Book"), "map": Source(id="map", title="Map")},
            eras=[an_era("1990/2000 reign Peace")],
            synonyms=[("a", "b")],
            series=[a_series("Support", "1997 37")],
            title="First",
        ),
        "first.yaml",
        digest="1",
    )


def _second(name: str = "second.yaml", folder: Path = HOME, language: str = "en", digest: str = "2") -> Timeline:
    related = (
        Relation(type=RelationType.LEADS_TO, event="B"),
        Relation(type=RelationType.LEADS_TO, event="nick"),
        Relation(type=RelationType.SEE_ALSO, event="gone"),
    )
    return _named(
        a_timeline(
            an_event("1996 talk A", related=related, aliases=("old",)),
            an_event("1998 deed B", aliases=("nick",), sources=(SourceRef(source="book"), SourceRef(source="map"))),
            an_event(
                "2000 - C",
                media=(Medium(file="c.png", caption="Sea"),),
                figures=(Figure(label="Ships", value=3),),
                sources=(SourceRef(url="https://example.org/"),),
            ),
            categories={
                "talk": Category(id="talk", label={"en": "Talks", "de": "Reden"}, color="#111111"),
                "deed": Category(id="deed", color="#222222"),
            },
            sources={"book": Source(id="book", title="Another"), "map": Source(id="map", title="Map")},
            eras=[an_era("1990/2000 reign Peace"), an_era("1995/1996 - Loose")],
            tracks=[Track(id="reign", label="Reigns")],
            synonyms=[("c", "d")],
            series=[a_series("Support", "1997 40", group="polls"), a_series("Else", "1998 1")],
            language=language,
        ),
        name,
        folder,
        digest,
    )


def test_each_file_has_its_own_lanes() -> None:
    whole = merged([_first(), _second()])
    assert [event.title for event in whole.events] == ["A", "A", "B", "B", "C"]
    categories = whole.head.categories
    assert list(categories) == ["talk", "deed", "talk — second", "deed — second"]
    assert [category.label for category in categories.values()] == [
        "Talks",
        {"en": "Deeds", "uk": "Діла"},
        {"en": "Talks — second", "de": "Reden — second"},
        "deed — second",
    ]
    assert [category.color for category in categories.values()] == ["#111111", "", "", "#222222"]
    assert whole.columns.category.tolist() == [2, 0, 3, 1, -1]
    assert whole.events[2].categories == ("deed — second",)
    assert whole.head.title == "First"
    assert whole.path == HOME / "first.yaml"
    for column in ("start_earliest", "end_latest"):
        assert (np.diff(getattr(whole.columns, column)) >= 0).all()


def test_each_event_knows_its_file() -> None:
    whole = merged([_first(), _second()])
    assert [Path(event.origin).name for event in whole.events] == [
        "second.yaml",
        "first.yaml",
        "second.yaml",
        "first.yaml",
        "second.yaml",
    ]
    assert merged([a_timeline("1997 - A")]).events[0].origin == ""


def test_equal_ids_are_told_apart() -> None:
    whole = merged([_first(), _second()])
    assert [event.id for event in whole.events] == ["A — second", "A", "B — second", "B", "C"]
    assert whole.events[0].aliases == ("old", "A")
    rows = whole.row_by_id
    assert {name: rows[name] for name in rows} == {
        "A": 1,
        "B": 3,
        "old": 1,
        "A — second": 0,
        "B — second": 2,
        "C": 4,
        "nick": 2,
    }
    assert [relation.event for relation in whole.events[0].related] == ["B — second", "B — second", "gone"]


def test_a_file_may_be_added_twice_under_names_that_are_taken() -> None:
    second = _second()
    taken = _named(a_timeline("2001 - A — second"), "third.yaml")
    whole = merged([_first(), taken, second, second])
    ids = [event.id for event in whole.events]
    assert len(set(ids)) == len(ids) == 9
    assert "A — second (2)" in ids
    assert "A — second (2) — second (2)" not in ids
    assert "talk — second (2)" in whole.head.categories


def test_sources_eras_series_and_synonyms_come_along() -> None:
    head = merged([_first(), _second()]).head
    assert {key: source.title for key, source in head.sources.items()} == {
        "book": "Book",
        "map": "Map",
        "book — second": "Another",
    }
    assert [(era.id, era.track) for era in head.eras] == [
        ("Peace", "reign"),
        ("Peace — second", "reign — second"),
        ("Loose", "second"),
    ]
    assert {key: track.label for key, track in head.tracks.items()} == {
        "reign — second": "Reigns — second",
        "second": "second",
    }
    assert [(series.id, series.group) for series in head.series] == [
        ("Support", ""),
        ("Support — second", "polls — second"),
        ("Else", ""),
    ]
    assert [list(group) for group in head.synonyms] == [["a", "b"], ["c", "d"]]
    events = merged([_first(), _second()]).events
    assert [ref.source for ref in events[2].sources] == ["book — second", "map"]
    assert [ref.source for ref in events[3].sources] == ["book"]


def test_texts_keep_their_language() -> None:
    whole = merged([_first(), _second(language="de")])
    event = whole.events[4]
    assert event.title == {"de": "C"}
    assert event.figures[0].label == {"de": "Ships"}
    assert event.media[0].caption == {"de": "Sea"}
    assert text_in(whole.head.eras[1].title, "uk", whole.head.language) == "Peace"


def test_pictures_are_found_from_the_first_folder() -> None:
    assert merged([_first(), _second()]).events[4].media[0].file == "c.png"
    assert merged([_first(), _second(folder=HOME / "more")]).events[4].media[0].file == "more/c.png"
    nowhere = replace(_first(), path=None)
    assert merged([nowhere, _second(folder=HOME / "more")]).events[4].media[0].file == "c.png"


def test_a_picture_on_another_drive_keeps_its_whole_path(monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere(path: object, start: object) -> str:
        raise ValueError

    monkeypatch.setattr(os.path, "relpath", elsewhere)
    found = merged([_first(), _second(folder=HOME / "more")]).events[4].media[0].file
    assert found == str(HOME / "more" / "c.png")


def test_the_whole_is_recognised_by_its_parts() -> None:
    one, two = merged([_first(), _second()]), merged([_first(), _second(digest="3")])
    assert len(one.digest) == 64
    assert one.digest != two.digest
    assert merged([_first(), _second(digest="")]).digest == ""


def test_files_without_names_are_numbered() -> None:
    other = a_timeline("1998 x A")
    whole = merged([a_timeline("1997 x A"), other, other])
    assert [event.id for event in whole.events] == ["A", "A — 2", "A — 3"]
    assert list(whole.head.categories) == ["x", "x — 2", "x — 3"]


def test_more_categories_than_columns_can_tell() -> None:
    many = a_timeline(categories={f"c{n}": Category(id=f"c{n}") for n in range(20_000)})
    last = a_timeline("1997 c19999 A", categories=many.head.categories)
    assert merged([many, last]).columns.category.tolist() == [-1]
