"""The middle of the window: the timeline, or in its place what there is to say: empty, wrong, slow."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from timeglass.paint.theme import Theme
from timeglass.widgets import icons, style
from timeglass.widgets.notices import STEPS, Offer


class MessagePage(QWidget):
    """A sign, a title, a sentence, and buttons; set in the middle of the space."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sign_name = "info"
        self._cancel: Callable[[], object] | None = None
        self._sign = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setFont(style.font(style.HEADING, 700))
        self.title.setWordWrap(True)
        self.words = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setFont(style.font(style.BODY))
        self.words.setWordWrap(True)
        self.words.setProperty("muted", True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(240)
        self.progress.setAccessibleName(self.tr("Progress"))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(style.GRID)
        column = QVBoxLayout()
        column.setSpacing(2 * style.GRID)
        for widget in (self._sign, self.title, self.words):
            column.addWidget(widget)
        column.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 32, 32, 32)
        layout.addStretch(2)
        layout.addLayout(column)
        layout.addStretch(3)

    def show_message(self, title: str, words: str, offers: Sequence[Offer] = (), *, sign: str = "info") -> None:
        """Say something; the first offer is the accented one."""
        self._cancel = None
        self._sign_name = sign
        self._show(title, words, offers, accented=True)
        self.set_theme(self._theme)

    def show_loading(self, title: str, words: str, cancel: Callable[[], object]) -> None:
        """Say what is being done, with a bar that moves and a way to give it up: a button, and Escape."""
        self._cancel = cancel
        self._show(title, words, [Offer(self.tr("Cancel"), cancel)], accented=False)

    def start_progress(self) -> None:
        """Let the bar say that something is done, of which it is not known yet how much."""
        self.progress.setRange(0, 0)

    def advance(self, share: float) -> None:
        """Show how much is done, 0 to 1; the bar never goes back."""
        done = max(round(STEPS * share), self.progress.value(), 0)
        self.progress.setRange(0, STEPS)
        self.progress.setValue(done)

    def _show(self, title: str, words: str, offers: Sequence[Offer], accented: bool) -> None:
        self.title.setText(title)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.progress.setVisible(self._cancel is not None)
        self._sign.setVisible(self._cancel is None)
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._buttons.addStretch(1)
        for place, offer in enumerate(offers):
            button = QPushButton(offer.words)
            button.setProperty("accent", accented and place == 0)
            button.setFont(style.font(style.NORMAL, 600))
            button.clicked.connect(lambda _checked=False, do=offer.do: do())
            self._buttons.addWidget(button)
            if place == 0:
                self.setFocusProxy(button)
        self._buttons.addStretch(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._cancel is not None:
            self._cancel()
        else:
            super().keyPressEvent(event)

    def set_theme(self, theme: Theme) -> None:
        """Draw the sign in a theme's colours."""
        self._theme = theme
        color = theme.error if self._sign_name == "warning" else theme.muted
        self._sign.setPixmap(icons.pixmap(self._sign_name, color, 40, self.devicePixelRatioF()))


class Stage(QStackedWidget):
    """Shows the timeline page or a message."""

    def __init__(self, timeline_page: QWidget, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = MessagePage(theme)
        self._timeline_page = timeline_page
        self.addWidget(timeline_page)
        self.addWidget(self.message)

    def minimumSizeHint(self) -> QSize:
        return QSize(280, 160)

    def show_timeline(self) -> None:
        """Show the timeline."""
        self._turn_to(self._timeline_page, self._is_focused())

    def show_message(self, title: str, words: str, offers: Sequence[Offer] = (), *, sign: str = "info") -> None:
        """Show a message in the timeline's place."""
        is_focused = self._is_focused()
        self.message.show_message(title, words, offers, sign=sign)
        self._turn_to(self.message, is_focused)

    def show_loading(self, title: str, words: str, cancel: Callable[[], object]) -> None:
        """Show in the timeline's place that something is being read."""
        is_focused = self._is_focused()
        self.message.show_loading(title, words, cancel)
        self._turn_to(self.message, is_focused)

    def _is_focused(self) -> bool:
        """Tell whether the keyboard's focus is here, and not elsewhere in the window."""
        focused = self.window().focusWidget()
        return focused is None or self.isAncestorOf(focused)

    def _turn_to(self, page: QWidget, is_focused: bool) -> None:
        """Show a page, and let the focus go with it."""
        self.setCurrentWidget(page)
        if is_focused:
            page.setFocus()

    @property
    def shows_timeline(self) -> bool:
        """Tell whether the timeline is seen."""
        return self.currentWidget() is self._timeline_page

    def set_theme(self, theme: Theme) -> None:
        """Draw in a theme's colours."""
        self.message.set_theme(theme)
