"""Declared settings: each has its key, type, default and words once, here; and the store that keeps them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """A setting: where it is kept, what it is when nothing is kept, and what it is for."""

    key: str
    default: T
    words: str
    allowed: Callable[[T], bool] = lambda value: True
    """Tells whether a kept value still makes sense; the default takes the place of one that does not."""


def _positive(value: int) -> bool:
    return value > 0


GEOMETRY: Final = Setting("window/geometry", b"", "Where the window stands, as Qt writes it")
PANES: Final = Setting("window/panes", b"", "Widths of facets, timeline and details")
STACK: Final = Setting("window/stack", b"", "Heights of timeline and list")
SHOW_FACETS: Final = Setting("window/show_facets", True, "Whether the facets are shown")
SHOW_DETAILS: Final = Setting("window/show_details", True, "Whether the details are shown")
SHOW_OVERVIEW: Final = Setting("window/show_overview", True, "Whether the overview strip is shown")
SHOW_CHARTS: Final = Setting("window/show_charts", True, "Whether charts of series are shown")
ALL_CHARTS: Final = Setting("window/all_charts", False, "Whether charts may take more than half of the height")
SHOW_LIST: Final = Setting("window/show_list", False, "Whether the list is shown")
FOLDED_FACETS: Final[Setting[tuple[str, ...]]] = Setting(
    "facets/folded", ("place", "source", "status", "tag"), "Facets that are folded"
)
LIST_HEADER: Final = Setting("list/header", b"", "Widths, order and choice of the list's columns, as Qt writes it")
COLOUR_SCHEME: Final = Setting(
    "look/colour_scheme", "system", "system, light or dark", ("system", "light", "dark").__contains__
)
LANGUAGE: Final = Setting("look/language", "", "Language of the texts; empty for the window's, where a file has it")
INTERFACE_LANGUAGE: Final = Setting(
    "look/interface_language",
    "",
    "Language of the window: en, uk; empty for the system's",
    ("", "en", "uk").__contains__,
)
WHEEL_ZOOMS: Final = Setting("hand/wheel_zooms", False, "Whether the wheel alone zooms")
LESS_MOTION: Final = Setting("hand/less_motion", False, "Whether the view goes at once where it would glide")
HIDE_OTHERS: Final = Setting("search/hide_others", False, "Whether a search hides what it does not find")
WORD_FORMS: Final = Setting("search/word_forms", False, "Whether a search finds other forms of its words, too")
RECENT_FILES: Final[Setting[tuple[str, ...]]] = Setting("files/recent", (), "Files opened lately, newest first")
LAST_FILE: Final = Setting("files/last", "", "File of the window closed last; empty for the built-in timeline")
FILE_VIEWS: Final = Setting("files/views", "[]", "How each file was left: range, selection, search; JSON")
TABLE_COLUMNS: Final = Setting("tables/columns", "[]", "Columns chosen for tables, by the names over them; JSON")
EXPORT_FORMAT: Final = Setting("export/format", "pdf", "Format exported to last")
EXPORT_PAPER: Final = Setting("export/paper", "a4", "a4, letter or a3", ("a4", "letter", "a3").__contains__)
EXPORT_LANDSCAPE: Final = Setting("export/landscape", False, "Whether the paper lies on its long side")
EXPORT_LAYOUT: Final = Setting(
    "export/layout", "report", "report, table, cards or strip", ("report", "table", "cards", "strip").__contains__
)
EXPORT_GROUP_BY: Final = Setting(
    "export/group_by", "year", "What chapters are made of", ("year", "era", "category").__contains__
)
EXPORT_STRIP: Final = Setting(
    "export/strip", "bands", "How the timeline stands on pages", ("none", "bands", "foldout", "tiles").__contains__
)
EXPORT_SIZE: Final = Setting(
    "export/font_size", 10, "Points of running text", (*range(6, 13), 14, 16, 18, 20, 24).__contains__
)
EXPORT_DETAILS: Final = Setting("export/details", True, "Whether longer texts are exported")
EXPORT_SOURCES: Final = Setting("export/sources", True, "Whether sources are exported")
EXPORT_PICTURES: Final = Setting("export/pictures", True, "Whether pictures of events are exported")
EXPORT_SCOPE: Final = Setting("export/scope", "", "Which events were exported; empty for the likeliest")
EXPORT_SPAN: Final = Setting(
    "export/span", "events", "What a picture shows: events, window or range", ("events", "window", "range").__contains__
)
EXPORT_RANGE: Final = Setting("export/range", "", "The range that a picture showed last, as it was typed")
EXPORT_WIDTH: Final = Setting("export/width", 3_200, "Pixels of a picture", range(200, 16_385).__contains__)
EXPORT_SCALE: Final = Setting("export/scale", 200, "Scale factor of a picture in percent", range(25, 801).__contains__)
EXPORT_TRANSPARENT: Final = Setting("export/transparent", False, "Whether pictures have no ground")
EXPORT_OUTLINES: Final = Setting("export/outlines", False, "Whether the text of pictures becomes outlines")
EXPORT_MARK: Final = Setting("export/byte_order_mark", True, "Whether tables for Excel begin with a byte order mark")
EXPORT_FOLDER: Final = Setting("export/folder", "", "Folder exported to last")
HINT_SEEN: Final = Setting("help/hint_seen", False, "Whether the hint of the first run was read")
NAMED_SEARCHES: Final = Setting("search/named", "[]", "Searches kept under names; JSON")
NAMED_VIEWS: Final = Setting("files/named_views", "[]", "Views of files kept under names; JSON")
QUERY_HISTORY: Final[Setting[tuple[str, ...]]] = Setting("search/history", (), "Searches made lately, newest first")
VERSION: Final = 1
"""Of the form of the file: to be raised, with a step for older files, when a key changes its meaning."""
KEPT_VERSION: Final = Setting("settings/version", VERSION, "Which form of this file was written last", _positive)
RECENT_LIMIT: Final = Setting("files/recent_limit", 10, "How many recent files are kept", _positive)

_SETTING: Final = re.compile(r"\s*([;#]|\[[^\[\]]+\]\s*$|[^=\[\]{}]+=)")
"""A line of the file: a comment, the head of a section, or a key with a value."""


class Settings:
    """The settings of one person, in one INI file.

    A file that cannot be read as INI is set aside under a further ending ``.bad`` and a fresh one begun;
    :attr:`set_aside` is then its new path. Of a file that a newer program wrote, a copy is set aside under ``.newer``,
    and what can be understood is taken from it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.set_aside: Path | None = None
        self._store = self._opened()
        self.from_newer = False
        if path.is_file() and (self._store.status() != QSettings.Status.NoError or _is_damaged(path)):
            del self._store
            self._keep(".bad", lambda aside: path.replace(aside))
            self._store = self._opened()
        elif self.get(KEPT_VERSION) > VERSION:
            self.from_newer = True
            self._keep(".newer", lambda aside: copyfile(path, aside))
            self.put(KEPT_VERSION, VERSION)

    def _keep(self, ending: str, keep: Callable[[Path], object]) -> None:
        """Set the file aside; where nothing can be written, the settings last as long as the program."""
        aside = self.path.with_name(self.path.name + ending)
        try:
            keep(aside)
        except OSError:
            return
        self.set_aside = aside

    @staticmethod
    def default_path() -> Path:
        """Where the system keeps settings of programs (needs the application's name)."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
        return Path(folder) / "timeglass.ini"

    @staticmethod
    def cache_folder() -> Path:
        """Where the system keeps what programs can make anew (needs the application's name)."""
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)) / "timelines"

    def _opened(self) -> QSettings:
        store = QSettings(str(self.path), QSettings.Format.IniFormat)
        store.allKeys()  # the file is read now, so that its status is known
        return store

    def get(self, setting: Setting[T]) -> T:
        """The value that is kept, or the default where none or none of the right type is."""
        kept = self._store.value(setting.key)
        value = None if kept is None else _converted(kept, setting.default)
        return setting.default if value is None or not setting.allowed(value) else value

    def put(self, setting: Setting[T], value: T) -> None:
        """Keep a value."""
        if isinstance(value, bytes):
            self._store.setValue(setting.key, QByteArray(value))
        elif isinstance(value, tuple):
            self._store.setValue(setting.key, list(value))
        else:
            self._store.setValue(setting.key, value)

    def save(self) -> None:
        """Write what was put (QSettings writes to a new file and renames it)."""
        self.put(KEPT_VERSION, VERSION)
        self._store.sync()


def _is_damaged(path: Path) -> bool:
    """Tell whether QSettings cannot have written a file: it takes almost anything for settings, and writes over it."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return True
    except OSError:
        return False  # QSettings tells
    lines = [line for line in text.replace("\\\n", "").splitlines() if line.strip()]
    return "\0" in text or not all(_SETTING.match(line) for line in lines)


def _converted(kept: object, default: T) -> T | None:
    """A kept value in the type of the default; None when it cannot be read as one."""
    value: object = None
    if isinstance(default, bool):
        value = {"true": True, "false": False}.get(str(kept).lower())
    elif isinstance(default, int):
        try:
            value = int(str(kept))
        except ValueError:
            value = None
    elif isinstance(default, bytes):
        value = kept.data() if isinstance(kept, QByteArray) else None
    elif isinstance(default, tuple):
        texts = [kept] if isinstance(kept, str) else kept
        value = tuple(str(text) for text in texts) if isinstance(texts, list) else None
    elif isinstance(kept, str):
        value = kept
    return value if isinstance(value, type(default)) else None
