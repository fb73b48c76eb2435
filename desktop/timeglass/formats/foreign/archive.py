"""Zip archives of other programs: only so much is taken out of one as a timeline can hold."""

import io
import zipfile
import zlib

from timeglass.formats.problem import UnreadableError, shown
from timeglass.formats.reading import LARGEST_FILE

LARGEST_MEMBER = LARGEST_FILE // 4
"""Bytes of one file in an archive when it is unpacked."""
MOST_MEMBERS = 10_000
_LARGEST_RATIO = 300
"""How many times smaller than its contents an archive may be; text gets 5 to 20 times smaller."""
_SMALL = 16 * 2**20


def open_archive(data: bytes) -> zipfile.ZipFile:
    """The archive in some bytes. Raises UnreadableError for one that is broken, or made to do harm."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableError(f"the archive is broken: {shown(str(error))}") from None
    if len(members) > MOST_MEMBERS:
        raise UnreadableError(f"the archive holds more than {MOST_MEMBERS:,} files")
    total = 0
    for member in members:
        steps = member.filename.replace("\\", "/").split("/")
        if ".." in steps or steps[0] == "" or ":" in steps[0]:
            raise UnreadableError(f"the archive holds a file that would leave it: {shown(member.filename)}")
        if member.flag_bits & 1:
            raise UnreadableError("the archive is encrypted")
        total += member.file_size
        if member.file_size > LARGEST_MEMBER:
            raise _too_large(member.filename)
    if total > _SMALL and total > _LARGEST_RATIO * len(data):
        raise UnreadableError("the archive would unpack to more than 300 times its size")
    return archive


def read_member(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of one file. Raises UnreadableError, too, where it is larger than the archive says."""
    try:
        with archive.open(name) as file:
            data = file.read(LARGEST_MEMBER + 1)
    except KeyError:
        raise UnreadableError(f"there is no {shown(name)} in the archive") from None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, zlib.error) as error:
        raise UnreadableError(f"the archive is broken: {shown(str(error))}") from None
    if len(data) > LARGEST_MEMBER:
        raise _too_large(name)
    return data


def _too_large(name: str) -> UnreadableError:
    return UnreadableError(f"{shown(name)} in the archive is larger than {LARGEST_MEMBER // 2**20} MB")
