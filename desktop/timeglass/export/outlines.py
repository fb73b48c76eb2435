"""Turns the text of an SVG into paths, for programs that lack the font."""

import io
import xml.etree.ElementTree as ET
from typing import Any, Final

from PySide6.QtGui import QFont, QPainterPath

from timeglass.export.letters import drawn_letters
from timeglass.export.steps import UNWATCHED, Steps
from timeglass.export.svg_text import parsed
from timeglass.paint.fonts import font

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"

_KEPT: Final = frozenset(("fill", "fill-opacity", "transform"))
"""What a path takes over from the text in whose place it stands."""


def path_data(path: QPainterPath) -> str:
    """A path as the ``d`` of an SVG path element (SVG 1.1, 8.3), to a hundredth of a pixel."""
    parts: list[str] = []
    kinds = QPainterPath.ElementType
    curve: list[str] = []
    for place in range(path.elementCount()):
        element = path.elementAt(place)
        at = f"{element.x:.2f} {element.y:.2f}"
        match element.type:
            case kinds.MoveToElement:
                parts.append(f"M{at}")
            case kinds.LineToElement:
                parts.append(f"L{at}")
            case _:
                curve.append(at)
                if len(curve) == 3:
                    parts.append("C" + " ".join(curve))
                    curve = []
    return "".join(parts)


def _font_of(element: ET.Element) -> QFont:
    return font(round(float(element.get("font-size", "13"))), bold=int(element.get("font-weight", "400")) > 500)


def outline(element: ET.Element) -> ET.Element:
    """What looks like a text element: a path, and pictures of letters without outline; its label says the words."""
    words, face = "".join(element.itertext()), _font_of(element)
    x, y = float(element.get("x", "0")), float(element.get("y", "0"))
    kept = {key: value for key, value in element.attrib.items() if key in _KEPT}
    letters = drawn_letters(words, face)
    data = path_data(letters.path.translated(x, y))
    if not letters.pictures:
        drawn = ET.Element(f"{{{_SVG}}}path", {**kept, "stroke": "none", "d": data, "aria-label": words})
    else:
        transform = {key: kept.pop(key) for key in ("transform",) if key in kept}
        drawn = ET.Element(f"{{{_SVG}}}g", {**transform, "aria-label": words})
        ET.SubElement(drawn, f"{{{_SVG}}}path", {**kept, "stroke": "none", "d": data})
        for letter in letters.pictures:
            size = {"width": f"{letter.width:.3f}", "height": f"{letter.height:.3f}"}
            place = {"x": f"{x + letter.x:.2f}", "y": f"{y + letter.y:.2f}", **size}
            ET.SubElement(drawn, f"{{{_SVG}}}image", {**place, f"{{{_XLINK}}}href": letter.address})
    drawn.tail = element.tail
    return drawn


class _Buffer(io.BytesIO):
    """Takes in what is written as long as it is wanted."""

    def __init__(self, steps: Steps) -> None:
        super().__init__()
        self._steps = steps

    def write(self, data: Any, /) -> int:
        self._steps.check()
        return super().write(data)


def outlined(svg: bytes, steps: Steps = UNWATCHED) -> bytes:
    """The same picture, in which each text element is a path. Raises ExportCancelledError."""
    root = parsed(svg, steps.check)
    texts = [
        (parent, place, child)
        for parent in root.iter()
        for place, child in enumerate(parent)
        if child.tag == f"{{{_SVG}}}text"
    ]
    for parent, place, text in steps.over(texts):
        parent[place] = outline(text)
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    buffer = _Buffer(steps)
    ET.ElementTree(root).write(buffer, encoding="utf-8", xml_declaration=True)
    return buffer.getvalue()
