"""What the tones are called, and what the voice says to be tried."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.practice.tones import Tone


def tone_word(tone: Tone) -> str:
    """Return the name of a tone."""
    match tone:
        case Tone.GET_READY:
            return QCoreApplication.translate("Practice", "Countdown")
        case Tone.DOWN:
            return QCoreApplication.translate("Practice", "Down")
        case Tone.HOLD:
            return QCoreApplication.translate("Practice", "Hold")
        case Tone.UP:
            return QCoreApplication.translate("Practice", "Up")
        case Tone.REST:
            return QCoreApplication.translate("Practice", "Rest")
        case Tone.SWITCH:
            return QCoreApplication.translate("Practice", "Switch")
        case Tone.HALFWAY:
            return QCoreApplication.translate("Practice", "Halfway")
        case Tone.LAST_REP:
            return QCoreApplication.translate("Practice", "Last rep")
        case Tone.DONE:
            return QCoreApplication.translate("Practice", "End")
        case Tone.TICK:
            return QCoreApplication.translate("Practice", "Tick")


def sample_sentence() -> str:
    """Return what the voice says to be tried."""
    return QCoreApplication.translate("Speech", "Hips back. Look at the floor ahead and listen.")
