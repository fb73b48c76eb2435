"""Every action once: its words, its keys, and where in the menus it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from timeglass.widgets.translation import LANGUAGES

_CONTEXT: Final = "Actions"


@dataclass(frozen=True, slots=True)
class Spec:
    """An action as declared. ``view_keys`` are handled by the timeline itself and only told here."""

    name: str
    words: object
    keys: tuple[str, ...] = ()
    view_keys: tuple[str, ...] = ()
    checkable: bool = False
    hint: str = ""
    choice: str = ""
    """Name of the group of which one action is checked at a time."""
    menu: str = ""
    """Name of the submenu that it stands in."""


def _tr(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))


SPECS: Final = (
    Spec("open", QT_TRANSLATE_NOOP("Actions", "Open…"), keys=("Ctrl+O",)),
    Spec("add", QT_TRANSLATE_NOOP("Actions", "Add to this timeline…"), keys=("Ctrl+Shift+O",)),
    Spec("open_builtin", QT_TRANSLATE_NOOP("Actions", "Open the built-in timeline")),
    Spec("reload", QT_TRANSLATE_NOOP("Actions", "Read the file again"), keys=("F5",)),
    Spec("columns", QT_TRANSLATE_NOOP("Actions", "Columns of the table…")),
    Spec("export", QT_TRANSLATE_NOOP("Actions", "Export…"), keys=("Ctrl+E",)),
    Spec("print", QT_TRANSLATE_NOOP("Actions", "Print…"), keys=("Ctrl+P",)),
    Spec("problems", QT_TRANSLATE_NOOP("Actions", "Problems in the file"), checkable=True, keys=("Ctrl+Shift+M",)),
    Spec("close", QT_TRANSLATE_NOOP("Actions", "Close the window"), keys=("Ctrl+W",)),
    Spec("quit", QT_TRANSLATE_NOOP("Actions", "Quit"), keys=("Ctrl+Q",)),
    Spec("find", QT_TRANSLATE_NOOP("Actions", "Search"), keys=("Ctrl+F",)),
    Spec("next_hit", QT_TRANSLATE_NOOP("Actions", "Next hit"), keys=("F3",)),
    Spec("previous_hit", QT_TRANSLATE_NOOP("Actions", "Previous hit"), keys=("Shift+F3",)),
    Spec("hide_others", QT_TRANSLATE_NOOP("Actions", "Hide the rest"), keys=("Ctrl+H",), checkable=True),
    Spec("word_forms", QT_TRANSLATE_NOOP("Actions", "Find other forms of the words"), checkable=True),
    Spec("clear_search", QT_TRANSLATE_NOOP("Actions", "Clear the search")),
    Spec("keep_search", QT_TRANSLATE_NOOP("Actions", "Keep this search…")),
    Spec("keep_view", QT_TRANSLATE_NOOP("Actions", "Keep this view…"), keys=("Ctrl+D",)),
    Spec("shelf", QT_TRANSLATE_NOOP("Actions", "Kept searches and views…"), keys=("Ctrl+Shift+D",)),
    Spec("copy_text", QT_TRANSLATE_NOOP("Actions", "Copy as text"), keys=("Ctrl+C",)),
    Spec("copy_view", QT_TRANSLATE_NOOP("Actions", "Copy the view as a picture"), keys=("Ctrl+Shift+C",)),
    Spec("copy_author_date", QT_TRANSLATE_NOOP("Actions", "Citation: author and date"), menu="copy"),
    Spec("copy_note", QT_TRANSLATE_NOOP("Actions", "Citation: note"), menu="copy"),
    Spec("copy_csl", QT_TRANSLATE_NOOP("Actions", "CSL-JSON"), menu="copy"),
    Spec("copy_bibtex", QT_TRANSLATE_NOOP("Actions", "BibTeX"), menu="copy"),
    Spec("select_all", QT_TRANSLATE_NOOP("Actions", "Select all shown"), keys=("Ctrl+A",)),
    Spec("select_none", QT_TRANSLATE_NOOP("Actions", "Select nothing"), keys=("Ctrl+Shift+A",)),
    Spec("zoom_in", QT_TRANSLATE_NOOP("Actions", "Zoom in"), keys=("+", "=", "Ctrl++", "Ctrl+=")),
    Spec("zoom_out", QT_TRANSLATE_NOOP("Actions", "Zoom out"), keys=("-", "Ctrl+-")),
    Spec("fit_all", QT_TRANSLATE_NOOP("Actions", "Fit all"), keys=("0", "Ctrl+0")),
    Spec("fit_selection", QT_TRANSLATE_NOOP("Actions", "Fit the selection"), keys=("F",)),
    Spec("wheel_zooms", QT_TRANSLATE_NOOP("Actions", "Wheel zooms"), checkable=True),
    Spec("less_motion", QT_TRANSLATE_NOOP("Actions", "Less motion"), checkable=True),
    Spec("group_category", QT_TRANSLATE_NOOP("Actions", "By category"), choice="group"),
    Spec("group_era", QT_TRANSLATE_NOOP("Actions", "By era"), choice="group"),
    Spec("group_actor", QT_TRANSLATE_NOOP("Actions", "By actor"), choice="group"),
    Spec("group_place", QT_TRANSLATE_NOOP("Actions", "By place"), choice="group"),
    Spec("group_tag", QT_TRANSLATE_NOOP("Actions", "By tag"), choice="group"),
    Spec("group_none", QT_TRANSLATE_NOOP("Actions", "In one lane"), choice="group"),
    Spec("show_facets", QT_TRANSLATE_NOOP("Actions", "Facets"), keys=("Ctrl+1",), checkable=True),
    Spec("show_details", QT_TRANSLATE_NOOP("Actions", "Details"), keys=("Ctrl+2",), checkable=True),
    Spec("show_list", QT_TRANSLATE_NOOP("Actions", "List"), keys=("Ctrl+3",), checkable=True),
    Spec("show_overview", QT_TRANSLATE_NOOP("Actions", "Overview"), keys=("Ctrl+4",), checkable=True),
    Spec("show_charts", QT_TRANSLATE_NOOP("Actions", "Charts"), keys=("Ctrl+5",), checkable=True),
    Spec("all_charts", QT_TRANSLATE_NOOP("Actions", "More charts at once"), keys=("Shift+C",), checkable=True),
    Spec("next_chart", QT_TRANSLATE_NOOP("Actions", "Next chart"), keys=("C",)),
    Spec("show_legend", QT_TRANSLATE_NOOP("Actions", "Legend"), keys=("L",), checkable=True),
    Spec("scheme_system", QT_TRANSLATE_NOOP("Actions", "As the system"), choice="scheme"),
    Spec("scheme_light", QT_TRANSLATE_NOOP("Actions", "Light"), choice="scheme"),
    Spec("scheme_dark", QT_TRANSLATE_NOOP("Actions", "Dark"), choice="scheme"),
    Spec("interface_system", QT_TRANSLATE_NOOP("Actions", "As the system"), choice="interface"),
    Spec("interface_en", LANGUAGES["en"], choice="interface"),
    Spec("interface_uk", LANGUAGES["uk"], choice="interface"),
    Spec("full_screen", QT_TRANSLATE_NOOP("Actions", "Full screen"), keys=("F11",), checkable=True),
    Spec("back", QT_TRANSLATE_NOOP("Actions", "Earlier view"), keys=("Alt+Left",)),
    Spec("forward", QT_TRANSLATE_NOOP("Actions", "Later view"), keys=("Alt+Right",)),
    Spec("go_to", QT_TRANSLATE_NOOP("Actions", "Go to date or event…"), keys=("Ctrl+G",)),
    Spec("previous_event", QT_TRANSLATE_NOOP("Actions", "Previous event"), view_keys=("Left",)),
    Spec("next_event", QT_TRANSLATE_NOOP("Actions", "Next event"), view_keys=("Right",)),
    Spec("first_event", QT_TRANSLATE_NOOP("Actions", "First event"), view_keys=("Home",)),
    Spec("last_event", QT_TRANSLATE_NOOP("Actions", "Last event"), view_keys=("End",)),
    Spec("page_back", QT_TRANSLATE_NOOP("Actions", "One screen back"), view_keys=("PgUp",)),
    Spec("page_on", QT_TRANSLATE_NOOP("Actions", "One screen on"), view_keys=("PgDown",)),
    Spec("help", QT_TRANSLATE_NOOP("Actions", "Help"), keys=("F1",)),
    Spec("keys", QT_TRANSLATE_NOOP("Actions", "Keys and gestures"), keys=("?",)),
    Spec("about", QT_TRANSLATE_NOOP("Actions", "About Timeglass")),
)

MENUS: Final[Sequence[tuple[object, Sequence[str]]]] = (
    (
        QT_TRANSLATE_NOOP("Actions", "&File"),
        (
            "open", "@recent", "add", "open_builtin", "reload", "columns", "", "export", "print", "", "problems", "",
            "close", "quit",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Edit"),
        (
            "find", "next_hit", "previous_hit", "hide_others", "word_forms", "clear_search", "",
            "@searches", "keep_search", "shelf", "", "copy_text", "@copy", "copy_view", "", "select_all", "select_none",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&View"),
        (
            "zoom_in", "zoom_out", "fit_all", "fit_selection", "wheel_zooms", "less_motion", "", "@group", "",
            "@views", "keep_view", "",
            "show_facets", "show_details", "show_list", "show_overview", "", "show_legend", "show_charts",
            "all_charts", "next_chart", "", "@scheme",
            "@interface", "@language", "", "full_screen",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Actions", "&Go"),
        (
            "back", "forward", "go_to", "", "previous_event", "next_event", "first_event", "last_event", "",
            "page_back", "page_on",
        ),
    ),
    (QT_TRANSLATE_NOOP("Actions", "&Help"), ("help", "keys", "about")),
)  # fmt: skip
"""Menus in order; "" is a rule, "@name" a submenu that is filled elsewhere or holds a choice."""

_SUBMENUS: Final = {
    "recent": QT_TRANSLATE_NOOP("Actions", "Open recent"),
    "group": QT_TRANSLATE_NOOP("Actions", "Lanes"),
    "copy": QT_TRANSLATE_NOOP("Actions", "Copy the sources as"),
    "searches": QT_TRANSLATE_NOOP("Actions", "Kept searches"),
    "views": QT_TRANSLATE_NOOP("Actions", "Kept views"),
    "scheme": QT_TRANSLATE_NOOP("Actions", "Colours"),
    "interface": QT_TRANSLATE_NOOP("Actions", "Language of the window"),
    "language": QT_TRANSLATE_NOOP("Actions", "Language of the texts"),
}


class Actions(QObject):
    """The actions of one window, by name: ``actions["zoom_in"]``."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._made: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self.submenus: dict[str, QMenu] = {}
        for spec in SPECS:
            self._made[spec.name] = self._action(spec)

    def __getitem__(self, name: str) -> QAction:
        return self._made[name]

    def __iter__(self) -> Iterator[QAction]:
        return iter(self._made.values())

    def _action(self, spec: Spec) -> QAction:
        action = QAction(_tr(spec.words), self)
        action.setObjectName(spec.name)
        action.setCheckable(spec.checkable or bool(spec.choice))
        keys = [QKeySequence(key) for key in spec.keys]
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        shown = keys[:1] or [QKeySequence(key) for key in spec.view_keys]
        words = _tr(spec.words).rstrip("…")
        text = shown[0].toString(QKeySequence.SequenceFormat.NativeText) if shown else ""
        action.setToolTip(f"{words} ({text})" if text else words)
        if spec.view_keys:
            action.setText(f"{_tr(spec.words)}\t{text}")  # told, not grabbed: the timeline hears the key itself
        if spec.choice:
            group = self._groups.setdefault(spec.choice, QActionGroup(self))
            group.addAction(action)
        return action

    def fill(self, parent_menu: QMenu) -> Mapping[str, QMenu]:
        """Put all menus into one (or a menu bar's worth of them); returns the submenus to be filled by others."""
        for title, names in MENUS:
            menu = parent_menu.addMenu(_tr(title))
            for name in names:
                if not name:
                    menu.addSeparator()
                elif name.startswith("@"):
                    submenu = menu.addMenu(_tr(_SUBMENUS[name[1:]]))
                    self.submenus[name[1:]] = submenu
                    submenu.addActions([self._made[spec.name] for spec in SPECS if spec.menu == name[1:]])
                    if name[1:] in self._groups:
                        submenu.addActions(self._groups[name[1:]].actions())
                else:
                    menu.addAction(self._made[name])
        return self.submenus
