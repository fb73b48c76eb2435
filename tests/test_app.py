import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeglass import app, assets, exporting
from timeglass.chrono.edtf import parse
from timeglass.layout.viewport import Viewport
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
