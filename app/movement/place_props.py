"""Where the things of a movement are: in the hands, on the floor, on the body, in the room."""

from __future__ import annotations

import math
from bisect import bisect_right

from app.body.skeleton import Skeleton
from app.body.spine import UPPER_BACK, touch_points
from app.body.vectors import Vec3, between
from app.movement.model import Movement, Phase
from app.movement.props import PROP_DEFAULTS, Placed, Prop, PropKind, held_at

#: A stick reaches this far past the crown's side and the tailbone, m.
_STICK_BELOW, _STICK_ABOVE = 0.18, 0.14
_STICK_OFF = 0.013  # m: half its thickness
_BAND_ANCHOR = -1.0  # m
_STRING = 0.32  # m above the crown
#: How far a plank reaches from the hips along the trunk, fraction of stature.
_PLANK = 0.44
_DOOR_HINGE = 0.55  # m from the body's middle to the door's upright edge
_ARROW = 0.24  # m
_PROUD = math.radians(25)


class PropPlacer:
    """Places the things of one movement on one body.

    Args:
        movement: whose things.
        rests: where what hands pick up is held while it rests, by side, m.
        ends: when each phase ends, s.
        deepest_phase: the phase that ends with the greatest lean.
        deepest: the skeleton there.
        reached: whether the hands get down to what they pick up; if not, it stays where it is.
        raised: by how much it is raised so that they do, m.
    """

    def __init__(
        self,
        movement: Movement,
        rests: dict[str, Vec3],
        ends: list[float],
        deepest_phase: int,
        deepest: Skeleton,
        *,
        reached: bool,
        raised: float = 0.0,
    ) -> None:
        self._movement, self._rests, self._ends = movement, rests, ends
        self._reached, self._raised = reached, raised
        self._shut_x = deepest.hip.x - deepest.lengths.buttock
        self._deepest_phase = deepest_phase

    def place(self, t: float, skeleton: Skeleton) -> tuple[Placed, ...]:
        """Return every thing where it is at `t` s."""
        placed = [self._place(prop, t, skeleton) for prop in self._movement.props]
        return (*placed, *self._supports())

    def _supports(self) -> list[Placed]:
        """Return what stands under things that are raised."""
        found = []
        for prop in self._movement.props:
            if prop.grip is not None and self._raised > 0:
                spots = [self._rests[side] for side in _sides(prop)]
                middle = between(spots[0], spots[-1], 0.5)
                base = prop.grip - PROP_DEFAULTS[prop.kind].grip + self._raised
                at = Vec3(middle.x, base, middle.z)
                found.append(Placed(PropKind.STEP, at, at))
        return found

    def _place(self, prop: Prop, t: float, skeleton: Skeleton) -> Placed:
        if prop.hands:
            return self._held(prop, t, skeleton)
        match prop.kind:
            case PropKind.BAND:
                return _band(prop, skeleton)
            case PropKind.DOOR:
                return self._door(prop, t, skeleton)
            case PropKind.SEESAW:
                return _seesaw(prop, skeleton)
            case PropKind.STRING:
                crown = skeleton.joints["vertex"]
                return Placed(prop.kind, crown, Vec3(crown.x, crown.y + _STRING, crown.z))
            case PropKind.ARROW:
                return _arrow(prop, skeleton)
            case _:
                at = Vec3(prop.ahead or 0.0, prop.height, 0.0)
                return Placed(prop.kind, at, at)

    def _held(self, prop: Prop, t: float, skeleton: Skeleton) -> Placed:
        """Return a thing in the hands, or where it was picked up."""
        if prop.kind is PropKind.STICK:
            return _stick(prop, skeleton)
        phase, start = self._phase_at(t)
        carried = prop.grip is None or (self._reached and (phase.key.carry or start))
        hands = [skeleton.joints[f"{held_at(prop)}_{side}"] for side in _sides(prop)]
        if not carried and self._rests:
            hands = [self._rests[side] for side in _sides(prop)]
        at = between(hands[0], hands[-1], 0.5)
        return Placed(prop.kind, at, at, self._lean(prop, skeleton, carried=bool(carried)))

    def _phase_at(self, t: float) -> tuple[Phase, float]:
        """Return the phase at a time, and what is carried as it begins."""
        index = self._index_at(t)
        phases = self._movement.phases
        before = phases[index - 1].key if index else self._movement.start
        return phases[index], before.carry or 0.0

    def _index_at(self, t: float) -> int:
        return min(bisect_right(self._ends, t), len(self._ends) - 1)

    def _lean(self, prop: Prop, skeleton: Skeleton, *, carried: bool) -> float:
        pose = skeleton.pose
        arm = pose.right_arm if prop.hands != "left" else pose.left_arm
        chest = arm.end.grip == "chest" and arm.share in (0.0, 1.0)
        if prop.kind is PropKind.DUMBBELL:
            return pose.thorax if chest else 90.0
        if prop.kind is PropKind.KETTLEBELL and carried and arm.end.grip == "angle":
            # A swinging bell continues the line of the arm.
            palm, shoulder = skeleton.joints["palm_right"], skeleton.joints["shoulder_right"]
            return math.degrees(math.atan2(palm.x - shoulder.x, shoulder.y - palm.y))
        return 0.0

    def _door(self, prop: Prop, t: float, skeleton: Skeleton) -> Placed:
        """Return a door that the buttocks push shut, and that swings open again at the end."""
        touch = skeleton.hip.x - skeleton.lengths.buttock
        index = self._index_at(t)
        x = touch if index <= self._deepest_phase else self._shut_x
        if self._deepest_phase < index == len(self._ends) - 1:
            begin = self._ends[index - 1]
            share = (t - begin) / (self._ends[index] - begin)
            x = self._shut_x + (touch - self._shut_x) * share * share * (3 - 2 * share)
        angle = math.degrees(math.atan2(x - self._shut_x, _DOOR_HINGE))
        at = Vec3(x, skeleton.hip.y, 0.0)
        return Placed(prop.kind, at, Vec3(self._shut_x, skeleton.hip.y, -_DOOR_HINGE), angle)


def _sides(prop: Prop) -> tuple[str, ...]:
    return ("left", "right") if prop.hands == "both" else (prop.hands,)


def _stick(prop: Prop, skeleton: Skeleton) -> Placed:
    """Return a stick held against upper back and head, and a flat back's tailbone."""
    _, upper_back, head = touch_points(skeleton)
    lean = math.atan2(head.x - upper_back.x, head.y - upper_back.y)
    along = (math.sin(lean), math.cos(lean))
    x = upper_back.x - _STICK_OFF * along[1]
    y = upper_back.y + _STICK_OFF * along[0]
    lengths = skeleton.lengths
    trunk = lengths.hip_to_l5s1 + (lengths.lumbar + lengths.thorax) * UPPER_BACK
    below = trunk + _STICK_BELOW
    above = lengths.thorax * (1 - UPPER_BACK) + lengths.head + _STICK_ABOVE
    return Placed(
        prop.kind,
        Vec3(x - below * along[0], y - below * along[1], upper_back.z),
        Vec3(x + above * along[0], y + above * along[1], upper_back.z),
    )


def _band(prop: Prop, skeleton: Skeleton) -> Placed:
    hip = skeleton.hip
    at = Vec3(hip.x - skeleton.lengths.buttock, hip.y, hip.z)
    return Placed(prop.kind, at, Vec3(_BAND_ANCHOR, hip.y, 0.0))


def _seesaw(prop: Prop, skeleton: Skeleton) -> Placed:
    """Return a plank behind the back that turns with the trunk about the hips."""
    hip, c7 = skeleton.hip, skeleton.joints["c7"]
    share = _PLANK * skeleton.lengths.stature / math.dist(hip, c7)
    return Placed(prop.kind, hip, between(hip, c7, share))


def _arrow(prop: Prop, skeleton: Skeleton) -> Placed:
    """Return an arrow at a part of the body, pointing where that part should go."""
    joints, hip, stature = skeleton.joints, skeleton.hip, skeleton.lengths.stature
    match prop.part:
        case "chest":
            x, y, lean = skeleton.spine_at(UPPER_BACK)
            clear = 0.09 * stature
            tail = Vec3(x + clear * math.cos(lean), y - clear * math.sin(lean), hip.z)
            # Proud is up along the trunk and a little forward.
            ahead, rise = math.sin(lean + _PROUD), math.cos(lean + _PROUD)
        case "feet":
            toe = joints["toe_right"]
            tail, ahead, rise = Vec3(toe.x + 0.09, _ARROW + 0.02, 0.0), 0.0, -1.0
        case "shoulders":
            x, y, lean = skeleton.spine_at(1.0)
            ahead, rise = math.cos(lean), -math.sin(lean)
            tail = Vec3(x + 0.12 * stature * ahead, y + 0.12 * stature * rise, hip.z)
        case _:
            tail, ahead, rise = Vec3(hip.x - 0.085 * stature, hip.y, hip.z), -1.0, 0.0
    tip = Vec3(tail.x + _ARROW * ahead, tail.y + _ARROW * rise, tail.z)
    return Placed(prop.kind, tail, tip)
