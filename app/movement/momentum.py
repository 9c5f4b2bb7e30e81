"""How the momentum of a moving body changes, from the movement's own poses over time.

Between two poses everything is a smooth function of how much of the way has passed. So a few poses
on the way are enough: a polynomial through them can be differentiated exactly, and how much of the
way passes when is known (minimum jerk).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from app.body.inertia import Inertia
from app.body.pose import Pose
from app.body.skeleton import Skeleton

#: Poses on the way, as shares of it (Chebyshev points, which keep polynomials from swinging).
_NODES = tuple((1 - math.cos(math.pi * index / 6)) / 2 for index in range(7))


class Way(NamedTuple):
    """The way of everything above L5/S1 from one pose to another, by how much of it has passed.

    Each is a polynomial, its coefficients in rising order.

    Attributes:
        x, y: mass times place, kg m.
        turning: mass times place times its change, kg m2.
    """

    x: Sequence[float]
    y: Sequence[float]
    turning: Sequence[float]

    def inertia(self, share: float, speed: float, acceleration: float) -> Inertia:
        """Return the inertia when `share` of the way has passed, with its changes per s and s2."""
        return Inertia(
            _second(self.x, share, speed, acceleration),
            _second(self.y, share, speed, acceleration),
            _value(_derived(self.turning), share) * speed * speed
            + _value(self.turning, share) * acceleration,
        )


def way_between(start: Pose, aim: Pose, build: Callable[[Pose], Skeleton]) -> Way:
    """Return the way from one pose to another; `build` makes a pose's skeleton."""
    places = [
        [(kg, at.x, at.y) for kg, at, above in build(start.towards(aim, share)).masses if above]
        for share in _NODES
    ]
    xs, ys, turning = ([0.0] * len(_NODES) for _ in range(3))
    for mass in zip(*places, strict=True):
        kg = mass[0][0]
        x, y = _fitted([at[1] for at in mass]), _fitted([at[2] for at in mass])
        dx, dy = _derived(x), _derived(y)
        for index, share in enumerate(_NODES):
            at_x, at_y = mass[index][1:]
            xs[index] += kg * at_x
            ys[index] += kg * at_y
            turning[index] += kg * (at_x * _value(dy, share) - at_y * _value(dx, share))
    return Way(_fitted(xs), _fitted(ys), _fitted(turning))


def inertia_of(frames: Sequence[Skeleton], apart: float) -> Inertia:
    """Return the inertia in the middle one of three frames that are `apart` s from each other."""
    x = y = turning = 0.0
    for before, now, after in zip(*(frame.masses for frame in frames), strict=True):
        if now.above_l5s1:
            ahead = now.kg * (before.at.x - 2 * now.at.x + after.at.x) / apart**2
            up = now.kg * (before.at.y - 2 * now.at.y + after.at.y) / apart**2
            x, y = x + ahead, y + up
            turning += now.at.x * up - now.at.y * ahead
    return Inertia(x, y, turning)


def _second(of: Sequence[float], share: float, speed: float, acceleration: float) -> float:
    """Return the second derivative by time of a polynomial of the share of the way."""
    slope = _derived(of)
    return _value(_derived(slope), share) * speed * speed + _value(slope, share) * acceleration


def _value(of: Sequence[float], at: float) -> float:
    total = 0.0
    for coefficient in reversed(of):
        total = total * at + coefficient
    return total


def _derived(of: Sequence[float]) -> list[float]:
    return [power * coefficient for power, coefficient in enumerate(of)][1:]


def _fitted(values: Sequence[float]) -> list[float]:
    """Return the polynomial through values at the nodes."""
    return [sum(map(float.__mul__, row, values)) for row in _INVERSE]


def _inverse() -> list[list[float]]:
    """Return what turns values at the nodes into coefficients: a row for each power."""
    columns = []
    for one, at in enumerate(_NODES):
        # Lagrange's polynomial that is 1 at this node and 0 at the others.
        basis = [1.0]
        for other, root in enumerate(_NODES):
            if other != one:
                scale = at - root
                basis = [
                    (low - root * high) / scale
                    for low, high in zip([0.0, *basis], [*basis, 0.0], strict=True)
                ]
        columns.append(basis)
    return [list(row) for row in zip(*columns, strict=True)]


_INVERSE = _inverse()
