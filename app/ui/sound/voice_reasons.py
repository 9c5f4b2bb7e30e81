"""Why nothing is spoken, each as one sentence with what to do about it."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication


def looking() -> str:
    """Say that it is not known yet whether anything speaks."""
    return QCoreApplication.translate("Sound", "Looking for a voice…")


def no_answer() -> str:
    """Say that the speech service was asked and kept silent."""
    return QCoreApplication.translate(
        "Sound",
        "The computer's speech service does not answer: start it again, then look for a voice "
        "in the settings.",
    )


def no_service() -> str:
    """Say that nothing on this computer speaks."""
    if not sys.platform.startswith("linux"):
        return no_voice()
    return QCoreApplication.translate(
        "Sound",
        "The voice needs Speech Dispatcher with eSpeak NG: install the packages "
        "speech-dispatcher and speech-dispatcher-espeak-ng (Debian, Ubuntu), or "
        "speech-dispatcher and espeak-ng (Fedora, Arch), then start the program again.",
    )


def no_voice() -> str:
    """Say that speech works and has no voice."""
    if not sys.platform.startswith("linux"):
        return QCoreApplication.translate(
            "Sound", "This computer has no voice: add one in its speech settings."
        )
    return QCoreApplication.translate(
        "Sound",
        "Speech Dispatcher has no voice: install the package speech-dispatcher-espeak-ng "
        "(Debian, Ubuntu) or espeak-ng (Fedora, Arch), then start the program again.",
    )


def no_language() -> str:
    """Say that there are voices, of other languages."""
    return QCoreApplication.translate(
        "Sound", "No voice on this computer speaks the language of this window: choose another."
    )


def volume_zero() -> str:
    """Say that the user's own volume is at nothing."""
    return QCoreApplication.translate("Sound", "The volume of the voice is at 0.")
