"""How a table is to be read: what each column holds, and what becomes of it while one chooses."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from timeglass.widgets import style
from timeglass.widgets.background import Background
from timeglass.widgets.choices import Choice
from timeglass.widgets.columns_list import ColumnsList
from timeglass.widgets.columns_preview import ColumnsPreview
from timeglass.widgets.counted import events_counted, number
from timeglass.widgets.file_words import file_fault
from timeglass.widgets.import_words import order_reason
from timeglass.widgets.plain_text import PlainLabel
from timeglass.widgets.table_services import ColumnMap, Table, TablePreview

FIRST_SIZE: Final = QSize(1080, 640)
FRAME: Final = QSize(8, 40)
"""Left for what the system puts around."""
AUTOMATIC: Final = ""
DAY_FIRST: Final = "day-first"
MONTH_FIRST: Final = "month-first"


class ColumnsDialog(QDialog):
    """Shows the columns as they were found, or chosen before. :meth:`mapping` is what is asked for when it closes."""

    def __init__(self, table: Table, name: str, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._automatic = not table.chosen
        self.setWindowTitle(self.tr("Columns"))
        heading = PlainLabel(self.tr("How is {name} to be read?").format(name=name))
        heading.setFont(style.font(style.HEADING, 600))
        words = self.tr(
            "It is a table, and these are the parts of events that its columns seem to hold. "
            "What you choose here counts for all tables with the same columns."
        )
        about = PlainLabel(words)
        about.setProperty("muted", True)
        about.setWordWrap(True)
        self.list = ColumnsList(table.columns)
        self.list.changed.connect(self._on_changed)
        self.order = Choice()
        self.order.addItem(self.tr("Found from the dates"), AUTOMATIC)
        self.order.addItem(self.tr("Day first"), DAY_FIRST)
        self.order.addItem(self.tr("Month first"), MONTH_FIRST)
        chosen = next(iter(table.chosen.get("order", ())), AUTOMATIC)
        self.order.setCurrentIndex(max(0, self.order.findData(chosen)))
        self.order.currentIndexChanged.connect(lambda _index: self._on_changed())
        self.order_reason = PlainLabel()
        self.order_reason.setProperty("muted", True)
        self.order_reason.setWordWrap(True)
        self.preview = ColumnsPreview(language)
        self.heard = PlainLabel()
        self.heard.setWordWrap(True)
        self.use = QPushButton(self.tr("Use these columns"))
        self.anew = QPushButton(self.tr("As found"))
        self.anew.setToolTip(self.tr("Take every column for what its name and content say"))
        self._trying = Background(self)
        self._trying.done.connect(self._on_tried)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(style.GRID)
        for widget in (heading, about):
            layout.addWidget(widget)
        layout.addSpacing(style.GRID)
        layout.addWidget(self._halves(), 1)
        layout.addLayout(self._buttons())
        self._let_choose(False)  # until it is known what the columns hold
        self.resize(FIRST_SIZE.boundedTo(self.screen().availableSize() - FRAME))
        self._try(table.chosen)

    def _halves(self) -> QSplitter:
        left, right = QWidget(), QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        self._order_box = QWidget()
        order = QVBoxLayout(self._order_box)
        order.setContentsMargins(0, style.GRID, 16, 0)
        row = QHBoxLayout()
        label = PlainLabel(self.tr("Dates such as 1/2/2020"))
        label.setFont(style.font(style.NORMAL, 600))
        label.setBuddy(self.order)
        row.addWidget(label, 1)
        row.addWidget(self.order)
        order.addLayout(row)
        order.addWidget(self.order_reason)
        column.addWidget(self._order_box)
        column = QVBoxLayout(right)
        column.setContentsMargins(16, 0, 0, 0)
        column.addWidget(self.preview, 1)
        column.addWidget(self.heard)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.setHandleWidth(1)
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setSizes([440, 600])
        halves.setStretchFactor(1, 1)
        return halves

    def _buttons(self) -> QHBoxLayout:
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.use.setProperty("accent", True)
        self.use.setFont(style.font(style.NORMAL, 600))
        self.use.setDefault(True)
        self.use.clicked.connect(self.accept)
        self.anew.setAutoDefault(False)
        cancel.setAutoDefault(False)
        self.anew.clicked.connect(self.find_anew)
        buttons = QHBoxLayout()
        buttons.addWidget(self.anew)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.use)
        return buttons

    @property
    def busy(self) -> bool:
        """Tell whether a choice is being tried."""
        return self._trying.busy

    def mapping(self) -> ColumnMap:
        """What was chosen; empty where all was left as it was found."""
        if self._automatic:
            return {}
        order = str(self.order.currentData() or AUTOMATIC)
        return {**self.list.mapping(), **({"order": [order]} if order else {})}

    def find_anew(self) -> None:
        """Take all as it is found."""
        self._automatic = True
        self.order.blockSignals(True)
        self.order.setCurrentIndex(0)
        self.order.blockSignals(False)
        self._try({})

    def _on_changed(self) -> None:
        self._automatic = False
        self._try(self.mapping())

    def _let_choose(self, may: bool) -> None:
        self.list.setEnabled(may)
        self.order.setEnabled(may)

    def _try(self, mapping: ColumnMap) -> None:
        self._trying.start(lambda _progress, _cancelled: self._table.preview(mapping))

    def _on_tried(self, preview: TablePreview) -> None:
        self._let_choose(True)
        if preview.parts:
            self.list.show_parts(preview.parts)
        self._order_box.setVisible(bool(preview.order))
        self._tell_order(preview)
        self.preview.setVisible(preview.timeline is not None)
        if preview.timeline is not None:
            self.preview.show_events(preview.timeline)
        self.use.setEnabled(not preview.refusal)
        self.heard.setText(self._words(preview))
        self.heard.setProperty("muted", not preview.refusal and not preview.faults)
        self.heard.style().polish(self.heard)

    def _tell_order(self, preview: TablePreview) -> None:
        reason = order_reason(preview.reason)
        taken = self.tr("Read as day, month, year") if preview.order == DAY_FIRST else ""
        taken = taken or self.tr("Read as month, day, year")
        self.order_reason.setText(f"{taken}: {reason}." if self.order.currentData() == AUTOMATIC else "")
        self.order_reason.setVisible(bool(self.order_reason.text()))

    def _words(self, preview: TablePreview) -> str:
        if preview.refusal or preview.timeline is None:
            return self.tr("No column holds dates: choose at least one for the date or start.")
        count = events_counted(len(preview.timeline))
        words = self.tr("{events} from the first {rows} rows.")
        if preview.tried >= len(self._table):
            words = self.tr("{events} from all {rows} rows.")
        words = words.format(events=count, rows=number(preview.tried))
        faults = [self.tr("Line {line}: {words}").format(line=line, words=file_fault(fault))
                  for line, fault in preview.faults]  # fmt: skip
        return "\n".join([words, *faults])

    def done(self, result: int) -> None:
        self._trying.close()
        super().done(result)
