"""A window on a little timeline, with services that touch nothing."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QIODevice
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from searchers import PlainSearcher
from timeglass.errors import TimeglassError
from timeglass.events.timeline import Timeline
from timeglass.model.selecting import Rows
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
    Sheets,
    Tick,
)
from timeglass.widgets.style import Appearance
from timelines import little

MakeWindow = Callable[..., MainWindow]


class Written:
    """What the fake exporter was asked for."""

    def __init__(self) -> None:
        self.requests: list[ExportRequest] = []
        self.looked_at: list[ExportRequest] = []
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

    def sheets(self, request: ExportRequest, first_only: bool, progress: Progress, cancelled: Cancelled) -> Sheets:
        """A page for each row, in the width of the paper; each shows its number as a grey."""
        self.looked_at.append(request)
        if self.hold is not None:
            self.hold(cancelled)
        if cancelled():
            raise TimeglassError("cancelled")
        return PlainSheets(len(request.rows), 297.0 if request.paper == "a3" else 210.0)


class PlainSheets:
    """Pages without words."""

    warnings = ("a warning",)
    left_out = 0

    def __init__(self, count: int, width_mm: float) -> None:
        self.count = count
        self.width_mm = width_mm

    def size_mm(self, number: int) -> tuple[float, float]:
        return self.width_mm, 297.0

    def picture(self, number: int, dpi: float) -> bytes:
        image = QImage(round(self.width_mm * dpi / 25.4), round(297 * dpi / 25.4), QImage.Format.Format_RGB32)
        image.fill(QColor(20 * number, 20 * number, 20 * number))
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]
        return bytes(buffer.data().data())


def load(path: Path, tick: Tick) -> Opened:
    """ "bad" files are refused, "broken" ones hit a fault, all others give the little timeline."""
    if "bad" in path.name:
        raise TimeglassError(f"{path.name} is no timeline")
    if "broken" in path.name:
        raise RuntimeError("a fault")
    timeline = little(6)
    from dataclasses import replace

    return Opened(replace(timeline, path=path))


def copy_as(timeline: Timeline, rows: Rows, form: str, language: str) -> str:
    """What is asked for; of events without sources, nothing is cited."""
    cites = form == "text" or any(timeline.events[row].sources for row in rows.tolist())
    return f"{form} {language} {rows.tolist()}" if cites else ""


@pytest.fixture
def written() -> Written:
    return Written()


@pytest.fixture
def services(written: Written) -> Services:
    return Services(
        load=load,
        export=written.export,
        sheets=written.sheets,
        export_formats=lambda: (
            ExportFormat("pdf", "PDF", ".pdf", pages=True, strip=True),
            ExportFormat("csv", "CSV", ".csv"),
            ExportFormat("png", "PNG", ".png", view=True, options=frozenset(("width_px", "scale_factor"))),
        ),
        make_searcher=PlainSearcher,
        copy_as=copy_as,
    )


@pytest.fixture
def store(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "timeglass.ini")


@pytest.fixture
def make_window(qtbot: QtBot, services: Services, store: Settings) -> Iterator[MakeWindow]:
    made: list[MainWindow] = []

    def make(
        opened: Opened | None = None, size: tuple[int, int] = (1280, 800), services: Services = services
    ) -> MainWindow:
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
