"""Targets of an export, looked at before any work is done."""

import os
from pathlib import Path

from timeglass.errors import FileAccessError


def refuse_bad_target(path: Path, overwrite: bool) -> None:
    """Raise FileAccessError at once if the file could not be written in the end: writing itself checks again."""
    if path.is_dir():
        raise FileAccessError(f"{path}: is a folder")
    if not path.parent.is_dir():
        raise FileAccessError(f"{path}: there is no folder {path.parent}")
    if os.path.lexists(path) and not overwrite:
        raise FileAccessError(f"{path}: exists already and is not overwritten")
    if not os.access(path.parent, os.W_OK):
        raise FileAccessError(f"{path}: there is no permission to write there")
