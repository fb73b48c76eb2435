"""The export dialog: choices beside the pages they make; then progress; then where the file is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timeglass import settings
from timeglass.model.session import Session
from timeglass.paint.theme import LIGHT, Theme
from timeglass.settings import Settings
from timeglass.widgets import style
from timeglass.widgets.export_options import ExportOptions
from timeglass.widgets.export_progress import ExportProgress
from timeglass.widgets.export_scope import scopes_of
from timeglass.widgets.preview import Preview
from timeglass.widgets.services import ExportRequest, Services

ChoosePath = Callable[[QWidget, str, str], str]
"""Asks for a path: parent, what to propose, filter. Empty when the person does not want to."""
FIRST_SIZE = QSize(1_040, 760)
_NARROW_PX = 760
"""Below this width there is no room for pages beside the choices."""


def _ask_path(parent: QWidget, proposed: str, kinds: str) -> str:
    return QFileDialog.getSaveFileName(
        parent, QCoreApplication.translate("ExportDialog", "Export to"), proposed, kinds
    )[0]


class ExportDialog(QDialog):
    """Remembers all choices. :meth:`close_down` must be called before it is dropped while it works."""

    print_requested = Signal(object)
    """An :class:`~timeglass.widgets.services.ExportRequest` whose pages are to be printed."""

    def __init__(
        self,
        session: Session,
        services: Services,
        store: Settings,
        parent: QWidget | None = None,
        choose_path: ChoosePath = _ask_path,
        theme: Theme = LIGHT,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._choose_path = choose_path
        self._result: int | None = None
        self.setWindowTitle(self.tr("Export"))
        self.options = ExportOptions(session, scopes_of(session), services.export_formats(), store)
        self.preview = Preview(services, theme)
        self.go = QPushButton(self.tr("Export…"))
        self.print = QPushButton(self.tr("Print…"))
        self.cancel = QPushButton(self.tr("Cancel"))
        self.progress = ExportProgress(services)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._options_page())
        self.pages.addWidget(self.progress)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.addWidget(self.pages)
        self.go.setDefault(True)  # in the dialog at last: before, Return would have meant Cancel
        self.progress.close_requested.connect(self.accept)
        self.progress.back_requested.connect(self._on_back)
        self.progress.idle.connect(self._leave)
        self.preview.idle.connect(self._leave)
        self.options.changed.connect(self._on_changed)
        self.go.clicked.connect(self.start)
        self.print.clicked.connect(self._on_print)
        self.cancel.clicked.connect(self.reject)
        self.resize(FIRST_SIZE.boundedTo(self._room()))
        self._on_changed()

    def _room(self) -> QSize:
        """What the screen has room for."""
        return self.screen().availableSize() * 0.94

    def _options_page(self) -> QWidget:
        page = QWidget()
        choices = QScrollArea()
        choices.setWidget(self.options)
        choices.setWidgetResizable(True)
        choices.setFrameShape(QFrame.Shape.NoFrame)
        choices.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        choices.setFixedWidth(380)
        self.options.setContentsMargins(0, 0, 16, 0)
        self.go.setProperty("accent", True)
        self.go.setFont(style.font(style.NORMAL, 600))
        buttons = QHBoxLayout()
        buttons.addWidget(self.print)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(choices)
        across.addWidget(self.preview, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(across, 1)
        column.addLayout(buttons)
        return page

    def _on_back(self) -> None:
        self.pages.setCurrentIndex(0)
        self._on_changed()  # the pages were given up when the export began

    def _on_changed(self) -> None:
        chosen, fault = self.options.chosen_format, self.options.fault
        self.go.setEnabled(not fault)
        self.print.setVisible(chosen.pages)
        self.print.setEnabled(not fault)
        if fault:
            self.preview.show_nothing(fault)
        elif chosen.pages or chosen.view:
            self.preview.ask(self.options.request)
        else:
            self.preview.show_nothing(self.tr("This format has no pages to show."))

    def request(self) -> ExportRequest:
        """What the choices ask for."""
        return self.options.request()

    def _on_print(self) -> None:
        self.options.remember()
        request = self.request()
        self.accept()
        self.print_requested.emit(request)

    def _proposed(self, request: ExportRequest) -> str:
        folder = Path(self._store.get(settings.EXPORT_FOLDER) or Path.home())
        path = request.timeline.path
        stem = path.stem if path else "timeline"
        return str(folder / f"{stem}{self.options.chosen_format.ending}")

    def start(self) -> None:
        """Ask where to, and export."""
        request = self.request()
        ending = self.options.chosen_format.ending
        kinds = f"{self.options.format.currentText()} (*{ending})"
        chosen = self._choose_path(self, self._proposed(request), kinds)
        if not chosen:
            return
        path = Path(chosen)
        if not path.suffix:
            path = path.with_name(f"{path.name}{ending}")
        self.options.remember()
        self._store.put(settings.EXPORT_FOLDER, str(path.parent))
        self.preview.forget()
        self.pages.setCurrentWidget(self.progress)
        self.progress.start(request, path)

    # Leaving: what cannot be stopped at once ends unseen

    def done(self, result: int) -> None:
        self._result = result
        self.preview.forget()
        self.progress.ask_to_stop()
        self._leave()

    def _leave(self) -> None:
        if self._result is None:
            return
        if self.preview.busy or self.progress.busy:
            self.hide()
        else:
            super().done(self._result)

    def close_down(self) -> None:
        """Wait for what still runs."""
        self.preview.close_down()
        self.progress.stop()
        self._leave()
