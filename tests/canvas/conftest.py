"""Views for the tests of the canvas; motion stands still unless a test wants it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from canvas.hand import Canvas, make_canvas
from timeglass.events.timeline import Timeline
from timeglass.widgets.canvas import motion, scene_keeper

MakeCanvas = Callable[..., Canvas]


def _want_motion(monkeypatch: pytest.MonkeyPatch, wanted: bool) -> None:
    for module in (motion, scene_keeper):
        monkeypatch.setattr(module, "motion_wanted", lambda: wanted)


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the system asked for reduced motion: every goal is reached at once."""
    _want_motion(monkeypatch, False)


@pytest.fixture
def moving(_still: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Motion as people see it."""
    _want_motion(monkeypatch, True)


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[MakeCanvas]:
    """Makes shown views: ``canvas(timeline, (width, height))``."""
    made: list[Canvas] = []

    def make(timeline: Timeline, size: tuple[int, int] = (1000, 600)) -> Canvas:
        made.append(make_canvas(timeline, size))
        return made[-1]

    yield make
    for one in made:
        if not Shiboken.isValid(one.view):
            continue
        one.view.motion.stop()
        one.view.close()
        one.view.deleteLater()
    made.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


@pytest.fixture
def towns(canvas: MakeCanvas) -> Canvas:
    """A dozen marks in two lanes, two a year from 1991 on, with room for all."""
    from timelines import little

    return canvas(little())


@pytest.fixture
def crowded(canvas: MakeCanvas) -> Canvas:
    """Four hundred events in three lanes: clusters, bars, open ends."""
    from builders import crowd

    return canvas(crowd(400, seed=3))


@pytest.fixture
def overflowing(canvas: MakeCanvas) -> Canvas:
    """More lanes than a low window has room for."""
    from builders import crowd

    return canvas(crowd(400, seed=3, lanes=12), (1000, 320))
