"""Draw a skeleton as a person: near and far side apart, depth kept at every turn."""

from __future__ import annotations

import math
from functools import cached_property

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from app.body.skeleton import Skeleton, Vec3, lumbar_arc
from app.body.spine import bulge, spine_curve
from app.figure import anatomy
from app.figure.outline import PartOutline, Slice, catmull_rom, disc, hull, limb_outline, polygon
from app.figure.palette import Palette, blend
from app.figure.view import View

_L5S1_TO_C7 = anatomy.C7 - anatomy.L5S1
_SPINE_POINTS = 17
_FOOT, _HAND = polygon(anatomy.FOOT), polygon(anatomy.HAND)


class FigurePainter:
    """Paints one skeleton in one view.

    Attributes:
        skeleton: who is drawn.
        view: from where.
        palette: in which colours.
    """

    def __init__(self, skeleton: Skeleton, view: View, palette: Palette) -> None:
        self.skeleton = skeleton
        self.view = view
        self.palette = palette
        self._stature = skeleton.lengths.stature

    def paint(self, painter: QPainter) -> None:
        """Paint the body, from the far side to the near one."""
        side = abs(math.cos(math.radians(self.view.turn)))
        colours = self.palette
        far = blend(colours.figure, colours.far, side)
        near = blend(colours.figure, colours.near, side)
        joints = self.skeleton.joints
        left_far = self.view.depth(joints["hip_left"]) <= self.view.depth(joints["hip_right"])
        behind, ahead = ("left", "right") if left_far else ("right", "left")
        self._fill(painter, far, self._arm(behind))
        self._fill(painter, far, self._leg(behind))
        self._fill(painter, colours.figure, self._leg(ahead))
        self._fill(painter, colours.figure, [self._seat(), *self._head()])
        # A trunk that folds overlaps itself, and overlaps must stay filled. A path does that;
        # a polygon with the same rule paints three times slower than one without.
        trunk = QPainterPath()
        trunk.setFillRule(Qt.FillRule.WindingFill)
        trunk.addPolygon(self._trunk())
        painter.fillPath(trunk, colours.figure)
        self._fill(painter, near, self._arm(ahead))

    def paint_spine(self, painter: QPainter, colour: QColor, width: float) -> None:
        """Draw the spine as a line, `width` in fractions of stature."""
        points = [self.view.point(point) for point in self.spine]
        xs = catmull_rom([point.x() for point in points], _SPINE_POINTS)
        ys = catmull_rom([point.y() for point in points], _SPINE_POINTS)
        pen = QPen(colour, self.pixels(width))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in zip(xs, ys, strict=True)]))

    def paint_hip(self, painter: QPainter) -> None:
        """Draw the hip as a dot."""
        hip = self.view.point(self.skeleton.hip)
        painter.setPen(QPen(self.palette.card, self.pixels(0.006)))
        painter.setBrush(self.palette.hip)
        painter.drawEllipse(hip, self.pixels(0.019), self.pixels(0.019))

    @cached_property
    def spine(self) -> list[Vec3]:
        """The spine's curve, m."""
        return spine_curve(self.skeleton)

    def pixels(self, share: float) -> float:
        """Return a fraction of stature in pixels."""
        return share * self._stature * self.view.scale

    def joint(self, name: str) -> QPointF:
        """Return a joint's pixel position."""
        return self.view.point(self.skeleton.joints[name])

    def _fill(self, painter: QPainter, colour: QColor, parts: list[QPolygonF]) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for part in parts:
            painter.drawPolygon(part)

    def _trunk(self) -> QPolygonF:
        skeleton, lengths = self.skeleton, self.skeleton.lengths
        pose, hip = skeleton.pose, skeleton.hip
        l5s1, t12 = skeleton.joints["l5s1"], skeleton.joints["t12l1"]
        pelvis, thorax = math.radians(pose.pelvis), math.radians(pose.thorax)
        outline = PartOutline(self.view, self.pixels(1.0))
        for piece in anatomy.TRUNK:
            along = piece.along
            if along <= anatomy.L5S1:
                lean, length = pelvis, along / anatomy.L5S1 * lengths.hip_to_l5s1
                x, y = hip.x + length * math.sin(lean), hip.y + length * math.cos(lean)
            elif along <= anatomy.T12L1:
                share = (along - anatomy.L5S1) / (anatomy.T12L1 - anatomy.L5S1)
                arc = lumbar_arc(lengths.lumbar, pelvis, thorax, share)
                lean, x, y = pelvis + (thorax - pelvis) * share, l5s1.x + arc.x, l5s1.y + arc.y
            else:
                share = (along - anatomy.T12L1) / (anatomy.C7 - anatomy.T12L1)
                lean, length = thorax, share * lengths.thorax
                x, y = t12.x + length * math.sin(lean), t12.y + length * math.cos(lean)
            if along > anatomy.L5S1 and pose.lumbar > 0:
                out = bulge(skeleton, min((along - anatomy.L5S1) / _L5S1_TO_C7, 1.0))
                x, y = x - out * math.cos(lean), y + out * math.sin(lean)
            outline.lean_to(lean)
            outline.add(x, y, piece)
        return outline.polygon()

    def _seat(self) -> QPolygonF:
        side = abs(self.view.ahead)
        radius = self.pixels(anatomy.HIP_RADIUS * side + 0.04 * (1 - side))
        return disc(self.view.point(self.skeleton.hip), radius)

    def _head(self) -> list[QPolygonF]:
        pose, c7 = self.skeleton.pose, self.skeleton.joints["c7"]
        angle = math.radians(pose.thorax - pose.neck)
        up_x, up_y = math.sin(angle) * self._stature, math.cos(angle) * self._stature
        x = c7.x + anatomy.HEAD_FORWARD * up_y
        y = c7.y - anatomy.HEAD_FORWARD * up_x
        outline = PartOutline(self.view, self.pixels(1.0))
        outline.lean_to(angle)
        for piece in anatomy.HEAD:
            outline.add(x + up_x * piece.along, y + up_y * piece.along, piece)
        thorax = math.radians(pose.thorax)
        root = anatomy.NECK_ROOT * self._stature
        base = Vec3(c7.x - root * math.sin(thorax), c7.y - root * math.cos(thorax), c7.z)
        skull = self.view.point(Vec3(x + up_x * 0.055, y + up_y * 0.055, c7.z))
        neck = self._limb(skull, self.view.point(base), anatomy.NECK)
        head = [neck, outline.polygon()]
        if self.view.aside:
            middle = Vec3(x + up_x * anatomy.HEAD_CENTRE, y + up_y * anatomy.HEAD_CENTRE, c7.z)
            head.append(disc(self.view.point(middle), self.pixels(anatomy.HEAD_DISC)))
        return head

    def _limb(self, start: QPointF, end: QPointF, profile: tuple[Slice, ...]) -> QPolygonF:
        return limb_outline(start, end, profile, self.pixels(1.0), self.view)

    def _leg(self, side: str) -> list[QPolygonF]:
        hip, knee = self.joint(f"hip_{side}"), self.joint(f"knee_{side}")
        return [
            self._limb(hip, knee, anatomy.THIGH),
            self._limb(knee, self.joint(f"ankle_{side}"), anatomy.SHANK),
            self._foot(side),
        ]

    def _foot(self, side: str) -> QPolygonF:
        heel, toe = self.skeleton.joints[f"heel_{side}"], self.skeleton.joints[f"toe_{side}"]
        start, end = self.view.point(heel), self.view.point(toe)
        along = end - start
        place = QTransform(along.x(), along.y(), 0, -self.pixels(1.0), start.x(), start.y())
        profile = place.map(_FOOT)
        breadth = abs(self.view.aside) * self.pixels(anatomy.FOOT_BREADTH)
        if breadth < 2:
            return profile
        corners = []
        for point, (_, up) in zip(profile.toList(), anatomy.FOOT, strict=True):
            # The ankle is narrower than the sole.
            spread = QPointF(breadth * (1.0 if up < 0.03 else 0.75), 0)
            corners += [point + spread, point - spread]
        return hull(corners)

    def _arm(self, side: str) -> list[QPolygonF]:
        shoulder, elbow = self.joint(f"shoulder_{side}"), self.joint(f"elbow_{side}")
        wrist, hand = self.joint(f"wrist_{side}"), self.joint(f"hand_{side}")
        return [
            self._limb(shoulder, elbow, anatomy.UPPER_ARM),
            self._limb(elbow, wrist, anatomy.FOREARM),
            self._hand(side, wrist, hand),
        ]

    def _hand(self, side: str, wrist: QPointF, tip: QPointF) -> QPolygonF:
        dx, dy = tip.x() - wrist.x(), tip.y() - wrist.y()
        # The thumb lies in front when the arm hangs; seen from the front it points inward.
        view = self.view
        inward = view.aside if side == "left" else -view.aside
        thumb = self.pixels(1.0) / (math.hypot(dx, dy) or 1.0)
        thumb = math.copysign(thumb, view.ahead if abs(view.ahead) > abs(view.aside) else inward)
        place = QTransform(dx, dy, dy * thumb, -dx * thumb, wrist.x(), wrist.y())
        return place.map(_HAND)
