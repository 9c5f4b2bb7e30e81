"""What the tones could come out of. Loads QtMultimedia: import it late."""

from __future__ import annotations

import os
import stat
import sys
from threading import Lock, Thread

from PySide6.QtMultimedia import QMediaDevices

from app.ui.sound.quiet import without_warnings

#: PulseAudio and PipeWire offer this output when there is no other; nobody hears it.
_NOWHERE = b"auto_null"

#: Qt connects once, on whichever thread asks first; what came of it is true for the process.
_connections: set[str] | None = None
_asking: Thread | None = None
_one_asks = Lock()


def server_answers(timeout_s: float) -> bool:
    """Tell whether the sound server can be used, within the time, in seconds; from any thread.

    Qt waits up to 30 s for a PulseAudio (or PipeWire in its place) that takes the call and then
    says nothing (6.11.3); so it is asked on a thread of its own, once at a time. Where this says
    no, touch nothing else of QtMultimedia.
    """
    global _asking  # noqa: PLW0603 - as Qt's own connection
    if not sys.platform.startswith("linux"):
        return True
    with _one_asks:
        asking = _asking
        if asking is None or not asking.is_alive():
            asking = _asking = Thread(target=_connect, name="sound outputs", daemon=True)
            asking.start()
    asking.join(timeout_s)
    return not asking.is_alive() and not server_lost()


def server_lost() -> bool:
    """Tell whether the sound server that Qt connected to is gone, be there a new one or not.

    A stream opened then aborts the process (Qt 6.11.3; libpulse: "Assertion 'c' failed"), and
    nothing in Qt tells; so the connection is looked for among the sockets of this process.
    """
    return bool(_connections) and _sockets().isdisjoint(_connections or ())


def has_server() -> bool:
    """Tell whether any output is named, even one that nobody hears."""
    return bool(QMediaDevices.audioOutputs())


def is_audible() -> bool:
    """Tell whether the default output is one that can be heard."""
    output = QMediaDevices.defaultAudioOutput()
    return not output.isNull() and output.id().data() != _NOWHERE


def _connect() -> None:
    global _connections  # noqa: PLW0603 - as Qt's own
    before = _sockets()
    _ask()
    if _connections is None:
        _connections = _sockets() - before


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
