"""A pose: the joint angles a movement asks for. The shin is not among them: it is solved."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from app.body.vectors import Vec3


class Grip(StrEnum):
    """Where a hand is: hanging, on a part of the body, or at a point in the room."""

    HANG = "hang"  # plumb below the shoulder
    CHEST = "chest"  # in front of the breastbone, as with a weight held there
    CROSSED = "crossed"  # on the other shoulder
    HIPS = "hips"  # on the crest of the pelvis
    NECK = "neck"  # behind the neck, on a stick along the back
    BACK = "back"  # behind the waist, on the same stick
    RACK = "rack"  # on a bar across the upper back
    RIBS = "ribs"  # pulled up beside the ribs
    THIGH = "thigh"  # resting on the thigh
    LEGS = "legs"  # straight down along the front of the legs
    ANGLE = "angle"  # the arm at stated angles
    POINT = "point"  # at a point in the room


class Aim(NamedTuple):
    """What one arm does.

    Attributes:
        grip: where the hand is.
        apart: how far the palm is from the body's middle, fraction of stature, for hands that
            hang or go along the legs.
        shoulder: line from shoulder to palm against the thorax, deg, + forward (`ANGLE`).
        elbow: elbow flexion, deg, where the arm is not bent by where the hand is.
        point: where the palm is, m, z outward from the middle on either side (`POINT`).
        fist: whether the hand is closed around something.
        room: how much farther in front of the legs than a thin bar the thing held is, m (`LEGS`).
    """

    grip: Grip = Grip.HANG
    apart: float = 0.129
    shoulder: float = 0.0
    elbow: float = 8.0
    point: Vec3 | None = None
    fist: bool = False
    room: float = 0.0


class Arm(NamedTuple):
    """An arm on its way: `share` (0..1) of the way from one aim to another."""

    start: Aim = Aim()
    end: Aim = Aim()
    share: float = 0.0

    @property
    def fist(self) -> bool:
        """Whether the hand is closed now."""
        return (self.end if self.share > 0.5 else self.start).fist


class Foot(NamedTuple):
    """Where a foot is, relative to where it stands at the start.

    Attributes:
        forward: m.
        up: how far the heel is off the floor, m.
        pitch: toes up about the heel, deg.
    """

    forward: float = 0.0
    up: float = 0.0
    pitch: float = 0.0


#: How many of a pose's first fields are numbers.
_FEET: Final = 11


class Pose(NamedTuple):
    """Joint angles in degrees, where the weight is borne, and what the hands hold.

    Attributes:
        knee: knee flexion of the leg that bears the weight.
        thorax: lean of the thorax (T12/L1 to C7) from the vertical, + forward.
        lumbar: lumbar flexion from the natural standing curve, + rounding.
        thoracic: thoracic flexion from the natural standing curve, + rounding.
        neck: head against the upper end of the thorax, + extended (looking up).
        pressure: centre of pressure as a fraction of the foot, 0 heel, 1 toe.
        weight: which foot bears it: -1 left, 0 both equally, 1 right.
        trail: how far the other leg has gone back to be in line with the trunk, 0..1.
        left_load, right_load: mass in each hand, kg.
        pull: what pulls the hips backward, N.
        left_foot, right_foot: where the feet are.
        left_arm, right_arm: what the arms do.
    """

    knee: float = 8.0
    thorax: float = 0.0
    lumbar: float = 0.0
    thoracic: float = 0.0
    neck: float = 0.0
    pressure: float = 0.45
    weight: float = 0.0
    trail: float = 0.0
    left_load: float = 0.0
    right_load: float = 0.0
    pull: float = 0.0
    left_foot: Foot = Foot()
    right_foot: Foot = Foot()
    left_arm: Arm = Arm()
    right_arm: Arm = Arm()

    @property
    def pelvis(self) -> float:
        """Lean of the pelvis from the vertical, deg."""
        return self.thorax - self.thoracic / 2 - self.lumbar

    @property
    def stance_side(self) -> str:
        """The side of the leg that bears the weight; left when both do."""
        return "right" if self.weight > 0 else "left"

    @property
    def trailing_side(self) -> str | None:
        """The side of the leg that goes back in line with the trunk; None where neither does."""
        return ("left" if self.weight > 0 else "right") if self.trail else None

    def foot(self, side: str) -> Foot:
        """Return where a foot is."""
        return self.right_foot if side == "right" else self.left_foot

    def towards(self, other: Pose, share: float) -> Pose:
        """Return the pose `share` (0..1) of the way to `other`, each angle on its own."""
        if share == 0 or self == other:
            return self
        if share == 1:
            return other
        numbers = [a + (b - a) * share for a, b in zip(self[:_FEET], other[:_FEET], strict=True)]
        feet = [
            _foot_between(self.left_foot, other.left_foot, share),
            _foot_between(self.right_foot, other.right_foot, share),
        ]
        arms = [
            _arm_between(self.left_arm.end, other.left_arm.end, share),
            _arm_between(self.right_arm.end, other.right_arm.end, share),
        ]
        return Pose._make([*numbers, *feet, *arms])


def _foot_between(one: Foot, other: Foot, share: float) -> Foot:
    if one == other:
        return one
    return Foot(*(a + (b - a) * share for a, b in zip(one, other, strict=True)))


def _arm_between(one: Aim, other: Aim, share: float) -> Arm:
    return Arm(one, one) if one == other else Arm(one, other, share)


class Stance(NamedTuple):
    """How the feet stand at the start.

    Attributes:
        width: distance between the ankles, fraction of stature; .100 is below the hip joints.
        toe_out: each foot turned outward, deg.
    """

    width: float = 0.100
    toe_out: float = 7.0
