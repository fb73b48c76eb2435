"""How the view moves: steps of zoom, spans to show, screens to pan; smoothly, where motion is wanted."""

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from timeglass.chrono.bounds import Span
from timeglass.layout.scene import Cluster
from timeglass.model.navigator import Navigator
from timeglass.widgets.canvas.item_view import SceneItemView
from timeglass.widgets.canvas.motion import Motion
from timeglass.widgets.canvas.spans import cluster_span, event_span

_ZOOM_STEP: Final = 1.6


class MovingView(SceneItemView):
    """An item view that glides to where it is asked to go."""

    def __init__(self, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(navigator, parent)
        self.motion = Motion(navigator, self)
        self.held: QPointF | None = None
        """Point of the view whose row stays where it is while the view zooms; without one the middle."""

    def hold(self, at: QPointF | None) -> None:
        """Keep the row at a point of the view where it is while the view zooms; without a point that in the middle."""
        self.held = at

    def zoom_by(self, factor: float, share: float = 0.5) -> None:
        """Zoom smoothly about a share of the width."""
        self.hold(None)
        self.motion.glide_to(self.motion.goal.zoomed(factor, share))

    def zoom_in(self) -> None:
        """One step closer."""
        self.zoom_by(_ZOOM_STEP)

    def zoom_out(self) -> None:
        """One step back."""
        self.zoom_by(1.0 / _ZOOM_STEP)

    def fit_all(self) -> None:
        """Show the file's own view, or all of it."""
        self._navigator.remember()
        self.motion.glide_to(self._navigator.home_viewport())

    def show_span(self, span: Span, margin: float = 0.08) -> None:
        """Zoom to a span, remembering the present view."""
        self._navigator.remember()
        self.motion.glide_to(self._navigator.viewport.fitted(span, margin))

    def pan_screens(self, screens: float) -> None:
        """Go a share of the screen on (positive) or back."""
        self.motion.glide_to(self.motion.goal.panned(screens))

    def span_of(self, row: int) -> Span:
        """Span of an event; open ends are cut at the timeline's."""
        return event_span(self._navigator.timeline, row)

    def open_cluster(self, cluster: Cluster) -> None:
        """Zoom to the span of a cluster's events; where all begin at once, to the length of the shortest."""
        self.show_span(cluster_span(self.builder().index, cluster, self.cluster_rows(cluster)), 0.15)
