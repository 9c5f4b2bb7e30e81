"""What the tones could come out of. Loads QtMultimedia: import it late."""

from __future__ import annotations

import os
import stat
import sys
from threading import Thread

from PySide6.QtCore import QCoreApplication
from PySide6.QtMultimedia import QMediaDevices

from app.ui.sound.quiet import without_warnings

#: PulseAudio and PipeWire offer this output when there is no other; nobody hears it.
_NOWHERE = b"auto_null"

#: Qt connects once in the life of the application object, so what came of it is kept there.
_CONNECTIONS = "sound_server_connections"


def server_answers(timeout_s: float) -> bool:
    """Tell whether the sound server can be used, within the time, in seconds.

    Two faults of Qt 6.11.3 with PulseAudio, and with PipeWire in its place, are kept away here.
    Qt waits up to 30 s for a server that takes the call and then says nothing; so it is asked
    on a thread of its own. And a stream opened after the server went away aborts the process
    (libpulse: "Assertion 'c' failed"), with nothing in Qt to tell; so the connection is looked
    for among the sockets of this process. Where this says no, touch nothing of QtMultimedia.
    """
    if not sys.platform.startswith("linux"):
        return True
    before = _sockets()
    asking = Thread(target=_ask, name="sound outputs", daemon=True)
    asking.start()
    asking.join(timeout_s)
    if asking.is_alive():
        return False
    now = _sockets()
    application = QCoreApplication.instance()
    if application is None:
        return True
    known = application.property(_CONNECTIONS)
    if known is None:
        application.setProperty(_CONNECTIONS, sorted(now - before))
        return True
    return not known or not now.isdisjoint(known)


def has_server() -> bool:
    """Tell whether any output is named, be it one that nobody hears."""
    return bool(QMediaDevices.audioOutputs())


def is_audible() -> bool:
    """Tell whether the default output is one that can be heard."""
    output = QMediaDevices.defaultAudioOutput()
    return not output.isNull() and output.id().data() != _NOWHERE


def _ask() -> None:
    with without_warnings():  # without a server there is one
        QMediaDevices.audioOutputs()


def _sockets() -> set[str]:
    found = set()
    try:
        for entry in os.scandir("/proc/self/fd"):
            try:
                status = entry.stat()
            except OSError:  # the descriptor of this very listing, or one just closed
                continue
            if stat.S_ISSOCK(status.st_mode):
                found.add(str(status.st_ino))
    except OSError:  # no /proc
        pass
    return found
