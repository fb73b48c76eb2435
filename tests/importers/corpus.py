"""Files of other programs: those that may be copied lie in ``tests/corpus``, the others beside the checkout."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from timeglass.chrono.instant import iso_text
from timeglass.commands.check import extremes
from timeglass.formats import Loaded, load

_ROOT = Path(__file__).parents[2]


def corpus_file(name: str) -> Path:
    """The file of that name; the test is skipped where it is not at hand."""
    for folder in (_ROOT / "tests" / "corpus", _ROOT.parent / "shared" / "corpus"):
        if (folder / name).is_file():
            return folder / name
    pytest.skip(f"{name} may not be copied, and is not at hand")


def load_corpus(name: str, format_name: str = "") -> Loaded:
    """That file, opened as whatever it looks like."""
    return load(corpus_file(name), format_name)


def count(loaded: Loaded) -> tuple[int, int, int]:
    """Numbers of events, eras and categories."""
    head = loaded.timeline.head
    return len(loaded.timeline), len(head.eras), len(head.categories)


def reach(loaded: Loaded) -> tuple[str, str]:
    """Earliest and latest day of any event."""
    known = extremes(loaded.timeline)
    assert known is not None
    return iso_text(known[0])[:10].rstrip("T"), iso_text(known[1])[:10].rstrip("T")


def errors(loaded: Loaded) -> list[str]:
    """The messages of all errors."""
    return [problem.message for problem in loaded.problems if problem.severity == "error"]


def warnings(loaded: Loaded) -> list[str]:
    """The messages of all warnings."""
    return [problem.message for problem in loaded.problems if problem.severity == "warning"]


def opened(folder: Path, name: str, text: str | bytes, mapping: Mapping[str, Sequence[str]] | None = None) -> Loaded:
    """What a file of this name and content is opened as."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(path) if mapping is None else load(path, mapping=mapping)


def dates(loaded: Loaded) -> list[str]:
    """The dates of all events, in order."""
    return [event.date.text for event in loaded.timeline.events]
