"""Makes the SVG that Qt writes fit for pages: one font family, printable text, whole words, nothing that acts."""

import io
import xml.etree.ElementTree as ET
from typing import Final

from defusedxml.common import DefusedXmlException
from PySide6.QtGui import QFontMetricsF, QGuiApplication

from timeglass.errors import TimeglassError
from timeglass.export.coverage import missing_in
from timeglass.export.glyphs import Fitter, seen
from timeglass.export.outlines import outline
from timeglass.export.svg_text import parsed
from timeglass.paint.fonts import font

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_DRAWN: Final = frozenset(
    (
        *("svg", "g", "defs", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"),
        *("image", "use", "clipPath", "mask", "pattern", "linearGradient", "radialGradient", "stop"),
    )
)
"""Elements that stay; scripts, styles, animations, foreign content, titles and metadata go."""
_DROPPED_ATTRIBUTES: Final = frozenset(("vector-effect", "baseProfile", "version", "class", "style"))
_SEAM_PX: Final = 1.5
"""Pieces of a line stand where the piece before ends, give or take this much."""
_FAMILY: Final = "Inter"


class StripError(TimeglassError):
    """What was handed over as the strip is no SVG."""


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def _is_safe_reference(value: str) -> bool:
    """Only what lies in the file itself: an anchor, or a raster picture as data."""
    return value.startswith(("#", "data:image/png;base64,", "data:image/jpeg;base64,"))


def _clean_attributes(element: ET.Element) -> None:
    for name, value in list(element.attrib.items()):
        local = _local(name)
        if (
            local in _DROPPED_ATTRIBUTES
            or local.startswith("on")
            or (local == "href" and not _is_safe_reference(value))
            or ("url(" in value and "url(#" not in value.replace(" ", ""))
        ):
            del element.attrib[name]
        elif local == "font-family":
            element.set(name, _FAMILY)


def _same_line(first: ET.Element, second: ET.Element) -> bool:
    """Two text elements that Qt has parted only because a punctuation mark or space lies between them."""
    if _local(first.tag) != "text" or _local(second.tag) != "text" or len(first) or len(second):
        return False
    if QGuiApplication.instance() is None:  # no fonts to measure with; the pieces stay as they are
        return False
    one, other = dict(first.attrib), dict(second.attrib)
    left, right = float(one.pop("x", "0")), float(other.pop("x", "0"))
    face = font(round(float(one.get("font-size", "13"))), bold=int(one.get("font-weight", "400")) > 500)
    # Pieces of one line follow each other directly; other labels keep a distance.
    return one == other and abs(left + QFontMetricsF(face).horizontalAdvance(first.text or "") - right) < _SEAM_PX


def _clean(element: ET.Element, fitter: Fitter | None) -> None:
    """Clean an element's attributes, text and children, in place."""
    _clean_attributes(element)
    if _local(element.tag) not in ("text", "tspan"):
        element.text = None
    elif element.text and fitter is not None:
        plain = fitter.fit(seen(element.text))
        # What becomes an outline keeps the characters that join and turn others: Qt heeds them.
        element.text = fitter.fit(element.text) if missing_in(plain) else plain
    element.tail = None
    kept: list[ET.Element] = []
    for child in element:
        if _local(child.tag) not in _DRAWN:
            continue
        _clean(child, fitter)
        if _local(child.tag) == "g" and not len(child):
            continue
        if kept and _same_line(kept[-1], child):
            kept[-1].text = (kept[-1].text or "") + (child.text or "")
        else:
            kept.append(child)
    if fitter is not None and QGuiApplication.instance() is not None:
        # What is in other fonts is drawn by Qt, which also painted it for the screen: in pictures typst neither joins
        # letters nor reorders them, and stops at a letter that is half drawn.
        kept = [outline(child) if missing_in(child.text or "") else child for child in kept]
    element[:] = kept


def _prefix_names(root: ET.Element, prefix: str) -> None:
    """Put a prefix before what the picture's parts are called, so that no other picture beside it has the same."""
    for element in root.iter():
        for name, value in element.attrib.items():
            local = _local(name)
            if local == "id":
                element.set(name, prefix + value)
            elif local == "href" and value.startswith("#"):
                element.set(name, f"#{prefix}{value[1:]}")
            elif "url(#" in value:
                element.set(name, value.replace("url(#", f"url(#{prefix}"))


def proportion(svg: bytes) -> float:
    """Height by width of a picture, by its view box or else its size; 1 where it says neither."""
    try:
        root = parsed(svg)
        box = root.get("viewBox", "").replace(",", " ").split()[2:]
        width, height = map(float, box or (root.get("width", "1"), root.get("height", "1")))
    except (ET.ParseError, DefusedXmlException, ValueError):
        return 1.0
    return height / width if width > 0 and height > 0 else 1.0


def clean_strip(svg: bytes, fitter: Fitter | None = None, prefix: str = "") -> bytes:
    """The same picture, for typst and for web pages; raises StripError if it is not SVG.

    With a ``fitter`` characters that the bundled font lacks are replaced. A ``prefix`` keeps the names of gradients
    and the like apart from those of other pictures on the same web page.
    """
    try:
        root = parsed(svg)
    except (ET.ParseError, DefusedXmlException, ValueError) as error:
        raise StripError(f"the picture of the timeline is no SVG: {error}") from error
    if root.tag != f"{{{_SVG}}}svg":
        raise StripError("the picture of the timeline is no SVG")
    _clean(root, fitter)
    if prefix:
        _prefix_names(root, prefix)
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    buffer = io.BytesIO()
    ET.ElementTree(root).write(buffer, encoding="utf-8", xml_declaration=False)
    return buffer.getvalue()
