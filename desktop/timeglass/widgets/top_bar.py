"""The bar at the top: title, search, zoom with the visible range in words, export."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QPushButton, QToolButton, QWidget

from timeglass.paint.theme import Theme
from timeglass.widgets import icons, style
from timeglass.widgets.actions import Actions
from timeglass.widgets.elided_label import ElidedLabel
from timeglass.widgets.plain_text import PlainLabel
from timeglass.widgets.search_field import SearchField

ONE_ROW_FROM_PX = 960
"""Narrower, the search gets a row of its own."""
ROOMY_FROM_PX = 1_150


class TopBar(QFrame):
    """Everything in it only asks: actions and signals."""

    export_requested = Signal()

    def __init__(self, actions: Actions, menu: QMenu, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topBar")
        self._actions = actions
        self.menu_button = QToolButton()
        self.menu_button.setProperty("flat", True)
        self.menu_button.setFixedSize(34, 34)
        self.menu_button.setMenu(menu)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setToolTip(self.tr("Menu (F10)"))
        self.menu_button.setAccessibleName(self.tr("Menu"))
        self.title = ElidedLabel()
        self.title.setFont(style.font(style.HEADING, 700))
        self.subtitle = PlainLabel()
        self.subtitle.setFont(style.font(style.NORMAL, tabular=True))
        self.subtitle.setProperty("muted", True)
        self.search = SearchField(theme)
        self.search.setMinimumWidth(264)
        self.fit = self._zoom_button("fit_all", self.tr("Fit"))
        self.zoom_out = self._zoom_button("zoom_out")
        self.zoom_in = self._zoom_button("zoom_in")
        self.range = PlainLabel()
        self.range.setFont(style.font(style.NORMAL, tabular=True))
        self.range.setProperty("muted", True)
        self.panes = [self._pane_button(name) for name in ("show_facets", "show_list", "show_details")]
        self.export = QPushButton()
        self.export.setProperty("accent", True)
        self.export.setFont(style.font(style.NORMAL, 600))
        self.export.setMinimumHeight(34)
        self.export.setToolTip(actions["export"].toolTip())
        self.export.clicked.connect(actions["export"].trigger)
        self._names = self._row(self.title, self.subtitle, spacing=10)
        names = self._names.layout()
        if isinstance(names, QHBoxLayout):
            names.addStretch(1)
        self._zoom = self._row(self.fit, self.zoom_out, self.zoom_in, self.range, spacing=6)
        self._ends = self._row(*self.panes, self.export, spacing=2)
        ends = self._ends.layout()
        if isinstance(ends, QHBoxLayout):
            ends.insertSpacing(len(self.panes), style.GRID)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(12, 8, 16, 8)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(6)
        self._in_one_row: bool | None = None
        self._arrange()
        self.set_theme(theme)

    def _row(self, *widgets: QWidget, spacing: int) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(spacing)
        for widget in widgets:
            layout.addWidget(widget)
        return row

    def _zoom_button(self, name: str, text: str = "") -> QToolButton:
        button = QToolButton()
        button.setProperty("quiet", True)
        button.setFixedHeight(34)
        if text:
            button.setText(text)
        else:
            button.setFixedWidth(36)
            button.setIconSize(QSize(14, 14))
        button.setToolTip(self._actions[name].toolTip())
        button.clicked.connect(self._actions[name].trigger)
        return button

    def _pane_button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setProperty("flat", True)
        button.setFixedSize(32, 32)
        button.setCheckable(True)
        action = self._actions[name]
        button.setToolTip(action.toolTip())
        button.setAccessibleName(action.text())
        button.setChecked(action.isChecked())
        action.toggled.connect(button.setChecked)
        button.clicked.connect(action.trigger)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in a theme's colours."""
        self.menu_button.setIcon(icons.icon("menu", theme.text))
        self.zoom_in.setIcon(icons.icon("plus", theme.text, 14))
        self.zoom_out.setIcon(icons.icon("minus", theme.text, 14))
        for button, name in zip(self.panes, ("facets", "list", "details"), strict=True):
            button.setIcon(icons.icon(name, theme.muted))
        self.search.set_theme(theme)

    def show_names(self, title: str, subtitle: str) -> None:
        """Title of the timeline, and how much there is and from when."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.title.updateGeometry()

    def show_range(self, words: str) -> None:
        """The visible range in words; the zoom buttons say it as well."""
        self.range.setText(words)
        self.range.setAccessibleName(self.tr("Visible range: {range}").format(range=words))
        self.zoom_in.setAccessibleName(self.tr("Zoom in, showing {range}").format(range=words))
        self.zoom_out.setAccessibleName(self.tr("Zoom out, showing {range}").format(range=words))
        self.fit.setAccessibleName(self.tr("Fit all, showing {range}").format(range=words))

    def show_export(self, text: str) -> None:
        """What the export button would export."""
        self.export.setText(text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        self.subtitle.setVisible(self.width() >= ROOMY_FROM_PX)
        in_one_row = self.width() >= ONE_ROW_FROM_PX
        if in_one_row == self._in_one_row:
            return
        self._in_one_row = in_one_row
        grid = self._grid
        for widget in (self.menu_button, self._names, self.search, self._zoom, self._ends):
            grid.removeWidget(widget)
        for column in range(5):
            grid.setColumnStretch(column, 0)
        grid.addWidget(self.menu_button, 0, 0)
        grid.addWidget(self._names, 0, 1)
        if in_one_row:
            grid.addWidget(self.search, 0, 2)
            grid.addWidget(self._zoom, 0, 3)
            grid.addWidget(self._ends, 0, 4)
            for column, stretch in enumerate((0, 3, 4, 0, 0)):
                grid.setColumnStretch(column, stretch)
        else:
            grid.addWidget(self._zoom, 0, 3)
            grid.addWidget(self._ends, 0, 4)
            grid.addWidget(self.search, 1, 0, 1, 5)
            grid.setColumnStretch(1, 1)


def menu_of(actions: Actions, parent: QWidget) -> QMenu:
    """The menu behind the menu button: all menus as submenus."""
    menu = QMenu(parent)
    actions.fill(menu)
    opener = QAction(parent)
    opener.setShortcut(Qt.Key.Key_F10)
    parent.addAction(opener)
    opener.triggered.connect(lambda: menu.popup(parent.mapToGlobal(parent.rect().topLeft())))
    return menu
