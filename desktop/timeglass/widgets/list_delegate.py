"""Paints the list's cells: category marks, searched words, and where the order of dates is not known."""

import numpy as np
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeglass.model.event_model import EVENT_ROLE, ROW_ROLE, Column
from timeglass.model.selecting import Rows
from timeglass.model.session import Session
from timeglass.paint.shapes import Manner, draw_mark
from timeglass.paint.theme import Theme, category_color, ink
from timeglass.widgets import style
from timeglass.widgets.elided_label import elided
from timeglass.widgets.marking import stretches

_SIDE_PX = 12


class ListDelegate(QStyledItemDelegate):
    """One text a cell, elided, with a mark before categories."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self._session = session
        self._selected = np.zeros(0, np.bool_)
        self._small = style.font(style.SMALL)
        self.shows_doubt = True
        """Whether the list is in order of dates, so that an unknown order can be told."""
        self._bold = style.font(style.NORMAL, 600, tabular=True)

    def set_selected(self, rows: Rows) -> None:
        """Paint these rows of the timeline as selected."""
        self._selected = np.zeros(len(self._session.timeline), np.bool_)
        self._selected[rows] = True

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        state = option.state
        room = QRectF(option.rect)
        font = option.font
        text = str(option.text)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = int(index.data(ROW_ROLE))
        if state & option.state.State_Selected or (row < len(self._selected) and self._selected[row]):
            painter.fillRect(room, ink(self.theme.selection))
        column, event = index.column(), index.data(EVENT_ROLE)
        if column == Column.DATE and self.shows_doubt and self._order_unknown(index):
            self._paint_doubt(painter, room)
        muted = column not in (Column.TITLE, Column.DATE)
        outcome = self._session.outcome
        room.adjust(_SIDE_PX, 0, -_SIDE_PX / 2, 0)
        if column == Column.CATEGORY and event.categories:
            room.setLeft(self._paint_mark(painter, event.categories[0], room))
        if column == Column.TITLE and event.importance >= 4:
            font = self._bold
        painter.setFont(font)
        color = self.theme.muted if muted else self.theme.text
        hits = self._session.navigator.hit_mask
        if hits is not None and not hits[row]:
            painter.setOpacity(0.4)  # dimmed as on the timeline
        shown = elided(text, painter.fontMetrics(), int(room.width()))
        marked = stretches(shown, outcome.words) if outcome and column in (Column.TITLE, Column.ACTORS) else []
        painter.setPen(ink(color))
        if marked:
            self._paint_marked(painter, shown, marked, room)
        else:
            align = option.displayAlignment
            painter.drawText(room, int((align | Qt.AlignmentFlag.AlignVCenter).value), shown)
        painter.restore()

    def _order_unknown(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Tell whether this event and the one above may have begun in either order."""
        if index.row() == 0:
            return False
        above = index.model().index(index.row() - 1, 0)
        here, there = int(index.data(ROW_ROLE)), int(above.data(ROW_ROLE))
        columns = self._session.timeline.columns
        return bool(
            columns.start_earliest[here] <= columns.start_latest[there]
            and columns.start_earliest[there] <= columns.start_latest[here]
        )

    def _paint_doubt(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(ink(self.theme.muted))
        painter.setFont(self._small)
        place = QRectF(room.left(), room.top(), _SIDE_PX, room.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), "≈")

    def _paint_mark(self, painter: QPainter, category: str, room: QRectF) -> float:
        timeline = self._session.timeline
        place = timeline.category_ids.index(category)
        color = category_color(self.theme, place, timeline.head.categories[category].color)
        painter.save()
        painter.translate(QPointF(room.left() + 5, room.center().y()))
        draw_mark(painter, place, Manner.SOLID, QColor(color), ink(self.theme.panel), 4.2)
        painter.restore()
        return room.left() + 18

    def _paint_marked(self, painter: QPainter, text: str, marked: list[tuple[int, int]], room: QRectF) -> None:
        layout = QTextLayout(text, painter.font())
        form = QTextCharFormat()
        form.setBackground(ink(self.theme.hit, 0.22))
        ranges = []
        for start, end in marked:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, end - start, form
            ranges.append(part)
        layout.setFormats(ranges)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(room.width() + 100)
        layout.endLayout()
        layout.draw(painter, QPointF(room.left(), room.center().y() - line.height() / 2))
