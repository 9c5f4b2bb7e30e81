"""The desktop's settings on Linux, asked through its portal without waiting."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusPendingCallWatcher,
    QDBusVariant,
)

_SERVICE: Final = "org.freedesktop.portal.Desktop"
_PATH: Final = "/org/freedesktop/portal/desktop"
_SETTINGS: Final = "org.freedesktop.portal.Settings"
#: How long an answer may take, ms; nobody waits for it.
_LIMIT_MS: Final = 5000


class Portal(QObject):
    """Tells some settings: what they are, and what becomes of them.

    Signals:
        told: a setting's namespace, its key and its value.
    """

    told = Signal(str, str, object)

    def __init__(self, wanted: Sequence[tuple[str, str]]) -> None:
        """Ask for settings, by namespace and key."""
        super().__init__()
        self._wanted = frozenset(wanted)
        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        # The types of PySide ask for bytes here, which it refuses.
        slot: Any = SLOT("_hear(QDBusMessage)")
        bus.connect(_SERVICE, _PATH, _SETTINGS, "SettingChanged", self, slot)
        for setting in wanted:
            call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SETTINGS, "Read")
            call.setArguments(list(setting))
            watcher = QDBusPendingCallWatcher(bus.asyncCall(call, _LIMIT_MS), self)
            watcher.setProperty("setting", list(setting))
            watcher.finished.connect(self._take)

    @Slot(QDBusPendingCallWatcher)
    def _take(self, watcher: QDBusPendingCallWatcher) -> None:
        reply = watcher.reply()
        if reply.type() is QDBusMessage.MessageType.ReplyMessage and reply.arguments():
            namespace, key = watcher.property("setting")
            self._tell(namespace, key, reply.arguments()[0])
        watcher.deleteLater()

    @Slot(QDBusMessage)
    def _hear(self, message: QDBusMessage) -> None:
        arguments = message.arguments()
        if len(arguments) == 3 and tuple(arguments[:2]) in self._wanted:
            self._tell(*arguments)

    def _tell(self, namespace: str, key: str, value: object) -> None:
        while isinstance(value, QDBusVariant):
            value = value.variant()
        self.told.emit(namespace, key, value)
