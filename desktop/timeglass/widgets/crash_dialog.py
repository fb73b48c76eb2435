"""What a person is told about a fault of the program."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeglass.widgets import style
from timeglass.widgets.plain_text import PlainLabel

_LONGEST = 300


class CrashDialog(QDialog):
    """What happened, and a report to copy. Closing it leads back to the window."""

    def __init__(
        self, kind: str, words: str, report: str, log_folder: Path | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A fault in Timeglass"))
        heading = PlainLabel(self.tr("Something went wrong in Timeglass."))
        heading.setFont(style.font(style.HEADING, 700))
        what = " ".join(f"{kind}: {words}".rstrip(": ").split())
        texts = [
            self.tr("This is a fault of the program, not of your file. The window stays open, but what you did last "
                    "may not have been carried out."),
            what if len(what) <= _LONGEST else f"{what[:_LONGEST]}…",
            self.tr("The report below holds versions and places in the program; nothing out of your files."),
        ]  # fmt: skip
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setAccessibleName(self.tr("Report"))
        self.report.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.copy = QPushButton(self.tr("Copy the report"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        self.folder = QPushButton(self.tr("Show the logs"))
        self.folder.setVisible(log_folder is not None)
        self.folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_folder))))
        self.quit = QPushButton(self.tr("Quit Timeglass"))
        self.quit.clicked.connect(self._quit)
        self.go_on = QPushButton(self.tr("Go on"))
        self.go_on.clicked.connect(self.accept)
        self.go_on.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(heading)
        for text in texts:
            label = PlainLabel(text)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        layout.addWidget(self.report, 1)
        buttons = QHBoxLayout()
        for button in (self.copy, self.folder):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.quit, self.go_on):
            buttons.addWidget(button)
        layout.addLayout(buttons)
        self.resize(640, 480)

    def _quit(self) -> None:
        self.reject()
        QApplication.closeAllWindows()
        QApplication.quit()
