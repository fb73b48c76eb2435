"""XML into a plain tree whose elements know their places. Entities and anything external are refused."""

from dataclasses import dataclass, field
from typing import Any
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler

from defusedxml.common import DefusedXmlException

from timeglass.formats.document import Tick, no_tick
from timeglass.formats.problem import Place, Problems, UnreadableError, shown
from timeglass.formats.text import DEEPEST, refuse_long_lines


@dataclass
class Element:
    """An element: name, attributes, elements inside, and all the text directly in it."""

    name: str
    attributes: dict[str, str]
    place: Place
    parts: list["Element"] = field(default_factory=list)
    text: str = ""

    def find(self, name: str) -> "Element | None":
        """The first element of a name inside."""
        return next((part for part in self.parts if part.name == name), None)

    def all(self, name: str) -> list["Element"]:
        """All elements of a name directly inside."""
        return [part for part in self.parts if part.name == name]

    def word(self, name: str) -> str:
        """The text of the first element of a name inside, without the spaces around it; "" without one."""
        part = self.find(name)
        return part.text.strip() if part is not None else ""


def read_xml(data: bytes, problems: Problems | None = None, tick: Tick = no_tick) -> Element:
    """The root of a document. Raises UnreadableError with the place of what is wrong.

    With ``problems``, a document that is malformed from some place on is reported, and given up to there.
    """
    from defusedxml.sax import parseString  # takes twenty times as long to import as the rest

    refuse_long_lines(data)
    handler = _Handler(tick, data.count(b"\n") + 1)
    try:
        parseString(data, handler)
    except DefusedXmlException:
        raise UnreadableError("the XML defines entities, or asks for other files, which is not allowed") from None
    except SAXParseException as error:
        place = (error.getLineNumber() or 0, (error.getColumnNumber() or 0) + 1)
        if problems is not None and handler.root is not None and handler.root.parts:
            message = f"malformed XML: {shown(error.getMessage())}; what follows is lost"
            problems.error((), message, at=Place(*place))
            handler.cut()
            return handler.root
        raise UnreadableError(f"malformed XML: {shown(error.getMessage())}", *place) from None
    except (SAXException, ValueError, LookupError) as error:
        raise UnreadableError(f"malformed XML: {shown(str(error))}") from None
    if handler.root is None:
        raise UnreadableError("the XML is empty")
    return handler.root


_STEP = 2_000


class _Handler(ContentHandler):
    """Builds the tree."""

    def __init__(self, tick: Tick, lines: int) -> None:
        super().__init__()
        self._tick = tick
        self._lines = lines
        self._count = 0
        self.root: Element | None = None
        self._open: list[Element] = []
        self._texts: list[list[str]] = []
        self._locator: Any = None

    def setDocumentLocator(self, locator: Any) -> None:  # noqa: N802
        self._locator = locator

    def startElement(self, name: str, attrs: Any) -> None:  # noqa: N802
        self._count += 1
        if self._count % _STEP == 0:
            self._tick(min(1.0, self._locator.getLineNumber() / self._lines))
        place = Place(self._locator.getLineNumber(), self._locator.getColumnNumber() + 1)
        if len(self._open) >= DEEPEST:
            raise UnreadableError(f"nested more than {DEEPEST} levels deep", *place)
        element = Element(name, dict(attrs), place)
        if self._open:
            self._open[-1].parts.append(element)
        else:
            self.root = element
        self._open.append(element)
        self._texts.append([])

    def endElement(self, name: str) -> None:  # noqa: N802
        self._open.pop().text = "".join(self._texts.pop())

    def cut(self) -> None:
        """Take leave of the elements that nothing closed; the last of them is not whole."""
        if len(self._open) > 1:
            self._open[-2].parts.remove(self._open[-1])

    def characters(self, content: str) -> None:
        self._texts[-1].append(content)
