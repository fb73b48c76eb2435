"""Many dates at once: plain ISO dates and date-times by columns, all others one by one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntFlag
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.batch_plain import parse_days, parse_moments
from timeglass.chrono.edtf_date import KINDS, DateError, DateKind, EdtfDate, Precision
from timeglass.chrono.edtf_parser import parse_expression
from timeglass.chrono.evaluation import evaluate
from timeglass.chrono.timed import read_date

_MOST_SUGGESTIONS: Final = 1_000
"""Guessing what was meant takes longer than parsing: a file that is wrong throughout gets so many guesses."""


class DateMark(IntFlag):
    """What the marks column says of a date."""

    UNCERTAIN = 1
    APPROXIMATE = 2
    UNKNOWN_START = 4
    UNKNOWN_END = 8


@dataclass(frozen=True, slots=True)
class DateColumns:
    """Parsed dates, one row each; rows in ``errors`` are no dates, and hold zeros."""

    bounds: NDArray[np.int64]
    """Shape (n, 4): the bounds as in :class:`~timeglass.chrono.bounds.Bounds`."""
    precision: NDArray[np.int8]
    """:class:`~timeglass.chrono.edtf_date.Precision` numbers."""
    kind: NDArray[np.int8]
    """Indices into :data:`KINDS`."""
    marks: NDArray[np.int8]
    """:class:`DateMark` bits."""
    errors: dict[int, DateError] = field(default_factory=dict)


def parse_bounds(texts: Sequence[str], *, timed: bool = False) -> DateColumns:
    """Columns of many EDTF texts; what is wrong with a row stands in ``errors``.

    With ``timed``, intervals may have times of day, as :func:`~timeglass.chrono.edtf.parse_file_date` allows.
    """
    count = len(texts)
    columns = DateColumns(
        np.zeros((count, 4), np.int64), np.zeros(count, np.int8), np.zeros(count, np.int8), np.zeros(count, np.int8)
    )
    lengths = np.fromiter(map(len, texts), np.int64, count)
    rest = np.ones(count, np.bool_)
    for length, precision in ((10, Precision.DAY), (7, Precision.MONTH), (4, Precision.YEAR)):
        rows = np.flatnonzero(lengths == length)
        if len(rows):
            _fill(columns, rest, rows, parse_days(_at(texts, rows), length), precision)
    for length in (19, 20):
        rows = np.flatnonzero(lengths == length)
        if len(rows):
            _fill(columns, rest, rows, parse_moments(_at(texts, rows), length), Precision.SECOND)
    for length, precision in ((10, Precision.DAY), (7, Precision.MONTH), (4, Precision.YEAR)):
        rows = np.flatnonzero(lengths == 2 * length + 1)
        if len(rows):
            _fill_intervals(columns, rest, rows, _at(texts, rows), length, precision)
    _parse_rest(columns, texts, np.flatnonzero(rest).tolist(), timed=timed)
    return columns


def _at(texts: Sequence[str], rows: NDArray[np.intp]) -> Sequence[str]:
    """The texts in some rows, which often are all."""
    return texts if len(rows) == len(texts) else [texts[row] for row in rows.tolist()]


def _fill(
    columns: DateColumns,
    rest: NDArray[np.bool_],
    rows: NDArray[np.intp],
    parsed: tuple[NDArray[np.bool_], NDArray[np.int64], NDArray[np.int64]],
    precision: Precision,
) -> None:
    """Take over what was parsed by columns: which of the rows are plain, and their first and last seconds."""
    plain, low, high = parsed
    done = rows[plain]
    columns.bounds[done] = np.column_stack((low, high, low, high))[plain]
    columns.precision[done] = precision
    rest[done] = False


def _fill_intervals(
    columns: DateColumns,
    rest: NDArray[np.bool_],
    rows: NDArray[np.intp],
    texts: Sequence[str],
    length: int,
    precision: Precision,
) -> None:
    """Take over intervals between plain dates of one length; those that end before they start are left for later."""
    plain, start_low, start_high = parse_days([text[:length] for text in texts], length)
    plain_end, end_low, end_high = parse_days([text[length + 1 :] for text in texts], length)
    plain &= plain_end & (start_low <= end_low) & np.fromiter((text[length] == "/" for text in texts), np.bool_)
    done = rows[plain]
    columns.bounds[done] = np.column_stack((start_low, start_high, end_low, end_high))[plain]
    columns.precision[done] = precision
    columns.kind[done] = KINDS.index(DateKind.INTERVAL)
    rest[done] = False


def _parse_rest(columns: DateColumns, texts: Sequence[str], rows: Sequence[int], *, timed: bool) -> None:
    known: dict[str, EdtfDate | DateError] = {}
    guesses = 0
    for row in rows:
        text = texts[row]
        date = known.get(text)
        if date is None:
            try:
                date = read_date(text) if timed else evaluate(parse_expression(text), text)
            except DateError as error:
                guesses += 1
                meant = _suggestion(text) if guesses <= _MOST_SUGGESTIONS else ""
                date = DateError(error.reason, error.position, meant)
            known[text] = date
        if isinstance(date, DateError):
            columns.errors[row] = date
            continue
        columns.bounds[row] = date.bounds
        columns.precision[row] = date.precision
        columns.kind[row] = KINDS.index(date.kind)
        columns.marks[row] = marks_of(date)


def marks_of(date: EdtfDate) -> int:
    """The :class:`DateMark` bits of a date."""
    return (
        DateMark.UNCERTAIN.value * date.uncertain
        + DateMark.APPROXIMATE.value * date.approximate
        + DateMark.UNKNOWN_START.value * date.unknown_start
        + DateMark.UNKNOWN_END.value * date.unknown_end
    )


def _suggestion(text: str) -> str:
    """What a refused text may mean; its grammar is imported when the first one is met."""
    from timeglass.chrono.casual import suggest

    return suggest(text)
