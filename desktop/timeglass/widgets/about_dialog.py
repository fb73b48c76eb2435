"""What this program is, and under which licences its parts stand."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QVBoxLayout, QWidget

from timeglass import __version__
from timeglass.widgets import style


class AboutDialog(QDialog):
    """Name, version, licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Timeglass"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 20)
        layout.setSpacing(10)
        name = QLabel("Timeglass")
        name.setFont(style.font(style.TITLE, 700))
        layout.addWidget(name)
        for text in (
            self.tr("A desktop timeline viewer: dates that keep their doubt, sources, search, a PDF fit for print."),
            self.tr("Version {version}, with Qt {qt}").format(version=__version__, qt=qVersion()),
            self.tr("The code stands under the MIT licence, the built-in timeline under CC BY 4.0, the font Inter "
                    "under the SIL Open Font License, Qt under the LGPL 3."),
            self.tr("Nothing that you open, search or write leaves this computer."),
        ):  # fmt: skip
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFixedWidth(376)
            label.setMinimumHeight(label.heightForWidth(376))
            layout.addWidget(label)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        layout.addSpacing(8)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(440)
