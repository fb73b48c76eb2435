"""What this program is, and under which licences its parts stand."""

from typing import Final

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtGui import QTextLength
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from timeglass import __version__
from timeglass.paint.theme import Theme
from timeglass.widgets import style
from timeglass.widgets.license_dialog import LicenseDialog
from timeglass.widgets.page_view import PageView
from timeglass.widgets.page_writer import PageWriter
from timeglass.widgets.parts import Part, parts
from timeglass.widgets.plain_text import PlainLabel

_WORDS_PX: Final = 456
_LICENSE: Final = "license:"
"""Begins the link behind a licence; the number of the part follows."""


class AboutDialog(QDialog):
    """Name, version, licences; the parts in a list with links to where they come from and to their licences."""

    address_requested = Signal(str)
    """A link to somewhere else was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts = parts()
        self.license: LicenseDialog | None = None
        """The licence that is shown."""
        self.setWindowTitle(self.tr("About Timeglass"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 20)
        layout.setSpacing(10)
        name = PlainLabel("Timeglass")
        name.setFont(style.font(style.TITLE, 700))
        layout.addWidget(name)
        for text in (
            self.tr("A desktop timeline viewer: dates that keep their doubt, sources, search, a PDF fit for print."),
            self.tr("Version {version}, with Qt {qt}").format(version=__version__, qt=qVersion()),
            self.tr("The code stands under the MIT licence, the built-in timeline under CC BY 4.0, the font Inter "
                    "under the SIL Open Font License, Qt under the LGPL 3."),
            self.tr("Nothing that you open, search or write leaves this computer."),
        ):  # fmt: skip
            label = PlainLabel(text)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setFixedWidth(_WORDS_PX)
            label.setMinimumHeight(label.heightForWidth(_WORDS_PX))
            layout.addWidget(label)
        self.page = PageView(theme)
        self.page.setAccessibleName(self.tr("Parts and their licences"))
        self.page.setViewportMargins(12, 8, 12, 8)
        self.page.setFixedHeight(240)
        self._write(self._parts)
        self.page.link_requested.connect(self._on_link)
        top = self.page.textCursor()  # it was pushed to the end by what was written, and the view would follow it
        top.setPosition(0)
        self.page.setTextCursor(top)
        layout.addSpacing(6)
        layout.addWidget(self.page)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        layout.addSpacing(8)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(_WORDS_PX + 64)

    def _write(self, shipped: list[Part]) -> None:
        page = PageWriter(self.page.document(), self._theme)
        share = QTextLength.Type.PercentageLength
        lines = []
        for number, part in enumerate(shipped):
            lines.append((part.name, part.version, part.license, part.url, number))
            within = self.tr("in {part}").format(part=part.name)
            lines += [(inner, within, licence, "", number) for inner, licence in part.inside.items()]
        table = page.table(len(lines), [QTextLength(share, 33), QTextLength(share, 31), QTextLength(share, 36)])
        for row, (name, version, licence, url, number) in enumerate(lines):
            table.cell(row, 0)
            page.text(name, page.char(style.NORMAL, href=url))
            table.cell(row, 1)
            page.text(version, page.char(style.NORMAL, color=self._theme.muted, tabular=True))
            table.cell(row, 2)
            page.text(licence, page.char(style.NORMAL, href=f"{_LICENSE}{number}"))
        table.done()

    def _on_link(self, address: str) -> None:
        if not address.startswith(_LICENSE):
            self.address_requested.emit(address)
            return
        self.license = LicenseDialog(self._parts[int(address.removeprefix(_LICENSE))], self)
        self.license.open()
