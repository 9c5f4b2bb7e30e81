"""Find the session bus, and out whether it answers, without waiting for it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalSocket

_ADDRESS = re.compile(r"unix:(path|abstract)=([^,;]+)")
#: What a client says first; a bus answers at once with how it may go on.
_HELLO = b"\0AUTH\r\n"


class BusProbe(QObject):
    """Asks a bus for a word: QtDBus would hold up the whole program where none comes.

    Args:
        address: of the bus, as in `find_bus`.

    Signals:
        answered: the bus did, with its address.
    """

    answered = Signal(str)

    def __init__(self, address: str, parent: QObject) -> None:
        super().__init__(parent)
        self._address = address
        self._socket = QLocalSocket(self)
        found = _ADDRESS.search(address)
        if found is None:
            return
        if found[1] == "abstract":
            self._socket.setSocketOptions(QLocalSocket.SocketOption.AbstractNamespaceOption)
        # By name: a function that held on to this would go down with the socket and take it along.
        self._socket.connected.connect(self._greet)
        self._socket.readyRead.connect(self._take)
        self._socket.connectToServer(found[2])

    def _greet(self) -> None:
        self._socket.write(_HELLO)

    def _take(self) -> None:
        self._socket.readyRead.disconnect(self._take)
        self._socket.abort()
        self.answered.emit(self._address)


def find_bus(environment: Mapping[str, str]) -> str:
    """Return the address of the session bus; empty where there is none."""
    if address := environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return address if _ADDRESS.search(address) else ""
    from pathlib import Path

    bus = Path(environment.get("XDG_RUNTIME_DIR") or "/nowhere") / "bus"
    return f"unix:path={bus}" if bus.is_socket() else ""
