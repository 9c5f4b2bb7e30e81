"""How much room a movement takes: nothing is cut off, and the scale stays while it plays."""

from __future__ import annotations

import math
from collections.abc import Iterable
from weakref import WeakKeyDictionary

import msgspec

from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.movement.audit import echoes_at
from app.movement.model import MoveKind, Movement
from app.movement.motion import Motion
from app.movement.props import Placed, PropKind

#: How far things reach beyond the points they are placed by: behind, ahead, above, m.
_REACH: dict[PropKind, tuple[float, float, float]] = {
    PropKind.KETTLEBELL: (0.16, 0.26, 0.20),
    PropKind.DUMBBELL: (0.15, 0.15, 0.10),
    PropKind.BAR: (0.11, 0.11, 0.11),
    PropKind.STICK: (0.02, 0.02, 0.02),
    PropKind.BAG: (0.15, 0.15, 0.0),
    PropKind.PENCIL: (0.09, 0.09, 0.02),
    PropKind.PHONE: (0.08, 0.08, 0.02),
    PropKind.DISH: (0.12, 0.12, 0.0),
    PropKind.PLANT: (0.13, 0.13, 0.20),
    PropKind.CHAIR: (0.0, 0.42, 0.40),
    PropKind.CHILD: (0.23, 0.10, 0.31),
    PropKind.SEESAW: (0.48, 0.24, 0.27),
    PropKind.ARROW: (0.03, 0.03, 0.02),
    PropKind.STRING: (0.04, 0.04, 0.01),
    PropKind.STEP: (0.17, 0.17, 0.0),
}
#: How far some things reach to the side of their points, m; and all others.
_BREADTH: dict[PropKind, float] = {
    PropKind.BAR: 0.65,
    PropKind.CHAIR: 0.25,
    PropKind.STEP: 0.25,
    PropKind.SEESAW: 0.32,
}
_BROAD = 0.12
#: Joints that represent the outline, and how far it reaches around them, fractions of stature.
_JOINTS = {
    "vertex": 0.06, "head": 0.06, "hand_left": 0.035, "hand_right": 0.035, "elbow_left": 0.03,
    "elbow_right": 0.03, "toe_left": 0.01, "toe_right": 0.01, "heel_left": 0.01,
    "heel_right": 0.01, "hip_left": 0.06, "hip_right": 0.06,
}  # fmt: skip
#: Moments checked in each phase, as shares of it.
_MOMENTS = (0.5, 1.0)


class Room(msgspec.Struct, frozen=True):
    """How far a movement reaches from where it begins, m, all positive.

    Attributes:
        behind, ahead: along the floor.
        above: from the floor.
        around: the greatest distance of anything from the vertical axis midway between behind and
            ahead, about which the figure turns; at least half of their sum.
    """

    behind: float
    ahead: float
    above: float
    around: float = 0.0

    @property
    def middle(self) -> float:
        """Midway between behind and ahead, m forward of where it begins."""
        return (self.ahead - self.behind) / 2

    @property
    def across(self) -> float:
        """Its greatest width, however it is turned, m."""
        return max(self.behind + self.ahead, 2 * self.around)

    def with_room(self, other: Room) -> Room:
        """Return room for both."""
        both = Room(*map(max, msgspec.structs.astuple(self), msgspec.structs.astuple(other)))
        around = max(room.around + abs(room.middle - both.middle) for room in (self, other))
        return msgspec.structs.replace(both, around=around)


def usual_room(stature: float) -> Room:
    """Return the room for a person (stature in m) who hinges with empty hands."""
    return Room(0.325 * stature, 0.475 * stature, stature, 0.405 * stature)


def room_of(motion: Motion) -> Room:
    """Return the room a movement takes on its body; worked out once for each motion."""
    room = _known.get(motion)
    if room is None:
        room = _known[motion] = _measure(motion)
    return room


def room_at(motion: Motion, t: float) -> Room:
    """Return the room a movement takes at `t` s, for a picture that does not move."""
    skeleton = motion.skeleton_at(t)
    room = _around(Room(0.0, 0.0, 0.0), skeleton, motion.props_at(t, skeleton))
    for echo in echoes_at(motion, t):
        room = _around(room, echo, ())
    return room


_known: WeakKeyDictionary[Motion, Room] = WeakKeyDictionary()


def _measure(motion: Motion) -> Room:
    skeleton = motion.skeleton_at(0.0)
    room = usual_room(skeleton.lengths.stature)
    if _stays_usual(motion.movement):
        return room
    seen = [(skeleton, motion.props_at(0.0, skeleton))]
    begin = 0.0
    for phase, end in zip(motion.movement.phases, motion.ends, strict=True):
        moving = phase.kind is not MoveKind.HOLD
        for share in _MOMENTS if moving else ():
            t = begin + (end - begin) * share
            skeleton = motion.skeleton_at(t)
            seen.append((skeleton, motion.props_at(t, skeleton)))
        begin = end
    for skeleton, things in seen:
        room = _around(room, skeleton, things)
    around = max(_farthest(room.middle, skeleton, things) for skeleton, things in seen)
    return msgspec.structs.replace(room, around=max(around, room.across / 2))


def _stays_usual(movement: Movement) -> bool:
    """Return whether the feet stay, and the hands are empty and on the body or hanging."""
    keys = [movement.start, *(phase.key for phase in movement.phases)]
    arms = [arm for key in keys for arm in (key.left_arm, key.right_arm)]
    plain = all(isinstance(arm, str) for arm in arms)
    return plain and not movement.props and not movement.moves_feet


def _around(room: Room, skeleton: Skeleton, things: Iterable[Placed]) -> Room:
    """Return room that also holds a skeleton and its things; furniture may reach beyond it."""
    stature = skeleton.lengths.stature
    for name, share in _JOINTS.items():
        around = share * stature
        room = _with_point(room, skeleton.joints[name], around, around, 0.0)
    for thing in things:
        if thing.kind in _REACH:
            for at in (thing.at, thing.to):
                room = _with_point(room, at, *_REACH[thing.kind])
    return room


def _farthest(middle: float, skeleton: Skeleton, things: Iterable[Placed]) -> float:
    """Return the greatest distance (m) of anything from the vertical axis `middle` m forward."""
    farthest, stature = 0.0, skeleton.lengths.stature
    for name, share in _JOINTS.items():
        at = skeleton.joints[name]
        farthest = max(farthest, math.hypot(at.x - middle, at.z) + share * stature)
    for thing in things:
        if thing.kind in _REACH:
            reach = max(_REACH[thing.kind][:2])
            aside = _BREADTH.get(thing.kind, _BROAD)
            for at in (thing.at, thing.to):
                away = math.hypot(abs(at.x - middle) + reach, abs(at.z) + aside)
                farthest = max(farthest, away)
    return farthest


def _with_point(room: Room, at: Vec3, behind: float, ahead: float, above: float) -> Room:
    return Room(
        max(room.behind, behind - at.x),
        max(room.ahead, at.x + ahead),
        max(room.above, at.y + above),
        room.around,
    )
