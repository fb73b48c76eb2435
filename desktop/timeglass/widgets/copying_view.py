"""Copying the timeline as it is seen, as a picture."""

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage

from timeglass.widgets.actions import Actions
from timeglass.widgets.notices import NoticeArea
from timeglass.widgets.timeline_view import TimelineView

NOTICE = "copied-view"


class ViewCopying(QObject):
    """Carries out "Copy the view": what the timeline shows, at the screen's own resolution."""

    def __init__(self, view: TimelineView, actions: Actions, notices: NoticeArea, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._notices = notices
        actions["copy_view"].triggered.connect(lambda _checked=False: self.copy())

    def picture(self) -> QImage:
        """The timeline without bars and panes."""
        return self._view.viewport().grab().toImage()

    def copy(self) -> None:
        """Put the picture on the clipboard."""
        picture = self.picture()
        data = QMimeData()
        data.setImageData(picture)
        QGuiApplication.clipboard().setMimeData(data)
        words = self.tr("The view is on the clipboard: {width} × {height} pixels.")
        self._notices.tell(NOTICE, words.format(width=picture.width(), height=picture.height()), seconds=6)
