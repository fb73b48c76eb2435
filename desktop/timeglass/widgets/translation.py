"""The language of the window: which one it is, and the translations that make it so."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from timeglass import assets

LANGUAGES: Final = {"en": "English", "uk": "Українська"}
"""The languages that the window speaks, by tag, each under its own name. Menus show them in this order."""
SOURCE_LANGUAGE: Final = "en"
"""The language that the texts are written in; its file holds the forms of nouns behind numbers."""
_NAME: Final = "timeglass-translation"


def interface_language(wish: str = "", system: Sequence[str] | None = None) -> str:
    """The tag of the language to speak: what a person wished for, else the first that the system asks for and we have.

    ``system`` stands for the system's list of tags, such as ``("uk-UA", "en")``.
    """
    if wish in LANGUAGES:
        return wish
    for tag in QLocale.system().uiLanguages() if system is None else system:
        language = tag.replace("_", "-").partition("-")[0].lower()
        if language in LANGUAGES:
            return language
    return SOURCE_LANGUAGE


def present_language() -> str:
    """The tag of the language that the window speaks now."""
    language = QLocale().name().partition("_")[0]
    return language if language in LANGUAGES else SOURCE_LANGUAGE


def install(application: QCoreApplication, language: str) -> list[str]:
    """Let the program speak a language, Qt's own words and the grouping of digits included.

    To be called before there are widgets: those that there are keep their words. Returns the names of the files that
    could not be loaded.
    """
    for old in application.findChildren(QTranslator, _NAME):
        application.removeTranslator(old)
        old.setParent(None)
        old.deleteLater()
    QLocale.setDefault(QLocale(language))
    wanted = [(f"timeglass_{language}", str(assets.resource_file("translations")))]
    if language != SOURCE_LANGUAGE:  # Qt is written in English
        wanted.insert(0, (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)))
    missing = []
    for name, folder in wanted:
        translator = QTranslator(application)
        translator.setObjectName(_NAME)
        if translator.load(name, folder):
            application.installTranslator(translator)
        else:
            missing.append(f"{name}.qm")
    return missing
