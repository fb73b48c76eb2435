"""Markdown of a timeline file onto a page: CommonMark without HTML, without pictures, with safe links only."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QTextCharFormat

from timeglass.widgets import style
from timeglass.widgets.page_writer import PageWriter

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SAFE_SCHEMES: Final = frozenset({"http", "https", "mailto"})
"""What a link may lead to."""
_INDENT_PX: Final = 20
_SIGNS: Final = frozenset("*_`[]<&\\\n")
_FIRST_SIGNS: Final = frozenset("#>-+=~")


def is_safe_link(href: str) -> bool:
    """Tell whether a link may be offered: http, https and mailto may."""
    from urllib.parse import urlsplit  # not before the first link

    try:
        return urlsplit(href).scheme.lower() in SAFE_SCHEMES
    except ValueError:
        return False


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # the first page of plain sentences shall not wait for it

    return MarkdownIt("commonmark", {"html": False})


def is_plain(text: str) -> bool:
    """Tell whether a text is certainly one paragraph without any markup."""
    if not _SIGNS.isdisjoint(text) or text[0] in _FIRST_SIGNS:
        return False
    number = text.split(" ", 1)[0]
    return not (number[:-1].isdigit() and number[-1] in ".)")


def write_markdown(page: PageWriter, text: str, size: int = style.BODY) -> None:
    """Append a text to a page."""
    text = text.strip("\n")
    if not text.strip():
        return
    if text[0] != " " and is_plain(text):
        page.block(below=10, line=140)
        page.text(text, page.char(size))
        return
    _Walk(page, size).tokens(_parser().parse(text))


class _Walk:
    """One pass over the parser's tokens."""

    def __init__(self, page: PageWriter, size: int) -> None:
        self._page = page
        self._size = size
        self._lists: list[int] = []  # the next number; 0 for bullets
        self._quotes = 0
        self._marker = ""
        self._heading = False

    def tokens(self, tokens: Iterable["Token"]) -> None:
        for token in tokens:
            match token.type:
                case "bullet_list_open":
                    self._lists.append(0)
                case "ordered_list_open":
                    self._lists.append(int(token.attrs.get("start", 1)))
                case "bullet_list_close" | "ordered_list_close":
                    self._lists.pop()
                case "list_item_open":
                    self._marker = f"{self._lists[-1]}. " if self._lists[-1] else "• "
                    self._lists[-1] += bool(self._lists[-1])
                case "blockquote_open" | "blockquote_close":
                    self._quotes += token.nesting
                case "heading_open" | "heading_close":
                    self._heading = token.nesting > 0
                case "hr":
                    self._page.rule()
                case "fence" | "code_block":
                    for line in token.content.rstrip("\n").split("\n"):
                        self._begin(below=0)
                        self._page.text(line or " ", _fixed(self._page.char(self._size - 2)))
                case "inline":
                    self._begin(below=4 if self._lists else 10)
                    self._inline(token.children or ())
                case _:
                    pass

    def _begin(self, below: float) -> None:
        form = self._page.block(above=8 if self._heading else 0, below=below, line=140)
        depth = len(self._lists) + self._quotes
        if depth:
            form.setLeftMargin(depth * _INDENT_PX)
            if self._marker:
                form.setTextIndent(4 - _INDENT_PX)
            self._page.cursor.setBlockFormat(form)
        if self._marker:
            self._page.text(self._marker, self._page.char(self._size, color=self._page.theme.muted))
            self._marker = ""

    def _inline(self, tokens: Iterable["Token"]) -> None:
        strong = emphasis = 0
        href = ""
        for token in tokens:
            size = self._size + 2 if self._heading else self._size
            form = self._page.char(size, 600 if strong or self._heading else 400, href=href)
            form.setFontItalic(emphasis > 0)
            match token.type:
                case "text" | "image":  # a picture is never fetched: its words stand for it
                    self._page.text(token.content, form)
                case "code_inline":
                    self._page.text(token.content, _fixed(form))
                case "softbreak":
                    self._page.text(" ", form)
                case "hardbreak":
                    self._page.cursor.insertText("\u2028", form)
                case "strong_open" | "strong_close":
                    strong += token.nesting
                case "em_open" | "em_close":
                    emphasis += token.nesting
                case "link_open":
                    target = str(token.attrs.get("href", ""))
                    href = target if is_safe_link(target) else ""
                case "link_close":
                    href = ""
                case _:
                    pass


def _fixed(form: QTextCharFormat) -> QTextCharFormat:
    form.setFontFamilies(["DejaVu Sans Mono", "Menlo", "Consolas", "monospace"])
    return form
