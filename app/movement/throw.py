"""A weight that the hips throw: how the arms swing while it flies.

The hips' drive gives it its speed. Then the arms turn freely about the shoulders, as a pendulum
does, up to where they stop and back the same way; the hips catch it as they threw it. So the hands
guide the weight and never press it down.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import cached_property, partial

from app.body.anthropometry import Body, segments
from app.body.arms import soft_length
from app.body.balance import GRAVITY
from app.body.pose import Pose
from app.movement.model import Movement

_STEPS = 120


def swings_of(
    movement: Movement, ends: Sequence[Pose], body: Body
) -> dict[int, Callable[[float], float]]:
    """Return how the arms swing in the phases of a movement's throws, by the phase's index.

    Each returns the arms against the thorax, deg, at a fraction of its phase. `ends` are the poses
    at the ends of the phases.
    """
    lengths = segments(body)
    found: dict[int, Callable[[float], float]] = {}
    for index, phase in enumerate(movement.phases):
        if not phase.flies:
            continue
        top = ends[index].left_arm.end
        # The arms come together in front, so they are shorter as seen from the side.
        aside = lengths.shoulder_breadth / 2 - top.apart * lengths.stature
        length = math.sqrt(soft_length(lengths, top.elbow) ** 2 - aside**2)
        driven, caught = (
            Throw(length, low.left_arm.end.shoulder, top.shoulder, phase.seconds)
            for low in (ends[index - 2], ends[index + 1])
        )
        before, after = movement.phases[index - 1].seconds, movement.phases[index + 1].seconds
        found[index - 1] = partial(driven.in_drive, seconds=before)
        found[index] = driven.in_flight
        found[index + 1] = partial(caught.in_catch, seconds=after)
    return found


class Throw:
    """The arms of one throw, from the deepest point through the flight and back.

    Args:
        length: from the shoulders to the weight, m.
        low, top: the arms at the deepest point, against the thorax, and at the top of the flight,
            deg, + forward.
        seconds: of the flight, up and down.
    """

    def __init__(self, length: float, low: float, top: float, seconds: float) -> None:
        self._pull = GRAVITY / length
        self._low, self._top, self._seconds = math.radians(low), math.radians(top), seconds

    def in_flight(self, fraction: float) -> float:
        """Return the arms when `fraction` (0..1) of the flight has passed, deg."""
        along = abs(2 * fraction - 1) * _STEPS
        index = min(int(along), _STEPS - 1)
        (angle, speed), u = self._fall[index], along - index
        dt = self._seconds / 2 / _STEPS
        return math.degrees(angle + u * dt * (speed - u * dt * self._pull * math.sin(angle) / 2))

    def in_drive(self, fraction: float, seconds: float) -> float:
        """Return the arms when `fraction` of the hips' drive has passed, deg.

        They start at rest and end as the flight begins.
        """
        angle, speed = self._fall[-1]
        way, speed = angle - self._low, -speed * seconds
        bend = -self._pull * math.sin(angle) * seconds**2
        # The polynomial of fifth degree with these ends, as in minimum jerk.
        third = 10 * way - 4 * speed + bend / 2
        fourth = -15 * way + 7 * speed - bend
        fifth = 6 * way - 3 * speed + bend / 2
        u = fraction
        return math.degrees(self._low + u**3 * (third + u * (fourth + u * fifth)))

    def in_catch(self, fraction: float, seconds: float) -> float:
        """Return the arms on the way back, which is that of the drive backwards, deg."""
        return self.in_drive(1 - fraction, seconds)

    @cached_property
    def _fall(self) -> list[tuple[float, float]]:
        """Angle (rad) and speed (rad/s) in equal steps from the top down."""
        angle, speed, dt = self._top, 0.0, self._seconds / 2 / _STEPS
        states = [(angle, speed)]
        for _ in range(_STEPS):
            half = speed - self._pull * math.sin(angle) * dt / 2
            angle += half * dt
            speed = half - self._pull * math.sin(angle) * dt / 2
            states.append((angle, speed))
        return states
