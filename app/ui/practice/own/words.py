"""The words of the form."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.practice.draft import Fault, Form, Words, longest
from app.practice.limits import LIMITS
from app.ui.messages import number_text


def captions() -> dict[str, str]:
    """Return what every field is called, by its name."""
    return {
        "title": QCoreApplication.translate("Own", "Title"),
        "summary": QCoreApplication.translate("Own", "In one sentence"),
        "equipment": QCoreApplication.translate("Own", "You need"),
        "place": QCoreApplication.translate("Own", "Where to stand"),
        "sets": QCoreApplication.translate("Own", "Sets"),
        "reps": QCoreApplication.translate("Own", "Repetitions"),
        "down_s": QCoreApplication.translate("Own", "Down"),
        "hold_s": QCoreApplication.translate("Own", "Hold"),
        "up_s": QCoreApplication.translate("Own", "Up"),
        "top_s": QCoreApplication.translate("Own", "Top"),
        "switch_s": QCoreApplication.translate("Own", "Switch"),
        "rest_s": QCoreApplication.translate("Own", "Rest"),
        "prepare": QCoreApplication.translate("Own", "Said before the first set"),
        "down": QCoreApplication.translate("Own", "Said on the way down"),
        "hold": QCoreApplication.translate("Own", "Said in the hold"),
        "up": QCoreApplication.translate("Own", "Said on the way up"),
        "top": QCoreApplication.translate("Own", "Said at the top"),
        "hold_left": QCoreApplication.translate("Own", "Said on the left"),
        "switch": QCoreApplication.translate("Own", "Said between the sides"),
        "hold_right": QCoreApplication.translate("Own", "Said on the right"),
        "halfway": QCoreApplication.translate("Own", "Said halfway"),
        "last": QCoreApplication.translate("Own", "Said before the last repetition or the end"),
        "rest": QCoreApplication.translate("Own", "Said when a rest begins"),
        "done": QCoreApplication.translate("Own", "Said at the end"),
        "called_down": QCoreApplication.translate("Own", "Name of the way down"),
        "called_hold": QCoreApplication.translate("Own", "Name of the hold"),
        "called_up": QCoreApplication.translate("Own", "Name of the way up"),
        "called_top": QCoreApplication.translate("Own", "Name of the stand at the top"),
        "called_hold_left": QCoreApplication.translate("Own", "Name of the left side"),
        "called_switch": QCoreApplication.translate("Own", "Name of the switch"),
        "called_hold_right": QCoreApplication.translate("Own", "Name of the right side"),
    }


def form_name(form: Form) -> str:
    """Return what a form of a set is called."""
    match form:
        case Form.REPS:
            return QCoreApplication.translate("Own", "Repetitions")
        case Form.HOLD:
            return QCoreApplication.translate("Own", "One hold")
        case Form.SIDES:
            return QCoreApplication.translate("Own", "A hold on each side")


def fault_sentence(fault: Fault, name: str, length: int) -> str:
    """Say in one sentence what is wrong with a field."""
    match fault:
        case Fault.EMPTY:
            return QCoreApplication.translate("Own", "A few words are needed here.")
        case Fault.LONG:
            text = QCoreApplication.translate("Own", "At most {most} characters, not {length}.")
            return text.format(most=longest(name), length=length)
        case Fault.BRACES:
            text = QCoreApplication.translate("Own", "Write a length as {cm}, a weight as {kg}.")
            return text.format(cm="{cm:15}", kg="{kg:5}")
        case Fault.NO_TIME:
            return QCoreApplication.translate("Own", "A part of a repetition must take some time.")
        case Fault.RANGE:
            text = QCoreApplication.translate("Own", "From {low} to {high}.")
        case Fault.RANGE_OR_NONE:
            text = QCoreApplication.translate("Own", "0, or from {low} to {high}.")
    limit = LIMITS[name]
    return text.format(low=number_text(limit.low), high=number_text(limit.high))


def first_words() -> Words:
    """Return the words a new exercise begins with."""
    return Words(
        prepare=QCoreApplication.translate(
            "Own",
            "Stand with your feet hip-width apart and your knees soft. "
            "Look at the floor ahead of you and listen.",
        ),
        down=QCoreApplication.translate("Own", "Hips back"),
        hold=QCoreApplication.translate("Own", "Stay there"),
        up=QCoreApplication.translate("Own", "Hips forward, stand tall"),
        top=QCoreApplication.translate("Own", "Stand tall"),
        hold_left=QCoreApplication.translate("Own", "The left side"),
        switch=QCoreApplication.translate("Own", "Now the other side."),
        hold_right=QCoreApplication.translate("Own", "The right side"),
        halfway=QCoreApplication.translate("Own", "Halfway"),
        last=QCoreApplication.translate("Own", "Almost there"),
        rest=QCoreApplication.translate("Own", "Rest. Stand tall and shake out your legs."),
        done=QCoreApplication.translate("Own", "That was the last set. You are done."),
        equipment=QCoreApplication.translate("Own", "Nothing but a clear space."),
        place=QCoreApplication.translate("Own", "Stand where you have room to move."),
    )
