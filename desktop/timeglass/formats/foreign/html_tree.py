"""HTML as a small tree of what can be shown; everything that runs, loads or hides is left out."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Final

DEEPEST: Final = 40
"""Levels of nesting; what is deeper counts as part of the deepest."""
MOST_TAGS: Final = 20_000
"""So many opening angle brackets a text may have and still be read as HTML."""
MOST_DECLARATIONS: Final = 500
"""So many comments and declarations it may have: the parser looks for the end of each through all the rest."""

DROPPED: Final = frozenset(
    {"script", "style", "head", "template", "iframe", "object", "svg", "math", "noscript", "video", "audio", "canvas"}
)
"""Elements whose contents are no text."""
INLINE: Final = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "code": "code", "tt": "code"}
INLINE_NAMES: Final = frozenset({*INLINE, "a"})
BLOCKS: Final = frozenset(
    {"address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "figcaption"}
    | {"figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "html", "li", "main", "nav", "ol"}
    | {"p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_CLOSED_BY: Final = {
    "p": BLOCKS - {"html", "body"},
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr"}),
    "td": frozenset({"td", "th", "tr"}),
    "th": frozenset({"td", "th", "tr"}),
}
"""What ends an element although nothing closes it."""


@dataclass
class Element:
    """An element that can be shown; ``br`` and ``hr`` too. ``""`` is the whole."""

    name: str
    address: str = ""
    children: "list[Element | str]" = field(default_factory=list)


def parse_html(text: str) -> Element:
    """The tree of a piece of HTML, however broken."""
    if text.count("<") > MOST_TAGS or text.count("<!") > MOST_DECLARATIONS:
        return Element("", children=[text])
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.root


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("")
        self._open = [self.root]
        self._dropping: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in DROPPED:
            self._dropping.append(tag)
        if self._dropping:
            return
        if tag in ("br", "hr"):
            self._open[-1].children.append(Element(tag))
        elif tag == "img":
            self.handle_data(next((value or "" for name, value in attrs if name == "alt"), ""))
        elif tag in BLOCKS or tag in INLINE_NAMES:
            while tag in _CLOSED_BY.get(self._open[-1].name, ()):
                self._open.pop()
            address = next((value or "" for name, value in attrs if name == "href"), "") if tag == "a" else ""
            element = Element(tag, address)
            self._open[-1].children.append(element)
            if len(self._open) < DEEPEST:
                self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in DROPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._dropping:
            if tag in self._dropping:
                del self._dropping[self._dropping.index(tag) :]
            return
        names = [element.name for element in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if self._dropping:
            return
        children = self._open[-1].children
        if children and isinstance(children[-1], str):
            children[-1] += data
        else:
            children.append(data)
