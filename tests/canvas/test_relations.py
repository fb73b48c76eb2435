"""Relations of the current event: arcs, and stubs that lead on."""

from canvas.hand import Canvas
from timeglass.chrono.bounds import Span
from timeglass.layout.arcs import Related


def test_relations_of_the_current_event_are_drawn(towns: Canvas) -> None:
    towns.hand.click(*towns.point(3))
    before = towns.view.grab().toImage()
    towns.view.show_relations(lambda row: [Related(7, "leads-to", False)] if row == 3 else [])
    assert towns.view.grab().toImage() != before


def test_a_click_on_a_stub_follows_it(towns: Canvas) -> None:
    index = towns.view.builder().index
    towns.view.show_relations(lambda row: [Related(0, "reverses", True)] if row == 7 else [])
    towns.hand.click(*towns.point(7))
    towns.view.show_span(Span(index.anchor(6), index.anchor(8)))
    scene = towns.scene
    assert all(box.row != 0 for box in scene.boxes)
    towns.hand.click(*towns.point(7))
    middle = next(box.y_px + box.height_px / 2.0 for box in towns.scene.boxes if box.row == 7)
    towns.hand.click(scene.gutter_px + 6.0, middle)
    assert towns.current == 0
    view = towns.navigator.viewport
    assert view.start <= index.anchor(0) < view.end
