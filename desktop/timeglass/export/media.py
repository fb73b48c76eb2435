"""Pictures of events: read from beside the timeline file, made small enough and safe to print."""

import base64
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from timeglass.events.event import Medium
from timeglass.export.job import ExportJob

LARGEST_FILE: Final = 64 * 1024 * 1024
"""Bytes; a larger file is not read."""
LONGEST_SIDE: Final = 2_000
"""Pixels; larger pictures are scaled down to this, some 300 dpi over the width of a page."""
_LARGEST_AREA: Final = 400_000_000
"""Pixels; a picture that claims more is not decoded."""


@dataclass(slots=True)
class Media:
    """Collects the files that lie beside the page template, and warnings about those that could not be read."""

    job: ExportJob
    files: dict[str, bytes] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    _names: dict[str, tuple[str, float]] = field(default_factory=dict)

    def add(self, medium: Medium) -> tuple[str, float]:
        """The name under which a picture lies in :attr:`files` and its width by its height; "" and 1 if it cannot."""
        if medium.file not in self._names:
            try:
                image, kind = self._read(medium.file)
            except _NotPrintableError as reason:
                self.warnings.append(f"{medium.file}: {reason}; a placeholder is printed")
                self._names[medium.file] = ("", 1.0)
            else:
                name = f"media{len(self.files)}.svg"
                self.files[name] = _wrapped(image, kind)
                self._names[medium.file] = (name, image.width() / image.height())
        return self._names[medium.file]

    def _locate(self, file: str) -> Path:
        """The file beside the timeline; what leads out of its folder is refused."""
        home = self.job.timeline.path
        if home is None:
            raise _NotPrintableError("the timeline has no folder to look in")
        try:
            folder = home.parent.resolve()
            path = (folder / file).resolve()
            if not path.is_relative_to(folder):
                raise _NotPrintableError("lies outside the timeline's folder")
            if not path.is_file():
                raise _NotPrintableError("is not there")
            if path.stat().st_size > LARGEST_FILE:
                raise _NotPrintableError("is too large")
        except (OSError, ValueError, RuntimeError):
            raise _NotPrintableError("cannot be read") from None
        return path

    def _read(self, file: str) -> tuple[QImage, str]:
        """The decoded picture, and "jpeg" or "png", as which it is to be written."""
        reader = QImageReader(str(self._locate(file)))
        reader.setDecideFormatFromContent(True)
        reader.setAutoTransform(True)
        size = reader.size()
        kind = "jpeg" if bytes(reader.format().data()) == b"jpeg" else "png"
        if size.width() * size.height() > (_LARGEST_AREA if kind == "jpeg" else _largest_area(reader)):
            raise _NotPrintableError("has too many pixels")
        if max(size.width(), size.height()) > LONGEST_SIDE:
            reader.setScaledSize(size.scaled(QSize(LONGEST_SIDE, LONGEST_SIDE), Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        if image.isNull():
            raise _NotPrintableError("is no picture that can be read")
        return image, kind


def _largest_area(reader: QImageReader) -> int:
    """Pixels up to which Qt decodes a picture; only those of a JPEG become fewer while it is decoded."""
    megabytes = reader.allocationLimit()
    bits = QImage.toPixelFormat(reader.imageFormat()).bitsPerPixel() or 32
    return min(megabytes * 1024 * 1024 * 8 // max(bits, 32), _LARGEST_AREA) if megabytes else _LARGEST_AREA


class _NotPrintableError(Exception):
    """Why a picture cannot be printed, in words."""


def _wrapped(image: QImage, kind: str) -> bytes:
    """SVG around a picture: typst's binding takes only text files beside the template.

    The picture is always encoded anew, so that typst gets only what it can read.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind.upper(), 90)  # type: ignore[call-overload]  # the stubs want bytes, Qt takes both
    coded = base64.b64encode(bytes(buffer.data().data())).decode()
    size = f'width="{image.width()}" height="{image.height()}"'
    shown = f'<image {size} href="data:image/{kind};base64,{coded}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{shown}</svg>'.encode()
