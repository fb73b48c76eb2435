"""File formats: one reader and writer each behind one registry, and problems with their place in the file.

What reads and writes is imported when it is first asked for: the start of the program can do without.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeglass.formats.document import Tick, no_tick
    from timeglass.formats.format import Format
    from timeglass.formats.loaded import Loaded
    from timeglass.formats.loading import load, load_bytes
    from timeglass.formats.problem import Problem
    from timeglass.formats.registry import readable_formats, writable_formats
    from timeglass.formats.writing import write

__all__ = [
    "Format",
    "Loaded",
    "Problem",
    "Tick",
    "load",
    "load_bytes",
    "no_tick",
    "readable_formats",
    "writable_formats",
    "write",
]

_PLACES = {
    "Format": "format",
    "Loaded": "loaded",
    "Problem": "problem",
    "Tick": "document",
    "load": "loading",
    "load_bytes": "loading",
    "no_tick": "document",
    "readable_formats": "registry",
    "writable_formats": "registry",
    "write": "writing",
}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"timeglass.formats.{_PLACES[name]}"), name)
