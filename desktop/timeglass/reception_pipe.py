"""Receives handed over calls on Windows, at a named pipe that only this user can open."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from timeglass import handover
from timeglass.handover import TAKEN, Call, RefusedError
from timeglass.reception import AT_ONCE, LOG, TIME_LIMIT_MS, Message


class PipeReception(QObject):
    """As :class:`~timeglass.reception.Reception`, by Qt's means."""

    def __init__(self, serve: Callable[[Call], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._serve = serve
        self.callers: dict[QLocalSocket, Message] = {}
        """Those that have not said all yet."""
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(AT_ONCE)
        self._server.newConnection.connect(self._on_connection)
        self.listening = self._server.listen(handover.name())
        """False where no pipe can be had."""

    def close(self) -> None:
        """Receive nobody any more."""
        self._server.close()
        for caller in list(self.callers):
            self._leave(caller)

    def _on_connection(self) -> None:
        while self._server.hasPendingConnections():
            caller = self._server.nextPendingConnection()
            if len(self.callers) >= AT_ONCE:
                LOG.warning("a call was turned away")
                caller.abort()
                caller.deleteLater()
                continue
            self.callers[caller] = Message()
            caller.readyRead.connect(lambda caller=caller: self._on_piece(caller))
            caller.disconnected.connect(lambda caller=caller: self._leave(caller))
            QTimer.singleShot(TIME_LIMIT_MS, caller, lambda caller=caller: self._leave(caller))

    def _on_piece(self, caller: QLocalSocket) -> None:
        if caller not in self.callers:
            return
        try:
            call = self.callers[caller].add(bytes(caller.readAll().data()))
        except RefusedError:
            LOG.warning("a call was refused")
            self._leave(caller)
            return
        if call is not None and caller.write(TAKEN) == len(TAKEN):
            caller.flush()
            self._leave(caller)
            self._serve(call)

    def _leave(self, caller: QLocalSocket) -> None:
        if self.callers.pop(caller, None) is not None:
            caller.disconnectFromServer()
            caller.deleteLater()
