"""How many search hits each cluster of a scene folds."""

from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from timeglass.layout.lane_index import LaneIndex, anchors_of
from timeglass.layout.scene import Scene


class HitCounts:
    """Hits by lane in order of their anchors; made once a search, asked once a frame."""

    def __init__(self, index: LaneIndex, hits: NDArray[np.int32]) -> None:
        anchors = anchors_of(index.columns)[hits]
        lanes = index.lanes.lane_of_row[hits]
        order = np.lexsort((anchors, lanes))
        edges = np.searchsorted(lanes[order], np.arange(len(index.lanes.lanes) + 1))
        self._anchors = [anchors[order[a:b]] for a, b in pairwise(edges)]
        self._mask = np.zeros(len(index.columns), np.bool_)
        self._mask[hits] = True
        self._index = index

    def counts(self, scene: Scene) -> list[int]:
        """For each of the scene's clusters the number of hits in it."""
        drawn: dict[int, list[int]] = {}
        for row in chain((box.row for box in scene.boxes), scene.aside):
            if self._mask[row]:
                lane = int(self._index.lanes.lane_of_row[row])
                drawn.setdefault(lane, []).append(self._index.anchor(row))
        found = []
        for cluster in scene.clusters:
            if cluster.row >= 0:
                found.append(int(self._mask[cluster.row]))
                continue
            anchors = self._anchors[cluster.lane]
            inside = int(np.searchsorted(anchors, cluster.last) - np.searchsorted(anchors, cluster.first))
            labelled = sum(cluster.first <= at < cluster.last for at in drawn.get(cluster.lane, ()))
            found.append(inside - labelled)
        return found
