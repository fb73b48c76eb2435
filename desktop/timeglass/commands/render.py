"""``timeglass render``: a picture of the whole window, without a display."""

import argparse
import os
import re
from pathlib import Path
from typing import Final

from timeglass.commands.opening import open_timeline
from timeglass.commands.parsers import VIEW_HELP
from timeglass.commands.spans import viewport_of
from timeglass.commands.views import asked_view
from timeglass.errors import UsageError

_SIZE: Final = re.compile(r"(\d{2,5})x(\d{2,5})")
_LARGEST: Final = 16_384
"""Pixels a side."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("file", nargs="?", metavar="FILE", help="a timeline; none: the built-in one")
    parser.add_argument("-o", "--output", required=True, metavar="OUT.png", help="the picture to write")
    parser.add_argument("--size", default="1920x1080", metavar="WxH", help="in pixels (1920x1080)")
    parser.add_argument("--range", default="", metavar="DATE/DATE", help="what to show; none: the file's own view")
    parser.add_argument("--view", default="", metavar="VIEW", help=f"what to show: {VIEW_HELP}")
    parser.add_argument("--theme", choices=("light", "dark"), default="light")
    parser.add_argument("--scale", type=float, default=1.0, metavar="FACTOR", help="pixels a logical pixel (1)")
    parser.add_argument("--force", action="store_true", help="overwrite the picture")


def run(arguments: argparse.Namespace) -> int:
    """Write the picture."""
    size = _SIZE.fullmatch(arguments.size)
    if size is None or max(map(int, size.groups())) > _LARGEST:
        raise UsageError(
            f"a size is WIDTHxHEIGHT in pixels up to {_LARGEST}, such as 1920x1080, not {arguments.size!r}"
        )
    if not 0.5 <= arguments.scale <= 4.0:
        raise UsageError("a scale factor lies between 0.5 and 4")
    path = Path(arguments.output)
    if path.suffix.lower() != ".png":
        raise UsageError(f"{path}: a picture of the window is a .png file")
    view, name = asked_view(arguments.view, arguments.file)
    loaded = open_timeline(name)
    viewport = viewport_of(arguments.range) if arguments.range else None
    # The scale factor must be known before Qt starts; nothing here needs a display.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(arguments.scale)
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImageWriter

    from timeglass.app import render_window
    from timeglass.atomic import write_atomically

    width, height = (max(1, round(int(side) / arguments.scale)) for side in size.groups())
    picture = render_window(loaded.timeline, (width, height), viewport, arguments.theme, view)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    write_atomically(path, bytes(buffer.data().data()), overwrite=arguments.force)
    print(path)
    return 0
