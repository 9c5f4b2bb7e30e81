"""A movement at a moment as an actor, for the stage and every exported picture."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from app.body.vectors import Vec3
from app.figure.actor import Actor
from app.figure.room import room_of
from app.movement.audit import echoes_at, faults_at
from app.movement.model import Label
from app.movement.motion import Motion

#: Points of the hips' path in a second.
_PATH_RATE = 12


def cast(motion: Motion, t: float, *, cue: bool = True, path: bool = False) -> Actor:
    """Return the actor at `t` s of a movement, clamped to its ends, with its things and its room.

    `cue` says whether the phase's cue is written under the figure, `path` whether the path of its
    hips is drawn.
    """
    movement = motion.movement
    place = motion.place_at(t)
    skeleton = motion.skeleton_in(*place)
    faults = faults_at(motion, t)[0] if movement.label is Label.WRONG else ()
    return Actor(
        skeleton=skeleton,
        label=movement.label,
        title=movement.title,
        cue=movement.phases[place.phase].cue if cue else "",
        wall_x=motion.wall_x,
        props=motion.props_at(min(t, motion.seconds), skeleton),
        room=room_of(motion),
        path=hip_path(motion) if path else (),
        faults=faults,
        echoes=echoes_at(motion, t),
    )


def hip_path(motion: Motion) -> tuple[Vec3, ...]:
    """Return where the middle of the hips goes during the whole movement, m.

    Worked out once for each motion, as it takes as long as dozens of frames.
    """
    path = _paths.get(motion)
    if path is None:
        count = max(8, round(motion.seconds * _PATH_RATE))
        times = (motion.seconds * index / count for index in range(count + 1))
        path = _paths[motion] = tuple(motion.skeleton_at(t).hip for t in times)
    return path


_paths: WeakKeyDictionary[Motion, tuple[Vec3, ...]] = WeakKeyDictionary()
