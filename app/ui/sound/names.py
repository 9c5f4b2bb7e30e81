"""What the tones are called, and what the voice says when it is tried."""

from __future__ import annotations

from app.practice.tones import Tone
from app.ui.messages import QT_TRANSLATE_NOOP, translate

_TONES = {
    Tone.GET_READY: QT_TRANSLATE_NOOP("Practice", "Countdown"),
    Tone.DOWN: QT_TRANSLATE_NOOP("Practice", "Down"),
    Tone.HOLD: QT_TRANSLATE_NOOP("Practice", "Hold"),
    Tone.UP: QT_TRANSLATE_NOOP("Practice", "Up"),
    Tone.REST: QT_TRANSLATE_NOOP("Practice", "Rest"),
    Tone.SWITCH: QT_TRANSLATE_NOOP("Practice", "Switch"),
    Tone.HALFWAY: QT_TRANSLATE_NOOP("Practice", "Halfway"),
    Tone.LAST_REP: QT_TRANSLATE_NOOP("Practice", "Last rep"),
    Tone.DONE: QT_TRANSLATE_NOOP("Practice", "End"),
    Tone.TICK: QT_TRANSLATE_NOOP("Practice", "Tick"),
}


def tone_word(tone: Tone) -> str:
    """Return the name of a tone."""
    return translate("Practice", _TONES[tone])


def sample_sentence() -> str:
    """Return what the voice says when it is tried."""
    return translate("Speech", "Hips back. Look at the floor ahead and listen.")
