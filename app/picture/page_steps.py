"""The four numbered steps of a page: moments around the lowest one, with what is done there."""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from app.messages.message import Message
from app.movement.model import MoveKind
from app.movement.motion import Motion
from app.practice.exercise import Exercise

STEPS = 4
#: Steps shown before the lowest one.
_BEFORE = 2


class Step(NamedTuple):
    """A moment of a movement, s, and what is done on the way there."""

    t: float
    text: Message | str


def steps_of(motion: Motion, exercise: Exercise | None) -> list[Step]:
    """Return the steps of a movement, at most four.

    A way down is shown half way; where nothing holds at its end, its lowest point as well. Cues are
    the texts where there are too many of them to stand beside the picture.
    """
    phases = motion.movement.phases
    cues = cues_of(motion, exercise)
    in_cues = len(cues) > len(set(cues[:3]))
    steps = [Step(0.0, Message("pictures.start"))]
    low, begin = 0, 0.0
    for index, (phase, end) in enumerate(zip(phases, motion.ends, strict=True)):
        following = phases[index + 1].kind if index + 1 < len(phases) else None
        text = phase.cue if in_cues or phase.kind is MoveKind.STEP else _part(phase.kind, exercise)
        if phase.kind is MoveKind.DOWN:
            steps.append(Step((begin + end) / 2, text))
            if following is not MoveKind.HOLD:
                steps.append(Step(end, Message("pictures.step.lowest")))
        else:
            steps.append(Step(end, text))
        if index == motion.deepest_phase:
            low = len(steps) - (following is not MoveKind.HOLD)
        begin = end
    first = max(0, min(low - _BEFORE, len(steps) - STEPS))
    return steps[first : first + STEPS]


def cues_of(motion: Motion, exercise: Exercise | None) -> list[str]:
    """Return what is said in a movement, each once; a part an exercise leaves out says nothing."""
    phases = motion.movement.phases
    left_out = [phase.cue for phase in phases if _seconds(phase.kind, exercise) == 0]
    return [cue for cue in dict.fromkeys(p.cue for p in phases) if cue not in left_out]


def cue_at_bottom(motion: Motion) -> str:
    """Return what is said at the lowest point: where it is held, or on the way there."""
    phases, low = motion.movement.phases, motion.deepest_phase
    held = phases[low + 1 : low + 2]
    return held[0].cue if held and held[0].kind is MoveKind.HOLD else phases[low].cue


def _part(kind: MoveKind, exercise: Exercise | None) -> Message:
    seconds = _seconds(kind, exercise)
    if seconds:
        return Message(f"pictures.part.{kind.value}", seconds=seconds)
    if seconds == 0 and kind is MoveKind.HOLD:
        return Message("pictures.step.lowest")
    return Message(f"pictures.step.{kind.value}")


def _seconds(kind: MoveKind, exercise: Exercise | None) -> float | None:
    """Return how long an exercise takes for a part, s; None where it does not say."""
    tempo = exercise.tempo if exercise else None
    parts: dict[str, float] = msgspec.structs.asdict(tempo) if tempo else {}
    return parts.get(kind.value)
