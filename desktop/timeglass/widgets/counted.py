"""Numbers alone and with their nouns, in the window's language.

The forms of the nouns come from the translation files, the English ones too; ``%Ln`` is a number written as the
language groups its digits.
"""

from PySide6.QtCore import QLocale, QObject


class Counted(QObject):
    """Nouns with numbers. (Qt's tools see that a text has several forms only where ``tr`` of an object is called.)"""

    def events(self, count: int) -> str:
        """ "1 event", "273 events"."""
        return self.tr("%Ln event(s)", "", count)

    def eras(self, count: int) -> str:
        """ "1 era", "7 eras"."""
        return self.tr("%Ln era(s)", "", count)

    def sources(self, count: int) -> str:
        """ "1 source", "23 sources"."""
        return self.tr("%Ln source(s)", "", count)

    def problems(self, count: int) -> str:
        """ "1 problem", "5 problems"."""
        return self.tr("%Ln problem(s)", "", count)

    def pages(self, count: int) -> str:
        """ "1 page", "12 pages"."""
        return self.tr("%Ln page(s)", "", count)

    def values(self, count: int) -> str:
        """ "1 value", "1,440 values"."""
        return self.tr("%Ln value(s)", "", count)

    def more(self, count: int) -> str:
        """ "and 3 more": events."""
        return self.tr("and %Ln more", "", count)


def number(count: int) -> str:
    """ "1,234"."""
    return QLocale().toString(count)


def events_counted(count: int) -> str:
    """ "1 event", "273 events"."""
    return Counted().events(count)


def eras_counted(count: int) -> str:
    """ "1 era", "7 eras"."""
    return Counted().eras(count)


def sources_counted(count: int) -> str:
    """ "1 source", "23 sources"."""
    return Counted().sources(count)


def problems_counted(count: int) -> str:
    """ "1 problem", "5 problems"."""
    return Counted().problems(count)


def pages_counted(count: int) -> str:
    """ "1 page", "12 pages"."""
    return Counted().pages(count)


def values_counted(count: int) -> str:
    """ "1 value", "1,440 values"."""
    return Counted().values(count)


def more_counted(count: int) -> str:
    """ "and 3 more"."""
    return Counted().more(count)
