"""The list of what is wrong in a file: a click copies the place and opens the file there."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeglass.paint.theme import Theme
from timeglass.widgets import icons, style
from timeglass.widgets.counted import problems_counted
from timeglass.widgets.file_words import file_fault
from timeglass.widgets.plain_text import PlainLabel, plain_tip
from timeglass.widgets.services import ProblemLike

_PLACE_ROLE = int(Qt.ItemDataRole.UserRole)


class ProblemsPanel(QFrame):
    """Shows problems in the order of the file. ``place_requested`` comes with file, line and column."""

    place_requested = Signal(str, int, int)
    close_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problems: Sequence[ProblemLike] = ()
        self.heading = PlainLabel()
        self.heading.setFont(style.font(style.NORMAL, 600))
        copy = QPushButton(self.tr("Copy all"))
        close = QPushButton(self.tr("Close"))
        for button in (copy, close):
            button.setProperty("flat", True)
            button.setProperty("link", True)
        copy.clicked.connect(self.copy_all)
        close.clicked.connect(self.close_requested)
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 6, 8, 2)
        bar.addWidget(self.heading, 1)
        bar.addWidget(copy)
        bar.addWidget(close)
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(self.tr("Problems in the file"))
        self.tree.setHeaderLabels(
            [
                self.tr("Severity"),
                self.tr("Line"),
                self.tr("What is wrong"),
                self.tr("What would be right"),
                self.tr("Where"),
            ]
        )
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(False)
        header.resizeSection(3, 160)
        header.resizeSection(4, 150)
        self._asked = -1
        self._asking = QElapsedTimer()
        self.tree.itemClicked.connect(self._on_clicked)
        self.tree.itemActivated.connect(self._request)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(bar)
        layout.addWidget(self.tree, 1)

    def set_problems(self, problems: Sequence[ProblemLike]) -> None:
        """List these."""
        self._problems = problems
        self.heading.setText(problems_counted(len(problems)))
        self._asked = -1
        self.tree.clear()
        words = {"error": self.tr("Error"), "warning": self.tr("Warning")}
        several = len({str(problem.file) for problem in problems}) > 1
        items = []
        for problem in problems:
            place = f"{problem.line}:{problem.column}" if problem.line else ""
            if several:
                place = f"{Path(str(problem.file)).name}:{place}".rstrip(":")
            severity = words.get(str(problem.severity), str(problem.severity))
            item = QTreeWidgetItem([severity, place, file_fault(problem.message), problem.suggestion, problem.path])
            item.setData(0, _PLACE_ROLE, (str(problem.file), problem.line, problem.column))
            item.setFont(1, style.font(style.NORMAL, tabular=True))
            item.setToolTip(2, plain_tip(str(problem)))
            items.append(item)
        self.tree.addTopLevelItems(items)
        self.set_theme(self._theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in a theme's colours."""
        self._theme = theme
        signs = {
            "error": icons.icon("warning", theme.error, 14),
            "warning": icons.icon("info", theme.warning, 14),
        }
        for place, problem in enumerate(self._problems):
            item = self.tree.topLevelItem(place)
            if item is not None:
                item.setIcon(0, signs.get(str(problem.severity), signs["warning"]))

    def copy_all(self) -> None:
        """Put all problems as text on the clipboard, one a line."""
        QGuiApplication.clipboard().setText("\n".join(str(problem) for problem in self._problems))

    def _on_clicked(self, item: QTreeWidgetItem) -> None:
        if len(self.tree.selectedItems()) <= 1:  # of several a selection is being made
            self._request(item)

    def _request(self, item: QTreeWidgetItem) -> None:
        """Ask for a place; a double click, which also is a click or two, asks once."""
        at = self.tree.indexOfTopLevelItem(item)
        again = self._asked == at and not self._asking.hasExpired(
            QGuiApplication.styleHints().mouseDoubleClickInterval()
        )
        if not again:
            self._asked = at
            self._asking.start()
            file, line, column = item.data(0, _PLACE_ROLE)
            self.place_requested.emit(file, line, column)
