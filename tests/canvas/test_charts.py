"""Charts of series in the view: words under the pointer, paging, what assistive technology is told."""

import re

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QToolTip

from builders import a_series, a_timeline
from canvas.conftest import MakeCanvas
from canvas.hand import Canvas
from timeglass.chrono.edtf import parse
from timeglass.events.event import Point, Series
from timeglass.layout.scene import Chart

Text = QAccessible.Text
SPARSE = (
    a_series("Gallup: for", "1992 30 25 35", "1996 50", group="Joining"),
    a_series("Gallup: against", "1992 40", "1996 20", group="Joining"),
)
DAILY = a_series(
    "Daily",
    *(
        f"199{year}-{month:02}-{day:02} {1000 * day}"
        for year in range(8)
        for month in range(1, 13)
        for day in range(1, 29)
    ),
    group="Daily",
    unit="men",
)
NOTED = Series(
    id="n",
    title={"en": "Noted", "uk": "Nota"},
    description="What was asked.",
    group="Noted",
    points=(Point(date=parse("1993-05"), value=1234.5, low=1000.0, note="A <note>", pollster="Someone"),),
)


@pytest.fixture
def charted(canvas: MakeCanvas) -> Canvas:
    """Three charts in a view that is high enough for one."""
    return canvas(a_timeline("1991 - First", "1999 - Last", series=[*SPARSE, DAILY, NOTED], title="T"), (900, 420))


def lines(words: str) -> list[str]:
    return [re.sub(r"<[^>]+>", "", line) for line in re.split(r"<br>|</p>", words) if line]


def chart_of(canvas: Canvas, number: int) -> Chart:
    for _ in range(4):
        (chart,) = canvas.scene.charts
        if chart.number == number:
            return chart
        canvas.view.next_chart()
    raise LookupError(number)


def words_at(canvas: Canvas, x_px: float, y_px: float) -> list[str]:
    return lines(canvas.view.words_at(QPoint(round(x_px + canvas.scene.gutter_px), round(y_px))))


def test_the_pointer_tells_value_range_date_and_the_others_of_that_time(charted: Canvas) -> None:
    chart = chart_of(charted, 1)
    point = chart.lines[0].runs[0][0]
    assert words_at(charted, point.x_px, point.y_px) == ["30% (25 to 35) Gallup: for", "1992", "40% Gallup: against"]


def test_a_value_tells_its_note_and_who_measured_it(charted: Canvas) -> None:
    chart = chart_of(charted, 3)
    point = chart.lines[0].runs[0][0]
    assert words_at(charted, point.x_px, point.y_px) == [
        "1,234.5 (1,000 to 1,234.5) Noted", "May 1993 · Someone", "A &lt;note&gt;"
    ]  # fmt: skip
    charted.navigator.set_language("uk")
    assert words_at(charted, point.x_px, point.y_px)[0] == "1\u202f234,5 (1\u202f000 to 1\u202f234,5) Nota"


def test_folded_values_tell_their_extremes_and_their_number(charted: Canvas) -> None:
    chart = chart_of(charted, 2)
    column = chart.lines[0].columns[30]
    first, second = words_at(charted, column.x0_px, column.top_px)
    assert re.fullmatch(r"[\d,]+\u00a0men to [\d,]+\u00a0men Daily", first)
    assert re.fullmatch(r".+ – .+ · \d+ values", second)


def test_names_tell_the_series_that_they_stand_for(charted: Canvas) -> None:
    chart = chart_of(charted, 1)
    title, what, *_, who = chart.names
    assert words_at(charted, title.x_px + 3, title.y_px + 6) == ["Gallup: for", "Gallup: against"]
    assert words_at(charted, what.x_px + 3, what.y_px + 6) == ["Gallup: for"]
    assert words_at(charted, who.x_px + 3, who.y_px + 6) == ["Gallup: against"]
    chart = chart_of(charted, 3)
    assert words_at(charted, chart.names[0].x_px + 3, chart.names[0].y_px + 6) == ["Noted", "What was asked."]
    assert words_at(charted, 700.0, chart.y_px + 3.0) == []


def test_values_are_told_at_once_and_stand_out(charted: Canvas) -> None:
    before = charted.picture()
    chart = chart_of(charted, 1)
    point = chart.lines[0].runs[0][0]
    charted.hand.move(point.x_px + charted.scene.gutter_px, point.y_px)
    assert "Gallup: for" in QToolTip.text()
    assert charted.picture() != before
    name = chart.names[1]
    charted.hand.move(name.x_px + charted.scene.gutter_px + 3.0, name.y_px + 6.0)
    faded = charted.picture()
    assert faded != before
    charted.hand.move(*charted.empty_point())
    assert charted.picture() == before
    charted.hand.move(point.x_px + charted.scene.gutter_px, point.y_px)
    QApplication.sendEvent(charted.view, QEvent(QEvent.Type.Leave))
    assert charted.picture() == before
    QToolTip.hideText()


def test_a_click_beside_a_chart_shows_the_next_one(charted: Canvas) -> None:
    seen = []
    for _ in range(4):
        (chart,) = charted.scene.charts
        seen.append((chart.number, chart.page))
        charted.hand.click(20.0, chart.y_px + 10.0)
    assert seen == [(1, "1 / 3"), (2, "2 / 3"), (3, "3 / 3"), (1, "1 / 3")]
    view = charted.navigator.viewport
    charted.hand.double_click(500.0, charted.scene.charts[0].bottom_px - 4.0)
    assert charted.navigator.viewport == view


def test_charts_can_be_hidden_and_more_shown_at_once(charted: Canvas) -> None:
    charted.view.show_charts(True, True)
    assert [chart.number for chart in charted.scene.charts] == [1, 2]
    charted.view.show_charts(False, True)
    assert charted.scene.charts == ()
    charted.view.next_chart()
    charted.view.show_charts(True, False)
    assert [chart.number for chart in charted.scene.charts] == [1]


def test_a_chart_is_told_by_name_and_its_values_in_words(charted: Canvas) -> None:
    def told() -> QAccessibleInterface:
        interface = QAccessible.queryAccessibleInterface(charted.view)
        return interface.child(interface.childCount() - 1)

    child = told()
    assert child.role() == QAccessible.Role.Chart
    assert child.text(Text.Name) == "Chart 1 of 3: Joining, %"
    assert child.text(Text.Description) == (
        "Gallup: for: 30% (25 to 35) (1992), 50% (1996); Gallup: against: 40% (1992), 20% (1996)"
    )
    state = child.state()
    assert state.readOnly
    assert not state.selectable
    assert not state.offscreen
    rect = child.rect()
    middle = rect.center()
    interface = QAccessible.queryAccessibleInterface(charted.view)
    assert interface.childAt(middle.x(), middle.y()) is child
    chart_of(charted, 2)
    assert re.fullmatch(r"Daily: [\d,]+ values, 1,000\u00a0men to 28,000\u00a0men", told().text(Text.Description))
    assert child.text(Text.Name) == child.text(Text.Description) == ""
    charted.navigator.set_viewport(charted.navigator.viewport.panned(30.0))
    assert told().text(Text.Description) == "No values in view"


def test_many_values_are_drawn_as_what_they_reach(charted: Canvas) -> None:
    """From the least to the greatest of each month, without a hole."""
    chart = chart_of(charted, 2)
    charted.view.hover(QPointF(1.0, 1.0))
    picture = charted.picture()
    column = chart.lines[0].columns[100]
    x = round(column.x0_px + charted.scene.gutter_px)
    ground = picture.pixelColor(x, round(chart.y_px + 2.0))
    for y in range(round(column.top_px) + 1, int(column.bottom_px) - 1):
        assert picture.pixelColor(x, y) != ground
