"""When an environment is used as it is, added to, or made again."""

from dataclasses import replace
from pathlib import Path

import pytest

from devtools import stamp
from devtools.stamp import Stamp, Step

FOUND = Stamp(
    python="cpython 3.11.7 x86_64",
    root="/home/someone/timeglass",
    project="p1",
    locks={"run": "r1", "dev": "d1"},
    contents=("PySide6", "numpy"),
)
PRESENT = frozenset({"PySide6", "numpy", "something_else"})


@pytest.mark.parametrize(
    ("want", "step"),
    [
        (FOUND, Step.NOTHING),
        (replace(FOUND, locks={"run": "r1"}), Step.NOTHING),
        (replace(FOUND, python="cpython 3.12.1 x86_64"), Step.REBUILD),
        (replace(FOUND, root="/home/someone/else"), Step.REBUILD),
        (replace(FOUND, locks={"run": "r2"}), Step.REBUILD),
        (replace(FOUND, locks={"run": "r1", "dev": "d2"}), Step.REBUILD),
        (replace(FOUND, locks={"run": "r1", "more": "m1"}), Step.ADD),
        (replace(FOUND, project="p2"), Step.PROJECT),
    ],
)
def test_step(want: Stamp, step: Step) -> None:
    assert stamp.decide(FOUND, want, PRESENT) is step


def test_changed_tools_do_not_matter_to_those_who_only_run() -> None:
    found = replace(FOUND, locks={"run": "r1", "dev": "old"})
    assert stamp.decide(found, replace(FOUND, locks={"run": "r1"}), PRESENT) is Step.NOTHING


def test_no_stamp_means_an_interrupted_set_up() -> None:
    assert stamp.decide(None, FOUND, PRESENT) is Step.REBUILD


def test_something_taken_away_is_noticed() -> None:
    assert stamp.decide(FOUND, FOUND, frozenset({"PySide6"})) is Step.REBUILD


def test_written_and_read_again(tmp_path: Path) -> None:
    stamp.write(tmp_path, FOUND)
    assert stamp.read(tmp_path) == FOUND
    assert [path.name for path in tmp_path.iterdir()] == [stamp.STAMP]
    stamp.remove(tmp_path)
    stamp.remove(tmp_path)
    assert stamp.read(tmp_path) is None


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"contents": []}', "null", '{"contents": 1}'])
def test_a_damaged_stamp_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / stamp.STAMP).write_text(text)
    assert stamp.read(tmp_path) is None


def test_line_ends_do_not_matter(tmp_path: Path) -> None:
    (tmp_path / "unix").write_bytes(b"a\nb\n")
    (tmp_path / "windows").write_bytes(b"a\r\nb\r\n")
    (tmp_path / "other").write_bytes(b"a\nc\n")
    assert stamp.digest(tmp_path / "unix") == stamp.digest(tmp_path / "windows")
    assert stamp.digest(tmp_path / "unix") != stamp.digest(tmp_path / "other")
    assert stamp.digest(tmp_path / "none") == "missing"


def test_wanted_names_this_checkout() -> None:
    want = stamp.wanted(("run", "dev"))
    assert set(want.locks) == {"run", "dev"}
    assert "missing" not in {want.project, *want.locks.values()}
    assert want == stamp.wanted(("run", "dev"))
