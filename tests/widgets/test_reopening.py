"""Opening an exported PDF opens what it was made from, as it was."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from timeglass import app, exporting, formats
from timeglass.settings import Settings
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.reopening import NOTICE, best_of, digest_of
from timeglass.widgets.services import ExportRequest, Opened
from timeglass.widgets.style import Appearance
from timeglass.widgets.view_states import state_of

DATA = """timeglass: 1
title: Two towns
events:
- {id: wall, date: 1991, title: The wall}
- {id: bridge, date: 1993, title: The bridge}
- {id: tower, date: 1997-05, title: The tower}
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    path = tmp_path / "дані towns.yaml"
    path.write_text(DATA, encoding="utf-8")
    return path


@pytest.fixture
def open_window(qtbot: QtBot, store: Settings, qapp: object):  # type: ignore[no-untyped-def]
    made: list[MainWindow] = []

    def make(path: Path) -> MainWindow:
        loaded = formats.load(path)
        window = MainWindow(app.make_services(), store, Appearance("light"), Opened(loaded.timeline, loaded.problems))
        made.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    for window in made:
        with suppress(RuntimeError):  # the test closed it, and Qt deleted it
            window.close()
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def pdf(data: Path, open_window: Callable[[Path], MainWindow], qtbot: QtBot) -> Path:
    """A PDF of two events, made while the window showed 1990 to 1994, in lanes by tag, and searched for "the"."""
    window = open_window(data)
    window.search_box.ask("the")
    qtbot.waitUntil(lambda: window.session.outcome is not None)
    session = window.session
    session.navigator.set_grouping("tag")
    session.select_rows(session.navigator.hits[:2])
    view = replace_range(state_of(session), "1990/1994")
    request = ExportRequest(
        timeline=session.timeline, rows=session.selected_rows(), query="the", view=view, lanes="tag", strip="none"
    )
    path = data.with_name("out.pdf")
    exporting.export(request, path, lambda *_: None, lambda: False)
    window.close()
    return path


def replace_range(view, text: str):  # type: ignore[no-untyped-def]
    return msgspec.structs.replace(view, range=text)


def drop(window: MainWindow, path: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.dropEvent(QDropEvent(QPointF(5, 5), copy, mime, left, none))


def told(window: MainWindow) -> str:
    return window.notices.texts().get(NOTICE, "")


def is_as_it_was(window: MainWindow) -> bool:
    session = window.session
    chosen = [session.timeline.events[row].id for row in session.selected_rows().tolist()]
    return (
        chosen == ["wall", "bridge"]
        and session.query == "the"
        and session.navigator.grouping == "tag"
        and abs(session.navigator.viewport.length / (5 * 365.25 * 86_400) - 1) < 0.01
    )


def test_a_dropped_pdf_brings_back_its_view(
    pdf: Path, tmp_path: Path, open_window: Callable[[Path], MainWindow], qtbot: QtBot
) -> None:
    other = tmp_path / "other.yaml"
    other.write_text(DATA.replace("Two towns", "Others"), encoding="utf-8")
    window = open_window(other)
    drop(window, pdf)
    qtbot.waitUntil(lambda: is_as_it_was(window))
    assert told(window).startswith("This is how out.pdf was made, on 20")
    assert window.files.path == pdf.with_name("дані towns.yaml")


def test_the_file_that_is_open_is_not_read_again(
    pdf: Path, data: Path, open_window: Callable[[Path], MainWindow], qtbot: QtBot
) -> None:
    window = open_window(data)
    timeline = window.session.timeline
    drop(window, pdf)
    qtbot.waitUntil(lambda: is_as_it_was(window))
    assert window.session.timeline is timeline


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("- {id: bridge, date: 1993, title: The bridge}\n", "of its 2 events, 1 are no longer there."),
        ("- {id: tower, date: 1997-05, title: The tower}\n", "all its 2 events are still there."),
    ],
)
def test_says_so_if_the_data_has_changed(
    pdf: Path, data: Path, open_window: Callable[[Path], MainWindow], qtbot: QtBot, line: str, words: str
) -> None:
    data.write_text(DATA.replace(line, ""), encoding="utf-8")
    window = open_window(data)
    drop(window, pdf)
    qtbot.waitUntil(lambda: bool(told(window)))
    assert told(window).startswith("The data has changed since out.pdf was made")
    assert told(window).endswith(words)


def test_offers_to_find_data_that_is_elsewhere(
    pdf: Path, data: Path, tmp_path: Path, open_window: Callable[[Path], MainWindow], qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    away = tmp_path / "away"
    away.mkdir()
    moved = data.rename(away / "renamed.yaml")
    other = tmp_path / "other.yaml"
    other.write_text(DATA, encoding="utf-8")
    window = open_window(other)
    drop(window, pdf)
    qtbot.waitUntil(lambda: bool(told(window)))
    assert told(window) == "out.pdf was made from “дані towns.yaml”, which is not beside it."
    monkeypatch.setattr(
        "timeglass.widgets.reopening.QFileDialog.getOpenFileName", staticmethod(lambda *_: (str(moved), ""))
    )
    (button,) = (one for one in window.notices.findChildren(QPushButton) if one.text() == "Find it…")
    button.click()
    qtbot.waitUntil(lambda: is_as_it_was(window))
    assert told(window).startswith("This is how out.pdf was made")


def test_a_pdf_of_another_program_is_refused(
    data: Path, tmp_path: Path, open_window: Callable[[Path], MainWindow], qtbot: QtBot
) -> None:
    foreign = tmp_path / "foreign.pdf"
    foreign.write_bytes(b"%PDF-1.7\n%%EOF")
    window = open_window(data)
    drop(window, foreign)
    qtbot.waitUntil(lambda: not window.stage.shows_timeline)
    assert window.stage.message.title.text() == "foreign.pdf cannot be opened."
    assert "not made with Timeglass" in window.stage.message.words.text()


def test_the_same_contents_go_before_the_first_that_is_there(tmp_path: Path) -> None:
    for name, words in (("a", "one"), ("b", "two")):
        (tmp_path / name).write_text(words)
    paths = [tmp_path / name for name in ("none", "a", "b")]
    assert best_of(paths, digest_of(tmp_path / "b")) == tmp_path / "b"
    assert best_of(paths, "0" * 64) == tmp_path / "a"
    assert best_of(paths[:1], "0" * 64) is None
    assert digest_of(tmp_path / "none") == ""
