"""What stands on the bus: the two interfaces of MPRIS, as media keys and lock screens ask them.

PySide exports neither properties nor their types by adaptors; so the calls are answered by hand.
https://specifications.freedesktop.org/mpris-spec/latest/
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any
from xml.sax.saxutils import quoteattr

from PySide6.QtCore import QMetaType
from PySide6.QtDBus import (
    QDBusArgument,
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusVariant,
    QDBusVirtualObject,
)

PATH = "/org/mpris/MediaPlayer2"
ROOT, PLAYER = "org.mpris.MediaPlayer2", "org.mpris.MediaPlayer2.Player"
_CONNECTION = "media"
_PROPERTIES = "org.freedesktop.DBus.Properties"
_UNKNOWN = "org.freedesktop.DBus.Error.UnknownProperty"

#: What a desktop may ask for; the words of the session's own verbs among them.
METHODS = {
    ROOT: ("Raise", "Quit"),
    PLAYER: ("PlayPause", "Play", "Pause", "Next", "Previous", "Stop"),
}


def join(address: str, identity: str, take: Callable[[str], None]) -> MediaPlayer | None:
    """Return a player on a bus that answers; None where it cannot be one.

    Args:
        address: of the bus.
        identity: what the program is called.
        take: is called with the name of a method that a desktop calls.
    """
    bus = QDBusConnection.connectToBus(address, _CONNECTION)
    player = MediaPlayer(bus, identity, take)
    option = QDBusConnection.VirtualObjectRegisterOption.SingleNode
    # Two people may sit at one desk, each with a window: two names.
    if (
        bus.isConnected()
        and bus.registerVirtualObject(PATH, player, option)
        and bus.registerService(f"{ROOT}.hip_hinge_trainer.instance{os.getpid()}")
    ):
        return player
    player.close()
    return None


class MediaPlayer(QDBusVirtualObject):
    """Answers what is asked on the bus; see `join`."""

    def __init__(self, bus: QDBusConnection, identity: str, take: Callable[[str], None]) -> None:
        super().__init__()
        self._bus, self._take = bus, take
        self._shown = ("", "", "")
        self._track = 0
        self._values: dict[str, dict[str, Any]] = {
            ROOT: {
                "CanQuit": False,
                "CanRaise": True,
                "HasTrackList": False,
                "Identity": identity,
                "SupportedUriSchemes": _no_words(),
                "SupportedMimeTypes": _no_words(),
            },
            PLAYER: {
                "PlaybackStatus": "Stopped",
                "Metadata": {},
                "Rate": 1.0,
                "MinimumRate": 1.0,
                "MaximumRate": 1.0,
                "Volume": 1.0,
                "CanGoNext": True,
                "CanGoPrevious": True,
                "CanPlay": True,
                "CanPause": True,
                "CanSeek": False,
                "CanControl": True,
            },
        }

    def show(self, status: str, title: str, place: str) -> None:
        """Let the desktop know where the session stands, where that has changed."""
        if (status, title, place) == self._shown:
            return
        self._shown = status, title, place
        self._track += 1
        changed = {
            "PlaybackStatus": status,
            "Metadata": {
                "mpris:trackid": QDBusObjectPath(f"/hip_hinge_trainer/{self._track}"),
                "xesam:title": title,
                "xesam:artist": [place],
            },
        }
        self._values[PLAYER].update(changed)
        told = QDBusMessage.createSignal(PATH, _PROPERTIES, "PropertiesChanged")
        told.setArguments([PLAYER, changed, _no_words()])
        self._bus.send(told)

    def close(self) -> None:
        """Leave the bus."""
        self._bus.unregisterObject(PATH)
        QDBusConnection.disconnectFromBus(_CONNECTION)
        self.deleteLater()

    def introspect(self, path: str) -> str:
        """Return the interfaces as XML."""
        del path
        return "".join(
            f"<interface name={quoteattr(interface)}>"
            + "".join(f"<method name={quoteattr(name)}/>" for name in METHODS[interface])
            + "".join(
                f'<property name={quoteattr(name)} type="{_type_of(name, value)}" access="read"/>'
                for name, value in values.items()
            )
            + "</interface>"
            for interface, values in self._values.items()
        )

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        """Answer a call; false where it is none of these."""
        arguments, member = message.arguments(), message.member()
        reply = message.createReply()
        if message.interface() == _PROPERTIES:
            values = self._values.get(arguments[0]) if arguments else None
            if values is None:
                return False
            if member == "GetAll":
                reply.setArguments([values])
            elif member == "Get" and len(arguments) == 2 and arguments[1] in values:
                reply.setArguments([QDBusVariant(values[arguments[1]])])
            elif member == "Get":
                reply = message.createErrorReply(_UNKNOWN, "there is no such property")
            else:  # all of them are read-only
                return False
            return connection.send(reply)
        if member not in METHODS.get(message.interface(), ()):
            return False
        self._take(member)
        return connection.send(reply)


def _no_words() -> QDBusArgument:
    """Return an empty list of strings; an empty Python list has no type."""
    words = QDBusArgument()
    words.beginArray(QMetaType(QMetaType.Type.QString.value))
    words.endArray()
    return words


def _type_of(name: str, value: object) -> str:
    if name == "Metadata":
        return "a{sv}"
    return {bool: "b", str: "s", float: "d"}.get(type(value), "as")
