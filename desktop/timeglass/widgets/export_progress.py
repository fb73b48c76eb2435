"""An export while it runs and when it is done: progress, cancel; open, show in folder, copy path."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from timeglass.widgets import style
from timeglass.widgets.background import Background
from timeglass.widgets.counted import events_counted, pages_counted
from timeglass.widgets.export_words import export_fault, export_warning
from timeglass.widgets.file_words import refusal
from timeglass.widgets.plain_text import PlainLabel
from timeglass.widgets.room_words import stage_words
from timeglass.widgets.services import Exported, ExportRequest, Services

_WIDEST_PX: Final = 560
"""Of what is told, amid a dialog that was made for pages."""


class ExportProgress(QWidget):
    """Runs one export. :meth:`stop` must be called before it is dropped."""

    close_requested = Signal()
    back_requested = Signal()
    finished = Signal(object)
    """What was written: :class:`~timeglass.widgets.services.Exported`."""
    idle = Signal()
    """Nothing runs any more."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._path = Path()
        self._count = 0
        self._stopping = False
        self._background = Background(self)
        self._background.progressed.connect(self._on_progressed)
        self._background.done.connect(self._on_done)
        self._background.failed.connect(self._on_failed)
        self.heading = PlainLabel()
        self.heading.setFont(style.font(style.HEADING, 700))
        self.heading.setWordWrap(True)
        self.words = PlainLabel()
        self.words.setWordWrap(True)
        self.words.setProperty("muted", True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1_000)
        self.bar.setTextVisible(False)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.open = QPushButton(self.tr("Open"))
        self.open.setProperty("accent", True)
        self.folder = QPushButton(self.tr("Show in folder"))
        self.copy = QPushButton(self.tr("Copy path"))
        self.back = QPushButton(self.tr("Back"))
        self.close_button = QPushButton(self.tr("Close"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.back, self.cancel, self.copy, self.folder, self.close_button, self.open):
            buttons.addWidget(button)
        told = QWidget()
        told.setMaximumWidth(_WIDEST_PX)
        lines = QVBoxLayout(told)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        for widget in (self.heading, self.words, self.bar):
            lines.addWidget(widget)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(told, 10)
        across.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addStretch(2)  # a little above the middle, where one looks
        column.addLayout(across)
        column.addStretch(3)
        column.addLayout(buttons)
        self.cancel.clicked.connect(self._on_cancelled)
        self.back.clicked.connect(self.back_requested)
        self.close_button.clicked.connect(self.close_requested)
        self.open.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path))))
        self.folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent))))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(str(self._path)))

    def start(self, request: ExportRequest, path: Path) -> None:
        """Begin to write."""
        self._path = path
        self._stopping = False
        self._count = len(request.rows)
        self._show(self.tr("Exporting {events}").format(events=events_counted(self._count)), "", [self.cancel])
        self.cancel.setEnabled(True)
        self.bar.setValue(0)
        self.bar.setVisible(True)
        export = self._services.export
        self._background.start(lambda progress, cancelled: export(request, path, progress, cancelled))

    @property
    def busy(self) -> bool:
        """Tell whether a file is being written."""
        return self._background.busy

    def ask_to_stop(self) -> None:
        """End what runs; ``idle`` tells when it has."""
        self._stopping = True
        self._background.ask_to_stop()

    def stop(self) -> None:
        """End what runs; waits until it has heard."""
        self._background.close()

    def _show(self, heading: str, words: str, buttons: list[QPushButton]) -> None:
        self.heading.setText(heading)
        self.words.setText(words)
        for button in (self.cancel, self.back, self.open, self.folder, self.copy, self.close_button):
            button.setVisible(button in buttons)
        if buttons:
            buttons[0].setFocus()

    def _on_progressed(self, share: float, words: str) -> None:
        self.bar.setValue(round(1_000 * share))
        self.words.setText(stage_words(words))

    def _on_done(self, exported: Exported) -> None:
        self._path = exported.path
        self.bar.setVisible(False)
        lines = [str(exported.path), *map(export_warning, exported.warnings)]
        heading = self.tr("{events} exported").format(events=events_counted(self._count))
        if exported.pages:
            heading = f"{heading}, {pages_counted(exported.pages)}"
        self._show(heading, "\n".join(lines), [self.open, self.folder, self.copy, self.close_button])
        self.finished.emit(exported)
        self.idle.emit()

    def _on_failed(self, words: str, is_fault: bool) -> None:
        self.bar.setVisible(False)
        if self._stopping and not is_fault:
            self._show(self.tr("Cancelled"), self.tr("No file was written."), [self.back, self.close_button])
        else:
            words = export_fault(refusal(words, str(self._path)))
            if is_fault:
                words = self.tr("A fault of the program stands in the way: {words}").format(words=words)
            self._show(self.tr("Nothing was exported"), words, [self.back, self.close_button])
        self.idle.emit()

    def _on_cancelled(self) -> None:
        # Not a word yet of what became of the file: it may be written at this very moment.
        self.cancel.setEnabled(False)
        self.ask_to_stop()
