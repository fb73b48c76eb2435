"""Notices under the top bar: what happened, what is hidden, what is wrong; each with what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from timeglass.paint.theme import Theme
from timeglass.widgets import icons, style
from timeglass.widgets.plain_text import PlainLabel

STEPS: Final = 1_000
"""Of a progress bar."""


@dataclass(frozen=True)
class Offer:
    """Something that a notice offers to do."""

    words: str
    do: Callable[[], object]


class _Notice(QFrame):
    closed = Signal()

    def __init__(
        self, text: str, offers: Sequence[Offer], severity: str, theme: Theme, closable: bool, busy: bool
    ) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.text = text
        self._severity = severity
        self._sign = PlainLabel()
        self._words = words = PlainLabel(text)
        words.setWordWrap(True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 3, 16, 3)
        layout.setSpacing(8)
        layout.addWidget(self._sign)
        layout.addWidget(words, 1)
        self._bar = QProgressBar()
        self._bar.setRange(0, 0)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(160)
        self._bar.setAccessibleName(self.tr("Progress"))
        layout.addWidget(self._bar)
        self._bar.setVisible(busy)  # not before: without a parent it would be a window of its own
        for offer in offers:
            button = QPushButton(offer.words)
            button.setProperty("flat", True)
            button.setProperty("link", True)
            button.setFont(style.font(style.NORMAL, 600))
            button.clicked.connect(lambda _checked=False, do=offer.do: do())
            layout.addWidget(button)
        self._close = QToolButton()
        self._close.setProperty("flat", True)
        self._close.setFixedSize(24, 24)
        self._close.setIconSize(QSize(12, 12))
        self._close.setToolTip(self.tr("Close"))
        self._close.setAccessibleName(self.tr("Close"))
        self._close.clicked.connect(self.closed)
        layout.addWidget(self._close)
        self._close.setVisible(closable)
        self.set_theme(theme)

    def reword(self, text: str) -> None:
        self.text = text
        self._words.setText(text)

    def advance(self, share: float) -> None:
        """Show how much is done, 0 to 1; the bar never goes back."""
        done = max(round(STEPS * share), self._bar.value())
        self._bar.setRange(0, STEPS)
        self._bar.setValue(done)

    def set_theme(self, theme: Theme) -> None:
        color = {"warning": theme.warning, "error": theme.error}.get(self._severity, theme.accent)
        name = "info" if self._severity == "info" else "warning"
        self._sign.setPixmap(icons.pixmap(name, color, 16, self.devicePixelRatioF()))
        self._close.setIcon(icons.icon("close", theme.muted, 12))


class NoticeArea(QWidget):
    """Notices one under another, each under a key: a new one takes the place of the old one with its key."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: dict[str, _Notice] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def tell(
        self,
        key: str,
        text: str,
        offers: Sequence[Offer] = (),
        *,
        severity: str = "info",
        closable: bool = True,
        seconds: float = 0.0,
        busy: bool = False,
    ) -> None:
        """Show a notice; ``severity`` is info, warning or error; it leaves by itself after ``seconds`` if given.

        One that is ``busy`` has a bar that shows progress, and cannot be closed.
        """
        self.clear(key)
        notice = _Notice(text, offers, severity, self._theme, closable and not busy, busy)
        notice.closed.connect(lambda: self.clear(key))
        self._shown[key] = notice
        self._layout.addWidget(notice)
        if seconds:
            timer = QTimer(notice)
            timer.setSingleShot(True)
            timer.timeout.connect(lambda: self.clear(key))
            timer.start(round(1_000 * seconds))

    def reword(self, key: str, text: str) -> bool:
        """Change what a notice says, and nothing else of it; tell whether there is one."""
        if key in self._shown:
            self._shown[key].reword(text)
        return key in self._shown

    def advance(self, key: str, share: float) -> None:
        """Show how much is done, 0 to 1, of what a notice says."""
        if key in self._shown:
            self._shown[key].advance(share)

    def clear(self, key: str) -> None:
        """Take a notice away."""
        notice = self._shown.pop(key, None)
        if notice is not None:
            notice.hide()
            self._layout.removeWidget(notice)
            notice.deleteLater()

    def texts(self) -> dict[str, str]:
        """What is told, by key."""
        return {key: notice.text for key, notice in self._shown.items()}

    def set_theme(self, theme: Theme) -> None:
        """Draw in a theme's colours."""
        self._theme = theme
        for notice in self._shown.values():
            notice.set_theme(theme)
