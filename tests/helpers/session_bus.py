"""A session bus of a test's own, and a client of it that never waits."""

from __future__ import annotations

import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from pytestqt.qtbot import QtBot

PROGRAM, SENDER = "dbus-daemon", "dbus-send"
_MISSING = [name for name in (PROGRAM, SENDER) if shutil.which(name) is None]
needs_bus = pytest.mark.skipif(
    bool(_MISSING), reason=f"without {', '.join(_MISSING)} there is no bus to be seen on"
)
_CLIENT = "client of a test"


class SessionBus:
    """The daemon and one connection to it.

    Attributes:
        environment: how to find it.
    """

    def __init__(self, daemon: subprocess.Popen[str], qtbot: QtBot) -> None:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        self.environment = {"DBUS_SESSION_BUS_ADDRESS": address}
        self._daemon, self._qtbot = daemon, qtbot
        self._client = QDBusConnection.connectToBus(address, _CLIENT)

    def call(
        self, to: str, path: str, interface: str, method: str, *arguments: Any
    ) -> QDBusMessage:
        """Call a method of an object in this process or another, and return the answer."""
        message = QDBusMessage.createMethodCall(to, path, interface, method)
        message.setArguments(list(arguments))
        watcher = QDBusPendingCallWatcher(self._client.asyncCall(message))
        self._qtbot.waitUntil(watcher.isFinished)
        return watcher.reply()

    def names(self, begin: str) -> list[str]:
        """Return the names on the bus that begin with something."""
        bus = "org.freedesktop.DBus"
        [found] = self.call(bus, "/org/freedesktop/DBus", bus, "ListNames").arguments()
        return [name for name in found if name.startswith(begin)]

    def freeze(self) -> None:
        """Let it take calls and say nothing any more."""
        self._daemon.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it answer again."""
        self._daemon.send_signal(signal.SIGCONT)


@contextmanager
def a_session_bus(qtbot: QtBot) -> Iterator[SessionBus]:
    """Start a bus, and end it."""
    command = [PROGRAM, "--session", "--nofork", "--print-address"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as daemon:
        try:
            yield SessionBus(daemon, qtbot)
        finally:
            QDBusConnection.disconnectFromBus(_CLIENT)
            daemon.kill()
