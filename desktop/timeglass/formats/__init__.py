"""File formats: one reader and writer each behind one registry, and problems with their place in the file."""

from timeglass.formats.document import Tick, no_tick
from timeglass.formats.format import Format
from timeglass.formats.loading import Loaded, load, load_bytes
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
