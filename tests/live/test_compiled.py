from pathlib import Path

import pytest

from timeglass import app, compiled, formats
from timeglass.compiled import Compiled
from timeglass.errors import NotATimelineError
from timeglass.events.difference import difference
from timeglass.formats.cache import ENDING, INDEX_ENDING
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
