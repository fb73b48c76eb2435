"""Theme tokens: contrast in every theme, worked out here once more."""

import re
from dataclasses import fields
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeglass.paint import scene_painter, word_marks
from timeglass.paint.theme import (
    DARK,
    LIGHT,
    MARK_CONTRAST,
    PRINT,
    TEXT_CONTRAST,
    Theme,
    category_color,
    category_text_color,
    contrast,
    ink,
    luminance,
    readable,
    series_color,
    theme_named,
)

THEMES = (LIGHT, DARK, PRINT)
every_theme = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def channels(color: str) -> list[float]:
    return [int(color[place : place + 2], 16) / 255.0 for place in (1, 3, 5)]


def ratio(first: str, second: str) -> float:
    """Contrast after WCAG 2.2, without Qt."""

    def light(color: str) -> float:
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(color)]
        return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    low, high = sorted((light(first), light(second)))
    return (high + 0.05) / (low + 0.05)


def over(color: str, ground: str, alpha: float) -> str:
    mixed = [alpha * c + (1.0 - alpha) * g for c, g in zip(channels(color), channels(ground), strict=True)]
    return "#" + "".join(f"{round(255.0 * c):02x}" for c in mixed)


@given(COLORS, COLORS)
def test_contrast_is_that_of_the_guidelines(first: str, second: str) -> None:
    assert contrast(first, second) == pytest.approx(ratio(first, second), rel=1e-3)
    assert contrast(first, second) == contrast(second, first)


def test_contrast_spans_one_to_twenty_one() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#345678", "#345678") == 1.0
    assert luminance("#ffffff") == pytest.approx(1.0)
    assert (TEXT_CONTRAST, MARK_CONTRAST) == (4.5, 3.0)


@every_theme
@pytest.mark.parametrize(
    ("token", "ground"),
    [
        *((token, ground) for token in ("text", "muted") for ground in ("canvas", "panel", "sunken", "era")),
        ("text", "selection"),
        ("text", "era_strong"),
        ("accent", "canvas"),
        ("accent", "panel"),
        ("on_accent", "accent"),
        ("warning", "panel"),
        ("error", "panel"),
    ],
)
def test_text_can_be_read(theme: Theme, token: str, ground: str) -> None:
    assert ratio(getattr(theme, token), getattr(theme, ground)) >= 4.5


@every_theme
@pytest.mark.parametrize("token", ["hit", "today", "muted", "accent"])
def test_marks_stand_out(theme: Theme, token: str) -> None:
    assert ratio(getattr(theme, token), theme.canvas) >= 3.0


@every_theme
def test_categories_stand_out_and_their_names_can_be_read(theme: Theme) -> None:
    for index in range(-1, 40):
        assert ratio(category_color(theme, index), theme.canvas) >= 3.0
        assert ratio(category_text_color(theme, index), theme.canvas) >= 4.5


@every_theme
@given(color=COLORS)
def test_a_file_s_own_colours_are_made_to_stand_out(theme: Theme, color: str) -> None:
    for index in (-1, 0):
        assert ratio(category_color(theme, index, color), theme.canvas) >= 3.0
        assert ratio(category_text_color(theme, index, color), theme.canvas) >= 4.5


@every_theme
def test_labels_can_be_read_on_their_bars(theme: Theme) -> None:
    alpha = 0.42 if theme.dark else 0.32
    for index in range(12):
        bar = over(category_color(theme, index), theme.canvas, alpha)
        assert ratio(theme.text, bar) >= 4.5, index


@every_theme
def test_labels_can_be_read_whatever_lies_below_them(theme: Theme) -> None:
    """A bar on plain ground, on the selection, a changed or pointed-at one; words of the search marked on all."""
    alpha = 0.42 if theme.dark else 0.32
    mark = word_marks._STRENGTH_IN_THE_DARK if theme.dark else word_marks._STRENGTH
    grounds = [theme.canvas, theme.selection, theme.sunken, over(theme.hit, theme.canvas, 0.25)]
    for ground in grounds:
        for below in [ground, *(over(category_color(theme, index), ground, alpha) for index in range(12))]:
            assert ratio(theme.text, below) >= 4.5, below
            if ground != grounds[3]:
                assert ratio(theme.text, over(theme.hit, below, mark)) >= 4.5, below


@every_theme
def test_dimmed_labels_can_be_read_on_their_dimmed_bars(theme: Theme) -> None:
    alpha = scene_painter._DIMMED * (0.42 if theme.dark else 0.32)
    for ground in (theme.canvas, over(theme.selection, theme.canvas, scene_painter._DIMMED)):
        assert ratio(theme.muted, ground) >= 4.5
        for index in range(12):
            assert ratio(theme.muted, over(category_color(theme, index), ground, alpha)) >= 4.5, index


@every_theme
def test_lines_of_charts_stand_out_and_differ(theme: Theme) -> None:
    colors = [series_color(theme, order) for order in range(12)]
    assert len(set(colors)) == 12
    assert all(ratio(color, theme.canvas) >= 3.0 for color in colors)
    assert series_color(theme, 12) == colors[0]


@every_theme
def test_neighbouring_categories_differ(theme: Theme) -> None:
    colors = [category_color(theme, index) for index in range(12)]
    assert len(set(colors)) == 12
    for one, other in pairwise(colors):
        assert sum(abs(a - b) for a, b in zip(channels(one), channels(other), strict=True)) > 0.2


@given(COLORS, COLORS, st.sampled_from([3.0, 4.5]))
def test_readable_changes_only_what_it_must(color: str, ground: str, wanted: float) -> None:
    found = readable(color, ground, wanted)
    if ratio(color, ground) >= wanted + 0.01:
        assert found == color
    elif found not in ("#000000", "#ffffff"):
        assert ratio(found, ground) >= wanted - 0.01


def test_a_colour_that_is_none_gives_the_theme_s_own() -> None:
    assert category_color(LIGHT, 2, "no colour") == category_color(LIGHT, 2)
    assert category_color(LIGHT, -1) == LIGHT.muted
    assert category_color(LIGHT, 0, "#003366") == "#003366"


@every_theme
def test_every_token_is_a_colour(theme: Theme) -> None:
    for field in fields(theme):
        if field.name not in ("name", "dark"):
            assert re.fullmatch(r"#[0-9a-f]{6}", getattr(theme, field.name)), field.name


def test_themes_have_names() -> None:
    assert [theme_named(theme.name) for theme in THEMES] == list(THEMES)
    with pytest.raises(KeyError):
        theme_named("sepia")
    assert [theme.dark for theme in THEMES] == [False, True, False]


def test_ink_has_its_opacity() -> None:
    assert ink("#102030").getRgb() == (16, 32, 48, 255)
    assert ink("#102030", 0.5).alphaF() == pytest.approx(0.5, abs=0.01)
    assert ink("#102030") is ink("#102030")
