"""Events in groups by year, era or category."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from timeglass.chrono.instant import OPEN_PAST
from timeglass.events.event import Era
from timeglass.export.job import ExportJob

CHAPTERS_FROM: Final = 20
"""Events that a chapter holds on average at least."""
_LONGEST_CHAPTER: Final = 1_000
"""Years."""


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading, in time order. ``year`` is the astronomical one that the group stands for, if any."""

    title: str
    rows: list[int]
    year: int | None = None


def year_title(year: int, words: Mapping[str, str]) -> str:
    """An astronomical year as a heading: 1997, "44 BC"."""
    if year <= 0:
        return words["bc"].format(year=1 - year)
    return str(year)


def _runs(titles: list[str], rows: list[int]) -> list[Group]:
    """Neighbours with the same title become one group."""
    groups: list[Group] = []
    for title, row in zip(titles, rows, strict=True):
        if groups and groups[-1].title == title:
            groups[-1].rows.append(row)
        else:
            groups.append(Group(title, [row]))
    return groups


def _by_year(job: ExportJob, words: Mapping[str, str]) -> list[Group]:
    starts = job.timeline.columns.start_earliest[job.rows]
    years = starts.astype("datetime64[s]").astype("datetime64[Y]").astype(np.int64) + 1970
    open_ones = starts == OPEN_PAST  # they come first
    edges = np.flatnonzero((np.diff(years) != 0) | (np.diff(open_ones) != 0)) + 1
    groups = []
    for rows, year, is_open in zip(
        np.split(job.rows, edges), np.split(years, edges), np.split(open_ones, edges), strict=True
    ):
        if not len(rows):  # of no events at all
            continue
        known = None if is_open[0] else int(year[0])
        title = words["no-start"] if known is None else year_title(known, words)
        groups.append(Group(title, rows.tolist(), known))
    return groups


def eras_of_track(job: ExportJob) -> list[Era]:
    """Eras of the first row of eras that is named periods, else of the first row, by their start."""
    head = job.timeline.head
    tracks = [era.track for era in head.eras]
    periods = [track for track in tracks if track not in head.tracks or head.tracks[track].style == "periods"]
    chosen = (periods or tracks or [""])[0]
    return sorted((era for era in head.eras if era.track == chosen), key=lambda era: era.date.bounds.start_earliest)


def _by_era(job: ExportJob, words: Mapping[str, str]) -> list[Group]:
    eras = eras_of_track(job)
    starts = job.timeline.columns.start_earliest[job.rows]
    index = np.searchsorted(np.array([era.date.bounds.start_earliest for era in eras], np.int64), starts, "right") - 1
    titles = []
    for start, latest in zip(starts.tolist(), index.tolist(), strict=True):
        inside = (era for era in reversed(eras[: latest + 1]) if start <= era.date.bounds.end_latest)
        era = next(inside, None)
        titles.append(job.text(era.title) if era else words["no-era"])
    return _runs(titles, job.rows.tolist())


def _by_category(job: ExportJob, words: Mapping[str, str]) -> list[Group]:
    category: NDArray[np.int16] = job.timeline.columns.category[job.rows]
    groups = []
    for index in (*range(len(job.timeline.category_ids)), -1):
        rows = job.rows[category == index].tolist()
        if rows:
            groups.append(Group(category_label(job, index, words), rows))
    return groups


def category_label(job: ExportJob, index: int, words: Mapping[str, str]) -> str:
    """A category's label by its place in lane order; -1 is none."""
    if index < 0:
        return words["no-category"]
    identifier = job.timeline.category_ids[index]
    return job.text(job.timeline.head.categories[identifier].label) or identifier


def groups_of(job: ExportJob, words: Mapping[str, str]) -> list[Group]:
    """The job's events under headings; each in date order, and the headings too unless they are categories."""
    makers = {"year": _by_year, "era": _by_era, "category": _by_category}
    return makers[job.group_by](job, words)


def chapter_starts(groups: Sequence[Group]) -> list[bool]:
    """Which groups begin a chapter, and with it a page; the first one does not.

    A chapter is one group, or all years of a decade, century or millennium: the shortest of these that holds
    :data:`CHAPTERS_FROM` events on average. Where none does there are no chapters.
    """
    events = sum(len(group.rows) for group in groups)
    years = 1
    while years <= _LONGEST_CHAPTER:
        starts = [_chapter(one, years) != _chapter(other, years) for one, other in pairwise(groups)]
        if events >= CHAPTERS_FROM * (1 + sum(starts)):
            return [False, *starts][: len(groups)]
        years *= 10
    return [False] * len(groups)


def begun(groups: Sequence[Group], events: int) -> list[Group]:
    """The groups up to so many events, the last one as far as it goes."""
    found = []
    for group in groups:
        if events <= 0:
            break
        found.append(Group(group.title, group.rows[:events], group.year))
        events -= len(group.rows)
    return found


def _chapter(group: Group, years: int) -> tuple[str, int]:
    """What the groups of one chapter have in common."""
    return (group.title, 0) if group.year is None else ("", group.year // years)
