"""Whole scenes as text, so that a change of layout can be read before it is seen."""

from pathlib import Path

import pytest

from builders import a_builder, a_series, a_timeline, an_event, crowd
from golden import check_golden
from scene_text import scene_text
from timeglass import assets
from timeglass.chrono.edtf import parse
from timeglass.events.event import Category, Status, Track
from timeglass.events.timeline import Timeline
from timeglass.formats import load
from timeglass.layout.build import SceneBuilder
from timeglass.layout.scene import Scene
from timeglass.layout.viewport import Viewport

GOLDEN = Path(__file__).parent / "golden"


def look(builder: SceneBuilder, dates: str, width: float = 1200.0, height: float = 600.0) -> Scene:
    """A look at the time that an EDTF interval spans."""
    return builder.build(Viewport.over(parse(dates).bounds.span), width, height)


@pytest.fixture(scope="module")
def builtin() -> Timeline:
    return load(assets.builtin_timeline()).timeline


@pytest.mark.parametrize(
    ("name", "dates"),
    [("builtin-all", "1990/2026"), ("builtin-decade", "2004/2014"), ("builtin-month", "2022-02/2022-03")],
)
def test_the_builtin_timeline(builtin: Timeline, name: str, dates: str) -> None:
    check_golden(GOLDEN / f"{name}.txt", scene_text(look(a_builder(builtin), dates)))


def test_every_kind_of_date() -> None:
    """Doubt, open ends, ranges and status, each on a line of its own."""
    timeline = a_timeline(
        "1994 - A year",
        "1994~ - About a year",
        "1993? - Possibly",
        "1991/1996 - From to",
        "1991-05-01/1996-03-02 - To the day",
        "2001/.. - Since",
        "../1989 - Until",
        "/1992 - Start unknown",
        "[1993..1996] - One of",
        "199X - A decade",
        "1997-07-09 - A day",
        an_event("1998-01-01 - Disputed", status=Status.DISPUTED),
        an_event("1999/2000 - Planned", status=Status.PLANNED),
    )
    check_golden(GOLDEN / "dates.txt", scene_text(look(a_builder(timeline), "1985/2005")))


def test_importance_decides_what_is_named() -> None:
    words = [
        f"1995-{month:02}-{day:02} a!{1 + (day * month) % 5} E{month}.{day}" for month in (5, 6) for day in range(1, 29)
    ]
    builder = a_builder(a_timeline(*words))
    check_golden(GOLDEN / "importance-far.txt", scene_text(look(builder, "1990/1999", height=260.0)))
    check_golden(GOLDEN / "importance-near.txt", scene_text(look(builder, "1995-05/1995-06", height=260.0)))


def test_eras_tracks_and_series() -> None:
    timeline = a_timeline(
        "1995 talk One",
        "1999/2003 deed!5 Two",
        eras=["1990/1995 terms First", "1995/2001 terms Second", "1993/1999 terms Between", "1992/2002 course Neutral",
              "2002/.. course Open"],
        tracks=[Track(id="course", label="Course", style="states"), Track(id="terms", label="Terms")],
        series=[a_series("Polls", "1994 30 25 35", "1996 50"), a_series("Troops", "1995 -3", unit="men")],
        categories={"deed": Category(id="deed", label="Deeds"), "talk": Category(id="talk", label="Talks")},
    )  # fmt: skip
    check_golden(GOLDEN / "eras.txt", scene_text(look(a_builder(timeline), "1990/2005")))


def test_a_crowd() -> None:
    check_golden(GOLDEN / "crowd.txt", scene_text(look(a_builder(crowd(200, seed=3)), "1970/1999")))


def test_a_small_window() -> None:
    builder = a_builder(crowd(60, seed=4, lanes=4))
    check_golden(GOLDEN / "small.txt", scene_text(look(builder, "1970/1999", 320.0, 200.0)))


def test_a_difference_is_written_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REGOLDEN", raising=False)
    path = tmp_path / "golden" / "x.txt"
    with pytest.raises(pytest.fail.Exception, match=r"\+one"):
        check_golden(path, "one\n")
    monkeypatch.setenv("REGOLDEN", "1")
    check_golden(path, "one\ntwo\n")
    monkeypatch.delenv("REGOLDEN")
    check_golden(path, "one\ntwo\n")
    with pytest.raises(pytest.fail.Exception, match=r"-two\n\+three"):
        check_golden(path, "one\nthree\n")
