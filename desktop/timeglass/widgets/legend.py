"""The legend: a panel over the timeline that explains every mark in use."""

import time
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QToolButton, QVBoxLayout

from timeglass.layout.legend import HEIGHT_PX, WIDTH_PX, Present, Sample, legend
from timeglass.paint.legend_painter import draw_sample
from timeglass.paint.scene_painter import ScenePainter
from timeglass.paint.theme import Theme
from timeglass.widgets import icons, style
from timeglass.widgets.legend_words import heading_words, sample_words
from timeglass.widgets.plain_text import PlainLabel
from timeglass.widgets.timeline_view import TimelineView

_WIDTH_PX: Final = 340
_LEAST_PX: Final = 200
_MARGIN_PX: Final = 8
_SETTLED_MS: Final = 150
"""The view moves on while it glides; the legend follows when it stands still."""


class Legend(QFrame):
    """Lies over a timeline view, beside its right edge; lists the marks that the view's painter draws."""

    closed = Signal()
    """The person is done with it."""

    def __init__(self, view: TimelineView, theme: Theme) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._shown: tuple[object, ...] = ()
        self.setObjectName("legend")
        self.setAccessibleName(self.tr("Legend"))
        title = PlainLabel(self.tr("Legend"))
        title.setFont(style.font(style.NORMAL, 600))
        self._close = QToolButton()
        self._close.setProperty("flat", True)
        self._close.setToolTip(self.tr("Close the legend"))
        self._close.setAccessibleName(self.tr("Close the legend"))
        self._close.clicked.connect(self.closed)
        self.list = QListWidget()
        self.list.setObjectName("legendList")
        self.list.setAccessibleName(self.tr("Marks and what they mean"))
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setIconSize(QSize(round(WIDTH_PX), round(HEIGHT_PX)))
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 6, 0)
        head.addWidget(title, 1)
        head.addWidget(self._close)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 6)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        self._settled = QTimer(self)
        self._settled.setObjectName("legend follows")
        self._settled.setSingleShot(True)
        self._settled.setInterval(_SETTLED_MS)
        self._settled.timeout.connect(self._refresh)
        navigator = view.navigator
        for signal in (
            navigator.viewport_changed, navigator.timeline_changed, navigator.language_changed, navigator.hits_changed,
            navigator.hide_others_changed, view.current_moved,
        ):  # fmt: skip
            signal.connect(self._on_changed)
        view.installEventFilter(self)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = theme
        self._close.setIcon(icons.icon("close", theme.muted))
        self._shown = ()
        if self.isVisible():
            self._refresh()

    def open(self, opened: bool) -> None:
        """Show the legend with the keys in its list, or give them back to the timeline."""
        had_keys = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.setVisible(opened)
        if opened:
            self._refresh()
            self.raise_()
            self.list.setFocus(Qt.FocusReason.PopupFocusReason)
        elif had_keys:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.DevicePixelRatioChange) and self.isVisible():
            QTimer.singleShot(0, self, self._refresh)  # when the view has its new size
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _on_changed(self) -> None:
        if self.isVisible():
            self._settled.start()

    # What it lists

    def samples(self) -> list[Sample]:
        """The marks in use now."""
        view, navigator = self._view, self._view.navigator
        row = view.currentIndex().row()
        related = view.emphasis.related_of(row) if row >= 0 else ()
        present = Present(
            viewport=navigator.viewport,
            now=int(time.time()),
            searching=navigator.hits is not None and not navigator.hide_others,
            relations=tuple(dict.fromkeys(one.kind for one in related)),
            changed=bool(view.emphasis.changed),
            echoes=bool(view.scene().echoes),
        )
        return list(legend(navigator.timeline, navigator.language, present))

    def _refresh(self) -> None:
        """List what is in use, unless that is listed already; and stand where there is room."""
        samples, ratio = self.samples(), self.devicePixelRatioF()
        looks = tuple((sample.kind, sample_words(sample), sample.scene.charts) for sample in samples)
        shown = (looks, ratio, self._theme, self._view.navigator.timeline)
        if shown != self._shown:
            self._shown = shown
            self._fill(samples, ratio)
        self._stand()

    def _fill(self, samples: list[Sample], ratio: float) -> None:
        place = self.list.verticalScrollBar().value()
        self.list.clear()
        categories = self._view.navigator.timeline.head.categories.values()
        painter_of = ScenePainter(self._theme, [category.color for category in categories], ratio)
        heading = ""
        for sample in samples:
            words = heading_words(sample)
            if words and words != heading:
                heading = words
                self.list.addItem(self._heading(words))
            item = QListWidgetItem(self._icon(sample, painter_of, ratio), sample_words(sample))
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.list.addItem(item)
        self.list.verticalScrollBar().setValue(place)

    @staticmethod
    def _heading(words: str) -> QListWidgetItem:
        item = QListWidgetItem(words.upper())
        item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
        item.setFont(style.font(style.SMALL, 600, spaced=True))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        return item

    def _icon(self, sample: Sample, painter_of: ScenePainter, ratio: float) -> QIcon:
        pixmap = QPixmap(QSize(round(WIDTH_PX * ratio), round(HEIGHT_PX * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._theme.canvas)
        painter = QPainter(pixmap)
        draw_sample(painter, sample, painter_of)
        painter.end()
        return QIcon(pixmap)

    def _stand(self) -> None:
        """Beside the right edge, above the charts, no higher than what is listed."""
        scene, area = self._view.scene(), self._view.viewport()
        width = min(_WIDTH_PX, max(area.width() - 2 * _MARGIN_PX, 1))
        room = max(area.height() - round(scene.header_px) - 2 * _MARGIN_PX, min(_LEAST_PX, area.height()))
        self.list.setFixedWidth(width - 2)  # how many lines a row has follows from it
        listed = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        around = self._column.sizeHint().height() - self.list.sizeHint().height()
        wanted = listed + around + _MARGIN_PX
        height = min(room, wanted)
        self.setGeometry(area.width() - width - _MARGIN_PX, area.height() - height - _MARGIN_PX, width, height)
