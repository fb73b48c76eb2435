import time
from pathlib import Path
from typing import Any

import pytest

from timeglass import app, assets, compiled, formats
from timeglass.compiled import Compiled, compile_builtin
from timeglass.errors import NotATimelineError
from timeglass.events.difference import difference
from timeglass.formats.cache import ENDING, INDEX_ENDING
from timeglass.search import searcher as searcher_module
from timeline_texts import file_text


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "large.yaml"
    path.write_text(file_text(*(f"e{number} {1000 + number} Event {number}" for number in range(200))), "utf-8")
    return path


def _wait(of: Compiled) -> None:
    for writer in of.writers:
        writer.join()


def _endings(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.iterdir()) if folder.exists() else []


def test_a_large_file_and_its_index_are_kept(tmp_path: Path, large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "cache"
    first = Compiled(folder, smallest=0, patience_s=0.0)
    loaded = first.load(large)
    found = first.searcher(loaded.timeline, "en").search("event 17")
    _wait(first)
    assert _endings(folder) == [INDEX_ENDING, ENDING]
    second = Compiled(folder, smallest=0, patience_s=0.0)

    def never(*_: object) -> None:
        raise AssertionError("read anew")

    with monkeypatch.context() as patched:
        patched.setattr(compiled.formats, "load", never)
        again = second.load(large)
    assert not difference(loaded.timeline, again.timeline)
    searcher = second.searcher(again.timeline, "en")
    assert searcher.ready
    assert searcher.search("event 17").rows.tolist() == found.rows.tolist()
    assert not second.writers


def test_small_files_leave_nothing(tmp_path: Path, large: Path) -> None:
    of = Compiled(tmp_path / "cache")
    searcher = of.searcher(of.load(large).timeline, "en")
    assert len(searcher.search("event 17").rows)
    assert not of.writers
    assert not (tmp_path / "cache").exists()
    of.close()


def test_what_is_closed_writes_nothing(tmp_path: Path, large: Path) -> None:
    of = Compiled(tmp_path / "cache", smallest=0, patience_s=60.0)
    of.load(large)
    of.close()
    _wait(of)
    assert _endings(tmp_path / "cache") == []


def test_an_index_that_cannot_be_written_is_no_fault(
    tmp_path: Path, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from timeglass.search import Searcher

    def fail(self: Searcher, path: Path) -> None:
        raise OSError

    monkeypatch.setattr(Searcher, "save", fail)
    of = Compiled(tmp_path / "cache", smallest=0, patience_s=0.0)
    assert len(of.searcher(of.load(large).timeline, "en").search("event 17").rows)
    _wait(of)


def test_the_window_gets_them(tmp_path: Path, large: Path) -> None:
    of = Compiled(tmp_path / "cache", smallest=0, patience_s=0.0)
    services = app.make_services(of)
    opened = services.load(large, formats.no_tick)
    assert services.make_searcher(opened.timeline, "en").facets(None)
    _wait(of)
    assert _endings(tmp_path / "cache") == [INDEX_ENDING, ENDING]
    assert len(app.make_services().load(large, formats.no_tick).timeline) == 200
    large.write_text("no: [", encoding="utf-8")
    with pytest.raises(NotATimelineError):
        services.load(large, formats.no_tick)
    with pytest.raises(Exception, match="no such file"):
        services.load(tmp_path / "absent.yaml", formats.no_tick)


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The built-in timeline as a packaged program has it, moved from where it was compiled to where it is used."""
    assert compile_builtin(tmp_path / "made")
    (tmp_path / "made").rename(tmp_path / "compiled")
    installed = tmp_path / "data" / assets.builtin_timeline().name
    installed.parent.mkdir()
    installed.write_bytes(assets.builtin_timeline().read_bytes())
    monkeypatch.setattr(assets, "compiled_folder", lambda: tmp_path / "compiled")
    monkeypatch.setattr(assets, "builtin_timeline", lambda: installed)
    return installed


def test_the_builtin_timeline_comes_compiled(tmp_path: Path, shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = formats.load(shipped)

    def never(*_: object) -> None:
        raise AssertionError("read anew")

    monkeypatch.setattr(compiled.formats, "load", never)
    loaded = Compiled(tmp_path / "cache").load(shipped)
    assert not difference(expected.timeline, loaded.timeline)
    assert loaded.timeline.path == shipped
    assert loaded.problems == expected.problems
    assert not (tmp_path / "cache").exists()


def test_a_changed_builtin_timeline_is_read(tmp_path: Path, shipped: Path) -> None:
    shipped.write_text(file_text("a 1990 Mine"), encoding="utf-8")
    assert len(Compiled(tmp_path / "cache").load(shipped).timeline) == 1


def test_another_file_of_that_name_is_read(tmp_path: Path, shipped: Path) -> None:
    other = tmp_path / shipped.name
    other.write_text(file_text("a 1990 Mine"), encoding="utf-8")
    assert len(Compiled(tmp_path / "cache").load(other).timeline) == 1


def test_a_compiled_folder_that_cannot_be_written_serves(tmp_path: Path, shipped: Path) -> None:
    before = [(path.name, path.stat().st_mtime_ns) for path in (tmp_path / "compiled").iterdir()]
    Compiled(tmp_path / "cache").load(shipped)
    assert [(path.name, path.stat().st_mtime_ns) for path in (tmp_path / "compiled").iterdir()] == before


def test_a_file_is_not_compiled_while_an_index_is_built(tmp_path: Path, large: Path) -> None:
    of = Compiled(tmp_path / "cache", smallest=0, patience_s=0.0)
    with of._build():
        of.load(large)
        time.sleep(0.2)
        assert ENDING not in _endings(tmp_path / "cache")
    _wait(of)
    assert _endings(tmp_path / "cache") == [ENDING]


def test_a_search_that_prepares_itself_lets_writers_wait(
    tmp_path: Path, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    of = Compiled(tmp_path / "cache", smallest=0, patience_s=0.0)
    searcher = of.searcher(of.load(large).timeline, "en")
    idle: list[bool] = []
    build = searcher_module.build_store

    def look(*arguments: Any) -> Any:
        idle.append(of._idle.is_set())
        return build(*arguments)

    monkeypatch.setattr(searcher_module, "build_store", look)
    assert searcher.build()
    assert idle == [False]
    assert of._idle.is_set()
    _wait(of)


def test_what_waits_for_an_index_ends_when_the_window_closes(tmp_path: Path, large: Path) -> None:
    of = Compiled(tmp_path / "cache", smallest=0, patience_s=0.0)
    with of._build():
        of.load(large)
        of.close()
        _wait(of)
    assert _endings(tmp_path / "cache") == []


def test_a_build_that_fails_leaves_nobody_waiting(tmp_path: Path, large: Path) -> None:
    of = Compiled(tmp_path / "cache", smallest=0, patience_s=0.0)
    with pytest.raises(KeyError), of._build():
        raise KeyError
    of.load(large)
    _wait(of)
    assert _endings(tmp_path / "cache") == [ENDING]
