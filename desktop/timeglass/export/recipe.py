"""The recipe that a PDF carries: which file, query and events it was made from.

It is attached as a small JSON file. Reading it back needs no PDF library: the file stands in a stream of its own, and
a stream is never part of an object stream (ISO 32000-1, 7.5.7), so that it is found by its dictionary.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Final

import msgspec

from timeglass import __version__
from timeglass.events.view_state import ViewState
from timeglass.export.job import ExportJob

RECIPE_NAME: Final = "timeglass-recipe.json"
_LARGEST: Final = 64 * 1024 * 1024
"""Bytes of JSON that are read at most: room for a million ids."""
_STREAM: Final = re.compile(rb"stream\r?\n")
_FILTER: Final = re.compile(rb"/Filter\s*\[?\s*/(\w+)")


class Recipe(ViewState, frozen=True, kw_only=True, omit_defaults=True):
    """How a selection was made: the view of the file (``ids`` are the exported events), and which file it was."""

    timeglass_recipe: int
    """Version of this record: 1."""
    made_with: str = ""
    file: str = ""
    """Name of the data file, without its folder; "" for none."""
    sha256: str = ""
    """Of the data file's bytes, in hex."""
    title: str = ""
    group_by: str = ""
    """What the pages are ordered by."""
    layout: str = ""
    exported: str = ""
    """ISO date-time."""

    def matches(self, digest: str) -> bool:
        """Tell whether the data file is still the same."""
        return bool(self.sha256) and self.sha256 == digest


def recipe_of(job: ExportJob) -> Recipe:
    """The recipe of an export."""
    seen = msgspec.structs.asdict(job.view)
    made = {
        "query": job.query or job.view.query,
        "ids": tuple(event.id for event in job.events()),
        "range": job.view.range or job.view_range,
        "lanes": job.lanes,
        "language": job.language,
    }
    return Recipe(
        **{**seen, **made},
        timeglass_recipe=1,
        made_with=f"Timeglass {__version__}",
        file=job.file_name,
        sha256=job.timeline.digest,
        title=job.shown_title,
        group_by=job.group_by,
        layout=job.layout,
        exported=job.exported.isoformat(),
    )


def recipe_bytes(job: ExportJob) -> bytes:
    """The recipe as the JSON file that is attached."""
    return msgspec.json.format(msgspec.json.encode(recipe_of(job)), indent=1)


def _inflated(data: bytes) -> bytes:
    engine = zlib.decompressobj()
    try:
        return engine.decompress(data, _LARGEST)
    except zlib.error:
        return b""


def _attachments(pdf: bytes) -> Iterator[bytes]:
    """Contents of all embedded files, the last in the file first: later revisions stand behind earlier ones."""
    at = len(pdf)
    while (at := pdf.rfind(b"/EmbeddedFile", 0, at)) >= 0:
        if pdf[at + 13 : at + 14] == b"s":  # the catalogue's list /EmbeddedFiles
            continue
        start = _STREAM.search(pdf, at, at + 4096)
        object_start = pdf.rfind(b" obj", 0, at)
        if start is None or object_start < 0:
            continue
        dictionary = pdf[object_start : start.start()]
        named = _FILTER.search(dictionary)
        if named is None:
            end = pdf.find(b"endstream", start.end())
            yield pdf[start.end() : end if end >= 0 else len(pdf)]
        elif named.group(1) == b"FlateDecode":
            yield _inflated(pdf[start.end() :])


def read_recipe(pdf: bytes) -> Recipe | None:
    """The recipe that a PDF carries, or None if it has none, is damaged, encrypted, or no PDF at all."""
    for content in _attachments(pdf):
        try:
            return msgspec.json.decode(content, type=Recipe)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            continue
    return None
