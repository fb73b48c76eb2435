"""Writing files so that there is either the old one or the new one, never half of one."""

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import copyfile
from typing import BinaryIO, Final

from timeglass.errors import FileAccessError

Content = bytes | Callable[[BinaryIO], None]
"""What to write: bytes, or a function that writes them to the open file."""

_DESCRIPTORS: Final = "/proc/self/fd"
_HELD: Final = "cannot be replaced; it may be open in another program"


def write_atomically(path: Path, content: Content, overwrite: bool) -> None:
    """Write a file by way of a temporary one in the same folder.

    The file appears under its name only when all of it is on the disk. Without ``overwrite`` an existing file stays,
    even one that appears while this one is written. A new file gets the permissions that the process gives new files,
    a replaced one keeps its own, and a link stays a link to the file that is replaced. Raises FileAccessError with one
    clear line, and leaves nothing behind then.
    """
    target = refuse(path, overwrite)
    try:
        temporary = target.parent / f".{target.name[:40]}.{os.urandom(6).hex()}.part"
        descriptor, is_named = _open(temporary)
    except (OSError, RuntimeError, ValueError) as error:
        raise _clear(path, error) from None
    try:
        with os.fdopen(descriptor, "wb") as file:
            if isinstance(content, bytes):
                file.write(content)
            else:
                content(file)
            file.flush()
            os.fsync(file.fileno())
            if not is_named:
                _name(file.fileno(), temporary)
        with suppress(FileNotFoundError):
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        try:
            _move(temporary, target, overwrite)
        except PermissionError:  # Windows refuses to replace what another program holds open
            if not os.path.lexists(target):
                raise
            raise FileAccessError(f"{path}: {_HELD}") from None
        _sync_folder(target.parent)
    except (OSError, ValueError) as error:
        raise _clear(path, error) from None
    finally:
        with suppress(OSError, ValueError):
            temporary.unlink()


def _open(temporary: Path) -> tuple[int, bool]:
    """A file to write to, and whether it has its name already.

    Linux gives one a name when it is whole: until then it is gone when the process is, however that ends.
    """
    unnamed = getattr(os, "O_TMPFILE", 0)
    if unnamed and Path(_DESCRIPTORS).is_dir():
        with suppress(OSError):  # not every file system can
            return os.open(temporary.parent, os.O_RDWR | unnamed, 0o666), False
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.open(temporary, flags, 0o666), True


def _name(descriptor: int, path: Path) -> None:
    """Give a file without a name one (linkat(2), with AT_SYMLINK_FOLLOW)."""
    folder = os.open(_DESCRIPTORS, os.O_RDONLY)  # only with a folder does Python follow links here
    try:
        os.link(str(descriptor), path, src_dir_fd=folder, follow_symlinks=True)
    except OSError:  # some stacked file systems make such files and cannot name them
        copyfile(f"{_DESCRIPTORS}/{descriptor}", path)
        with path.open("rb+") as copied:
            os.fsync(copied.fileno())
    finally:
        os.close(folder)


def refuse(path: Path, overwrite: bool) -> Path:
    """Raise FileAccessError where writing cannot or must not succeed, as far as that can be told beforehand.

    Returns the file that would be written: that which a link leads to.
    """
    try:
        target = path.resolve() if overwrite else path
        _refuse(path, target, overwrite)
    except (OSError, RuntimeError, ValueError) as error:
        raise _clear(path, error) from None
    return target


def _refuse(path: Path, target: Path, overwrite: bool) -> None:
    if target.is_dir():
        raise FileAccessError(f"{path}: is a folder")
    if not target.parent.is_dir():
        raise FileAccessError(f"{path}: there is no folder {target.parent}")
    if os.path.lexists(target):
        if not overwrite:
            raise FileAccessError(f"{path}: exists already and is not overwritten")
        if not stat.S_ISREG(target.stat().st_mode):
            raise FileAccessError(f"{path}: is a device or pipe, not a file")
        if not os.access(target, os.W_OK):
            raise FileAccessError(f"{path}: there is no permission to write it")
        try:
            with target.open("r+b"):  # nothing is written: on Windows others may hold it
                pass
        except PermissionError:
            raise FileAccessError(f"{path}: {_HELD}") from None


def _move(temporary: Path, target: Path, overwrite: bool) -> None:
    if overwrite:
        temporary.replace(target)
        return
    try:
        # Unlike a rename, a hard link fails where the name is taken.
        os.link(temporary, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(target):
            raise FileExistsError from None
        temporary.rename(target)


def _sync_folder(folder: Path) -> None:
    """Have the new name on the disk as well, where the system can do that."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _clear(path: Path, error: Exception) -> FileAccessError:
    """The error as one line that helps."""
    if isinstance(error, FileExistsError):
        reason = "exists already and is not overwritten"
    elif isinstance(error, PermissionError):
        reason = "there is no permission to write there"
    elif isinstance(error, FileNotFoundError) and not path.parent.is_dir():
        reason = "its folder is no longer there"
    elif isinstance(error, OSError) and error.strerror:
        reason = f"cannot be written ({error.strerror[0].lower()}{error.strerror[1:]})"
    else:
        reason = "cannot be written (its name leads nowhere)"
    return FileAccessError(f"{path}: {reason}")
