import os
from collections.abc import Callable
from pathlib import Path

import pytest

from timeglass.atomic import write_atomically
from timeglass.errors import FileAccessError
from timeglass.events.difference import Difference, difference
from timeglass.events.event import Event
from timeglass.events.timeline import Timeline
from timeglass.formats import cache as caching
from timeglass.formats import cache_file, load
from timeglass.formats.cache import ENDING, INDEX_ENDING, Cache
from timeglass.formats.cache_file import CacheFile, DamagedError
from timeglass.formats.loading import Loaded
from timeline_texts import file_text

BUILTIN = Path(__file__).parents[2] / "data"
RICH = """timeglass: 1
title: {en: Rich, uk: Багато}
language: en
view: {range: 1990/2026}
categories: {talk: {label: Talks, color: "#0072B2"}, deed: {}}
tracks: {reign: {label: Reigns, style: states}}
eras: [{id: peace, title: Peace, date: 1994-07-19/2005-01-23, track: reign}]
sources: {book: {title: The book, url: "https://example.org/"}}
synonyms: [[Kyiv, Kiev]]
series: [{id: s, title: Support, unit: "%", points: [{date: 1997-05, value: 37, source: book}]}]
events:
  - {id: a, date: 1994~, title: About, category: [talk, deed], aliases: [first, odd], importance: 5}
  - {id: odd2, date: 2004-04?, title: {en: Possibly, uk: Можливо}, status: disputed, tags: [x], places: [Kyiv]}
  - {id: c, date: 1993/1996, title: Range, actors: [A, B], sources: [book, {source: book, locator: p. 1}, text]}
  - {id: d, date: 2023/.., title: Open, related: [{type: leads-to, event: first}]}
  - {id: e, date: "[1993..1996]", title: One of, figures: [{label: L, value: 3.5, unit: km}]}
  - {id: f, date: Y-138E8, title: Bang, summary: "Long ago", details: "**x**", category: nowhere}
  - {id: g, date: ../1991, title: Until}
  - {id: h, date: /1985, title: Unknown start}
  - {date: 1997-07-09T12:30:00Z, title: Without an id}
"""


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache", "1.0", smallest=0)


@pytest.fixture
def rich(tmp_path: Path) -> Path:
    path = tmp_path / "rich.yaml"
    path.write_text(RICH, encoding="utf-8")
    return path


def _entry(tmp_path: Path) -> Path:
    (entry,) = (tmp_path / "cache").glob(f"*{ENDING}")
    return entry


def _same(one: Timeline, other: Timeline) -> None:
    assert difference(one, other) == Difference()
    for name in one.columns.__slots__:
        assert getattr(one.columns, name).tolist() == getattr(other.columns, name).tolist()
        assert not getattr(other.columns, name).flags.writeable
    assert dict(one.row_by_id) == dict(other.row_by_id)
    assert (one.path, one.digest, one.format_name) == (other.path, other.digest, other.format_name)


def _kept(cache: Cache, path: Path) -> Loaded:
    loaded, found = cache.load(path)
    assert not found
    assert cache.keep(loaded)
    return loaded


def test_what_comes_back_is_the_same(cache: Cache, rich: Path) -> None:
    loaded = _kept(cache, rich)
    assert loaded.problems
    again, found = cache.load(rich)
    assert found
    assert again.problems == loaded.problems
    _same(loaded.timeline, again.timeline)
    assert again.timeline.row_by_id["first"] == again.timeline.row_by_id["a"]
    assert "absent" not in again.timeline.row_by_id
    assert len(again.timeline.row_by_id) == len(loaded.timeline.row_by_id)


def test_the_builtin_timeline_comes_back(cache: Cache) -> None:
    path = next(BUILTIN.glob("*.yaml"))
    _same(_kept(cache, path).timeline, cache.load(path)[0].timeline)


def test_another_content_version_or_program_is_another_entry(
    cache: Cache, rich: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _kept(cache, rich)
    assert cache.find(rich) is not None
    assert Cache(tmp_path / "cache", "1.1", smallest=0).find(rich) is None
    with monkeypatch.context() as patched:
        patched.setattr(caching, "VERSION", caching.VERSION + 1)
        assert cache.find(rich) is None
    first = _entry(tmp_path)
    rich.write_text(RICH.replace("Bang", "Boom"), encoding="utf-8")
    assert cache.find(rich) is None
    _kept(cache, rich)
    assert cache.find(rich) is not None
    assert _entry(tmp_path) != first  # the old one is gone


def test_a_copy_elsewhere_is_another_file(cache: Cache, rich: Path, tmp_path: Path) -> None:
    _kept(cache, rich)
    copy = tmp_path / "copy.yaml"
    copy.write_bytes(rich.read_bytes())
    assert cache.find(copy) is None


def test_small_files_and_absent_ones_are_left_alone(rich: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", "1.0")
    loaded, found = cache.load(rich)
    assert not found
    assert not cache.keep(loaded)
    assert cache.index_path(loaded.timeline) is None
    assert not (tmp_path / "cache").exists()
    assert cache.find(tmp_path / "absent.yaml") is None
    with pytest.raises(FileAccessError):
        cache.load(tmp_path / "absent.yaml")


def _many(path: Path, count: int = 300) -> Path:
    path.write_text(file_text(*(f"e{number} {1000 + number} Event {number}" for number in range(count))), "utf-8")
    return path


def _cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def _spoilt_end(data: bytes) -> bytes:
    return data[:-40] + bytes(byte ^ 1 for byte in data[-40:-30]) + data[-30:]


@pytest.mark.parametrize(
    "spoil", [_cut, _spoilt_end, lambda data: b"", lambda data: data + b"x", lambda data: b"x" * 40]
)
def test_damaged_entries_are_passed_over(cache: Cache, tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    path = _many(tmp_path / "many.yaml")
    loaded = _kept(cache, path)
    entry = _entry(tmp_path)
    entry.write_bytes(spoil(entry.read_bytes()))
    assert cache.find(path) is None
    assert cache.keep(loaded)
    assert cache.find(path) is not None


def test_every_byte_is_guarded(cache: Cache, tmp_path: Path) -> None:
    path = _many(tmp_path / "many.yaml", 40)
    loaded = _kept(cache, path)
    entry = _entry(tmp_path)
    whole = entry.read_bytes()
    for place in range(0, len(whole), 37):
        entry.write_bytes(whole[:place] + bytes([whole[place] ^ 0x20]) + whole[place + 1 :])
        found = cache.find(path)
        if found is not None:
            _same(loaded.timeline, found.timeline)


def test_damage_that_shows_later_is_mended_from_the_file(cache: Cache, tmp_path: Path) -> None:
    path = _many(tmp_path / "many.yaml")
    loaded = _kept(cache, path)
    entry = _entry(tmp_path)
    data = entry.read_bytes()
    entry.write_bytes(data[:50] + b"\xff" + data[51:])
    found = cache.find(path)
    assert found is not None
    assert found.timeline.events[299] == loaded.timeline.events[299]
    assert found.timeline.events[3] == loaded.timeline.events[3]
    found = cache.find(path)
    assert found is not None
    path.unlink()
    lost = found.timeline.events[3]
    assert (lost.id, lost.title) == ("lost-3", "…")
    assert lost.date.bounds == loaded.timeline.events[3].date.bounds


def test_names_are_found_though_their_table_is_damaged(
    cache: Cache, rich: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _kept(cache, rich)
    found = cache.find(rich)
    assert found is not None

    def damaged(self: CacheFile, name: str) -> None:
        raise DamagedError

    monkeypatch.setattr(CacheFile, "array", damaged)
    assert found.timeline.row_by_id["c"] == [event.id for event in found.timeline.events].index("c")


def test_what_was_written_by_somebody_else_does_not_count(cache: Cache, rich: Path, tmp_path: Path) -> None:
    """Checksums are right, and yet it is no entry: wrong types, missing arrays, wrong counts."""
    loaded = _kept(cache, rich)
    entry = _entry(tmp_path)
    for head, arrays in (
        (b"\xc0", {}),
        (b"\x93\x01\x02\x03", {}),
        (b"\x81" * 5_000, {}),
    ):
        write_atomically(
            entry, lambda file, head=head, arrays=arrays: cache_file.write_parts(file, [], lambda: (head, arrays)), True
        )
        assert cache.find(rich) is None
    assert cache.keep(loaded)


def test_a_full_folder_loses_what_is_oldest(rich: Path, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache", "1.0", smallest=0)
    paths = [_many(tmp_path / f"{number}.yaml") for number in range(3)]
    for number, path in enumerate(paths):
        _kept(cache, path)
        index = cache.index_path(load(path).timeline)
        assert index is not None
        assert index.suffix == INDEX_ENDING
        os.utime(max((tmp_path / "cache").iterdir(), key=lambda one: one.stat().st_mtime_ns), (1e9 + number,) * 2)
    size = _size(tmp_path / "cache")
    left = tmp_path / "cache" / ".x.timeline-cache.abc.part"
    left.write_bytes(b"x")
    os.utime(left, (1e9, 1e9))
    small = Cache(tmp_path / "cache", "1.0", limit=size * 2 // 3, smallest=0)
    small.prune()
    assert [small.find(path) is not None for path in paths] == [False, True, True]
    assert not left.exists()
    Cache(tmp_path / "absent", "1.0").prune()


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.iterdir())


def test_writing_can_be_given_up(cache: Cache, rich: Path, tmp_path: Path) -> None:
    loaded = load(rich)
    cache.stop()
    assert not cache.keep(loaded)
    assert not any((tmp_path / "cache").iterdir())


def test_a_folder_that_cannot_be_is_no_fault(rich: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    cache = Cache(tmp_path / "taken" / "cache", "1.0", smallest=0)
    loaded, _ = cache.load(rich)
    assert not cache.keep(loaded)
    assert cache.index_path(loaded.timeline) is None


def test_all_of_an_event_is_kept() -> None:
    from timeglass.formats.cached_events import _NAMES

    assert {"date", *_NAMES} == set(Event.__struct_fields__)


def test_a_file_without_events_is_kept_too(cache: Cache, tmp_path: Path) -> None:
    path = tmp_path / "empty.yaml"
    path.write_text("timeglass: 1\ntitle: Empty\nevents: []\n", encoding="utf-8")
    _kept(cache, path)
    found = cache.find(path)
    assert found is not None
    assert len(found.timeline) == 0
    assert "x" not in found.timeline.row_by_id
