"""The voice of Windows and macOS, by Qt. Loads QtTextToSpeech: import it late."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

from app.ui.sound.reasons import Reason, no_service, no_voice
from app.ui.sound.voices import Found, Voices

#: Qt's own for tests: it speaks in silence.
MOCK = "mock"


def engines() -> list[str]:
    """Return the names of the engines that can speak aloud."""
    return [name for name in QTextToSpeech.availableEngines() if name != MOCK]


class QtVoice:
    """Speaks with an engine of Qt's, one text at a time; a new one takes the place of the old."""

    is_opening = False

    def __init__(self, engine: str, language: str) -> None:
        speech = QTextToSpeech(engine, QCoreApplication.instance())
        self._speech: QTextToSpeech | None = speech
        self._name = ""
        self._volume = 100
        found = _all_voices(speech) if self._is_well else []
        self._voices = Voices(
            (Found(one.name(), one.locale().language(), one) for one in found), language
        )
        self._choose("")

    @property
    def available(self) -> bool:
        """Whether something said now would be heard."""
        return not self.reason

    @property
    def reason(self) -> str:
        """Why nothing would be heard; empty while available."""
        if not self._is_well:
            return no_service()
        if not self._voices.by_name:
            return no_voice()
        if not self._voices.own and self._name not in self._voices.by_name:
            return Reason.NO_LANGUAGE.say()
        return "" if self._volume else Reason.VOICE_VOLUME_ZERO.say()

    @property
    def is_speaking(self) -> bool:
        """Whether it still speaks."""
        speech = self._speech
        if speech is None:
            return False
        return speech.state() in (QTextToSpeech.State.Speaking, QTextToSpeech.State.Synthesizing)

    @property
    def voices(self) -> tuple[str, ...]:
        """The names, those of the window's language first."""
        return tuple(self._voices.by_name)

    def say(self, text: str) -> None:
        """Begin to speak and return at once; nothing happens where nothing can be heard."""
        if self._speech is not None and self.available:
            self._speech.say(text)

    def stop(self) -> None:
        """Fall silent at once."""
        if self._speech is not None and self._is_well:
            self._speech.stop(QTextToSpeech.BoundaryHint.Immediate)

    def tune(self, name: str, rate: int, volume: int) -> None:
        """Choose a voice by name, its rate from -100 to 100 and its loudness from 0 to 100."""
        self._volume = volume
        if self._speech is None or not self._is_well:
            return
        if name != self._name:
            self._choose(name)
        self._speech.setRate(rate / 100)
        self._speech.setVolume(volume / 100)

    def notify(self, changed: Callable[[], None]) -> None:
        """All is known from the first."""

    def close(self) -> None:
        """Fall silent, and let go of the engine."""
        if self._speech is not None:
            self.stop()
            self._speech.deleteLater()
            self._speech = None

    @property
    def _is_well(self) -> bool:
        speech = self._speech
        return speech is not None and speech.state() != QTextToSpeech.State.Error

    def _choose(self, name: str) -> None:
        self._name = name
        voice = self._voices.choose(name)
        if voice is not None and self._speech is not None:
            self._speech.setVoice(voice)


def _all_voices(speech: QTextToSpeech) -> list[QVoice]:
    here, found = speech.locale(), []
    for locale in speech.availableLocales():
        speech.setLocale(locale)
        found += speech.availableVoices()
    speech.setLocale(here)
    return found
