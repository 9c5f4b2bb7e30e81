"""What speaks, and how to get one that works on this machine."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Protocol

from app.ui.sound.player import ANSWER_S, find_fault
from app.ui.sound.reasons import Reason, no_service, not_loaded
from app.ui.sound.silent import Voiceless

#: What Qt's plugin for Speech Dispatcher is linked with.
_LIBRARY = "libspeechd.so.2"


class Voice(Protocol):
    """Speaks, or is silent and says why. Read `available` again whenever it matters."""

    @property
    def available(self) -> bool:
        """Whether something said now would be heard."""

    @property
    def reason(self) -> str:
        """Why nothing would be heard and what to do, one sentence; empty while available."""

    @property
    def is_speaking(self) -> bool:
        """Whether it still speaks."""

    @property
    def voices(self) -> tuple[str, ...]:
        """What can be chosen, those of the window's language first."""

    def say(self, text: str) -> None:
        """Begin to speak and return at once."""

    def stop(self) -> None:
        """Fall silent at once."""

    def tune(self, name: str, rate: int, volume: int) -> None:
        """Choose a voice by name (empty: the usual one), its rate, -100 to 100, and loudness."""

    def close(self) -> None:
        """Let go of the voice; nothing is said any more."""


def open_voice(language: str, answer_s: float = ANSWER_S) -> Voice:
    """Return a voice, or a silent one that says why.

    QtTextToSpeech is loaded here and not before. Listing the voices of Speech Dispatcher takes
    a second where it has thousands: keep what this returns. Needs the application object, and
    raises nothing.

    Args:
        language: of the window, as `de` or `pt_BR`.
        answer_s: how long a sound server that does not answer is waited for, in seconds.
    """
    if fault := find_fault(answer_s):
        return Voiceless(fault)
    if sys.platform.startswith("linux") and not _is_there(_LIBRARY):
        # Qt would write to standard error that its plugin cannot be loaded, and not why.
        return Voiceless(Reason.NO_SPEECH_LIBRARY.say())
    try:
        import PySide6.QtTextToSpeech  # noqa: F401
    except ImportError as error:
        return Voiceless(not_loaded(error))
    from app.ui.sound.qt_voice import QtVoice, engines

    found = engines()
    return QtVoice(found[0], language) if found else Voiceless(no_service())


class VoiceBox:
    """Holds the one voice of the program, opened when first wanted.

    Args:
        language: of the window.
        opener: opens a voice for a language.
    """

    def __init__(self, language: str = "en", opener: Callable[[str], Voice] = open_voice) -> None:
        self._language, self._opener = language, opener
        self._voice: Voice | None = None

    def open(self) -> Voice:
        """Return the voice; try anew where there was none to be chosen from."""
        if self._voice is None or not self._voice.voices:
            self.close()
            self._voice = self._opener(self._language)
        return self._voice

    def close(self) -> None:
        """Let go of the voice."""
        if self._voice is not None:
            self._voice.close()
            self._voice = None


def _is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
