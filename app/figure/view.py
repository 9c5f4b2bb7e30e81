"""Where the viewer stands: turn, mirror and scale turn metres into pixels."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF

from app.body.vectors import Vec3

#: Where a unit is more pixels than this on an ordinary screen, curves have three times the points.
_LARGE = 700


class View:
    """A parallel projection of the standing person.

    Attributes:
        x, y: pixel position of the point on the floor midway between the ankles.
        scale: pixels per metre.
        density: how many pixels of the screen a pixel is across, 1 on an ordinary one.
        turn: deg; 0 from the person's right side, 90 from the front.
        mirror: facing left instead of right.
        ahead: how much of the forward axis lies across the screen, -1..1.
        aside: how much of the person's right lies across the screen, -1..1.
        nearer_x, nearer_z: how much nearer to the viewer ahead and the person's right lead, -1..1.
    """

    def __init__(
        self, x: float, y: float, scale: float, turn: float = 0.0, mirror: bool = False
    ) -> None:
        self.x, self.y, self.scale = x, y, scale
        self.density = 1.0
        self.turn, self.mirror = turn, mirror
        facing = -1 if mirror else 1
        self.ahead = math.cos(math.radians(turn)) * facing
        self.aside = -math.sin(math.radians(turn)) * facing
        self.nearer_x, self.nearer_z = math.sin(math.radians(turn)), math.cos(math.radians(turn))

    def is_fine(self, size: float) -> bool:
        """Tell whether a part whose unit is `size` pixels is drawn finely."""
        # Squared: sharp screens show corners that ordinary ones blur.
        return size * self.density * self.density > _LARGE

    def point(self, at: Vec3) -> QPointF:
        """Return the pixel position of a point in metres."""
        return QPointF(*self.place(at))

    def place(self, at: Vec3) -> tuple[float, float]:
        """Return the same as numbers, which are several times quicker to work with."""
        across = at.x * self.ahead + at.z * self.aside
        return self.x + across * self.scale, self.y - at.y * self.scale

    def depth(self, at: Vec3) -> float:
        """Return how near a point is to the viewer, m; greater is nearer."""
        return at.x * self.nearer_x + at.z * self.nearer_z
