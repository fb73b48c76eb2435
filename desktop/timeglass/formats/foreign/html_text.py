"""HTML reduced to Markdown or to plain text. Only text, emphasis, lists, quotations and web links are left."""

import re
from collections.abc import Sequence
from html import unescape
from urllib.parse import urlsplit

from timeglass.formats.foreign.html_tree import BLOCKS, INLINE, Element, parse_html
from timeglass.formats.foreign.markdown_text import escape_line_start, escape_markdown, plain_to_markdown

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]*(?:\s[^<>]*)?/?>|<!--")
_TAG_START = re.compile(r"<(?=[A-Za-z/!?])")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_SCHEMES = frozenset({"http", "https", "mailto"})
_LONGEST_ADDRESS = 2_000
_UNSAFE_IN_ADDRESS = {ord(character): f"%{ord(character):02X}" for character in " ()<>\\`*_[]\"'{}|^"} | {ord("_"): "_"}
_BREAK = "\n"
"""Stands for a line break between inline pieces."""


def markdown_of(text: str) -> str:
    """Safe Markdown of a text that may be HTML.

    A text without any tag stays as it is but for its character references, since it may be Markdown. From HTML,
    scripts, pictures, forms and unsafe links are left out.
    """
    if _TAG.search(text):
        return "\n\n".join(_blocks(parse_html(text))).strip()
    return _TAG_START.sub(r"\\<", unescape(text)).strip() if "&" in text else text.strip()


def text_markdown(text: str) -> str:
    """Safe Markdown of a text that may be HTML, and else is plain: none of its characters is a mark."""
    return markdown_of(text) if _TAG.search(text) else plain_to_markdown(text)


def plain_of(text: str) -> str:
    """The words of a text that may be HTML, on one line and without any marks."""
    if _TAG.search(text):
        text = _plain(parse_html(text))
    elif "&" in text:
        text = unescape(text)
    return " ".join(text.split())


def safe_link(address: str) -> str:
    """The address if it may be a link (http, https, mailto), with what Markdown would trip over escaped; else ""."""
    address = address.strip()
    if len(address) > _LONGEST_ADDRESS or not address.isprintable():
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES or not (parts.netloc or (parts.scheme == "mailto" and parts.path)):
        return ""
    return address.translate(_UNSAFE_IN_ADDRESS)


def _collapse(text: str) -> str:
    return _SPACES.sub(" ", text)


def _plain(element: Element) -> str:
    parts = []
    for child in element.children:
        if isinstance(child, str):
            parts.append(child)
        elif child.name in ("br", "hr") or child.name in BLOCKS:
            parts.append(f" {_plain(child)} ")
        else:
            parts.append(_plain(child))
    return "".join(parts)


def _has_block(element: Element) -> bool:
    return any(isinstance(child, Element) and (child.name in BLOCKS or _has_block(child)) for child in element.children)


def _blocks(element: Element) -> list[str]:
    """Markdown blocks of what stands in an element."""
    blocks: list[str] = []
    run: list[Element | str] = []

    def flush() -> None:
        blocks.extend(_paragraphs(_inline(run)))
        run.clear()

    for child in element.children:
        if isinstance(child, Element) and (child.name in BLOCKS or child.name == "hr" or _has_block(child)):
            flush()
            blocks.extend(_block(child))
        else:
            run.append(child)
    flush()
    return blocks


def _block(element: Element) -> list[str]:
    if element.name in ("ul", "ol"):
        items = [child for child in element.children if isinstance(child, Element) and _plain(child).strip()]
        numbered = element.name == "ol"
        made = [_item(item, f"{number}. " if numbered else "- ") for number, item in enumerate(items, 1)]
        return ["\n".join(made)] if made else []
    if element.name == "hr":
        return ["---"]
    if element.name == "pre":
        text = _plain(element).strip("\n")
        longest = max((len(run) for run in re.findall("`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        return [f"{fence}\n{text}\n{fence}"] if text.strip() else []
    if element.name == "blockquote":
        inner = "\n\n".join(_blocks(element))
        return ["\n".join(f"> {line}".rstrip() for line in inner.split("\n"))] if inner else []
    if element.name in ("h1", "h2", "h3", "h4", "h5", "h6"):
        inner = _inline(element.children).replace(_BREAK, " ").strip()
        return [f"### {inner}"] if inner else []
    if element.name == "tr":
        cells = (_inline(child.children) for child in element.children if isinstance(child, Element))
        row = " · ".join(cell.replace(_BREAK, " ").strip() for cell in cells if cell.strip())
        return [escape_line_start(row)] if row else []
    return _blocks(element)


def _item(item: Element, marker: str) -> str:
    blocks = _blocks(item)
    text = blocks[0] if blocks else ""
    for block in blocks[1:]:
        text += ("\n" if block.startswith(("- ", "1. ")) else "\n\n") + block
    indent = " " * len(marker)
    return marker + text.replace("\n", f"\n{indent}").replace(f"\n{indent}\n", "\n\n")


def _paragraphs(inline: str) -> list[str]:
    """Paragraphs of inline Markdown: one break ends a line, several end a paragraph."""
    made = []
    for paragraph in re.split(rf" *{_BREAK}(?: *{_BREAK})+ *", inline):
        lines = [escape_line_start(line.strip(" ")) for line in paragraph.split(_BREAK)]
        text = "\\\n".join(line for line in lines if line)
        if text:
            made.append(text)
    return made


def _inline(nodes: Sequence[Element | str], inside: frozenset[str] = frozenset()) -> str:
    """Inline Markdown; ``inside`` are the marks that hold already."""
    made = ""
    for node in nodes:
        made += escape_markdown(_collapse(node)) if isinstance(node, str) else _marked(node, inside)
    return re.sub(" {2,}", " ", made)


def _marked(element: Element, inside: frozenset[str]) -> str:
    if element.name == "br":
        return _BREAK
    kind = "link" if element.name == "a" else INLINE.get(element.name, "")
    if kind == "code":
        text = _collapse(_plain(element)).strip()
        return f"`{text}`" if text and "`" not in text else escape_markdown(text)
    address = safe_link(element.address) if kind == "link" else ""
    inner = _inline(element.children, inside | {kind})
    text = inner.strip(" \n")
    if not kind or kind in inside or not text or (kind == "link" and not address):
        return inner
    before, _, after = inner.partition(text)
    if kind == "link":
        linked = text.replace(_BREAK, " ")
        return f"{before}[{linked}]({address}){after}"
    mark = "**" if kind == "strong" else "*"
    marked = _BREAK.join(f"{mark}{line.strip()}{mark}" if line.strip() else "" for line in text.split(_BREAK))
    return f"{before}{marked}{after}"
