"""HTML in the texts of foreign files into Markdown: its emphasis, links, lists and paragraphs, and nothing else."""

import re
from html import unescape
from html.parser import HTMLParser

from timeglass.formats.links import is_web_address

_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!--")
_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])")
_BLANK_LINES = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*)+")
_SPACES = re.compile(r"\s+")
_SILENT = frozenset({"script", "style", "template", "noscript", "iframe", "object", "svg", "head", "title"})
_BLOCKS = frozenset(
    {"p", "div", "ul", "ol", "blockquote", "table", "tr", "section", "article", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_MARKS = {
    "b": "**", "strong": "**", "i": "*", "em": "*", "cite": "*",
    "h1": "**", "h2": "**", "h3": "**", "h4": "**", "h5": "**", "h6": "**",
}  # fmt: skip


def markdown_of(text: str) -> str:
    """Safe Markdown of a text that may be HTML; a text without any tag stays as it is but for its entities."""
    if not _TAG.search(text):
        return unescape(text).strip() if "&" in text else text.strip()
    writer = _Writer()
    writer.feed(text)
    writer.close()
    return writer.markdown()


def plain_of(text: str) -> str:
    """The words of a text that may be HTML, on one line."""
    if _TAG.search(text):
        reader = _Words()
        reader.feed(text)
        reader.close()
        text = "".join(reader.words)
    elif "&" in text:
        text = unescape(text)
    return _SPACES.sub(" ", text).strip()


class _Words(HTMLParser):
    """Collects the text outside silent elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in _SILENT
        if tag == "br" or tag in _BLOCKS:
            self.words.append(" ")

    def handle_endtag(self, tag: str) -> None:
        self._silent = max(0, self._silent - (tag in _SILENT))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.words.append(data)


class _Writer(HTMLParser):
    """Writes Markdown while it reads HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._parts: list[str] = []
        self._links: list[str] = []
        """Addresses of the links that are open; "" for one that may not be followed."""
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        self._silent += tag in _SILENT
        if self._silent:
            return
        if tag == "br":
            self._parts.append("\n")
        elif tag == "li":
            self._parts.append("\n- ")
        elif tag in _BLOCKS:
            self._parts.append("\n\n")
        if tag == "a":
            address = (dict(attrs).get("href") or "").strip()
            self._links.append(address if is_web_address(address) and not set(address) & set("()<>") else "")
            self._parts.append("[" if self._links[-1] else "")
        elif tag in _MARKS:
            self._parts.append(_MARKS[tag])

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
            return
        if self._silent:
            return
        if tag == "a" and self._links:
            address = self._links.pop()
            self._parts.append(f"]({address})" if address else "")
        elif tag in _MARKS:
            self._close(_MARKS[tag])
        if tag in _BLOCKS:
            self._parts.append("\n\n")

    def handle_data(self, data: str) -> None:
        """Take in text between tags."""
        if not self._silent:
            self._parts.append(_SPECIAL.sub(r"\\\g<0>", _SPACES.sub(" ", data)))

    def _close(self, mark: str) -> None:
        """Close an emphasis; one with nothing in it is taken back, and spaces go outside of it."""
        if self._parts and self._parts[-1] == mark:
            self._parts.pop()
            return
        space = ""
        if self._parts and self._parts[-1].endswith(" "):
            self._parts[-1] = self._parts[-1].rstrip(" ")
            space = " "
        self._parts.append(mark + space)

    def markdown(self) -> str:
        """All that was written, with links closed that the text leaves open."""
        for address in reversed(self._links):
            self._parts.append(f"]({address})" if address else "")
        text = _BLANK_LINES.sub("\n\n", "".join(self._parts))
        return "\n".join(line.strip() for line in text.split("\n")).strip()
