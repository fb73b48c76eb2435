"""Figures of the search engine: building, and keystroke to rows, against bare SQLite FTS5 in the same run."""

import gc
import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from statistics import median
from typing import Self

import numpy as np
from numpy.typing import NDArray

from bench import search_window
from bench.figures import Figure
from timeglass.chrono.edtf import parse
from timeglass.events.event import Category, Event
from timeglass.events.timeline import Head, Timeline, make_timeline
from timeglass.search import Searcher

_FREQUENT, _SECOND, _RARE = "treaty", "council", "zymurgy"
_LETTERS = "aeiourstlnmdkbpgvhy"


def generated(count: int, seed: int = 1) -> Timeline:
    """Events with a title of five words and a summary of thirteen, drawn as from a language: few often, most seldom."""
    chance = random.Random(seed)  # noqa: S311
    words = ["".join(chance.choices(_LETTERS, k=chance.randint(2, 10))) for _ in range(30_000)]
    draws = np.random.default_rng(seed).zipf(1.25, count * 18) % len(words)
    dates = [
        parse(f"{chance.randint(1000, 2025)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}")
        for _ in range(9_000)
    ]
    categories = {name: Category(id=name, label=name.title()) for name in ("summit", "war", "law", "vote", "talk")}
    names = tuple(categories)
    actors = [(word.title(),) for word in words[:400]]
    events = []
    for number in range(count):
        drawn = [words[at] for at in draws[number * 18 : number * 18 + 18].tolist()]
        if chance.random() < 0.18:
            drawn[chance.randrange(18)] = _FREQUENT
        if chance.random() < 0.05:
            drawn[chance.randrange(17)] = _SECOND
        if number % 40_000 == 7:
            drawn[9] = _RARE
        events.append(
            Event(
                id=f"e{number}",
                date=dates[number % len(dates)],
                title=" ".join(drawn[:5]).capitalize(),
                summary=" ".join(drawn[5:]).capitalize() + ".",
                categories=(names[number % 5],),
                actors=actors[number % 400],
            )
        )
    return make_timeline(Head(title="Generated", categories=categories), events)


def _timed(run: Callable[[], object], times: int = 7) -> list[float]:
    """Milliseconds of several runs."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        spent.append((time.perf_counter() - start) * 1e3)
    return spent


def _full_text_table(timeline: Timeline) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE texts USING fts5(title, summary, content='', tokenize='unicode61')")
    rows = ((row, event.title, event.summary) for row, event in enumerate(timeline.events))
    database.executemany("INSERT INTO texts(rowid, title, summary) VALUES (?, ?, ?)", rows)
    return database


def _queries() -> Sequence[tuple[str, str, str]]:
    """Name, our query, and the same for FTS5 (without the date, which it does not know)."""
    return (
        ("rare word", f"{_RARE} ", _RARE),
        ("frequent word, 18 %", f"{_FREQUENT} ", _FREQUENT),
        ("two words", f"{_FREQUENT} {_SECOND} ", f"{_FREQUENT} {_SECOND}"),
        ("phrase", f'"{_FREQUENT} {_SECOND}"', f'"{_FREQUENT} {_SECOND}"'),
        ("prefix of 3 letters", _FREQUENT[:3], f"{_FREQUENT[:3]}*"),
        ("field and date", f"title:{_FREQUENT} during:1900/1950", f"title:{_FREQUENT}"),
        ("prefix of 1 letter", _FREQUENT[:1], f"{_FREQUENT[:1]}*"),
    )


class _Gaps:
    """How long another thread has to wait: sleeps a millisecond over and over and notes how late it wakes."""

    def __init__(self) -> None:
        self.worst_ms = 0.0
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    def _watch(self) -> None:
        before = time.perf_counter()
        while not self._stop.wait(0.001):
            now = time.perf_counter()
            self.worst_ms = max(self.worst_ms, (now - before) * 1e3 - 1)
            before = now


def queries() -> Sequence[tuple[str, str]]:
    """The usual queries, with their names."""
    return [(name, query) for name, query, _ in _queries()]


def figures(timeline: Timeline) -> Iterator[Figure]:
    """All figures of a generated timeline, one by one as they are measured; then those of a window on it."""
    size = len(timeline)
    # What a file's loading leaves behind is not looked through again at each collection: so does the program.
    gc.collect()
    gc.freeze()
    start = time.perf_counter()
    database = _full_text_table(timeline)
    floor = time.perf_counter() - start
    with _Gaps() as idle:
        time.sleep(1.0)
    searcher = Searcher(timeline)
    with _Gaps() as gaps:
        start = time.perf_counter()
        searcher.build()
        spent = time.perf_counter() - start
    yield Figure("index built (floor: FTS5)", size, "once", spent, "s", floor)
    yield Figure(
        "another thread's longest wait meanwhile (floor: idle)", size, "max", gaps.worst_ms, "ms", idle.worst_ms
    )
    for name, query, bare in _queries():
        times = _timed(partial(searcher.search, query))
        floors = _timed(partial(_bare_rows, database, bare), 3)
        yield Figure(f"{name} (floor: FTS5)", size, "median", median(times), "ms", median(floors))
        yield Figure(f"{name} (floor: FTS5)", size, "max", max(times), "ms", max(floors))
    database.close()
    rows = searcher.search(f"{_FREQUENT} ").rows
    category = timeline.columns.category
    pass_ms = median(_timed(lambda: np.bincount(category[rows], minlength=5)))
    for name, run in (
        ("facets of the frequent word", partial(searcher.facets, rows)),
        ("completion of three letters", partial(searcher.complete, _FREQUENT[:3], 3)),
        ("did you mean", partial(searcher.suggest, "treatty ")),
    ):
        yield Figure(f"{name} (floor: numpy, one field)", size, "median", median(_timed(run, 3)), "ms", pass_ms)
    yield from search_window.figures(timeline, queries(), searcher)
    gc.unfreeze()


def _bare_rows(database: sqlite3.Connection, query: str) -> NDArray[np.int64]:
    found = database.execute("SELECT rowid FROM texts WHERE texts MATCH ?", (query,))
    return np.fromiter((row for (row,) in found), np.int64)
