"""Type, space and the application's style: Fusion with a palette and a style sheet made from theme tokens."""

from functools import lru_cache
from string import Template
from typing import Final, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from timeglass.paint.fonts import FAMILY, load_fonts
from timeglass.paint.theme import DARK, LIGHT, Theme, readable

GRID: Final = 8
"""Logical pixels: distances are multiples or halves of it."""

SMALL: Final = 11
NORMAL: Final = 13
BODY: Final = 15
HEADING: Final = 17
TITLE: Final = 23
"""The one scale of text sizes, in logical pixels."""


@lru_cache(maxsize=64)
def font(size: int = NORMAL, weight: int = 400, *, tabular: bool = False, spaced: bool = False) -> QFont:
    """The bundled font; ``tabular`` numerals stand under one another, ``spaced`` is for capitals in captions.

    Do not change what is returned: it is shared.
    """
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight(weight))
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    if spaced:
        made.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.7)
    return made


def palette_of(theme: Theme) -> QPalette:
    """Qt's palette in a theme's colours."""
    palette = QPalette()
    role = QPalette.ColorRole
    for which, color in (
        (role.Window, theme.panel), (role.Base, theme.panel), (role.AlternateBase, theme.sunken),
        (role.Button, theme.sunken), (role.ToolTipBase, theme.panel), (role.Highlight, theme.accent),
        (role.Accent, theme.accent), (role.HighlightedText, theme.on_accent), (role.Text, theme.text),
        (role.WindowText, theme.text), (role.ButtonText, theme.text), (role.ToolTipText, theme.text),
        (role.PlaceholderText, theme.muted), (role.Link, theme.accent), (role.LinkVisited, theme.accent),
        (role.BrightText, theme.error), (role.Light, theme.panel), (role.Midlight, theme.line),
        (role.Mid, theme.line), (role.Dark, theme.muted), (role.Shadow, theme.line),
    ):  # fmt: skip
        palette.setColor(which, QColor(color))
    faded = QColor(theme.muted)
    faded.setAlphaF(0.6)
    for which in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, faded)
    return palette


_SHEET: Final = Template("""
QMainWindow, QDialog { background: $panel; }
QToolTip { background: $panel; color: $text; border: 1px solid $line; padding: 4px 8px; }
QSplitter::handle { background: $line; }
QSplitter::handle:hover { background: $accent; }
#topBar { background: $panel; border-bottom: 1px solid $line; }
#detailFoot { background: $panel; border-top: 1px solid $line; }
#notice { background: $sunken; border-bottom: 1px solid $line; }
#legend { background: $canvas; border: 1px solid $line; border-radius: 8px; }
#legendList { background: $canvas; border-radius: 8px; padding: 0 4px 0 12px; }
#legendList::item { padding: 1px 0; color: $text; }
#legendList::item:disabled { color: $muted; }
#legendButton { background: $canvas; color: $muted; }
#notice QProgressBar { background: $line; }
#searchField { background: $sunken; border: 1px solid transparent; border-radius: 6px; }
#searchField[focused="true"] { background: $panel; border-color: $accent; }
#searchField[faulty="true"] { border-color: $error; }
#searchField QLineEdit { background: transparent; border: none; padding: 0; }
QPushButton, QToolButton[quiet="true"] {
    background: $sunken; color: $text; border: 1px solid transparent; border-radius: 6px;
    padding: 0 12px; min-height: 30px;
}
QToolButton[quiet="true"] { padding: 0 8px; }
QToolButton[flat="true"], QPushButton[flat="true"] {
    background: transparent; color: $text; border: 1px solid transparent; border-radius: 6px;
    padding: 0 4px; min-height: 22px;
}
QPushButton[link="true"] { color: $accent; background: transparent; padding: 0 4px; }
QPushButton:hover, QToolButton[quiet="true"]:hover, QToolButton[flat="true"]:hover { background: $hover; }
QPushButton:pressed, QToolButton[quiet="true"]:pressed { background: $line; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $faint; }
QToolButton[flat="true"]:checked { background: $selection; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton[accent="true"] { background: $accent; color: $on_accent; }
QPushButton[accent="true"]:hover { background: $accent_hover; }
QPushButton[accent="true"]:focus { border: 2px solid $text; }
QPushButton[accent="true"]:disabled { background: $sunken; color: $faint; }
QLabel[muted="true"] { color: $muted; }
QMenu { background: $panel; color: $text; border: 1px solid $line; padding: 6px; }
QMenu::item { padding: 6px 24px 6px 24px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: 6px 8px; }
QMenu::indicator { width: 12px; height: 12px; left: 8px; }
QScrollArea, QTextBrowser, QTableView, QTreeView { background: $panel; border: none; }
QTableView { gridline-color: $grid; selection-background-color: $selection; selection-color: $text; }
QTableView::item { padding: 0 8px; border: none; }
QTreeView::item { padding: 4px 2px; border: none; }
QTreeView::item:selected { padding: 4px 2px; border: none; background: $selection; color: $text; }
QHeaderView { background: $panel; border: none; }
QHeaderView::section {
    background: $panel; color: $muted; border: none; border-bottom: 1px solid $line; padding: 4px 12px;
}
QListWidget { background: $panel; border: none; outline: none; }
QListWidget::item { padding: 6px 8px; border-radius: 4px; color: $text; }
QListWidget::item:selected { background: $selection; color: $text; }
QScrollBar { background: transparent; }
QScrollBar:vertical { width: 12px; }
QScrollBar:horizontal { height: 12px; }
QScrollBar::handle { background: $thumb; border: 3px solid $panel; border-radius: 6px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $sunken; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QDialog QLineEdit, QDialog QComboBox, QDialog QSpinBox {
    background: $sunken; border: 1px solid transparent; border-radius: 6px; padding: 0 8px; min-height: 30px;
}
QDialog QTreeView QLineEdit { min-height: 0; padding: 0 2px; border-radius: 3px; }
QDialog QLineEdit:focus, QDialog QComboBox:focus { border-color: $accent; background: $panel; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox QAbstractItemView {
    background: $panel; border: 1px solid $line; selection-background-color: $selection; selection-color: $text;
}
""")


def _mixed(first: str, second: str, share: float) -> str:
    one, two = QColor(first), QColor(second)
    channels = (
        (one.redF(), two.redF()),
        (one.greenF(), two.greenF()),
        (one.blueF(), two.blueF()),
    )
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in channels)).name()


def sheet_of(theme: Theme) -> str:
    """The style sheet in a theme's colours."""
    return _SHEET.substitute(
        canvas=theme.canvas, panel=theme.panel, sunken=theme.sunken, line=theme.line, grid=theme.grid,
        text=theme.text, muted=theme.muted,
        accent=theme.accent, on_accent=theme.on_accent, selection=theme.selection, error=theme.error,
        hover=_mixed(theme.sunken, theme.text, 0.07), faint=_mixed(theme.muted, theme.panel, 0.45),
        thumb=_mixed(theme.line, theme.muted, 0.35), accent_hover=_mixed(theme.accent, theme.text, 0.14),
    )  # fmt: skip


def soft(color: str, theme: Theme, share: float = 0.15) -> str:
    """Ground of a badge in a colour: the panel with a breath of it."""
    return _mixed(theme.panel, color, share)


def text_on(ground: str, color: str) -> str:
    """The colour with the contrast that text needs on a ground."""
    return readable(color, ground)


class Appearance(QObject):
    """Dresses the application and follows the system's light and dark while it runs."""

    theme_changed = Signal()

    def __init__(self, scheme: str = "system") -> None:
        super().__init__()
        self._scheme = scheme
        self._theme: Theme | None = None
        load_fonts()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._dress)
        self._ask_system(scheme)
        self._dress()

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme or LIGHT

    @property
    def scheme(self) -> str:
        """What was asked for: system, light or dark."""
        return self._scheme

    def set_scheme(self, scheme: str) -> None:
        """Follow the system, or be light or dark whatever it says."""
        if scheme != self._scheme:
            self._scheme = scheme
            self._ask_system(scheme)
            self._dress()

    @staticmethod
    def _ask_system(scheme: str) -> None:
        # Window frames and file dialogs are the system's: they are told as well.
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        hints = QGuiApplication.styleHints()
        if scheme in schemes:
            hints.setColorScheme(schemes[scheme])
        else:
            hints.unsetColorScheme()

    def _dress(self) -> None:
        if self._scheme == "system":
            dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        else:
            dark = self._scheme == "dark"
        theme = DARK if dark else LIGHT
        if theme is self._theme:
            return
        self._theme = theme
        application = cast(QApplication, QApplication.instance())
        if application.style().name() != "fusion":
            application.setStyle("fusion")
        application.setFont(font())
        application.setPalette(palette_of(theme))
        application.setStyleSheet(sheet_of(theme))
        self.theme_changed.emit()
