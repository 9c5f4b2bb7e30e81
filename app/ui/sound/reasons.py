"""Why there is no sound, each as one sentence with what to do about it."""

from __future__ import annotations

import re
import sys

from PySide6.QtCore import QCoreApplication

_LIBRARY = re.compile(r"lib[\w+.-]+?\.so(?:\.\d+)*")


def not_loaded(error: ImportError) -> str:
    """Say what QtMultimedia misses on this machine, and the package that has it."""
    found = _LIBRARY.search(str(error))
    if found and found.group().startswith("libpulse"):
        return QCoreApplication.translate(
            "Sound",
            "Sound needs the system library libpulse: install the package libpulse0 (Debian, "
            "Ubuntu, openSUSE), pulseaudio-libs (Fedora) or libpulse (Arch), "
            "then start the program again.",
        )
    if found:
        return QCoreApplication.translate(
            "Sound",
            "Sound needs the system library {library}: install the package that has it, "
            "then start the program again.",
        ).format(library=found.group())
    if isinstance(error, ModuleNotFoundError):
        return QCoreApplication.translate(
            "Sound",
            "Sound needs the Python package PySide6-Addons: install it, "
            "then start the program again.",
        )
    return QCoreApplication.translate("Sound", "Sound could not be loaded: {error}").format(
        error=error
    )


def file_missing(name: str) -> str:
    """Say that a tone is not in the sounds folder."""
    return QCoreApplication.translate(
        "Sound", "The sound file {name} is missing: install the program again."
    ).format(name=name)


def file_damaged(name: str) -> str:
    """Say that a tone is in the folder and cannot be read."""
    return QCoreApplication.translate(
        "Sound", "The sound file {name} is damaged: install the program again."
    ).format(name=name)


def refused() -> str:
    """Say that the sound output does not take the tones."""
    return QCoreApplication.translate(
        "Sound",
        "The sound output does not play the tones: choose another sound output on this computer.",
    )


def no_server() -> str:
    """Say that the computer names no sound output at all."""
    if not sys.platform.startswith("linux"):
        return no_device()
    return QCoreApplication.translate(
        "Sound",
        "No sound output was found: see that PipeWire (package pipewire-pulse) or PulseAudio "
        "(package pulseaudio) is installed and running, then start the program again.",
    )


def no_device() -> str:
    """Say that there is nothing to hear the sound from."""
    return QCoreApplication.translate(
        "Sound", "No sound output was found: connect headphones or a loudspeaker."
    )


def no_answer() -> str:
    """Say that the sound server was asked and kept silent."""
    return QCoreApplication.translate(
        "Sound",
        "The computer's sound service does not answer: start it again, "
        "then start this program again.",
    )


def muted() -> str:
    """Say that all sound of the computer is turned off."""
    return QCoreApplication.translate(
        "Sound", "The sound of this computer is muted: turn it on again."
    )


def volume_zero() -> str:
    """Say that the user's own volume is at nothing."""
    return QCoreApplication.translate("Sound", "The volume of the tones is at 0.")


def switched_off() -> str:
    """Say that the user does not want sound."""
    return QCoreApplication.translate("Sound", "Sound is switched off in the settings.")
