"""What all commands share: opening a timeline, asking it a query, telling what was wrong."""

import argparse
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from timeglass import assets
from timeglass.commands.counted import counted
from timeglass.errors import DataError, FileAccessError, UsageError
from timeglass.events.timeline import Timeline
from timeglass.formats import Loaded, load
from timeglass.formats.columns_given import ColumnMap


def path_of(name: str | None) -> Path:
    """The file that a name on the command line means; none is the built-in timeline."""
    return assets.builtin_timeline() if name is None else Path(name)


def add_mapping(parser: argparse.ArgumentParser) -> None:
    """Declare the argument that names columns of a table."""
    words = (
        "read FILE as a table, with these columns, by name or number: start=Date,title=Headline (parts: start, end, "
        "title, text, category, tags, place, actor, source, link, …; skip=Column leaves one out; order=day-first or "
        "month-first tells how dates such as 1/2/2020 are meant)"
    )
    parser.add_argument("--map", default="", metavar="PART=COLUMN,…", help=words)


def mapping_of(text: str) -> ColumnMap:
    """The columns for parts of an event that an argument names; UsageError for one that names none.

    A part that is named again has several columns.
    """
    pairs = [pair.partition("=") for pair in text.split(",") if pair.strip()]
    for part, equals, _ in pairs:
        if not equals or not part.strip():
            raise UsageError(f"--map takes PART=COLUMN,… such as start=Date,title=Headline, not {text!r}")
    mapping: dict[str, list[str]] = {}
    for part, _, column in pairs:
        mapping.setdefault(part.strip(), []).append(column.strip())
    return mapping


def open_timeline(name: str | None, mapping: str = "") -> Loaded:
    """Load a file; what is wrong with parts of it is told on standard error, and the rest goes on.

    ``mapping`` names the columns of a table, as on the command line.
    """
    loaded = load(path_of(name), mapping=mapping_of(mapping))
    errors = [problem for problem in loaded.problems if problem.severity == "error"]
    for problem in errors[:3]:
        print(problem, file=sys.stderr)
    if len(errors) > 3:
        print(f"… and {counted(len(errors) - 3, 'more error')}; see timeglass check", file=sys.stderr)
    return loaded


def add_word_forms(parser: argparse.ArgumentParser) -> None:
    """Declare the switch for other forms of a query's words."""
    parser.add_argument("--word-forms", action="store_true", help="find other forms of the words, too")


def matching(timeline: Timeline, query: str, *, word_forms: bool = False) -> NDArray[np.int32]:
    """Rows that a query finds, in order of time; an empty query means all.

    What cannot be read in the query is told on standard error while the rest of it counts.
    """
    if not query.strip():
        return np.arange(len(timeline), dtype=np.int32)
    from timeglass.search import Searcher

    result = Searcher(timeline).search(query, stemming=word_forms)
    for problem in result.problems:
        print(f"timeglass: query: {problem.message}", file=sys.stderr)
    return np.asarray(result.rows, np.int32)


def rows_of_ids(timeline: Timeline, ids: str) -> NDArray[np.int32]:
    """Rows of a comma-separated list of ids or aliases, in order of time; an unknown one raises DataError."""
    wanted = [identifier.strip() for identifier in ids.split(",") if identifier.strip()]
    unknown = [identifier for identifier in wanted if identifier not in timeline.row_by_id]
    if unknown:
        raise DataError(f"no event has the id {unknown[0]!r}")
    return np.unique(np.array([timeline.row_by_id[identifier] for identifier in wanted], np.int32))


def refuse_existing(path: Path, force: bool) -> None:
    """Raise FileAccessError where a target exists and is not to be overwritten, or its folder does not exist."""
    if path.is_dir():
        raise FileAccessError(f"{path}: is a folder")
    if path.exists() and not force:
        raise FileAccessError(f"{path}: exists already; use --force to overwrite it")
    if not path.parent.is_dir():
        raise FileAccessError(f"{path}: there is no folder {path.parent}")
