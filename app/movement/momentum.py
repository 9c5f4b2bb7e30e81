"""How the momentum of a moving body changes, from the movement's own poses over time.

Between two poses everything is a smooth function of how much of the way has passed. So a few poses
on the way are enough: a polynomial through them can be differentiated exactly, and how much of the
way passes when is known (minimum jerk). Arms that throw go their own way beside the body, so there
the poses are told by the time itself, and it takes more of them.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from app.body.inertia import Inertia
from app.body.pose import Pose
from app.body.skeleton import Skeleton

#: How many poses on the way are enough between two poses, and for a phase of a throw.
_FEW, _MANY = 7, 17
#: Polynomials are told from the middle of the way, where their coefficients stay small.
_MIDDLE = 0.5


class Way(NamedTuple):
    """The way of everything above L5/S1 from one pose to another, by how much of it has passed.

    Each is a polynomial of how far beyond the middle it is, its coefficients in rising order.

    Attributes:
        x, y: mass times place, kg m.
        turning: mass times place times its change, kg m2.
    """

    x: Sequence[float]
    y: Sequence[float]
    turning: Sequence[float]

    def inertia(self, share: float, speed: float, acceleration: float) -> Inertia:
        """Return the inertia when `share` of the way has passed, with its changes per s and s2."""
        share -= _MIDDLE
        return Inertia(
            _second(self.x, share, speed, acceleration),
            _second(self.y, share, speed, acceleration),
            _value(_derived(self.turning), share) * speed * speed
            + _value(self.turning, share) * acceleration,
        )


def way_between(start: Pose, aim: Pose, build: Callable[[Pose], Skeleton]) -> Way:
    """Return the way from one pose to another; `build` makes a pose's skeleton."""
    return _way(lambda share: build(start.towards(aim, share)), _FEW)


def way_of_throw(skeleton_at: Callable[[float], Skeleton]) -> Way:
    """Return the way in a phase of a throw, by how much of its time (0..1) has passed."""
    return _way(skeleton_at, _MANY)


def _way(skeleton_at: Callable[[float], Skeleton], count: int) -> Way:
    nodes = _nodes(count)
    places = [
        [(kg, at.x, at.y) for kg, at, above in skeleton_at(_MIDDLE + node).masses if above]
        for node in nodes
    ]
    xs, ys, turning = ([0.0] * count for _ in range(3))
    for mass in zip(*places, strict=True):
        kg = mass[0][0]
        x, y = _fitted([at[1] for at in mass]), _fitted([at[2] for at in mass])
        dx, dy = _derived(x), _derived(y)
        for index, node in enumerate(nodes):
            at_x, at_y = mass[index][1:]
            xs[index] += kg * at_x
            ys[index] += kg * at_y
            turning[index] += kg * (at_x * _value(dy, node) - at_y * _value(dx, node))
    return Way(_fitted(xs), _fitted(ys), _fitted(turning))


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
    return [sum(map(float.__mul__, row, values)) for row in _inverse(len(values))]


@lru_cache(maxsize=2)
def _nodes(count: int) -> list[float]:
    """Return points of a way from its middle; Chebyshev's keep polynomials from swinging."""
    return [-math.cos(math.pi * index / (count - 1)) / 2 for index in range(count)]


@lru_cache(maxsize=2)
def _inverse(count: int) -> list[list[float]]:
    """Return what turns values at the nodes into coefficients: a row for each power."""
    columns = []
    nodes = _nodes(count)
    for one, at in enumerate(nodes):
        # Lagrange's polynomial that is 1 at this node and 0 at the others.
        basis = [1.0]
        for other, root in enumerate(nodes):
            if other != one:
                scale = at - root
                basis = [
                    (low - root * high) / scale
                    for low, high in zip([0.0, *basis], [*basis, 0.0], strict=True)
                ]
        columns.append(basis)
    return [list(row) for row in zip(*columns, strict=True)]
