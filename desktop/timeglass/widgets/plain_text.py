"""Texts out of files, shown as text: Qt takes what looks like HTML in labels and tooltips for such."""

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLabel, QWidget


class PlainLabel(QLabel):
    """A label that shows every sign of its text."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)


def plain_tip(text: str) -> str:
    """A text as tooltip."""
    normal = Qt.WhiteSpaceMode.WhiteSpaceNormal
    return Qt.convertFromPlainText(text, normal) if Qt.mightBeRichText(text) else text
