import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from timeglass.chrono.bounds import Span
from timeglass.chrono.instant import instant
from timeglass.layout.viewport import Viewport
from timeglass.model.navigator import Navigator
from timelines import little


@pytest.fixture
def navigator(qtbot: QtBot) -> Navigator:
    return Navigator(little())


def _years(first: int, last: int) -> Viewport:
    return Viewport.over(Span(instant(first), instant(last)))


def test_opens_on_the_range_of_the_file(navigator: Navigator) -> None:
    span = navigator.viewport.span
    assert span.start <= instant(1990)
    assert span.end >= instant(2001)
    assert span.length < 1.05 * (instant(2001) - instant(1990))


def test_a_setter_stores_and_tells_once(navigator: Navigator, qtbot: QtBot) -> None:
    seen = []
    navigator.viewport_changed.connect(lambda: seen.append(navigator.viewport))
    there = _years(1992, 1994)
    navigator.set_viewport(there)
    navigator.set_viewport(there)
    assert seen == [there]


def test_history_goes_back_and_on(navigator: Navigator) -> None:
    home, there, far = navigator.viewport, _years(1992, 1994), _years(1993, 1994)
    navigator.jump(there)
    navigator.jump(far)
    navigator.back()
    assert navigator.viewport == there
    navigator.back()
    assert navigator.viewport == home
    assert not navigator.can_go_back
    navigator.back()
    assert navigator.viewport == home
    navigator.forward()
    navigator.forward()
    assert navigator.viewport == far
    assert not navigator.can_go_forward


def test_a_new_jump_forgets_the_way_on(navigator: Navigator) -> None:
    navigator.jump(_years(1992, 1994))
    navigator.back()
    navigator.jump(_years(1995, 1996))
    assert not navigator.can_go_forward


def test_hits_come_with_a_mask(navigator: Navigator, qtbot: QtBot) -> None:
    assert navigator.hit_mask is None
    with qtbot.waitSignal(navigator.hits_changed):
        navigator.set_hits(np.array([1, 3], np.int32))
    assert navigator.hit_mask is not None
    assert np.flatnonzero(navigator.hit_mask).tolist() == [1, 3]
    with qtbot.assertNotEmitted(navigator.hits_changed):
        navigator.set_hits(np.array([1, 3], np.int32))
    navigator.set_hits(None)
    assert navigator.hit_mask is None


def test_another_timeline_brings_its_own_state(navigator: Navigator, qtbot: QtBot) -> None:
    navigator.set_hits(np.array([1], np.int32))
    navigator.jump(_years(1992, 1994))
    navigator.set_grouping("actor")
    with qtbot.waitSignals([navigator.timeline_changed, navigator.viewport_changed, navigator.hits_changed]):
        navigator.set_timeline(little(4))
    assert navigator.hits is None
    assert navigator.grouping == "category"
    assert not navigator.can_go_back


def test_groupings_are_a_closed_list(navigator: Navigator) -> None:
    with pytest.raises(ValueError, match="colour"):
        navigator.set_grouping("colour")
