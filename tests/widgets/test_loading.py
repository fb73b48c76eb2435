"""A window while a file is being read: it answers, shows how far it is, and gives up when asked to."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from timeglass.errors import TimeglassError
from timeglass.settings import Settings
from timeglass.widgets import files
from timeglass.widgets.background import TELLING_S, Background, UnwantedError
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.services import Opened, Services, Tick
from timeglass.widgets.style import Appearance
from timelines import little

MakeWindow = Callable[..., MainWindow]


class Held:
    """A reader that goes on only when it is told to."""

    def __init__(self) -> None:
        self.go_on = threading.Semaphore(0)
        self.gave_up = threading.Event()

    def load(self, path: Path, tick: Tick) -> Opened:
        """Tell a tenth more each time."""
        try:
            for step in range(10):
                self.go_on.acquire(timeout=10)
                tick(step / 10)
        except BaseException:
            self.gave_up.set()
            raise
        if "bad" in path.name:
            raise TimeglassError(f"{path.name} is no timeline")
        return Opened(replace(little(6), path=path))

    def step(self, times: int = 1) -> None:
        """Let it go on."""
        self.go_on.release(times)


@pytest.fixture
def held() -> Held:
    return Held()


@pytest.fixture
def services(services: Services, held: Held) -> Services:
    return replace(services, load=held.load)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "SLOW_MS", 0)


def _cancel_button(window: MainWindow) -> QPushButton:
    (button,) = [one for one in window.stage.message.findChildren(QPushButton) if one.isVisible()]
    assert button.text() == "Cancel"
    return button


def _open_slowly(window: MainWindow, path: Path, qtbot: QtBot) -> None:
    path.write_text("x" * 1_234_567)
    window.files.open(path)
    qtbot.waitUntil(lambda: not window.stage.shows_timeline)


def test_what_is_read_is_told_with_a_bar_that_moves(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, held: Held
) -> None:
    _open_slowly(window, tmp_path / "slow.yaml", qtbot)
    page = window.stage.message
    assert (page.title.text(), page.words.text()) == ("Opening slow.yaml", "1.2 MB")
    assert page.progress.isVisible()
    assert page.progress.maximum() == 0  # how much there is to do is not known before the first word
    for share in (0, 100, 200):
        held.step()
        qtbot.waitUntil(lambda share=share: page.progress.value() == share)
        qtbot.wait(round(1_000 * TELLING_S) + 10)
    held.step(7)
    qtbot.waitUntil(lambda: window.stage.shows_timeline)
    assert len(window.session.timeline) == 6


def test_the_bar_never_goes_back(window: MainWindow) -> None:
    page = window.stage.message
    page.start_progress()
    page.advance(0.5)
    page.advance(0.3)
    assert page.progress.value() == 500
    page.start_progress()
    page.advance(0.1)
    assert page.progress.value() == 100


@pytest.mark.parametrize("how", ["click", "escape"])
def test_cancel_goes_back_to_what_was_there(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, held: Held, how: str
) -> None:
    window.files.path = tmp_path / "before.yaml"
    before = window.session.timeline
    window.activateWindow()
    window.timeline_view.setFocus()
    _open_slowly(window, tmp_path / "slow.yaml", qtbot)
    button = _cancel_button(window)
    if how == "click":
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(button, Qt.Key.Key_Escape)
    assert window.stage.shows_timeline
    assert window.session.timeline is before
    assert not window.files.opener.busy
    assert window.focusWidget() is window.timeline_view
    held.step(2)
    assert held.gave_up.wait(5)
    assert window.session.timeline is before


def test_cancel_works_before_the_reader_says_a_word(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, held: Held
) -> None:
    """A reader that is deep in a library does not hear; the window does not wait for it."""
    window.files.path = tmp_path / "before.yaml"
    _open_slowly(window, tmp_path / "slow.yaml", qtbot)
    _cancel_button(window).click()
    assert window.stage.shows_timeline
    assert not held.gave_up.is_set()
    _open_slowly(window, tmp_path / "other.yaml", qtbot)
    with qtbot.waitSignal(window.files.shown):
        held.step(20)
    assert window.files.path == tmp_path / "other.yaml"


def test_cancel_where_nothing_was_before_offers_to_go_on(
    qtbot: QtBot, services: Services, store: Settings, tmp_path: Path, held: Held
) -> None:
    window = MainWindow(services, store, Appearance("light"))
    window.show()
    _open_slowly(window, tmp_path / "slow.yaml", qtbot)
    _cancel_button(window).click()
    page = window.stage.message
    assert page.title.text() == "slow.yaml was not opened."
    assert not page.progress.isVisible()
    assert page.isAncestorOf(window.focusWidget())
    assert window.top_bar.range.text() == ""
    (again,) = [one for one in page.findChildren(QPushButton) if one.text() == "Open it after all"]
    again.click()
    assert page.title.text() == "Opening slow.yaml"
    with qtbot.waitSignal(window.files.shown):
        held.step(20)
    window.close()


def test_a_file_that_is_read_at_once_shows_no_bar(window: MainWindow, qtbot: QtBot, tmp_path: Path, held: Held) -> None:
    window.files._slow.setInterval(60_000)
    window.files.path = tmp_path / "before.yaml"
    seen: list[int] = []
    window.stage.currentChanged.connect(seen.append)
    held.step(10)
    with qtbot.waitSignal(window.files.shown):
        window.files.open(tmp_path / "fast.yaml")
    assert not seen
    assert not window.files._slow.isActive()


def test_a_refused_file_ends_the_bar(window: MainWindow, qtbot: QtBot, tmp_path: Path, held: Held) -> None:
    _open_slowly(window, tmp_path / "bad.yaml", qtbot)
    held.step(10)
    qtbot.waitUntil(lambda: window.stage.message.title.text() == "bad.yaml cannot be opened.")
    assert not window.stage.message.progress.isVisible()


def test_a_window_that_closes_gives_up_what_it_reads(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, held: Held
) -> None:
    _open_slowly(window, tmp_path / "slow.yaml", qtbot)
    held.step(1)
    later = threading.Timer(0.1, held.step, (1,))
    later.start()
    window.close()
    assert held.gave_up.wait(5)
    later.join()


def test_work_that_is_void_says_nothing(qtbot: QtBot) -> None:
    background = Background()
    heard: list[object] = []
    background.done.connect(heard.append)
    background.progressed.connect(lambda share, words: heard.append((share, words)))
    go_on = threading.Event()

    def unwanted(tell: Callable[[float, str], None], cancelled: Callable[[], bool]) -> object:
        go_on.wait(5)
        tell(0.5, "too late")
        if cancelled():
            raise UnwantedError
        return "unwanted"

    background.start(unwanted)
    assert background.busy
    background.cancel()
    assert not background.busy
    with qtbot.waitSignal(background.done):
        background.start(lambda tell, cancelled: "wanted")
    assert not background.busy
    go_on.set()
    background.close()
    qtbot.wait(20)
    assert heard == ["wanted"]


def test_each_stage_is_told_however_short_it_is(qtbot: QtBot) -> None:
    background = Background()
    heard: list[str] = []
    background.progressed.connect(lambda _share, words: heard.append(words))

    def work(tell: Callable[[float, str], None], cancelled: Callable[[], bool]) -> object:
        for words in "aaabbb":
            tell(0.5, words)
        return None

    with qtbot.waitSignal(background.done):
        background.start(work)
    assert heard == ["a", "b"]
