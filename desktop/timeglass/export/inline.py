"""Texts as the page template takes them: small JSON trees in which nothing is markup.

An inline is a string, or a list of strings and of these: ``0`` a place where a line may break, ``1`` a line break,
``{"b": inline}`` strong, ``{"i": inline}`` emphasis, ``{"c": text}`` code, ``{"l": address, "x": inline}`` a link,
``{"n": text}`` a piece that does not break.
A block is an inline (a paragraph), ``{"ul": [[block, …], …]}``, ``{"ol": …, "n": first}``, ``{"q": [block, …]}`` a
quotation, ``{"h": inline}`` a heading inside the text, or ``{"p": text}`` preformatted lines.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

Inline = str | list[Any]
Block = str | list[Any] | dict[str, Any]

LONGEST_WORD: Final = 40
"""Characters; a longer word gets places to break."""
_LONG: Final = re.compile(rf"[^\s\u200b\xad]{{{LONGEST_WORD + 1},}}")
_PIECE: Final = re.compile(r"[^/?&=.,;:_\-]{0,11}[/?&=.,;:_\-]+|[^/?&=.,;:_\-]{1,12}")
_ADDRESS_PIECE: Final = re.compile(r"[/?&=.,;:_\-]{1,8}[^/?&=.,;:_\-]{0,16}|[^/?&=.,;:_\-]{1,16}")
_MARKDOWN: Final = re.compile(r"[*_`\[\]<>&\\\n#~!|]|^\s*(?:[-+=]|\d+[.)])|^\s{4}")
LONGEST_LINK: Final = 2_000
"""Characters; a longer address stays text (typst refuses more than 8,000)."""
_SAFE_SCHEMES: Final = frozenset(("http", "https", "mailto"))


def breakable(text: str) -> Inline:
    """A text as an inline; words of more than :data:`LONGEST_WORD` characters get places to break."""
    if _LONG.search(text) is None:
        return text
    parts: list[Any] = []
    done = 0
    for match in _LONG.finditer(text):
        if match.start() > done:
            parts.append(text[done : match.start()])
        for piece in _PIECE.findall(match.group()):
            parts.extend((piece, 0))
        done = match.end()
    if done < len(text):
        parts.append(text[done:])
    return parts


def breakable_address(address: str) -> Inline:
    """An address in pieces that each stay whole, with places to break before its punctuation.

    A line that ended in a hyphen of the address would lose it when the text is copied.
    """
    parts: list[Any] = []
    for piece in _ADDRESS_PIECE.findall(address):
        parts.extend((0, {"n": piece}) if parts else ({"n": piece},))
    return parts


def safe_address(address: str) -> str:
    """The address if it can be made a link (http, https, mailto; not endless), else ""."""
    if len(address) > LONGEST_LINK:
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme not in _SAFE_SCHEMES or not (parts.netloc or parts.scheme == "mailto"):
        return ""
    return address if address.isprintable() and " " not in address else ""


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline"])


def _simplest(parts: list[Any]) -> Inline:
    """Join neighbouring strings; a single string stands for itself."""
    joined: list[Any] = []
    for part in parts:
        if part == "":
            continue
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        else:
            joined.append(part)
    if all(isinstance(part, str) for part in joined):
        return "".join(joined)
    return joined


def _add(parts: list[Any], inline: Inline) -> None:
    if isinstance(inline, str):
        parts.append(inline)
    else:
        parts.extend(inline)


def _inline(tokens: Sequence[Token]) -> Inline:
    """Inline tokens of a CommonMark paragraph as an inline."""
    stack: list[list[Any]] = [[]]
    links: list[str] = []
    for token in tokens:
        top = stack[-1]
        match token.type:
            case "text":
                _add(top, breakable(token.content))
            case "code_inline":
                top.append({"c": breakable(token.content)})
            case "softbreak":
                top.append(" ")
            case "hardbreak":
                top.append(1)
            case "strong_open" | "em_open":
                stack.append([])
            case "link_open":
                links.append(safe_address(str(token.attrGet("href") or "")))
                stack.append([])
            case "strong_close" | "em_close":
                inner = _simplest(stack.pop())
                stack[-1].append({"b" if token.type == "strong_close" else "i": inner})
            case "link_close":
                inner, address = _simplest(stack.pop()), links.pop()
                if address and inner:
                    stack[-1].append({"l": address, "x": inner})
                else:
                    _add(stack[-1], inner)
            case _:
                _add(top, breakable(token.content))
    return _simplest(stack[0])


def blocks_of(markdown: str) -> list[Block]:
    """Blocks of a CommonMark text. Raw HTML and pictures stay text; unsafe links lose their address."""
    text = markdown.strip()
    if not text:
        return []
    if _MARKDOWN.search(text) is None:
        return [breakable(text)]
    stack: list[list[Any]] = [[]]
    starts: list[int] = []
    heading = False
    for token in _parser().parse(text):
        match token.type:
            case "inline":
                inline = _inline(token.children or [])
                if inline:
                    stack[-1].append({"h": inline} if heading else inline)
            case "heading_open" | "heading_close":
                heading = token.type == "heading_open"
            case "code_block" | "fence":
                stack[-1].append({"p": breakable(token.content.rstrip("\n"))})
            case "bullet_list_open" | "ordered_list_open" | "list_item_open" | "blockquote_open":
                if token.type == "ordered_list_open":
                    starts.append(int(token.attrGet("start") or 1))
                stack.append([])
            case "list_item_close":
                item = stack.pop()
                stack[-1].append(item)
            case "bullet_list_close":
                items = stack.pop()
                stack[-1].append({"ul": items})
            case "ordered_list_close":
                items = stack.pop()
                stack[-1].append({"ol": items, "n": starts.pop()})
            case "blockquote_close":
                quoted = stack.pop()
                stack[-1].append({"q": quoted})
            case _:
                pass
    return stack[0]


def plain_text(markdown: str) -> str:
    """A CommonMark text without its marks, paragraphs parted by blank lines."""
    return "\n\n".join(part for part in (_plain(block) for block in blocks_of(markdown)) if part)


def _plain(node: Any) -> str:
    """All strings of a block or inline, in order."""
    match node:
        case str():
            return node
        case 0:
            return ""
        case 1:
            return "\n"
        case list():
            return "".join(_plain(part) for part in node)
        case {"ul": items} | {"ol": items}:
            return "\n".join("• " + " ".join(_plain(block) for block in item) for item in items)
        case {"q": quoted}:
            return "\n\n".join(_plain(block) for block in quoted)
        case {"x": inner}:
            return _plain(inner)
        case dict():
            return "".join(_plain(part) for part in node.values() if not isinstance(part, int))
        case _:
            return ""
