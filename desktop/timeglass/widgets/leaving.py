"""Addresses open outside only after it was shown where they lead."""

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from timeglass.widgets.markdown import is_safe_link


def ask_and_open(address: str, parent: QWidget) -> None:
    """Show an address and open it in the system's browser if the person wants that."""
    if not is_safe_link(address):
        return
    translate = QCoreApplication.translate
    box = QMessageBox(parent)
    box.setWindowTitle(translate("Leaving", "Open outside"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(translate("Leaving", "This link leads out of Timeglass, to:"))
    box.setInformativeText(address)
    go = box.addButton(translate("Leaving", "Open"), QMessageBox.ButtonRole.AcceptRole)
    copy = box.addButton(translate("Leaving", "Copy the address"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(go)
    box.exec()
    if box.clickedButton() is go:
        QDesktopServices.openUrl(QUrl(address))
    elif box.clickedButton() is copy:
        QGuiApplication.clipboard().setText(address)
    box.deleteLater()
