"""Views on the command line: kept ones, files, and JSON."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from commands.test_cli import SMALL, Call, call  # noqa: F401 - a fixture
from export.conftest import a_job
from timeglass import app, cli
from timeglass.commands.views import asked_view, view_of
from timeglass.errors import FileAccessError, UsageError
from timeglass.events.view_state import NamedView, ViewState
from timeglass.export.pdf import export_pdf
from timeglass.formats import load
from timeglass.settings import Settings
from timeglass.widgets.shelf import views


@pytest.fixture
def keep(qtbot: QtBot) -> Callable[[NamedView], None]:
    """Keeps views as the window does."""
    QCoreApplication.setApplicationName("Timeglass")
    store = Settings(Settings.default_path())
    return views(store).keep


def _exported(call: Call, *arguments: str) -> list[str]:  # noqa: F811
    """Ids of what an export wrote."""
    out = call.folder / "out.json"
    assert call("export", *arguments, "-o", str(out), "--force") == 0, call.err
    return [event["id"] for event in json.loads(out.read_text(encoding="utf-8"))["events"]]


def test_a_view_chooses_what_is_exported(call: Call) -> None:  # noqa: F811
    file = call.file(SMALL)
    assert _exported(call, file, "--view", '{"query": "talk"}') == ["a", "c"]
    assert _exported(call, file, "--view", '{"query": "talks "}') == ["a", "c"]  # the category's label
    assert _exported(call, file, "--view", '{"query": "title:talks ", "word_forms": true}') == ["a", "c"]
    assert call("export", file, "--view", '{"query": "title:talks "}', "-o", str(call.folder / "x.json")) == 1
    assert _exported(call, file, "--view", '{"query": "talk", "ids": ["b", "gone", "old-a"]}') == ["a", "b"]


def test_word_forms_are_a_switch_of_the_commands(call: Call) -> None:  # noqa: F811
    file = call.file(SMALL)
    assert call("search", file, "title:talks ") == 1
    assert call("search", "--word-forms", file, "title:talks ") == 0
    assert _exported(call, file, "--query", "title:talks ", "--word-forms") == ["a", "c"]


def test_a_kept_view_is_found_by_its_name(call: Call, keep: Callable[[NamedView], None]) -> None:  # noqa: F811
    file, other = call.file(SMALL), call.file(SMALL, "other.yaml")
    keep(NamedView(name="Deeds", file=file, query="deed"))
    assert _exported(call, file, "--view", "deeds") == ["b"]
    assert _exported(call, "--view", "Deeds") == ["b"]
    keep(NamedView(name="Deeds", file=other, query="first"))
    assert _exported(call, other, "--view", "deeds") == ["a"]
    assert call("export", "--view", "Deeds", "-o", str(call.folder / "x.json")) == 2
    assert "several files have a view" in call.err
    assert call("export", file, "--view", "None", "-o", str(call.folder / "x.json")) == 2
    assert "no view 'None' is kept" in call.err


def test_views_of_the_built_in_timeline_stay_with_it(keep: Callable[[NamedView], None]) -> None:
    from timeglass import assets

    keep(NamedView(name="Start", query="nato"))
    view, file = asked_view("start", None)
    assert view == NamedView(name="Start", query="nato")
    assert file == str(assets.builtin_timeline())
    assert asked_view("start", str(assets.builtin_timeline()))[0] == view


def test_files_hold_views(tmp_path: Path) -> None:
    def nothing() -> Settings:
        raise AssertionError

    path = tmp_path / "v.json"
    path.write_text('{"query": "x", "range": "1990/1991", "later": 1}')
    assert view_of(str(path), nothing, None) == ViewState(query="x", range="1990/1991")
    path.write_text("[" * 100_000)
    with pytest.raises(UsageError, match="no view"):
        view_of(str(path), nothing, None)
    with pytest.raises(UsageError, match="no view"):
        view_of('{"query": 1}', nothing, None)
    (tmp_path / "v.pdf").write_bytes(b"%PDF-1.7")
    with pytest.raises(UsageError, match="does not say"):
        view_of(str(tmp_path / "v.pdf"), nothing, None)


def test_a_file_that_cannot_be_read_is_no_fault_of_usage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "v.json"
    path.write_text("{}")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileAccessError, match="Permission denied"):
        view_of(str(path), lambda: pytest.fail("asked"), None)


def test_a_pdf_is_a_view(call: Call) -> None:  # noqa: F811
    file = call.file(SMALL)
    timeline = load(Path(file)).timeline
    pdf = call.folder / "selection.pdf"
    export_pdf(a_job(replace(timeline, digest="ab"), rows=[0, 2], view_range="1991/1993"), pdf)
    assert _exported(call, file, "--view", str(pdf)) == ["a", "c"]


def test_render_shows_a_view(call: Call) -> None:  # noqa: F811
    file = call.file(SMALL)
    pictures = []
    views = (
        '{"lanes": "none"}',
        '{"panes": []}',
        '{"pane_sizes": {"details": 400}}',
        '{"ids": ["b"], "range": "1992/1993"}',
    )
    for number, view in enumerate(views):
        out = call.folder / f"{number}.png"
        assert call("render", file, "-o", str(out), "--size", "900x600", "--view", view) == 0, call.err
        pictures.append(out.read_bytes())
    assert len(set(pictures)) == 4
    assert call("render", file, "-o", str(call.folder / "x.png"), "--view", "{") == 2
    assert call.err.startswith("timeglass: --view: no view: ")
    bad = '{"pane_sizes": {"details": -1}}'
    assert call("render", file, "-o", str(call.folder / "x.png"), "--view", bad) == 2
    assert call.err.startswith("timeglass: --view: no view: ")


def test_a_window_opens_on_a_kept_view(
    qtbot: QtBot, call: Call, keep: Callable[[NamedView], None], monkeypatch: pytest.MonkeyPatch  # noqa: F811
) -> None:  # fmt: skip
    file = call.file(SMALL)
    keep(NamedView(name="Talks", file=file, query="talk", ids=("c",), lanes="none", panes=("list",)))
    seen: dict[str, object] = {}

    def look() -> int:
        (window,) = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, app.MainWindow)]
        qtbot.waitUntil(lambda: window.session.outcome is not None)
        seen.update(
            title=window.windowTitle(),
            query=window.top_bar.search.text(),
            selected=window.session.selected_rows().tolist(),
            lanes=window.session.navigator.grouping,
            panes=window.panes.shown,
        )
        return 0

    monkeypatch.setattr(QApplication, "exec", staticmethod(look))
    monkeypatch.setattr(app, "display_is_there", lambda: True)
    assert cli.main(["--view", "Talks"]) == 0
    assert seen == {
        "title": "Two towns – Timeglass", "query": "talk", "selected": [2], "lanes": "none", "panes": ("list",)
    }  # fmt: skip
