"""The bundled font, and the measures that layout takes from it."""

from functools import lru_cache
from typing import Final

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from timeglass import assets
from timeglass.layout.slots import Fonts
from timeglass.layout.text_width import TextWidth

FAMILY: Final = "Inter"
LABEL_PX: Final = 13
SMALL_PX: Final = 11
TINY_PX: Final = 9


@lru_cache(maxsize=1)
def load_fonts() -> bool:
    """Register the bundled faces with Qt, once; needs a QGuiApplication. False where a face could not be read."""
    return min((QFontDatabase.addApplicationFont(str(path)) for path in assets.font_files()), default=-1) >= 0


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
