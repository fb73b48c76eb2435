"""Runs typst on the page template."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final, Literal

import msgspec

from timeglass.assets import font_files, resource_file
from timeglass.errors import TimeglassError

TEMPLATES: Final = ("main.typ", "text.typ", "marks.typ")
STANDARDS: Final[list[Literal["ua-1", "a-3a"]]] = ["ua-1", "a-3a"]
"""PDF/UA-1 (accessible) and PDF/A-3a (archivable, attachments allowed)."""


class TypesettingError(TimeglassError):
    """The pages could not be set; the message is typst's."""


class Order(msgspec.Struct, frozen=True):
    """Pages to be set: what lies beside the template, or instead of it; ``made`` is in seconds since 1970."""

    files: Mapping[str, bytes]
    made: int
    kind: Literal["pdf", "svg"] = "pdf"
    """One PDF, or an SVG for each page."""
    with_system_fonts: bool = False
    """Whether the bundled font needs help."""
    plain: bool = False
    """A PDF that keeps no standard: typst embeds pages of others in no other one."""


@lru_cache(maxsize=1)
def fonts() -> Any:
    """The bundled font and no other, so that the same job makes the same pages everywhere."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=_font_folders())


@lru_cache(maxsize=1)
def system_fonts() -> Any:
    """The bundled font, typst's own and all of the system's."""
    import typst

    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=_font_folders())


def _font_folders() -> list[str]:
    """Where the bundled font lies."""
    return sorted({str(path.parent) for path in font_files()})


def _template(name: str) -> bytes:
    return resource_file(f"typst/{name}").read_bytes()


def set_pages(order: Order) -> list[bytes]:
    """Set the pages, here and now. Raises TypesettingError."""
    import typst

    sources = {**{name: _template(name) for name in TEMPLATES}, **order.files}
    try:
        compiler = typst.Compiler(sources, font_paths=system_fonts() if order.with_system_fonts else fonts())
        if order.kind == "pdf":
            made = compiler.compile(
                format="pdf", pdf_standards=None if order.plain else [*STANDARDS], timestamp=order.made
            )
        else:
            made = compiler.compile(format="svg")
    except RuntimeError as error:  # typst.TypstError is one, and what the binding itself refuses is another
        reason = getattr(error, "message", str(error))
        raise TypesettingError(f"the pages could not be set: {reason}") from error
    return [made] if isinstance(made, bytes) else list(made or ())


def draw_page(page: bytes, size: bytes, ppi: float) -> bytes:
    """A page that was set as SVG, as PNG; ``size`` is JSON with its ``width`` and ``height`` in millimetres."""
    import typst

    try:
        sources = {"main.typ": _template("page.typ"), "page.svg": page, "size.json": size}
        drawn = typst.Compiler(sources, font_paths=fonts()).compile(format="png", ppi=ppi)
    except RuntimeError as error:
        raise TypesettingError(f"the page could not be drawn: {getattr(error, 'message', error)}") from error
    return drawn if isinstance(drawn, bytes) else (drawn or [b""])[0]
