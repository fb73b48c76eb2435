"""Excel workbooks as tables, and archives that are made to do harm."""

import io
import zipfile
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from importers.corpus import dates, errors, opened, warnings
from timeglass.errors import NotATimelineError
from timeglass.formats.foreign import archive
from timeglass.formats.foreign.xlsx import cell_text


def workbook(**sheets: list[list[Any]]) -> bytes:
    """The bytes of a workbook."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def zipped(members: dict[str, bytes]) -> bytes:
    """The bytes of an archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in members.items():
            made.writestr(name, data)
    return file.getvalue()


def test_days_moments_and_numbers(tmp_path: Path) -> None:
    data = workbook(
        Notes=[["nothing", "here"], ["a", "b"]],
        Events=[
            [],
            ["Date", "End", "Title", "Type", "Budget", None],
            [date(2020, 1, 2), datetime(2020, 1, 5), "A", "x", 5.0, None],
            [datetime(2020, 1, 3, 14, 30), None, "B", "y", 0.5, "cell without a name"],
            ["7 May 1997", None, "C", "x", True, None],
            [],
            ["foo", None, "D", "x", None, None],
        ],
    )
    loaded = opened(tmp_path, "book.xlsx", data)
    assert dates(loaded) == ["1997-05-07", "2020-01-02/2020-01-05", "2020-01-03T14:30:00"]
    assert warnings(loaded) == ["only the sheet 'Events' was read; others: Notes"]
    assert len(errors(loaded)) == 1
    problem = next(problem for problem in loaded.problems if problem.severity == "error")
    assert (problem.line, problem.column) == (7, 1)
    assert "Budget: 0.5" in str(loaded.timeline.events[2].details)


def test_any_ending(tmp_path: Path) -> None:
    loaded = opened(tmp_path, "book.csv", workbook(One=[["Year", "Name"], [1999, "A"], [-43, "B"]]))
    assert dates(loaded) == ["-0043", "1999"]


def test_cells_as_text() -> None:
    values = [None, False, time(9, 5), timedelta(minutes=2), 1e300, 2.5, " x ", datetime(2020, 1, 1, tzinfo=UTC)]
    assert [cell_text(value) for value in values] == [
        "", "false", "09:05:00", "120 seconds", "1e+300", "2.5", "x", "2020-01-01",
    ]  # fmt: skip


def test_empty_and_broken_workbooks(tmp_path: Path) -> None:
    with pytest.raises(NotATimelineError, match="no sheet with rows"):
        opened(tmp_path, "book.xlsx", workbook(One=[]))
    whole = workbook(One=[["Date", "Name"], ["2020", "A"]])
    for data in (whole[: len(whole) // 2], zipped({"[Content_Types].xml": b"<a", "xl/workbook.xml": b"<"})):
        with pytest.raises(NotATimelineError, match="broken"):
            opened(tmp_path, "book.xlsx", data)


def test_entities_in_a_workbook_are_refused(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><workbook>&b;</workbook>'
    source = zipfile.ZipFile(io.BytesIO(workbook(One=[["Date", "Name"], ["2020", "A"]])))
    members = {name: source.read(name) for name in source.namelist()}
    with pytest.raises(NotATimelineError, match="broken"):
        opened(tmp_path, "book.xlsx", zipped({**members, "xl/workbook.xml": bomb}))


def test_bombs_are_refused(tmp_path: Path) -> None:
    bomb = zipped({"[Content_Types].xml": b"x", "xl/sheet.xml": b"\0" * 40_000_000})
    with pytest.raises(NotATimelineError, match="300 times its size"):
        opened(tmp_path, "book.xlsx", bomb)


def test_paths_that_leave_the_archive_are_refused(tmp_path: Path) -> None:
    for name in ("../evil", "/etc/evil", "a/../../evil", "C:/evil", "..\\evil"):
        with pytest.raises(NotATimelineError, match="would leave it"):
            opened(tmp_path, "book.xlsx", zipped({"[Content_Types].xml": b"x", name: b"x"}))


def test_large_and_missing_members(monkeypatch: pytest.MonkeyPatch) -> None:
    found = archive.open_archive(zipped({"a": b"x" * 100}))
    with pytest.raises(NotATimelineError, match="there is no b"):
        archive.read_member(found, "b")
    assert archive.read_member(found, "a") == b"x" * 100
    monkeypatch.setattr(archive, "LARGEST_MEMBER", 50)
    with pytest.raises(NotATimelineError, match="larger than"):
        archive.read_member(found, "a")
    with pytest.raises(NotATimelineError, match="larger than"):
        archive.open_archive(zipped({"a": b"x" * 100}))
    monkeypatch.setattr(archive, "MOST_MEMBERS", 1)
    with pytest.raises(NotATimelineError, match="more than 1 files"):
        archive.open_archive(zipped({"a": b"x", "b": b"y"}))


def test_damaged_members() -> None:
    data = bytearray(zipped({"a": bytes(range(256)) * 40}))
    data[60:80] = b"\xff" * 20
    with pytest.raises(NotATimelineError, match="broken"):
        archive.read_member(archive.open_archive(bytes(data)), "a")


def test_names_may_stand_below_a_heading(tmp_path: Path) -> None:
    rows = [["Report"], [], ["Date", "Name"], [date(2020, 1, 1), "A"], ["soon", "B"]]
    loaded = opened(tmp_path, "t.xlsx", workbook(One=rows))
    assert [event.title for event in loaded.timeline.events] == ["A"]
    assert loaded.timeline.head.description == "Report"
    assert [problem.line for problem in loaded.problems] == [5]
