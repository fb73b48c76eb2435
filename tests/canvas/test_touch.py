"""Fingers on a touch screen."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QInputDevice, QPointingDevice, QTouchEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from builders import a_series, a_timeline
from canvas.conftest import MakeCanvas
from canvas.hand import Canvas

_SCREEN: list[QPointingDevice] = []


def screen() -> QPointingDevice:
    if not _SCREEN:
        _SCREEN.append(QTest.createTouchDevice())
    return _SCREEN[0]


class Fingers:
    """Touches a view as a touch screen does; places are points of the view."""

    def __init__(self, canvas: Canvas, device: QPointingDevice | None = None) -> None:
        self.area = canvas.view.viewport()
        self.device = device or screen()
        self.at: dict[int, QPointF] = {}

    def move(self, **fingers: tuple[float, float]) -> None:
        """``move(f0=(x, y), f1=(x, y))``."""
        event = QTest.touchEvent(self.area, self.device, False)
        for name, (x, y) in fingers.items():
            event.move(int(name[1:]), self._far(int(name[1:]), x, y), self.area)
        event.commit()
        QApplication.processEvents()

    def up(self, finger: int) -> None:
        event = QTest.touchEvent(self.area, self.device, False)
        for other in self.at:
            if other != finger:
                event.move(other, self.at[other].toPoint(), self.area)  # stationary() puts it into the corner
        at = self.at.pop(finger)
        event.release(finger, at.toPoint(), self.area)
        event.commit()
        QApplication.processEvents()

    def press(self, finger: int, x: float, y: float) -> None:
        event = QTest.touchEvent(self.area, self.device, False)
        for other in self.at:
            event.move(other, self.at[other].toPoint(), self.area)  # stationary() puts it into the corner
        event.press(finger, self._far(finger, x, y), self.area)
        event.commit()
        QApplication.processEvents()

    def tap(self, x: float, y: float) -> None:
        self.press(0, x, y)
        self.up(0)

    def _far(self, finger: int, x: float, y: float) -> QPoint:
        self.at[finger] = QPointF(x, y)
        return QPoint(round(x), round(y))


def test_a_finger_pans_what_is_under_it(towns: Canvas) -> None:
    fingers = Fingers(towns)
    at = towns.time_at(600.0)
    fingers.press(0, 600.0, 300.0)
    fingers.move(f0=(605.0, 300.0))
    assert towns.time_at(600.0) == pytest.approx(at)
    for x in (590.0, 500.0, 400.0):
        fingers.move(f0=(x, 300.0))
        if x < 590.0:
            assert towns.time_at(x) == pytest.approx(at, abs=towns.scene.scale.seconds_per_px)
    QTest.qWait(100)
    fingers.up(0)
    assert towns.selected == []
    assert towns.time_at(400.0) == pytest.approx(at, abs=towns.scene.scale.seconds_per_px)


@pytest.mark.usefixtures("moving")
def test_a_finger_throws_and_stops(towns: Canvas, qtbot: QtBot) -> None:
    fingers = Fingers(towns)
    fingers.press(0, 700.0, 300.0)
    for x in range(690, 300, -30):
        fingers.move(f0=(float(x), 300.0))
        QTest.qWait(8)
    fingers.up(0)
    thrown = towns.navigator.viewport
    qtbot.waitUntil(lambda: towns.navigator.viewport.start > thrown.start)
    fingers.press(0, 500.0, 300.0)
    stopped = towns.navigator.viewport
    QTest.qWait(60)
    assert towns.navigator.viewport == stopped
    fingers.up(0)


def test_a_finger_scrolls_lanes_that_overflow(overflowing: Canvas) -> None:
    fingers = Fingers(overflowing)
    fingers.press(0, 600.0, 250.0)
    fingers.move(f0=(600.0, 220.0))
    fingers.move(f0=(600.0, 150.0))
    assert overflowing.scene.scroll_px == pytest.approx(100.0)
    fingers.up(0)


@given(st.floats(0.4, 2.5), st.floats(-120.0, 120.0))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_fingers_zoom_about_their_middle(towns: Canvas, factor: float, way: float) -> None:
    fingers = Fingers(towns)
    before = towns.navigator.viewport
    middle, half = towns.time_at(500.0), 100.0
    fingers.press(0, 400.0, 300.0)
    fingers.press(1, 600.0, 300.0)
    for step in range(1, 5):
        share = step / 4
        wide, at = half * (1.0 + (factor - 1.0) * share), 500.0 + way * share
        fingers.move(f0=(at - wide, 300.0), f1=(at + wide, 300.0))
    after = towns.navigator.viewport
    assert after.length == pytest.approx(before.length / factor, rel=0.02)
    assert towns.time_at(500.0 + way) == pytest.approx(middle, abs=3.0 * towns.scene.scale.seconds_per_px)
    fingers.up(0)
    lone = towns.time_at(fingers.at[1].x())
    fingers.move(f1=(fingers.at[1].x() + 40.0, 300.0))
    assert towns.time_at(fingers.at[1].x()) == pytest.approx(lone, abs=2.0 * towns.scene.scale.seconds_per_px)
    fingers.up(1)
    assert towns.selected == []
    towns.navigator.set_viewport(before)


def test_a_pinch_can_be_taken_back(towns: Canvas) -> None:
    before, fingers = towns.navigator.viewport, Fingers(towns)
    fingers.press(0, 400.0, 300.0)
    fingers.press(1, 600.0, 300.0)
    fingers.move(f0=(300.0, 300.0), f1=(700.0, 300.0))
    fingers.up(1)
    fingers.up(0)
    assert towns.navigator.viewport != before
    towns.navigator.back()
    assert towns.navigator.viewport == before


def test_fingers_close_together_do_not_tear_the_scale(towns: Canvas) -> None:
    before, fingers = towns.navigator.viewport.length, Fingers(towns)
    fingers.press(0, 500.0, 300.0)
    fingers.press(1, 500.0, 300.0)
    fingers.move(f0=(499.0, 300.0), f1=(501.0, 300.0))
    assert towns.navigator.viewport.length == before
    fingers.up(0)
    fingers.up(1)


def test_a_tap_selects_and_an_empty_one_clears(towns: Canvas) -> None:
    fingers = Fingers(towns)
    fingers.tap(*towns.point(3))
    assert towns.selected == [3]
    assert towns.view.hasFocus()
    QTest.qWait(QApplication.styleHints().mouseDoubleClickInterval() + 20)
    fingers.tap(*towns.empty_point())
    assert towns.selected == []


def test_a_double_tap_opens(towns: Canvas) -> None:
    fingers, point = Fingers(towns), towns.point(3)
    before = towns.navigator.viewport
    fingers.tap(*point)
    fingers.tap(*point)
    assert towns.navigator.viewport.length < before.length / 10
    assert towns.selected == [3]
    between = towns.navigator.viewport
    fingers.tap(*towns.empty_point())  # a third one soon after is a tap of its own
    assert towns.navigator.viewport == between


def test_taps_far_apart_or_late_open_nothing(towns: Canvas) -> None:
    fingers, before = Fingers(towns), towns.navigator.viewport
    fingers.tap(*towns.point(3))
    fingers.tap(*towns.point(9))
    assert towns.selected == [9]
    QTest.qWait(QApplication.styleHints().mouseDoubleClickInterval() + 20)
    fingers.tap(*towns.point(9))
    assert towns.navigator.viewport == before


def test_a_long_press_tells_what_is_there(towns: Canvas, qtbot: QtBot) -> None:
    fingers = Fingers(towns)
    fingers.press(0, *towns.point(3))
    qtbot.waitUntil(lambda: bool(QToolTip.text()))
    assert "Event" in QToolTip.text() or QToolTip.text()
    fingers.up(0)
    assert towns.selected == []
    QToolTip.hideText()


def test_a_long_press_where_nothing_is_opens_the_menu_of_the_lane(towns: Canvas, qtbot: QtBot) -> None:
    fingers = Fingers(towns)
    fingers.press(0, *towns.empty_point())
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    fingers.up(0)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()
    assert towns.selected == []


def test_a_finger_that_moves_asks_nothing(towns: Canvas) -> None:
    fingers = Fingers(towns)
    fingers.press(0, *towns.point(3))
    fingers.move(f0=(700.0, 300.0))
    QTest.qWait(QApplication.styleHints().mousePressAndHoldInterval() + 50)
    assert not QToolTip.text()
    fingers.up(0)


def test_a_tap_tells_the_values_of_a_chart(canvas: MakeCanvas) -> None:
    view = canvas(a_timeline("1991 - One", "1999 - Two", series=[a_series("Polls", "1995 30")]))
    (chart,) = view.scene.charts
    point = chart.lines[0].runs[0][0]
    Fingers(view).tap(point.x_px + view.scene.gutter_px, point.y_px)
    assert "30%" in QToolTip.text()
    QToolTip.hideText()


def test_what_the_system_takes_away_does_nothing(towns: Canvas) -> None:
    fingers = Fingers(towns)
    x, y = towns.point(3)
    fingers.press(0, x, y)
    QApplication.sendEvent(towns.view.viewport(), QTouchEvent(QEvent.Type.TouchCancel, screen()))
    QTest.qWait(QApplication.styleHints().mousePressAndHoldInterval() + 50)
    assert not QToolTip.text()
    assert towns.selected == []
    fingers.up(0)
    assert towns.selected == []


def test_a_touchpad_is_no_touch_screen(towns: Canvas) -> None:
    pad = QTest.createTouchDevice(QInputDevice.DeviceType.TouchPad)
    before, fingers = towns.navigator.viewport, Fingers(towns, pad)
    fingers.press(0, 600.0, 300.0)
    fingers.press(1, 700.0, 300.0)
    fingers.move(f0=(300.0, 300.0), f1=(900.0, 300.0))
    fingers.up(0)
    fingers.up(1)
    assert towns.navigator.viewport == before
