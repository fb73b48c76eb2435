"""Readers and writers that are imported when they are first used: the start of the program needs one of them."""

from collections.abc import Sequence
from importlib import import_module
from typing import BinaryIO

from timeglass.events.timeline import Timeline
from timeglass.formats.document import Document, Source, Tick, no_tick
from timeglass.formats.format import Read, Sniff, Write


def late_sniff(module: str) -> Sniff:
    """``sniff`` of a module of this package."""

    def sniff(name: str, head: bytes) -> float:
        sure: float = import_module(f"timeglass.formats.{module}").sniff(name, head)
        return sure

    return sniff


def late_read(module: str) -> Read:
    """``read`` of a module of this package."""

    def read(source: Source) -> Document:
        document: Document = import_module(f"timeglass.formats.{module}").read(source)
        return document

    return read


def late_write(module: str) -> Write:
    """``write`` of a module of this package."""

    def write(timeline: Timeline, rows: Sequence[int], file: BinaryIO, tick: Tick = no_tick) -> Sequence[str]:
        lost: Sequence[str] = import_module(f"timeglass.formats.{module}").write(timeline, rows, file, tick)
        return lost

    return write
