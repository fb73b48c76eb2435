"""Help and About: offline, complete, in both languages."""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import parts as gathering
from timeglass import assets
from timeglass.chrono.edtf import parse
from timeglass.formats.schema import schema_text
from timeglass.paint.theme import LIGHT
from timeglass.search import Searcher
from timeglass.search.fields import FIELDS
from timeglass.widgets.about_dialog import AboutDialog
from timeglass.widgets.actions import SPECS
from timeglass.widgets.help_dialog import HelpDialog, help_text
from timeglass.widgets.main_window import MainWindow
from timeglass.widgets.parts import PACKAGED, Part, license_text, packages, parts
from timelines import little

LANGUAGES = ("en", "uk")


def code(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def test_f1_opens_the_help_without_leaving_the_computer(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["help"].trigger()
    dialog = window.dialogs.current
    assert isinstance(dialog, HelpDialog)
    text = dialog.page.toPlainText()
    for heading in ("Keys", "Searching", "Your own timeline", "How to cite"):
        assert heading in text
    assert [key for spec in SPECS if spec.name == "help" for key in spec.keys] == ["F1"]
    dialog.reject()


def test_an_unknown_language_gets_the_english_page() -> None:
    assert help_text("tlh") == help_text("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_every_field_of_the_search(language: str) -> None:
    text = help_text(language)
    for field in FIELDS:
        assert f"`{field}:" in text, field


@pytest.mark.parametrize("language", LANGUAGES)
def test_queries_on_the_page_can_be_read(language: str) -> None:
    section = help_text(language).split("\n## ")[4]
    queries = [one for one in code(section) if not one.endswith(":") and re.search(r"[:\" -]", one)]
    assert len(queries) > 12
    searcher = Searcher(little())
    for query in queries:
        assert searcher.search(query).error == "", query


@pytest.mark.parametrize("language", LANGUAGES)
def test_dates_on_the_page_can_be_read(language: str) -> None:
    section = help_text(language).split("\n## ")[6]
    dates = [one for one in code(section) if one[0] in "-[.Y0123456789"]
    assert len(dates) >= 14
    for date in dates:
        parse(date)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_names_what_an_event_may_hold(language: str) -> None:
    section = help_text(language).split("\n## ")[6]
    words = set(code(section))
    definitions = json.loads(schema_text())["$defs"]
    event = next(one for name, one in definitions.items() if name.lower().startswith("event"))
    missing = set(event["properties"]) - words - {"id", "aliases", "date", "title"}
    assert not missing


def test_both_pages_have_the_same_parts() -> None:
    shapes = [[line.split(" ")[0] for line in help_text(language).splitlines() if line] for language in LANGUAGES]
    assert [one for one in shapes[0] if one in ("#", "##", "-")] == [
        one for one in shapes[1] if one in ("#", "##", "-")
    ]


def test_parts_are_what_is_shipped() -> None:
    assert assets.resource_file("parts.json").read_text(encoding="utf-8") == gathering.text(), "run packaging/parts.py"


def test_every_part_has_name_version_and_licence() -> None:
    shown = parts()
    names = {part.name for part in shown}
    assert {"Timeglass", "Python", "Qt", "Inter", "numpy", "msgspec", "typst", "icalendar", "defusedxml"} <= names
    assert set(gathering.direct()) <= {gathering.normal(name) for name in names}
    assert all(part.license for part in shown)
    assert all(part.version for part in shown if part.name not in ("Inter", "Built-in timeline"))


def test_the_lock_file_names_the_same_versions() -> None:
    lock = (gathering.ROOT / "packaging" / "requirements.lock").read_text(encoding="utf-8")
    locked = dict(re.findall(r"^([\w.-]+)==(\S+)", lock, re.MULTILINE))
    for part in gathering.table():
        assert locked[gathering.normal(str(part["name"]))] == part["version"]


def test_about_lists_all_parts(qapp: QApplication, qtbot: QtBot) -> None:
    dialog = AboutDialog(LIGHT)
    qtbot.addWidget(dialog)
    text = dialog.page.toPlainText()
    for part in parts():
        assert part.name in text
        assert part.license in text
        for inner in part.inside:
            assert inner in text


def test_every_licence_has_its_text() -> None:
    shown = parts()
    for part in shown:
        text = license_text(part)
        for identifier in part.identifiers():
            assert identifier in text, part.name
        assert len(text) > 600, part.name
    by_name = {part.name: license_text(part) for part in shown}
    assert "Copyright (c) 2005-2026, NumPy Developers" in re.sub(r"2005-\d+", "2005-2026", by_name["numpy"])
    assert "GCC RUNTIME LIBRARY EXCEPTION" in by_name["numpy"]
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in by_name["Qt"]
    assert "Compiled into typst:" in by_name["typst"]
    assert by_name["Timeglass"].startswith((gathering.ROOT / "LICENSE").read_text(encoding="utf-8").strip())
    assert "Reserved Font Name" in by_name["Inter"] or "SIL OPEN FONT LICENSE" in by_name["Inter"]


def test_licence_files_are_those_of_the_packages() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in gathering.TEXTS.glob("*.txt")}
    assert kept == gathering.texts(), "run packaging/parts.py"


def test_a_licence_can_be_read(qapp: QApplication, qtbot: QtBot) -> None:
    dialog = AboutDialog(LIGHT)
    qtbot.addWidget(dialog)
    asked: list[str] = []
    dialog.address_requested.connect(asked.append)
    names = [part.name for part in parts()]
    dialog.page.link_requested.emit(f"license:{names.index('msgspec')}")
    assert dialog.license is not None
    assert dialog.license.windowTitle() == "Licence of msgspec"
    assert "Redistribution and use in source and binary forms" in dialog.license.text.toPlainText()
    dialog.license.reject()
    dialog.page.link_requested.emit("https://msgspec.dev")
    assert asked == ["https://msgspec.dev"]


def test_the_packaged_program_shows_what_is_in_the_package(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / PACKAGED).write_text(
        '[{"name": "libxcb1", "version": "1", "license": "MIT", "files": ["libxcb.so.1"]}]'
    )
    monkeypatch.setattr(assets, "resource_file", lambda name: tmp_path / name)
    assert packages() == [Part("libxcb1", "MIT", "1")]
