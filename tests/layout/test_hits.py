"""Search hits in clusters."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from timeglass.layout.hits import HitCounts
from views import Look, looks


@settings(deadline=None)
@given(looks(), st.integers(0, 999), st.sampled_from([0.0, 0.1, 0.7, 1.0]))
def test_clusters_in_view_count_their_hits(look: Look, seed: int, share: float) -> None:
    count = len(look.timeline)
    hits = np.flatnonzero(np.random.default_rng(seed).random(count) < share).astype(np.int32)
    scene, index = look.scene(), look.builder.index
    counts = HitCounts(index, hits).counts(scene)
    assert len(counts) == len(scene.clusters)
    boxed = {box.row for box in scene.boxes}
    for cluster, found in zip(scene.clusters, counts, strict=True):
        assert 0 <= found <= cluster.count
        if cluster.first > look.viewport.start and cluster.last < look.viewport.end:
            inside = index.rows_between(cluster.lane, cluster.first, cluster.last)
            assert found == len((set(inside) - boxed) & set(hits.tolist()))
