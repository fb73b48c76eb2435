"""Columns of dates against dates one by one."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from chrono.expressions import expressions
from timeglass.chrono.batch import DateMark, parse_bounds
from timeglass.chrono.edtf import parse
from timeglass.chrono.edtf_date import KINDS, DateError, DateKind
from timeglass.chrono.edtf_printer import print_expression

_PLAIN = st.from_regex(r"[0-9]{4}(-[01][0-9](-[0-3][0-9](T[0-2][0-9]:[0-6][0-9]:[0-6][0-9]Z?)?)?)?", fullmatch=True)
_RANGE = st.from_regex(
    r"[0-9]{4}/[0-9]{4}|([0-9]{4}-[01][0-9][/-]){2}|([0-9]{4}-[01][0-9]-[0-3][0-9]/?){2}", fullmatch=True
)
_NEARLY = st.text("0123456789-T:Zé", min_size=4, max_size=20)


@given(st.lists(_PLAIN | _RANGE | _NEARLY | expressions().map(print_expression), max_size=20))
def test_columns_say_what_single_dates_say(texts: list[str]) -> None:
    columns = parse_bounds(texts)
    assert columns.bounds.shape == (len(texts), 4)
    for row, text in enumerate(texts):
        try:
            date = parse(text)
        except DateError as error:
            found = columns.errors[row]
            same = (found.reason, found.position, found.suggestion) == (error.reason, error.position, error.suggestion)
        else:
            same = row not in columns.errors and (
                tuple(columns.bounds[row].tolist()) == tuple(date.bounds)
                and columns.precision[row] == date.precision
                and KINDS[columns.kind[row]] is date.kind
            )
        assert same, text


def test_plain_intervals() -> None:
    texts = ["1993/1996", "1993-02/1993-02", "1993-02-03/1996-01-01", "1996/1993", "1993-1996", "1993-02-30/1996-01-01"]
    columns = parse_bounds(texts)
    assert sorted(columns.errors) == [3, 4, 5]
    for row in range(3):
        assert tuple(columns.bounds[row].tolist()) == tuple(parse(texts[row]).bounds)
        assert KINDS[columns.kind[row]] is DateKind.INTERVAL


def test_marks() -> None:
    columns = parse_bounds(["1994?", "1994~", "1994%", "1994", "/1994", "1994/", "1994?"])
    assert columns.marks.tolist() == [
        DateMark.UNCERTAIN,
        DateMark.APPROXIMATE,
        DateMark.UNCERTAIN | DateMark.APPROXIMATE,
        0,
        DateMark.UNKNOWN_START,
        DateMark.UNKNOWN_END,
        DateMark.UNCERTAIN,
    ]


def test_no_dates_make_empty_columns() -> None:
    columns = parse_bounds([])
    assert columns.bounds.shape == (0, 4)
    assert columns.bounds.dtype == np.int64
    assert not columns.errors


def test_a_file_wrong_throughout_gets_guesses_for_its_first_rows() -> None:
    columns = parse_bounds([f"{year}-5-7" for year in range(1000, 2100)])
    assert columns.errors[0].suggestion == "1000-05-07"
    assert columns.errors[1099].suggestion == ""
