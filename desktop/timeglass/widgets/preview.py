"""Live preview of an export: its real pages, set and drawn in the background while the choices change."""

from collections import OrderedDict
from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from timeglass.paint.theme import Theme
from timeglass.widgets import icons, style
from timeglass.widgets.counted import events_counted
from timeglass.widgets.decoding import decoded
from timeglass.widgets.export_words import export_fault, export_warning
from timeglass.widgets.latest import Cancelled, Latest
from timeglass.widgets.page_canvas import PageCanvas
from timeglass.widgets.plain_text import PlainLabel, plain_tip
from timeglass.widgets.room_words import stage_words
from timeglass.widgets.services import ExportRequest, Services, Sheets

DEBOUNCE_MS: Final = 200
"""So long the choices must rest before the pages are set anew."""
ZOOMS: Final = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_DPI: Final = 96.0
"""Logical pixels an inch: at a zoom of 1 a page has its true size."""
_MOST_PIXELS: Final = 40e6
"""A picture of more is drawn coarser: a fold-out may be metres long."""
_KEPT_PAGES: Final = 12


class Preview(QWidget):
    """Turns and zooms pages. :meth:`close_down` must be called before it is dropped."""

    page_shown = Signal(int)
    """Number of a page, counted from 0, whose picture has come."""
    idle = Signal()

    def __init__(self, services: Services, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._make_request: Callable[[], ExportRequest] | None = None
        self.sheets: Sheets | None = None
        self.number = 0
        self._zoom: float | None = None
        self._drawn: OrderedDict[tuple[int, float], QImage] = OrderedDict()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MS)
        self._timer.timeout.connect(self._set_pages)
        self._setter = Latest(self)
        self._setter.done.connect(self._on_set)
        self._setter.failed.connect(self._on_failed)
        self._drawer = Latest(self)
        self._drawer.done.connect(self._on_drawn)
        self._drawer.failed.connect(self._on_failed)
        for worker in (self._setter, self._drawer):
            worker.idle.connect(self.idle)
        self.canvas = PageCanvas()
        self.canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.canvas.zoom_requested.connect(self.zoom_by)
        self.canvas.turn_requested.connect(self.turn)
        self.canvas.resized.connect(self._show_page)
        self.canvas.installEventFilter(self)
        self.words = PlainLabel()
        self.words.setFont(style.font(style.NORMAL, tabular=True))
        self.note = PlainLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("muted", True)
        self.note.setVisible(False)
        self.back = self._button("left", self.tr("Previous page"), lambda: self.turn(-1))
        self.on = self._button("right", self.tr("Next page"), lambda: self.turn(1))
        self.smaller = self._button("minus", self.tr("Zoom out"), lambda: self.zoom_by(-1))
        self.larger = self._button("plus", self.tr("Zoom in"), lambda: self.zoom_by(1))
        self.fit = QToolButton()
        self.fit.setProperty("flat", True)
        self.fit.setText(self.tr("Whole page"))
        self.fit.clicked.connect(lambda: self.set_zoom(None))
        row = QHBoxLayout()
        row.setSpacing(4)
        for widget in (self.back, self.words, self.on):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.smaller, self.fit, self.larger):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(style.GRID)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.note)
        column.addLayout(row)
        self.set_theme(theme)
        self._show_state()

    def _button(self, name: str, words: str, do: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setProperty("flat", True)
        button.setProperty("sign", name)
        button.setFixedSize(28, 28)
        button.setIconSize(QSize(14, 14))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: do())
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in a theme's colours."""
        for button in (self.back, self.on, self.smaller, self.larger):
            button.setIcon(icons.icon(button.property("sign"), theme.text, 14))

    @property
    def busy(self) -> bool:
        """Tell whether pages are awaited."""
        return self._timer.isActive() or self._setter.busy or self._drawer.busy

    def forget(self) -> None:
        """Want no pages any more; ``idle`` tells when nothing runs."""
        self._timer.stop()
        self._setter.forget()
        self._drawer.forget()

    def close_down(self) -> None:
        """Want no pages any more, and wait for what runs."""
        self.forget()
        self._setter.close()
        self._drawer.close()

    # Setting the pages

    def ask(self, make_request: Callable[[], ExportRequest]) -> None:
        """Show what a request asks for, as soon as no other comes for a moment."""
        self._make_request = make_request
        self._timer.start()

    def show_nothing(self, words: str) -> None:
        """Show no page but a sentence."""
        self.forget()
        self.sheets = None
        self._drawn.clear()
        self.canvas.show_page(QImage(), QSize())
        self._note([words])
        self._show_state()

    def _set_pages(self) -> None:
        set_sheets = self._services.sheets
        if self._make_request is None or set_sheets is None:
            return
        request = self._make_request()

        def work(cancelled: Cancelled) -> object:
            return set_sheets(request, True, lambda _share, _stage: None, cancelled)

        self._setter.ask(work)
        self._show_state()

    def _on_set(self, sheets: Sheets) -> None:
        self.sheets = sheets
        self._drawn.clear()
        self.number = max(0, min(self.number, sheets.count - 1))
        notes = list(map(export_warning, sheets.warnings))
        if sheets.left_out:
            left_out = self.tr("Not shown here, but exported: {events}")
            notes.insert(0, left_out.format(events=events_counted(sheets.left_out)))
        self._note(notes)
        self._show_page()

    def _note(self, notes: list[str]) -> None:
        self.note.setText("\n".join(notes[:3]))
        self.note.setToolTip(plain_tip("\n".join(notes)))
        self.note.setVisible(any(notes))

    def _on_failed(self, words: str) -> None:
        self.show_nothing(export_fault(words))

    # Turning and zooming

    def turn(self, by: int) -> None:
        """Go some pages on, or back."""
        self.show_number(self.number + by)

    def show_number(self, number: int) -> None:
        """Go to a page, counted from 0; beyond the last to the last."""
        if self.sheets is None:
            return
        number = max(0, min(number, self.sheets.count - 1))
        if number != self.number:
            self.number = number
            self.canvas.verticalScrollBar().setValue(0)
            self._show_page()

    def set_zoom(self, zoom: float | None) -> None:
        """Show pages at a share of their true size; None fits them."""
        self._zoom = zoom
        self._show_page()

    def zoom_by(self, steps: int) -> None:
        """Zoom in or out."""
        if self.sheets is None:
            return
        now = self._scale()
        wider = [zoom for zoom in ZOOMS if zoom > now * 1.01]
        closer = [zoom for zoom in ZOOMS if zoom < now * 0.99]
        if steps > 0 and wider:
            self.set_zoom(wider[0])
        elif steps < 0 and closer:
            self.set_zoom(closer[-1])

    def _scale(self) -> float:
        """Size on the screen by true size."""
        if self._zoom is not None or self.sheets is None:
            return self._zoom or 1.0
        width, height = (side * _DPI / 25.4 for side in self.sheets.size_mm(self.number))
        room = self.canvas.room
        return max(min(room.width() / width, room.height() / height), 0.02)

    def _page_size(self) -> QSize:
        if self.sheets is None:
            return QSize()
        width, height = (side * _DPI / 25.4 * self._scale() for side in self.sheets.size_mm(self.number))
        return QSize(round(width), round(height))

    def _dpi(self) -> float:
        """Dots an inch at which a page is drawn: those of the screen, or fewer for a huge page."""
        size, factor = self._page_size(), self.devicePixelRatioF()
        pixels = size.width() * size.height() * factor * factor
        coarser: float = min(1.0, (_MOST_PIXELS / max(pixels, 1.0)) ** 0.5)
        return round(_DPI * self._scale() * factor * coarser, 2)

    def _show_page(self) -> None:
        if self.sheets is not None:
            found = self._drawn.get((self.number, self._dpi()))
            if found is not None:
                self.canvas.show_page(found, self._page_size())
                self.page_shown.emit(self.number)
                self._draw_ahead()
            else:
                # Until the picture comes another of the same page stands in, if there is one.
                rough = [image for (number, _), image in self._drawn.items() if number == self.number]
                if rough:
                    self.canvas.show_page(rough[-1], self._page_size())
                self._draw(self.number)
        self._show_state()

    def _draw(self, number: int) -> None:
        sheets, dpi = self.sheets, self._dpi()

        def work(cancelled: Cancelled) -> object:
            if sheets is None or cancelled():
                return None
            return sheets, number, dpi, decoded(sheets.picture(number, dpi))

        self._drawer.ask(work)

    def _draw_ahead(self) -> None:
        """Draw the next page before it is asked for."""
        following = self.number + 1
        if self.sheets is None or following >= self.sheets.count or self._zoom is not None or self._drawer.busy:
            return
        if (following, self._dpi()) not in self._drawn:
            self._draw(following)

    def _on_drawn(self, drawn: tuple[Sheets, int, float, QImage] | None) -> None:
        if drawn is None or drawn[0] is not self.sheets:
            return
        _, number, dpi, image = drawn
        self._drawn[number, dpi] = image
        while len(self._drawn) > _KEPT_PAGES:
            self._drawn.popitem(last=False)
        if number == self.number:
            self._show_page()

    def _show_state(self) -> None:
        pages = self.sheets.count if self.sheets is not None else 0
        if pages:
            words = self.tr("Page {number} of {count}").format(number=self.number + 1, count=pages)
        elif self._setter.busy or self._timer.isActive():
            words = stage_words("Setting the pages")
        else:
            words = ""
        self.words.setText(words)
        self.canvas.setAccessibleName(self.tr("Preview"))
        self.canvas.setAccessibleDescription(words)
        self.back.setEnabled(self.number > 0 and pages > 0)
        self.on.setEnabled(self.number + 1 < pages)
        for button in (self.smaller, self.larger, self.fit):
            button.setEnabled(pages > 0)
        percent = f"{self._scale():.0%}" if pages and self._zoom is not None else self.tr("Whole page")
        self.fit.setText(percent)
        self.fit.setToolTip(self.tr("Show the whole page"))

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if watched is self.canvas and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            do = self._by_key().get(Qt.Key(event.key()))
            if do is not None:
                do()
                return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _by_key(self) -> dict[Qt.Key, Callable[[], None]]:
        last = self.sheets.count - 1 if self.sheets is not None else 0
        return {
            Qt.Key.Key_PageUp: partial(self.turn, -1),
            Qt.Key.Key_PageDown: partial(self.turn, 1),
            Qt.Key.Key_Home: partial(self.show_number, 0),
            Qt.Key.Key_End: partial(self.show_number, last),
            Qt.Key.Key_Plus: partial(self.zoom_by, 1),
            Qt.Key.Key_Equal: partial(self.zoom_by, 1),
            Qt.Key.Key_Minus: partial(self.zoom_by, -1),
            Qt.Key.Key_0: partial(self.set_zoom, None),
        }
