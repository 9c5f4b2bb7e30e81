"""What the voice says, in the language of the window."""

from __future__ import annotations

from app.practice.timeline import Plan
from app.practice.utterance import Line, Spoken
from app.ui.messages import QT_TRANSLATE_NOOP, in_units, translate
from app.ui.practice.session_texts import phase_word
from app.units import Units

_SENTENCES = {
    Spoken.CUE: "{cue}",
    Spoken.CUE_REP: QT_TRANSLATE_NOOP("Speech", "{cue}, {rep}"),
    Spoken.PHASE: "{phase}",
    Spoken.PHASE_REP: QT_TRANSLATE_NOOP("Speech", "{phase}, {rep}"),
    Spoken.REP: "{rep}",
    Spoken.HALFWAY_CUE: QT_TRANSLATE_NOOP("Speech", "{halfway}. {cue}"),
    Spoken.HALFWAY_CUE_REP: QT_TRANSLATE_NOOP("Speech", "{halfway}. {cue}, {rep}"),
    Spoken.HALFWAY_REP: QT_TRANSLATE_NOOP("Speech", "{halfway}, {rep}"),
    Spoken.LAST: QT_TRANSLATE_NOOP("Speech", "Last one"),
    Spoken.FLOOR: QT_TRANSLATE_NOOP("Speech", "Look at the floor ahead and listen."),
    Spoken.NEXT_NEEDS: QT_TRANSLATE_NOOP(
        "Speech", "Next: {exercise}. You need: {equipment}. {cue}."
    ),
    Spoken.NEXT: QT_TRANSLATE_NOOP("Speech", "Next: {exercise}. {cue}."),
    Spoken.SET: QT_TRANSLATE_NOOP("Speech", "Set {set} of {sets}"),
    Spoken.GET_READY: QT_TRANSLATE_NOOP("Speech", "Get ready"),
    Spoken.PAUSED: QT_TRANSLATE_NOOP("Speech", "Paused"),
    Spoken.SECONDS: "{seconds}",
}


def spoken(line: Line, plan: Plan, units: Units) -> str:
    """Put one way to say something into words."""
    texts = {name: in_units(text, units).rstrip(" .") for name, text in line.texts.items()}
    phase = ""
    if line.kind is not None:
        phase = phase_word(line.kind, plan.parts[line.part].exercise.names)
    sentence = translate("Speech", _SENTENCES[line.message])
    return sentence.format(phase=phase, **texts, **line.numbers)
