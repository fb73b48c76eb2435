"""Pictures in tests: painting into images, and how far two of them differ."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter


def picture(
    draw: Callable[[QPainter], object], width: int = 40, height: int = 40, ground: str = "#ffffff", factor: float = 1.0
) -> QImage:
    """What a function draws on a plain ground; sizes in logical pixels."""
    image = QImage(round(width * factor), round(height * factor), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(factor)
    image.fill(QColor(ground))
    painter = QPainter(image)
    try:
        draw(painter)
    finally:
        painter.end()
    return image


def pixels(image: QImage) -> NDArray[np.int16]:
    """Red, green and blue of every pixel: shape (height, width, 3)."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    flat = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : image.width() * 3].reshape(image.height(), image.width(), 3).astype(np.int16)


def different(one: QImage, other: QImage, least: int = 48) -> int:
    """Number of pixels in which two pictures of one size differ by at least so much in any colour."""
    return int((np.abs(pixels(one) - pixels(other)).max(axis=2) >= least).sum())
