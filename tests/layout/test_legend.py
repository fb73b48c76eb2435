"""What a legend explains."""

from typing import Any

import pytest

from builders import a_series, a_timeline, an_era, an_event
from timeglass.chrono.instant import instant
from timeglass.events.columns import Mark
from timeglass.events.event import Category, Series, Status, Track
from timeglass.events.timeline import Timeline
from timeglass.layout.hit import ink_of
from timeglass.layout.legend import HEIGHT_PX, WIDTH_PX, Present, Sample, legend
from timeglass.layout.viewport import Viewport

NOW = instant(2030)


def samples(timeline: Timeline, language: str = "en", **more: Any) -> list[Sample]:
    viewport = more.pop("viewport", Viewport.over(timeline.span))
    return list(legend(timeline, language, Present(viewport=viewport, now=NOW, **more)))


def kinds(timeline: Timeline, **more: Any) -> list[str]:
    return [sample.kind for sample in samples(timeline, **more)]


def everything() -> Timeline:
    """Every kind of mark."""
    return a_timeline(
        "1990-01-01 a Day", "1991/1993 b!5 Years", "1992~ a About", "1993? a Perhaps", "1994/.. a Open",
        "1996-02/ a Unknown", "1995 - Loose",
        an_event("1994 a Disputed", status=Status.DISPUTED), an_event("1995 a Claimed", status=Status.CLAIMED),
        an_event("1996 a Planned", status=Status.PLANNED),
        eras=[an_era("1990/1995 p First"), an_era("1991/1995 c Second")],
        tracks=[Track(id="c", style="states")],
        categories={"a": Category(id="a", label={"en": "Alpha", "uk": "Альфа"}), "b": Category(id="b"),
                    "unused": Category(id="unused", label="Unused")},
        series=[
            a_series("Gallup: for", "1991 1 0 2", "1992", "1993 4"), a_series("Gallup: against", "1993 4"),
            a_series("IRI: for", "1991 1"), a_series("IRI: against", "1991 1"), a_series("Kiis: for", "1991 1"),
            a_series("Rate", "1991 5", unit="", style="step"), a_series("Nothing"),
        ],
    )  # fmt: skip


def test_every_mark_in_use_is_explained() -> None:
    found = samples(everything(), searching=True, relations=("leads-to", "part-of"), changed=True, echoes=True,
                    viewport=Viewport.over(everything().span).zoomed(0.02))  # fmt: skip
    assert [(one.kind, one.name) for one in found] == [
        ("category", "Alpha"), ("category", "b"), ("no_category", ""),
        *[(kind, "") for kind in ("moment", "range", "fading", "sometime", "open", "unknown", "cut", "important")],
        *[(kind, "") for kind in ("approximate", "uncertain", "disputed", "claimed", "planned")],
        *[(kind, "") for kind in ("cluster", "folded", "echo", "selected", "current", "changed")],
        ("found", ""), ("found_folded", ""),
        ("relation", "leads-to"), ("relation", "part-of"), ("relation_beyond", ""), ("today", ""),
        ("era", ""), ("course", ""),
        *[("series", title) for title in ("Gallup: for", "Gallup: against", "IRI: for", "IRI: against", "Kiis: for")],
        ("series", "Rate"), ("series_range", ""), ("series_gap", ""), ("series_step", ""),
    ]  # fmt: skip
    assert samples(everything(), "uk")[0].name == "Альфа"


def test_what_is_not_in_use_is_left_out() -> None:
    assert kinds(a_timeline()) == []
    assert kinds(a_timeline("1990-01-01 - Day")) == ["no_category", "moment", "sometime", "selected", "current"]
    ranges = kinds(a_timeline("1990/1991 a One"))
    assert "moment" not in ranges
    assert "cut" not in ranges
    assert "cluster" not in ranges
    assert "cut" in kinds(a_timeline("1990/1991 a One", "1990/1992 a Two"))
    only = a_timeline("1990 a One", eras=["1990/1991 p First"])
    assert "era" in kinds(only)
    assert "course" not in kinds(only)


def test_today_is_explained_where_it_is_near() -> None:
    past = a_timeline("1990 a One")
    assert "today" not in kinds(past)
    assert "today" in kinds(past, viewport=Viewport.of(instant(2029), 0.0, 4e8))
    assert "today" in kinds(a_timeline("1990 a One", "2040 a Two"))


def test_a_series_looks_as_in_its_chart() -> None:
    from timeglass.layout.build import SceneBuilder

    timeline = everything()
    from builders import a_builder

    builder: SceneBuilder = a_builder(timeline)
    scene = builder.build(Viewport.over(timeline.span), 1000.0, 2000.0)
    drawn = {line.series: (line.color, line.shape, line.manner) for chart in scene.charts for line in chart.lines}
    told = [one for one in samples(timeline) if one.kind == "series"]
    lines = [one.scene.charts[0].lines[0] for one in told]
    assert [(line.color, line.shape, line.manner) for line in lines] == [drawn[place] for place in sorted(drawn)]


@pytest.mark.parametrize(
    "sample", samples(everything(), searching=True, relations=("reverses",), changed=True, echoes=True)
)
def test_samples_fit_into_their_picture(sample: Sample) -> None:
    scene = sample.scene
    assert (scene.width_px, scene.height_px, scene.gutter_px) == (WIDTH_PX, HEIGHT_PX, 0.0)
    for box in scene.boxes:
        left, right = ink_of(box)
        assert left >= 0.0
        assert right <= WIDTH_PX
        assert box.y_px >= 0.0
        assert box.y_px + box.height_px <= HEIGHT_PX
    assert (
        scene.boxes or scene.clusters or scene.eras or scene.charts or scene.echoes or sample.arcs or scene.today_x_px
    )


def test_doubt_is_shown_on_a_mark_and_on_a_bar() -> None:
    flags = {"approximate": Mark.APPROXIMATE, "planned": Mark.PLANNED}
    found = {one.kind: one.scene.boxes for one in samples(everything())}
    for kind, flag in flags.items():
        mark, bar = found[kind]
        assert (mark.is_bar, bar.is_bar) == (False, True)
        assert mark.flags == bar.flags == flag


def test_a_series_without_ranges_has_no_band_to_explain() -> None:
    plain: list[Series] = [a_series("One", "1991 1")]
    assert [one for one in kinds(a_timeline("1990 a One", series=plain)) if one.startswith("series")] == ["series"]
