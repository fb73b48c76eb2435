"""Receives the calls that are handed over to the running program (:mod:`timeglass.handover`)."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer

from timeglass import handover
from timeglass.handover import LARGEST, LENGTH, TAKEN, Call, Door, RefusedError

if TYPE_CHECKING:
    from socket import socket as Socket  # noqa: N812

LOG: Final = logging.getLogger("timeglass")
AT_ONCE: Final = 8
"""So many callers are listened to; a further one is turned away, and opens a window of its own."""
TIME_LIMIT_MS: Final = 3_000
"""So long a caller may take to say what it wants."""
_PIECE: Final = 65_536


class Message:
    """A message as it comes in, piece by piece."""

    def __init__(self) -> None:
        self._data = bytearray()

    def add(self, piece: bytes) -> Call | None:
        """The call once it is complete. Raises RefusedError as soon as it cannot become one."""
        self._data += piece
        if len(self._data) < LENGTH.size:
            return None
        (length,) = LENGTH.unpack_from(self._data)
        end = LENGTH.size + length
        if length > LARGEST or len(self._data) > end:
            raise RefusedError("too large")
        return handover.unpacked(bytes(self._data[LENGTH.size :])) if len(self._data) == end else None


class Reception(QObject):
    """Listens to callers at a door; a call is passed on once its caller knows that it was taken."""

    def __init__(self, door: Door, serve: Callable[[Call], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._serve = serve
        self.callers: list[_Caller] = []
        """Those that have not said all yet."""
        self._bell = QSocketNotifier(door.number, QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._on_bell)

    def close(self) -> None:
        """Receive nobody any more."""
        self._bell.setEnabled(False)
        for caller in list(self.callers):
            self.leave(caller)
        self._door.close()

    def leave(self, caller: "_Caller") -> None:
        """Be done with a caller."""
        self.callers.remove(caller)
        caller.close()

    def hear(self, caller: "_Caller", call: Call) -> None:
        """A caller has said all: carry it out, if it is still there to be told so."""
        if caller.tell(TAKEN):
            self.leave(caller)
            self._serve(call)
        else:
            self.leave(caller)

    def _on_bell(self) -> None:
        connected = self._door.accept()
        if connected is None:
            return
        if len(self.callers) >= AT_ONCE or not handover.is_own(connected):
            LOG.warning("a call was turned away")
            connected.close()
            return
        self.callers.append(_Caller(self, connected))


class _Caller(QObject):
    """One caller, from coming to leaving."""

    def __init__(self, reception: Reception, connected: "Socket") -> None:
        super().__init__(reception)
        self._reception = reception
        self._connected = connected
        self._message = Message()
        self._ear = QSocketNotifier(connected.fileno(), QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._on_piece)
        self._limit = QTimer(self)
        self._limit.setSingleShot(True)
        self._limit.timeout.connect(lambda: self._reception.leave(self))
        self._limit.start(TIME_LIMIT_MS)

    def tell(self, words: bytes) -> bool:
        """Answer; False where nobody waits for it any more."""
        try:
            return self._connected.send(words) == len(words)
        except OSError:
            return False

    def close(self) -> None:
        """Hang up."""
        self._limit.stop()
        self._ear.setEnabled(False)
        self._connected.close()
        self.deleteLater()

    def _on_piece(self) -> None:
        try:
            piece = self._connected.recv(_PIECE)
            call = self._message.add(piece)
        except BlockingIOError:
            return
        except (OSError, RefusedError) as error:
            LOG.warning("a call was refused: %s", type(error).__name__)
            self._reception.leave(self)
            return
        if call is not None:
            self._reception.hear(self, call)
        elif not piece:  # it has hung up in the middle of its message
            self._reception.leave(self)
