"""The field of the search: an icon, the query, how many were found, and steps between them."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from timeglass.paint.theme import Theme
from timeglass.widgets import icons, style
from timeglass.widgets.counted import number
from timeglass.widgets.plain_text import PlainLabel

EDITING_KEYS: Final = frozenset(
    (
        *(Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z),
        *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End),
        *(Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Insert),
    )
)
"""Keys that mean something in a line of text when Ctrl is held."""


class QueryEdit(QLineEdit):
    """A line edit that underlines what could not be read and walks the hits with Enter."""

    next_requested = Signal()
    previous_requested = Signal()
    left = Signal()
    """Esc in an empty field."""
    focus_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fault = -1
        self._fault_color = QColor("red")
        self.setFont(style.font(style.NORMAL))
        self.setFrame(False)

    def set_fault(self, position: int, color: str) -> None:
        """Underline from a character on; -1 for no fault."""
        self._fault = position
        self._fault_color = QColor(color)
        self.update()

    @property
    def fault(self) -> int:
        """Character from which on the text is underlined; -1 for none."""
        return self._fault

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if held == Qt.KeyboardModifier.ControlModifier and event.key() not in EDITING_KEYS:
                event.ignore()  # some systems have letters for moving about in a line; the window's keys go first
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.previous_requested if shift else self.next_requested).emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._fault < 0 or not self.text():
            return
        # The text may be scrolled: the cursor is the one character whose place Qt tells.
        metrics = QFontMetricsF(self.font())
        origin = self.cursorRect().center().x() - metrics.horizontalAdvance(self.text()[: self.cursorPosition()])
        start = min(self._fault, len(self.text()) - 1)
        left = origin + metrics.horizontalAdvance(self.text()[:start])
        right = max(origin + metrics.horizontalAdvance(self.text()), left + 6)
        baseline = self.height() / 2 + metrics.ascent() / 2 + 2
        painter = QPainter(self)
        pen = QPen(self._fault_color, 1.5, Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(QPointF(max(left, 0.0), baseline), QPointF(min(right, self.width()), baseline))


class SearchField(QFrame):
    """The frame around the query. ``query_edited`` comes with each change of the text."""

    query_edited = Signal(str)
    next_requested = Signal()
    previous_requested = Signal()
    left = Signal()
    hide_others_requested = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchField")
        self.setFixedHeight(34)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.edit = QueryEdit(self)
        self.edit.setPlaceholderText(self.tr("Search titles, texts, people, places"))
        self.edit.setAccessibleName(self.tr("Search"))
        self._sign = QLabel(self)
        self.count = PlainLabel(parent=self)
        self.count.setFont(style.font(style.SMALL + 1, tabular=True))
        self.count.setProperty("muted", True)
        self.previous = self._button(self.tr("Previous hit (Shift+Enter)"))
        self.next = self._button(self.tr("Next hit (Enter)"))
        self.hide_rest = self._button(self.tr("Hide what is not found (Ctrl+H)"))
        self.hide_rest.setCheckable(True)
        self.clear = self._button(self.tr("Clear the search (Esc)"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 0, 4, 0)
        layout.setSpacing(2)
        layout.addWidget(self._sign)
        layout.addSpacing(6)
        layout.addWidget(self.edit, 1)
        layout.addSpacing(6)
        layout.addWidget(self.count)
        layout.addSpacing(4)
        for button in (self.previous, self.next, self.hide_rest, self.clear):
            layout.addWidget(button)
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.next_requested.connect(self.next_requested)
        self.edit.previous_requested.connect(self.previous_requested)
        self.edit.left.connect(self.left)
        self.edit.focus_changed.connect(self._mark_focus)
        self.next.clicked.connect(self.next_requested)
        self.previous.clicked.connect(self.previous_requested)
        self.clear.clicked.connect(self.edit.clear)
        self.hide_rest.clicked.connect(self.hide_others_requested)
        self.installEventFilter(self)
        self.set_theme(theme)
        self.show_count(0, 0, searching=False)

    def _button(self, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("flat", True)
        button.setFixedSize(26, 26)
        button.setIconSize(QSize(14, 14))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in a theme's colours."""
        self._theme = theme
        self._sign.setPixmap(icons.pixmap("search", theme.muted, 16, self.devicePixelRatioF()))
        for button, name in (
            (self.previous, "left"), (self.next, "right"), (self.hide_rest, "hide"), (self.clear, "close"),
        ):  # fmt: skip
            button.setIcon(icons.icon(name, theme.muted, 14))

    def text(self) -> str:
        """The query as it stands in the field."""
        return self.edit.text()

    def set_text(self, query: str) -> None:
        """Put a query into the field; what follows is as if it had been typed."""
        if query.strip() != self.edit.text().strip():
            self.edit.setText(query)

    def show_count(self, found: int, total: int, *, searching: bool, doubtful: int = 0) -> None:
        """Tell "12 of 273", and how many of them only possibly match; nothing while nothing is searched."""
        words = self.tr("{found} of {total}").format(found=number(found), total=number(total)) if searching else ""
        if doubtful:
            words = self.tr("{count}, {doubtful} possibly").format(count=words, doubtful=number(doubtful))
        self.count.setText(words)
        for widget in (self.count, self.previous, self.next, self.hide_rest, self.clear):
            widget.setVisible(searching)
        self.previous.setEnabled(found > 0)
        self.next.setEnabled(found > 0)

    def show_waiting(self, words: str) -> None:
        """Tell in place of the count that the answer is awaited."""
        self.show_count(0, 0, searching=True)
        self.count.setText(words)

    def show_fault(self, position: int) -> None:
        """Underline what cannot be read; -1 for nothing."""
        self.edit.set_fault(position, self._theme.error)
        self._set_flag("faulty", position >= 0)

    def _on_text_changed(self, text: str) -> None:
        self.edit.set_fault(-1, self._theme.error)
        self.query_edited.emit(text)

    def _mark_focus(self, has_focus: bool) -> None:
        self._set_flag("focused", has_focus)

    def _set_flag(self, name: str, value: bool) -> None:
        if self.property(name) != value:
            self.setProperty(name, value)
            self.style().unpolish(self)
            self.style().polish(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self and event.type() == QEvent.Type.MouseButtonPress:
            self.edit.setFocus(Qt.FocusReason.MouseFocusReason)
        return super().eventFilter(watched, event)
