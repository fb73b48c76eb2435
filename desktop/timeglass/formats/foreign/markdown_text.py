"""Plain text as Markdown that shows exactly that text."""

import re

_SPECIAL = re.compile(r"[\\`*]|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]{1,32};)|(?<![^\W_])_|_(?![^\W_])")
_LINK_LIKE = re.compile(r"\][(:\[]")
_LINE_START = re.compile(r"^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-(?=-)|=|~(?=~~))")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


def escape_markdown(text: str) -> str:
    """The text with a backslash before each character that Markdown would take for a mark; one line."""
    escaped = _SPECIAL.sub(r"\\\g<0>", text)
    return escaped.replace("[", "\\[") if _LINK_LIKE.search(text) else escaped


def escape_line_start(line: str) -> str:
    """A line whose marks are escaped already, so that it starts no heading, list, quotation or rule."""
    line = _NUMBERED.sub(r"\1\\\2", line)
    return _LINE_START.sub(r"\\\g<0>", line)


def plain_to_markdown(text: str) -> str:
    """Markdown that shows a plain text: its paragraphs, its line ends, and none of its characters as marks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    paragraphs = _BLANK_LINES.split(lines)
    return "\n\n".join(_paragraph(paragraph) for paragraph in paragraphs if paragraph.strip())


def _paragraph(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\\\n".join(escape_line_start(escape_markdown(line)) for line in lines if line)
