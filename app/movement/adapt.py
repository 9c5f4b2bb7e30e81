"""What a movement's keys mean for one body: how far it leans, how much it bends its knees.

A key states what is meant. A body that cannot do it as stated does what a person would: it stops
where the hamstrings stop it, bends the knees more to reach the floor, stands nearer to the wall.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import msgspec

from app.body.anthropometry import Body, segments
from app.body.arms import soft_length
from app.body.balance import weight_shares
from app.body.legs import stands
from app.body.limits import check_limits
from app.body.pose import Aim, Pose
from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.errors import UserError
from app.messages.message import Message
from app.movement.fit import Fitter
from app.movement.intent import apart_of
from app.movement.model import Key, Label, Movement
from app.movement.props import PINCHED, Prop, held_at
from app.movement.search import CLOSE_M, solve

#: How close a search for the hands' reach gets, m; a soft elbow makes up for the rest.
_REACH_M = 3e-4
#: How far hands may stay from what they reach for, and how far it is raised for them at most, m.
_REACHED_M, _HIGHEST = 0.003, 0.30
#: How far knees bend to reach the wall, and to reach the floor, deg.
_WALL_KNEE, _FLOOR_KNEE = 32.0, 135.0
_LEAST_KNEE = 15.0
_EASY_SHIN = 38.0  # deg: ankles hardly go farther with the heels down
_FAR_BACK = 0.36  # of the foot
#: A level trunk, and the least and the most lean for reaching the floor with stiff knees, deg.
_LEVEL, _LEAST_LEAN, _LEAN = 90.0, 30.0, 150.0
#: The wall drill's gaps grow by at least this much, and the last is this far out of reach, m.
_LEAST_STEP, _OUT_OF_REACH = 0.03, 0.05
_NEARER = 0.06  # m: so much nearer to the wall stands who cannot reach it


class Adapter(Fitter):
    """Works out a movement's key poses for one body, touching and reaching included.

    Attributes:
        wall_x: where the wall stands, m forward of the ankles; None without one.
        rests: where the hands hold what they pick up while it still rests, by side, m.
        reached: whether the hands get down to it; in a wrong movement they may not.
        raised: how far it is raised so that they do, m.
    """

    def __init__(self, movement: Movement, body: Body) -> None:
        super().__init__(movement, body)
        self.lengths = segments(body)
        turn = math.cos(math.radians(movement.stance.toe_out))
        self._heel_x = -self.lengths.heel_behind_ankle * turn
        self.rests: dict[str, Vec3] = {}
        self.reached = True
        self.raised = 0.0
        self._hints: dict[str, float] = {}
        self.gaps = self._stations()
        self.wall_x = self._heel_x - self.gaps[0] if self.gaps else None

    def pose(self, key: Key) -> Pose:
        """Return the pose of a key.

        Raises:
            UserError: no adaptation makes it a pose that this body can hold.
        """
        if key.touch:
            pose = self._to_wall(key)
        elif key.reach:
            pose = self._to_floor(key)
        else:
            lean = key.thorax or 0.0
            pose = self.as_deep_as_ankles_go(
                lambda knee: self.within_hamstrings(key, lean, knee), key.knee or 0.0
            )
        check_limits(self.skeleton(pose))
        if not key.reach:
            self._check_points(pose)
        for side, share in zip(("left", "right"), weight_shares(pose), strict=True):
            if share > 0 and not stands(self.lengths, pose, side):
                raise UserError("body.foot-not-flat", side=Message(f"body.side.{side}"))
        return pose

    def _check_points(self, pose: Pose) -> None:
        """Refuse a hand that does not reach the point in the room it is meant to be at."""
        joints = self.skeleton(pose).joints
        for side, arm in (("left", pose.left_arm), ("right", pose.right_arm)):
            if arm.end.point is None:
                continue
            off = math.dist(joints[f"palm_{side}"], _on_side(side, arm.end.point))
            if off > _REACHED_M:
                raise UserError(
                    "body.hand-short", side=Message(f"body.side.{side}"), left=100 * off
                )

    def _stations(self) -> list[float]:
        """Return how far from heel to wall each station is, the one out of reach included, m."""
        stated, count = self.movement.wall, self.movement.stations
        if stated is None:
            return []
        key = next((phase.key for phase in self.movement.phases if phase.key.touch), None)
        if key is None:
            if count > 1:
                raise UserError("body.no-touch")
            return [stated, stated + _OUT_OF_REACH]
        near = msgspec.structs.replace(key, station=1)
        if count == 1:
            farthest = self._reach_back(near, _WALL_KNEE, self.intent.flat_lumbar)
            near_by = stated - _NEARER <= farthest < stated
            gap = farthest - _LEAST_STEP if near_by else stated
            return [gap, gap + _OUT_OF_REACH]
        for spare in (0.0, self.intent.flat_lumbar):
            farthest = self._reach_back(near, key.knee or 0.0, spare)
            if farthest >= stated + _LEAST_STEP * (count - 1):
                break
        # A body that hardly reaches as far as stated starts nearer to the wall.
        first = min(stated, farthest - _LEAST_STEP * (count - 1))
        step = (farthest - first) / (count - 1)
        return [*(first + index * step for index in range(count)), farthest + _OUT_OF_REACH]

    def _reach_back(self, key: Key, knee: float, spare: float) -> float:
        """Return how far behind the heels the buttocks get, m; knee and spare lumbar in deg."""
        pose = self.within_hamstrings(key, _LEVEL, knee, spare)
        return self._heel_x - (self.skeleton(pose).hip.x - self.lengths.buttock)

    def _to_wall(self, key: Key) -> Pose:
        """Return the pose at which the buttocks just touch the wall, or stop short of it."""
        knee = key.knee or 0.0
        farthest = self.within_hamstrings(key, _LEVEL, knee)
        if key.touch == "short":
            return farthest

        def gap(lean: float, knee: float, spare: float) -> float:
            return self._gap(self.skeleton(self.within_hamstrings(key, lean, knee, spare)))

        # The hamstrings may stop it before the wall; a little lumbar flexion, and then more knee,
        # let the hips go farther.
        spare = 0.0 if self._gap(self.skeleton(farthest)) <= CLOSE_M else self.intent.flat_lumbar
        if gap(_LEVEL, knee, spare) > CLOSE_M:
            knee = solve(lambda angle: gap(_LEVEL, angle, spare), knee, _WALL_KNEE)
            return self.within_hamstrings(key, _LEVEL, knee, spare)
        lean = solve(lambda angle: gap(angle, knee, spare), 0.0, _LEVEL)
        return self.within_hamstrings(key, lean, knee, spare)

    def _gap(self, skeleton: Skeleton) -> float:
        """Return how far (m) the buttocks are from the wall."""
        wall_x = self.wall_x or 0.0  # the reader refuses a touch without a wall
        return skeleton.hip.x - self.lengths.buttock - wall_x

    def _to_floor(self, key: Key) -> Pose:
        """Return the pose in which the hands reach what is picked up."""
        first = not self.places
        pose = self._first_reach(key) if first else self._reaching(key, self._far_from_places)
        left = self._far_from_places(self.skeleton(pose))
        if left > _REACHED_M and self.movement.label is not Label.WRONG:
            raise UserError("body.hands-short", left=100 * left)
        if first:
            joints = self.skeleton(pose).joints
            for side, prop in self._picked().items():
                at = joints[f"{held_at(prop)}_{side}"]
                if not self.reached:
                    at = Vec3(at.x, prop.grip or 0.0, at.z)
                self.rests[side] = at
        return pose

    def _first_reach(self, key: Key) -> Pose:
        """Find where each hanging hand comes down on what it picks up; return the pose."""
        picked = self._picked()
        if not picked:
            raise UserError("body.nothing-to-reach")
        heights = {side: self._palm_height(prop) for side, prop in picked.items()}
        one, prop = next(iter(picked.items()))
        if prop.ahead is not None:
            apart = apart_of(prop) * self.lengths.stature
            for side, height in heights.items():
                self.places[side] = Vec3(prop.ahead, height, apart)
            return self._reaching(key, self._far_from_places)

        def high(skeleton: Skeleton) -> float:
            return skeleton.joints[f"palm_{one}"].y - heights[one]

        pose = self._reaching(key, high)
        joints = self.skeleton(pose).joints
        left = joints[f"palm_{one}"].y - heights[one]
        # In a right movement, a body that cannot get down to it with a flat back puts something
        # under it; in a wrong movement it stops short.
        if left > _REACHED_M:
            self.reached = self.movement.label is not Label.WRONG
            self.raised = left if self.reached else 0.0
        if self.raised > _HIGHEST:
            raise UserError("body.hands-short", left=100 * left)
        for side, height in heights.items():
            palm = joints[f"palm_{side}"]
            y = height + self.raised if self.reached else palm.y
            self.places[side] = Vec3(palm.x, y, abs(palm.z))
        # From here on the hands stay there instead of hanging.
        there = self.stated(key, pose.thorax, pose.knee)
        return pose._replace(left_arm=there.left_arm, right_arm=there.right_arm)

    def _picked(self) -> dict[str, Prop]:
        """Return what each hand picks up, by side."""
        return {
            side: prop
            for side in ("left", "right")
            for prop in self.movement.props
            if prop.grip is not None and prop.held_by(side)
        }

    def _palm_height(self, prop: Prop) -> float:
        pinched = self.lengths.hand - self.lengths.palm if prop.kind in PINCHED else 0.0
        return (prop.grip or 0.0) + pinched

    def _far_from_places(self, skeleton: Skeleton) -> float:
        """Return how much farther away (m) than an arm's length the thing to pick up is."""
        soft = soft_length(self.lengths, Aim().elbow)
        return max(
            math.dist(skeleton.joints[f"shoulder_{side}"], _on_side(side, place)) - soft
            for side, place in self.places.items()
        )

    def _reaching(self, key: Key, far: Callable[[Skeleton], float]) -> Pose:
        """Return the pose in which the hands just reach, as `far` (m) says, or come nearest."""
        pose = self._search(key, far, 0.0)
        if self._strains(pose, far) and key.reach == "knees":
            pose = self._search(key, far, self.intent.flat_lumbar)
        if self._strains(pose, far) and key.reach == "knees":
            # Where the ankles stop, the weight may go back a little.
            back = msgspec.structs.replace(key, pressure=min(key.pressure or 0.0, _FAR_BACK))
            pose = self._search(back, far, self.intent.flat_lumbar)
        return pose

    def _strains(self, pose: Pose, far: Callable[[Skeleton], float]) -> bool:
        skeleton = self.skeleton(pose)
        return far(skeleton) > _REACHED_M or skeleton.shin > _EASY_SHIN

    def _search(self, key: Key, far: Callable[[Skeleton], float], spare: float) -> Pose:
        """Return the pose whose lean or knee flexion brings the hands nearest."""
        wanted, stated = key.thorax or 0.0, key.knee or 0.0

        def pose(lean: float, knee: float) -> Pose:
            return self.within_hamstrings(key, lean, knee, spare)

        def off(lean: float, knee: float) -> float:
            return far(self.skeleton(pose(lean, knee)))

        def found(what: str, guess: float, low: float, high: float) -> float:
            """Search for one angle, starting from where it was last time or from what is stated."""
            hint = self._hints.get(what, guess)
            where = solve(by[what], low, high, close=_REACH_M, hint=hint)
            self._hints[what] = where
            return where

        least = min(stated, _LEAST_KNEE)
        by = {
            "knee": lambda knee: off(wanted, knee),
            "lean": lambda lean: off(lean, least if key.reach == "knees" else stated),
        }
        if key.reach == "lean":
            return pose(found("lean", wanted, _LEAST_LEAN, _LEAN), stated)
        knee = found("knee", stated, least, _FLOOR_KNEE)
        if knee > least:
            return self.as_deep_as_ankles_go(lambda knee: pose(wanted, knee), knee)
        # It is not as far down as that: less lean does.
        return pose(found("lean", wanted, 0.0, wanted), least)


def _on_side(side: str, place: Vec3) -> Vec3:
    return place if side == "right" else Vec3(place.x, place.y, -place.z)
