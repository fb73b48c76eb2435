"""The panes of the window and the splitters between them; which are shown, and which give way when space is short."""

from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from timeglass import settings
from timeglass.events.view_state import PaneSizes
from timeglass.settings import Setting, Settings
from timeglass.widgets.actions import Actions
from timeglass.widgets.window_state import keep_splitter, restore_splitter

FACETS_PX, DETAILS_PX = 248, 392
"""Widths at first, on a wide window; a narrow one gets less."""
_WIDE_PX = 1_400
GIVES_WAY_BELOW_PX: Final = {"show_facets": 880, "show_details": 640}
"""In a narrower window the pane is hidden until it is asked for."""
_SHOW: Final = "show_"
SHOWN: Final[dict[str, Setting[bool]]] = {
    "show_facets": settings.SHOW_FACETS,
    "show_details": settings.SHOW_DETAILS,
    "show_overview": settings.SHOW_OVERVIEW,
    "show_list": settings.SHOW_LIST,
}
"""Action that shows a pane, and the setting that keeps whether it is wanted."""


class Panes(QObject):
    """Facets | timeline above list | details. The actions are checked while their pane is seen."""

    def __init__(
        self,
        facets: QWidget,
        stage: QWidget,
        below: list[QWidget],
        details: QWidget,
        others: dict[str, QWidget],
        actions: Actions,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self._width = 0
        self.stack = QSplitter(Qt.Orientation.Vertical)
        for pane in (stage, *below):
            self.stack.addWidget(pane)
        self.stack.setStretchFactor(0, 1)
        self.across = QSplitter(Qt.Orientation.Horizontal)
        for pane in (facets, self.stack, details):
            self.across.addWidget(pane)
        self.across.setStretchFactor(1, 1)
        for splitter in (self.across, self.stack):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        stage.setMinimumWidth(320)
        facets.setMinimumWidth(168)
        details.setMinimumWidth(232)
        self._wanted = {name: setting.default for name, setting in SHOWN.items()}
        for name, pane in {"show_facets": facets, "show_details": details, **others}.items():
            action = actions[name]
            action.toggled.connect(pane.setVisible)
            action.triggered.connect(lambda checked, name=name: self._want(name, checked))
            action.setChecked(self._wanted[name])
            pane.setVisible(self._wanted[name])

    def _want(self, name: str, wanted: bool) -> None:
        self._wanted[name] = wanted

    @property
    def shown(self) -> tuple[str, ...]:
        """Names of the panes that are seen."""
        return tuple(name.removeprefix(_SHOW) for name in SHOWN if self._actions[name].isChecked())

    @property
    def sizes(self) -> PaneSizes:
        """How large the panes are that are seen."""
        facets, _, details = self.across.sizes()
        return PaneSizes(facets=facets, details=details, list=self.stack.sizes()[1])  # of hidden ones Qt says 0

    def resize(self, sizes: PaneSizes) -> None:
        """Give panes that are shown sizes, as far as the window has room; the timeline gets the rest."""
        _resize(self.across, {0: sizes.facets, 2: sizes.details}, rest=1)
        _resize(self.stack, {1: sizes.list}, rest=0)

    def show(self, names: Collection[str]) -> None:
        """Show these panes and hide the others."""
        for name in SHOWN:
            self._wanted[name] = name.removeprefix(_SHOW) in names
            self._actions[name].setChecked(self._wanted[name])

    def restore(self, store: Settings, width: int) -> None:
        """Sizes and visibility as they were left, else as designed for a window so wide."""
        share = min(1.0, max(width / _WIDE_PX, 0.88))
        facets, details = round(FACETS_PX * share), round(DETAILS_PX * share)
        self.across.setSizes([facets, max(width - facets - details, 320), details])
        self.stack.setSizes([700, *([240] * (self.stack.count() - 1))])
        restore_splitter(self.across, store, settings.PANES)
        restore_splitter(self.stack, store, settings.STACK)
        for name, setting in SHOWN.items():
            self._wanted[name] = store.get(setting)
            self._actions[name].setChecked(self._wanted[name])
        self._width = 0
        self.make_room(width)

    def keep(self, store: Settings) -> None:
        """Keep sizes and what is wanted."""
        keep_splitter(self.across, store, settings.PANES)
        keep_splitter(self.stack, store, settings.STACK)
        for name, setting in SHOWN.items():
            store.put(setting, self._wanted[name])

    def make_room(self, width: int) -> None:
        """Let panes give way when the window becomes narrow, and come back when it becomes wide again."""
        for name, limit in GIVES_WAY_BELOW_PX.items():
            was_wide = self._width >= limit or self._width == 0
            if was_wide and width < limit:
                self._actions[name].setChecked(False)
            elif not was_wide and width >= limit:
                self._actions[name].setChecked(self._wanted[name])
        self._width = width


def _resize(splitter: QSplitter, wanted: Mapping[int, int], rest: int) -> None:
    """Give parts of a splitter sizes, those that are wanted (0: none is) in place of what they have."""
    panes = [splitter.widget(place) for place in range(splitter.count())]
    shown = [place for place, pane in enumerate(panes) if pane is not None and not pane.isHidden()]
    sizes = splitter.sizes()
    for place in shown:
        sizes[place] = wanted.get(place, 0) or sizes[place]
    across = splitter.orientation() is Qt.Orientation.Horizontal
    room = (splitter.width() if across else splitter.height()) - splitter.handleWidth() * (len(shown) - 1)
    sizes[rest] = max(room - sum(sizes[place] for place in shown if place != rest), 1)
    splitter.setSizes(sizes)
