"""PNG that is written band by band, read by Qt."""

import struct

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from timeglass.export import png
from timeglass.export.png import filtered, png_bytes
from timeglass.export.steps import UNWATCHED


def noise(width: int, height: int, format_: QImage.Format) -> QImage:
    """Pixels at random beside plain stripes."""
    random = np.random.default_rng(1)
    image = QImage(width, height, format_)
    image.fill(QColor(200, 100, 50))
    for _ in range(width * height // 3):
        x, y = int(random.integers(width)), int(random.integers(height // 2 + 1))
        image.setPixelColor(min(x, width - 1), y, QColor(*random.integers(0, 256, 4).tolist()))
    return image


@pytest.mark.parametrize(("width", "height"), [(1, 1), (3, 2), (7, 40), (64, 33)])
@pytest.mark.parametrize("format_", [QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied])
@pytest.mark.parametrize("band", [1, 500, 2_000_000])
def test_comes_back_pixel_by_pixel(
    width: int, height: int, format_: QImage.Format, band: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(png, "_BAND_BYTES", band)
    image = noise(width, height, format_)
    back = QImage.fromData(png_bytes(image, UNWATCHED))
    assert back.hasAlphaChannel() == image.hasAlphaChannel()
    plain = QImage.Format.Format_ARGB32
    assert back.convertToFormat(plain) == image.convertToFormat(plain)


def test_tells_its_true_size() -> None:
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    image.fill(0)
    image.setDevicePixelRatio(2.0)
    data = png_bytes(image, UNWATCHED)
    at = data.index(b"pHYs") + 4
    assert struct.unpack(">IIB", data[at : at + 9]) == (7559, 7559, 1)  # 192 dots an inch


def test_each_row_gets_the_filter_that_leaves_least() -> None:
    flat = np.full((1, 40, 3), 99, np.uint8)
    ramp = np.repeat(np.arange(40, dtype=np.uint8)[np.newaxis, :, np.newaxis] * 3, 3, axis=2)
    rows = np.concatenate((ramp, ramp, np.zeros_like(flat)))
    lines = np.frombuffer(filtered(rows, flat[0]), np.uint8).reshape(3, -1)
    assert lines[:, 0].tolist() == [1, 2, 0]
    assert not lines[1, 1:].any()
