"""Views on the command line: a name that one was kept under, a file, or the view itself as JSON."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
import numpy as np
from numpy.typing import NDArray

from timeglass import assets
from timeglass.commands.opening import matching
from timeglass.errors import FileAccessError, UsageError
from timeglass.events.timeline import Timeline
from timeglass.events.view_state import NamedView, ViewState

if TYPE_CHECKING:
    from timeglass.settings import Settings

_LARGEST: Final = 64 * 1024 * 1024
"""Bytes of JSON."""


def view_of(text: str, store: "Callable[[], Settings]", file: Path | None) -> ViewState:
    """The view that an argument means; ``file`` is the timeline that was named with it, if any; see :func:`file_of`.

    ``store`` gives the person's settings, where names are looked for. Raises UsageError for what is no view, and
    FileAccessError for a file that cannot be read.
    """
    if text.lstrip().startswith("{"):
        return _decoded(text.encode(), "--view")
    if text.lower().endswith((".json", ".pdf")) and Path(text).is_file():
        return _in_file(Path(text))
    return _named(text, store(), file)


def file_of(view: ViewState) -> Path | None:
    """The timeline that a kept view belongs to; None for a view that names none."""
    if not isinstance(view, NamedView):
        return None
    return Path(view.file) if view.file else assets.builtin_timeline()


def asked_view(text: str, file: str | None) -> tuple[ViewState | None, str | None]:
    """The view that a command's argument means, and the name of the file that it then is about."""
    if not text:
        return None, file
    view = view_of(text, _settings_of_person, None if file is None else Path(file))
    own = file_of(view)
    return view, str(own) if file is None and own is not None else file


def chosen_rows(timeline: Timeline, view: ViewState) -> NDArray[np.int32]:
    """Rows that a view chooses: its selected events, as far as they exist, else what its query finds."""
    if view.ids:
        rows = timeline.row_by_id
        return np.array(sorted({rows[identifier] for identifier in view.ids if identifier in rows}), np.int32)
    return matching(timeline, view.query, word_forms=view.word_forms)


def _settings_of_person() -> "Settings":
    from PySide6.QtCore import QCoreApplication

    from timeglass.settings import Settings

    QCoreApplication.setApplicationName("Timeglass")  # where the settings lie follows from it
    return Settings(Settings.default_path())


def _decoded(data: bytes, where: str) -> ViewState:
    try:
        return msgspec.json.decode(data, type=ViewState)
    except (msgspec.DecodeError, RecursionError) as error:
        raise UsageError(f"{where}: no view: {error}") from None


def _in_file(path: Path) -> ViewState:
    try:
        if path.suffix.lower() == ".pdf":
            from timeglass.export.recipe import read_recipe  # not for other views

            recipe = read_recipe(path.read_bytes())
            if recipe is None:
                raise UsageError(f"{path}: this PDF does not say how it was made")
            return recipe
        with path.open("rb") as file:
            return _decoded(file.read(_LARGEST), str(path))
    except OSError as error:
        raise FileAccessError(f"{path}: {error.strerror}") from None


def _named(name: str, store: "Settings", file: Path | None) -> NamedView:
    from timeglass.widgets.shelf import views  # needs Qt

    kept = views(store)
    found = kept.found_anywhere(name)
    if file is not None:
        kept_for = "" if file.absolute() == assets.builtin_timeline().absolute() else str(file.absolute())
        found = [view for view in found if view.file == kept_for]
    if len(found) == 1:
        return found[0]
    if found:
        raise UsageError(f"--view: several files have a view {name!r}; name the file, too")
    raise UsageError(f"--view: no view {name!r} is kept{f' for {file}' if file is not None else ''}")
