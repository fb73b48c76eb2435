"""Targets of an export, looked at before any work is done."""

import os
from pathlib import Path

from timeglass.atomic import refuse
from timeglass.errors import FileAccessError


def refuse_bad_target(path: Path, overwrite: bool) -> None:
    """Raise FileAccessError at once if the file could not be written in the end: writing itself checks again."""
    target = refuse(path, overwrite)
    if not os.access(target.parent, os.W_OK):
        raise FileAccessError(f"{path}: there is no permission to write there")
