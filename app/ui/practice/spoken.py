"""What the voice says, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.practice.timeline import Plan
from app.practice.utterance import Line, Spoken
from app.ui.messages import in_units
from app.ui.practice.words import phase_word
from app.units import Units


def spoken(line: Line, plan: Plan, units: Units) -> str:
    """Put one way to say something into words."""
    texts = {name: in_units(text, units).rstrip(" .") for name, text in line.texts.items()}
    phase = ""
    if line.kind is not None:
        phase = phase_word(line.kind, plan.parts[line.part].exercise.names)
    return _sentence(line.message).format(phase=phase, **texts, **line.numbers)


def _sentence(message: Spoken) -> str:
    match message:
        case Spoken.CUE:
            return "{cue}"
        case Spoken.CUE_REP:
            return QCoreApplication.translate("Speech", "{cue}, {rep}")
        case Spoken.PHASE:
            return "{phase}"
        case Spoken.PHASE_REP:
            return QCoreApplication.translate("Speech", "{phase}, {rep}")
        case Spoken.REP:
            return "{rep}"
        case Spoken.HALFWAY_CUE:
            return QCoreApplication.translate("Speech", "{halfway}. {cue}")
        case Spoken.HALFWAY_CUE_REP:
            return QCoreApplication.translate("Speech", "{halfway}. {cue}, {rep}")
        case Spoken.HALFWAY_REP:
            return QCoreApplication.translate("Speech", "{halfway}, {rep}")
        case Spoken.LAST:
            return QCoreApplication.translate("Speech", "Last one")
        case Spoken.FLOOR:
            return QCoreApplication.translate("Speech", "Look at the floor ahead and listen.")
        case Spoken.NEXT_NEEDS:
            return QCoreApplication.translate(
                "Speech", "Next: {exercise}. You need: {equipment}. {cue}."
            )
        case Spoken.NEXT:
            return QCoreApplication.translate("Speech", "Next: {exercise}. {cue}.")
        case Spoken.SET:
            return QCoreApplication.translate("Speech", "Set {set} of {sets}")
        case Spoken.GET_READY:
            return QCoreApplication.translate("Speech", "Get ready")
        case Spoken.PAUSED:
            return QCoreApplication.translate("Speech", "Paused")
        case Spoken.SECONDS:
            return "{seconds}"
