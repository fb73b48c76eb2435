"""PDF export beside bare typst, each cold: in a process of its own, since typst remembers what it has set.

The floor sets the same words as plain paragraphs, one an event and one an endnote, with the same font and standards
but no template: no headings, links, marks, header, contents or attachment.
"""

import json
import multiprocessing
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from bench.figures import Figure

SIZES = (100, 1_000, 0, 10_000)
"""Events; 0 stands for the built-in timeline as it is. Others repeat its events."""
_PLAIN = b"""#set document(title: "Plain")
#set text(font: "Inter", lang: "en", size: 10pt)
#for words in json("plain.json") [#words

]
"""


def _job(count: int) -> Any:
    """The job of the first events of the built-in timeline, repeated as often as needed, without a strip."""
    import msgspec
    import numpy as np

    from timeglass import assets, formats
    from timeglass.events.timeline import make_timeline
    from timeglass.export.job import ExportJob

    timeline = formats.load(assets.builtin_timeline()).timeline
    if count > len(timeline):
        known = list(timeline.events)
        copies = [
            msgspec.structs.replace(known[place % len(known)], id=f"copy-{place}", aliases=()) for place in range(count)
        ]
        timeline = make_timeline(timeline.head, copies, timeline.path, timeline.digest)
    return ExportJob(timeline=timeline, rows=np.arange(count or len(timeline)))


def _words(node: Any) -> str:
    """All words of a tree."""
    match node:
        case str():
            return node
        case list() | tuple():
            return " ".join(filter(None, map(_words, node)))
        case dict():
            return _words(list(node.values()))
        case _:
            return ""


def _paragraphs(pages: bytes) -> list[str]:
    tree = json.loads(pages)
    events = [event for group in tree["groups"] for event in group["e"]]
    told = [_words([event.get(key, "") for key in ("d", "w", "t", "b", "f", "m", "l", "q")]) for event in events]
    return [*told, *map(_words, tree["notes"])]


def _peak_mb() -> float:
    """Largest memory of this process so far and of one that it started, in MB; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def time_export(count: int) -> tuple[float, float, int]:
    """Seconds of a whole export, the process's peak memory in MB, and the number of events."""
    from timeglass.export import engine
    from timeglass.export.pdf import export_pdf

    job = _job(count)
    engine.fonts()  # loading typst and the font is in neither figure
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        export_pdf(job, Path(folder) / "out.pdf")
        return time.perf_counter() - started, _peak_mb(), len(job.rows)


def time_floor(count: int) -> tuple[float, float, int]:
    """The same of bare typst."""
    import typst

    from timeglass.export import engine, pdf

    files = pdf.page_files(_job(count)).files
    plain = json.dumps(_paragraphs(files["pages.json"])).encode()
    compiler = typst.Compiler({"main.typ": _PLAIN, "plain.json": plain}, font_paths=engine.fonts())
    started = time.perf_counter()
    compiler.compile(format="pdf", pdf_standards=[*engine.STANDARDS])
    return time.perf_counter() - started, _peak_mb(), count


def _start() -> None:
    """Begin a process as the program does: the threads that numpy would start take a core from typst."""
    from timeglass import quick_start

    quick_start.begin()


def _cold(measure: Callable[[int], tuple[float, float, int]], count: int, times: int) -> tuple[float, float, int]:
    """Median seconds, largest memory and events of several fresh processes."""
    context = multiprocessing.get_context("spawn")
    runs = []
    for _ in range(times):
        with context.Pool(1, initializer=_start) as pool:
            runs.append(pool.apply(measure, (count,)))
    return median(run[0] for run in runs), max(run[1] for run in runs), runs[0][2]


def run(largest: int) -> list[Figure]:
    """Seconds and memory of exports up to the largest number of events."""
    figures = []
    for size in SIZES:
        if size > largest:
            continue
        times = 1 if size >= 10_000 else 3
        seconds, memory, count = _cold(time_export, size, times)
        floor_seconds, floor_memory, _ = _cold(time_floor, size, times)
        stat = "once" if times == 1 else "median"
        name = "PDF of the built-in timeline" if not size else "PDF"
        figures.append(Figure(name, count, stat, seconds, "s", floor_seconds))
        figures.append(Figure(f"{name}, peak memory", count, "max", memory, "MB", floor_memory))
    return figures
