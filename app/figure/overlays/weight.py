"""The weight: the centre of mass, its plumb line, and where in the foot it is borne."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPen, QPolygonF

from app.body.balance import weight_shares
from app.body.form import PRESSURE
from app.body.legs import stands
from app.body.vectors import Vec3, between
from app.figure.overlays.canvas import DASHED, SIDES, Canvas

#: Where in the foot the weight of a good hinge is borne, from heel (0) to toe (1).
GOOD = (0.35, 0.60)
_DOT = 0.021  # radius of the centre of mass, fraction of stature
_UNDER = 0.016  # how far below the sole the scale is
_BAR, _BAND = 0.007, 0.016  # its thickness, and that of its good part
_MARKER = 0.017


def paint_weight(canvas: Canvas, *, plumb: bool = True) -> None:
    """Draw the centre of mass, the line straight down from it, and the scale of the foot.

    Without `plumb` another line takes the place of that line.
    """
    com = canvas.measures.com
    centre, ground = canvas.point(*com), canvas.point(com.x, 0.0, com.z)
    down = QPointF(0.0, canvas.figure.pixels(_UNDER))
    if plumb:
        canvas.line(centre, ground + down, dashes=DASHED)
    _paint_centre(canvas, centre)
    if canvas.from_front:
        _paint_sideways(canvas, down)
    else:
        _paint_foot(canvas, down)


def mean_foot(canvas: Canvas) -> tuple[Vec3, Vec3]:
    """Return the mean heel and toe on the floor, weighted by what each foot bears, m."""
    joints = canvas.skeleton.joints
    left, right = weight_shares(canvas.skeleton.pose)
    ends = []
    for end in ("heel", "toe"):
        a, b = joints[f"{end}_left"], joints[f"{end}_right"]
        ends.append(Vec3(a.x * left + b.x * right, 0.0, a.z * left + b.z * right))
    return ends[0], ends[1]


def _paint_centre(canvas: Canvas, centre: QPointF) -> None:
    """Draw the sign for a centre of mass: a disc in quarters."""
    size = max(5.0, canvas.figure.pixels(_DOT))
    painter = canvas.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.palette.card)
    painter.drawEllipse(centre, size * 1.22, size * 1.22)
    painter.setBrush(canvas.palette.hip)
    painter.drawEllipse(centre, size, size)
    painter.setBrush(canvas.palette.card if canvas.palette.dark else canvas.palette.ink)
    x, y = centre.x() - size, centre.y() - size
    for start in (0, 180):
        painter.drawPie(round(x), round(y), round(2 * size), round(2 * size), start * 16, 90 * 16)


def _paint_foot(canvas: Canvas, down: QPointF) -> None:
    """Draw the foot from heel to toe, its good part, and where in it the weight is borne."""
    heel, toe = mean_foot(canvas)
    pressure = canvas.measures.pressure

    def at(share: float) -> QPointF:
        return canvas.figure.view.point(between(heel, toe, share)) + down

    canvas.line(at(0.0), at(1.0), _BAR, canvas.palette.muted)
    canvas.line(at(GOOD[0]), at(GOOD[1]), _BAND, canvas.figure.good)
    _paint_marker(canvas, at(pressure), good=PRESSURE[0] <= pressure <= PRESSURE[1])


def _paint_sideways(canvas: Canvas, down: QPointF) -> None:
    """Draw the floor under the standing feet, edge to edge, and where on it the weight is."""
    skeleton = canvas.skeleton
    heel, toe = mean_foot(canvas)
    pressure, half = canvas.measures.pressure, skeleton.lengths.foot_breadth / 2
    across = [
        between(
            skeleton.joints[f"heel_{side}"], skeleton.joints[f"toe_{side}"], pressure
        ).z
        for side in SIDES
        if stands(skeleton.lengths, skeleton.pose, side)
    ]  # fmt: skip
    if not across:
        return
    x = between(heel, toe, pressure).x
    low, high = min(across) - half, max(across) + half
    one, other = (canvas.point(x, 0.0, z) + down for z in (low, high))
    canvas.line(one, other, _BAR, canvas.palette.muted)
    at = canvas.point(x, 0.0, canvas.measures.com.z) + down
    _paint_marker(canvas, at, good=canvas.measures.sideways <= 1)


def _paint_marker(canvas: Canvas, at: QPointF, *, good: bool) -> None:
    """Draw the pointer below the scale; hollow and in another colour where a person would tip."""
    size = max(4.0, canvas.figure.pixels(_MARKER))
    tip = at + QPointF(0.0, canvas.figure.pixels(_BAND) / 2)
    shape = QPolygonF(
        [tip, tip + QPointF(-size * 0.75, size * 1.2), tip + QPointF(size * 0.75, size * 1.2)]
    )
    colour = canvas.palette.hip if good else canvas.palette.wrong
    canvas.painter.setPen(QPen(colour, canvas.width(0.005)))
    canvas.painter.setBrush(colour if good else canvas.palette.card)
    canvas.painter.drawPolygon(shape)
