"""What may complete the query, in a list under the search field; never takes the focus."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QStyledItemDelegate, QVBoxLayout, QWidget

from timeglass.paint.theme import Theme, ink
from timeglass.widgets import style
from timeglass.widgets.elided_label import elided

_COUNT_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
SHOWN_AT_MOST: Final = 10
_ROW_PX: Final = 28


class _Delegate(QStyledItemDelegate):
    """Label on the left, count on the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme: Theme | None = None

    def sizeHint(self, _option: object, _index: object) -> QSize:
        return QSize(100, _ROW_PX)

    def paint(self, painter: QPainter, option, index) -> None:  # type: ignore[no-untyped-def]
        if self.theme is None:
            return
        room: QRect = option.rect
        if option.state & option.state.State_Selected:
            painter.fillRect(room, ink(self.theme.selection))
        painter.setFont(style.font(style.NORMAL, tabular=True))
        count = str(index.data(_COUNT_ROLE) or "")
        middle = Qt.AlignmentFlag.AlignVCenter
        inner = room.adjusted(12, 0, -12, 0)
        painter.setPen(ink(self.theme.muted))
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignRight), count)
        painter.setPen(ink(self.theme.text))
        width = inner.width() - painter.fontMetrics().horizontalAdvance(count) - 12
        text = elided(str(index.data()), painter.fontMetrics(), width)
        painter.drawText(inner, int(middle | Qt.AlignmentFlag.AlignLeft), text)


class CompletionPopup(QFrame):
    """A child of the window that lies over its panes."""

    chosen = Signal(int)
    """Place of the offer that was taken."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("completions")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Completions"))
        self.list.setUniformItemSizes(True)
        self._delegate = _Delegate(self.list)
        self.list.setItemDelegate(self._delegate)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 4, 1, 4)
        layout.addWidget(self.list)
        self.list.itemClicked.connect(lambda _item: self.chosen.emit(self.list.currentRow()))
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme's colours."""
        self._delegate.theme = theme
        self.setStyleSheet(f"#completions {{ background: {theme.panel}; border: 1px solid {theme.line}; }}")

    def offer(self, offers: Sequence[tuple[str, str]], under: QWidget) -> None:
        """Show labels and counts under a widget; nothing hides the list."""
        self.list.clear()
        for label, count in offers[:SHOWN_AT_MOST]:
            item = QListWidgetItem(label, self.list)
            item.setData(_COUNT_ROLE, count)
        if not self.list.count():
            self.hide()
            return
        self.list.setCurrentRow(-1)
        corner = under.mapTo(self.window(), QPoint(0, under.height() + 2))
        height = self.list.count() * _ROW_PX + 10
        self.setGeometry(corner.x(), corner.y(), under.width(), height)
        self.raise_()
        self.show()

    def move_choice(self, by: int) -> None:
        """Choose the next or previous offer; before the first there is none."""
        row = self.list.currentRow() + by
        self.list.setCurrentRow(min(max(row, -1), self.list.count() - 1))

    @property
    def choice(self) -> int:
        """Place of the offer that is chosen; -1 for none."""
        return self.list.currentRow() if self.isVisible() else -1
