"""All keys and gestures on one page, made from the actions themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from timeglass.paint.theme import Theme
from timeglass.widgets import style
from timeglass.widgets.actions import MENUS, SPECS
from timeglass.widgets.plain_text import PlainLabel

_KEYS_PX = 170

GESTURES: Sequence[tuple[object, object]] = (
    (QT_TRANSLATE_NOOP("Keys", "Ctrl + wheel, pinch"), QT_TRANSLATE_NOOP("Keys", "Zoom about the pointer")),
    (QT_TRANSLATE_NOOP("Keys", "Wheel"), QT_TRANSLATE_NOOP("Keys", "Scroll the lanes, else pan")),
    (QT_TRANSLATE_NOOP("Keys", "Shift + wheel, sideways swipe"), QT_TRANSLATE_NOOP("Keys", "Pan")),
    (QT_TRANSLATE_NOOP("Keys", "Drag"), QT_TRANSLATE_NOOP("Keys", "Pan, with inertia")),
    (QT_TRANSLATE_NOOP("Keys", "Shift + drag, drag on the ruler"), QT_TRANSLATE_NOOP("Keys", "Zoom to the range")),
    (QT_TRANSLATE_NOOP("Keys", "Alt + drag, Ctrl + drag"), QT_TRANSLATE_NOOP("Keys", "Select what the frame touches")),
    (QT_TRANSLATE_NOOP("Keys", "Click, Ctrl + click, Shift + click"), QT_TRANSLATE_NOOP("Keys", "Select, add, extend")),
    (QT_TRANSLATE_NOOP("Keys", "One finger, two fingers"), QT_TRANSLATE_NOOP("Keys", "Pan, zoom about their middle")),
    (
        QT_TRANSLATE_NOOP("Keys", "Tap, double tap, long press"),
        QT_TRANSLATE_NOOP("Keys", "Select, open, tell what is there"),
    ),
    (QT_TRANSLATE_NOOP("Keys", "Double click"), QT_TRANSLATE_NOOP("Keys", "Fit the event, open the cluster")),
)
MORE_KEYS: Sequence[tuple[object, object]] = (
    ("↑ ↓", QT_TRANSLATE_NOOP("Keys", "Neighbouring lane")),
    ("Shift + ← →", QT_TRANSLATE_NOOP("Keys", "Extend the selection")),
    ("Ctrl + ← →", QT_TRANSLATE_NOOP("Keys", "Move without selecting")),
    ("Shift + F10", QT_TRANSLATE_NOOP("Keys", "Menu of the lane")),
    (QT_TRANSLATE_NOOP("Keys", "Enter"), QT_TRANSLATE_NOOP("Keys", "Fit the event, open the cluster")),
    (QT_TRANSLATE_NOOP("Keys", "Space"), QT_TRANSLATE_NOOP("Keys", "Select or not")),
    ("Enter, Shift + Enter", QT_TRANSLATE_NOOP("Keys", "Next, previous hit (in the search)")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "Clear the search, give up a drag")),
)


def _tr(text: object) -> str:
    return QCoreApplication.translate("Keys", str(text))


class KeysDialog(QDialog):
    """A page in two columns: keys by menu on the left, gestures and further keys on the right."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(self.tr("Keys and gestures"))
        specs = {spec.name: spec for spec in SPECS}
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(2)
        for number, (title, names) in enumerate(MENUS):
            rows = []
            for name in names:
                spec = specs.get(name)
                keys = [*spec.keys, *spec.view_keys] if spec else []
                if spec and keys:
                    shown = [QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText) for key in keys[:2]]
                    words = QCoreApplication.translate("Actions", str(spec.words)).rstrip("…")
                    rows.append((", ".join(shown), words))
            heading = QCoreApplication.translate("Actions", str(title)).replace("&", "")
            self._section(left if number in (0, 1, 3) else right, heading, rows)
        self._section(right, self.tr("In the timeline"), [(_tr(key), _tr(words)) for key, words in MORE_KEYS])
        self._section(right, self.tr("Mouse and touchpad"), [(_tr(key), _tr(words)) for key, words in GESTURES])
        left.addStretch(1)
        right.addStretch(1)
        content = QWidget()
        columns = QHBoxLayout(content)
        columns.setContentsMargins(24, 16, 24, 16)
        columns.setSpacing(48)
        columns.addLayout(left)
        columns.addLayout(right)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.addWidget(area, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addStretch(1)
        foot.addWidget(close)
        layout.addLayout(foot)
        self.resize(900, 740)

    def _section(self, column: QVBoxLayout, title: str, rows: Sequence[tuple[str, str]]) -> None:
        heading = PlainLabel(title.upper())
        heading.setFont(style.font(style.SMALL, 600, spaced=True))
        heading.setProperty("muted", True)
        heading.setContentsMargins(0, 14, 0, 4)
        column.addWidget(heading)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for number, (key, words) in enumerate(rows):
            key_label = PlainLabel(key)
            key_label.setFont(style.font(style.NORMAL, 600))
            key_label.setFixedWidth(_KEYS_PX)
            words_label = PlainLabel(words)
            for label, place in ((key_label, 0), (words_label, 1)):
                label.setWordWrap(True)  # some languages need more words
                grid.addWidget(label, number, place, Qt.AlignmentFlag.AlignTop)
        column.addLayout(grid)
