"""Which event a key leads to."""

import numpy as np
from PySide6.QtCore import Qt

from timeglass.layout.scene import Scene
from timeglass.model.navigator import Navigator


def time_neighbour(navigator: Navigator, current: int, key: Qt.Key) -> int | None:
    """Row before or behind the current one in time (Left, Right), the first or last one (Home, End).

    -1 where there is none, None for other keys. Without a current row (-1) the first one in view is meant.
    """
    shown = navigator.shown_rows
    rows = np.arange(len(navigator.timeline), dtype=np.int32) if shown is None else shown
    match key:
        case Qt.Key.Key_Left | Qt.Key.Key_Right if current < 0:
            place = int(np.searchsorted(navigator.timeline.columns.start_earliest[rows], navigator.viewport.start))
        case Qt.Key.Key_Left:
            place = int(np.searchsorted(rows, current, "left")) - 1
        case Qt.Key.Key_Right:
            place = int(np.searchsorted(rows, current, "right"))
        case Qt.Key.Key_Home:
            place = 0
        case Qt.Key.Key_End:
            place = len(rows) - 1
        case _:
            return None
    return int(rows[place]) if 0 <= place < len(rows) else -1


def lane_neighbour(scene: Scene, current: int, step: int) -> int:
    """The drawn event nearest in time to the current one in the next lane that has one: down (1) or up (-1).

    Without a current one in view, the first or last lane's nearest to the middle; -1 where there is none.
    """
    here = next((box for box in scene.boxes if box.row == current), None)
    lane = here.lane if here else (-1 if step > 0 else 1 + max((box.lane for box in scene.boxes), default=0))
    x = here.x0_px if here else scene.width_px / 2.0
    beyond = [box for box in scene.boxes if (box.lane - lane) * step > 0 and box.x0_px <= scene.width_px]
    if not beyond:
        return -1
    nearest = min((box.lane - lane) * step for box in beyond)
    candidates = [box for box in beyond if (box.lane - lane) * step == nearest]
    return min(candidates, key=lambda box: abs(box.x0_px - x)).row
