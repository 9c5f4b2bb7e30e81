"""The plain look: a stick figure of round strokes, with dots for joints."""

from __future__ import annotations

import math
from functools import cached_property

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPolygonF

from app.body.vectors import Vec3, between
from app.figure.anatomy import L5S1, SACRUM
from app.figure.back import UPPER_SHARE
from app.figure.figure import FigurePainter
from app.figure.limbs import LimbPainter
from app.figure.outline import bar, catmull_rom, disc, ribbon
from app.figure.pieces import Patch
from app.movement.visibility import Lit

#: Widths of strokes and radii of dots, fractions of stature.
_STROKE, _END, _JOINT = 0.024, 0.018, 0.0185
_HEAD, _HEAD_ALONG = 0.058, 0.077
#: The nose goes from inside the head to in front of it, in radii of the head.
_NOSE_ROOT, _NOSE_TIP, _NOSE = 0.75, 1.22, 0.016
_BACKBONE = (0.2, 0.4, 0.6, 0.8, 1.0)  # shares of the way from L5/S1 to C7


class StickLimbs(LimbPainter):
    """Makes arms and legs out of strokes."""

    def leg(self, side: str) -> tuple[list[Patch], list[Patch]]:
        """Return thigh, shank with foot, and the knee's dot."""
        joints, view, tones = self.skeleton.joints, self.view, self.tones
        hip, knee, ankle, heel, toe = (
            joints[f"{name}_{side}"] for name in ("hip", "knee", "ankle", "heel", "toe")
        )
        colour = tones.colour((tones.of_leg(knee, side) + tones.of_leg(ankle, side)) / 2)
        hip_at, knee_at, ankle_at, heel_at, toe_at = (
            view.point(at) for at in (hip, knee, ankle, heel, toe)
        )
        rise = QPointF(0, -self.size * _END / 2)
        thigh = [bar(hip_at, knee_at, self.size * _STROKE), *self._dots(hip_at, knee_at)]
        shank = [
            bar(knee_at, ankle_at, self.size * _STROKE),
            bar(heel_at + rise, ankle_at, self.size * _END),
            bar(heel_at + rise, toe_at + rise, self.size * _END),
            *self._dots(ankle_at),
        ]
        return [Patch(colour, shape) for shape in thigh], [Patch(colour, shape) for shape in shank]

    def arm(self, side: str) -> tuple[list[Patch], list[Patch], list[Patch]]:
        """Return upper arm, forearm, hand, and the dots of elbow and shoulder."""
        joints, view, tones = self.skeleton.joints, self.view, self.tones
        shoulder, elbow, wrist, palm, tip = (
            joints[f"{name}_{side}"] for name in ("shoulder", "elbow", "wrist", "palm", "hand")
        )
        colour = tones.colour((tones.of_arm(elbow, side) + tones.of_arm(palm, side)) / 2)
        shoulder_at, elbow_at, wrist_at = (view.point(at) for at in (shoulder, elbow, wrist))
        closed = self.skeleton.fist(side) and side not in self.pinching
        if closed:
            # A fist is a dot as large as its grip.
            hand = [disc(view.point(palm), self.size * _JOINT * 1.15)]
        else:
            hand = [bar(wrist_at, view.point(tip), self.size * _END)]
        upper, lower, end = (
            [Patch(colour, shape) for shape in part]
            for part in (
                [bar(shoulder_at, elbow_at, self.size * _STROKE),
                 *self._dots(shoulder_at, elbow_at)],
                [bar(elbow_at, wrist_at, self.size * _STROKE), *self._dots(wrist_at)],
                hand,
            )
        )  # fmt: skip
        return upper, lower, end

    def part(self, side: str, lit: Lit) -> QPolygonF:
        """Return the strokes of a part of a leg that is to be lit."""
        hip, knee, ankle, heel, toe = (
            self.view.point(self.skeleton.joints[f"{name}_{side}"])
            for name in ("hip", "knee", "ankle", "heel", "toe")
        )
        if lit is Lit.HIPS:
            return disc(hip, self.size * 2 * _JOINT)
        if lit is Lit.KNEES:
            width, above, below = self.size * _STROKE, (hip - knee) * 0.2, (ankle - knee) * 0.2
            strokes = bar(knee + above, knee, width).united(bar(knee, knee + below, width))
            return strokes.united(disc(knee, self.size * _JOINT))
        rise = QPointF(0, -self.size * _END / 2)
        begin, end = (heel, 0.3) if lit is Lit.HEELS else (toe, -0.4)
        return bar(begin + rise, begin + rise + (toe - heel) * end, self.size * _END)

    def _dots(self, *places: QPointF) -> list[QPolygonF]:
        return [disc(at, self.size * _JOINT) for at in places]


class StickPainter(FigurePainter):
    """Paints one skeleton as a stick figure; things, marks and depth are as for the silhouette."""

    def _make_limbs(self) -> LimbPainter:
        return StickLimbs(self.skeleton, self.build, self.view, self.tones, self.pinching)

    @cached_property
    def _backbone(self) -> list[Vec3]:
        """The line from the hips to C7 that the trunk is drawn along, m."""
        skeleton, hip = self.skeleton, self._hip
        points = [hip, between(hip, skeleton.joints["l5s1"], 0.5), skeleton.joints["l5s1"]]
        for share in _BACKBONE:
            x, y, _ = skeleton.spine_at(share)
            points.append(Vec3(x, y, hip.z))
        return points

    def _paint_body(self, painter: QPainter) -> None:
        """Paint hips, spine, shoulders and head, the farther ones first."""
        view, tones, joints = self.view, self.tones, self.skeleton.joints
        width = self.pixels(_STROKE)
        painter.setPen(Qt.PenStyle.NoPen)
        colour = tones.colour(0.0)
        head_is_nearer = view.depth(joints["vertex"]) >= view.depth(joints["t12l1"])
        if not head_is_nearer:
            self._paint_ball(painter)
        painter.setBrush(colour)
        painter.drawPolygon(bar(self.joint("hip_left"), self.joint("hip_right"), width))
        points = [view.point(at) for at in self._backbone]
        xs = catmull_rom([at.x() for at in points], 3 * len(points))
        ys = catmull_rom([at.y() for at in points], 3 * len(points))
        painter.drawPolygon(ribbon(xs, ys, width))
        # What stands off to the back, so that a line along it has something to touch.
        x, y, _ = self.skeleton.spine_at(UPPER_SHARE)
        hip, l5s1 = self._hip, joints["l5s1"]
        roots = between(hip, l5s1, SACRUM / L5S1), Vec3(x, y, hip.z)
        for root, skin in zip(roots, self.back.points, strict=False):
            painter.drawPolygon(bar(view.point(root), view.point(skin), width * 0.6))
        ends = self.joint("shoulder_left"), self.joint("shoulder_right")
        painter.drawPolygon(bar(*ends, width))
        girdle = between(joints["shoulder_left"], joints["shoulder_right"], 0.5)
        painter.drawPolygon(bar(view.point(girdle), self.joint("c7"), width))
        if head_is_nearer:
            self._paint_ball(painter)

    def _paint_ball(self, painter: QPainter) -> None:
        view, tones, joints = self.view, self.tones, self.skeleton.joints
        c7, crown = joints["c7"], joints["vertex"]
        lean = math.atan2(crown.x - c7.x, crown.y - c7.y)
        stature = self.skeleton.lengths.stature
        along, radius = _HEAD_ALONG * stature, _HEAD * stature
        middle = Vec3(c7.x + along * math.sin(lean), c7.y + along * math.cos(lean), c7.z)
        ahead = Vec3(radius * math.cos(lean), -radius * math.sin(lean), 0.0)
        tone = tones.of_bulk(middle)
        root, tip = (
            view.point(Vec3(middle.x + far * ahead.x, middle.y + far * ahead.y, middle.z))
            for far in (_NOSE_ROOT, _NOSE_TIP)
        )
        nose = bar(root, tip, self.pixels(_NOSE))
        if (tip - root).manhattanLength() < 1:
            nose = disc(tip, self.pixels(_NOSE) / 2)
        centre = view.point(middle)
        neck = bar(view.point(c7), centre, self.pixels(_STROKE))
        painter.setBrush(tones.colour(tone))
        painter.drawPolygon(neck)
        self._light_neck(painter, neck, self._neck_lit)
        painter.setBrush(tones.colour(tone))
        painter.drawPolygon(nose)
        painter.drawPolygon(disc(centre, self.pixels(_HEAD)))
        if view.depth(ahead) > 0:
            # The nose is also visible where it is in front of the head.
            painter.setBrush(tones.sign(tone))
            painter.drawPolygon(nose)
