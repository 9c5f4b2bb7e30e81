"""Take requests of later starts, for the window of a data folder. Loads QtNetwork: import late."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import msgspec
from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.instance.claim import Claim
from app.instance.request import MOST, Request

#: Short, as the whole path of a socket has to be.
_PREFIX = "hip-hinge-"
#: How many may ask at a time, and how long one may take to do so, ms.
_GUESTS, _PATIENCE_MS = 8, 2000


class Listener(QObject):
    """Listens to processes of the same user; garbage, and more than a request, is not read.

    Args:
        claim: where it is published that there is something to ask.
        answer: takes a request and returns why it is refused, in one sentence; empty: it is not.
    """

    def __init__(self, claim: Claim, answer: Callable[[Request], str]) -> None:
        super().__init__()
        self._answer = answer
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        if claim.left:
            _remove_left(Path(claim.left))
        name = _PREFIX + uuid4().hex[:12]
        places = [f"{folder}/{name}" for folder in (os.environ.get("XDG_RUNTIME_DIR"),) if folder]
        heard = any(self._server.listen(place) for place in (*places, name))
        claim.publish(self._server.fullServerName() if heard else "")

    def close(self) -> None:
        """Listen no more."""
        self._server.close()
        self.deleteLater()

    def _accept(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.disconnected.connect(socket.deleteLater)
            if len(self._guests()) > _GUESTS:
                socket.abort()
                continue
            socket.setReadBufferSize(MOST)
            # By name: a function that held on to the socket would crash as it is deleted.
            socket.readyRead.connect(self._read_all)
            QTimer.singleShot(_PATIENCE_MS, socket, socket.abort)
        self._read_all()  # what has come already tells of itself no more

    def _guests(self) -> list[QLocalSocket]:
        return self._server.findChildren(QLocalSocket)

    def _read_all(self) -> None:
        for socket in self._guests():
            if socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() >= MOST:
                socket.abort()
            return
        try:
            request = msgspec.json.decode(bytes(socket.readLine(MOST).data()), type=Request)
        except (msgspec.DecodeError, UnicodeDecodeError):
            socket.abort()
            return
        socket.write(msgspec.json.encode(self._answer(request)) + b"\n")
        socket.disconnectFromServer()


def _remove_left(socket: Path) -> None:
    """Remove the socket of a process that was killed; nothing else that may have its name."""
    try:
        if socket.name.startswith(_PREFIX) and socket.is_socket():
            socket.unlink()
    except OSError:
        return
