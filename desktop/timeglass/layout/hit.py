"""What stands under a point or in a rectangle of a scene: what is drawn is what is hit."""

from timeglass.layout.lane_index import LaneIndex
from timeglass.layout.scene import Box, Cluster, Echo, EraBand, LaneStrip, Scene
from timeglass.layout.slots import MARK_PX

_SLACK_PX = 4.0


def ink_of(box: Box) -> tuple[float, float]:
    """Left and right edge of all that a box draws, its label included."""
    left = box.x0_px if box.is_bar else box.x0_px - MARK_PX
    right = box.x1_px if box.is_bar else box.x0_px + MARK_PX
    if box.label:
        left, right = min(left, box.label_x_px), max(right, box.label_x_px + box.label_width_px)
    return left, right


def in_body(scene: Scene, y_px: float) -> bool:
    """Tell whether a height lies among the lanes."""
    return scene.header_px <= y_px < scene.body_bottom_px


def box_at(scene: Scene, x_px: float, y_px: float) -> Box | None:
    """The box under a point of the plot, or the nearest one within a small slack; or None."""
    if not in_body(scene, y_px):
        return None
    found, least = None, _SLACK_PX
    for box in scene.boxes:
        if box.y_px <= y_px < box.y_px + box.height_px:
            left, right = ink_of(box)
            distance = max(left - x_px, x_px - right, 0.0)
            if distance <= least:  # of two that touch, the later one begins here
                found, least = box, distance
    return found


def cluster_at(scene: Scene, x_px: float, y_px: float) -> Cluster | None:
    """The cluster under a point of the plot, or the nearest lone folded event within a small slack; or None."""
    if not in_body(scene, y_px):
        return None
    found, least = None, _SLACK_PX
    for cluster in scene.clusters:
        if cluster.y_px - 2.0 <= y_px < cluster.y_px + cluster.height_px + 2.0:
            distance = max(cluster.x0_px - x_px, x_px - cluster.x1_px, 0.0)
            if distance <= (least if cluster.row >= 0 else 0.0):
                found, least = cluster, distance
    return found


def echo_at(scene: Scene, x_px: float, y_px: float) -> Echo | None:
    """The echo under a point of the plot, or the nearest one within a small slack; or None."""
    if not in_body(scene, y_px):
        return None
    near = [one for one in scene.echoes if one.y_px <= y_px < one.y_px + one.height_px + 2.0]
    found = min(near, key=lambda one: abs(one.x_px - x_px), default=None)
    return found if found is not None and abs(found.x_px - x_px) <= MARK_PX + _SLACK_PX else None


def cluster_of(scene: Scene, index: LaneIndex, row: int) -> int:
    """Place among the scene's clusters of the one that folds a row; -1 where it is drawn itself, or out of view."""
    if row < 0 or any(box.row == row for box in scene.boxes):
        return -1
    lane, at = int(index.lanes.lane_of_row[row]), index.anchor(row)
    return next((n for n, one in enumerate(scene.clusters) if one.lane == lane and one.first <= at < one.last), -1)


def era_at(scene: Scene, x_px: float, y_px: float) -> EraBand | None:
    """The era's band under a point of the plot, or None."""
    for band in scene.eras:
        if band.y_px <= y_px < band.y_px + band.height_px and band.x0_px <= x_px < band.x1_px:
            return band
    return None


def lane_at(scene: Scene, y_px: float) -> LaneStrip | None:
    """The lane at a height, or None."""
    if not in_body(scene, y_px):
        return None
    return next((strip for strip in scene.lanes if strip.y_px <= y_px < strip.y_px + strip.height_px), None)


def rows_in(scene: Scene, x0_px: float, y0_px: float, x1_px: float, y1_px: float) -> list[int]:
    """Rows whose ink touches a rectangle of the plot, ascending; clusters are not opened."""
    found = set()
    for box in scene.boxes:
        left, right = ink_of(box)
        if left <= x1_px and right >= x0_px and box.y_px <= y1_px and box.y_px + box.height_px >= y0_px:
            found.add(box.row)
    for cluster in scene.clusters:
        inside = cluster.x0_px <= x1_px and cluster.x1_px >= x0_px
        if cluster.row >= 0 and inside and cluster.y_px <= y1_px and cluster.y_px + cluster.height_px >= y0_px:
            found.add(cluster.row)
    return sorted(found)
