"""Asks for a name under which something is kept."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from timeglass.widgets import style
from timeglass.widgets.plain_text import PlainLabel


class NameDialog(QDialog):
    """``is_taken`` tells whether a name is there already: it may be taken again, but that is said before."""

    def __init__(
        self, title: str, what: str, proposed: str, is_taken: Callable[[str], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._is_taken = is_taken
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        label = PlainLabel(self.tr("Name"))
        self.edit = QLineEdit(proposed)
        self.edit.setMaxLength(200)
        self.edit.setAccessibleName(label.text())
        self.edit.setFont(style.font(style.BODY))
        self.edit.selectAll()
        label.setBuddy(self.edit)
        self.hint = PlainLabel(what)
        self.hint.setProperty("muted", True)
        self.hint.setWordWrap(True)
        self._what = what
        self.keep = QPushButton(self.tr("Keep"))
        self.keep.setProperty("accent", True)
        self.keep.setFont(style.font(style.NORMAL, 600))
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(self.edit)
        layout.addWidget(self.hint)
        layout.addSpacing(8)
        layout.addLayout(buttons)
        self.edit.textChanged.connect(self._on_changed)
        self._on_changed()

    @property
    def name(self) -> str:
        """The name as it stands."""
        return self.edit.text().strip()

    def _on_changed(self) -> None:
        self.keep.setEnabled(bool(self.name))
        taken = bool(self.name) and self._is_taken(self.name)
        self.keep.setText(self.tr("Replace") if taken else self.tr("Keep"))
        self.hint.setText(
            self.tr("This name is there already; what it stands for is replaced.") if taken else self._what
        )

    def accept(self) -> None:
        if self.name:
            super().accept()
