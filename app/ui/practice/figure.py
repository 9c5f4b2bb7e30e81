"""Where in its movement the figure stands at a moment of a session."""

from __future__ import annotations

from app.body.anthropometry import Body
from app.movement.library import MovementLibrary
from app.movement.model import MoveKind
from app.movement.motion import Motion, motion_on
from app.practice.exercise import Exercise
from app.practice.moment import Moment
from app.practice.timeline import PhaseKind

_KINDS = {
    PhaseKind.DOWN: MoveKind.DOWN,
    PhaseKind.HOLD: MoveKind.HOLD,
    PhaseKind.UP: MoveKind.UP,
}


def motion_for(exercise: Exercise, movements: MovementLibrary, body: Body) -> Motion | None:
    """Return the exercise's movement on a body; None where it cannot be shown."""
    return motion_on(body, movements.get(exercise.movement))


def place_at(motion: Motion, moment: Moment, *, key_poses: bool) -> float:
    """Return the time in the movement (s) that belongs to a moment.

    With `key_poses` it is the end of the phase from its start on. Standing, it is the start.
    """
    kind = _KINDS.get(moment.kind)
    if kind is None:
        return 0.0
    return motion.time_in_kind(kind, 1.0 if key_poses else moment.fraction)
