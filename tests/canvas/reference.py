"""Reference pictures: compared pixel by pixel without any tolerance, rewritten on demand."""

import os
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from golden import REWRITE


def pixels(image: QImage) -> NDArray[np.uint32]:
    """An image as an array of 0xRRGGBB, one a device pixel."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    line = image.bytesPerLine() // 4
    whole = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), line)
    return whole[:, : image.width()] & 0xFFFFFF


def check_picture(path: Path, found: QImage, folder: Path) -> None:
    """Fail unless a picture is its reference; what was found and the difference are then written into ``folder``."""
    if os.environ.get(REWRITE) == "1":
        path.parent.mkdir(exist_ok=True)
        assert found.convertToFormat(QImage.Format.Format_RGB32).save(str(path))
        return
    now = folder / f"{path.stem}-now.png"
    assert found.save(str(now))
    advice = f"If this is meant: {REWRITE}=1 python -m pytest, then look at what changed."
    if not path.exists():
        pytest.fail(f"no reference {path.name}; found {now}\n{advice}", pytrace=False)
    expected, drawn = pixels(QImage(str(path))), pixels(found)
    if expected.shape != drawn.shape:
        words = f"{path.name}: {drawn.shape[::-1]} instead of {expected.shape[::-1]} pixels; found {now}"
        pytest.fail(f"{words}\n{advice}", pytrace=False)
    differs = expected != drawn
    if differs.any():
        difference = folder / f"{path.stem}-difference.png"
        _difference(expected, differs).save(str(difference))
        rows, columns = np.nonzero(differs)
        place = f"x {columns.min()} … {columns.max()}, y {rows.min()} … {rows.max()}"
        words = f"{path.name}: {differs.sum()} pixels differ ({place}); found {now}, difference {difference}"
        pytest.fail(f"{words}\n{advice}", pytrace=False)


def _difference(expected: NDArray[np.uint32], differs: NDArray[np.bool_]) -> QImage:
    """The reference, paled, with what differs in red."""
    pale = 0xC0C0C0 + ((expected >> 2) & 0x3F3F3F)
    painted = np.ascontiguousarray(np.where(differs, 0xFFFF0000, 0xFF000000 | pale), np.uint32)
    height, width = painted.shape
    return QImage(painted.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32).copy()
