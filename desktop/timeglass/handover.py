"""Handing a call over to the Timeglass that runs already: a second double-click opens a window in it.

On Unix the running program listens at a socket in the user's runtime folder; on Windows at a named pipe. Both belong
to this user, this display, these settings and this version of the program: whoever differs in one of them runs on
their own. A message is its length, as four bytes with the highest first, and a :class:`Call` as JSON; the answer is
:data:`TAKEN`. Nothing in it leaves the computer.
"""

import os
import struct
import sys
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from timeglass import __version__
from timeglass.events.view_state import ViewState

if TYPE_CHECKING:
    from _socket import socket as Socket  # noqa: N812
    from socket import socket as ConnectedSocket  # noqa: N812

SMOKE: Final = "TIMEGLASS_SMOKE"
"""Names the report of a check of a built program, which neither hands over nor is handed over to."""
LENGTH: Final = struct.Struct(">I")
LARGEST: Final = 1_000_000
"""Bytes of a message; who has more to say opens windows of their own."""
TAKEN: Final = b"taken"
PATIENCE_S: Final = 5.0
"""So long a program that is busy is waited for."""
SHARED: Final = "/tmp"  # noqa: S108 - only a folder of one's own inside it is used
LONGEST_PATH: Final = 103
"""Bytes; ``sun_path`` has room for so many and a zero on macOS, and four more on Linux."""
_ONLY_OWNER: Final = 0o700
_PEER_CREDENTIALS: Final = struct.Struct("3i")
_SOL_LOCAL, _LOCAL_PEERCRED = 0, 1
"""On macOS, where Python has no names for them (``sys/un.h``); the user's number is the second one answered."""
_OF_A_PERSON: Final = (
    "WAYLAND_DISPLAY",
    "DISPLAY",
    "QT_QPA_PLATFORM",
    "HOME",
    "XDG_CONFIG_HOME",
    "USERNAME",
    "APPDATA",
)


class Call(msgspec.Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """What a call of the program asks for. Without files it only wants the program to show itself."""

    files: tuple[str, ...] = ()
    """Absolute paths."""
    search: str = ""
    goto: str = ""
    view: ViewState | None = None
    activation: str = ""
    """What the desktop gave the caller so that its window may come to the front."""


class RefusedError(Exception):
    """A message that is none of ours."""


def packed(call: Call) -> bytes:
    """A message. Raises RefusedError when it would be too large."""
    body = msgspec.json.encode(call)
    if len(body) > LARGEST:
        raise RefusedError("too large")
    return LENGTH.pack(len(body)) + body


def unpacked(body: bytes) -> Call:
    """The call in a message, without its length. Raises RefusedError for anything but a sound one."""
    try:
        call = msgspec.json.decode(body, type=Call)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RefusedError(str(error)) from None
    for name in call.files:
        if "\0" in name or not Path(name).is_absolute():
            raise RefusedError("not an absolute path")
    return call


def name() -> str:
    """Under which name a program for this user, display and these settings is found."""
    marks = [__version__, *(os.environ.get(variable, "") for variable in _OF_A_PERSON)]
    return f"timeglass-{blake2b(chr(0).join(marks).encode('utf-8', 'surrogateescape'), digest_size=8).hexdigest()}"


def ask(call: Call) -> bool:
    """Ask a program that runs already to do it; False where none does, or none answers."""
    if SMOKE in os.environ:
        return False
    try:
        message = packed(call)
        return _ask_pipe(message) if sys.platform == "win32" else _ask_socket(message)
    except (OSError, RefusedError):
        return False


def _ask_socket(message: bytes) -> bool:
    socket_path = place()
    if socket_path is None or not socket_path.exists():
        return False
    from _socket import AF_UNIX, SOCK_STREAM, socket  # the module socket takes 3 ms to import

    caller = socket(AF_UNIX, SOCK_STREAM)
    try:
        caller.settimeout(PATIENCE_S)
        caller.connect(str(socket_path))
        if not is_own(caller):
            return False
        caller.sendall(message)
        return caller.recv(len(TAKEN)) == TAKEN
    finally:
        caller.close()


def _ask_pipe(message: bytes) -> bool:
    with Path(rf"\\.\pipe\{name()}").open("r+b", buffering=0) as pipe:
        pipe.write(message)
        return pipe.read(len(TAKEN)) == TAKEN


def is_own(connected: "Socket") -> bool:
    """Whether a program of this user is at the other end."""
    if sys.platform == "linux":
        from _socket import SO_PEERCRED, SOL_SOCKET

        credentials = connected.getsockopt(SOL_SOCKET, SO_PEERCRED, _PEER_CREDENTIALS.size)
    elif sys.platform == "darwin":
        credentials = connected.getsockopt(_SOL_LOCAL, _LOCAL_PEERCRED, 76)[: _PEER_CREDENTIALS.size]
    else:
        return True  # the folder of the socket is the guard
    return bool(_PEER_CREDENTIALS.unpack(credentials)[1] == os.geteuid())


def place() -> Path | None:
    """Where the socket is, in a folder that nobody but this user can look into; None where there is none."""
    given = os.environ.get("XDG_RUNTIME_DIR", "")
    own = f"timeglass-{os.geteuid()}"
    shared = [Path(folder) / own for folder in (os.environ.get("TMPDIR", ""), SHARED) if folder]
    for folder in [*([Path(given)] if given else []), *shared]:
        found = folder / f"{name()}.socket"
        if len(os.fsencode(found)) > LONGEST_PATH:
            continue
        if folder in shared:
            with suppress(OSError):
                folder.mkdir(_ONLY_OWNER)
        if _is_private(folder):
            return found
    return None


def _is_private(folder: Path) -> bool:
    try:
        found = folder.lstat()
    except OSError:
        return False
    return (found.st_mode & 0o170777) == (0o040000 | _ONLY_OWNER) and found.st_uid == os.geteuid()


class Door:
    """The place where calls are taken; held by one program at a time."""

    def __init__(self, path: Path, listening: "Socket", lock: int) -> None:
        self._listening = listening
        self._path = path
        self._lock = lock

    @property
    def number(self) -> int:
        """Number of the listening socket, for who waits for several."""
        return self._listening.fileno()

    def accept(self) -> "ConnectedSocket | None":
        """The next caller; None where it is gone already."""
        from socket import socket  # not before somebody calls

        try:
            number, _ = self._listening._accept()  # type: ignore[attr-defined]  # as socket.accept does
        except OSError:
            return None
        connected = socket(fileno=number)
        connected.setblocking(False)
        return connected

    def close(self) -> None:
        """Take no more; the next program may."""
        if self._lock >= 0:
            for path in (self._path, _lock_of(self._path)):
                with suppress(OSError):
                    path.unlink()
        self._listening.close()
        if self._lock >= 0:
            os.close(self._lock)
        self._lock = -1


def claim() -> Door | None:
    """Listen for calls from now on. None where another program does, or none can, and on Windows: see Reception."""
    if sys.platform == "win32" or SMOKE in os.environ:
        return None
    socket_path = place()
    if socket_path is None:
        return None
    try:
        return _claimed(socket_path)
    except OSError:  # another program has it, or the disk is full: then this one is alone with its windows
        return None


def _lock_of(socket_path: Path) -> Path:
    return socket_path.with_suffix(".lock")


def _claimed(socket_path: Path) -> Door:
    import fcntl
    from _socket import AF_UNIX, SOCK_STREAM, socket

    # Whoever holds the lock may take the place of a program that has ended without a word, and its socket away.
    lock = os.open(_lock_of(socket_path), os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    listening = socket(AF_UNIX, SOCK_STREAM)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if not os.path.samestat(os.fstat(lock), _lock_of(socket_path).stat()):
            raise OSError("a program that was just ending has taken its lock away")
        socket_path.unlink(missing_ok=True)
        before = os.umask(0o177)
        try:
            listening.bind(str(socket_path))
        finally:
            os.umask(before)
        listening.listen(8)
        listening.setblocking(False)
    except OSError:
        listening.close()
        os.close(lock)
        raise
    return Door(socket_path, listening, lock)
