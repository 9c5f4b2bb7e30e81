"""What the tones could come out of. Loads QtMultimedia: import it late."""

from __future__ import annotations

import sys
from threading import Thread

from PySide6.QtMultimedia import QMediaDevices

from app.ui.sound.quiet import without_warnings

#: PulseAudio and PipeWire offer this output when there is no other; nobody hears it.
_NOWHERE = b"auto_null"


def server_answers(timeout_s: float) -> bool:
    """Tell whether asking for sound outputs comes back within the time, in seconds.

    Qt waits up to 30 s for a PulseAudio that takes the call and then says nothing (6.11.3).
    So on Linux the first question is asked on a thread of its own; where it does not come back
    nothing else of QtMultimedia may be touched.
    """
    if not sys.platform.startswith("linux"):
        return True
    asking = Thread(target=_ask, name="sound outputs", daemon=True)
    asking.start()
    asking.join(timeout_s)
    return not asking.is_alive()


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
