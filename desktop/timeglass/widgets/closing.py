"""Asks before a window closes in the midst of a print: half of the pages may lie in the tray."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from timeglass.widgets.printing import Printing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class Closing(QObject):
    """Lets a window close at once, or when the person has answered, or when the pages are printed."""

    def __init__(self, printing: Printing, window: QWidget) -> None:
        super().__init__(window)
        self._printing = printing
        self._window = window
        self._agreed = False
        self.question: QMessageBox | None = None
        printing.finished.connect(self._on_printed)

    def may_close(self) -> bool:
        """Tell whether nothing stands against it; else ask, and close the window later if that is what is wanted."""
        application = QGuiApplication.instance()
        leaving = isinstance(application, QGuiApplication) and application.isSavingSession()
        if self._agreed or leaving or not self._printing.busy:
            return True
        if self.question is None:
            self._ask()
        return False

    def _ask(self) -> None:
        from PySide6.QtWidgets import QMessageBox  # not before the first frame

        question = QMessageBox(self._window)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.setIcon(QMessageBox.Icon.Question)
        question.setWindowTitle(self.tr("Printing"))
        question.setText(self.tr("Pages are still being printed."))
        question.setInformativeText(self.tr("The window closes by itself when they are."))
        stop = question.addButton(self.tr("Stop printing and close"), QMessageBox.ButtonRole.DestructiveRole)
        stay = question.addButton(self.tr("Keep the window open"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(stay)
        question.setEscapeButton(stay)
        stop.clicked.connect(self._close)
        question.finished.connect(self._on_answered)
        self.question = question
        question.open()

    def _on_answered(self) -> None:
        self.question = None

    def _on_printed(self) -> None:
        if self.question is not None:
            self._close()

    def _close(self) -> None:
        self._agreed = True
        if self.question is not None:
            self.question.close()
        QTimer.singleShot(0, self._window, self._window.close)
