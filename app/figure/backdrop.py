"""What is behind the figure: the card, the floor, a wall, and the shadow below the feet."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QTransform

from app.body.vectors import Vec3
from app.figure.outline import polygon
from app.figure.palette import Palette
from app.figure.view import View

if TYPE_CHECKING:
    from app.body.skeleton import Skeleton
    from app.figure.slot import Slot

CORNER = 12.0
#: The area outside a rounded corner of radius 1 whose tip is at the origin.
_OUTSIDE_CORNER = polygon(
    [(0, 0)] + [(1 - math.sin(a), 1 - math.cos(a)) for a in (math.pi / 2 * i / 8 for i in range(9))]
)
_SIDES = ("left", "right")
_SHADOW_RINGS = 16
_WALL_BREADTH, _WALL_THICK = 1.4, 0.09  # m


def paint_backdrop(painter: QPainter, area: QRectF, floor_y: float, palette: Palette) -> None:
    """Paint an empty room: a card with a floor that ends at `floor_y`."""
    # Not with `fillRect`: PySide would define all gradients for it, 1.5 ms of the start.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.card)
    left, top, width = area.left(), area.top(), area.width()
    # Not behind the floor as well: filling that much takes a while.
    painter.drawRect(QRectF(left, top, width, math.ceil(floor_y) - top))
    painter.setBrush(palette.floor)
    painter.drawRect(QRectF(left, floor_y, width, area.bottom() - floor_y))
    # Rounding the corners of the paper over it is quicker than filling a rounded card.
    painter.setBrush(palette.paper)
    for corner in _outside_corners(left, top, area.right(), area.bottom()):
        painter.drawPolygon(corner)


@lru_cache(maxsize=16)
def _outside_corners(left: float, top: float, right: float, bottom: float) -> list[QPolygonF]:
    """Return the areas outside a card's four rounded corners."""
    return [
        QTransform(ahead * CORNER, 0, 0, down * CORNER, x, y).map(_OUTSIDE_CORNER)
        for x, y, ahead, down in (
            (left, top, 1, 1),
            (right, top, -1, 1),
            (left, bottom, 1, -1),
            (right, bottom, -1, -1),
        )
    ]


def paint_wall(painter: QPainter, slot: Slot, wall_x: float, view: View, palette: Palette) -> None:
    """Paint the wall behind the person, `wall_x` m forward of the ankles, below the badges."""
    faces = [view.point(Vec3(wall_x, 0.0, z)) for z in (-_WALL_BREADTH / 2, _WALL_BREADTH / 2)]
    backs = [face.x() - _WALL_THICK * view.scale * view.ahead for face in faces]
    edges = [*backs, *(face.x() for face in faces)]
    top, foot = slot.head - slot.margin / 2, faces[0].y()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.line)
    wall = QRectF(QPointF(min(edges), top), QPointF(max(edges), foot))
    painter.drawRoundedRect(wall, 2, 2)
    painter.setPen(QPen(palette.muted, max(1.5, 0.008 * view.scale)))
    for face in faces:
        painter.drawLine(QPointF(face.x(), top), face)


def paint_shadow(painter: QPainter, view: View, skeleton: Skeleton, palette: Palette) -> None:
    """Draw the shadow below the feet: longer where they stand apart."""
    stature, joints = skeleton.lengths.stature, skeleton.joints
    ends = [view.place(joints[f"{end}_{side}"])[0] for end in ("heel", "toe") for side in _SIDES]
    left, right = min(ends), max(ends)
    across = round(0.26 * stature * view.scale)
    shadow = _shadow(across, round(across * 0.115), palette.shadow.rgb())
    usual = shadow.width()
    width = max(usual, right - left + 0.32 * stature * view.scale)
    place = QRectF((left + right - width) / 2, view.y - shadow.height() / 2, width, shadow.height())
    if width > usual:
        painter.drawImage(place, shadow)
    else:
        painter.drawImage(place.topLeft(), shadow)


@lru_cache(maxsize=8)
def _shadow(across: int, deep: int, colour: int) -> QImage:
    """Return a soft ellipse; painted once for each size, as it costs as much as the figure."""
    image = QImage(2 * across + 2, 2 * deep + 2, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    shade = QColor(colour)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    # Each ring replaces what is under it: Qt would start threads to blend something this small.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    # A ring is at most two pixels deep, so that no step is visible.
    rings = max(_SHADOW_RINGS, deep // 2)
    for ring in range(rings):
        shade.setAlphaF(1 - (1 - 1.6 / rings) ** (ring + 1))
        painter.setBrush(shade)
        share = 1 - ring / rings
        painter.drawEllipse(QPointF(across + 1, deep + 1), across * share, deep * share)
    painter.end()
    return image
