"""What plays tones, and how to get one that works on this machine."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from app.practice.tones import Tone
from app.ui.sound import pipewire, quiet
from app.ui.sound.reasons import Reason, no_server, not_loaded
from app.ui.sound.samples import SamplesError, read_samples
from app.ui.sound.silent import Silent

#: A sound server names its outputs within 0.05 s as a rule, and 1 s after a slow start.
ANSWER_S = 2.0


class TonePlayer(Protocol):
    """Plays tones, or is silent and says why.

    Read `available` again whenever it matters: headphones are unplugged in mid-session.
    """

    @property
    def available(self) -> bool:
        """Whether a tone played now would be heard."""

    @property
    def reason(self) -> str:
        """Why nothing would be heard and what to do, one sentence; empty while available."""

    def play(self, tone: Tone) -> None:
        """Start the tone and return at once; one that is still sounding gives way to it."""

    def set_volume(self, volume: int) -> None:
        """Set how loud, from 0 to 100, as the ear hears it."""

    def close(self) -> None:
        """Let go of the sound device; nothing is played any more."""


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
        answer_s: how long a sound server that does not answer is waited for, in seconds.
    """
    if not wanted:
        return Silent(Reason.SWITCHED_OFF.say())
    try:
        samples = read_samples(sounds_dir)
    except SamplesError as error:
        return Silent(str(error))
    if fault := find_fault(answer_s):
        return Silent(fault)
    from app.ui.sound.qt_tones import QtTones

    return QtTones(samples, volume)


def find_fault(answer_s: float = ANSWER_S) -> str:
    """Load QtMultimedia and return why nothing at all could be heard; empty where it could."""
    quiet.hush()
    pipewire.avoid_unready()
    try:
        import PySide6.QtMultimedia  # noqa: F401
    except ImportError as error:
        return not_loaded(error)
    from app.ui.sound import devices

    if not devices.server_answers(answer_s):
        return Reason.NO_ANSWER.say()
    return "" if devices.has_server() else no_server()
