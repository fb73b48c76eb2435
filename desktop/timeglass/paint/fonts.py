"""The bundled font, and the measures that layout takes from it."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from timeglass import assets
from timeglass.layout.slots import Fonts
from timeglass.layout.text_width import TextWidth

FAMILY: Final = "Inter"
LABEL_PX: Final = 13
SMALL_PX: Final = 11
TINY_PX: Final = 9


_AT_ONCE: Final = ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")
"""Faces of the timeline and of the window; the other is for emphasis in running text."""


@lru_cache(maxsize=1)
def load_fonts() -> bool:
    """Register the faces that labels are set in with Qt, once; needs a QGuiApplication.

    False where a face could not be read.
    """
    return _register([path for path in assets.font_files() if path.name in _AT_ONCE])


@lru_cache(maxsize=1)
def load_other_fonts() -> bool:
    """Register the faces for emphasis, once; False where one could not be read."""
    return _register([path for path in assets.font_files() if path.name not in _AT_ONCE])


def _register(paths: Sequence[Path]) -> bool:
    return min((QFontDatabase.addApplicationFont(str(path)) for path in paths), default=-1) >= 0


def font(size_px: int = LABEL_PX, *, bold: bool = False, tabular: bool = False) -> QFont:
    """The bundled font at a size in pixels; ``tabular`` gives all digits one width."""
    load_fonts()
    made = QFont(FAMILY)
    made.setPixelSize(size_px)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    # Unhinted advances scale with the zoom of the screen, so that labels break alike at every scale factor.
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made


def _text_width(of: QFont) -> TextWidth:
    metrics = QFontMetricsF(of)
    return TextWidth(metrics.horizontalAdvance)


@lru_cache(maxsize=1)
def label_fonts() -> Fonts:
    """Measures of plain and bold labels for the layout."""
    return Fonts(_text_width(font()), _text_width(font(bold=True)))
