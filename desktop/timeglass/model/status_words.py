"""How firmly an event stands, in the window's language."""

from PySide6.QtCore import QCoreApplication

from timeglass.events.event import Status

translate = QCoreApplication.translate


def status_words(status: Status) -> str:
    """A status for people."""
    return {
        Status.CONFIRMED: translate("Status", "Confirmed"),
        Status.DISPUTED: translate("Status", "Disputed"),
        Status.CLAIMED: translate("Status", "Claimed"),
        Status.PLANNED: translate("Status", "Planned"),
    }[status]
