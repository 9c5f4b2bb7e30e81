"""The voice of the system. Loads QtTextToSpeech: import it late."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

from app.ui.sound.reasons import Reason, no_service, no_voice

#: Qt's own for tests: it speaks in silence.
MOCK = "mock"
#: Parts the voices of espeak-ng from their hundred variants each.
_VARIANT = "+"
#: What espeak-ng calls a territory in a voice's name, where that is not Qt's name for it.
_HOME = {"United States": "America", "United Kingdom": "Great Britain"}


def engines() -> list[str]:
    """Return the names of the engines that can speak aloud."""
    return [name for name in QTextToSpeech.availableEngines() if name != MOCK]


class QtVoice:
    """Speaks with an engine of Qt's, one text at a time; a new one takes the place of the old."""

    def __init__(self, engine: str, language: str) -> None:
        self._speech: QTextToSpeech | None = QTextToSpeech(engine, QCoreApplication.instance())
        self._language = QLocale(language).language()
        self._home = _home(language)
        self._name = ""
        self._volume = 100
        self._known: dict[str, QVoice] = {}
        self._own = 0  # how many of them speak the window's language
        if self._is_well:
            self._list()
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
        if not self._known:
            return no_voice()
        if not self._own and self._name not in self._known:
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
        return tuple(self._known)

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

    def _list(self) -> None:
        own: dict[str, QVoice] = {}
        other: dict[str, QVoice] = {}
        for voice in _all_voices(self._speech):
            group = own if voice.locale().language() == self._language else other
            if voice.name() and _VARIANT not in voice.name():
                group.setdefault(voice.name(), voice)
        self._own = len(own)
        self._known = {
            name: group[name] for group in (own, other) for name in sorted(group, key=str.casefold)
        }

    def _choose(self, name: str) -> None:
        """Take a voice; where the name is not known, one at home where the window's words are."""
        self._name = name
        names = list(self._known)[: self._own]
        usual = next((own for own in names if self._home in own), names[0] if names else "")
        voice = self._known.get(name) or self._known.get(usual)
        if voice is not None and self._speech is not None:
            self._speech.setVoice(voice)


def _all_voices(speech: QTextToSpeech | None) -> list[QVoice]:
    if speech is None:
        return []
    here, found = speech.locale(), []
    for locale in speech.availableLocales():
        speech.setLocale(locale)
        found += speech.availableVoices()
    speech.setLocale(here)
    return found


def _home(language: str) -> str:
    """Return how a voice from the country of a language is named."""
    locale = QLocale(language)
    if locale.language() == QLocale.system().language():
        locale = QLocale.system()
    territory = QLocale.territoryToString(locale.territory())
    return _HOME.get(territory, territory)
