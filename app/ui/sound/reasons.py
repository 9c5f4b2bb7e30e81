"""Why there is no sound or no voice, each as one sentence with what to do about it."""

from __future__ import annotations

import re
import sys
from enum import StrEnum

from app.ui.messages import QT_TRANSLATE_NOOP, translate

_LIBRARY = re.compile(r"lib[\w+.-]+?\.so(?:\.\d+)*")


class Reason(StrEnum):
    """Why nothing can be heard."""

    LIBPULSE = QT_TRANSLATE_NOOP(
        "Sound",
        "Sound needs the system library libpulse: install the package libpulse0 (Debian, "
        "Ubuntu, openSUSE), pulseaudio-libs (Fedora) or libpulse (Arch), "
        "then start the program again.",
    )
    LIBRARY = QT_TRANSLATE_NOOP(
        "Sound",
        "Sound needs the system library {library}: install the package that has it, "
        "then start the program again.",
    )
    PACKAGE = QT_TRANSLATE_NOOP(
        "Sound",
        "Sound needs the Python package PySide6-Addons: install it, then start the program again.",
    )
    NOT_LOADED = QT_TRANSLATE_NOOP("Sound", "Sound could not be loaded: {error}")
    FILE_MISSING = QT_TRANSLATE_NOOP(
        "Sound", "The sound file {name} is missing. Please reinstall the program."
    )
    FILE_DAMAGED = QT_TRANSLATE_NOOP(
        "Sound", "The sound file {name} is damaged. Please reinstall the program."
    )
    REFUSED = QT_TRANSLATE_NOOP(
        "Sound",
        "Your sound output isn't playing the tones. Choose another output in your system settings.",
    )
    NO_SERVER = QT_TRANSLATE_NOOP(
        "Sound",
        "No sound output was found: check that PipeWire (package pipewire-pulse) or PulseAudio "
        "(package pulseaudio) is installed and running, then start the program again.",
    )
    NO_DEVICE = QT_TRANSLATE_NOOP(
        "Sound", "No sound output was found: connect headphones or speakers."
    )
    NO_ANSWER = QT_TRANSLATE_NOOP(
        "Sound",
        "Your computer's sound service isn't answering: restart it, then start this program again.",
    )
    VOLUME_ZERO = QT_TRANSLATE_NOOP("Sound", "The volume of the tones is at 0.")
    SWITCHED_OFF = QT_TRANSLATE_NOOP("Sound", "Sound is turned off in Settings.")
    MUTED = QT_TRANSLATE_NOOP("Sound", "Your computer's sound is muted. Turn it back on.")
    LOOKING = QT_TRANSLATE_NOOP("Sound", "Looking for a voice…")
    NO_SPEECH_ANSWER = QT_TRANSLATE_NOOP(
        "Sound",
        "Your computer's speech service isn't answering: restart it, then check for voices again "
        "in Settings.",
    )
    NO_SPEECH_SERVICE = QT_TRANSLATE_NOOP(
        "Sound",
        "The voice needs Speech Dispatcher with eSpeak NG: install the packages "
        "speech-dispatcher and speech-dispatcher-espeak-ng (Debian, Ubuntu), or "
        "speech-dispatcher and espeak-ng (Fedora, Arch), then start the program again.",
    )
    NO_SYSTEM_VOICE = QT_TRANSLATE_NOOP(
        "Sound", "This computer has no voice: add one in its speech settings."
    )
    NO_SPEECH_VOICE = QT_TRANSLATE_NOOP(
        "Sound",
        "Speech Dispatcher has no voice: install the package speech-dispatcher-espeak-ng "
        "(Debian, Ubuntu) or espeak-ng (Fedora, Arch), then start the program again.",
    )
    NO_LANGUAGE = QT_TRANSLATE_NOOP(
        "Sound",
        "No voice on this computer speaks the program's language. You can choose another voice.",
    )
    VOICE_VOLUME_ZERO = QT_TRANSLATE_NOOP("Sound", "The volume of the voice is at 0.")

    def say(self, **values: object) -> str:
        """Return the sentence in the user's language."""
        return translate("Sound", self.value).format(**values)


def not_loaded(error: ImportError) -> str:
    """Say what QtMultimedia misses on this machine, and the package that has it."""
    found = _LIBRARY.search(str(error))
    if found and found.group().startswith("libpulse"):
        return Reason.LIBPULSE.say()
    if found:
        return Reason.LIBRARY.say(library=found.group())
    if isinstance(error, ModuleNotFoundError):
        return Reason.PACKAGE.say()
    return Reason.NOT_LOADED.say(error=error)


def no_server() -> str:
    """Say that the computer names no sound output at all."""
    return (Reason.NO_SERVER if _on_linux() else Reason.NO_DEVICE).say()


def no_service() -> str:
    """Say that nothing on this computer speaks."""
    return (Reason.NO_SPEECH_SERVICE if _on_linux() else Reason.NO_SYSTEM_VOICE).say()


def no_voice() -> str:
    """Say that speech works and has no voice."""
    return (Reason.NO_SPEECH_VOICE if _on_linux() else Reason.NO_SYSTEM_VOICE).say()


def _on_linux() -> bool:
    return sys.platform.startswith("linux")
