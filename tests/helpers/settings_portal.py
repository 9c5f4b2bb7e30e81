"""A program of its own on a bus of its own: the desktop's settings change, and it follows.

Run as `dbus-run-session -- python -m tests.helpers.settings_portal`; it prints what it was told.
"""

from __future__ import annotations

import sys
import threading

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from PySide6.QtWidgets import QApplication

from app.ui.system_motion import SystemMotion

SERVICE = "org.freedesktop.portal.Desktop"
SETTINGS = DBusAddress("/org/freedesktop/portal/desktop", interface=f"{SERVICE[:-8]}.Settings")
ANIMATIONS = ("org.gnome.desktop.interface", "enable-animations")


def serve(bus: DBusConnection) -> None:
    """Answer each question: animations are on, and nothing else is known."""
    while True:
        asked = bus.receive()
        if asked.header.message_type is not MessageType.method_call:
            continue
        known = asked.header.fields.get(HeaderFields.member) == "Read" and asked.body == ANIMATIONS
        if known:
            bus.send(new_method_return(asked, "v", (("v", ("b", True)),)))
        else:
            bus.send(new_error(asked, f"{SERVICE}.Error.NotFound", "s", ("not here",)))


def main() -> None:
    """Listen; once animations are told of, turn them off, and end when that is heard."""
    bus = open_dbus_connection(bus="SESSION")
    bus.send_and_get_reply(message_bus.RequestName(SERVICE))
    threading.Thread(target=serve, args=(bus,), daemon=True).start()
    app, motion = QApplication([]), SystemMotion()

    def follow() -> None:
        sys.stdout.write(f"told={motion.is_told} reduced={motion.reduced}\n")
        if motion.reduced:
            app.quit()
        else:
            bus.send(new_signal(SETTINGS, "SettingChanged", "ssv", (*ANIMATIONS, ("b", False))))

    motion.changed.connect(follow)
    motion.listen()
    app.exec()


if __name__ == "__main__":
    main()
