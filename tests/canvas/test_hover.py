"""What the pointer tells: highlight, shape, tooltips."""

import re

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from builders import a_timeline, an_event, crowd
from canvas.conftest import MakeCanvas
from canvas.hand import Canvas
from timeglass.events.event import Event
from timeglass.layout.scene import Cluster


def plain(words: str) -> list[str]:
    """Lines of rich text without its marks."""
    return [re.sub(r"<[^>]+>", "", line) for line in re.split(r"<br>|</p>", words) if line]


def biggest(canvas: Canvas) -> Cluster:
    return max((one for one in canvas.scene.clusters if one.row < 0), key=lambda one: one.count)


def words_under(canvas: Canvas, point: tuple[float, float]) -> list[str]:
    return plain(canvas.view.words_at(QPoint(round(point[0]), round(point[1]))))


def test_the_event_under_the_pointer_stands_out(towns: Canvas) -> None:
    before = towns.picture()
    x, y = towns.point(3)
    towns.hand.move(x, y)
    hovered = towns.picture()
    assert hovered != before
    assert towns.view.viewport().cursor().shape() == Qt.CursorShape.PointingHandCursor
    towns.hand.move(x + 2.0, y)
    assert towns.picture() == hovered
    towns.hand.move(*towns.empty_point())
    assert towns.picture() == before
    assert towns.view.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_nothing_stands_out_when_the_pointer_leaves(towns: Canvas) -> None:
    before = towns.picture()
    towns.hand.move(*towns.point(3))
    QApplication.sendEvent(towns.view, QEvent(QEvent.Type.Leave))
    assert towns.picture() == before
    QApplication.sendEvent(towns.view, QEvent(QEvent.Type.Leave))
    assert towns.picture() == before


def test_the_ruler_shows_that_a_range_can_be_drawn_out(towns: Canvas) -> None:
    towns.hand.move(500.0, towns.ruler_y())
    assert towns.view.viewport().cursor().shape() == Qt.CursorShape.IBeamCursor


def test_an_event_tells_its_date_and_title(canvas: MakeCanvas) -> None:
    view = canvas(a_timeline("1997-07-09 - Commission founded", "1998 - Other"))
    assert words_under(view, view.point(0)) == ["9 July 1997 Commission founded"]


def test_a_cluster_lists_a_dozen_and_counts_the_rest(crowded: Canvas) -> None:
    cluster = biggest(crowded)
    assert cluster.count > 12
    lines = words_under(crowded, crowded.middle(cluster))
    assert len(lines) == 13
    assert lines[-1] == f"and {cluster.count - 12} more"
    titles = [crowded.model.title(event) for event in crowded.navigator.timeline.events]
    assert all(any(line.endswith(title) for title in titles) for line in lines[:-1])


def test_a_cluster_lists_the_most_important_in_order_of_time(canvas: MakeCanvas) -> None:
    events = [f"1997-05-{1 + number % 28:02} -!{1 + number % 4} Event {number}" for number in range(60)]
    view = canvas(a_timeline("1900 - First", *events, "2005 - Last"))
    cluster = biggest(view)
    lines = words_under(view, view.middle(cluster))
    rows = view.view.cluster_rows(cluster)
    importance = view.navigator.timeline.columns.importance
    chosen = sorted(rows, key=lambda row: (-importance[row], row))[:12]
    assert [line.rpartition(" Event ")[2] for line in lines[:-1]] == [
        view.navigator.timeline.events[row].id.split()[1] for row in sorted(chosen)
    ]


def test_a_small_cluster_lists_all(crowded: Canvas) -> None:
    cluster = next(one for one in crowded.scene.clusters if one.row < 0 and one.count <= 12)
    lines = words_under(crowded, crowded.middle(cluster))
    assert len(lines) == cluster.count
    assert not any(line.startswith("and ") for line in lines)


def test_thousands_are_grouped(canvas: MakeCanvas) -> None:
    view = canvas(crowd(9000, seed=5, lanes=1, ranges=0.0, years=300.0), (320, 200))
    cluster = biggest(view)
    assert cluster.count > 1012
    assert words_under(view, view.middle(cluster))[-1] == f"and {cluster.count - 12:,} more"


def test_an_era_tells_its_title_date_and_summary(canvas: MakeCanvas) -> None:
    view = canvas(a_timeline("1990 - First", "2010 - Last", eras=["1994/1999 - Some years"]))
    band = view.scene.eras[0]
    at = ((band.x0_px + band.x1_px) / 2 + view.scene.gutter_px, band.y_px + 5.0)
    lines = words_under(view, at)
    assert lines[0] == "Some years"
    assert "1994" in lines[1]
    assert "1999" in lines[1]


def test_titles_are_never_markup(canvas: MakeCanvas) -> None:
    title = "<img src=x> & <b>bold</b>"
    event = Event(id="x", date=an_event("1997 - x").date, title=title)
    view = canvas(a_timeline(event, "2005 - Last"))
    words = view.view.words_at(QPoint(*map(round, view.point(0))))
    assert "<img" not in words
    assert "&lt;img src=x&gt; &amp; &lt;b&gt;bold" in words


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_the_tooltip_shows_the_words(towns: Canvas, qtbot: QtBot) -> None:
    def ask(x: float, y: float) -> None:
        at = QPoint(round(x), round(y))
        viewport = towns.view.viewport()
        QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))

    ask(*towns.point(3))
    assert "Event 3" in QToolTip.text()
    ask(*towns.empty_point())
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


@pytest.mark.parametrize("language", ["en", "uk"])
def test_words_are_in_the_language_shown(towns: Canvas, language: str) -> None:
    towns.navigator.set_language(language)
    line = words_under(towns, towns.point(2))[0]
    assert line.endswith({"en": "The great meeting", "uk": "Велика зустріч"}[language])
