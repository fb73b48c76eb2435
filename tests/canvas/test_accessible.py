"""What assistive technology is told of the timeline."""

import gc
from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from builders import a_timeline, crowd
from canvas.conftest import MakeCanvas
from canvas.hand import CTRL, Canvas
from timeglass.chrono.instant import instant
from timeglass.events.timeline import Head, make_timeline
from timeglass.layout.viewport import Viewport
from timeglass.widgets.canvas import accessible
from timeglass.widgets.canvas.accessible import ShownItem, TimelineList
from timeglass.widgets.canvas.announcing import Announcer
from timelines import little

Flag = QItemSelectionModel.SelectionFlag
Event = QAccessible.Event
Text = QAccessible.Text


@pytest.fixture
def listening(qapp: QApplication) -> Iterator[None]:
    """As if a screen reader ran."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def told(canvas: Canvas) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(canvas.view)


def children(canvas: Canvas) -> list[QAccessibleInterface]:
    interface = told(canvas)
    return [interface.child(place) for place in range(interface.childCount())]


def by_name(canvas: Canvas, ending: str) -> QAccessibleInterface:
    return next(child for child in children(canvas) if child.text(Text.Name).endswith(ending))


class Ear:
    """Hears what a view sends."""

    def __init__(self, canvas: Canvas) -> None:
        self.heard: list[tuple[Event, str]] = []
        announcer = canvas.view.findChild(Announcer)
        assert isinstance(announcer, Announcer)
        announcer._send = self._hear

    def _hear(self, event: QAccessibleEvent) -> None:
        words = event.message() if event.type() == Event.Announcement else ""  # type: ignore[attr-defined]
        name = event.accessibleInterface().text(Text.Name)
        self.heard.append((event.type(), words or name))

    def of(self, kind: Event) -> list[str]:
        return [words for heard, words in self.heard if heard == kind]


def test_the_timeline_is_a_list_that_says_what_it_shows(towns: Canvas) -> None:
    interface = told(towns)
    assert isinstance(interface, TimelineList)
    assert interface.isValid()
    assert interface.role() == QAccessible.Role.List
    assert interface.text(Text.Name) == "Timeline"
    assert interface.text(Text.Value) == "1989 – 2001"
    assert interface.object() is towns.view
    towns.navigator.set_viewport(towns.navigator.viewport.zoomed(4.0))
    assert interface.text(Text.Value) != "1989 – 2001"


def test_every_shown_event_is_a_child_with_date_and_title(towns: Canvas) -> None:
    names = {child.text(Text.Name) for child in children(towns)}
    assert "2 March 1991: Event 0" not in names  # it began on the first
    assert {"1 March 1991: Event 0", "2 September 1991: Event 1", "3 March 1992: The great meeting"} <= names
    assert len(names) == 12
    assert {child.text(Text.Description) for child in children(towns)} == {"Talks", "Deeds"}
    assert all(child.role() == QAccessible.Role.ListItem for child in children(towns))
    assert [child.text(Text.Help) for child in children(towns)] == [""] * 12


def test_children_come_in_order_of_time(crowded: Canvas) -> None:
    lefts = [child.rect().left() for child in children(crowded)]
    assert all(later >= earlier - 12 for earlier, later in pairwise(lefts))


def test_only_what_is_in_sight_is_told(canvas: MakeCanvas) -> None:
    view = canvas(crowd(20_000, seed=1))
    assert 0 < told(view).childCount() < 600
    area = QRect(view.view.mapToGlobal(QPoint()), view.view.size())
    assert all(area.contains(child.rect()) for child in children(view))


def test_rectangles_are_where_things_are_drawn(towns: Canvas) -> None:
    for row in (2, 5, 9):
        child = by_name(towns, towns.model.title(towns.navigator.timeline.events[row]))
        x, y = towns.point(row)
        assert child.rect().contains(towns.view.viewport().mapToGlobal(QPoint(round(x), round(y))))
        assert child.rect().size() == towns.view.visualRect(towns.model.index(row, 0)).size()


def test_clusters_tell_how_many_events_they_fold(crowded: Canvas) -> None:
    cluster = max((one for one in crowded.scene.clusters if one.row < 0), key=lambda one: one.count)
    at = crowded.view.viewport().mapToGlobal(QPoint(*map(round, crowded.middle(cluster))))
    child = told(crowded).childAt(at.x(), at.y())
    name = child.text(Text.Name)
    assert name.startswith(f"{cluster.count} events, from ")
    assert " to " in name
    described = child.text(Text.Description)
    rows = crowded.view.cluster_rows(cluster)
    assert described.startswith(f"Lane {crowded.scene.lanes[cluster.lane].lane}: ")
    listed = [crowded.navigator.timeline.events[row].title for row in sorted(rows[:12])]
    assert described.endswith(", ".join([*listed, f"and {len(rows) - 12} more"] if len(rows) > 12 else listed))
    assert child.rect().contains(at)
    state = child.state()
    assert (state.expandable, state.collapsed, state.selectable) == (1, 1, 0)
    assert child.text(Text.Name) in [other.text(Text.Name) for other in children(crowded)]


def test_a_cluster_of_one_day_names_it_once(canvas: MakeCanvas) -> None:
    many = [f"1997-05-27 - Event {number}" for number in range(30)]
    view = canvas(a_timeline("1990 - First", *many, "2005 - Last"))
    assert any(child.text(Text.Name).endswith(" events, 27 May 1997") for child in children(view))


def test_eras_are_told_before_the_events(canvas: MakeCanvas) -> None:
    view = canvas(a_timeline("1990 - First", "2005 - Last", eras=["1980/1999 a Thaw", "1960/1961 a Long ago"]))
    view.navigator.set_viewport(Viewport.of(instant(1975), 0.0, 1e9))
    first, *others = children(view)
    assert first.role() == QAccessible.Role.StaticText
    assert first.text(Text.Name) == "Thaw, 1980 – 1999"
    assert first.text(Text.Description) == ""
    state = first.state()
    assert (state.readOnly, state.selectable, state.focusable, state.offscreen) == (1, 0, 0, 0)
    middle = first.rect().center()
    assert told(view).childAt(middle.x(), middle.y()) is first
    assert not any("Long ago" in other.text(Text.Name) for other in others)
    view.navigator.set_viewport(view.navigator.viewport.panned(30.0))
    assert first.rect().isEmpty()
    assert first.state().offscreen


def test_the_same_thing_is_always_the_same_child(towns: Canvas) -> None:
    before = by_name(towns, "Event 5")
    towns.navigator.set_viewport(towns.navigator.viewport.panned(0.05))
    assert by_name(towns, "Event 5") is before
    assert told(towns).indexOfChild(before) == children(towns).index(before)


def test_indexes_places_and_points_agree(crowded: Canvas) -> None:
    interface = told(crowded)
    for place, child in enumerate(children(crowded)):
        assert interface.indexOfChild(child) == place
        assert child.parent() is interface
        assert child.isValid()
        middle = child.rect().center()
        hit = interface.childAt(middle.x(), middle.y())
        assert hit is child or hit.rect().intersects(child.rect().adjusted(-8, -8, 8, 8))
    assert interface.child(-1) is None
    assert interface.child(100_000) is None
    corner = crowded.view.mapToGlobal(QPoint(2, 300))
    assert interface.childAt(corner.x(), corner.y()) is None
    empty = crowded.view.viewport().mapToGlobal(QPoint(*map(round, crowded.empty_point())))
    assert interface.childAt(empty.x(), empty.y()) is None
    assert interface.indexOfChild(interface) == -1


def test_children_have_no_children(towns: Canvas) -> None:
    child = children(towns)[0]
    assert child.childCount() == 0
    assert child.child(0) is None
    assert child.childAt(1, 1) is None
    assert child.indexOfChild(child) == -1
    assert child.object() is None
    assert child.window() is not None
    child.setText(Text.Name, "another")
    assert child.text(Text.Name) != "another"


def test_states_follow_the_selection(towns: Canvas) -> None:
    child = by_name(towns, "Event 5")
    assert child.state().selectable
    assert not child.state().selected
    towns.hand.click(*towns.point(5))
    assert child.state().selected
    towns.view.clearSelection()
    assert not child.state().selected


def test_the_current_event_has_the_focus(towns: Canvas) -> None:
    assert told(towns).focusChild() is None
    towns.selection.setCurrentIndex(towns.model.index(5, 0), Flag.NoUpdate)
    towns.view.activateWindow()
    towns.view.setFocus()
    QApplication.processEvents()
    child = told(towns).focusChild()
    assert child is by_name(towns, "Event 5")
    assert child.state().focused
    assert not by_name(towns, "Event 6").state().focused
    towns.view.clearFocus()
    assert not child.state().focused


def test_a_folded_current_event_gives_the_focus_to_its_cluster(crowded: Canvas) -> None:
    cluster = next(one for one in crowded.scene.clusters if one.row < 0 and one.x0_px > 0)
    row = crowded.view.cluster_rows(cluster)[0]
    crowded.selection.setCurrentIndex(crowded.model.index(row, 0), Flag.NoUpdate)
    child = told(crowded).focusChild()
    assert child.text(Text.Name).startswith(f"{cluster.count} events")


def test_what_left_the_view_says_so(towns: Canvas) -> None:
    child = by_name(towns, "Event 5")
    towns.navigator.set_viewport(towns.navigator.viewport.panned(3.0))
    assert child.state().offscreen
    assert child.rect().isEmpty()
    assert child.text(Text.Name).endswith("Event 5")
    assert told(towns).indexOfChild(child) == -1


def test_a_cluster_that_opened_is_gone_but_no_trouble(crowded: Canvas) -> None:
    child = next(child for child in children(crowded) if " events, " in child.text(Text.Name))
    crowded.navigator.set_viewport(crowded.navigator.viewport.zoomed(30.0, 0.9))
    assert child.text(Text.Name) == ""
    assert child.rect().isEmpty()
    assert child.state().offscreen


def test_rows_that_another_file_does_not_have_are_void(towns: Canvas) -> None:
    child = by_name(towns, "Event 11")
    other = little(3)
    towns.model.set_timeline(other)
    towns.navigator.set_timeline(other)
    assert not child.isValid()
    assert child.state().invalid
    assert child.text(Text.Name) == ""
    assert child.rect().isEmpty()
    assert told(towns).childCount() == 3


@pytest.mark.parametrize("words", [[], ["1997 - The only one"]])
def test_small_timelines(canvas: MakeCanvas, words: list[str]) -> None:
    view = canvas(a_timeline(*words) if words else make_timeline(Head(), []))
    assert told(view).childCount() == len(words)
    assert told(view).focusChild() is None


@pytest.mark.usefixtures("listening")
def test_a_zoom_is_announced_once_it_is_over(towns: Canvas, qtbot: QtBot) -> None:
    ear = Ear(towns)
    for _ in range(5):
        towns.hand.wheel(500.0, 300.0, angle=(0, 120), modifiers=CTRL)
        qtbot.wait(10)
    assert ear.of(Event.Announcement) == []
    qtbot.waitUntil(lambda: bool(ear.of(Event.Announcement)))
    assert ear.of(Event.Announcement) == ["Showing " + told(towns).text(Text.Value)]
    assert len(ear.of(Event.ObjectReorder)) == 1


@pytest.mark.usefixtures("listening")
def test_a_pan_is_no_announcement_but_other_children(towns: Canvas, qtbot: QtBot) -> None:
    ear = Ear(towns)
    towns.hand.wheel(500.0, 300.0, pixels=(60, 0))
    qtbot.waitUntil(lambda: bool(ear.of(Event.ObjectReorder)))
    assert ear.of(Event.Announcement) == []


@pytest.mark.usefixtures("listening")
def test_walking_is_told(towns: Canvas) -> None:
    towns.view.activateWindow()
    towns.view.setFocus()
    QApplication.processEvents()
    ear = Ear(towns)
    towns.hand.click(*towns.point(5))
    towns.key(Qt.Key.Key_Right)
    assert [words.rpartition(": ")[2] for words in ear.of(Event.Focus)] == ["Event 5", "Event 6"]
    assert ear.of(Event.SelectionWithin) != []
    towns.view.clearFocus()
    towns.key(Qt.Key.Key_Right)
    assert len(ear.of(Event.Focus)) == 2


def test_nothing_is_sent_while_nobody_listens(towns: Canvas, qtbot: QtBot) -> None:
    assert not QAccessible.isActive()
    ear = Ear(towns)
    towns.hand.wheel(500.0, 300.0, angle=(0, 120), modifiers=CTRL)
    towns.hand.click(*towns.point(5))
    qtbot.wait(450)
    assert ear.heard == []


@pytest.mark.usefixtures("listening")
def test_qt_takes_what_is_sent(towns: Canvas, qtbot: QtBot) -> None:
    """The real road, into Qt."""
    told(towns)
    towns.hand.wheel(500.0, 300.0, angle=(0, 120), modifiers=CTRL)
    for _ in range(3):
        towns.key(Qt.Key.Key_Right)
    qtbot.wait(450)
    assert QAccessible.uniqueId(children(towns)[0]) != QAccessible.uniqueId(children(towns)[1])


@pytest.mark.usefixtures("listening")
def test_interfaces_and_views_may_go_in_any_order(canvas: MakeCanvas) -> None:
    kept: list[QAccessibleInterface] = []
    for round_ in range(6):
        view = canvas(crowd(150, seed=round_))
        kept += [told(view), *children(view)[:5]]
        for child in children(view):
            QAccessible.uniqueId(child)
        view.view.close()
        view.view.deleteLater()
        if round_ % 2:
            kept.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()
        for one in kept:
            if isinstance(one, ShownItem):
                assert not one.isValid()
                assert one.text(Text.Name) == ""
    kept.clear()


def test_what_was_seen_long_ago_is_let_go(crowded: Canvas, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accessible, "_KEPT", 50)
    interface = told(crowded)
    assert isinstance(interface, TimelineList)
    home = crowded.navigator.viewport
    crowded.selection.setCurrentIndex(crowded.model.index(200, 0), Flag.NoUpdate)
    for step in range(12):
        crowded.navigator.set_viewport(home.zoomed(1.5**step, 0.1 * (step % 10)))
        for child in children(crowded):
            assert child.text(Text.Name)
    assert len(interface._items) <= 50 + interface.childCount()
    assert (-1, 200, 0) in interface._items or interface.current_key() not in interface._items


def test_other_widgets_keep_their_own(qtbot: QtBot, towns: Canvas) -> None:
    other = QListView()
    qtbot.addWidget(other)
    assert not isinstance(QAccessible.queryAccessibleInterface(other), TimelineList)
    assert isinstance(told(towns), TimelineList)


def test_hidden_events_are_not_told(towns: Canvas) -> None:
    towns.navigator.set_hits(np.array([2, 7], np.int32))
    assert told(towns).childCount() == 12
    towns.navigator.set_hide_others(True)
    assert [child.text(Text.Name).rpartition(": ")[2] for child in children(towns)] == ["The great meeting", "Event 7"]
