"""What stands out in a frame: selection, current and hovered event, hits, and the current event's relations."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
from PySide6.QtCore import QItemSelectionModel

from timeglass.layout.arcs import Arc, Related, arcs
from timeglass.layout.chart_hit import ChartFocus
from timeglass.layout.hit import cluster_of
from timeglass.layout.scene import Scene
from timeglass.model.navigator import Navigator
from timeglass.model.selecting import rows_of
from timeglass.paint.scene_painter import Highlights
from timeglass.widgets.canvas.scene_keeper import SceneKeeper
from timeglass.widgets.marking import stretches

RelatedOf = Callable[[int], Sequence[Related]]
_NONE: Final[Sequence[Related]] = ()


class Emphasis:
    """Gathers a frame's highlights. ``related_of`` names the related events of a row; it may be set later."""

    def __init__(self, navigator: Navigator, keeper: SceneKeeper) -> None:
        self._navigator = navigator
        self._keeper = keeper
        self.related_of: RelatedOf = lambda row: _NONE
        self.changed: frozenset[int] = frozenset()
        """Rows that were added or altered just now."""
        self._words: Sequence[str] = ()
        self._stretches: dict[str, Sequence[tuple[int, int]]] = {}

    @property
    def words(self) -> Sequence[str]:
        """Words to be marked on labels."""
        return self._words

    @words.setter
    def words(self, words: Sequence[str]) -> None:
        self._words = words
        self._stretches.clear()

    def _stretches_of(self, label: str) -> Sequence[tuple[int, int]]:
        found = self._stretches.get(label)
        if found is None:
            found = self._stretches[label] = stretches(label, self._words)
        return found

    def arcs(self, scene: Scene, current: int) -> tuple[Arc, ...]:
        """Arcs of the current event in a scene."""
        if current < 0:
            return ()
        return arcs(scene, self._keeper.builder().index, current, self.related_of(current))

    def of(
        self,
        scene: Scene,
        selection: QItemSelectionModel | None,
        current: int,
        hovered: int,
        focus: bool,
        chart: ChartFocus | None = None,
    ) -> Highlights:
        """Highlights of a scene."""
        selected: frozenset[int] = frozenset()
        if selection is not None and selection.hasSelection():
            rows = rows_of(selection)
            lone = [cluster.row for cluster in scene.clusters if cluster.row >= 0]
            echoed = [echo.row for echo in scene.echoes]
            seen = np.array([box.row for box in scene.boxes] + lone + echoed, np.int32)
            selected = frozenset(seen[np.isin(seen, rows)].tolist())
        return Highlights(
            selected=selected,
            current=current,
            hovered=hovered,
            hits=None if self._navigator.hide_others else self._navigator.hit_mask,
            cluster_hits=self._keeper.hit_counts(),
            cluster=cluster_of(scene, self._keeper.builder().index, current),
            arcs=self.arcs(scene, current),
            focus=focus,
            changed=self.changed,
            stretches=self._stretches_of if self._words else None,
            chart=chart,
        )
