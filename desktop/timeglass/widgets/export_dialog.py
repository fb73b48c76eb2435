"""The export dialog: what, as what, how; then progress; then where the file is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from timeglass import settings
from timeglass.events.event import text_in
from timeglass.model.session import Session
from timeglass.settings import Settings
from timeglass.widgets import style
from timeglass.widgets.choices import Choice, Option, Tick
from timeglass.widgets.counted import events_counted
from timeglass.widgets.export_progress import ExportProgress
from timeglass.widgets.export_scope import scopes_of
from timeglass.widgets.services import ExportFormat, ExportRequest, Services

ChoosePath = Callable[[QWidget, str, str], str]
"""Asks for a path: parent, what to propose, filter. Empty when the person does not want to."""


def _ask_path(parent: QWidget, proposed: str, kinds: str) -> str:
    return QFileDialog.getSaveFileName(
        parent, QCoreApplication.translate("ExportDialog", "Export to"), proposed, kinds
    )[0]


class ExportDialog(QDialog):
    """Remembers format, paper and folder. The options of paper are shown for formats that have pages."""

    def __init__(
        self,
        session: Session,
        services: Services,
        store: Settings,
        parent: QWidget | None = None,
        choose_path: ChoosePath = _ask_path,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._services = services
        self._store = store
        self._choose_path = choose_path
        self._scopes = scopes_of(session)
        self._formats = services.export_formats()
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(480)
        self.scope_buttons = QButtonGroup(self)
        self.format = Choice()
        self.paper = Choice()
        self.orientation = Choice()
        self.layout_choice = Choice()
        self.group_by = Choice()
        self.title_edit = QLineEdit()
        self.strip = Tick(self.tr("A picture of the timeline on top"))
        self.details = Tick(self.tr("Longer texts"))
        self.sources = Tick(self.tr("Sources"))
        self.go = QPushButton(self.tr("Export…"))
        self.progress = ExportProgress(services)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._options_page())
        self.pages.addWidget(self.progress)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.addWidget(self.pages)
        self.go.setDefault(True)  # in the dialog at last: before, Return would have meant Cancel
        self.progress.close_requested.connect(self.accept)
        self.progress.back_requested.connect(lambda: self.pages.setCurrentIndex(0))
        self.format.currentIndexChanged.connect(self._on_format_changed)
        self.go.clicked.connect(self.start)
        self._fill()

    def _options_page(self) -> QWidget:
        page = QWidget()
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.tr("Events"), self._scope_box())
        form.addRow(self.tr("Format"), self.format)
        form.addRow(self.tr("Title"), self.title_edit)
        self._paper_rows = [
            (self.tr("Paper"), self.paper),
            (self.tr("Orientation"), self.orientation),
            (self.tr("Layout"), self.layout_choice),
            (self.tr("Chapters"), self.group_by),
        ]
        for words, widget in self._paper_rows:
            form.addRow(words, widget)
        self._checks = QWidget()
        checks = QVBoxLayout(self._checks)
        checks.setContentsMargins(0, 0, 0, 0)
        for box in (self.strip, self.details, self.sources):
            box.setChecked(True)
            checks.addWidget(box)
        form.addRow(self.tr("With"), self._checks)
        self._form = form
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go.setProperty("accent", True)
        self.go.setFont(style.font(style.NORMAL, 600))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.go)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addLayout(form)
        column.addStretch(1)
        column.addLayout(buttons)
        return page

    def _scope_box(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        for number, scope in enumerate(self._scopes):
            button = Option(f"{scope.words}  ·  {events_counted(len(scope.rows))}")
            button.setFont(style.font(style.NORMAL, tabular=True))
            self.scope_buttons.addButton(button, number)
            column.addWidget(button)
        if not self._scopes:
            column.addWidget(QLabel(self.tr("There is nothing to export.")))
            self.go.setEnabled(False)
        else:
            self.scope_buttons.button(0).setChecked(True)
        return box

    def _fill(self) -> None:
        for choice, entries in (
            (
                self.format,
                [(QCoreApplication.translate("ExportFormats", form.words), form.name) for form in self._formats],
            ),
            (self.paper, [("A4", "a4"), (self.tr("US Letter"), "letter"), ("A3", "a3")]),
            (self.orientation, [(self.tr("Portrait"), False), (self.tr("Landscape"), True)]),
            (
                self.layout_choice,
                [
                    (self.tr("Report"), "report"),
                    (self.tr("Table"), "table"),
                    (self.tr("Cards"), "cards"),
                    (self.tr("Timeline only"), "strip"),
                ],
            ),
            (
                self.group_by,
                [(self.tr("By year"), "year"), (self.tr("By era"), "era"), (self.tr("By category"), "category")],
            ),
        ):
            for words, value in entries:
                choice.addItem(words, value)
        store, head = self._store, self._session.timeline.head
        self._choose(self.format, store.get(settings.EXPORT_FORMAT))
        self._choose(self.paper, store.get(settings.EXPORT_PAPER))
        self._choose(self.orientation, store.get(settings.EXPORT_LANDSCAPE))
        self.title_edit.setText(text_in(head.title, self._session.navigator.language, head.language))
        self._on_format_changed()

    @staticmethod
    def _choose(choice: QComboBox, value: object) -> None:
        place = choice.findData(value)
        if place >= 0:
            choice.setCurrentIndex(place)

    def _on_format_changed(self) -> None:
        chosen = self._chosen_format()
        for _, widget in self._paper_rows:
            self._form.setRowVisible(widget, chosen.pages)
        reads = chosen.pages or chosen.strip
        self._form.setRowVisible(self._checks, reads)
        self._form.setRowVisible(self.title_edit, reads)
        self.strip.setVisible(chosen.strip)
        self.adjustSize()

    def _chosen_format(self) -> ExportFormat:
        name = self.format.currentData()
        return next((form for form in self._formats if form.name == name), self._formats[0])

    def request(self) -> ExportRequest:
        """What the choices ask for."""
        session = self._session
        scope = self._scopes[max(self.scope_buttons.checkedId(), 0)]
        return ExportRequest(
            timeline=session.timeline,
            rows=scope.rows,
            format_name=self.format.currentData(),
            paper=self.paper.currentData(),
            landscape=self.orientation.currentData(),
            title=self.title_edit.text().strip(),
            query=session.query if scope.key == "found" else "",
            language=session.navigator.language,
            viewport=session.navigator.viewport if scope.key == "view" else None,
            lanes=session.navigator.grouping,
            group_by=self.group_by.currentData(),
            layout=self.layout_choice.currentData(),
            strip="bands" if self.strip.isChecked() else "none",
            with_sources=self.sources.isChecked(),
            with_details=self.details.isChecked(),
        )

    def _proposed(self, request: ExportRequest) -> str:
        folder = Path(self._store.get(settings.EXPORT_FOLDER) or Path.home())
        path = request.timeline.path
        stem = path.stem if path else "timeline"
        return str(folder / f"{stem}{self._chosen_format().ending}")

    def start(self) -> None:
        """Ask where to, and export."""
        request = self.request()
        ending = self._chosen_format().ending
        kinds = f"{self.format.currentText()} (*{ending})"
        chosen = self._choose_path(self, self._proposed(request), kinds)
        if not chosen:
            return
        path = Path(chosen)
        if not path.suffix:
            path = path.with_name(f"{path.name}{ending}")
        store = self._store
        store.put(settings.EXPORT_FORMAT, request.format_name)
        store.put(settings.EXPORT_PAPER, request.paper)
        store.put(settings.EXPORT_LANDSCAPE, request.landscape)
        store.put(settings.EXPORT_FOLDER, str(path.parent))
        self.pages.setCurrentWidget(self.progress)
        self.progress.start(request, path)

    def done(self, result: int) -> None:
        self.progress.stop()
        super().done(result)
