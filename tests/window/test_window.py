"""The program on a real screen: real mouse, wheel and keys, through the X server."""

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from timeglass.settings import Settings
from timeglass.widgets.window_state import FileView, FileViews
from window.conftest import Start
from window.screen import Program, Screen

pytestmark = pytest.mark.window

MARK = 0xC000C0
"""Colour of the only event of its category; legible on the light ground as it is."""
TIMELINE = """\
timeglass: 1
title: Three events
view: {range: 1990/1999}
categories:
  first: {label: First, color: "#c000c0"}
  other: {label: Other}
events:
  - {id: middle, date: 1995-01-01, title: In the middle, category: first, summary: The one that is clicked.}
  - {id: early, date: 1991-06-15, title: An early one, category: other}
  - {id: late, date: 1998-06-15, title: A later one, category: other}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "three.yaml"
    made.write_text(TIMELINE, encoding="utf-8")
    return made


def marks(picture: NDArray[np.uint32]) -> NDArray[np.bool_]:
    """Where the event's mark is, in the middle of the window: names of its category stand farther left."""
    found = picture == MARK
    width = picture.shape[1]
    found[:, : round(0.35 * width)] = False
    found[:, round(0.65 * width) :] = False
    return found


def spot(screen: Screen) -> tuple[float, float]:
    """The middle of the mark."""
    rows, columns = np.nonzero(marks(screen.picture()))
    return float(columns.mean()), float(rows.mean())


def opened(start: Start, file: Path) -> Program:
    """The program with the file in it, painted, in front, and ready for keys."""
    program = start(str(file))
    screen = program.screen
    screen.point(5.0, 5.0)  # the pointer is part of the picture
    program.sees(lambda picture: marks(picture).sum() > 20, "the first frame")
    in_front(program, 1, "the window")
    return program


def in_front(program: Program, count: int, what: str) -> None:
    """Wait until so many windows are there and the newest takes the keys."""
    screen = program.screen

    def newest_is_active() -> bool:
        windows = sorted(map(int, screen.windows()))
        return len(windows) == count and screen.do("getactivewindow").strip() == str(windows[-1])

    program.wait(newest_is_active, what)


def left(program: Program, file: Path) -> FileView:
    """Close the window; how it left the file, by its own settings."""
    assert program.close() == 0
    assert program.errors() == ""
    kept = list(program.home.rglob("timeglass.ini"))
    assert len(kept) == 1
    view = FileViews(Settings(kept[0])).find(file)
    assert view is not None
    return view


def test_a_window_opens_and_closes(start: Start) -> None:
    """Without any argument: the built-in timeline."""
    program = start()
    screen = program.screen
    program.wait(screen.windows, "a window")
    program.sees(lambda picture: len(np.unique(picture[200:800, 400:1000])) > 60, "a timeline in the window")
    assert "Timeglass" in screen.do("getwindowname", screen.windows()[0])
    assert program.close() == 0
    assert program.errors() == ""


def test_the_wheel_zooms_about_the_pointer(start: Start, file: Path) -> None:
    program = opened(start, file)
    screen = program.screen
    x, y = spot(screen)
    before = screen.picture()
    screen.wheel(x, y, 6, held="ctrl")
    program.sees(lambda picture: (picture != before).mean() > 0.01 and marks(picture).any(), "another picture")
    view = left(program, file)
    ten_years = 10 * 365.25 * 86_400
    assert view.length < 0.5 * ten_years
    # What was under the pointer is under it still: the middle of the range has stayed in the middle.
    middle = 788_918_400  # 1 January 1995
    assert view.start < middle < view.start + view.length
    assert (middle - view.start) / view.length == pytest.approx(0.5, abs=0.05)


def test_a_click_selects_and_shows_the_details(start: Start, file: Path) -> None:
    program = opened(start, file)
    screen = program.screen
    pane = slice(round(0.8 * screen.width), None)
    before = screen.picture()[:, pane]
    screen.point(*spot(screen))
    screen.do("click", 1)
    program.sees(lambda picture: (picture[:, pane] != before).mean() > 0.005, "details of the event")
    assert left(program, file).ids == ("middle",)


def test_typing_searches_and_dims_the_rest(start: Start, file: Path) -> None:
    program = opened(start, file)
    screen = program.screen
    bright = marks(screen.picture()).sum()
    screen.key("ctrl+f")
    screen.type("later")
    program.sees(lambda picture: marks(picture).sum() < 0.2 * bright, "the mark dimmed")
    screen.key("Escape", "Escape")  # suggestions may be open
    program.sees(lambda picture: marks(picture).sum() >= 0.8 * bright, "the mark as before")
    screen.key("ctrl+f")
    screen.type("early")
    program.sees(lambda picture: marks(picture).sum() < 0.2 * bright, "the mark dimmed")
    assert left(program, file).query == "early"


def test_keys_alone_export_a_pdf(start: Start, file: Path, tmp_path: Path) -> None:
    program = opened(start, file)
    screen, target = program.screen, tmp_path / "out.pdf"
    screen.key("ctrl+e")
    in_front(program, 2, "the export dialog")
    screen.key("Return")
    in_front(program, 3, "the question where to")
    screen.key("ctrl+a")
    screen.type(str(target))
    screen.key("Return")
    program.wait(lambda: target.exists() and target.read_bytes().startswith(b"%PDF-"), "the PDF")
    in_front(program, 2, "the dialog with its answer")
    screen.key("Escape")
    in_front(program, 1, "the window alone")
    left(program, file)
    assert b"%%EOF" in target.read_bytes()[-1024:]


def test_a_window_comes_back_as_it_was_left(start: Start, file: Path) -> None:
    program = opened(start, file)
    program.screen.key("F11")
    program.screen.wheel(*spot(program.screen), 4, held="ctrl")
    first = left(program, file)
    program.screen.point(5.0, 5.0)
    again = start(str(file))
    again.sees(lambda picture: marks(picture).any(), "the first frame")
    assert left(again, file) == first
