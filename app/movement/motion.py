"""A movement on a body: poses and skeletons over time, smooth between keys."""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import NamedTuple

from app.body.anthropometry import Body, Sex, segments
from app.body.balance import BalanceError
from app.body.pose import Pose
from app.body.skeleton import Skeleton, build_skeleton
from app.errors import UserError
from app.movement.model import Key, MoveKind, Movement

#: Soft elbows: arms that hang, and arms crossed on the chest; degrees.
_HANGING_ELBOW = 8.0
_CHEST_SHOULDER, _CHEST_ELBOW = 30.0, 132.0
#: Most steps of the searches below; they need about ten.
_STEPS = 40
_TOUCH_M = 1e-7  # m
_LIMIT_DEG = 1e-6


class Place(NamedTuple):
    """A moment in a movement: which phase, and how much of it has passed (0..1)."""

    phase: int
    fraction: float


class Motion:
    """A movement worked out for one body.

    The hamstrings rule of the body holds at every key: where hip flexion would pass
    straight-leg raise + half the knee angle, the person stops short.

    Attributes:
        movement: what is moved.
        body: who moves.
        ends: when each phase ends, s from the start.
        wall_x: where the wall stands, m forward of the ankles; None without one.
    """

    def __init__(self, movement: Movement, body: Body) -> None:
        self.movement = movement
        self.body = body
        self.ends: list[float] = []
        total = 0.0
        for phase in movement.phases:
            total += phase.seconds
            self.ends.append(total)
        lengths = segments(body)
        turn = math.cos(math.radians(movement.stance.toe_out))
        heel_x = -lengths.heel_behind_ankle * turn
        self.wall_x = None if movement.wall is None else heel_x - movement.wall
        solved = {movement.start: self._resolve(movement.start, 0.0)}
        self._keys = [solved[movement.start]]
        for phase, end in zip(movement.phases, self.ends, strict=True):
            # A hold repeats its key, and the last phase the start.
            if phase.key not in solved:
                solved[phase.key] = self._resolve(phase.key, end)
            self._keys.append(solved[phase.key])

    @property
    def seconds(self) -> float:
        """How long the movement takes once, s."""
        return self.ends[-1]

    def place_at(self, t: float) -> Place:
        """Return the phase and fraction at `t` s, clamped to the movement's ends."""
        if t >= self.seconds:
            return Place(len(self.ends) - 1, 1.0)
        phase = bisect_right(self.ends, max(t, 0.0))
        begin = self.ends[phase - 1] if phase else 0.0
        return Place(phase, (max(t, 0.0) - begin) / (self.ends[phase] - begin))

    def time_of(self, name: str, fraction: float) -> float:
        """Return the time (s) at which `fraction` of the phase called `name` has passed.

        Raises:
            KeyError: the movement has no such phase.
        """
        for index, phase in enumerate(self.movement.phases):
            if phase.name == name:
                return self.ends[index] - phase.seconds * (1 - fraction)
        raise KeyError(name)

    def pose_in(self, phase: int, fraction: float) -> Pose:
        """Return the pose when `fraction` (0..1) of a phase has passed."""
        return self._keys[phase].towards(self._keys[phase + 1], minimum_jerk(fraction))

    def pose_at(self, t: float) -> Pose:
        """Return the pose at `t` s, clamped to the movement's ends."""
        return self.pose_in(*self.place_at(t))

    def time_in_kind(self, kind: MoveKind, fraction: float) -> float:
        """Return the time (s) at which `fraction` of all phases of a kind has passed.

        This is how a practice tempo stretches a movement. A kind the movement lacks stays at
        the end of the phases that come before it: a hold at the bottom, anything else upright.
        """
        indices = [i for i, phase in enumerate(self.movement.phases) if phase.kind is kind]
        if not indices:
            downs = [i for i, p in enumerate(self.movement.phases) if p.kind is MoveKind.DOWN]
            return self.ends[downs[-1]] if kind is MoveKind.HOLD and downs else 0.0
        left = fraction * sum(self.movement.phases[i].seconds for i in indices)
        for i in indices:
            seconds = self.movement.phases[i].seconds
            if left <= seconds or i == indices[-1]:
                return self.ends[i] - seconds + min(left, seconds)
            left -= seconds
        raise AssertionError("unreachable: the last phase of the kind returns")

    def skeleton(self, pose: Pose) -> Skeleton:
        """Return the balanced skeleton of one of this movement's poses."""
        return build_skeleton(self.body, pose, self.movement.stance)

    def skeleton_at(self, t: float) -> Skeleton:
        """Return the balanced skeleton at `t` s."""
        return self.skeleton(self.pose_at(t))

    def _resolve(self, key: Key, t: float) -> Pose:
        try:
            lean = self._lean_to_wall(key) if key.touch else key.thorax or 0.0
            return self._within_hamstrings(key, lean)
        except BalanceError as error:
            raise UserError(f"{self.movement.id} at {t:.1f} s: {error}") from error

    def _within_hamstrings(self, key: Key, lean: float) -> Pose:
        """Return the pose, its lean reduced to what the hamstrings allow this body."""
        pose = _pose(key, lean)
        limit = self.body.slr_deg + 0.5 * pose.knee
        wanted = lean
        for _ in range(_STEPS):
            excess = self.skeleton(pose).hip_flexion - limit
            # A degree of lean is a little more than one of hip flexion, so this closes in.
            if abs(excess) <= _LIMIT_DEG or (excess < 0 and lean == wanted):
                break
            lean = min(lean - excess, wanted)
            pose = _pose(key, lean)
        return pose

    def _lean_to_wall(self, key: Key) -> float:
        """Return the thorax lean (deg) at which the buttocks just touch the wall.

        Who cannot reach it stops short with the trunk level.
        """
        low, high = 0.0, 90.0
        low_gap, high_gap = self._gap(key, low), self._gap(key, high)
        if high_gap > 0:
            return high
        if low_gap <= 0:
            return low
        # False position; an end that stays twice counts half (Illinois), so few steps do.
        lean, stayed = low, 0
        for _ in range(_STEPS):
            lean = low + (high - low) * low_gap / (low_gap - high_gap)
            gap = self._gap(key, lean)
            if abs(gap) < _TOUCH_M:
                break
            if gap > 0:
                low, low_gap = lean, gap
                high_gap *= 0.5 if stayed > 0 else 1.0
                stayed = 1
            else:
                high, high_gap = lean, gap
                low_gap *= 0.5 if stayed < 0 else 1.0
                stayed = -1
        return lean

    def _gap(self, key: Key, lean: float) -> float:
        """Return how far (m) the buttocks are from the wall at a lean."""
        skeleton = self.skeleton(_pose(key, lean))
        wall_x = self.wall_x or 0.0  # the reader refuses a touch without a wall
        return skeleton.hip.x - skeleton.lengths.buttock - wall_x


def motion_on(body: Body, movement: Movement | None) -> Motion | None:
    """Return a movement worked out for a body; None where there is none or it cannot stand."""
    try:
        return Motion(movement, body) if movement is not None else None
    except UserError:
        return None


def why_unbalanced(movement: Movement) -> str | None:
    """Return why a movement has poses that cannot stand, None where all can.

    Lengths and masses grow in proportion, so a woman and a man stand for people of every size;
    and between two keys that stand, all poses do.
    """
    try:
        for sex in Sex:
            Motion(movement, Body(sex=sex))
    except UserError as error:
        return str(error)
    return None


def minimum_jerk(u: float) -> float:
    """Return how far a smooth movement has come when `u` (0..1) of its time has passed.

    People move so: s = 10 u^3 - 15 u^4 + 6 u^5 (Flash & Hogan 1985, J Neurosci 5:1688).
    """
    return u * u * u * (10 + u * (6 * u - 15))


def _pose(key: Key, lean: float) -> Pose:
    hanging = key.arms != "chest"
    return Pose(
        knee=key.knee or 0.0,
        thorax=lean,
        lumbar=key.lumbar or 0.0,
        neck=key.neck or 0.0,
        shoulder=lean if hanging else _CHEST_SHOULDER,
        elbow=_HANGING_ELBOW if hanging else _CHEST_ELBOW,
        pressure=key.pressure or 0.0,
    )
