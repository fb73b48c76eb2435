"""Rows of eras above the ruler."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import FONTS, a_builder, a_timeline, an_era
from timeglass.chrono.instant import instant
from timeglass.events.event import Era, Track
from timeglass.layout.eras import GAP_PX, ROW_PX, EraRows
from timeglass.layout.scale import Scale
from timeglass.layout.scene import EraBand
from timeglass.layout.viewport import Viewport

YEARS = st.integers(1980, 2020)


def dates() -> st.SearchStrategy[str]:
    """Years, days, ranges of either, and open ends."""
    ends = st.one_of(YEARS.map(str), st.tuples(YEARS, st.integers(1, 12)).map(lambda both: f"{both[0]}-{both[1]:02}"))
    ranges = st.tuples(ends, ends).map(lambda both: "/".join(sorted(both)))
    return st.one_of(ends, ranges, ends.map(lambda end: f"{end}/.."), ends.map(lambda end: f"../{end}"))


def lists_of_eras() -> st.SearchStrategy[list[Era]]:
    one = st.tuples(dates(), st.sampled_from(["a", "b", "-"]))
    return st.lists(one, max_size=12).map(
        lambda many: [an_era(f"{date} {track} E{place}") for place, (date, track) in enumerate(many)]
    )


def look(first: int, last: int, width: float = 1000.0) -> Scale:
    start, end = instant(first), instant(last)
    return Scale(Viewport.of(start, 0.0, float(end - start)), width)


def bands_of(*words: str, first: int = 1980, last: int = 2020, tracks: dict[str, Track] | None = None) -> list[EraBand]:
    rows = EraRows([an_era(one) for one in words], tracks or {}, "en", "en")
    return list(rows.bands(look(first, last), FONTS.plain))


def in_rows(bands: list[EraBand]) -> dict[float, list[EraBand]]:
    rows: dict[float, list[EraBand]] = {}
    for band in bands:
        rows.setdefault(band.y_px, []).append(band)
    return rows


@settings(deadline=None)
@given(lists_of_eras(), YEARS, st.integers(1, 60))
def test_bands_of_a_row_do_not_overlap(given_eras: list[Era], first: int, years: int) -> None:
    rows = EraRows(given_eras, {}, "en", "en")
    bands = list(rows.bands(look(first, first + years), FONTS.plain))
    for row in in_rows(bands).values():
        for before, after in pairwise(row):
            assert before.x1_px <= after.x0_px
    heights = sorted(in_rows(bands))
    assert all(below - above >= ROW_PX + GAP_PX - 1e-9 for above, below in pairwise(heights))
    assert all(y > 0.0 and y + ROW_PX <= rows.height_px for y in heights)


@settings(deadline=None)
@given(lists_of_eras())
def test_every_era_in_view_can_be_seen(given_eras: list[Era]) -> None:
    bands = EraRows(given_eras, {}, "en", "en").bands(look(1900, 2100), FONTS.plain)
    assert sorted(band.era for band in bands) == list(range(len(given_eras)))
    assert all(band.x1_px > band.x0_px for band in bands)


@settings(deadline=None)
@given(lists_of_eras(), YEARS, st.integers(1, 60))
def test_names_stay_in_view_and_in_their_bands(given_eras: list[Era], first: int, years: int) -> None:
    scale = look(first, first + years)
    for band in EraRows(given_eras, {}, "en", "en").bands(scale, FONTS.plain):
        if band.label:
            right = band.label_x_px + FONTS.plain.width(band.label)
            assert max(0.0, band.x0_px) <= band.label_x_px
            assert right <= min(scale.width_px, band.x1_px)


def test_a_track_has_rows_of_its_own_in_the_order_of_the_head() -> None:
    tracks = {"b": Track(id="b", label="Bees"), "a": Track(id="a", label={"en": "Ays", "uk": "Ей"})}
    rows = EraRows(
        [an_era("1990/1995 a One"), an_era("1990/1995 b Two"), an_era("1990/1995 z Three")], tracks, "uk", "en"
    )
    bands = rows.bands(look(1980, 2020), FONTS.plain)
    assert [band.era for band in bands] == [1, 0, 2]
    assert [name.label for name in rows.names] == ["Bees", "Ей"]
    assert [name.y_px for name in rows.names] == [bands[0].y_px, bands[1].y_px]


def test_overlapping_eras_of_a_track_get_further_rows() -> None:
    bands = bands_of("1990/1999 a Long", "1992/1994 a Within", "1995/1996 a After")
    assert [len(row) for row in in_rows(bands).values()] == [1, 2]


def test_a_name_stands_at_the_first_row_of_its_track() -> None:
    tracks = {"a": Track(id="a", label="A"), "b": Track(id="b", label="B"), "empty": Track(id="empty", label="None")}
    rows = EraRows([an_era("1990/1999 a One"), an_era("1991/1998 a Two"), an_era("1990 b Three")], tracks, "en", "en")
    assert [name.label for name in rows.names] == ["A", "B"]
    assert rows.names[1].y_px - rows.names[0].y_px == 2 * (ROW_PX + GAP_PX)


def test_eras_that_meet_in_a_doubtful_year_share_a_row() -> None:
    first, second = bands_of("1991/1994 a First", "1994/2005 a Second")
    assert first.y_px == second.y_px
    assert first.x1_px == second.x0_px


@pytest.mark.parametrize(("one", "other"), [("1997", "1997"), ("1997", "1997/1999"), ("1997/1999", "1997-01/1999")])
def test_eras_that_begin_together_get_rows_of_their_own(one: str, other: str) -> None:
    bands = bands_of(f"{one} a One", f"{other} a Other")
    assert len(in_rows(bands)) == 2


def test_open_eras_reach_beyond_the_view() -> None:
    early, late = bands_of("../1990 a Early", "2000/.. a Late")
    assert early.x0_px < -1e5
    assert late.x1_px > 1e5
    assert early.y_px == late.y_px


def test_eras_out_of_view_are_left_out() -> None:
    assert bands_of("1950/1960 a Before", "2050/2060 a After") == []


def test_states_put_their_names_left_and_count_on() -> None:
    tracks = {"course": Track(id="course", label="Course", style="states")}
    bands = bands_of("1990/2000 course One", "2000/2010 course Two", "1990/2010 - Time", tracks=tracks)
    assert [(band.states, band.order) for band in bands] == [(True, 0), (True, 1), (False, 0)]
    assert bands[0].label_x_px == bands[0].x0_px + 7.0
    middle = (bands[2].x0_px + bands[2].x1_px) / 2.0
    assert bands[2].label_x_px + FONTS.plain.width("Time") / 2.0 == pytest.approx(middle)


def test_a_narrow_band_has_no_name() -> None:
    (band,) = bands_of("1990-01 a January")
    assert band.label == ""


def test_without_eras_there_is_no_room_for_them() -> None:
    rows = EraRows([], {"a": Track(id="a", label="A")}, "en", "en")
    assert rows.height_px == 0.0
    assert rows.names == ()


def test_a_scene_has_its_eras_above_the_ruler() -> None:
    builder = a_builder(a_timeline("1995 - Event", eras=["1990/1999 a One", "1991/1998 a Two"]))
    scene = builder.build(look(1980, 2020).viewport, 1000.0, 500.0)
    assert len(scene.eras) == 2
    assert all(band.y_px + band.height_px <= scene.ruler_y_px for band in scene.eras)
