import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeglass import app, assets, exporting
from timeglass.chrono.edtf import parse
from timeglass.compiled import compile_builtin
from timeglass.handover import Call
from timeglass.layout.viewport import Viewport
from timeglass.settings import Settings
from timeglass.widgets.style import Appearance
from timeglass.widgets.wishes import Wishes
from timelines import little

DESKTOP = Path(__file__).parent.parent / "desktop"


def _run(arguments: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    return subprocess.run(
        [sys.executable, "-m", "timeglass", *arguments],
        env={**inherited, "PYTHONPATH": str(DESKTOP), **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there is always a display")
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":9876"}, {"DISPLAY": "nonsense"}, {"QT_QPA_PLATFORM": "xcb"}])
def test_without_a_display_one_line_says_what_to_do(display: dict[str, str]) -> None:
    done = _run([], **display)
    assert done.returncode == 3
    assert done.stderr.strip() == "no display: use timeglass render or timeglass export"


def test_the_smoke_check_goes_the_main_path(tmp_path: Path) -> None:
    report = tmp_path / "smoke.json"
    started = time.time()
    done = _run([], QT_QPA_PLATFORM="offscreen", TIMEGLASS_SMOKE=str(report), XDG_CONFIG_HOME=str(tmp_path / "config"))
    assert done.returncode == 0, done.stderr
    found = json.loads(report.read_text())
    assert started < found["first_frame_at"] < time.time()
    assert found["hits"] > 10
    assert found["dialogs"] == 6
    assert Path(found["pdf"]).read_bytes().startswith(b"%PDF")
    assert not (tmp_path / "config").exists()  # a check leaves a person's settings alone


def test_a_picture_of_the_window(qapp: QApplication) -> None:
    viewport = Viewport.over(parse("1992/1993").bounds.span)
    light = app.render_window(little(), (900, 600), viewport)
    dark = app.render_window(little(), (900, 600), viewport, "dark")
    assert (light.width(), light.height()) == (900, 600)
    assert light.pixelColor(450, 590).lightness() > 200 > 80 > dark.pixelColor(450, 590).lightness()


def test_opens_a_window_a_file_and_goes_where_it_is_told(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "one.yaml"
    source.write_text(
        "timeglass: 1\ntitle: One\nevents:\n"
        "- {id: a, date: 1990, title: First}\n- {id: b, date: 1999-05-03, title: Second}\n"
    )
    seen: dict[str, object] = {}

    def look() -> int:
        windows = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, app.MainWindow)]
        qtbot.waitUntil(lambda: all(window.session.current_row == 1 for window in windows))
        qtbot.waitUntil(lambda: all(window.session.outcome is not None for window in windows))
        seen["titles"] = sorted(window.windowTitle() for window in windows)
        seen["hits"] = [len(window.session.outcome.rows) for window in windows if window.session.outcome]
        return 0

    monkeypatch.setattr(QApplication, "exec", staticmethod(look))
    assert app.run([source, source], search="second", goto="b") == 0
    assert seen == {"titles": ["One – Timeglass"] * 2, "hits": [1, 1]}


def test_formats_come_from_where_they_are_read_and_written() -> None:
    names = [form.name for form in exporting.export_formats()]
    assert names[0] == "pdf"
    assert {"csv", "ics", "svg", "html"} <= set(names)
    assert "*.yaml" in app.readable_patterns()


def test_what_is_asked_of_the_built_in_timeline_is_not_asked_of_the_last(tmp_path: Path) -> None:
    store = app.Settings(tmp_path / "s.ini")
    last = tmp_path / "last.yaml"
    last.write_text("timeglass: 1\n")
    store.put(app.settings.LAST_FILE, str(last))
    assert app._last_file(store, Wishes()) == last
    assert app._last_file(store, Wishes(search="query")) == assets.builtin_timeline()
    last.unlink()
    assert app._last_file(store, Wishes()) == assets.builtin_timeline()


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path) -> Iterator[app.Windows]:
    made = app.Windows(Settings(tmp_path / "t.ini"), Appearance("light"), app.make_services())
    yield made
    for window in made.open_ones:
        window.close()
        window.deleteLater()


def _file(folder: Path, title: str) -> Path:
    path = folder / f"{title}.timeglass.yaml"
    path.write_text(f"timeglass: 1\ntitle: {title}\nevents: [{{date: 1990, title: First}}]\n", encoding="utf-8")
    return path


def _titles(windows: app.Windows) -> list[str]:
    return [window.windowTitle().removesuffix(" – Timeglass") for window in windows.open_ones]


def test_a_call_opens_each_file_in_a_window_of_its_own(windows: app.Windows, tmp_path: Path) -> None:
    one, two = _file(tmp_path, "One"), _file(tmp_path, "Two")
    windows.serve(Call((str(one),)))
    windows.serve(Call((str(two), str(one))))  # the first one has its window already
    assert _titles(windows) == ["One", "Two"]
    assert windows.open_ones[0].pos() != windows.open_ones[1].pos()
    windows.serve(Call((str(one),), search="first"))
    assert _titles(windows) == ["One", "Two", "One"]


def test_a_call_without_files_brings_the_program_forward(windows: app.Windows, tmp_path: Path, qtbot: QtBot) -> None:
    window = windows.open(_file(tmp_path, "One"))
    window.showMinimized()
    windows.serve(Call())
    assert _titles(windows) == ["One"]
    assert not window.isMinimized()
    windows.serve(Call(search="charter"))
    assert _titles(windows) == ["One", "Ukraine–NATO relations"]


def test_a_file_of_the_desktop_takes_the_place_of_what_nobody_asked_for(
    windows: app.Windows, tmp_path: Path, qtbot: QtBot
) -> None:
    one, two = _file(tmp_path, "One"), _file(tmp_path, "Two")
    windows.unasked = windows.open(assets.builtin_timeline())
    windows.open_from_desktop(str(one))
    qtbot.waitUntil(lambda: _titles(windows) == ["One"])
    windows.open_from_desktop(str(two))
    assert _titles(windows) == ["One", "Two"]
    windows.open_from_desktop(str(tmp_path / "absent.yaml"))
    assert len(windows.open_ones) == 3


def test_macos_hands_files_over_by_events(tmp_path: Path) -> None:
    """In a process of its own: there is one application object only."""
    script = (
        "from PySide6.QtCore import QUrl\nfrom PySide6.QtGui import QFileOpenEvent\n"
        "from timeglass.widgets.application import Application\n"
        "application = Application([])\napplication.file_requested.connect(print)\n"
        "application.sendEvent(application, QFileOpenEvent(QUrl.fromLocalFile('/tmp/a b.yaml')))\n"
        "application.sendEvent(application, QFileOpenEvent(QUrl('https://example.org/a.yaml')))\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(DESKTOP), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.splitlines() == ["/tmp/a b.yaml"]


def test_a_second_start_ends_at_once(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    run = tmp_path_factory.mktemp("run")  # paths of sockets are short
    run.chmod(0o700)
    settings = {"QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "XDG_RUNTIME_DIR": str(run)}
    settings |= {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "CACHE", "DATA")}
    one, two = _file(tmp_path, "One"), _file(tmp_path, "Two")
    environment = {**os.environ, "PYTHONPATH": str(DESKTOP), **settings}
    command = [sys.executable, "-m", "timeglass"]
    with subprocess.Popen([*command, str(one)], env=environment, stderr=subprocess.PIPE) as first:
        try:
            until = time.monotonic() + 30
            while not list(run.glob("*.socket")):
                assert first.poll() is None
                assert time.monotonic() < until
                time.sleep(0.05)
            second = subprocess.run(
                [*command, str(two)], env=environment, cwd=tmp_path, capture_output=True, timeout=60, check=False
            )
            assert (second.returncode, second.stdout, second.stderr) == (0, b"", b"")
            assert first.poll() is None
        finally:
            first.terminate()
            first.communicate(timeout=30)


LATER = {
    *("argparse", "defusedxml", "icalendar", "markdown_it", "openpyxl", "socket", "sqlite3", "typst", "yaml"),
    *("PySide6.QtNetwork", "PySide6.QtPrintSupport", "PySide6.QtSvg", "timeglass.commands", "timeglass.export"),
    *("timeglass.formats.foreign", "timeglass.formats.loading", "timeglass.search", "timeglass.widgets.about_dialog"),
    *("timeglass.widgets.crash_dialog", "timeglass.widgets.export_dialog", "timeglass.widgets.help_dialog"),
}


def test_heavy_parts_wait_until_they_are_needed(tmp_path: Path) -> None:
    """As the packaged program starts, which has the built-in timeline compiled."""
    assert compile_builtin(tmp_path / "compiled")
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom timeglass import assets, cli\n"
        f"assets.compiled_folder = lambda: Path({str(tmp_path / 'compiled')!r})\n"
        "cli.prepare()\nimport PySide6.QtWidgets\nof_qt = set(sys.modules)\n"
        "from timeglass.widgets.timeline_view import TimelineView\npaint = TimelineView.paintEvent\n"
        "def first(self, event):\n    paint(self, event)\n    print(*sorted(set(sys.modules) - of_qt), flush=True)\n"
        "    os._exit(0)\n"
        "TimelineView.paintEvent = first\ncli.main([])\n"
    )
    settings = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "CACHE", "DATA")}
    environment = {**os.environ, "PYTHONPATH": str(DESKTOP), "QT_QPA_PLATFORM": "offscreen", **settings}
    done = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    loaded = done.stdout.split()
    assert "timeglass.widgets.main_window" in loaded
    assert [name for name in loaded if any(name == one or name.startswith(f"{one}.") for one in LATER)] == []
