"""Theme tokens: every colour of the program, for light and dark screens and for print."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtGui import QColor

TEXT_CONTRAST: Final = 4.5
"""Least contrast of text against its ground (WCAG 2.2, success criterion 1.4.3)."""
MARK_CONTRAST: Final = 3.0
"""Least contrast of marks against their ground (WCAG 2.2, success criterion 1.4.11)."""

_CATEGORY_HUES: Final = (
    # Spread so that neighbours differ for the common kinds of colour blindness too (after Okabe and Ito, 2008).
    "#0072b2",
    "#3c8fc7",
    "#009e73",
    "#8c60b5",
    "#b8860b",
    "#5f6b7c",
    "#c44e52",
    "#cc79a7",
    "#d55e00",
    "#3f7f93",
    "#7a8b2a",
    "#a0522d",
)

_SERIES_HUES: Final = (0, 8, 2, 3, 4, 7, 9, 6, 10, 11, 5, 1)
"""The same for lines, which cross: the first ones as far apart as can be."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by what they mean, as ``#rrggbb`` or ``#aarrggbb``; :func:`ink` makes a QColor of one."""

    name: str
    dark: bool
    canvas: str
    """Ground of the timeline."""
    panel: str
    """Ground of panes and bars."""
    sunken: str
    """Ground of fields and quiet buttons."""
    line: str
    """Hairlines between panes."""
    grid: str
    """Hairlines of the ruler's ticks."""
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    """Ground of what is selected."""
    hit: str
    """Marks of search hits."""
    era: str
    era_strong: str
    """Ground of a band in a states track."""
    today: str
    warning: str
    error: str


LIGHT: Final = Theme(
    name="light",
    dark=False,
    canvas="#fbfbf9",
    panel="#ffffff",
    sunken="#f1f2f4",
    line="#e3e5e9",
    grid="#ededee",
    text="#171f2e",
    muted="#5d6778",
    accent="#1d5fc1",
    on_accent="#ffffff",
    selection="#dfe9f8",
    hit="#c2410c",
    era="#eeeff1",
    era_strong="#c3d4ec",
    today="#b3261e",
    warning="#9a5b00",
    error="#b3261e",
)

DARK: Final = Theme(
    name="dark",
    dark=True,
    canvas="#14171b",
    panel="#1a1d22",
    sunken="#23272e",
    line="#2c3138",
    grid="#22262c",
    text="#e8eaee",
    muted="#98a1b0",
    accent="#7cb0ff",
    on_accent="#0d1b30",
    selection="#22344f",
    hit="#ff9d5c",
    era="#24282f",
    era_strong="#2b4468",
    today="#ff8a80",
    warning="#f2b866",
    error="#ff8a80",
)

PRINT: Final = Theme(
    name="print",
    dark=False,
    canvas="#ffffff",
    panel="#ffffff",
    sunken="#f4f4f4",
    line="#c8c8c8",
    grid="#e6e6e6",
    text="#000000",
    muted="#4d4d4d",
    accent="#1d5fc1",
    on_accent="#ffffff",
    selection="#e6eefa",
    hit="#a83a08",
    era="#ededed",
    era_strong="#cddaec",
    today="#8c1d18",
    warning="#7a4a00",
    error="#8c1d18",
)


def theme_named(name: str) -> Theme:
    """The theme called "light", "dark" or "print"; anything else raises KeyError."""
    return {"light": LIGHT, "dark": DARK, "print": PRINT}[name]


@lru_cache(maxsize=1024)
def ink(color: str, alpha: float = 1.0) -> QColor:
    """QColor of a token; ``alpha`` 0 … 1, on top of the token's own. Do not change what is returned: it is shared."""
    made = QColor(color)
    made.setAlphaF(alpha * made.alphaF())
    return made


def luminance(color: str) -> float:
    """Relative luminance 0 … 1 (WCAG 2.2)."""
    rgb = QColor(color)

    def linear(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return 0.2126 * linear(rgb.redF()) + 0.7152 * linear(rgb.greenF()) + 0.0722 * linear(rgb.blueF())


def contrast(first: str, second: str) -> float:
    """Contrast ratio 1 … 21 of two colours (WCAG 2.2)."""
    low, high = sorted((luminance(first), luminance(second)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=1024)
def readable(color: str, ground: str, ratio: float = TEXT_CONTRAST) -> str:
    """The colour itself, or the nearest one of the same hue that has the wanted contrast against the ground."""
    toward_white = luminance(ground) < 0.18
    start = QColor(color)
    hue, saturation, lightness = max(start.hslHueF(), 0.0), start.hslSaturationF(), start.lightnessF()
    found = color
    while contrast(found, ground) < ratio and 0.0 <= lightness <= 1.0:
        lightness += 0.01 if toward_white else -0.01
        found = QColor.fromHslF(hue, saturation, min(max(lightness, 0.0), 1.0)).name()
    return found


@lru_cache(maxsize=1024)
def category_color(theme: Theme, index: int, override: str = "") -> str:
    """Colour of a category's marks by its place in lane order; ``override`` is the file's own (``#rrggbb``).

    Always told apart from the ground; -1 (no category) is the muted grey.
    """
    if index < 0 and not override:
        return theme.muted
    wanted = override if QColor.isValidColorName(override) else _CATEGORY_HUES[index % len(_CATEGORY_HUES)]
    return readable(wanted, theme.canvas, 5.5 if theme.dark else MARK_CONTRAST)


def series_color(theme: Theme, order: int) -> str:
    """Colour of a series by its place in its chart; what categories have a file coloured in does not bear on it."""
    return category_color(theme, _SERIES_HUES[order % len(_SERIES_HUES)])


def category_text_color(theme: Theme, index: int, override: str = "") -> str:
    """Colour of a category's name: its mark colour, with the contrast that text needs."""
    return readable(category_color(theme, index, override), theme.canvas, TEXT_CONTRAST)
