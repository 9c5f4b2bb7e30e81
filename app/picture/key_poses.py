"""The key poses of a shot: where phases end, with the cues on the way there."""

from __future__ import annotations

import math
from typing import NamedTuple

from app.body.skeleton import Skeleton
from app.movement.align import Alignment
from app.movement.motion import Motion
from app.picture.reel import Reel

#: Joints within this distance of where they were have not moved, m.
_SAME_M = 0.002
#: How long before its end a phase still counts as the one that ends there, s.
_JUST_BEFORE = 1e-4


class KeyPose(NamedTuple):
    """A moment at which a phase ends.

    Attributes:
        position: s on the shot's clock.
        cues: each movement's cues since the pose before; none at the start.
    """

    position: float
    cues: tuple[tuple[str, ...], ...]


def key_poses(reel: Reel) -> list[KeyPose]:
    """Return the start and every pose a phase ends in.

    A hold belongs to the pose it holds; of what flies up and comes back, the top is shown. What was
    shown and said already, such as the second of two equal repetitions, is left out.
    """
    motions, clock = reel.shot.motions, reel.alignment
    poses, begin = [KeyPose(0.0, tuple(() for _ in motions))], 0.0
    for end in clock.ends:
        cues, middle, begin = _cues(motions, clock, end), (begin + end) / 2, end
        last = poses[-1]
        before, after = (_skeletons(motions, clock, at) for at in (last.position, end))
        if _same(before, after) and not _same(before, _skeletons(motions, clock, middle)):
            poses.append(KeyPose(middle, tuple((cue,) for cue in cues)))
        elif _same(before, after):
            both = zip(last.cues, cues, strict=True)
            poses[-1] = last._replace(cues=tuple(_joined(old, new) for old, new in both))
        else:
            poses.append(KeyPose(end, tuple((cue,) for cue in cues)))
    first = {pose.cues: pose for pose in reversed(poses)}
    return sorted(first.values())


def _cues(motions: tuple[Motion, ...], clock: Alignment, end: float) -> list[str]:
    times = clock.times(end - _JUST_BEFORE)
    return [
        motion.movement.phases[motion.place_at(t).phase].cue
        for motion, t in zip(motions, times, strict=True)
    ]


def _skeletons(motions: tuple[Motion, ...], clock: Alignment, position: float) -> list[Skeleton]:
    times = clock.times(position)
    return [motion.skeleton_at(t) for motion, t in zip(motions, times, strict=True)]


def _same(some: list[Skeleton], others: list[Skeleton]) -> bool:
    return all(
        math.dist(one.joints[name], other.joints[name]) < _SAME_M
        for one, other in zip(some, others, strict=True)
        for name in one.joints
    )


def _joined(cues: tuple[str, ...], cue: str) -> tuple[str, ...]:
    return cues if cue in cues else (*cues, cue)
