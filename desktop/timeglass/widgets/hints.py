"""What a window says when it first opens: the hint of the first run, and what became of the settings."""

from PySide6.QtCore import QCoreApplication

from timeglass import settings
from timeglass.settings import Settings
from timeglass.widgets.notices import NoticeArea


def give_first_hint(notices: NoticeArea, store: Settings) -> None:
    """Tell once how to move about; a person who has seen it is not told again."""
    if store.get(settings.HINT_SEEN):
        return
    store.put(settings.HINT_SEEN, True)
    words = QCoreApplication.translate(
        "Hints",
        "Drag to move through time; Ctrl + wheel zooms.\n"
        "Click an event to read about it; a double click brings it close.\n"
        "Search marks what it finds; the facets on the left narrow it down.\n"
        "F1 opens the help, ? lists all keys.",
    )
    notices.tell("hint", words)


def tell_settings(notices: NoticeArea, store: Settings) -> None:
    """Tell that the settings were set aside, if they were."""
    if store.set_aside is None:
        return
    if store.from_newer:
        words = QCoreApplication.translate(
            "Hints", "The settings were written by a newer Timeglass; a copy of them is kept in {path}."
        )
    else:
        words = QCoreApplication.translate(
            "Hints", "The settings could not be read; Timeglass begins with new ones. The old ones are kept in {path}."
        )
    notices.tell("settings", words.format(path=store.set_aside), severity="warning")
    store.save()
