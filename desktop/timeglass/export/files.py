"""Targets of an export: refused early when hopeless, written whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from timeglass.errors import FileAccessError


def refuse_bad_target(path: Path, overwrite: bool) -> None:
    """Raise FileAccessError before any work is done if the file could not be written in the end."""
    if path.is_dir():
        raise FileAccessError(f"{path} is a folder; name a file in it")
    if not path.parent.is_dir():
        raise FileAccessError(f"the folder {path.parent} does not exist")
    if path.exists() and not overwrite:
        raise FileAccessError(f"{path} already exists; it was not overwritten")
    if not os.access(path.parent, os.W_OK):
        raise FileAccessError(f"no permission to write into {path.parent}")


def write_atomically(path: Path, data: bytes, overwrite: bool) -> None:
    """Stand-in until the package's own."""
    refuse_bad_target(path, overwrite)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise FileAccessError(f"{path} cannot be written: {error.strerror}") from error
