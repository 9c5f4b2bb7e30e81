"""What motion adds to the weight of the body: the pull of masses that are being accelerated.

Each segment counts as a point at its centre of mass, as it does for balance. What turning adds to a
segment by itself is left out: with de Leva's radii it is a few per cent of what is counted.
"""

from __future__ import annotations

from typing import NamedTuple


class Inertia(NamedTuple):
    """The change of momentum of what lies above L5/S1.

    Attributes:
        x, y: of its linear momentum, N, forward and up.
        turning: of its angular momentum about the origin, N m, + where it turns backward and up.
    """

    x: float = 0.0
    y: float = 0.0
    turning: float = 0.0


def at_rest() -> Inertia:
    """Return the inertia of a body that stands still, or moves without changing its pace."""
    return Inertia()
