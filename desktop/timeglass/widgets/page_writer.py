"""Writes typeset pages into a text document: captions, titles, paragraphs, badges, bars, rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)

from timeglass.paint.theme import Theme
from timeglass.widgets import style

BADGE_GROUND: Final = int(QTextFormat.Property.UserProperty.value) + 1
"""Character property: colour of the rounded ground that the view paints under a badge."""
BAR_SHARE: Final = BADGE_GROUND + 1
"""Block property: share 0 … 1 of the width that the view paints as a bar under the block."""
BAR_COLOR: Final = BADGE_GROUND + 2
RULE: Final = BADGE_GROUND + 3
"""Block property: the view paints a hairline through the block."""

_HARD_SPACE: Final = "\u00a0"
_LINE: Final = 28
"""Characters that fit into a line of the narrowest pane."""
_PROPORTIONAL: Final = int(QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
_FIXED: Final = int(QTextBlockFormat.LineHeightTypes.FixedHeight.value)
_ALL_FONT_PROPERTIES: Final = QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesAll


def held_together(words: str) -> str:
    """Words on one line, as far as they fit into one: longer ones would break within a word."""
    return words.replace(" ", _HARD_SPACE) if len(words) <= _LINE else words


@dataclass(frozen=True)
class Badge:
    """A word on a coloured ground."""

    text: str
    color: str
    ground: str
    href: str = ""


class PageWriter:
    """Appends to a document that it empties first. Everything is inserted as plain text, never as markup."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        self.theme = theme
        self.document = document
        document.clear()
        document.setUndoRedoEnabled(False)
        document.setDocumentMargin(0)
        document.setDefaultFont(style.font(style.BODY))
        self.cursor = QTextCursor(document)
        self._fresh = True

    def char(
        self, size: int = style.BODY, weight: int = 400, color: str = "", *, tabular: bool = False, href: str = ""
    ) -> QTextCharFormat:
        """A character format; ``href`` makes it a link."""
        made = QTextCharFormat()
        made.setFont(style.font(size, weight, tabular=tabular), _ALL_FONT_PROPERTIES)
        made.setForeground(QColor(color or (self.theme.accent if href else self.theme.text)))
        if href:
            made.setAnchor(True)
            made.setAnchorHref(href)
        return made

    def block(self, above: float = 0, below: float = 0, line: float = 0) -> QTextBlockFormat:
        """Begin a block with margins in pixels; ``line`` is the line height in percent."""
        made = QTextBlockFormat()
        made.setTopMargin(above)
        made.setBottomMargin(below)
        if line:
            made.setLineHeight(line, _PROPORTIONAL)
        if self._fresh:
            self.cursor.setBlockFormat(made)
        else:
            self.cursor.insertBlock(made, QTextCharFormat())
        self._fresh = False
        return made

    def text(self, text: str, form: QTextCharFormat) -> None:
        """Insert text into the present block; line breaks become spaces."""
        self.cursor.insertText(text.replace("\r", "").replace("\n", " "), form)

    def caption(self, text: str) -> None:
        """A heading of a section in small spaced capitals."""
        self.block(above=24, below=6)
        form = self.char(style.SMALL, 600, self.theme.muted)
        form.setFontCapitalization(QFont.Capitalization.AllUppercase)
        form.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        form.setFontLetterSpacing(0.7)
        self.text(text, form)

    def title(self, text: str, size: int = style.TITLE, href: str = "") -> None:
        """A title."""
        self.block(above=2, below=8, line=112)
        form = self.char(size, 700, href=href)
        form.setForeground(QColor(self.theme.text))
        self.text(text, form)

    def badges(self, badges: Sequence[Badge]) -> None:
        """Badges in a row that wraps between them."""
        if not badges:
            return
        self.block(above=14, below=10, line=160)
        for place, badge in enumerate(badges):
            if place:
                self.text("  ", self.char(style.NORMAL))
            form = self.char(style.SMALL + 1, 600, badge.color, href=badge.href)
            form.setProperty(BADGE_GROUND, badge.ground)
            words = badge.text.replace(" ", _HARD_SPACE)
            self.text(f"{_HARD_SPACE * 2}{words}{_HARD_SPACE * 2}", form)

    def links(self, links: Sequence[tuple[str, str]]) -> None:
        """Words with their hrefs, parted by points."""
        self.block(line=140)
        for place, (words, href) in enumerate(links):
            if place:
                self.text(" · ", self.char(style.NORMAL + 1, color=self.theme.muted))
            self.text(held_together(words), self.char(style.NORMAL + 1, href=href))

    def bar(self, words: str, value: str, share: float, color: str) -> None:
        """A figure with its share of the whole as a bar beneath."""
        made = self.block(above=2, below=14)
        made.setProperty(BAR_SHARE, min(max(share, 0.0), 1.0))
        made.setProperty(BAR_COLOR, color)
        self.cursor.setBlockFormat(made)
        self.text(f"{value}  ", self.char(style.NORMAL + 1, 600, tabular=True))
        self.text(words, self.char(style.NORMAL + 1, color=self.theme.muted))

    def table(self, rows: int, widths: Sequence[QTextLength]) -> "TableWriter":
        """A table without lines; its cells are filled through what is returned."""
        form = QTextTableFormat()
        form.setBorder(0)
        form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        form.setCellPadding(0)
        form.setCellSpacing(0)
        form.setTopMargin(3)
        form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        form.setColumnWidthConstraints(list(widths))
        return TableWriter(self, rows, len(widths), form)

    def rule(self) -> None:
        """A line across the page."""
        made = self.block(above=16, below=8)
        made.setProperty(RULE, True)
        self.cursor.setBlockFormat(made)
        self.text(_HARD_SPACE, self.char(style.SMALL))  # a table takes the place of a block without text


class TableWriter:
    """A table within a page; leave it with :meth:`done`."""

    def __init__(self, page: PageWriter, rows: int, columns: int, form: QTextTableFormat) -> None:
        self._page = page
        self._table = page.cursor.insertTable(rows, columns, form)

    def cell(
        self, row: int, column: int, *, right: bool = False, below: float = 4, line: float = 130, left: float = 0
    ) -> None:
        """Write into a cell from now on."""
        self._page.cursor = self._table.cellAt(row, column).firstCursorPosition()
        made = QTextBlockFormat()
        made.setBottomMargin(below)
        made.setLeftMargin(left)
        made.setLineHeight(line, _PROPORTIONAL)
        if right:
            made.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._page.cursor.setBlockFormat(made)

    def done(self) -> None:
        """Write behind the table from now on."""
        self._page.cursor = QTextCursor(self._page.document)
        self._page.cursor.movePosition(QTextCursor.MoveOperation.End)
        after = QTextBlockFormat()  # Qt keeps a block behind each table: it shall take no room
        after.setLineHeight(1, _FIXED)
        self._page.cursor.setBlockFormat(after)
