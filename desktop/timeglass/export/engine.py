"""Runs typst on the page template, in a thread of its own so that it can be given up at any moment."""

import math
import threading
import time
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any, Final, Literal

from timeglass.assets import font_files, resource_file
from timeglass.errors import TimeglassError
from timeglass.export.job import Cancelled, ExportCancelledError, Progress

TEMPLATES: Final = ("main.typ", "text.typ", "marks.typ")
STANDARDS: Final[list[Literal["ua-1", "a-3a"]]] = ["ua-1", "a-3a"]
"""PDF/UA-1 (accessible) and PDF/A-3a (archivable, attachments allowed)."""
_POLL: Final = 0.02
"""Seconds between two looks at the wish to cancel."""


class TypesettingError(TimeglassError):
    """The pages could not be set; the message is typst's."""


@lru_cache(maxsize=1)
def fonts() -> Any:
    """The bundled font and no other, so that the same job makes the same pages everywhere."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=font_folders())


def font_folders() -> list[str]:
    """Where the bundled font lies."""
    return sorted({str(path.parent) for path in font_files()})


def _template(name: str) -> bytes:
    return resource_file(f"typst/{name}").read_bytes()


def _compile(files: Mapping[str, bytes], made: datetime, kind: Literal["pdf", "svg"], fonts: Any) -> list[bytes]:
    import typst

    sources = {**{name: _template(name) for name in TEMPLATES}, **files}
    try:
        compiler = typst.Compiler(sources, font_paths=fonts)
        if kind == "pdf":
            made_bytes = compiler.compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=int(made.timestamp()))
        else:
            made_bytes = compiler.compile(format="svg")
    except RuntimeError as error:  # typst.TypstError is one, and what the binding itself refuses is another
        reason = getattr(error, "message", str(error))
        raise TypesettingError(f"the pages could not be set: {reason}") from error
    return [made_bytes] if isinstance(made_bytes, bytes) else list(made_bytes or ())


def draw_page(page: bytes, size: bytes, ppi: float) -> bytes:
    """A page that was set as SVG, as PNG; ``size`` is JSON with its ``width`` and ``height`` in millimetres."""
    import typst

    try:
        sources = {"main.typ": _template("page.typ"), "page.svg": page, "size.json": size}
        drawn = typst.Compiler(sources, font_paths=fonts()).compile(format="png", ppi=ppi)
    except RuntimeError as error:
        raise TypesettingError(f"the page could not be drawn: {getattr(error, 'message', error)}") from error
    return drawn if isinstance(drawn, bytes) else (drawn or [b""])[0]


def forget() -> None:
    """Let typst give back what it remembers: it keeps a result for ten further compilations.

    Wanted after a large export; after a small one the memory makes the next preview fast.
    """
    import typst

    for _ in range(11):
        typst.Compiler({"main.typ": b""}, font_paths=fonts()).compile(format="svg")


def typeset(
    files: Mapping[str, bytes],
    made: datetime,
    *,
    kind: Literal["pdf", "svg"] = "pdf",
    more_fonts: Any = None,
    expected_seconds: float = 1.0,
    remember: bool = True,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[bytes]:
    """Set the template with these files beside it: one PDF, or one SVG per page.

    typst cannot say how far it is, so progress nears 1 along an exponential of the expected time. When cancelled it is
    left to finish unheard: it holds no lock, no file and nothing on disk. ``remember`` keeps in memory what makes the
    next setting of the same pages fast. ``more_fonts`` (typst's) hold others beside the bundled one.
    """
    result: list[bytes] = []
    failure: list[BaseException] = []

    def run() -> None:
        try:
            result.extend(_compile(files, made, kind, more_fonts or fonts()))
        except BaseException as error:  # handed to the waiting thread, whatever it is
            failure.append(error)
        if not remember:
            forget()

    worker = threading.Thread(target=run, name="typst")
    started = time.monotonic()
    worker.start()
    while worker.is_alive():
        worker.join(_POLL)
        if cancelled is not None and cancelled():
            raise ExportCancelledError
        if progress is not None:
            progress(1 - math.exp(-(time.monotonic() - started) / expected_seconds), "Setting the pages")
    if failure:
        raise failure[0]
    return result
