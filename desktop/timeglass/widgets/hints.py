"""The hint of the first run."""

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
        "Hints", "Drag to move through time, Ctrl + wheel to zoom, click an event to read about it; ? lists all keys."
    )
    notices.tell("hint", words)
