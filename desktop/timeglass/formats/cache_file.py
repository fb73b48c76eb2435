"""A file of a compiled timeline: texts by row, arrays, and a head that says what belongs where.

Nothing in it is executed. All of it is guarded by checksums: the head and the arrays when the file is opened, the
texts when they are looked at.
"""

import os
import threading
import weakref
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final, TypeVar

import msgspec
import numpy as np
from numpy.typing import NDArray

MAGIC: Final = b"TGcache1"
CHUNK_ROWS: Final = 64
"""Texts are read, and checked, so many rows at a time: a screenful of scattered rows shall not read the whole file."""
_KEPT_CHUNKS: Final = 64
_TAIL: Final = 8 + 8 + 4 + 8
"""Where the head begins, its length, its checksum, and the magic word, at the very end."""
T = TypeVar("T")


class DamagedError(Exception):
    """The file is not as it was written. Never leaves the cache."""


class ArrayPlace(msgspec.Struct, frozen=True):
    """Where an array lies."""

    kind: str
    count: int
    start: int
    checksum: int


class _Frame(msgspec.Struct, frozen=True):
    head: msgspec.Raw
    arrays: dict[str, ArrayPlace]


def write_parts(file: BinaryIO, texts: Iterable[bytes], others: Callable[[], tuple[bytes, Mapping[str, Any]]]) -> None:
    """Write the texts of all rows, and then the head and the arrays, which may depend on them."""
    offsets, checksums = [np.zeros(1, np.int64)], []
    place = 0
    for chunk in _chunks(texts):
        data = b"".join(chunk)
        file.write(data)
        checksums.append(zlib.crc32(data))
        offsets.append(np.cumsum([len(text) for text in chunk], dtype=np.int64) + place)
        place += len(data)
    head, arrays = others()
    arrays = {**arrays, "offsets": np.concatenate(offsets), "checksums": np.array(checksums, np.uint32)}
    places = {}
    for name, array in arrays.items():
        data = np.ascontiguousarray(array).tobytes()
        places[name] = ArrayPlace(array.dtype.str, len(array), place, zlib.crc32(data))
        file.write(data)
        place += len(data)
    frame = msgspec.msgpack.encode(_Frame(msgspec.Raw(head), places))
    file.write(frame)
    tail = place.to_bytes(8, "little") + len(frame).to_bytes(8, "little") + zlib.crc32(frame).to_bytes(4, "little")
    file.write(tail + MAGIC)


def _chunks(texts: Iterable[bytes]) -> Iterator[list[bytes]]:
    chunk: list[bytes] = []
    for text in texts:
        chunk.append(text)
        if len(chunk) == CHUNK_ROWS:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


@dataclass
class _Descriptor:
    """An open file that is closed when nobody needs it any more."""

    number: int

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        weakref.finalize(self, os.close, self.number)

    def read(self, start: int, length: int) -> bytes:
        """Bytes from a place. Raises DamagedError where there are not so many."""
        with self._lock:
            try:
                os.lseek(self.number, start, os.SEEK_SET)
                pieces = []
                while length > 0 and (piece := os.read(self.number, length)):
                    pieces.append(piece)
                    length -= len(piece)
            except (OSError, ValueError, OverflowError) as error:
                raise DamagedError from error
        if length:
            raise DamagedError
        return pieces[0] if len(pieces) == 1 else b"".join(pieces)


class CacheFile:
    """An open file. Raises OSError where there is none, and DamagedError where it is not one of ours."""

    def __init__(self, path: Path) -> None:
        self._file = _Descriptor(os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0)))
        size = os.fstat(self._file.number).st_size
        tail = self._file.read(max(size - _TAIL, 0), _TAIL)
        start, length = int.from_bytes(tail[:8], "little"), int.from_bytes(tail[8:16], "little")
        if tail[20:] != MAGIC or start + length + _TAIL != size:
            raise DamagedError
        frame = self._file.read(start, length)
        if zlib.crc32(frame) != int.from_bytes(tail[16:20], "little"):
            raise DamagedError
        decoded = _decoded(frame, _Frame)
        self._head, self._places = bytes(decoded.head), decoded.arrays
        self._offsets: NDArray[np.int64] | None = None
        self._checksums: NDArray[np.uint32] | None = None
        self._kept: dict[int, bytes] = {}

    def head(self, kind: type[T]) -> T:
        """What was written as head."""
        return _decoded(self._head, kind)

    def array(self, name: str) -> NDArray[Any]:
        """One of the arrays, read-only."""
        place = self._places.get(name)
        if place is None:
            raise DamagedError
        kind = np.dtype(place.kind)
        data = self._file.read(place.start, place.count * kind.itemsize)
        if zlib.crc32(data) != place.checksum:
            raise DamagedError
        return np.frombuffer(data, kind)

    def open_texts(self) -> None:
        """Get ready to read texts."""
        self._offsets, self._checksums = self.array("offsets"), self.array("checksums")

    def text(self, row: int) -> bytes:
        """The text of a row; :meth:`open_texts` must have been called."""
        assert self._offsets is not None  # noqa: S101
        chunk = row // CHUNK_ROWS
        first = int(self._offsets[chunk * CHUNK_ROWS])
        data = self._kept.get(chunk)
        if data is None:
            data = self._chunk(chunk, first)
        return data[int(self._offsets[row]) - first : int(self._offsets[row + 1]) - first]

    def _chunk(self, chunk: int, first: int) -> bytes:
        assert self._offsets is not None  # noqa: S101
        assert self._checksums is not None  # noqa: S101
        last = int(self._offsets[min((chunk + 1) * CHUNK_ROWS, len(self._offsets) - 1)])
        data = self._file.read(first, last - first)
        if zlib.crc32(data) != int(self._checksums[chunk]):
            raise DamagedError
        if len(self._kept) >= _KEPT_CHUNKS:
            self._kept = {}
        self._kept[chunk] = data
        return data


def _decoded(data: bytes, kind: type[T]) -> T:
    try:
        return msgspec.msgpack.decode(data, type=kind)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise DamagedError from error
