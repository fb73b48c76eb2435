"""A window on a little timeline, with services that touch nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from searchers import PlainSearcher
from timeglass.errors import TimeglassError
from timeglass.settings import Settings
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.services import (
    Cancelled,
    Exported,
    ExportFormat,
    ExportRequest,
    Opened,
    Progress,
    Services,
    Tick,
)
from timeglass.widgets.style import Appearance
from timelines import little

MakeWindow = Callable[..., MainWindow]


class Written:
    """What the fake exporter was asked for."""

    def __init__(self) -> None:
        self.requests: list[ExportRequest] = []
        self.hold: Callable[[Cancelled], None] | None = None

    def export(self, request: ExportRequest, path: Path, progress: Progress, cancelled: Cancelled) -> Exported:
        """Write the number of rows."""
        self.requests.append(request)
        progress(0.5, "half")
        if self.hold is not None:
            self.hold(cancelled)
        if cancelled():
            raise TimeglassError("cancelled")
        path.write_text(str(len(request.rows)))
        return Exported(path, pages=3)


def load(path: Path, tick: Tick) -> Opened:
    """ "bad" files are refused, "broken" ones hit a fault, all others give the little timeline."""
    if "bad" in path.name:
        raise TimeglassError(f"{path.name} is no timeline")
    if "broken" in path.name:
        raise RuntimeError("a fault")
    timeline = little(6)
    from dataclasses import replace

    return Opened(replace(timeline, path=path))


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def services(written: Written) -> Services:
    return Services(
        load=load,
        export=written.export,
        export_formats=lambda: (
            ExportFormat("pdf", "PDF", ".pdf", pages=True, strip=True),
            ExportFormat("csv", "CSV", ".csv"),
        ),
        make_searcher=PlainSearcher,
    )


@pytest.fixture
def store(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "timeglass.ini")


@pytest.fixture
def make_window(qtbot: QtBot, services: Services, store: Settings) -> Iterator[MakeWindow]:
    made: list[MainWindow] = []

    def make(opened: Opened | None = None, size: tuple[int, int] = (1280, 800)) -> MainWindow:
        window = MainWindow(services, store, Appearance("light"), opened or Opened(little()))
        made.append(window)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        QApplication.processEvents()
        return window

    yield make
    for window in made:
        try:
            window.close()
        except RuntimeError:  # the test closed it, and Qt deleted it
            continue
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window()
