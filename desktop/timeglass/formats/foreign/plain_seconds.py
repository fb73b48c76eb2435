"""Columns of dates that are written alike, read as arrays: ISO days and moments, days with slashes, times since 1970.

What such an array says of a cell is what :meth:`DateColumn.read` says of it, many times faster.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np

from timeglass.chrono.batch_plain import Bools, Int64s, Letters, day_numbers, letters_of, moments_in, month_lengths
from timeglass.chrono.batch_plain import parse_days as iso_days
from timeglass.chrono.edtf_date import Precision
from timeglass.chrono.instant import DAY, HOUR, MINUTE
from timeglass.formats.foreign.column_dates import DateColumn

_TAIL = re.compile(r"(?:[.,]\d+)? ?(?:Z|UTC|GMT|([+-])\d\d:?\d\d)?")
"""What may stand behind the seconds of a moment."""
_INTEGERS = re.compile(r"(?:-?[0-9]{9,18}\n)+")
_INTEGER = re.compile(r"-?[0-9]{9,18}")
_DAY = re.compile(r"[0-9]{1,2}([/.-])[0-9]{1,2}\1[0-9]{4}")
_LEAST_SHARE = 0.5
"""Where fewer cells are written alike, arrays save nothing."""
_UNITS = ((10**17, 10**9), (10**14, 10**6), (10**11, 10**3))
_LENGTHS = {Precision.DAY: DAY, Precision.MINUTE: MINUTE, Precision.SECOND: 1}


@dataclass(frozen=True)
class PlainSeconds:
    """First seconds of the cells of a column; where a cell is not ``known``, it is empty or needs a closer look."""

    seconds: Int64s
    known: Bools
    precision: Precision

    @property
    def last(self) -> Int64s:
        """Last seconds."""
        return self.seconds + (_LENGTHS[self.precision] - 1)


def plain_seconds(cells: Sequence[str], column: DateColumn) -> PlainSeconds | None:
    """The cells of a column as arrays; None where too few are written alike."""
    if "" not in cells:
        return _read(cells, column)
    kept = list(compress(cells, cells))
    found = _read(kept, column) if kept else None
    return _spread(found, np.fromiter(map(bool, cells), np.bool_, len(cells))) if found is not None else None


def _read(cells: Sequence[str], column: DateColumn) -> PlainSeconds | None:
    if column.is_slashed:
        return None if column.two_digits else _slashed(cells, column.day_first)
    return _epochs(cells) if column.is_epoch else _iso(cells)


def _spread(found: PlainSeconds, filled: Bools) -> PlainSeconds:
    """What was found for some cells, among all of them."""
    seconds = np.zeros(len(filled), np.int64)
    known = np.zeros(len(filled), np.bool_)
    seconds[filled], known[filled] = found.seconds, found.known
    return PlainSeconds(seconds, known, found.precision)


def _alike(cells: Sequence[str], fits: Bools, column: DateColumn | None = None) -> list[str] | None:
    """Those cells that fit; None where they are too few, or all: then it is something else that is wrong."""
    most = int(np.count_nonzero(fits))
    return list(compress(cells, fits.tolist())) if _LEAST_SHARE * len(cells) <= most < len(cells) else None


def _iso(cells: Sequence[str]) -> PlainSeconds | None:
    lengths = np.fromiter(map(len, cells), np.int64, len(cells))
    length = int(lengths[0]) if (lengths == lengths[0]).all() else int(np.bincount(lengths).argmax())
    if length not in (10, 16) and not 19 <= length <= 40:
        return None
    fits = lengths == length
    if not fits.all():
        kept = _alike(cells, fits)
        found = _iso(kept) if kept is not None else None
        return _spread(found, fits) if found is not None else None
    if length == 10:
        known, seconds, _ = iso_days(cells, 10)
        return _checked(seconds, known, Precision.DAY)
    return _moments(letters_of(cells, length), cells[0])


def _moments(letters: Letters, first: str) -> PlainSeconds | None:
    precision = Precision.SECOND
    if letters.shape[1] == 16:
        precision = Precision.MINUTE
        letters = np.hstack([letters, np.tile(np.frombuffer(b":00", np.uint8), (len(letters), 1))])
    known, seconds = moments_in(letters)
    known &= (letters[:, 10] == ord("T")) | (letters[:, 10] == ord(" "))
    tail = _TAIL.fullmatch(first[19:])
    if tail is None:
        return None
    zone = 19 + tail.start(1) if tail[1] else letters.shape[1]
    for place in range(19, zone):
        letter = first[place]
        known &= _are_digits(letters[:, place]) if letter.isdigit() else letters[:, place] == ord(letter)
    if tail[1]:
        seconds = seconds - _offsets(letters[:, zone:], known)
    return _checked(seconds, known, precision)


def _offsets(zones: Letters, known: Bools) -> Int64s:
    """Seconds that zones such as +02:00 are ahead; what is none is known no more."""
    digits = zones[:, [1, 2, -2, -1]] - np.uint8(ord("0"))
    sign = np.where(zones[:, 0] == ord("-"), -1, 1)
    hours, minutes = (digits[:, at].astype(np.int64) * 10 + digits[:, at + 1] for at in (0, 2))
    known &= ((zones[:, 0] == ord("+")) | (sign < 0)) & np.less_equal(digits, 9).all(axis=1)
    known &= (hours < 24) & (minutes < 60)
    if zones.shape[1] == 6:
        known &= zones[:, 3] == ord(":")
    offsets: Int64s = sign * (hours * HOUR + minutes * MINUTE)
    return offsets


def _are_digits(letters: Letters) -> Bools:
    found: Bools = (letters - np.uint8(ord("0"))) <= 9
    return found


def _checked(seconds: Int64s, known: Bools, precision: Precision) -> PlainSeconds | None:
    return PlainSeconds(seconds, known, precision) if known.mean() >= _LEAST_SHARE else None


def _epochs(cells: Sequence[str]) -> PlainSeconds | None:
    joined = "\n".join(cells) + "\n"
    if not _INTEGERS.fullmatch(joined):
        fits = np.array([_INTEGER.fullmatch(cell) is not None for cell in cells])
        kept = _alike(cells, fits)
        found = _epochs(kept) if kept is not None else None
        return _spread(found, fits) if found is not None else None
    numbers = np.fromstring(joined, np.int64, sep="\n")
    size = np.abs(numbers)
    unit = np.select([size >= least for least, _ in _UNITS], [divisor for _, divisor in _UNITS], 1)
    seconds = numbers // unit
    return _checked(seconds, (seconds >= -62_135_596_800) & (seconds <= 253_402_300_799), Precision.SECOND)


def _slashed(cells: Sequence[str], day_first: bool) -> PlainSeconds | None:
    fields = _fields("\n".join(cells) + "\n", len(cells))
    if fields is None:
        fits = np.array([_DAY.fullmatch(cell) is not None for cell in cells])
        kept = _alike(cells, fits)
        found = _slashed(kept, day_first) if kept is not None else None
        return _spread(found, fits) if found is not None else None
    first, second, year = fields
    day, month = (first, second) if day_first else (second, first)
    turned = (month > 12) & (day <= 12)
    day, month = np.where(turned, month, day), np.where(turned, day, month)
    known = (month >= 1) & (month <= 12) & (day >= 1)
    month = np.where(known, month, 1)
    known &= day <= month_lengths(year, month)
    return _checked(day_numbers(year, month, day) * DAY, known, Precision.DAY)


def _fields(joined: str, count: int) -> tuple[Int64s, Int64s, Int64s] | None:
    """The numbers of dates such as 1/12/2020, each followed by a line end; None where any is written otherwise."""
    letters = np.frombuffer(joined.encode("ascii", "replace"), np.uint8)
    mark = next((letter for letter in joined[:3] if letter in "/.-"), "/")
    marks = np.flatnonzero(letters == ord(mark))
    ends = np.flatnonzero(letters == ord("\n"))
    if len(ends) != count or len(marks) != 2 * count:
        return None
    if int(np.count_nonzero(_are_digits(letters))) != len(letters) - 3 * count:
        return None
    before, one, two = np.concatenate(([-1], ends[:-1])), marks[0::2], marks[1::2]
    widths = (one - before - 1, two - one - 1)
    if any(int(width.min()) < 1 or int(width.max()) > 2 for width in widths) or (ends - two != 5).any():
        return None
    digits = letters.astype(np.int64) - ord("0")
    first, second = (
        digits[at - 1] + 10 * np.where(width == 2, digits[at - 2], 0)
        for at, width in zip((one, two), widths, strict=True)
    )
    year = digits[ends - 4] * 1000 + digits[ends - 3] * 100 + digits[ends - 2] * 10 + digits[ends - 1]
    return first, second, year
