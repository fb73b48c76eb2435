"""What is needed next is prepared ahead, a step at a time."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from timeglass.app import often_next
from timeglass.widgets import at_rest
from timeglass.widgets.at_rest import AtRest


def noting(done: list[str]) -> Iterator[None]:
    for name in "abc":
        done.append(name)
        yield


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """No long waits."""
    monkeypatch.setattr(at_rest, "REST_MS", 20)
    monkeypatch.setattr(at_rest, "STEP_MS", 20)


def test_steps_are_taken_one_by_one_once_the_window_rests(qtbot: QtBot) -> None:
    done: list[str] = []
    window = QObject()
    AtRest(noting(done), window)
    assert done == []
    qtbot.waitUntil(lambda: done == ["a"])
    qtbot.waitUntil(lambda: done == ["a", "b"])
    qtbot.waitUntil(lambda: done == ["a", "b", "c"])
    qtbot.wait(60)
    assert done == ["a", "b", "c"]


def test_nothing_is_prepared_for_a_window_that_is_gone(qtbot: QtBot) -> None:
    done: list[str] = []
    window = QObject()
    AtRest(noting(done), window)
    window.deleteLater()
    qtbot.wait(60)
    assert done == []


def test_the_export_dialog_is_there_in_the_end() -> None:
    assert len(list(often_next())) == 4
    assert "timeglass.widgets.export_dialog" in sys.modules
