import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from timeglass.widgets import live_file
from timeglass.widgets.live_file import LiveFile, signature_of


@pytest.fixture
def watched(qtbot: QtBot, tmp_path: Path) -> Iterator[tuple[LiveFile, Path]]:
    path = tmp_path / "one.yaml"
    path.write_text("one")
    watch = LiveFile()
    watch.watch((path,))
    yield watch, path
    watch.close()
    watch.deleteLater()


def test_a_change_is_told_once(watched: tuple[LiveFile, Path], qtbot: QtBot) -> None:
    watch, path = watched
    told: list[Path] = []
    watch.changed.connect(told.append)
    with qtbot.waitSignal(watch.changed, timeout=3_000):
        path.write_text("two, and")
        path.write_text("two, and more")
    qtbot.wait(400)
    assert told == [path]


def test_editors_that_rename_are_followed(watched: tuple[LiveFile, Path], qtbot: QtBot) -> None:
    watch, path = watched
    for content in ("first save", "second save, after the first"):
        fresh = path.with_name("fresh.tmp")
        fresh.write_text(content)
        with qtbot.waitSignal(watch.changed, timeout=2_500):
            fresh.replace(path)
    backup = path.with_name("one.yaml~")
    with qtbot.waitSignal(watch.changed, timeout=2_500), qtbot.assertNotEmitted(watch.lost):
        path.rename(backup)
        qtbot.wait(100)
        path.write_text("third save, with a backup")


def test_a_file_may_go_and_come_back(
    watched: tuple[LiveFile, Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_file, "LOST_MS", 200)
    watch, path = watched
    with qtbot.waitSignal(watch.lost, timeout=3_000):
        path.unlink()
    with qtbot.waitSignal(watch.changed, timeout=3_000):
        path.write_text("again")


def test_where_nobody_tells_a_look_finds_the_change(
    watched: tuple[LiveFile, Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch, path = watched
    watch._watcher.removePaths([*watch._watcher.files(), *watch._watcher.directories()])
    monkeypatch.setattr(watch, "_listen", lambda: None)
    watch._poll.setInterval(50)
    with qtbot.waitSignal(watch.changed, timeout=3_000):
        path.write_text("otherwise")


def test_a_file_that_never_rests_is_told_all_the_same(
    watched: tuple[LiveFile, Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(live_file, "LONGEST_MS", 300)
    watch, path = watched
    told: list[Path] = []
    watch.changed.connect(told.append)
    for number in range(12):
        path.write_text("x" * (100 + number))
        qtbot.wait(60)
    assert told


def test_what_is_as_it_was_is_no_change(watched: tuple[LiveFile, Path], qtbot: QtBot) -> None:
    watch, path = watched
    status = path.stat()
    with qtbot.assertNotEmitted(watch.changed, wait=500):
        path.write_text("two")
        watch.check()
        path.write_text("one")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def test_other_files_are_watched_from_then_on(watched: tuple[LiveFile, Path], qtbot: QtBot, tmp_path: Path) -> None:
    watch, path = watched
    folder = tmp_path / "folder"
    folder.mkdir()
    other = folder / "other.yaml"
    other.write_text("other")
    watch.watch((other,))
    assert watch.paths == (other,)
    with qtbot.waitSignal(watch.changed, timeout=3_000) as told:
        path.write_text("nobody looks at this")
        other.write_text("but at this")
    assert told.args == [other]


def test_no_name_no_signature() -> None:
    assert signature_of(Path("no\0name")) is None
