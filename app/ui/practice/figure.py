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
_SIDES = {PhaseKind.HOLD_LEFT: "left", PhaseKind.HOLD_RIGHT: "right"}


def motion_for(exercise: Exercise, movements: MovementLibrary, body: Body) -> Motion | None:
    """Return the exercise's movement on a body; None where it cannot be shown."""
    return motion_on(body, movements.get(exercise.movement))


def place_at(motion: Motion, moment: Moment, *, key_poses: bool) -> float:
    """Return the time in the movement (s) that belongs to a moment.

    The figure moves into and out of a side at the movement's own speed: into it as its hold
    begins, out of it in the wait after. With `key_poses` it is the end of the phase from the
    phase's start on. Standing, it is the start.
    """
    if moment.kind is PhaseKind.REP:
        return _in_rep(motion, moment, key_poses=key_poses)
    if moment.exercise.continuous and moment.kind is PhaseKind.HOLD:
        if key_poses:
            return motion.time_in_kind(MoveKind.DOWN, 1.0)
        # Over and over at about its own speed, to end standing: no tempo stretches what swings.
        seconds = moment.elapsed_s + moment.remaining_s
        rounds = max(1, round(seconds / motion.seconds))
        return moment.fraction * rounds % 1 * motion.seconds
    if kind := _KINDS.get(moment.kind):
        return motion.time_in_kind(kind, 1.0 if key_poses else moment.fraction)
    if side := _SIDES.get(moment.kind):
        return motion.time_into_side(side, motion.seconds if key_poses else moment.elapsed_s)
    left = _SIDES.get(moment.previous_kind) if moment.previous_kind else None
    if left is None or key_poses:
        return 0.0
    return motion.time_out_of_side(left, moment.elapsed_s)


def _in_rep(motion: Motion, moment: Moment, *, key_poses: bool) -> float:
    """Show a repetition at one's own pace once at the exercise's, as an example."""
    if key_poses:
        return motion.time_in_kind(MoveKind.HOLD, 0.0)
    left = moment.elapsed_s
    choice = moment.choice
    for kind, seconds in (
        (MoveKind.DOWN, choice.down_s),
        (MoveKind.HOLD, choice.hold_s),
        (MoveKind.UP, choice.up_s),
    ):
        if left < seconds:
            return motion.time_in_kind(kind, left / seconds)
        left -= seconds
    return 0.0
