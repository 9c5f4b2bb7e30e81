"""No movement does what no body can: slide, sink, stretch, jump, let go, come apart."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import pytest
from msgspec.structs import replace

from app.body.anthropometry import Body, Sex
from app.body.balance import weight_shares
from app.body.form import Pattern
from app.body.legs import SIDES
from app.body.limits import check_limits, joint_angles
from app.body.skeleton import Skeleton
from app.body.spine import touch_points
from app.body.vectors import Vec3
from app.errors import UserError
from app.movement.audit import FRAMES, frame_times
from app.movement.model import Label
from app.movement.motion import Motion
from app.movement.props import PINCHED, PROP_DEFAULTS, Placed, PropKind
from tests.helpers.motions import MOVEMENTS, motion_of

IDS = sorted(MOVEMENTS.names)
#: Each with the number of frames to check.
BODIES = {
    "the default man": (Body(), FRAMES),
    "a small stiff woman": (Body(1.5, 49.5, Sex.FEMALE, 1.1, 0.9, 60.0), 40),
    "a tall supple man": (Body(2.0, 88.0, Sex.MALE, 0.9, 1.1, 100.0), 40),
}
SLIDE_M, SINK_M, WALL_M, HAND_M, LENGTH_M, SEAM_M, JUMP_M = 1e-3, 1e-4, 1e-4, 5e-3, 1e-6, 1e-6, 1e-5
#: How far a thing may be from where the hand picks it up or puts it down.
TAKEN_M = 5e-4
FASTEST_DEG_S, FASTEST_M_S = 400.0, 6.0
STICK_RADIUS_M = 0.013
#: The fastest a person smoothly starts or stops a joint, m/s2; a jump is faster.
HARDEST_M_S2 = 60.0
#: Bones: two joints at a constant distance.
BONES = [
    *(
        (f"{one}_{side}", f"{other}_{side}")
        for side, _ in SIDES
        for one, other in (
            ("heel", "toe"), ("heel", "ankle"), ("ankle", "knee"), ("knee", "hip"),
            ("shoulder", "elbow"), ("elbow", "wrist"), ("wrist", "palm"), ("palm", "hand"),
        )
    ),
    ("hip_left", "hip_right"), ("shoulder_left", "shoulder_right"), ("hip_left", "l5s1"),
    ("c7", "head"), ("c7", "vertex"),
]  # fmt: skip


class Frame(NamedTuple):
    """A movement at `t` s."""

    t: float
    skeleton: Skeleton
    props: tuple[Placed, ...]


def frame_at(motion: Motion, t: float) -> Frame:
    skeleton = motion.skeleton_at(t)
    return Frame(t, skeleton, motion.props_at(t, skeleton))


@lru_cache(maxsize=4)
def frames_of(movement_id: str, name: str) -> tuple[Frame, ...]:
    body, count = BODIES[name]
    motion = motion_of(movement_id, body)
    if motion.movement.moves_feet:  # no step may pass between two frames
        count = max(count, round(motion.seconds * 8))
    times = sorted({*frame_times(motion, count), *motion.ends})
    return tuple(frame_at(motion, t) for t in times)


def feet_stay(motion: Motion, frames: Sequence[Frame]) -> Iterator[str]:
    """A foot that bears weight, and any foot of a movement that moves none, stays where it is."""
    for index, (side, _) in enumerate(SIDES):
        planted: dict[str, Vec3] = {}
        for t, skeleton, _ in frames:
            bears = weight_shares(skeleton.pose)[index] > 1e-9 or not motion.movement.moves_feet
            if not bears:
                planted.clear()
                continue
            for part in ("heel", "toe", "ankle"):
                at = skeleton.joints[f"{part}_{side}"]
                # Of a foot that stands on one end, that end stays.
                if skeleton.pose.foot(side).pitch and (part == "ankle" or at.y > SINK_M):
                    continue
                slid = math.dist(at, planted.setdefault(part, at))
                if slid > SLIDE_M:
                    yield f"{t:.2f} s: {part} {side} slid {1e3 * slid:.1f} mm"


def nothing_sinks(motion: Motion, frames: Sequence[Frame]) -> Iterator[str]:
    for t, skeleton, props in frames:
        for name, at in skeleton.joints.items():
            # Fingers closed around something do not reach down as far as straight ones.
            closed = name.startswith("hand_") and skeleton.fist(name.removeprefix("hand_"))
            if at.y < -SINK_M and not closed:
                yield f"{t:.2f} s: {name} {100 * at.y:.1f} cm"
        for prop, placed in zip(motion.movement.props, props, strict=True):
            if prop.hands and (low := lowest(placed)) < -SINK_M:
                yield f"{t:.2f} s: {placed.kind} {100 * low:.1f} cm"


def lowest(placed: Placed) -> float:
    """Return how high (m) the lowest point of a thing in the hands is."""
    upright = abs(math.cos(math.radians(placed.lean)))
    match placed.kind:
        case PropKind.KETTLEBELL:  # a ball of 9.5 cm, its middle 15.5 cm below the handle's
            return placed.at.y - 0.155 * math.cos(math.radians(placed.lean)) - 0.095
        case PropKind.DUMBBELL:  # two heads of 7.5 cm, 30 cm from end to end
            return placed.at.y - 0.15 * upright - 0.075 * math.sqrt(1 - upright**2)
        case PropKind.STICK:
            return min(placed.at.y, placed.to.y)
        case _:
            return placed.at.y - PROP_DEFAULTS[placed.kind].grip


def wall_gap(motion: Motion, skeleton: Skeleton) -> float:
    assert motion.wall_x is not None
    return skeleton.hip.x - skeleton.lengths.buttock - motion.wall_x


def nothing_enters_the_wall(motion: Motion, frames: Sequence[Frame]) -> Iterator[str]:
    """Nothing does, and whatever should touch it touches it."""
    if motion.wall_x is None:
        return
    for t, skeleton, _ in frames:
        if (gap := wall_gap(motion, skeleton)) < -WALL_M:
            yield f"{t:.2f} s: buttocks {-1e3 * gap:.2f} mm within the wall"
        for name, at in skeleton.joints.items():
            if at.x < motion.wall_x:
                yield f"{t:.2f} s: {name} {1e3 * (motion.wall_x - at.x):.1f} mm within the wall"
    for phase, end in zip(motion.movement.phases, motion.ends, strict=True):
        gap = wall_gap(motion, motion.skeleton_at(end))
        if phase.key.touch == "wall" and abs(gap) > WALL_M:
            yield f"{phase.name}: {1e3 * gap:.2f} mm from the wall"
        if phase.key.touch == "short" and gap < 0.02:
            yield f"{phase.name}: {1e3 * gap:.2f} mm from a wall that is out of reach"


def hands_hold(motion: Motion, frames: Sequence[Frame]) -> Iterator[str]:
    """What is carried stays where it is in each palm; what is not stays where it stands."""
    for index, prop in enumerate(motion.movement.props):
        if motion.movement.label is Label.WRONG and is_left_lying(index, frames):
            continue  # a stiff person who bends badly does not get down to it
        sides = [side for side, _ in SIDES if prop.held_by(side)]
        held: dict[str, list[Vec3]] = {}
        stood: list[Vec3] = []
        for _, skeleton, props in frames:
            loads = {"left": skeleton.pose.left_load, "right": skeleton.pose.right_load}
            if prop.grip is not None and not any(loads[side] for side in sides):
                stood.append(props[index].at)
                continue
            for side in sides:
                palm = skeleton.joints[f"palm_{side}"]
                held.setdefault(side, []).append(in_palm(palm, props[index]))
        for side, found in held.items():
            if (moved := max(math.dist(found[0], at) for at in found)) > HAND_M:
                yield f"{prop.kind} goes {1e3 * moved:.1f} mm from where the {side} palm took it"
        if stood and (moved := max(math.dist(stood[0], at) for at in stood)) > LENGTH_M:
            yield f"{prop.kind} moved {1e3 * moved:.1f} mm where it stands"


def is_left_lying(index: int, frames: Sequence[Frame]) -> bool:
    first = frames[0].props[index].at
    return all(math.dist(first, frame.props[index].at) < LENGTH_M for frame in frames)


def in_palm(palm: Vec3, placed: Placed) -> Vec3:
    """Return where a thing is, seen from a palm; its distance alone where it turns with it."""
    if placed.kind is PropKind.STICK or placed.kind in PINCHED:
        return Vec3(off_line(palm, placed.at, placed.to), 0.0, 0.0)
    return Vec3(*(a - b for a, b in zip(placed.at, palm, strict=True)))


def off_line(point: Vec3, one: Vec3, other: Vec3) -> float:
    """Return how far (m) a point is from a line between two, or from one where they coincide."""
    length = math.dist(one, other)
    if length < 1e-9:
        return math.dist(point, one)
    along = sum((p - a) * (b - a) for p, a, b in zip(point, one, other, strict=True)) / length**2
    return math.dist(point, Vec3(*(a + (b - a) * along for a, b in zip(one, other, strict=True))))


def bones_keep_their_length(motion: Motion, frames: Sequence[Frame]) -> Iterator[str]:
    first = lengths_of(frames[0].skeleton)
    for t, skeleton, _ in frames:
        for bone, length in lengths_of(skeleton).items():
            if abs(length - first[bone]) > LENGTH_M:
                yield f"{t:.2f} s: {bone} {1e3 * (length - first[bone]):+.3f} mm"


def lengths_of(skeleton: Skeleton) -> dict[str, float]:
    joints, pose = skeleton.joints, skeleton.pose
    found = {f"{a} {b}": math.dist(joints[a], joints[b]) for a, b in BONES}
    # The spine's two parts bend as arcs: the chord tells the length.
    for name, one, other, turn in (
        ("lumbar", "l5s1", "t12l1", pose.lumbar),
        ("thorax", "t12l1", "c7", pose.thoracic),
    ):
        half = math.radians(turn) / 2
        chord = math.dist(joints[one], joints[other])
        found[name] = chord * (half / math.sin(half) if half else 1.0)
    return found


def joints_stay_human(motion: Motion, frames: Sequence[Frame]) -> Iterator[str]:
    for t, skeleton, _ in frames:
        try:
            check_limits(skeleton)
        except UserError as error:
            yield f"{t:.2f} s: {error}"


def it_ends_where_it_began(motion: Motion, frames: Sequence[Frame]) -> Iterator[str]:
    yield from jumps(frames[-1], frames[0], SEAM_M, SEAM_M)


def no_phase_begins_with_a_jump(motion: Motion, frames: Sequence[Frame]) -> Iterator[str]:
    for end in motion.ends[:-1]:
        yield from jumps(
            frame_at(motion, end - 1e-7), frame_at(motion, end + 1e-7), JUMP_M, TAKEN_M
        )


def jumps(one: Frame, other: Frame, most: float, things: float) -> Iterator[str]:
    for name, at in one.skeleton.joints.items():
        if (gap := math.dist(at, other.skeleton.joints[name])) > most:
            yield f"{one.t:.2f} s: {name} jumps {1e3 * gap:.3f} mm"
    for a, b in zip(one.props, other.props, strict=True):
        gap = max(math.dist(a.at, b.at), math.dist(a.to, b.to))
        if gap > things or abs(a.lean - b.lean) > 1e-3:
            yield f"{one.t:.2f} s: {a.kind} jumps {1e3 * gap:.3f} mm, {b.lean - a.lean:.2f} deg"


CHECKS = (
    feet_stay, nothing_sinks, nothing_enters_the_wall, hands_hold, bones_keep_their_length,
    joints_stay_human, it_ends_where_it_began, no_phase_begins_with_a_jump,
)  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("movement_id", IDS)
def test_it_is_a_body_that_moves(movement_id: str, name: str) -> None:
    motion, frames = motion_of(movement_id, BODIES[name][0]), frames_of(movement_id, name)
    found = {check.__name__: list(check(motion, frames)) for check in CHECKS}
    assert found == {check.__name__: [] for check in CHECKS}


def too_fast(motion: Motion, dt: float) -> Iterator[str]:
    """Yield what moves unlike any person, checking every `dt` s."""
    count = round(motion.seconds / dt)
    skeletons = [motion.skeleton_at(motion.seconds * i / count) for i in range(count + 1)]
    dt = motion.seconds / count
    angles = [joint_angles(skeleton) for skeleton in skeletons]
    before: dict[str, Vec3] = {}
    for index, (one, other) in enumerate(pairwise(skeletons)):
        t = index * dt
        for name in angles[index].keys() & angles[index + 1].keys():
            speed = abs(angles[index + 1][name] - angles[index][name]) / dt
            if speed > FASTEST_DEG_S:
                yield f"{t:.2f} s: {name} {speed:.0f} deg/s"
        velocity = {}
        for name, at in one.joints.items():
            to = other.joints[name]
            velocity[name] = Vec3(*((b - a) / dt for a, b in zip(at, to, strict=True)))
            if (speed := math.hypot(*velocity[name])) > FASTEST_M_S:
                yield f"{t:.2f} s: {name} {speed:.1f} m/s"
            if (
                name in before
                and (hard := math.dist(before[name], velocity[name]) / dt) > HARDEST_M_S2
            ):
                yield f"{t:.2f} s: {name} {hard:.0f} m/s2"
        before = velocity


@pytest.mark.parametrize(
    "movement_id", [one for one in IDS if MOVEMENTS[one].pattern is not Pattern.SWING]
)
def test_nothing_moves_faster_than_a_person(movement_id: str) -> None:
    assert list(too_fast(motion_of(movement_id, Body()), 0.02)) == []


def stick_gaps(motion: Motion, t: float) -> list[float]:
    """Return how far (m) tailbone, upper back and head are from the stick."""
    _, skeleton, props = frame_at(motion, t)
    stick = next(placed for placed in props if placed.kind is PropKind.STICK)
    points = touch_points(skeleton)
    return [off_line(point, stick.at, stick.to) - STICK_RADIUS_M for point in points]


@pytest.mark.parametrize("name", BODIES)
def test_the_stick_touches_at_three_points_in_a_hinge(name: str) -> None:
    motion = motion_of("broomstick-hinge", BODIES[name][0])
    for t in frame_times(motion, 40):
        assert max(map(abs, stick_gaps(motion, t))) <= HAND_M


@pytest.mark.parametrize("name", BODIES)
def test_the_stick_leaves_a_rounded_back(name: str) -> None:
    stick = MOVEMENTS["broomstick-hinge"].props
    motion = Motion(replace(MOVEMENTS["rounded-back"], props=stick), BODIES[name][0])
    assert max(map(abs, stick_gaps(motion, 0.0))) <= HAND_M
    assert max(stick_gaps(motion, motion.ends[0])) > 4 * HAND_M
