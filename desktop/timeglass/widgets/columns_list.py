"""The columns of a table with what stands in them, and for each a choice of what it holds."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from timeglass.widgets import style
from timeglass.widgets.choices import Choice
from timeglass.widgets.elided_label import ElidedLabel
from timeglass.widgets.part_words import KEPT, PARTS, SEVERAL, SKIPPED, part_words
from timeglass.widgets.table_services import ColumnMap, TableColumn

_CHOICE_PX: Final = 190


class _PartChoice(Choice):
    """A choice that leaves the wheel to the list that it stands in."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ColumnsList(QScrollArea):
    """``changed`` tells that a person chose another part for a column."""

    changed = Signal()

    def __init__(self, columns: Sequence[TableColumn], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._parts = [KEPT] * len(columns)
        self._filling = False
        self.choices = [self._choice(number) for number in range(len(columns))]
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 16, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(style.GRID)
        grid.setColumnStretch(0, 1)
        for number, column in enumerate(columns):
            grid.addLayout(self._words(column), number, 0)
            grid.addWidget(self.choices[number], number, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setRowStretch(len(columns), 1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _words(self, column: TableColumn) -> QVBoxLayout:
        name = ElidedLabel(column.name)
        name.setFont(style.font(style.NORMAL, 600))
        examples = ElidedLabel(" · ".join(column.examples) or self.tr("empty"))
        examples.setProperty("muted", True)
        for label in (name, examples):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        box = QVBoxLayout()
        box.setSpacing(1)
        box.addWidget(name)
        box.addWidget(examples)
        return box

    def _choice(self, number: int) -> Choice:
        choice = _PartChoice()
        choice.setFixedWidth(_CHOICE_PX)
        choice.setAccessibleName(self.tr("What the column {name} holds").format(name=self._columns[number].name))
        choice.addItem(self.tr("In the details"), KEPT)
        choice.addItem(self.tr("Left out"), SKIPPED)
        choice.insertSeparator(2)
        for part, words in PARTS:
            if part:
                choice.addItem(part_words(words), part)
            else:
                choice.insertSeparator(choice.count())
        choice.setMaxVisibleItems(choice.count())
        choice.currentIndexChanged.connect(lambda _index: self._on_chosen(number))
        return choice

    @property
    def parts(self) -> Sequence[str]:
        """What each column holds."""
        return tuple(self._parts)

    def show_parts(self, parts: Sequence[str]) -> None:
        """Show what each column holds."""
        self._parts = list(parts)
        self._filling = True
        for choice, part in zip(self.choices, parts, strict=True):
            choice.setCurrentIndex(max(0, choice.findData(part)))
        self._filling = False

    def mapping(self) -> ColumnMap:
        """All parts with their columns, so that nothing of it is guessed."""
        wanted = [part for part, _ in PARTS if part] + [SKIPPED]
        names = [column.name for column in self._columns]
        return {part: [name for name, held in zip(names, self._parts, strict=True) if held == part] for part in wanted}

    def _on_chosen(self, number: int) -> None:
        if self._filling:
            return
        part = str(self.choices[number].currentData() or KEPT)
        parts = [KEPT if held == part and part not in SEVERAL else held for held in self._parts]
        parts[number] = part
        self.show_parts(parts)
        self.changed.emit()
