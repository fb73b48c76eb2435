"""A window on a real file that a test may write to."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeglass import formats
from timeglass.settings import Settings
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.services import Exported, ExportRequest, Opened, Services, Tick
from timeglass.widgets.style import Appearance
from timeline_texts import file_text

MakeWindow = Callable[[Path], MainWindow]


def load(path: Path, tick: Tick = formats.no_tick) -> Opened:
    loaded = formats.load(path, tick=tick)
    return Opened(loaded.timeline, loaded.problems)


def _no_export(request: ExportRequest, path: Path, progress: object, cancelled: object) -> Exported:
    raise NotImplementedError


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of four events."""
    path = tmp_path / "towns.yaml"
    path.write_text(
        file_text("a 1991 Arrival", "b 1993 Bridge", "c 1995 Council", "d 1997 Departure"), encoding="utf-8"
    )
    return path


@pytest.fixture
def make_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MakeWindow]:
    made: list[MainWindow] = []

    def make(path: Path) -> MainWindow:
        services = Services(load=load, export=_no_export, export_formats=tuple, readable=lambda: ("*.yaml", "*.json"))
        store = Settings(tmp_path / "settings" / "timeglass.ini")
        window = MainWindow(services, store, Appearance("light"), load(path))
        made.append(window)
        window.resize(1280, 800)
        window.show()
        qtbot.waitExposed(window)
        QApplication.processEvents()
        return window

    yield make
    for window in made:
        window.close()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
