"""A notice of the desktop with buttons, over the session bus as on Linux.

Qt's own have no buttons, and PySide cannot send the unsigned number that the bus wants.
https://specifications.freedesktop.org/notification-spec/latest/
"""

from __future__ import annotations

import contextlib
import html
import socket
import threading
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, SignalInstance

_SERVICE, _PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
#: How long the desktop may take to show it, s.
_LIMIT_S = 10.0
#: More signals than come between two looks.
_BUFFER = 50


class Words(NamedTuple):
    """What a notice says; its buttons are names and texts."""

    title: str
    text: str
    buttons: Sequence[tuple[str, str]]


class DesktopNotice(QObject):
    """Shows one notice; a thread waits for the answer, so that nobody else does.

    Signals:
        answered: the name of the button that was pressed; `default` for the notice itself.
        failed: the desktop shows none.
    """

    answered = Signal(str)
    failed = Signal()

    def __init__(self, address: str, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._socket: socket.socket | None = None
        self._closed, self._shown = threading.Event(), False
        wait = threading.Thread(
            target=self._show, args=(address, words), name="notice", daemon=True
        )
        wait.start()

    def close(self) -> None:
        """Wait no longer for an answer."""
        self._closed.set()
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def _show(self, address: str, words: Words) -> None:
        try:
            self._wait(address, words)
        except (ImportError, OSError, EOFError, ValueError):
            if not self._closed.is_set() and not self._shown:
                self._tell(self.failed)

    def _wait(self, address: str, words: Words) -> None:
        """Show the notice and wait for what is answered.

        Raises:
            OSError: the desktop shows none, or this was closed.
        """
        from jeepney import (
            DBusAddress,
            HeaderFields,
            MatchRule,
            MessageType,
            message_bus,
            new_method_call,
        )
        from jeepney.io.blocking import open_dbus_connection

        server = DBusAddress(_PATH, _SERVICE, _SERVICE)
        rule = MatchRule(type="signal", interface=_SERVICE, path=_PATH)
        buttons = [text for button in words.buttons for text in button]
        text = html.escape(words.text, quote=False)
        call = new_method_call(
            server, "Notify", "susssasa{sv}i",
            ("hip-hinge-trainer", 0, "", words.title, text, ["default", "", *buttons], {}, -1),
        )  # fmt: skip
        with open_dbus_connection(address) as bus, bus.filter(rule, bufsize=_BUFFER) as heard:
            self._socket = bus.sock
            bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=_LIMIT_S)
            reply = bus.send_and_get_reply(call, timeout=_LIMIT_S)
            if reply.header.message_type is not MessageType.method_return:
                raise ConnectionRefusedError
            self._shown = True
            while not self._closed.is_set():
                message = bus.recv_until_filtered(heard)
                if message.body[0] != reply.body[0]:
                    continue
                match message.header.fields[HeaderFields.member]:
                    case "ActionInvoked":
                        self._tell(self.answered, message.body[1])
                        return
                    case "NotificationClosed":
                        return

    def _tell(self, signal: SignalInstance, *what: str) -> None:
        with contextlib.suppress(RuntimeError):  # the window was closed meanwhile
            signal.emit(*what)
