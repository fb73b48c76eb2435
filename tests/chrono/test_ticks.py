"""The ruler: golden texts, and what holds for every span."""

import difflib
import os
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import DAY, HOUR, MINUTE, YEAR, civil, instant
from timeglass.chrono.names import UKRAINIAN
from timeglass.chrono.tick_context import Context, contexts_of
from timeglass.chrono.tick_steps import STEPS, Step, Unit, block_start, positions, year_block
from timeglass.chrono.ticks import GAP_PX, Ticks, ticks

GOLDEN = Path(__file__).parent / "golden"
WIDTH_PX = 1280.0
LENGTHS = [
    1, 5, 20, MINUTE, 5 * MINUTE, 30 * MINUTE, 4 * HOUR,
    DAY, 3 * DAY, 10 * DAY, 25 * DAY, 45 * DAY, 100 * DAY, 200 * DAY,
    YEAR, 2 * YEAR, 5 * YEAR, 8 * YEAR, 36 * YEAR, 80 * YEAR, 150 * YEAR, 300 * YEAR,
    1_000 * YEAR, 8_000 * YEAR, 100_000 * YEAR, 10**6 * YEAR, 10**8 * YEAR, 28 * 10**9 * YEAR,
]  # fmt: skip


def width_px(label: str) -> float:
    """A stand-in for a font: narrow punctuation, wide capitals."""
    return sum(3.0 if letter in " ,.:–" else 8.0 if letter.isupper() else 6.5 for letter in label)


def ruler(span: Span, language: str = "en", measure: Callable[[str], float] = width_px) -> Ticks:
    """Ruler over a window 1,280 px wide."""
    return ticks(span, max(span.length, 1) / WIDTH_PX, measure, language)


def around(at: int, length: int) -> Span:
    """Span of a length with an instant in its middle."""
    return Span(at - length // 2, at - length // 2 + length)


def written(found: Ticks) -> str:
    """A ruler as two lines of text."""
    marks = " ".join(f"{tick.label}*" if tick.major else tick.label for tick in found.ticks)
    return f"{found.step}\n  {' | '.join(context.label for context in found.context)}\n  {marks}\n"


def check_golden(name: str, text: str) -> None:
    """Compare with a golden file and show the difference; ``TIMEGLASS_GOLDEN=write`` takes over what there is."""
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("TIMEGLASS_GOLDEN") == "write":
        path.write_text(text, "utf-8")
    wanted = path.read_text("utf-8")
    if text == wanted:
        return
    difference = difflib.unified_diff(wanted.splitlines(), text.splitlines(), "golden", "actual", lineterm="", n=1)
    pytest.fail("\n".join(difference), pytrace=False)


@pytest.mark.parametrize(
    ("name", "at", "language"),
    [
        ("modern", instant(1997, 7, 9, 11, 58), "en"),
        ("modern-uk", instant(1997, 7, 9, 11, 58), "uk"),
        ("new-year", instant(2000), "en"),
        ("leap-day", instant(2024, 2, 29, 12), "en"),
        ("era", instant(1), "en"),
        ("deep", instant(-66_000_000, 6, 15), "en"),
    ],
)
def test_rulers_read_as_they_always_did(name: str, at: int, language: str) -> None:
    check_golden(name, "\n".join(written(ruler(around(at, length), language)) for length in LENGTHS))


def moments() -> st.SearchStrategy[int]:
    """Instants everywhere, often near the turn of the eras or the present."""
    return (
        st.integers(-59 * 10**9 * YEAR, 59 * 10**9 * YEAR)
        | st.integers(instant(-30), instant(30))
        | st.integers(instant(1900), instant(2100))
    )


def lengths() -> st.SearchStrategy[int]:
    """Lengths of spans from a second to 60 billion years, evenly over the orders of magnitude."""
    return st.floats(0.0, 18.27).map(lambda power: int(10**power))


SPANS = st.builds(around, moments(), lengths())
LANGUAGES = st.sampled_from(("en", "uk"))


@given(SPANS, LANGUAGES)
def test_ticks_are_in_order_apart_and_all_there(span: Span, language: str) -> None:
    found = ruler(span, language)
    scale = span.length / WIDTH_PX
    assert len(found.ticks) >= 2
    assert found.ticks[0].at <= span.start
    assert found.ticks[-1].at >= span.end
    assert found.ticks[1].at > span.start
    assert found.ticks[-2].at < span.end
    step = next(step for step in STEPS if step.name == found.step)
    for tick, following in pairwise(found.ticks):
        apart_px = (following.at - tick.at) / scale
        assert apart_px >= (width_px(tick.label) + width_px(following.label)) / 2 + GAP_PX - 1e-6
        assert apart_px >= width_px(tick.label) + GAP_PX - 1e-6
        # No hole: between AD 1 and its neighbours and at the end of months, ticks may be rarer, but never by half.
        assert following.at - tick.at <= 2 * longest(step.unit, step.size)


def longest(unit: Unit, size: int) -> int:
    """Seconds of a step, at most."""
    return size * {Unit.SECONDS: 1, Unit.DAYS: DAY, Unit.MONTHS: 31 * DAY}.get(unit, 366 * DAY)


@given(SPANS, LANGUAGES)
def test_no_label_comes_twice_under_one_context(span: Span, language: str) -> None:
    found = ruler(span, language)
    for context in found.context:
        labels = [tick.label for tick in found.ticks if context.start <= tick.at < context.end]
        assert len(labels) == len(set(labels))
    labels = [context.label for context in found.context]
    assert len(labels) == len(set(labels))


@given(SPANS, LANGUAGES)
def test_the_context_covers_the_span_without_gaps(span: Span, language: str) -> None:
    found = ruler(span, language)
    assert found.context[0].start <= span.start < found.context[0].end
    assert found.context[-1].start < span.end <= found.context[-1].end
    for before, after in pairwise(found.context):
        assert before.end == after.start
        assert (before.end - before.start) / (span.length / WIDTH_PX) >= width_px(before.label) + GAP_PX - 1e-6
    starts = {context.start for context in found.context} | {found.context[-1].end}
    assert all(tick.major == (tick.at in starts) for tick in found.ticks)


@given(SPANS)
def test_the_same_span_has_the_same_ruler_and_few_ticks(span: Span) -> None:
    assert ruler(span) == ruler(span)
    assert len(ruler(span).ticks) <= WIDTH_PX / GAP_PX


@given(st.integers(instant(1000), instant(9000)), st.integers(1, 800 * YEAR), st.floats(-1.0, 1.0))
def test_panning_through_years_of_four_digits_keeps_the_step(at: int, length: int, share: float) -> None:
    moved = at + int(share * length)
    assert ruler(around(at, length)).step == ruler(around(moved, length)).step


@given(SPANS)
def test_panning_moves_no_tick(span: Span) -> None:
    found = ruler(span)
    moved = ruler(Span(span.start + span.length // 3, span.end + span.length // 3))
    if found.step == moved.step:
        places = {tick.at for tick in moved.ticks}
        inside = [tick.at for tick in found.ticks if span.start + span.length // 3 <= tick.at < span.end]
        assert places.issuperset(inside)


@given(SPANS)
def test_zooming_in_never_coarsens_the_step(span: Span) -> None:
    names = [step.name for step in STEPS]
    middle = span.start + span.length // 2
    inner = around(middle, max(span.length // 2, 1))
    # Labels of another place may be wider; the middle is in both.
    assert names.index(ruler(inner).step) <= names.index(ruler(span).step) + 1


def test_steps_grow() -> None:
    lengths_of = [step.shortest for step in STEPS]
    assert lengths_of == sorted(set(lengths_of))
    assert STEPS[-1].size >= 10**10


@pytest.mark.parametrize("step", [pytest.param(step, id=step.name) for step in STEPS])
def test_positions_are_never_closer_than_promised(step: Step) -> None:
    for year in (-4000, -5, 1, 1896, 1999, 2024):
        start = instant(year, 2, 20)
        found = positions(step, start, start + 40 * step.shortest)
        assert min(after - before for before, after in pairwise(found)) >= step.shortest
        assert found[0] <= start < found[1]
        assert found[-2] < start + 40 * step.shortest <= found[-1]


@given(st.integers(-(10**10), 10**10), st.sampled_from((10, 100, 1000, 5, 50)))
def test_blocks_of_years(year: int, size: int) -> None:
    block = year_block(year, size)
    assert block_start(block, size) <= year < block_start(block + 1, size)


def test_there_is_no_year_0() -> None:
    labels = [tick.label for tick in ruler(Span(instant(-8), instant(8))).ticks]
    assert labels[labels.index("1 BC") + 1] == "AD 1"
    for length in LENGTHS:
        assert "0" not in [tick.label for tick in ruler(around(instant(1), length)).ticks][:-1] or length > 10**5 * YEAR


def test_months_have_the_names_of_the_language() -> None:
    labels = {tick.label for tick in ruler(Span(instant(1997), instant(1998)), "uk", lambda _: 40.0).ticks}
    assert labels == set(UKRAINIAN.months)


def test_labels_that_fit_nowhere_leave_the_coarsest_ruler() -> None:
    found = ruler(Span(instant(1990), instant(2000)), measure=lambda _: 1e30)
    assert found.step == STEPS[-1].name
    assert ticks(Span(0, 1), 1e18, width_px).step == STEPS[-1].name


def test_contexts_fall_back_to_coarser_ones() -> None:
    # Decades do not fit over steps of five years when their labels are that wide.
    found = ruler(Span(instant(1950), instant(2050)), measure=lambda label: 130.0 if label.endswith("s") else 30.0)
    assert found.step == "5 years"
    assert [context.label for context in found.context] == ["1900 – 1999", "2000 – 2099"]
    assert contexts_of(STEPS[0]) == ((Context.DAY, DAY),)


def test_day_labels_fall_back_to_short_months() -> None:
    span = Span(instant(1997, 9, 1), instant(1997, 9, 10))
    assert ruler(span).context[0].label == "1 September 1997"
    short = ruler(span, measure=lambda label: 300.0 if "September" in label else width_px(label))
    assert short.context[0].label == "1 Sep 1997"
    assert civil(short.context[0].end).day == 2
