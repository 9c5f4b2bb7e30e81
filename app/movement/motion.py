"""A movement on a body: poses and skeletons over time, smooth between keys."""

from __future__ import annotations

from bisect import bisect_right
from contextlib import suppress
from functools import cached_property, lru_cache, partial
from itertools import accumulate, pairwise
from typing import NamedTuple

from app.body.anthropometry import Body, Sex
from app.body.inertia import Inertia, at_rest
from app.body.pose import Arm, Foot, Pose
from app.body.skeleton import Skeleton
from app.errors import UserError
from app.messages.message import Message
from app.movement.adapt import Adapter
from app.movement.model import Key, MoveKind, Movement
from app.movement.momentum import Way, way_between, way_of_throw
from app.movement.place_props import PropPlacer
from app.movement.props import Placed
from app.movement.throw import swings_of

#: How high a foot is lifted on its way to another place, m.
_LIFT = 0.035
#: Leans this near to each other are alike, deg.
_ALIKE_DEG = 0.01


class PhasePosition(NamedTuple):
    """A position in a movement: which phase, and how much of it has passed (0..1)."""

    phase: int
    fraction: float


class PoseError(UserError):
    """A key that a body cannot do.

    Attributes:
        key: where in the file it stands, as `phases[1].to`.
    """

    def __init__(self, message: Message, key: str) -> None:
        super().__init__(message)
        self.key = key


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
        self.movement, self.body = movement, body
        self.ends = list(accumulate(phase.seconds for phase in movement.phases))
        try:
            self._adapter = Adapter(movement, body)
        except UserError as error:
            told = Message("body.stations", movement=movement.id, reason=error.messages[0])
            raise PoseError(told, "wall") from error
        self.wall_x = self._adapter.wall_x
        solved = {movement.start: self._resolve(movement.start, 0.0, "start")}
        #: For each phase, the poses it goes through and when, as shares of its time.
        self._tracks: list[list[tuple[float, Pose]]] = []
        #: How the body moves between two poses, or in a phase in which its arms throw or catch;
        #: worked out when a load is asked for.
        self._ways: dict[tuple[Pose, Pose] | int, Way] = {}
        pose = solved[movement.start]
        for index, (phase, end) in enumerate(zip(movement.phases, self.ends, strict=True)):
            # A hold repeats the key before it, and the last phase repeats the start.
            if phase.key not in solved:
                solved[phase.key] = self._resolve(phase.key, end, f"phases[{index}].to")
            aim = solved[phase.key]
            self._tracks.append(_track(pose, aim, steps=phase.kind is MoveKind.STEP))
            pose = aim
        #: How the arms swing (deg, by the fraction) in phases where they throw or catch.
        self._swings = swings_of(movement, [track[-1][1] for track in self._tracks], body)

    @property
    def seconds(self) -> float:
        """How long the movement takes once, s."""
        return self.ends[-1]

    def place_at(self, t: float) -> PhasePosition:
        """Return the phase and fraction at `t` s, clamped to the movement's ends."""
        if t >= self.seconds:
            return PhasePosition(len(self.ends) - 1, 1.0)
        phase = bisect_right(self.ends, max(t, 0.0))
        begin = self.ends[phase - 1] if phase else 0.0
        return PhasePosition(phase, (max(t, 0.0) - begin) / (self.ends[phase] - begin))

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
        pose = self._pose_on_track(phase, fraction)
        if phase not in self._swings:
            return pose
        aim = pose.left_arm.end._replace(shoulder=self._swings[phase](fraction))
        return pose._replace(left_arm=Arm(aim, aim), right_arm=Arm(aim, aim))

    def _pose_on_track(self, phase: int, fraction: float) -> Pose:
        track = self._tracks[phase]
        for (begin, start), (end, aim) in pairwise(track):
            if fraction <= end:
                share = (fraction - begin) / (end - begin)
                return _lifted(start.towards(aim, minimum_jerk(share)), start, aim, share)
        return track[-1][1]

    def pose_at(self, t: float) -> Pose:
        """Return the pose at `t` s, clamped to the movement's ends."""
        return self.pose_in(*self.place_at(t))

    def time_in_kind(self, kind: MoveKind, fraction: float) -> float:
        """Return the time (s) at which `fraction` of all phases of a kind has passed.

        This is how a practice tempo stretches a movement. For a kind the movement lacks this is the
        end of the phases before it: a hold at the bottom, anything else upright.
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

    def time_into_side(self, side: str, seconds: float) -> float:
        """Return the time (s) after `seconds` of the way into a side's hold, at most its start.

        A movement without sides is in its hold at once.
        """
        ours = [i for i, phase in enumerate(self.movement.phases) if phase.side == side]
        if not ours:
            return self.time_in_kind(MoveKind.HOLD, 0.0)
        held = next(i for i in ours if self.movement.phases[i].kind is MoveKind.HOLD)
        return min(self._start_of(ours[0]) + seconds, self._start_of(held))

    def time_out_of_side(self, side: str, seconds: float) -> float:
        """Return the time (s) after `seconds` of the way out of a side's hold, at most its end."""
        ours = [i for i, phase in enumerate(self.movement.phases) if phase.side == side]
        if not ours:
            return 0.0
        held = [i for i in ours if self.movement.phases[i].kind is MoveKind.HOLD]
        return min(self.ends[held[-1]] + seconds, self.ends[ours[-1]])

    def skeleton(self, pose: Pose) -> Skeleton:
        """Return the balanced skeleton of one of this movement's poses."""
        return self._adapter.skeleton(pose)

    def skeleton_at(self, t: float) -> Skeleton:
        """Return the balanced skeleton at `t` s, which knows what moving adds to its weight."""
        return self.skeleton_in(*self.place_at(t))

    def skeleton_in(self, phase: int, fraction: float) -> Skeleton:
        """Return the same when `fraction` (0..1) of a phase has passed."""
        skeleton = self.skeleton(self.pose_in(phase, fraction))
        return skeleton._replace(inertia=partial(self._inertia_in, phase, fraction))

    def props_at(self, t: float, skeleton: Skeleton) -> tuple[Placed, ...]:
        """Return the movement's things where they are at `t` s, with the skeleton at that time."""
        if not self.movement.props:
            return ()
        return self._placer.place(t, skeleton)

    @cached_property
    def deepest_phase(self) -> int:
        """The index of the phase that ends with the greatest lean; the first of several alike."""
        leans = [track[-1][1].thorax for track in self._tracks]
        return next(i for i, lean in enumerate(leans) if lean > max(leans) - _ALIKE_DEG)

    @cached_property
    def _placer(self) -> PropPlacer:
        return PropPlacer(
            self.movement,
            self._adapter.rests,
            self.ends,
            self.deepest_phase,
            self.skeleton_at(self.ends[self.deepest_phase]),
            reached=self._adapter.reached,
            raised=self._adapter.raised,
        )

    def _inertia_in(self, phase: int, fraction: float) -> Inertia:
        """Return what moving adds when `fraction` of a phase has passed."""
        if phase in self._swings:
            if phase not in self._ways:
                self._ways[phase] = way_of_throw(lambda u: self.skeleton(self.pose_in(phase, u)))
            return self._ways[phase].inertia(fraction, 1 / self.movement.phases[phase].seconds, 0.0)
        for (begin, start), (end, aim) in pairwise(self._tracks[phase]):
            if fraction <= end:
                # What is taken up or put down is so while nothing moves.
                laden = start._replace(left_load=aim.left_load, right_load=aim.right_load)
                if laden == aim:
                    break
                if (laden, aim) not in self._ways:
                    self._ways[laden, aim] = way_between(laden, aim, self.skeleton)
                seconds = (end - begin) * self.movement.phases[phase].seconds
                share, speed, acceleration = minimum_jerk_in((fraction - begin) / (end - begin))
                return self._ways[laden, aim].inertia(
                    share, speed / seconds, acceleration / seconds**2
                )
        return at_rest()

    def _start_of(self, phase: int) -> float:
        return self.ends[phase - 1] if phase else 0.0

    def _resolve(self, key: Key, t: float, where: str) -> Pose:
        try:
            return self._adapter.pose(key)
        except UserError as error:
            reason = error.messages[0]
            told = Message("body.pose", movement=self.movement.id, t=t, reason=reason)
            raise PoseError(told, where) from error


def _track(start: Pose, aim: Pose, *, steps: bool) -> list[tuple[float, Pose]]:
    """Return the poses a phase goes through, each with the share of its time.

    Feet that move to another place do so one after the other, each while the other bears the
    weight.
    """
    going = [side for side in ("left", "right") if start.foot(side) != aim.foot(side)]
    if not steps or not going:
        return [(0.0, start), (1.0, aim)]
    # The body follows only when both feet have moved.
    poses, pose = [start], start
    for side in going:
        shifted = pose._replace(weight=1.0 if side == "left" else -1.0)
        if shifted != pose:
            poses.append(shifted)
        foot = aim.foot(side)
        if side == "left":
            pose = shifted._replace(left_foot=foot)
        else:
            pose = shifted._replace(right_foot=foot)
        poses.append(pose)
    if pose != aim:
        poses.append(aim)
    last = len(poses) - 1
    return [(index / last, each) for index, each in enumerate(poses)]


def _lifted(pose: Pose, start: Pose, aim: Pose, share: float) -> Pose:
    """Return the pose with any foot that moves along the floor lifted on the way."""
    height = _LIFT * 16 * (share * (1 - share)) ** 2
    if start.left_foot.forward != aim.left_foot.forward:
        pose = pose._replace(left_foot=_raised(pose.left_foot, height))
    if start.right_foot.forward != aim.right_foot.forward:
        pose = pose._replace(right_foot=_raised(pose.right_foot, height))
    return pose


def _raised(foot: Foot, height: float) -> Foot:
    return foot._replace(up=foot.up + height)


@lru_cache(maxsize=16)
def motion_on(body: Body, movement: Movement | None) -> Motion | None:
    """Return a movement worked out for a body; None without a movement or a pose that can stand.

    For a build that no adaptation helps, it is worked out on usual proportions at the same stature.
    """
    if movement is None:
        return None
    for tried in (body, Body(body.stature_m, body.mass_kg, body.sex)):
        with suppress(UserError):
            return Motion(movement, tried)
    return None


@lru_cache(maxsize=128)  # a window that replaces another one reads the same movements again
def why_unbalanced(movement: Movement) -> PoseError | None:
    """Return which pose of a movement cannot stand and why; None where all can.

    Lengths and masses scale together, so one woman and one man represent people of every size; and
    between two keys that stand, every pose does.
    """
    try:
        for sex in Sex:
            Motion(movement, Body(sex=sex))
    except PoseError as error:
        return error.with_traceback(None)
    return None


def minimum_jerk(u: float) -> float:
    """Return how far a smooth movement has come when `u` (0..1) of its time has passed.

    This is how people move: s = 10 u^3 - 15 u^4 + 6 u^5 (Flash & Hogan 1985, J Neurosci 5:1688).
    """
    return u * u * u * (10 + u * (6 * u - 15))


def minimum_jerk_in(u: float) -> tuple[float, float, float]:
    """Return how far it has come, with its first and second derivative by `u`."""
    speed = 30 * (u * (1 - u)) ** 2
    return minimum_jerk(u), speed, 60 * u * (1 - u) * (1 - 2 * u)
