"""A body moved by the user, what the form checks say about it, and the current goal."""

from __future__ import annotations

from enum import StrEnum

from app.body.anthropometry import Body
from app.body.form import Check, FrameContext, check_form
from app.body.measures import Measures
from app.body.skeleton import Skeleton
from app.body.spine import touch_points
from app.body.tipping import STANDS, tip_angle, tipped
from app.movement.advice import Mend, first_mend
from app.movement.free_body import FreeBody, FreePose
from app.movement.goals import Goal, GoalId, Target, amount_of, is_met, make_goal

#: How long a goal is held before it counts, s.
HELD_S = 0.5
_GOALS = tuple(GoalId)
_STOP_STEPS = 12
#: What can touch the floor first when somebody tips over.
_TOUCH_FLOOR = ("hand_left", "hand_right", "knee_left", "knee_right", "vertex")


class Fall(StrEnum):
    """What happens to a person in a pose when let go."""

    STANDS = "stands"
    BACKWARD = "backward"
    FORWARD = "forward"
    WALL = "wall"  # it would be backward, but a wall is in the way


class Tryout:
    """Holds the pose being tried, and judges it.

    Attributes:
        free: what the body can do.
        goal: what is asked for.
        pose: where hips, knees and trunk are.
        skeleton, measures: of that pose.
        verdicts: what the form checks say about it as the deepest moment of a movement.
        mend: what to mend first; None where nothing is wrong.
        fall: how it falls.
        tip: how far it has tipped in the end, deg, + forward.
        met: which of the goal's targets it meets.
        reached: whether the goal has been held long enough since it was set.
    """

    skeleton: Skeleton
    measures: Measures
    verdicts: dict[Check, bool | None]
    mend: Mend | None
    fall: Fall
    tip: float
    met: tuple[bool, ...]

    def __init__(self, body: Body) -> None:
        self.reached = False
        self._since: float | None = None
        self._ask(GoalId.HINGE, body)

    @property
    def body(self) -> Body:
        """Whose body it is."""
        return self.free.body

    @property
    def index(self) -> int:
        """Which of the goals it is, from 0."""
        return _GOALS.index(self.goal.id)

    @property
    def count(self) -> int:
        """How many goals there are, free play included."""
        return len(_GOALS)

    def take_body(self, body: Body) -> None:
        """Go on with another body in the same pose, as far as it can."""
        pose, share = self.pose, body.stature_m / self.body.stature_m
        self._set_goal(self.goal.id, body)
        self._put(self.free.clamped(pose._replace(hips=pose.hips * share)))

    def go_on(self) -> None:
        """Set the next goal, from standing; after the last one, the first again."""
        self._ask(_GOALS[(self.index + 1) % len(_GOALS)], self.body)

    def start_over(self) -> None:
        """Stand up again."""
        self.reached = False
        self._put(self.free.upright())

    def move(
        self, hips: float | None = None, knee: float | None = None, trunk: float | None = None
    ) -> None:
        """Move parts of the body, as near to where they should be as the body can go.

        Hips are m behind the ankles, knee flexion and trunk lean deg; None stays as it is.
        """
        parts = {"hips": hips, "knee": knee, "trunk": trunk}
        moved = {name: amount for name, amount in parts.items() if amount is not None}
        self._put(self.free.clamped(self.pose._replace(**moved)))

    def hold(self, now: float) -> bool:
        """Let time pass until `now` (s, monotonic); return whether the goal was just reached."""
        if not self.has_it or self.reached:
            self._since = None
            return False
        if self._since is None:
            self._since = now
        self.reached = now - self._since >= HELD_S
        return self.reached

    @property
    def has_it(self) -> bool:
        """Whether the pose meets the whole goal."""
        return bool(self.met) and all(self.met)

    def amount(self, target: Target) -> float:
        """Return how much of a target the pose has."""
        return amount_of(target, self.skeleton, self.measures, self.goal.wall_x)

    @property
    def aim(self) -> Skeleton | None:
        """The skeleton of a pose that meets the goal; None in free play."""
        return self.free.skeleton(self.goal.aim)[0] if self.goal.aim else None

    def tipped(self, angle: float) -> Skeleton:
        """Return the skeleton tipped by `angle` deg on its way to `tip`."""
        return tipped(self.skeleton, angle)

    def _ask(self, goal: GoalId, body: Body) -> None:
        self._set_goal(goal, body)
        self.start_over()

    def _set_goal(self, goal: GoalId, body: Body) -> None:
        self.goal: Goal = make_goal(goal, FreeBody(body))
        self.free = FreeBody(body, self.goal.wall_x)

    def _put(self, pose: FreePose) -> None:
        self.pose = pose
        self.skeleton, self.measures = self.free.skeleton(pose)
        self.verdicts = check_form(
            self.skeleton, self.measures, self.goal.pattern, FrameContext(deepest=True)
        )
        self.mend = first_mend(self.verdicts, self.skeleton, self.measures)
        self.tip, self.fall = self._falls()
        self.met = tuple(
            is_met(target, self.amount(target), self.verdicts) for target in self.goal.targets
        )

    def _falls(self) -> tuple[float, Fall]:
        tip, wall = tip_angle(self.measures.pressure), self.goal.wall_x
        if tip == 0:
            return 0.0, Fall.STANDS
        if not self._free_to(tip):
            free, stopped = 0.0, tip
            for _ in range(_STOP_STEPS):
                middle = (free + stopped) / 2
                free, stopped = (middle, stopped) if self._free_to(middle) else (free, middle)
            tip = free
            if wall is not None and tip <= 0:
                return tip, Fall.WALL
        return tip, Fall.FORWARD if self.measures.pressure > STANDS[1] else Fall.BACKWARD

    def _free_to(self, angle: float) -> bool:
        """Return whether the body, tipped by `angle` deg, touches neither wall nor floor."""
        skeleton, wall = tipped(self.skeleton, angle), self.goal.wall_x
        joints, hip = skeleton.joints, skeleton.hip
        buttock = skeleton.lengths.buttock
        lowest = min(hip.y - buttock, *(joints[name].y for name in _TOUCH_FLOOR))
        if wall is None or angle > 0:
            return lowest > 0
        return min(hip.x - buttock, *(at.x for at in touch_points(skeleton))) > wall and lowest > 0
