"""The small button on the timeline that opens the legend."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from timeglass.paint.theme import Theme
from timeglass.widgets import icons, style
from timeglass.widgets.timeline_view import TimelineView

if TYPE_CHECKING:
    from timeglass.widgets.legend import Legend

_MARGIN_PX: Final = 8
_WORDS_FROM_PX: Final = 100
"""A narrower corner has room for the sign only."""


class LegendButton(QToolButton):
    """Stands in the corner beside the ruler, or, where there is no such corner, at the lower right of the lanes."""

    def __init__(self, view: TimelineView, action: QAction, theme: Theme) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._action = action
        self._theme = theme
        self._legend: Legend | None = None
        self._around: tuple[float, ...] = ()
        """What the present place follows from."""
        self.setObjectName("legendButton")
        self.setProperty("flat", True)
        self.setFont(style.font(style.SMALL))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCheckable(True)
        self.setChecked(action.isChecked())
        self.setText(self.tr("Legend"))
        self.setAccessibleName(self.tr("Legend"))
        self.setToolTip(action.toolTip())
        self.setIconSize(QSize(14, 14))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.clicked.connect(action.trigger)
        action.toggled.connect(self._on_toggled)
        self.set_theme(theme)
        view.painted.connect(self._stand)

    def set_theme(self, theme: Theme) -> None:
        """Draw sign and legend in a theme's colours."""
        self._theme = theme
        if self._legend is not None:
            self._legend.set_theme(theme)
        self.setIcon(icons.icon("legend", theme.muted, 14))

    @property
    def legend(self) -> "Legend":
        """The legend; made when it is first asked for: the window's start does not wait for it."""
        if self._legend is None:
            from timeglass.widgets.legend import Legend

            self._legend = Legend(self._view, self._theme)
            self._legend.closed.connect(lambda: self._action.setChecked(False))
        return self._legend

    def _on_toggled(self, checked: bool) -> None:
        self.setChecked(checked)
        self.legend.open(checked)

    def _stand(self) -> None:
        scene = self._view.scene()
        around = (scene.gutter_px, scene.ruler_y_px, scene.width_px, scene.body_bottom_px)
        if around == self._around:
            return
        self._around = around
        words, alone = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        wanted = words if scene.gutter_px >= _WORDS_FROM_PX else alone
        if self.toolButtonStyle() != wanted:
            self.setToolButtonStyle(wanted)
        size = self.sizeHint()
        place = QPoint(6, round(scene.ruler_y_px) + 2)
        if scene.gutter_px < size.width() + 8:
            right, bottom = self._view.viewport().width(), round(scene.body_bottom_px)
            place = QPoint(right - size.width() - _MARGIN_PX, bottom - size.height() - _MARGIN_PX)
        self.setGeometry(QRect(place, size))
