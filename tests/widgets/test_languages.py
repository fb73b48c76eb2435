"""The language of the window and the language of the texts."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from timeglass import settings
from timeglass.chrono.edtf import parse
from timeglass.events.event import Event
from timeglass.events.timeline import Head, Timeline, make_timeline
from timeglass.settings import Settings
from timeglass.widgets.counted import eras_counted, events_counted, number, problems_counted, sources_counted
from timeglass.widgets.languages import language_for
from timeglass.widgets.services import Opened
from timeglass.widgets.translation import install, interface_language, present_language
from widgets.conftest import MakeWindow


@pytest.fixture
def ukrainian(qapp: QApplication) -> Iterator[None]:
    assert not install(qapp, "uk")
    yield
    install(qapp, "en")


def two_languages() -> Timeline:
    event = Event(id="a", date=parse("1997"), title={"en": "Charter signed", "uk": "Підписано Хартію"})
    return make_timeline(Head(title={"en": "Two", "uk": "Дві"}, language="en"), [event])


@pytest.mark.parametrize(
    ("wish", "system", "language"),
    [
        ("", ["uk-UA", "en"], "uk"),
        ("", ["de-DE", "uk_UA"], "uk"),
        ("", ["de-DE"], "en"),
        ("", [], "en"),
        ("", ["C"], "en"),
        ("en", ["uk-UA"], "en"),
        ("uk", ["en-GB"], "uk"),
        ("tlh", ["uk"], "uk"),
    ],
)
def test_the_window_speaks_what_is_wished_or_what_the_system_does(wish: str, system: list[str], language: str) -> None:
    assert interface_language(wish, system) == language


def test_what_is_missing_is_named(qapp: QApplication) -> None:
    try:
        assert install(qapp, "tlh") == ["qtbase_tlh.qm", "timeglass_tlh.qm"]
        assert present_language() == "en"
    finally:
        assert install(qapp, "en") == []


def test_english_counts(qapp: QApplication) -> None:
    assert [events_counted(count) for count in (0, 1, 2, 12_345)] == [
        "0 events", "1 event", "2 events", "12,345 events",
    ]  # fmt: skip
    assert number(1_234_567) == "1,234,567"


@pytest.mark.usefixtures("ukrainian")
@pytest.mark.parametrize(
    ("count", "events", "sources"),
    [
        (0, "0 подій", "0 джерел"),
        (1, "1 подія", "1 джерело"),
        (2, "2 події", "2 джерела"),
        (5, "5 подій", "5 джерел"),
        (11, "11 подій", "11 джерел"),
        (12, "12 подій", "12 джерел"),
        (21, "21 подія", "21 джерело"),
        (34, "34 події", "34 джерела"),
        (111, "111 подій", "111 джерел"),
    ],
)
def test_ukrainian_counts(count: int, events: str, sources: str) -> None:
    assert events_counted(count) == events
    assert sources_counted(count) == sources


@pytest.mark.usefixtures("ukrainian")
def test_ukrainian_groups_digits_its_own_way() -> None:
    assert number(1_234_567) == "1\u00a0234\u00a0567"
    assert events_counted(12_345) == "12\u00a0345 подій"
    assert eras_counted(3) == "3 епохи"
    assert problems_counted(22) == "22 проблеми"


@pytest.mark.usefixtures("ukrainian")
def test_a_window_speaks_ukrainian(make_window: MakeWindow) -> None:
    window = make_window()
    latin = re.compile(r"[A-Za-z]{3,}")
    allowed = {"Timeglass", "English", "CSL", "JSON", "BibTeX"}  # names are not translated
    for action in window.actions_by_name:
        words = set(latin.findall(action.text().partition("\t")[0]))
        assert words <= allowed, action.text()
    assert window.windowTitle()
    assert window.top_bar.search.edit.placeholderText().startswith("Шукати")


@pytest.mark.usefixtures("ukrainian")
def test_buttons_of_qt_speak_ukrainian(qapp: QApplication) -> None:
    assert qapp.translate("QPlatformTheme", "Cancel") == "Скасувати"


def test_texts_follow_the_wishes_that_the_file_can_fulfil() -> None:
    timeline = two_languages()
    assert language_for(timeline, "uk", "en") == "uk"
    assert language_for(timeline, "", "uk") == "uk"
    assert language_for(timeline, "de", "uk") == "uk"
    assert language_for(timeline, "de", "") == "en"
    assert language_for(timeline, "en", "uk") == "en"
    assert language_for(timeline) == "en"


@pytest.mark.usefixtures("ukrainian")
def test_texts_are_in_the_language_of_the_window_where_the_file_has_it(make_window: MakeWindow) -> None:
    window = make_window(Opened(two_languages()))
    assert window.session.navigator.language == "uk"
    assert window.windowTitle().startswith("Дві")
    other = make_timeline(Head(title="One", language="en"), [Event(id="a", date=parse("1997"), title="Plain")])
    window.session.set_timeline(other)
    assert window.session.navigator.language == "en"


def test_a_chosen_language_of_texts_is_kept(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(Opened(two_languages()))
    menu: QMenu = window.actions_by_name.submenus["language"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["English", "Українська"]
    menu.actions()[1].trigger()
    assert window.session.navigator.language == "uk"
    window.session.set_timeline(two_languages())
    assert window.session.navigator.language == "uk"
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    assert window.store.get(settings.LANGUAGE) == ""


def test_the_language_of_the_window_is_kept_for_the_next_start(make_window: MakeWindow) -> None:
    window = make_window()
    assert window.actions_by_name["interface_system"].isChecked()
    window.actions_by_name["interface_uk"].trigger()
    assert "Українська" in window.notices.texts()["interface-language"]
    assert Settings(window.store.path).get(settings.INTERFACE_LANGUAGE) == "uk"
    window.actions_by_name["interface_en"].trigger()
    assert "interface-language" not in window.notices.texts()


def test_settings_set_aside_are_told_once(make_window: MakeWindow, tmp_path: Path) -> None:
    from timeglass.widgets.hints import tell_settings

    path = tmp_path / "own" / "t.ini"
    path.parent.mkdir()
    path.write_bytes(b"\x00\x01 no ini at all\n[[[\n=\n")
    window = make_window()
    tell_settings(window.notices, Settings(path))
    assert "t.ini.bad" in window.notices.texts()["settings"]
    window.notices.clear("settings")
    tell_settings(window.notices, Settings(path))
    assert "settings" not in window.notices.texts()


def test_languages_stand_in_the_order_of_their_names(make_window: MakeWindow) -> None:
    title = {"en": "One", "uk": "Один", "fr": "Un", "cs": "Jedna", "de": "Eins"}
    event = Event(id="a", date=parse("1997"), title=title)
    window = make_window(Opened(make_timeline(Head(title="Many", language="en"), [event])))
    menu: QMenu = window.actions_by_name.submenus["language"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions()] == ["English", "Čeština", "Deutsch", "Français", "Українська"]
