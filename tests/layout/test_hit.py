"""What is drawn is what is hit."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builders import a_builder, a_timeline
from timeglass.chrono.instant import instant
from timeglass.layout import hit
from timeglass.layout.slots import MARK_PX
from timeglass.layout.viewport import Viewport
from views import Look, looks


@settings(deadline=None)
@given(looks(scrolled=True))
def test_every_box_is_hit_at_its_middle(look: Look) -> None:
    scene = look.scene()
    for box in scene.boxes:
        y = box.y_px + box.height_px / 2.0
        left, right = hit.ink_of(box)
        found = hit.box_at(scene, (left + right) / 2.0, y)
        assert found is box if hit.in_body(scene, y) else found is None


@settings(deadline=None)
@given(looks(scrolled=True))
def test_every_mark_and_label_is_hit(look: Look) -> None:
    """Also at its ends."""
    scene = look.scene()
    for box in scene.boxes:
        y = box.y_px + box.height_px / 2.0
        spots = [box.x0_px, box.x0_px + (0.0 if box.is_bar else MARK_PX - 1.0)]
        if box.label:
            spots += [box.label_x_px + 1.0, box.label_x_px + box.label_width_px - 1.0]
        for x in spots:
            assert hit.box_at(scene, x, y) is (box if hit.in_body(scene, y) else None)


@settings(deadline=None)
@given(looks(scrolled=True))
def test_every_cluster_is_hit_at_its_middle(look: Look) -> None:
    scene = look.scene()
    for cluster in scene.clusters:
        y = cluster.y_px + cluster.height_px / 2.0
        found = hit.cluster_at(scene, (cluster.x0_px + cluster.x1_px) / 2.0, y)
        if not hit.in_body(scene, y):
            assert found is None
            continue
        assert found is not None
        same_place = found.row >= 0 and cluster.row >= 0 and abs(found.x0_px - cluster.x0_px) < 1e-6
        assert found is cluster or same_place


@settings(deadline=None)
@given(looks(), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_what_is_hit_is_under_the_point(look: Look, across: float, down: float) -> None:
    scene = look.scene()
    x, y = across * scene.width_px, down * scene.height_px
    box, cluster, era = hit.box_at(scene, x, y), hit.cluster_at(scene, x, y), hit.era_at(scene, x, y)
    assert not (box and cluster)
    if box:
        left, right = hit.ink_of(box)
        assert left - 4.0 <= x <= right + 4.0
        assert box.y_px <= y < box.y_px + box.height_px
    if cluster:
        assert cluster.x0_px - 4.0 <= x <= cluster.x1_px + 4.0
    assert era is None


@settings(deadline=None)
@given(looks(), st.data())
def test_a_rectangle_finds_what_it_touches(look: Look, data: st.DataObject) -> None:
    scene = look.scene()
    assume(scene.boxes)
    box = data.draw(st.sampled_from(scene.boxes))
    left, right = hit.ink_of(box)
    x, y = (left + right) / 2.0, box.y_px + box.height_px / 2.0
    assert hit.rows_in(scene, x, y, x, y) == [box.row]
    everything = hit.rows_in(scene, -1e8, -1e8, 1e8, 1e8)
    lone = [cluster.row for cluster in scene.clusters if cluster.row >= 0]
    assert everything == sorted([*(box.row for box in scene.boxes), *lone])
    assert hit.rows_in(scene, 0.0, -20.0, scene.width_px, -10.0) == []


@settings(deadline=None)
@given(looks())
def test_every_folded_event_has_its_cluster(look: Look) -> None:
    scene, index = look.scene(), look.builder.index
    assert hit.cluster_of(scene, index, -1) == -1
    boxed = {box.row for box in scene.boxes}
    for row in range(len(look.timeline)):
        place = hit.cluster_of(scene, index, row)
        if row in boxed:
            assert place == -1
        elif place >= 0 and 0.0 <= scene.scale.x(index.anchor(row)) <= scene.width_px:
            cluster = scene.clusters[place]
            assert cluster.first <= index.anchor(row) < cluster.last
            assert cluster.row in (-1, row)


def test_eras_are_hit_in_their_rows() -> None:
    builder = a_builder(a_timeline("1995 - X", eras=["1990/1999 a First", "2000/2009 a Second", "1990 b Other"]))
    start, end = instant(1985), instant(2015)
    scene = builder.build(Viewport.of(start, 0.0, float(end - start)), 1000.0, 500.0)
    for band in scene.eras:
        x, y = (max(band.x0_px, 0.0) + min(band.x1_px, scene.width_px)) / 2.0, band.y_px + band.height_px / 2.0
        assert hit.era_at(scene, x, y) is band
    assert hit.era_at(scene, 1.0, scene.eras[0].y_px + 1.0) is None
    assert hit.era_at(scene, 500.0, scene.header_px + 1.0) is None
