"""What the screen of a session says at a moment, and how numbers are put into words."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLocale

from app.practice.choice import Choice
from app.practice.events import PauseReason
from app.practice.exercise import Exercise, PartNames
from app.practice.moment import Moment
from app.practice.timeline import STANDING, PhaseKind
from app.practice.transitions import State
from app.programme.programme import Routine
from app.ui.dates import duration
from app.ui.messages import QT_TRANSLATE_NOOP, in_units, translate
from app.units import Units

#: The share of a change-over in which is said what the next exercise needs, before its place is.
_NEEDED = 0.5

_PHASES = {
    PhaseKind.PREPARE: QT_TRANSLATE_NOOP("Practice", "Get ready"),
    PhaseKind.DOWN: QT_TRANSLATE_NOOP("Practice", "Down"),
    PhaseKind.HOLD: QT_TRANSLATE_NOOP("Practice", "Hold"),
    PhaseKind.UP: QT_TRANSLATE_NOOP("Practice", "Up"),
    PhaseKind.TOP: QT_TRANSLATE_NOOP("Practice", "Top"),
    PhaseKind.REP: QT_TRANSLATE_NOOP("Practice", "Your pace"),
    PhaseKind.HOLD_LEFT: QT_TRANSLATE_NOOP("Practice", "Left"),
    PhaseKind.HOLD_RIGHT: QT_TRANSLATE_NOOP("Practice", "Right"),
    PhaseKind.SWITCH: QT_TRANSLATE_NOOP("Practice", "Switch"),
    PhaseKind.REST: QT_TRANSLATE_NOOP("Practice", "Rest"),
    PhaseKind.CHANGE: QT_TRANSLATE_NOOP("Practice", "Next"),
}


class Accent(StrEnum):
    """What the ring's colour stands for; always said in words too."""

    MOVE = "move"
    WAIT = "wait"
    STILL = "still"


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a session's screen says at one moment.

    Attributes:
        headline: set and repetition, or which exercise is next.
        word: the one huge word, or what comes next; empty where the cue needs the room.
        name: the same word, where there is room for both.
        cue: what to do.
        digits: seconds left, or the countdown.
        following: what comes next.
        accent: the ring's.
    """

    headline: str
    word: str
    name: str
    cue: str
    digits: str
    following: str
    accent: Accent


def shown_at(moment: Moment, reason: PauseReason | None = None, units: Units = "metric") -> Shown:
    """Put a moment into words; `reason` is why the session is paused."""
    word, cue, accent = _what(moment, reason, units)
    return Shown(
        headline=_headline(moment),
        word=word,
        name=word or phase_word(moment.kind, moment.exercise.names),
        cue=cue,
        digits=_digits(moment),
        following=_following(moment),
        accent=accent,
    )


def phase_word(kind: PhaseKind, names: PartNames) -> str:
    """Return the word for a phase: the exercise's own, where it has one."""
    if own := getattr(names, kind.value, None):
        return str(own)
    return translate("Practice", _PHASES[kind])


def number(value: float) -> str:
    """Write a number as the locale does, without needless zeros."""
    return QLocale().toString(float(value), "f", 0 if value == round(value) else 1)


def amount(choice: Choice, exercise: Exercise) -> str:
    """Write how much is done: `3 × 5`, or `3 × 30 s` where a set is held, on each side or not."""
    if exercise.open_ended:
        return translate("Practice", "{sets} × until far enough").format(sets=choice.sets)
    if exercise.reps is not None:
        text = translate("Practice", "{sets} × {reps}")
        return text.format(sets=choice.sets, reps=choice.reps)
    if choice.switch_s:
        text = translate("Practice", "{sets} × {seconds} s per side")
    else:
        text = translate("Practice", "{sets} × {seconds} s")
    return text.format(sets=choice.sets, seconds=number(choice.hold_s))


def tempo(choice: Choice, names: PartNames) -> str:
    """Write the time of one repetition: `Down 2 s · Hold 1 s · Up 2 s`; of a hold, its sides."""
    text = translate("Practice", "{part} {seconds} s")
    parts = [
        (PhaseKind.DOWN, choice.down_s),
        (PhaseKind.HOLD, choice.hold_s),
        (PhaseKind.UP, choice.up_s),
        (PhaseKind.TOP, choice.top_s),
    ]
    if choice.switch_s:
        parts = [
            (PhaseKind.HOLD_LEFT, choice.hold_s),
            (PhaseKind.SWITCH, choice.switch_s),
            (PhaseKind.HOLD_RIGHT, choice.hold_s),
        ]
    return " · ".join(
        text.format(part=phase_word(kind, names), seconds=number(s)) for kind, s in parts if s
    )


def routine_title(routine: Routine) -> str:
    """Return `Week 1, day 2: Bodyweight basics`, or the homework's own name."""
    if routine.week is None:
        return routine.title
    text = translate("Practice", "Week {week}, day {day}: {title}")
    return text.format(week=routine.week, day=routine.day, title=routine.title)


def _what(moment: Moment, reason: PauseReason | None, units: Units) -> tuple[str, str, Accent]:
    names = moment.exercise.names
    if moment.state is State.PAUSED:
        paused = translate("Practice", "Paused")
        if reason is PauseReason.GAP:
            why = translate(
                "Practice", "Paused because the computer went to sleep. Press Space to resume."
            )
            return paused, why, Accent.STILL
        return paused, translate("Practice", "Press Space to resume."), Accent.STILL
    if moment.state is State.RESUMING and moment.kind in STANDING:
        soon = translate("Practice", "Resuming…")
        change = moment.kind is PhaseKind.CHANGE
        word = moment.exercise.title if change else phase_word(moment.kind, names)
        return word, soon, Accent.WAIT
    if moment.countdown is not None:
        return phase_word(PhaseKind.PREPARE, names), moment.cue, Accent.WAIT
    if moment.state is State.AWAITING:
        text = translate("Practice", "{cue}. Press Space when you are done.")
        return phase_word(moment.kind, names), text.format(cue=moment.cue), Accent.MOVE
    if moment.kind is PhaseKind.CHANGE:
        return moment.exercise.title, _coming(moment, units), Accent.WAIT
    if moment.kind is PhaseKind.SWITCH:
        return phase_word(moment.kind, names), moment.cue, Accent.WAIT
    if moment.kind in STANDING:
        return "", moment.cue, Accent.WAIT
    cue = moment.notice if moment.exercise.reps is None and moment.notice else moment.cue
    return phase_word(moment.kind, names), cue, Accent.MOVE


def _coming(moment: Moment, units: Units) -> str:
    """Say what the next exercise needs; then how to stand."""
    if moment.fraction >= _NEEDED:
        return moment.cue
    text = translate("Practice", "You need: {equipment}")
    return text.format(equipment=in_units(moment.exercise.equipment, units))


def _headline(moment: Moment) -> str:
    values = {"set": moment.set, "sets": moment.sets, "rep": moment.rep, "reps": moment.reps}
    if moment.kind is PhaseKind.PREPARE and moment.parts > 1:
        return moment.exercise.title
    if moment.kind is PhaseKind.REST:
        text = translate("Practice", "Rest after set {set} of {sets}")
    elif moment.kind is PhaseKind.CHANGE:
        text = translate("Practice", "Next: exercise {part} of {parts}")
        return text.format(part=moment.part + 1, parts=moment.parts)
    elif moment.rep is None or moment.exercise.reps is None:
        text = translate("Practice", "Set {set} of {sets}")
    elif moment.exercise.open_ended:
        text = translate("Practice", "Rep {rep} · Set {set} of {sets}")
    else:
        text = translate("Practice", "Rep {rep} of {reps} · Set {set} of {sets}")
    line = text.format(**values)
    if moment.notice and moment.exercise.reps is not None:
        text = translate("Practice", "{notice} · {rep}")
        return text.format(notice=moment.notice, rep=line)
    return line


def _digits(moment: Moment) -> str:
    if moment.state is State.AWAITING:
        return str(moment.rep)
    if moment.countdown is not None:
        return str(moment.countdown)
    # Rounded up, so that 5 s read 5 4 3 2 1; the tiny bit is what floats add to a whole second.
    left = max(0, math.ceil(moment.remaining_s - 1e-6))
    return str(left) if left < 100 else f"{left // 60}:{left % 60:02d}"


def _following(moment: Moment) -> str:
    if moment.kind is PhaseKind.SWITCH:
        return _next(PhaseKind.HOLD_RIGHT, moment)
    if moment.kind is PhaseKind.CHANGE:
        return ""  # the headline says it
    if moment.kind in STANDING:
        following = moment.set + 1 if moment.kind is PhaseKind.REST else moment.set
        text = translate("Practice", "Next: set {set} of {sets}")
        return text.format(set=following, sets=moment.sets)
    if moment.state is State.RESUMING:
        return _next(moment.kind, moment)
    if moment.next_kind is PhaseKind.REP:
        return ""
    if moment.next_kind is None:
        return translate("Practice", "Next: finished")
    if moment.next_kind is PhaseKind.REST:
        text = translate("Practice", "Next: rest, {time}")
        return text.format(time=duration(moment.next_s))
    if moment.next_kind is PhaseKind.CHANGE and moment.following is not None:
        text = translate("Practice", "Next: {word}")
        return text.format(word=moment.following.title)
    return _next(moment.next_kind, moment)


def _next(kind: PhaseKind, moment: Moment) -> str:
    text = translate("Practice", "Next: {word}")
    return text.format(word=phase_word(kind, moment.exercise.names))
