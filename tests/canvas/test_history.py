"""Earlier views can be come back to."""

from canvas.hand import SHIFT, Canvas


def test_jumps_can_be_taken_back_one_by_one(towns: Canvas) -> None:
    seen = [towns.navigator.viewport]
    towns.hand.double_click(*towns.point(5))
    seen.append(towns.navigator.viewport)
    towns.hand.drag((300.0, 300.0), (600.0, 300.0), SHIFT)
    seen.append(towns.navigator.viewport)
    towns.view.fit_all()
    seen.append(towns.navigator.viewport)
    assert len(set(seen)) == 3  # the last is the first again
    for viewport in seen[-2::-1]:
        towns.navigator.back()
        assert towns.navigator.viewport == viewport
    assert not towns.navigator.can_go_back
    for viewport in seen[1:]:
        towns.navigator.forward()
        assert towns.navigator.viewport == viewport


def test_a_new_way_ends_the_old_one(towns: Canvas) -> None:
    towns.hand.double_click(*towns.point(5))
    towns.navigator.back()
    assert towns.navigator.can_go_forward
    towns.hand.drag((300.0, 300.0), (600.0, 300.0), SHIFT)
    assert not towns.navigator.can_go_forward


def test_one_drag_is_one_step(towns: Canvas) -> None:
    before = towns.navigator.viewport
    towns.hand.drag((300.0, 300.0), (600.0, 300.0), steps=30)
    towns.navigator.back()
    assert towns.navigator.viewport == before
    assert not towns.navigator.can_go_back
