"""Shows a written page: paints badges and bars under the text, tells where links lead, fetches nothing."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
)
from PySide6.QtWidgets import QMenu, QTextBrowser, QTextEdit, QWidget

from timeglass.paint.theme import Theme, ink
from timeglass.widgets.marking import stretches
from timeglass.widgets.page_writer import BADGE_GROUND, BAR_COLOR, BAR_SHARE, RULE

_PADDING_PX: Final = 3.0
_BAR_PX: Final = 6.0
_OUTSIDE: Final = ("http:", "https:", "mailto:")


class PageView(QTextBrowser):
    """A read-only page. ``link_requested`` comes with the href of a clicked link; nothing is opened here."""

    link_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.copies: QMenu | None = None
        """What else the menu of the page offers to copy."""
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(24, 24, 12, 0)
        self.anchorClicked.connect(self._on_anchor_clicked)
        self.highlighted.connect(self._tell_target)

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme's colours; the page itself is written anew by its owner."""
        self._theme = theme

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None  # a page is text: nothing is ever loaded

    def _on_anchor_clicked(self, url: QUrl) -> None:
        self.link_requested.emit(url.toString())

    def _tell_target(self, url: QUrl) -> None:
        self.viewport().setToolTip(url.toString() if url.toString().startswith(_OUTSIDE) else "")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Copy):
            # With no words selected, the key copies the events.
            event.setAccepted(self.textCursor().hasSelection())
            if event.isAccepted() and event.type() == QEvent.Type.KeyPress:
                self.copy()
            return event.isAccepted()
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        if self.textCursor().hasSelection():
            menu.addAction(self.tr("Copy the selected words"), self.copy)
        address = self.anchorAt(event.pos())
        if address.startswith(_OUTSIDE):
            menu.addAction(self.tr("Copy the address"), lambda: QGuiApplication.clipboard().setText(address))
        if self.copies is not None:
            if not menu.isEmpty():
                menu.addSeparator()
            menu.addActions(self.copies.actions())
        if not menu.isEmpty():
            menu.exec(event.globalPos())
        menu.deleteLater()

    def highlight(self, words: Sequence[str]) -> None:
        """Mark words wherever they stand on the page; none takes all marks away."""
        form = QTextCharFormat()
        form.setBackground(ink(self._theme.hit, 0.22))
        found = []
        for block in self._blocks() if words else ():
            for start, end in stretches(block.text(), words):
                mark = QTextEdit.ExtraSelection()
                mark.cursor = QTextCursor(block)
                mark.cursor.setPosition(block.position() + start)
                mark.cursor.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
                mark.format = form
                found.append(mark)
        self.setExtraSelections(found)

    def paintEvent(self, event: QPaintEvent) -> None:
        decorated = [block for block in self._blocks() if _is_decorated(block)]
        if decorated:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
            for block in decorated:
                if block.blockFormat().hasProperty(BAR_SHARE):
                    self._paint_bar(painter, block)
                elif block.blockFormat().hasProperty(RULE):
                    place = self.document().documentLayout().blockBoundingRect(block)
                    line = QRectF(place.left(), place.center().y(), place.width(), 1.0)
                    painter.fillRect(line, ink(self._theme.line))
                else:
                    self._paint_badges(painter, block)
            painter.end()
        super().paintEvent(event)

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _paint_bar(self, painter: QPainter, block: QTextBlock) -> None:
        form = block.blockFormat()
        place = self.document().documentLayout().blockBoundingRect(block)
        bar = QRectF(place.left(), place.bottom() + 3, place.width(), _BAR_PX)
        painter.setBrush(ink(self._theme.sunken))
        painter.drawRoundedRect(bar, _BAR_PX / 2, _BAR_PX / 2)
        bar.setWidth(max(bar.width() * float(form.property(BAR_SHARE)), _BAR_PX))
        painter.setBrush(QColor(str(form.property(BAR_COLOR))))
        painter.drawRoundedRect(bar, _BAR_PX / 2, _BAR_PX / 2)

    def _paint_badges(self, painter: QPainter, block: QTextBlock) -> None:
        origin = None
        for part in block.textFormats():
            form: QTextCharFormat = part.format
            if not form.hasProperty(BADGE_GROUND):
                continue
            if origin is None:
                origin = self.document().documentLayout().blockBoundingRect(block).topLeft()
            line = block.layout().lineForTextPosition(part.start)
            if not line.isValid():
                continue
            left, right = _x_of(line, part.start), _x_of(line, part.start + part.length)
            height = form.font().pixelSize() * 1.25
            top = line.y() + line.ascent() - height * 0.78 - _PADDING_PX
            badge = QRectF(origin.x() + left, origin.y() + top, right - left, height + 2 * _PADDING_PX)
            painter.setBrush(QColor(str(form.property(BADGE_GROUND))))
            painter.drawRoundedRect(badge, badge.height() / 2, badge.height() / 2)


def _is_decorated(block: QTextBlock) -> bool:
    form = block.blockFormat()
    if form.hasProperty(BAR_SHARE) or form.hasProperty(RULE):
        return True
    return any(part.format.hasProperty(BADGE_GROUND) for part in block.textFormats())


def _x_of(line: QTextLine, position: int) -> float:
    answer: Any = line.cursorToX(position)  # a pair in some releases of PySide
    return float(answer[0] if isinstance(answer, tuple) else answer)
