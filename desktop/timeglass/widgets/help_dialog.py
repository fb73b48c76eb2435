"""The help: one page that lies beside the program, in the language of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from timeglass import assets
from timeglass.paint.theme import Theme
from timeglass.widgets.markdown import write_markdown
from timeglass.widgets.page_view import PageView
from timeglass.widgets.page_writer import PageWriter
from timeglass.widgets.translation import SOURCE_LANGUAGE, present_language


def help_text(language: str) -> str:
    """The page in a language, as Markdown; in English where there is none in it."""
    path = assets.resource_file(f"help/{language}.md")
    if not path.is_file():
        path = assets.resource_file(f"help/{SOURCE_LANGUAGE}.md")
    return path.read_text(encoding="utf-8")


class HelpDialog(QDialog):
    """Shows the page; ``page.link_requested`` comes with addresses that are clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help"))
        self.page = PageView(theme)
        self.page.setAccessibleName(self.tr("Help"))
        write_markdown(PageWriter(self.page.document(), theme), help_text(present_language()))
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        close.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 0, 24, 0)
        foot.addStretch(1)
        foot.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 16)
        layout.addWidget(self.page, 1)
        layout.addLayout(foot)
        top = self.page.textCursor()
        top.setPosition(0)
        self.page.setTextCursor(top)
        self.page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resize(760, 740)
