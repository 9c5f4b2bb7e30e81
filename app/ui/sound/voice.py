"""What speaks, and how to get one that works on this machine."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from app.ui.sound.player import ANSWER_S, find_fault, why_not_loaded
from app.ui.sound.reasons import no_service, not_loaded
from app.ui.sound.silent import Voiceless

#: There the voice is Speech Dispatcher's.
ON_LINUX = sys.platform.startswith("linux")


class Voice(Protocol):
    """Speaks, or is silent and says why. Read `available` again whenever it matters."""

    @property
    def is_opening(self) -> bool:
        """Whether it is not known yet what voices there are."""

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

    def notify(self, changed: Callable[[], None]) -> None:
        """Call this, on any thread, when it is known what voices there are, or they are lost."""

    def close(self) -> None:
        """Let go of the voice; nothing is said any more."""


def open_voice(language: str, answer_s: float = ANSWER_S) -> Voice:
    """Return a voice, or a silent one that says why.

    QtTextToSpeech is loaded here and not before, and not at all on Linux. Needs the application
    object, and raises nothing.

    Args:
        language: of the window, as `de` or `pt_BR`.
        answer_s: how long a sound server that does not answer is waited for, in seconds.
    """
    if fault := why_not_loaded():
        return Voiceless(fault)
    if ON_LINUX:
        from app.ui.sound.dispatcher_voice import DispatcherVoice

        return DispatcherVoice(language, find_fault=partial(find_fault, answer_s))
    if fault := find_fault(answer_s):  # only on Linux could that take long
        return Voiceless(fault)
    try:
        import PySide6.QtTextToSpeech  # noqa: F401
    except ImportError as error:
        return Voiceless(not_loaded(error))
    from app.ui.sound.qt_voice import QtVoice, engines

    found = engines()
    return QtVoice(found[0], language) if found else Voiceless(no_service())


class VoiceBox(QObject):
    """Holds the one voice of the program, opened when first wanted.

    Args:
        language: of the window.
        opener: opens a voice for a language.

    Signals:
        changed: it is known what voices there are, or the voice was lost.
    """

    changed = Signal()

    def __init__(self, language: str = "en", opener: Callable[[str], Voice] = open_voice) -> None:
        super().__init__()
        self._language, self._opener = language, opener
        self._voice: Voice | None = None

    def open(self) -> Voice:
        """Return the voice; try anew where there was none to be chosen from."""
        voice = self._voice
        if voice is None or not (voice.voices or voice.is_opening):
            self.close()
            self._voice = voice = self._opener(self._language)
            voice.notify(self.changed.emit)
        return voice

    def close(self) -> None:
        """Let go of the voice."""
        if self._voice is not None:
            self._voice.close()
            self._voice = None
