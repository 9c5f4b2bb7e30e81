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

    Qt waits up to 30 s for a PulseAudio (or PipeWire in its place) that takes the call and then
    says nothing (6.11.3); so it is asked on a thread of its own. Where this says no, touch
    nothing else of QtMultimedia.
    """
    if not sys.platform.startswith("linux"):
        return True
    before = _sockets()
    asking = Thread(target=_ask, name="sound outputs", daemon=True)
    asking.start()
    asking.join(timeout_s)
    if asking.is_alive():
        return False
    application = QCoreApplication.instance()
    if application is not None and application.property(_CONNECTIONS) is None:
        application.setProperty(_CONNECTIONS, sorted(_sockets() - before))
    return not server_lost()


def server_lost() -> bool:
    """Tell whether the sound server that Qt connected to is gone, be there a new one or not.

    A stream opened then aborts the process (Qt 6.11.3; libpulse: "Assertion 'c' failed"), and
    nothing in Qt tells; so the connection is looked for among the sockets of this process.
    """
    application = QCoreApplication.instance()
    if application is None:
        return False
    known = application.property(_CONNECTIONS) or []
    return bool(known) and _sockets().isdisjoint(known)


def has_server() -> bool:
    """Tell whether any output is named, even one that nobody hears."""
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
