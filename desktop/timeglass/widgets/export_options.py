"""The choices of an export: which events, what format, how it looks; remembered from one time to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFormLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from timeglass import settings
from timeglass.chrono.edtf_date import DateError
from timeglass.chrono.span_text import read_range
from timeglass.events.event import text_in
from timeglass.layout.viewport import Viewport
from timeglass.model.session import Session
from timeglass.settings import Setting, Settings
from timeglass.widgets import style
from timeglass.widgets.choices import Choice, Option, Tick
from timeglass.widgets.counted import events_counted
from timeglass.widgets.export_scope import Scope
from timeglass.widgets.plain_text import PlainLabel
from timeglass.widgets.services import ExportFormat, ExportRequest
from timeglass.widgets.view_states import state_of

WIDTHS: Final = (200, 16_384)
"""Least and most pixels of a picture."""
SIZES: Final = (*range(6, 13), 14, 16, 18, 20, 24)
SCALES: Final = (100, 150, 200, 300, 400, 800)


@dataclass(frozen=True)
class _Kept:
    """A choice that is remembered: how it is read and set."""

    setting: Setting[Any]
    read: Callable[[], Any]
    write: Callable[[Any], None]


class ExportOptions(QWidget):
    """The form. Rows are shown for the formats that heed them."""

    changed = Signal()

    def __init__(
        self,
        session: Session,
        scopes: Sequence[Scope],
        formats: Sequence[ExportFormat],
        store: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._scopes = scopes
        self._formats = formats
        self._store = store
        self.scope_buttons = QButtonGroup(self)
        self.format = Choice()
        self.title_edit = QLineEdit()
        self.paper = Choice()
        self.orientation = Choice()
        self.layout_choice = Choice()
        self.group_by = Choice()
        self.strip = Choice()
        self.font_size = Choice()
        self.details = Tick(self.tr("Longer texts"))
        self.sources = Tick(self.tr("Sources"))
        self.pictures = Tick(self.tr("Pictures"))
        self.span = Choice()
        self.range = QLineEdit()
        self.range.setPlaceholderText(self.tr("1997/2004, May 2014, …"))
        self.width_px = QLineEdit()
        self.width_px.setValidator(QIntValidator(*WIDTHS, self))
        self.scale = Choice()
        self.transparent = Tick(self.tr("Transparent ground"))
        self.outlines = Tick(self.tr("Text as outlines"))
        self.byte_order_mark = Tick(self.tr("Byte order mark (BOM)"))
        self._kept = self._what_is_kept()
        self._build()
        self._fill()
        self._connect()
        self._show_rows()

    # Building

    def _build(self) -> None:
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._with = _column(self.details, self.sources, self.pictures)
        self._ticks = _column(self.transparent, self.outlines)
        for words, widget in (
            (self.tr("Events"), self._scope_box()),
            (self.tr("Format"), self.format),
            (self.tr("Title"), self.title_edit),
            (self.tr("Layout"), self.layout_choice),
            (self.tr("Chapters"), self.group_by),
            (self.tr("Paper"), self.paper),
            (self.tr("Orientation"), self.orientation),
            (self.tr("Font size"), self.font_size),
            (self.tr("Timeline"), self.strip),
            (self.tr("With"), self._with),
            (self.tr("It shows"), self.span),
            (self.tr("Range"), self.range),
            (self.tr("Width in pixels"), self.width_px),
            (self.tr("Scale"), self.scale),
            ("", self._ticks),
            ("", self.byte_order_mark),
        ):
            form.addRow(words, widget)
        for choice in self.findChildren(QComboBox):
            # As wide as there is room: the longest of the words shall not push the form beyond its column.
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            choice.setMinimumWidth(160)
        self._form = form

    def _scope_box(self) -> QWidget:
        buttons: list[QWidget] = []
        for number, scope in enumerate(self._scopes):
            button = Option(f"{scope.words}  ·  {events_counted(len(scope.rows))}")
            button.setFont(style.font(style.NORMAL, tabular=True))
            self.scope_buttons.addButton(button, number)
            buttons.append(button)
        if not buttons:
            buttons.append(PlainLabel(self.tr("There is nothing to export.")))
        return _column(*buttons)

    def _fill(self) -> None:
        name = QCoreApplication.translate
        choices: Sequence[tuple[QComboBox, Sequence[tuple[str, object]]]] = (
            (self.format, [(name("ExportFormats", form.words), form.name) for form in self._formats]),
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
            (
                self.strip,
                [
                    (self.tr("On the first pages"), "bands"),
                    (self.tr("Folded out, one long page"), "foldout"),
                    (self.tr("Sheets for a wall"), "tiles"),
                    (self.tr("None"), "none"),
                ],
            ),
            (
                self.span,
                [
                    (self.tr("What the events cover"), "events"),
                    (self.tr("What the window shows"), "window"),
                    (self.tr("A range"), "range"),
                ],
            ),
            (self.scale, [(f"{percent / 100:g} ×", percent) for percent in SCALES]),
            (self.font_size, [(self.tr("{size} pt").format(size=size), size) for size in SIZES]),
        )
        for choice, entries in choices:
            for words, value in entries:
                choice.addItem(words, value)
        for kept in self._kept:
            kept.write(self._store.get(kept.setting))
        last = self._store.get(settings.EXPORT_SCOPE)
        keys = [scope.key for scope in self._scopes]
        if keys:
            self.scope_buttons.button(keys.index(last) if last in keys else 0).setChecked(True)
        head = self._session.timeline.head
        self.title_edit.setText(text_in(head.title, self._session.navigator.language, head.language))

    def _what_is_kept(self) -> Sequence[_Kept]:
        def choice(setting: Setting[Any], widget: QComboBox) -> _Kept:
            return _Kept(setting, widget.currentData, lambda value: _choose(widget, value))

        def tick(setting: Setting[Any], widget: Tick) -> _Kept:
            return _Kept(setting, widget.isChecked, widget.setChecked)

        return (
            choice(settings.EXPORT_FORMAT, self.format),
            choice(settings.EXPORT_PAPER, self.paper),
            choice(settings.EXPORT_LANDSCAPE, self.orientation),
            choice(settings.EXPORT_LAYOUT, self.layout_choice),
            choice(settings.EXPORT_GROUP_BY, self.group_by),
            choice(settings.EXPORT_STRIP, self.strip),
            choice(settings.EXPORT_SIZE, self.font_size),
            tick(settings.EXPORT_DETAILS, self.details),
            tick(settings.EXPORT_SOURCES, self.sources),
            tick(settings.EXPORT_PICTURES, self.pictures),
            choice(settings.EXPORT_SPAN, self.span),
            _Kept(settings.EXPORT_RANGE, self.range.text, self.range.setText),
            _Kept(settings.EXPORT_WIDTH, self._width, lambda value: self.width_px.setText(str(value))),
            choice(settings.EXPORT_SCALE, self.scale),
            tick(settings.EXPORT_TRANSPARENT, self.transparent),
            tick(settings.EXPORT_OUTLINES, self.outlines),
            tick(settings.EXPORT_MARK, self.byte_order_mark),
        )

    def _connect(self) -> None:
        self.format.currentIndexChanged.connect(self._show_rows)
        self.layout_choice.currentIndexChanged.connect(self._show_rows)
        self.span.currentIndexChanged.connect(self._show_rows)
        self.strip.currentIndexChanged.connect(self._show_rows)
        for choice in (
            self.format, self.paper, self.orientation, self.layout_choice, self.group_by, self.strip, self.span,
            self.scale, self.font_size,
        ):  # fmt: skip
            choice.currentIndexChanged.connect(self.changed)
        for tick in (
            self.details, self.sources, self.pictures, self.transparent, self.outlines, self.byte_order_mark,
        ):  # fmt: skip
            tick.toggled.connect(self.changed)
        for edit in (self.title_edit, self.range, self.width_px):
            edit.textChanged.connect(self.changed)
        self.scope_buttons.idClicked.connect(self.changed)

    def _show_rows(self) -> None:
        chosen = self.chosen_format
        layout = self.layout_choice.currentData()
        painted = chosen.view or (chosen.strip and self.strip.currentData() != "none")
        shown: dict[QWidget, bool] = {
            self.paper: chosen.pages,
            self.orientation: chosen.pages,
            self.layout_choice: chosen.pages,
            self.group_by: chosen.strip and layout != "strip",
            self.font_size: chosen.pages,
            self.strip: chosen.strip,
            self._with: chosen.strip and not (chosen.pages and layout == "strip"),
            self.title_edit: chosen.strip,
            self.span: painted,
            self.range: painted and self.span.currentData() == "range",
            self.width_px: "width_px" in chosen.options,
            self.scale: "scale_factor" in chosen.options,
            self._ticks: "transparent" in chosen.options,
            self.byte_order_mark: "byte_order_mark" in chosen.options,
        }
        self.outlines.setVisible("outlines" in chosen.options)
        for widget, wanted in shown.items():
            self._form.setRowVisible(widget, wanted)

    # What was chosen

    @property
    def chosen_format(self) -> ExportFormat:
        """The format."""
        name = self.format.currentData()
        return next((form for form in self._formats if form.name == name), self._formats[0])

    @property
    def fault(self) -> str:
        """What stands in the way of an export, in words; "" if nothing does."""
        if not self._scopes:
            return self.tr("There is nothing to export.")
        if self.range.isVisibleTo(self) and self._typed_range() is None:
            return self.tr("The range needs a start and an end, such as 1997/2004.")
        if self.width_px.isVisibleTo(self) and not self.width_px.hasAcceptableInput():
            return self.tr("A picture is 200 to 16384 pixels wide.")
        return ""

    def _width(self) -> int:
        typed = self.width_px.text()
        return int(typed) if self.width_px.hasAcceptableInput() else settings.EXPORT_WIDTH.default

    def _typed_range(self) -> Viewport | None:
        try:
            bounds = read_range(self.range.text(), self._session.navigator.language).bounds
        except DateError:
            return None
        return None if bounds.open_start or bounds.open_end else Viewport.over(bounds.span)

    def _viewport(self) -> Viewport | None:
        shows = self.span.currentData()
        if shows == "window":
            return self._session.navigator.viewport
        return self._typed_range() if shows == "range" else None

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
            viewport=self._viewport(),
            view=state_of(session),
            lanes=session.navigator.grouping,
            group_by=self.group_by.currentData(),
            layout=self.layout_choice.currentData(),
            strip=self.strip.currentData(),
            size_pt=float(self.font_size.currentData()),
            with_sources=self.sources.isChecked(),
            with_details=self.details.isChecked(),
            with_pictures=self.pictures.isChecked(),
            width_px=self._width(),
            scale_factor=self.scale.currentData() / 100,
            transparent=self.transparent.isChecked(),
            outlines=self.outlines.isChecked(),
            byte_order_mark=self.byte_order_mark.isChecked(),
        )

    def remember(self) -> None:
        """Keep the choices for next time."""
        for kept in self._kept:
            self._store.put(kept.setting, kept.read())
        chosen = max(self.scope_buttons.checkedId(), 0)
        self._store.put(settings.EXPORT_SCOPE, self._scopes[chosen].key if chosen else "")


def _choose(choice: QComboBox, value: object) -> None:
    place = choice.findData(value)
    if place >= 0:
        choice.setCurrentIndex(place)


def _column(*widgets: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for widget in widgets:
        column.addWidget(widget)
    return box
