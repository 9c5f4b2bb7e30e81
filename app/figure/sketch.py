"""Simple solids as flat shapes, correct from every side, for drawing things."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPolygonF

from app.body.vectors import Vec3
from app.figure.outline import bar, disc, ellipse, swept
from app.figure.palette import Palette, blend
from app.figure.pieces import Patch
from app.figure.view import View

#: Nothing is drawn thinner, pixels.
_THINNEST = 1.5


class Sketch:
    """Patches of one thing, in the order they are painted.

    Attributes:
        view: where it is seen from.
        palette: the theme's colours.
        patches: what has been drawn.
    """

    def __init__(self, view: View, palette: Palette) -> None:
        self.view = view
        self.palette = palette
        self.patches: list[Patch] = []

    def rod(self, points: Iterable[Vec3], radius: float, colour: QColor) -> None:
        """Draw a round rod (radius in m) through points."""
        shape, width = self._shape(points), self._width(radius)
        box = shape.boundingRect()
        if box.width() + box.height() < 0.5:
            # Qt draws no line without a length.
            self.patches.append(Patch(colour, disc(shape.first(), width / 2)))
        elif shape.size() == 2:
            self.patches.append(Patch(colour, bar(shape.first(), shape.last(), width)))
        else:
            self.patches.append(Patch(colour, shape, width))

    def ball(self, centre: Vec3, radius: float, colour: QColor) -> None:
        """Draw a ball (radius in m)."""
        shape = disc(self.view.point(centre), radius * self.view.scale)
        self.patches.append(Patch(colour, shape))

    def face(self, corners: Iterable[Vec3], colour: QColor) -> None:
        """Draw a flat shape by its corners."""
        self.patches.append(Patch(colour, self._shape(corners)))

    def plate(self, centre: Vec3, u: Vec3, v: Vec3, colour: QColor) -> None:
        """Draw a flat ellipse by its two half axes, m."""
        shape = ellipse(self.view.point(centre), self._way(u), self._way(v))
        self.patches.append(Patch(colour, shape))

    def drum(self, ends: tuple[Vec3, Vec3], u: Vec3, v: Vec3, colour: QColor) -> None:
        """Draw a short cylinder between two points; `u` and `v` are half axes of its ends, m."""
        one, other = (self.view.point(end) for end in ends)
        self.patches.append(Patch(colour, swept(one, self._way(u), self._way(v), other - one)))

    def _way(self, way: Vec3) -> QPointF:
        """Return a direction in pixels."""
        view = self.view
        across = way.x * view.ahead + way.z * view.aside
        return QPointF(across * view.scale, -way.y * view.scale)

    def box(self, low: Vec3, high: Vec3, colour: QColor) -> None:
        """Draw the two visible sides of a box along the axes, given by two opposite corners."""
        x = high.x if self.view.nearer_x > 0 else low.x
        z = high.z if self.view.nearer_z > 0 else low.z
        if abs(self.view.aside) > 0.01:
            sides = (low.y, low.z), (high.y, low.z), (high.y, high.z), (low.y, high.z)
            self.face([Vec3(x, *corner) for corner in sides], self.shaded(colour))
        if abs(self.view.ahead) > 0.01:
            sides = (low.x, low.y), (low.x, high.y), (high.x, high.y), (high.x, low.y)
            self.face([Vec3(*corner, z) for corner in sides], colour)

    def shaded(self, colour: QColor, share: float = 0.16) -> QColor:
        """Return a colour in the shade."""
        dark = blend(colour, QColor("#10181D"), share)
        dark.setAlpha(colour.alpha())
        return dark

    def _shape(self, points: Iterable[Vec3]) -> QPolygonF:
        return QPolygonF([self.view.point(at) for at in points])

    def _width(self, radius: float) -> float:
        return max(_THINNEST, 2 * radius * self.view.scale)


def seen_through(colour: QColor, share: float) -> QColor:
    """Return a colour with an opacity of `share` (0..1)."""
    clear = QColor(colour)
    clear.setAlphaF(share)
    return clear


def moved(at: Vec3, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Vec3:
    """Return a point moved by this much, m."""
    return Vec3(at.x + x, at.y + y, at.z + z)
