"""Addresses open outside only after it was shown where they lead."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from timeglass.widgets.markdown import is_safe_link


class LeavingDialog(QMessageBox):
    """Shows an address; opens it in the system's browser, or copies it, if the person wants that."""

    def __init__(self, address: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open outside"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(self.tr("This link leads out of Timeglass, to:"))
        self.setInformativeText(address)
        go = self.addButton(self.tr("Open"), QMessageBox.ButtonRole.AcceptRole)
        copy = self.addButton(self.tr("Copy the address"), QMessageBox.ButtonRole.ActionRole)
        self.addButton(QMessageBox.StandardButton.Cancel)
        self.setDefaultButton(go)
        go.clicked.connect(lambda: open_outside(address))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(address))


def open_outside(address: str) -> None:
    """Hand a safe address to the system; others are not touched."""
    if is_safe_link(address):
        QDesktopServices.openUrl(QUrl(address))
