"""What the readers of files expect in a place, and found there, in the language of the window.

These words are put into the sentences of :mod:`~timeglass.widgets.file_words`.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from timeglass.widgets.room_words import said

KINDS: Final[Sequence[object]] = (
    QT_TRANSLATE_NOOP("Kinds", "one of {}"),
    QT_TRANSLATE_NOOP("Kinds", "a whole number from {} to {}"),
    QT_TRANSLATE_NOOP("Kinds", "a whole number"),
    QT_TRANSLATE_NOOP("Kinds", "a number"),
    QT_TRANSLATE_NOOP("Kinds", "a list"),
    QT_TRANSLATE_NOOP("Kinds", "one text per language"),
    QT_TRANSLATE_NOOP("Kinds", "keys and values with {} and {}"),
    QT_TRANSLATE_NOOP("Kinds", "keys and values with {}"),
    QT_TRANSLATE_NOOP("Kinds", "keys and values"),
    QT_TRANSLATE_NOOP("Kinds", "a text"),
    QT_TRANSLATE_NOOP("Kinds", "a language tag such as 'uk'"),
    QT_TRANSLATE_NOOP("Kinds", "a colour such as '#0072B2'"),
    QT_TRANSLATE_NOOP("Kinds", "newer than this program"),
    QT_TRANSLATE_NOOP("Kinds", "no version of the format"),
    QT_TRANSLATE_NOOP("Kinds", "plain text"),
    QT_TRANSLATE_NOOP("Kinds", "no plain keys"),
    QT_TRANSLATE_NOOP("Kinds", " ({} stands there)"),
    QT_TRANSLATE_NOOP("Kinds", "a PNG picture"),
    QT_TRANSLATE_NOOP("Kinds", "a JPEG picture"),
    QT_TRANSLATE_NOOP("Kinds", "a GIF picture"),
    QT_TRANSLATE_NOOP("Kinds", "a PDF document"),
    QT_TRANSLATE_NOOP("Kinds", "a ZIP archive"),
    QT_TRANSLATE_NOOP("Kinds", "a gzip archive"),
    QT_TRANSLATE_NOOP("Kinds", "a program"),
    QT_TRANSLATE_NOOP("Kinds", "a database"),
    QT_TRANSLATE_NOOP("Kinds", "or"),
)


def kind_words(text: str) -> str:
    """One of these kinds, or several joined by "or"; anything else, such as what the file itself says, as it is."""
    if text.startswith(("'", '"')):
        return text
    kinds = text.split(" or ")
    words = [said("Kinds", KINDS, kind) for kind in kinds]
    if all(kind == word for kind, word in zip(kinds, words, strict=True)):
        return text
    return f" {QCoreApplication.translate('Kinds', 'or')} ".join(words)
