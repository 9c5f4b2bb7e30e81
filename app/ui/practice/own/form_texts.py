"""The words of the form."""

from __future__ import annotations

from app.movement.model import Movement
from app.practice.draft import Fault, FirstTexts, SetForm, longest
from app.practice.exercise import Cues
from app.practice.limits import LIMITS
from app.ui.messages import number_text, translate
from app.ui.practice.own.equipment import equipment_for


def captions() -> dict[str, str]:
    """Return what every field is called, by its name."""
    return {
        "title": translate("Own", "Title"),
        "summary": translate("Own", "In one sentence"),
        "equipment": translate("Own", "You need"),
        "place": translate("Own", "Where to stand"),
        "sets": translate("Own", "Sets"),
        "reps": translate("Own", "Reps"),
        "down_s": translate("Own", "Down"),
        "hold_s": translate("Own", "Hold"),
        "up_s": translate("Own", "Up"),
        "top_s": translate("Own", "Top"),
        "switch_s": translate("Own", "Switch"),
        "rest_s": translate("Own", "Rest"),
        "prepare": translate("Own", "Said before the first set"),
        "down": translate("Own", "Said on the way down"),
        "hold": translate("Own", "Said in the hold"),
        "up": translate("Own", "Said on the way up"),
        "top": translate("Own", "Said at the top"),
        "hold_left": translate("Own", "Said on the left"),
        "switch": translate("Own", "Said between the sides"),
        "hold_right": translate("Own", "Said on the right"),
        "halfway": translate("Own", "Said halfway"),
        "last": translate("Own", "Said before the last rep, or near the end of a hold"),
        "rest": translate("Own", "Said when a rest begins"),
        "done": translate("Own", "Said at the end"),
        "called_down": translate("Own", "Name of the way down"),
        "called_hold": translate("Own", "Name of the hold"),
        "called_up": translate("Own", "Name of the way up"),
        "called_top": translate("Own", "Name of the stand at the top"),
        "called_hold_left": translate("Own", "Name of the left side"),
        "called_switch": translate("Own", "Name of the switch"),
        "called_hold_right": translate("Own", "Name of the right side"),
    }


def form_name(form: SetForm) -> str:
    """Return what a form of a set is called."""
    return {
        SetForm.REPS: translate("Own", "Reps"),
        SetForm.HOLD: translate("Own", "One hold"),
        SetForm.SIDES: translate("Own", "A hold on each side"),
    }[form]


def fault_sentence(fault: Fault, name: str, length: int) -> str:
    """Say in one sentence what is wrong with a field."""
    match fault:
        case Fault.EMPTY:
            return translate("Own", "Enter some text.")
        case Fault.LONG:
            text = translate("Own", "Use at most {most} characters (now {length}).")
            return text.format(most=longest(name), length=length)
        case Fault.BRACES:
            text = translate("Own", "Write a length as {cm}, a weight as {kg}.")
            return text.format(cm="{cm:15}", kg="{kg:5}")
        case Fault.TAKEN:
            return translate("Own", "You already have an exercise with this name.")
        case Fault.NO_TIME:
            return translate("Own", "At least one part of the rep must last longer than 0 s.")
        case Fault.RANGE:
            text = translate("Own", "From {low} to {high}.")
        case Fault.RANGE_OR_NONE:
            text = translate("Own", "0, or from {low} to {high}.")
    limit = LIMITS[name]
    return text.format(low=number_text(limit.low), high=number_text(limit.high))


def first_texts(movement: Movement) -> FirstTexts:
    """Return the texts a new exercise of a movement begins with."""
    cues = Cues(
        prepare=translate(
            "Own",
            "Stand with your feet hip-width apart and your knees soft. "
            "Look at the floor ahead of you.",
        ),
        down=translate("Own", "Hips back"),
        hold=translate("Own", "Stay there"),
        up=translate("Own", "Hips forward, stand tall"),
        top=translate("Own", "Stand tall"),
        hold_left=translate("Own", "The left side"),
        switch=translate("Own", "Now the other side."),
        hold_right=translate("Own", "The right side"),
        halfway=translate("Own", "Halfway"),
        last=translate("Own", "Almost there"),
        rest=translate("Own", "Rest. Stand tall and shake out your legs."),
        done=translate("Own", "That was your last set. Well done."),
    )
    return FirstTexts(
        cues,
        equipment=equipment_for(movement),
        place=translate("Own", "Stand where you have room to move."),
    )
