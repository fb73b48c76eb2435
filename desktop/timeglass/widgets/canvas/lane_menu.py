"""The menu of a lane: collapse, hide, move."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from timeglass.layout.hit import lane_at
from timeglass.widgets.canvas.scene_keeper import SceneKeeper

translate = QCoreApplication.translate


def lane_menu(keeper: SceneKeeper, lane: int, parent: QWidget) -> QMenu:
    """What can be done with a lane (its place among those shown)."""
    shown, every = keeper.lanes()
    order = keeper.lane_order
    menu = QMenu(parent)
    if 0 <= lane < len(shown.lanes):
        one = shown.lanes[lane]
        title = menu.addAction(one.label or translate("LaneMenu", "Everything else"))
        title.setEnabled(False)
        menu.addSeparator()
        collapsed = one.key in order.collapsed
        words = translate("LaneMenu", "Open the lane") if collapsed else translate("LaneMenu", "Collapse the lane")
        menu.addAction(words, lambda: keeper.set_lane_order(order.with_toggled(one.key)))
        hide = menu.addAction(
            translate("LaneMenu", "Hide the lane"), lambda: keeper.set_lane_order(order.with_hidden(one.key))
        )
        only = menu.addAction(
            translate("LaneMenu", "Hide all others"), lambda: keeper.set_lane_order(order.with_only(one.key, every))
        )
        hide.setEnabled(len(shown.lanes) > 1)
        only.setEnabled(len(shown.lanes) > 1)
        menu.addSeparator()
        up = menu.addAction(
            translate("LaneMenu", "Move up"), lambda: keeper.set_lane_order(order.with_moved(one.key, -1, every))
        )
        down = menu.addAction(
            translate("LaneMenu", "Move down"), lambda: keeper.set_lane_order(order.with_moved(one.key, 1, every))
        )
        up.setEnabled(lane > 0)
        down.setEnabled(lane < len(shown.lanes) - 1)
        menu.addSeparator()
    show = menu.addAction(
        translate("LaneMenu", "Show all lanes"), lambda: keeper.set_lane_order(order.with_all_shown())
    )
    show.setEnabled(bool(order.hidden))
    return menu


def click_on_name(keeper: SceneKeeper, y: float) -> bool:
    """A click in the gutter: collapse or open the lane named there; beside the ruler show hidden lanes again."""
    scene, order = keeper.scene(), keeper.lane_order
    strip = lane_at(scene, y)
    if strip is not None and strip.label:
        keeper.set_lane_order(order.with_toggled(keeper.lanes()[0].lanes[strip.lane].key))
    elif scene.hidden_lanes and scene.ruler_y_px <= y < scene.header_px:
        keeper.set_lane_order(order.with_all_shown())
    else:
        return False
    return True


def show_lane_menu(view: QWidget, keeper: SceneKeeper, event: QContextMenuEvent, current: int) -> None:
    """Open the menu of the lane under the pointer; by the menu key, of the lane with the current event."""
    scene = keeper.scene()
    strip = lane_at(scene, float(event.pos().y()))
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        here = next((box for box in scene.boxes if box.row == current), None)
        strip = next((one for one in scene.lanes if here is not None and one.lane == here.lane), strip)
    menu = lane_menu(keeper, -1 if strip is None else strip.lane, view)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(event.globalPos())
