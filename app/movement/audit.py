"""Check a movement's form on a body."""

from __future__ import annotations

from app.body.form import BOTTOM_THORAX_DEG, Check, FrameContext, check_form
from app.body.inertia import at_rest
from app.body.measures import Measures, measure
from app.body.skeleton import Skeleton
from app.movement.model import MoveKind
from app.movement.motion import Motion

#: How many echoes of a hurrying figure there are, and how far apart, s.
_ECHOES, _ECHO_S = 3, 0.09
#: From this share of the greatest lean on, a movement is nearly as deep as it gets.
_NEARLY = 0.85
#: Frames checked besides the ends of phases.
FRAMES = 120


def moment_at(motion: Motion, t: float) -> FrameContext:
    """Return what the checks need to know about the moment at `t` s."""
    place = motion.place_at(t)
    phase = motion.movement.phases[place.phase]
    return FrameContext(
        deepest=t == deepest_time(motion),
        moving_s=None if phase.kind is MoveKind.HOLD else phase.seconds,
    )


def deepest_time(motion: Motion) -> float | None:
    """Return the end (s) of the phase with the greatest lean, None where none leans far."""
    phase = motion.deepest_phase
    lean = motion.pose_in(phase, 1.0).thorax
    return motion.ends[phase] if lean >= BOTTOM_THORAX_DEG else None


def verdicts_at(motion: Motion, t: float) -> tuple[Skeleton, Measures, dict[Check, bool | None]]:
    """Return skeleton, measures and the verdict of every check at `t` s."""
    return _judge(motion, motion.skeleton_at(t), moment_at(motion, t))


def faults_at(motion: Motion, t: float) -> tuple[tuple[Check, ...], float]:
    """Return what an incorrect movement does wrong at `t` s, of what it declares, sorted.

    What has a verdict only at the deepest moment is shown as long as the movement is nearly as
    deep. With it, where in the foot the weight then is, 0 heel, 1 toe.
    """
    skeleton = motion.skeleton_at(t)
    moment = moment_at(motion, t)
    if skeleton.pose.thorax >= _NEARLY * motion.pose_in(motion.deepest_phase, 1.0).thorax:
        moment = moment._replace(deepest=True)
    _, measures, verdicts = _judge(motion, skeleton, moment)
    breaks = sorted(motion.movement.breaks)
    return tuple(check for check in breaks if verdicts[check] is False), measures.pressure


def echoes_at(motion: Motion, t: float) -> tuple[Skeleton, ...]:
    """Return how a figure that hurries at `t` s stood just before, the latest first."""
    hurried = Check.UNHURRIED
    if hurried not in motion.movement.breaks or hurried not in faults_at(motion, t)[0]:
        return ()
    times = [t - _ECHO_S * (index + 1) for index in range(_ECHOES)]
    return tuple(motion.skeleton_at(before) for before in times if before > 0)


def frame_times(motion: Motion, frames: int) -> list[float]:
    """Return `frames` evenly spaced times (s), the first and the last moment included."""
    if frames == 1:
        return [0.0]
    return [motion.seconds * index / (frames - 1) for index in range(frames)]


def broken_checks(motion: Motion) -> frozenset[Check]:
    """Return the checks that fail at any of `FRAMES` frames or at the end of a phase."""
    broken: set[Check] = set()
    for t in (*frame_times(motion, FRAMES), *motion.ends):
        # No check asks for the load, and what moving adds to it takes as long as all the rest.
        still = motion.skeleton_at(t)._replace(inertia=at_rest)
        verdicts = _judge(motion, still, moment_at(motion, t))[2]
        broken.update(check for check, verdict in verdicts.items() if verdict is False)
    return frozenset(broken)


def _judge(
    motion: Motion, skeleton: Skeleton, moment: FrameContext
) -> tuple[Skeleton, Measures, dict[Check, bool | None]]:
    measures = measure(skeleton)
    return skeleton, measures, check_form(skeleton, measures, motion.movement.pattern, moment)
