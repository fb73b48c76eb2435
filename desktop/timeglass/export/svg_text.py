"""Reading SVG that may come from anywhere."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Final

from defusedxml.ElementTree import DefusedXMLParser

_PIECE: Final = 32_768
"""Bytes handed to the parser at a time: other threads, such as the window's, get their turn between two pieces."""


def parsed(svg: bytes, check: Callable[[], None] = lambda: None) -> ET.Element:
    """The root of an XML text. Raises ParseError, and DefusedXmlException for entities and the like.

    ``check`` is called again and again, and may raise to give it up.
    """
    parser = DefusedXMLParser(target=ET.TreeBuilder())
    for start in range(0, len(svg), _PIECE):
        check()
        parser.feed(svg[start : start + _PIECE])
    root: ET.Element = parser.close()
    return root
