"""Numbers with their nouns. Without a translation file Qt has no plurals, not even English ones."""

from PySide6.QtCore import QCoreApplication


def _counted(count: int, one: str, many: str) -> str:
    return one if count == 1 else many.format(count=f"{count:,}")


def events_counted(count: int) -> str:
    """ "1 event", "273 events"."""
    translate = QCoreApplication.translate
    return _counted(count, translate("Counted", "1 event"), translate("Counted", "{count} events"))


def eras_counted(count: int) -> str:
    """ "1 era", "7 eras"."""
    translate = QCoreApplication.translate
    return _counted(count, translate("Counted", "1 era"), translate("Counted", "{count} eras"))


def sources_counted(count: int) -> str:
    """ "1 source", "23 sources"."""
    translate = QCoreApplication.translate
    return _counted(count, translate("Counted", "1 source"), translate("Counted", "{count} sources"))


def problems_counted(count: int) -> str:
    """ "1 problem", "5 problems"."""
    translate = QCoreApplication.translate
    return _counted(count, translate("Counted", "1 problem"), translate("Counted", "{count} problems"))
