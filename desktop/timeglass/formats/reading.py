"""The bytes of a file, or one clear line why they cannot be had."""

import os
import stat
from pathlib import Path

from timeglass.errors import FileAccessError

LARGEST_FILE = 2**30
"""Bytes. More is refused rather than driving the machine out of memory."""


def read_bytes(path: Path) -> bytes:
    """All bytes of a regular file. Never waits for a pipe or device; raises FileAccessError."""
    try:
        # Without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if stat.S_ISDIR(status.st_mode):
                raise FileAccessError(f"{path}: is a folder, not a file")
            if not stat.S_ISREG(status.st_mode):
                raise FileAccessError(f"{path}: is a device or pipe, not a file")
            data = file.read(LARGEST_FILE + 1) if status.st_size <= LARGEST_FILE else b""
            if len(data) > LARGEST_FILE or status.st_size > LARGEST_FILE:
                raise FileAccessError(f"{path}: is larger than {LARGEST_FILE // 2**20} MB")
            return data
    except OSError as error:
        raise FileAccessError(f"{path}: {reason_of(error, path)}") from None
    except ValueError:  # a NUL in the name
        raise FileAccessError(f"{str(path)!r}: is no file name") from None


def reason_of(error: OSError, path: Path) -> str:
    """Why reading failed, in words that help."""
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "is a folder, not a file" if path.is_dir() else "there is no permission to read it"
    if isinstance(error, IsADirectoryError):
        return "is a folder, not a file"
    return f"cannot be read ({(error.strerror or 'unknown reason').lower()})"
