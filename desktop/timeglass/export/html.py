"""One self-contained web page: no scripts, nothing fetched, fit to print. Made from the same tree as the PDF."""

from base64 import b64encode
from html import escape
from typing import Any, Final

from timeglass.assets import resource_file
from timeglass.export.job import ExportJob
from timeglass.export.pages import PageTree
from timeglass.export.steps import UNWATCHED, Steps
from timeglass.export.strip_svg import clean_strip

_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
"""Even a browser that finds something to fetch or run must not."""
_FACES: Final = (("Inter-Regular.otf", "400"), ("Inter-SemiBold.otf", "600 700"))
"""Faces that travel with the page, so that the strip's labels keep their widths, and the weights they stand for."""
_STROKES: Final = {"hollow": "", "half": "", "ring": "", "dashed": "0.65 0.42", "dotted": "0.3 0.36"}
_EACH: Final = 64
"""Events between two looks at the wish to cancel."""
_LINE: Final = 0.32
"""Width of a hollow mark's outline, for a mark of radius 1."""


def inline_html(node: Any) -> str:
    """An inline of :mod:`timeglass.export.inline` as HTML; everything in it is escaped."""
    match node:
        case str():
            return escape(node)
        case 0:
            return "<wbr>"
        case 1:
            return "<br>"
        case list():
            return "".join(inline_html(part) for part in node)
        case {"l": address, "x": inner}:
            return f'<a href="{escape(address)}" rel="noreferrer">{inline_html(inner)}</a>'
        case {"b": inner}:
            return f"<strong>{inline_html(inner)}</strong>"
        case {"i": inner}:
            return f"<em>{inline_html(inner)}</em>"
        case {"n": piece}:
            return escape(piece)
        case _:
            return f"<code>{inline_html(node['c'])}</code>"


def blocks_html(nodes: list[Any]) -> str:
    """Blocks of :mod:`timeglass.export.inline` as HTML."""
    return "".join(_block(node) for node in nodes)


def _block(node: Any) -> str:
    match node:
        case {"ul": items}:
            return f"<ul>{''.join(f'<li>{blocks_html(item)}</li>' for item in items)}</ul>"
        case {"ol": items, "n": first}:
            return f'<ol start="{first:d}">{"".join(f"<li>{blocks_html(item)}</li>" for item in items)}</ol>'
        case {"q": quoted}:
            return f"<blockquote>{blocks_html(quoted)}</blockquote>"
        case {"h": heading}:
            return f"<p><strong>{inline_html(heading)}</strong></p>"
        case {"p": lines}:
            return f"<pre>{inline_html(lines)}</pre>"
        case _:
            return f"<p>{inline_html(node)}</p>"


def mark_html(outline: tuple[tuple[float, float], ...], color: str, manner: str) -> str:
    """A category's mark as a small inline picture; decoration, since its label stands beside it."""
    points = " ".join(f"{x:g},{y:g}" for x, y in outline)
    shape = f'<polygon points="{points}"' if points else '<circle r="1"'
    color = escape(color)
    if manner == "solid":
        drawn = f'{shape} fill="{color}"/>'
    else:
        drawn = f'{shape} fill="#fff" stroke="{color}" stroke-width="{_LINE}" stroke-dasharray="{_STROKES[manner]}"/>'
        if manner == "ring":
            drawn += f'<circle r="0.36" fill="{color}"/>'
        elif manner == "half":
            drawn += f'{shape} fill="{color}" style="clip-path:inset(0 50% 0 0)"/>'
    return f'<svg class="mark" viewBox="-1.5 -1.5 3 3" aria-hidden="true">{drawn}</svg>'


def _font_faces() -> str:
    rules = []
    for name, weight in _FACES:
        coded = b64encode(resource_file(f"fonts/{name}").read_bytes()).decode()
        source = f"url(data:font/otf;base64,{coded})"
        rules.append(f"@font-face {{ font-family: Inter; font-weight: {weight}; src: {source}; }}\n")
    return "".join(rules)


class HtmlPage:
    """Builds the page; one use per export."""

    def __init__(self, job: ExportJob, steps: Steps = UNWATCHED) -> None:
        self.job = job
        self._steps = steps
        self._written = 0
        self.pages = PageTree(job, steps.cancelled)
        self.tree = self.pages.build()
        self.words = self.tree["words"]

    def build(self) -> str:
        """The whole page."""
        tree = self.tree
        style = resource_file("html/export.css").read_text(encoding="utf-8")
        contents = "".join(self._group(number, group) for number, group in enumerate(tree["groups"]))
        return (
            f'<!DOCTYPE html>\n<html lang="{escape(tree["lang"])}">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            f'<meta name="generator" content="Timeglass">\n<title>{escape(tree["plain-title"])}</title>\n'
            f"<style>\n{_font_faces()}{style}</style>\n</head>\n<body>\n{self._head()}\n<main>\n{contents}</main>\n{self._notes()}"
            f"<footer>{escape(tree['foot'])}</footer>\n</body>\n</html>\n"
        )

    def _head(self) -> str:
        tree = self.tree
        facts = "".join(f"<dt>{escape(name)}</dt><dd>{inline_html(value)}</dd>" for name, value in tree["facts"])
        marks = "".join(
            f"<li>{mark_html(mark['outline'], mark['color'], 'solid')} {inline_html(mark['label'])}"
            f' <span class="count">{escape(mark["count"])}</span></li>'
            for mark in tree["marks"]
        )
        marks += "".join(
            f'<li class="count">{mark_html((), "#59616e", name)} {escape(label)}</li>' for name, label in tree["legend"]
        )
        groups = "".join(
            f'<li><a href="#g{place}">{inline_html(group["t"])}</a> <span class=count>{escape(group["n"])}</span></li>'
            for place, group in enumerate(tree["groups"])
        )
        intro = blocks_html(tree.get("intro", []))
        return (
            f"<header>\n<h1>{inline_html(tree['title'])}</h1>\n<p class=subtitle>{escape(tree['subtitle'])}</p>\n"
            f'{self._strip()}<ul class="legend">{marks}</ul>\n{intro}\n<dl class="facts">{facts}</dl>\n'
            f'<nav aria-label="{escape(self.words["contents"])}"><ul class="contents">{groups}</ul></nav>\n</header>'
        )

    def _strip(self) -> str:
        painted = self._steps.part(0.9, 1.0).over(self.job.bands)
        clean = (clean_strip(band, prefix=f"band{number}-").decode() for number, band in enumerate(painted))
        bands = zip(clean, self.tree["strip-alts"], strict=False)
        return "".join(
            f'<figure class="strip" role="img" aria-label="{escape(words)}">{band}</figure>\n' for band, words in bands
        )

    def _group(self, number: int, group: dict[str, Any]) -> str:
        events = "".join(self._event(event) for event in group["e"])
        return f'<section id="g{number}">\n<h2>{inline_html(group["t"])}</h2>\n{events}</section>\n'

    def _event(self, event: dict[str, Any]) -> str:
        if self._written % _EACH == 0:
            self._steps.tell(0.3 + 0.6 * self._written / len(self.job.rows))
        self._written += 1
        written = f'<span class="written">{inline_html(event["w"])}</span>' if "w" in event else ""
        return (
            f'<article id="{event["r"]}">\n<p class="date"><strong>{escape(event["d"])}</strong>{written}</p>\n'
            f"<div>\n<h3>{inline_html(event['t'])}</h3>\n{self._categories(event)}\n{blocks_html(event.get('b', []))}"
            f"{_figures(event)}{self._pictures(event)}{self._small_print(event)}</div>\n</article>\n"
        )

    def _categories(self, event: dict[str, Any]) -> str:
        manner = event.get("a", "solid")
        parts = []
        for place in event["c"]:
            mark = self.tree["marks"][place]
            drawn = mark_html(mark["outline"], mark["color"], manner)
            parts.append(f'{drawn} <span style="color:{escape(mark["ink"])}">{inline_html(mark["label"])}</span>')
        if "s" in event:
            parts.append(f'<span class="badge">{escape(event["s"])}</span>')
        return f'<p class="categories">{" ".join(parts)}</p>'

    def _pictures(self, event: dict[str, Any]) -> str:
        shown = []
        for file, alt, caption, _ in event.get("p", []):
            if file:
                coded = b64encode(self.pages.media.files[file]).decode()
                picture = f'<img alt="{escape(alt)}" src="data:image/svg+xml;base64,{coded}">'
            else:
                picture = f'<p class="missing">{inline_html(alt)}</p>'
            shown.append(f"<figure>{picture}<figcaption>{inline_html(caption)}</figcaption></figure>\n")
        return "".join(shown)

    def _small_print(self, event: dict[str, Any]) -> str:
        rows = [(name, inline_html(value)) for name, value in event.get("m", [])]
        for word, title, date, anchor in event.get("l", []):
            linked = f'<a href="#{anchor}">{inline_html(title)}</a>' if anchor else inline_html(title)
            rows.append((word, linked + (f", {escape(date)}" if date else "")))
        if "q" in event:
            cited = (
                f'<a href="#n{number}">{number}</a>' + (f" ({inline_html(locator)})" if locator else "")
                for number, locator in event["q"]
            )
            rows.append((self.words["source"], ", ".join(cited)))
        if not rows:
            return ""
        return f'<dl class="small">{"".join(f"<dt>{escape(name)}</dt><dd>{text}</dd>" for name, text in rows)}</dl>\n'

    def _notes(self) -> str:
        if not self.tree["notes"]:
            return ""
        notes = "".join(f'<li id="n{note["n"]}">{note_html(note)}</li>\n' for note in self.tree["notes"])
        return f'<section class="sources">\n<h2>{escape(self.words["sources"])}</h2>\n<ol>\n{notes}</ol>\n</section>\n'


def _figures(event: dict[str, Any]) -> str:
    rows = []
    for label, value, share in event.get("f", []):
        bar = f'<span class="bar"><span style="width:{share * 100:.4g}%"></span></span>' if share >= 0 else ""
        rows.append(f"<tr><th scope=row>{inline_html(label)}</th><td>{escape(value)}</td><td>{bar}</td></tr>")
    return f'<table class="figures">{"".join(rows)}</table>\n' if rows else ""


def note_html(note: dict[str, Any]) -> str:
    """An endnote: author, title, publication, when it was read, address."""
    parts = [f"{inline_html(note['a'])}: "] if "a" in note else []
    parts.extend(f"<em>{inline_html(note['t'])}</em>" for _ in range("t" in note))
    if "p" in note:
        parts.append((", " if "t" in note else "") + inline_html(note["p"]))
    if "s" in note:
        parts.append(f" ({inline_html(note['s'])})")
    if "u" in note:
        address = escape(note["u"])
        parts.append(f'<br><a href="{address}" rel="noreferrer">{address}</a>')
    return "".join(parts)


def html_bytes(job: ExportJob, steps: Steps = UNWATCHED) -> tuple[bytes, tuple[str, ...]]:
    """The page in UTF-8, and warnings for a person. Raises ExportCancelledError."""
    page = HtmlPage(job, steps)
    return page.build().encode("utf-8", "replace"), tuple(page.pages.media.warnings)
