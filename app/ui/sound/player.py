"""How to get tones that work on this machine."""

from __future__ import annotations

from pathlib import Path

from app.ui.sound import pipewire, quiet
from app.ui.sound.reasons import Reason, no_server, not_loaded
from app.ui.sound.samples import SamplesError, read_samples
from app.ui.sound.silent import Silent
from app.ui.sound.tone_player import TonePlayer

#: A sound server names its outputs within 0.05 s as a rule, and 1 s after a slow start. The window
#: waits for the first alone.
AT_ONCE_S, ANSWER_S = 0.1, 2.0


def open_tones(
    sounds_dir: Path, volume: int, wanted: bool = True, answer_s: float = ANSWER_S
) -> TonePlayer:
    """Return a player with every tone loaded, or a silent one that says why.

    QtMultimedia is loaded here and not before: call it when practice is about to start or when
    the sound is tested, and call it again each time, for devices come and go. Needs the
    application object, and raises nothing.

    Args:
        sounds_dir: the folder with a WAV file for each tone.
        volume: 0 to 100.
        wanted: whether the user wants sound; if not, nothing is loaded.
        answer_s: after how long a sound server that has not answered is said not to, in seconds.
    """
    if not wanted:
        return Silent(Reason.SWITCHED_OFF.say())
    try:
        samples = read_samples(sounds_dir)
    except SamplesError as error:
        return Silent(str(error))
    if fault := why_not_loaded():
        return Silent(fault)
    from app.ui.sound import devices

    def open_now() -> TonePlayer:
        from app.ui.sound.qt_tones import QtTones

        return QtTones(samples, volume) if devices.has_server() else Silent(no_server())

    if devices.server_answers(AT_ONCE_S):
        return open_now()
    from app.ui.sound.late_tones import LateTones

    return LateTones(open_now, volume, answer_s)


def why_not_loaded() -> str:
    """Load QtMultimedia, and return why that cannot be done; empty where it can."""
    quiet.hush()
    pipewire.avoid_unready()
    try:
        import PySide6.QtMultimedia  # noqa: F401
    except ImportError as error:
        return not_loaded(error)
    return ""


def find_fault(answer_s: float = ANSWER_S) -> str:
    """Return why nothing at all could be heard, once QtMultimedia is loaded; empty where it could.

    Waits for a server that does not answer: not for the window's thread.
    """
    from app.ui.sound import devices

    if not devices.server_answers(answer_s):
        return Reason.NO_ANSWER.say()
    return "" if devices.has_server() else no_server()
