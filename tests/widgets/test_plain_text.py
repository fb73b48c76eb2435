"""What a file says is never taken for HTML."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.plain_text import PlainLabel, plain_tip


def test_tips_show_every_sign() -> None:
    assert plain_tip("1991 & < 2\nnext") == "1991 & < 2\nnext"
    assert plain_tip("a: <b>bold</b>") == "<p>a: &lt;b&gt;bold&lt;/b&gt;</p>"
    assert PlainLabel("<b>x</b>").textFormat() == Qt.TextFormat.PlainText


def _guessing(widget: QWidget) -> list[str]:
    """Texts of labels that would be taken for HTML if they looked like it; what names a field of a form is ours."""
    labels = [label for label in widget.findChildren(QLabel) if label.text() and label.buddy() is None]
    return [label.text() for label in labels if label.textFormat() != Qt.TextFormat.PlainText]


def test_no_label_of_the_window_guesses(window: MainWindow) -> None:
    assert _guessing(window) == []


@pytest.mark.parametrize("name", ["export", "go_to", "keys", "about", "shelf", "keep_search", "help"])
def test_no_label_of_a_dialog_guesses(window: MainWindow, qtbot: QtBot, name: str, tmp_path: Path) -> None:
    window.actions_by_name[name].trigger()
    dialogs = [widget for widget in window.findChildren(QWidget) if widget.isWindow() and widget.isVisible()]
    assert [_guessing(dialog) for dialog in dialogs] == [[]] * len(dialogs)
    for dialog in dialogs:
        dialog.close()
