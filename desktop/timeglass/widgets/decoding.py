"""Pictures out of bytes, in a worker thread."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader


def decoded(data: bytes) -> QImage:
    """A picture; a null one where it cannot be read.

    Unlike ``QImage.fromData`` the reader lets other threads of Python run meanwhile: a large page takes half a second.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAllocationLimit(0)  # a page at a printer's resolution is large, and comes from ourselves
    return reader.read()
