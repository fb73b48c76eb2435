"""The languages that a timeline's texts are in, and the menu to choose one."""

from collections.abc import Callable, Iterable
from itertools import chain, islice

from PySide6.QtCore import QLocale
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from timeglass.events.event import Text
from timeglass.events.timeline import Timeline
from timeglass.model.collation import sort_key
from timeglass.model.navigator import Navigator
from timeglass.widgets.translation import LANGUAGES

_LOOKED_AT = 500


def languages_of(timeline: Timeline) -> list[str]:
    """Language tags of the texts, the file's own first; a file that has one says so in its first events."""
    head = timeline.head
    events = list(islice(timeline.events, _LOOKED_AT))
    texts: Iterable[Text] = chain(
        (head.title, head.description),
        (category.label for category in head.categories.values()),
        (era.title for era in head.eras),
        (event.title for event in events),
        (event.summary for event in events),
    )
    found = {tag for text in texts if isinstance(text, dict) for tag in text}
    return [head.language, *sorted(found - {head.language})]


def language_for(timeline: Timeline, *wishes: str) -> str:
    """The first wish that the timeline has texts in; its own language where it has none of them."""
    wanted = [wish for wish in wishes if wish]
    found = languages_of(timeline) if wanted and wanted[0] != timeline.head.language else [timeline.head.language]
    return next((wish for wish in wanted if wish in found), timeline.head.language)


def fill_languages(menu: QMenu, navigator: Navigator, choose: Callable[[str], object]) -> None:
    """Fill the menu; to be called when it opens. ``choose`` is told the tag that was chosen."""
    menu.clear()
    group = QActionGroup(menu)
    own, *others = [(tag, _name(tag)) for tag in languages_of(navigator.timeline)]
    key = sort_key()
    for tag, name in (own, *sorted(others, key=lambda one: key(one[1]))):
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(tag == navigator.language)
        action.triggered.connect(lambda _checked=False, tag=tag: choose(tag))
        group.addAction(action)


def _name(tag: str) -> str:
    name = LANGUAGES.get(tag) or QLocale(tag).nativeLanguageName() or tag  # Qt calls "en" American
    return name[:1].upper() + name[1:]
