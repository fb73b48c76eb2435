"""Words for what is under the pointer."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QCoreApplication

from timeglass.chrono.words import date_in_words
from timeglass.events.event import text_in
from timeglass.events.timeline import Timeline
from timeglass.layout.chart_hit import chart_focus
from timeglass.layout.hit import box_at, cluster_at, echo_at, era_at
from timeglass.layout.scene import Cluster, Echo, EraBand, Scene
from timeglass.widgets.canvas.chart_words import chart_words
from timeglass.widgets.canvas.rich import escape
from timeglass.widgets.counted import events_counted, more_counted

_LISTED: Final = 12
"""Events of a cluster that are told by name."""


def _line(timeline: Timeline, row: int, language: str) -> str:
    event = timeline.events[row]
    date = escape(date_in_words(event.date, language))
    return f"<b>{date}</b> {escape(text_in(event.title, language, timeline.head.language))}"


def event_words(timeline: Timeline, row: int, language: str) -> str:
    """Rich text about one event: date, title, how firmly it stands."""
    return f"<p style='white-space:pre-wrap'>{_line(timeline, row, language)}</p>"


def cluster_words(timeline: Timeline, rows: list[int], language: str) -> str:
    """Rich text about a cluster: the first dozen of its events in order of time, and how many more there are."""
    shown = sorted(rows[:_LISTED])
    lines = [_line(timeline, row, language) for row in shown]
    more = len(rows) - len(shown)
    if more:
        lines.append(f"<i>{escape(more_counted(more))}</i>")
    return "<p style='white-space:pre'>" + "<br>".join(lines) + "</p>"


def echo_words(timeline: Timeline, rows: list[int], language: str) -> str:
    """Rich text about events that are marked in a lane and stand in another one."""
    heading = QCoreApplication.translate("Hover", "Also in this lane:")
    return f"<p>{escape(heading)}</p>{cluster_words(timeline, rows, language)}"


def cluster_name(count: int, first: str, last: str) -> str:
    """Spoken name of a cluster, from the dates in words of its first and last event."""
    if first == last:
        return f"{events_counted(count)}, {first}"
    words = QCoreApplication.translate("Hover", "{events}, from {first} to {last}")
    return words.format(events=events_counted(count), first=first, last=last)


def cluster_titles(timeline: Timeline, rows: list[int], language: str) -> str:
    """Titles of the first dozen of a cluster's events in order of time, and how many more there are; for a voice."""
    shown = sorted(rows[:_LISTED])
    titles = [text_in(timeline.events[row].title, language, timeline.head.language) for row in shown]
    more = len(rows) - len(shown)
    return ", ".join([*titles, more_counted(more)] if more else titles)


def era_name(timeline: Timeline, place: int, language: str) -> str:
    """Spoken name of an era: its title and date in words."""
    era = timeline.head.eras[place]
    return f"{text_in(era.title, language, timeline.head.language)}, {date_in_words(era.date, language)}"


def era_words(timeline: Timeline, band: EraBand, language: str) -> str:
    """Rich text about an era."""
    era = timeline.head.eras[band.era]
    title = escape(text_in(era.title, language, timeline.head.language))
    summary = escape(text_in(era.summary, language, timeline.head.language)) if era.summary else ""
    words = f"<b>{title}</b><br>{escape(date_in_words(era.date, language))}"
    return f"<p>{words}<br>{summary}</p>" if summary else f"<p>{words}</p>"


class HoverWords:
    """Finds words for what is under a point.

    ``cluster_rows`` lists what a cluster folds, ``echo_rows`` what an echo stands for.
    """

    def __init__(
        self,
        timeline: Timeline,
        language: str,
        cluster_rows: Callable[[Cluster], list[int]],
        echo_rows: Callable[[Echo], list[int]],
    ) -> None:
        self._timeline = timeline
        self._language = language
        self._cluster_rows = cluster_rows
        self._echo_rows = echo_rows

    def at(self, scene: Scene, x_px: float, y_px: float) -> str:
        """Rich text about what is under a point of the plot; "" for nothing."""
        timeline, language = self._timeline, self._language
        if x_px < 0.0:
            return ""
        box = box_at(scene, x_px, y_px)
        if box is not None:
            return event_words(timeline, box.row, language)
        cluster = cluster_at(scene, x_px, y_px)
        if cluster is not None:
            return cluster_words(timeline, self._cluster_rows(cluster), language)
        echo = echo_at(scene, x_px, y_px)
        if echo is not None:
            return echo_words(timeline, self._echo_rows(echo), language)
        focus = chart_focus(scene, x_px, y_px)
        if focus is not None:
            return chart_words(timeline, focus, language)
        band = era_at(scene, x_px, y_px)
        return era_words(timeline, band, language) if band is not None else ""
