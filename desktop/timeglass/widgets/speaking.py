"""The two languages of a window: the one it speaks itself, and the one of the texts it shows."""

from PySide6.QtCore import QObject

from timeglass import settings
from timeglass.model.session import Session
from timeglass.settings import Settings
from timeglass.widgets.actions import Actions
from timeglass.widgets.languages import fill_languages, language_for
from timeglass.widgets.notices import NoticeArea
from timeglass.widgets.translation import LANGUAGES, interface_language, present_language

TOLD = "interface-language"


class Speaking(QObject):
    """Carries out the choices of the View menu.

    Texts are shown in the language that was chosen last, else in that of the window, else in the file's own.
    """

    def __init__(
        self, session: Session, store: Settings, actions: Actions, notices: NoticeArea, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._store = store
        self._notices = notices
        kept = store.get(settings.INTERFACE_LANGUAGE)
        for tag in ("", *LANGUAGES):
            action = actions[f"interface_{tag or 'system'}"]
            action.setChecked(tag == kept)
            action.triggered.connect(lambda _checked=False, tag=tag: self.speak(tag))
        texts = actions.submenus["language"]
        texts.aboutToShow.connect(lambda: fill_languages(texts, session.navigator, self.show_texts_in))
        session.timeline_changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Show the texts of the present timeline in the language that is wanted most."""
        navigator = self._session.navigator
        wanted = language_for(navigator.timeline, self._store.get(settings.LANGUAGE), present_language())
        if wanted != navigator.language:
            navigator.set_language(wanted)

    def show_texts_in(self, tag: str) -> None:
        """Show texts in a language, in this file and in others that have it."""
        # The window's own language is no wish: whoever changes that one wants to read in the new one, too.
        self._store.put(settings.LANGUAGE, "" if tag == present_language() else tag)
        self._session.navigator.set_language(tag)

    def speak(self, tag: str) -> None:
        """Keep the language of the window ("" for the system's); widgets that are there keep their words."""
        self._store.put(settings.INTERFACE_LANGUAGE, tag)
        self._store.save()
        language = interface_language(tag)
        if language == present_language():
            self._notices.clear(TOLD)
            return
        words = self.tr("Timeglass will speak {language} when it is started next.")
        self._notices.tell(TOLD, words.format(language=LANGUAGES[language]))
