"""PNG (ISO/IEC 15948), band by band: a large picture takes seconds, and can be given up between two bands.

Qt's own writer makes a picture in one go, and a device in Python, which could stop it, gets no bytes from PySide.
"""

import struct
import zlib
from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from timeglass.export.steps import Steps

_SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_RGB, _RGBA = 2, 6
"""Colour types (11.2.1)."""
_BAND_BYTES: Final = 2_000_000
"""Size of the bands, about: some 20 ms of work."""
_INCH_M: Final = 0.0254
_DPI: Final = 96.0

Rows = NDArray[np.uint8]


def _chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk: length, type, data, checksum (5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(data, zlib.crc32(kind)))


def _rows(image: QImage, top: int, count: int, depth: int) -> Rows:
    """The bytes of some rows: shape (rows, columns, ``depth``)."""
    wanted = QImage.Format.Format_RGBA8888 if depth == 4 else QImage.Format.Format_RGB888
    band = image.copy(QRect(0, top, image.width(), count)).convertToFormat(wanted)
    lines = np.frombuffer(band.constBits(), np.uint8).reshape(count, band.bytesPerLine())
    return lines[:, : image.width() * depth].reshape(count, image.width(), depth).copy()


def filtered(rows: Rows, above: Rows) -> bytes:
    """Rows with the byte of their filter in front (9.2): none, sub or up, whichever leaves least (12.7).

    ``above`` is the row above the first one.
    """
    left = np.zeros_like(rows)
    left[:, 1:] = rows[:, :-1]
    up = np.concatenate((above[np.newaxis], rows[:-1]))
    ways = [part.reshape(len(rows), -1) for part in (rows, rows - left, rows - up)]
    rests = [np.minimum(way, -way).sum(axis=1, dtype=np.int64) for way in ways]
    best = np.argmin(rests, axis=0)
    lines = np.empty((len(rows), ways[0].shape[1] + 1), np.uint8)
    lines[:, 0] = best
    for number, way in enumerate(ways):
        lines[best == number, 1:] = way[best == number]
    return lines.tobytes()


def _pieces(image: QImage, steps: Steps) -> Iterator[bytes]:
    width, height, alpha = image.width(), image.height(), image.hasAlphaChannel()
    depth = 4 if alpha else 3
    yield _SIGNATURE
    yield _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, _RGBA if alpha else _RGB, 0, 0, 0))
    per_meter = round(_DPI * image.devicePixelRatio() / _INCH_M)  # so that programs show it in its true size
    yield _chunk(b"pHYs", struct.pack(">IIB", per_meter, per_meter, 1))
    deflate = zlib.compressobj()
    above = np.zeros((width, depth), np.uint8)
    count = max(1, _BAND_BYTES // (width * depth))
    for top in range(0, height, count):
        steps.tell(top / height)
        rows = _rows(image, top, min(count, height - top), depth)
        packed = deflate.compress(filtered(rows, above))
        above = rows[-1]
        if packed:
            yield _chunk(b"IDAT", packed)
    yield _chunk(b"IDAT", deflate.flush())
    yield _chunk(b"IEND", b"")


def png_bytes(image: QImage, steps: Steps) -> bytes:
    """An image as PNG, with 8 bits for each of red, green, blue and, if it has any, alpha.

    Raises ExportCancelledError.
    """
    return b"".join(_pieces(image, steps))
