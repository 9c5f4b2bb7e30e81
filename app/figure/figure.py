"""Draw a skeleton as a person: near and far side apart, depth kept at every turn."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable
from functools import cached_property

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from app.body.skeleton import Skeleton, Vec3
from app.body.spine import spine_curve
from app.body.vectors import between
from app.figure import anatomy
from app.figure.extremities import foot_outline, hand_outline
from app.figure.outline import (
    LARGE,
    PartOutline,
    Profile,
    Slice,
    catmull_rom,
    disc,
    hull,
    limb_outline,
    polygon,
    ribbon,
)
from app.figure.palette import Palette, blend
from app.figure.pieces import Patch, Piece, paint_pieces
from app.figure.view import View

_L5S1_TO_C7 = anatomy.C7 - anatomy.L5S1
_SPINE_POINTS = 16


def _profile(head: list[Slice]) -> QPolygonF:
    """Return the head from the side: before its axis, and along it."""
    front = [(anatomy.HEAD_FORWARD + piece.front, piece.along) for piece in head]
    back = [(anatomy.HEAD_FORWARD - piece.back, piece.along) for piece in head[::-1]]
    return polygon(front + back)


_PROFILE, _FINE_PROFILE = _profile(anatomy.HEAD), _profile(anatomy.FINE_HEAD)
#: Less breadth than this share is not seen; from this share on a face has no profile.
_EDGE_ON, _FACE_ON = 1e-6, 0.5
#: An arm this far (m) before or behind the trunk has its full shade.
_SHADED = 0.12
#: A hand is so much (m) nearer than what it holds: its fingers close around it.
_FINGERS = 0.03


class FigurePainter:
    """Paints one skeleton in one view.

    Attributes:
        skeleton: who is drawn.
        view: from where.
        palette: in which colours.
        pinching: sides whose hand holds something small between the finger tips.
    """

    def __init__(
        self,
        skeleton: Skeleton,
        view: View,
        palette: Palette,
        pinching: Collection[str] = (),
    ) -> None:
        self.skeleton = skeleton
        self.view = view
        self.palette = palette
        self.pinching = pinching
        self._stature = skeleton.lengths.stature
        self._size = self._stature * view.scale  # pixels
        self._hip = skeleton.hip

    def paint(self, painter: QPainter, things: Iterable[Piece] = ()) -> None:
        """Paint the body, and things around it, from the far side to the near one."""
        pieces = [*self._limbs(), *things]
        pieces.sort(key=lambda piece: (piece.before, piece.depth))
        behind = sum(not piece.before for piece in pieces)
        paint_pieces(painter, pieces[:behind])
        self._paint_trunk(painter)
        paint_pieces(painter, pieces[behind:])

    def paint_spine(self, painter: QPainter, colour: QColor, width: float) -> None:
        """Draw the spine as a line, `width` in fractions of stature."""
        points = [self.view.point(point) for point in self.spine]
        count = _SPINE_POINTS * (3 if self._size > LARGE else 1)
        xs = catmull_rom([point.x() for point in points], count)
        ys = catmull_rom([point.y() for point in points], count)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(ribbon(xs, ys, self.pixels(width)))

    def paint_hip(self, painter: QPainter) -> None:
        """Draw the hip as a dot."""
        hip = self.view.point(self._hip)
        painter.setPen(QPen(self.palette.card, self.pixels(0.006)))
        painter.setBrush(self.palette.hip)
        painter.drawEllipse(hip, self.pixels(0.019), self.pixels(0.019))

    @cached_property
    def spine(self) -> list[Vec3]:
        """The spine's curve, m."""
        return spine_curve(self.skeleton)

    def pixels(self, share: float) -> float:
        """Return a fraction of stature in pixels."""
        return share * self._size

    def joint(self, name: str) -> QPointF:
        """Return a joint's pixel position."""
        return self.view.point(self.skeleton.joints[name])

    def before_trunk(self, at: Vec3) -> float:
        """Return how far (m) a point is before what the viewer sees of the trunk next to it."""
        view = self.view
        across, up = at.x * view.ahead + at.z * view.aside, at.y
        nearest, found = math.inf, 0.0
        for x, y, depth in self._axis:
            distance = (across - x) * (across - x) + (up - y) * (up - y)
            if distance < nearest:
                nearest, found = distance, depth
        return view.depth(at) - found

    @cached_property
    def _axis(self) -> list[tuple[float, float, float]]:
        """Points from the hips to the head: across the screen, up, and depth, m."""
        view, joints = self.view, self.skeleton.joints
        points = (self._hip, *(joints[name] for name in ("l5s1", "t12l1", "c7", "head")))
        axis = [(at.x * view.ahead + at.z * view.aside, at.y, view.depth(at)) for at in points]
        # The thorax is long: its middle counts too.
        low, high = axis[2], axis[3]
        axis.append(((low[0] + high[0]) / 2, (low[1] + high[1]) / 2, (low[2] + high[2]) / 2))
        return axis

    def _ahead_of_axis(self, at: Vec3) -> float:
        """Return how far (m) a point is before the trunk's axis, where it is next to it.

        Unlike what is seen, it changes smoothly as an arm moves.
        """
        hip, c7 = self._hip, self.skeleton.joints["c7"]
        x, y = c7.x - hip.x, c7.y - hip.y
        share = ((at.x - hip.x) * x + (at.y - hip.y) * y) / (x * x + y * y)
        return self.view.depth(at) - self.view.depth(between(hip, c7, min(max(share, 0.0), 1.0)))

    def _limbs(self) -> list[Piece]:
        joints, view, colours = self.skeleton.joints, self.view, self.palette
        left_far = view.depth(joints["hip_left"]) <= view.depth(joints["hip_right"])
        behind, ahead = ("left", "right") if left_far else ("right", "left")
        side = abs(math.cos(math.radians(view.turn)))
        far = blend(colours.figure, colours.far, side)
        return [
            self._leg(behind, far, before=False),
            self._leg(ahead, colours.figure, before=True),
            *self._arm(behind),
            *self._arm(ahead),
        ]

    def _paint_trunk(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette.figure)
        painter.drawPolygon(self._seat())
        if abs(self.view.aside) > _EDGE_ON:
            painter.drawPolygon(self._shoulders())
        for part in self._head():
            painter.drawPolygon(part)
        # A trunk that folds overlaps itself, and overlaps must stay filled. A path does that;
        # a polygon with the same rule paints three times slower than one without.
        trunk = QPainterPath()
        trunk.setFillRule(Qt.FillRule.WindingFill)
        trunk.addPolygon(self._trunk())
        painter.fillPath(trunk, self.palette.figure)

    def _trunk(self) -> QPolygonF:
        skeleton, hip = self.skeleton, self._hip
        pelvis = math.radians(skeleton.pose.pelvis)
        sin, cos = math.sin(pelvis), math.cos(pelvis)
        hip_to_l5s1 = skeleton.lengths.hip_to_l5s1 / anatomy.L5S1
        outline = PartOutline(self.view, self._size)
        outline.lean_to(pelvis)
        fine = self._size > LARGE
        for piece in anatomy.FINE_TRUNK if fine else anatomy.TRUNK:
            above = piece.along - anatomy.L5S1
            if above <= 0:
                length = piece.along * hip_to_l5s1
                x, y = hip.x + length * sin, hip.y + length * cos
            else:
                x, y, lean = skeleton.spine_at(min(above / _L5S1_TO_C7, 1.0))
                beyond = max(above - _L5S1_TO_C7, 0.0) * self._stature
                x, y = x + beyond * math.sin(lean), y + beyond * math.cos(lean)
                outline.lean_to(lean)
            outline.add(x, y, hip.z, piece)
        return outline.polygon()

    def _seat(self) -> QPolygonF:
        side = abs(self.view.ahead)
        radius = self.pixels(anatomy.HIP_RADIUS * side + 0.04 * (1 - side))
        return disc(self.view.point(self._hip), radius)

    def _shoulders(self) -> QPolygonF:
        """Return what joins arms, chest and neck of a trunk that is turned.

        Shoulders are broad across the body, not across the trunk's line in the picture.
        """
        view, skeleton = self.view, self.skeleton
        corners: list[QPointF] = []
        for share, radius in anatomy.YOKE:
            x, y, _ = skeleton.spine_at(share)
            at = view.point(Vec3(x, y, self._hip.z))
            corners += disc(at, self.pixels(radius)).toList()[::3]
        for side in ("left", "right"):
            ball = disc(self.joint(f"shoulder_{side}"), self.pixels(anatomy.SHOULDER))
            corners += ball.toList()[::2]
        return hull(corners)

    def _head(self) -> list[QPolygonF]:
        view, joints = self.view, self.skeleton.joints
        c7, crown = joints["c7"], joints["vertex"]
        angle = math.atan2(crown.x - c7.x, crown.y - c7.y)
        sin, cos = math.sin(angle), math.cos(angle)

        def at(along: float, front: float = anatomy.HEAD_FORWARD) -> Vec3:
            """Return a point on the head, in statures along its axis and before it."""
            x = (along * sin + front * cos) * self._stature
            return Vec3(c7.x + x, c7.y + (along * cos - front * sin) * self._stature, c7.z)

        _, _, lean = self.skeleton.spine_at(1.0)
        root = anatomy.NECK_ROOT * self._stature
        base = Vec3(c7.x - root * math.sin(lean), c7.y - root * math.cos(lean), c7.z)
        neck = self._limb(view.point(at(0.055)), view.point(base), anatomy.NECK)
        size = self._size
        if abs(view.aside) < _EDGE_ON:
            # From the side the head keeps its outline.
            root_at, facing = view.point(c7), math.copysign(size, view.ahead)
            place = QTransform(
                cos * facing, sin * size, sin * facing, -cos * size, root_at.x(), root_at.y()
            )  # fmt: skip
            return [neck, place.map(_FINE_PROFILE if size > LARGE else _PROFILE)]
        outline = PartOutline(view, size)
        outline.lean_to(angle)
        for piece in anatomy.FINE_HEAD if size > LARGE else anatomy.HEAD:
            centre = at(piece.along)
            outline.add(centre.x, centre.y, centre.z, piece)
        middle = view.point(at(anatomy.HEAD_CENTRE))
        head = outline.polygon()
        if abs(view.aside) > _FACE_ON:
            # Seen from above or below, what is hollow in profile would fold.
            head = hull(head.toList()[:: 1 if size > LARGE else 2])
        return [neck, head, disc(middle, self.pixels(anatomy.HEAD_DISC))]

    def _limb(self, start: QPointF, end: QPointF, profile: Profile) -> QPolygonF:
        return limb_outline(start, end, profile, self._size, self.view)

    def _leg(self, side: str, colour: QColor, *, before: bool) -> Piece:
        joints, depth = self.skeleton.joints, self.view.depth
        hip, knee, ankle = (joints[f"{name}_{side}"] for name in ("hip", "knee", "ankle"))
        knee_at, ankle_at = self.view.point(knee), self.view.point(ankle)
        patches = (
            Patch(colour, self._limb(self.view.point(hip), knee_at, anatomy.THIGH)),
            Patch(colour, self._limb(knee_at, ankle_at, anatomy.SHANK)),
            Patch(colour, self._foot(side)),
        )
        return Piece(before, (depth(hip) + depth(knee) + depth(ankle)) / 3, patches)

    def _foot(self, side: str) -> QPolygonF:
        heel, toe = self.skeleton.joints[f"heel_{side}"], self.skeleton.joints[f"toe_{side}"]
        return foot_outline(heel, toe, self._size, self.view)

    def _arm(self, side: str) -> list[Piece]:
        joints, view = self.skeleton.joints, self.view
        shoulder, elbow, wrist, palm, tip = (
            joints[f"{name}_{side}"] for name in ("shoulder", "elbow", "wrist", "palm", "hand")
        )
        upper = self.before_trunk(between(shoulder, elbow, 0.65))
        lower = self.before_trunk(between(elbow, wrist, 0.65))
        hand = self.before_trunk(palm)
        elbow_depth, palm_depth = view.depth(elbow), view.depth(palm)
        # One colour for the whole arm, so that it has no seam at the elbow.
        before = (self._ahead_of_axis(elbow) + self._ahead_of_axis(palm)) / 2
        other = joints["shoulder_right" if side == "left" else "shoulder_left"]
        colour = self._shade(before, near=view.depth(shoulder) >= view.depth(other))
        elbow_at, wrist_at, tip_at = view.point(elbow), view.point(wrist), view.point(tip)
        upper_arm = self._limb(view.point(shoulder), elbow_at, anatomy.UPPER_ARM)
        forearm = self._limb(elbow_at, wrist_at, anatomy.FOREARM)
        if self.skeleton.fist(side) and side not in self.pinching:
            closed = self._limb(wrist_at, view.point(between(wrist, tip, 0.62)), anatomy.FIST)
        else:
            closed = hand_outline(side, wrist_at, tip_at, self._size, view)
        middle = (view.depth(shoulder) + elbow_depth) / 2
        return [
            Piece(upper > 0, middle, (Patch(colour, upper_arm),)),
            Piece(lower > 0, (elbow_depth + palm_depth) / 2, (Patch(colour, forearm),)),
            Piece(hand > 0, palm_depth + _FINGERS, (Patch(colour, closed),)),
        ]

    def _shade(self, before: float, *, near: bool) -> QColor:
        """Return the colour of an arm so far (m) before the trunk, or behind it."""
        share = min(max(before / _SHADED, -1.0), 1.0)
        # From the side the near arm is dark and the far one pale, wherever they are.
        least = 2 * abs(math.cos(math.radians(self.view.turn))) - 1
        share = max(share, least) if near else min(share, -least)
        colours = self.palette
        return blend(colours.figure, colours.near if share > 0 else colours.far, abs(share))
