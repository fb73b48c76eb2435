"""Makes the icons of all sizes and kinds from the drawings in ``resources/icons``.

    .venv/bin/python packaging/icons.py

The results are kept in the history, so that neither a build nor an installation needs to draw.
"""

import os
import struct
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parents[1] / "resources" / "icons"
PNG_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
ICNS_KINDS = {
    b"icp4": 16,
    b"icp5": 32,
    b"ic11": 32,
    b"ic12": 64,
    b"ic07": 128,
    b"ic13": 256,
    b"ic08": 256,
    b"ic14": 512,
    b"ic09": 512,
}
SMALL = 24
"""Up to this size the drawing for small sizes is used."""


def png(drawing: Path, size: int) -> bytes:
    """A drawing as a PNG of this many pixels each way."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 0)  # type: ignore[call-overload] # 0: the smallest file
    return bytes(buffer.data().data())


def mark(size: int) -> bytes:
    """The mark of the program as a PNG."""
    return png(FOLDER / ("timeglass-small.svg" if size <= SMALL else "timeglass.svg"), size)


def ico(pictures: dict[int, bytes]) -> bytes:
    """Windows' icon file: a directory of 16 bytes per picture, then the pictures as PNG."""
    place = 6 + 16 * len(pictures)
    directory = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in pictures.items():
        side = size % 256  # 0 stands for 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return directory + b"".join(pictures.values())


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """macOS' icon file: kind and length before each picture."""
    body = b"".join(kind + struct.pack(">I", 8 + len(picture)) + picture for kind, picture in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def main() -> None:
    """Write all files."""
    app = QGuiApplication([])
    for size in PNG_SIZES:
        (FOLDER / f"timeglass-{size}.png").write_bytes(mark(size))
    (FOLDER / "timeglass.ico").write_bytes(ico({size: mark(size) for size in ICO_SIZES}))

    (FOLDER / "timeglass.icns").write_bytes(icns({kind: mark(size) for kind, size in ICNS_KINDS.items()}))
    document = FOLDER / "timeglass-document.svg"
    (FOLDER / "timeglass-document-128.png").write_bytes(png(document, 128))
    (FOLDER / "timeglass-document.ico").write_bytes(ico({size: png(document, size) for size in (32, 48, 256)}))
    app.quit()


if __name__ == "__main__":
    main()
