"""What every test stands on: no screen, fresh settings, and nothing left behind."""

import gc
import os
import shutil
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
# Programs that tests start neither find nor are found by one that a person has open.
os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="timeglass-tests-")
os.environ.setdefault("QT_SCALE_FACTOR_ROUNDING_POLICY", "PassThrough")
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """The application, speaking English whatever the system speaks: without that Qt has no plurals."""
    from timeglass.widgets.translation import install

    assert not install(qapp, "en")
    return qapp


def _alive_threads() -> set[threading.Thread]:
    return {thread for thread in threading.enumerate() if not thread.daemon}


@pytest.fixture(autouse=True)
def _nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that leaves a window, a running timer of a window, or a thread."""
    threads = _alive_threads()
    yield
    left_threads = _alive_threads() - threads
    if left_threads:
        pytest.fail(f"threads left: {sorted(thread.name for thread in left_threads)}")
    if "qapp" in request.fixturenames:
        _no_windows_left()


def _no_windows_left() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    left = _top_levels()
    if left:  # what Python holds in a cycle is no leak
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        left = _top_levels()
    if left:
        names = sorted(f"{type(widget).__name__} {widget.objectName()!r}" for widget in left)
        for widget in left:
            widget.close()
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        pytest.fail(f"windows left: {names}")


def _top_levels() -> "list[QWidget]":
    from PySide6.QtWidgets import QApplication

    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def pytest_unconfigure() -> None:
    """Leave no folder behind."""
    shutil.rmtree(os.environ["XDG_RUNTIME_DIR"], ignore_errors=True)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The platform without a screen says what it cannot do; that is no fault of a window."""
    for item in items:
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support", extend=True))


@pytest.fixture(autouse=True)
def _fresh_settings(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads or writes the settings of the person who runs it."""
    folder = str(tmp_path_factory.mktemp("config"))
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, folder)
