"""Arms and legs as pieces: tapered, and rounded at the joints."""

from __future__ import annotations

import math
from collections.abc import Collection

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.figure.build import Build
from app.figure.extremities import foot_part, foot_shapes, hand_shapes
from app.figure.outline import disc
from app.figure.pieces import Patch
from app.figure.seat import glute_of
from app.figure.tapered import Profile, limb_outline, limb_roots
from app.figure.tone import Tones
from app.figure.view import View
from app.movement.visibility import Lit

#: Where the tones at both ends of a limb are closer than this, it has one. Otherwise it changes
#: from one to the other in its upper part, over this much of it; but by no more than this at once,
#: so that no step is visible.
_SAME, _ROOT, _MOST = 0.25, 0.62, 0.30
#: How far around the knee it is lit, as a share of its depth in front, and with less of the forward
#: axis across the screen than this, nothing of the seat is cut off in front.
_KNEE, _ACROSS = 1.48, 0.5


class LimbPainter:
    """Makes the patches of one figure's arms and legs.

    Attributes:
        skeleton, build, view, tones: the figure, and how it is seen.
        pinching: sides whose hand holds something small between the finger tips.
        size: pixels for a stature.
    """

    def __init__(
        self,
        skeleton: Skeleton,
        build: Build,
        view: View,
        tones: Tones,
        pinching: Collection[str],
    ) -> None:
        self.skeleton, self.build, self.view, self.tones = skeleton, build, view, tones
        self.pinching = pinching
        self.size = skeleton.lengths.stature * view.scale

    def leg(self, side: str) -> tuple[list[Patch], list[Patch]]:
        """Return thigh with glute, and shank with foot."""
        joints, tones = self.skeleton.joints, self.tones
        hip, knee, ankle, heel, toe = (
            joints[f"{name}_{side}"] for name in ("hip", "knee", "ankle", "heel", "toe")
        )
        tone = (tones.of_leg(knee, side) + tones.of_leg(ankle, side)) / 2
        colour = tones.colour(tone)
        at_hip = tones.of_leg(hip, side, root=True)
        thigh = self._rooted(hip, knee, self.build.thigh, at_hip, tone)
        seat = glute_of(self.skeleton, side, self.build, self.view, self.size)
        thigh.insert(0, Patch(tones.colour(_beginning(at_hip, tone)), seat))
        shank = Patch(colour, self._limb(knee, ankle, self.build.shank))
        foot = [
            Patch(colour, shape) for shape in foot_shapes(side, heel, toe, self.size, self.view)
        ]
        return thigh, [shank, *foot]

    def arm(self, side: str) -> tuple[list[Patch], list[Patch], list[Patch]]:
        """Return upper arm, forearm and hand."""
        joints, tones = self.skeleton.joints, self.tones
        elbow, wrist, palm = (joints[f"{name}_{side}"] for name in ("elbow", "wrist", "palm"))
        shoulder = self.shoulder(side)
        at_shoulder = tones.of_arm(shoulder, side, root=True)
        # One tone from the elbow on, so that there is no seam.
        tone = (tones.of_arm(elbow, side) + tones.of_arm(palm, side)) / 2
        colour = tones.colour(tone)
        return (
            self._rooted(shoulder, elbow, self.build.upper_arm, at_shoulder, tone),
            [Patch(colour, self._limb(elbow, wrist, self.build.forearm))],
            [Patch(colour, shape) for shape in self._hand(side)],
        )

    def part(self, side: str, lit: Lit) -> QPolygonF:
        """Return the shape of a part of a leg that is to be lit."""
        joints, view, build, size = self.skeleton.joints, self.view, self.build, self.size
        if lit in (Lit.HEELS, Lit.TOES):
            return foot_part(lit, side, joints[f"heel_{side}"], joints[f"toe_{side}"], size, view)
        hip, knee, ankle = (joints[f"{name}_{side}"] for name in ("hip", "knee", "ankle"))
        if lit is Lit.HIPS:
            seat = glute_of(self.skeleton, side, build, view, size)
            return _behind(seat, view.point(hip).x(), view)
        leg = self._limb(hip, knee, build.thigh).united(self._limb(knee, ankle, build.shank))
        return leg.intersected(disc(view.point(knee), self.knee_radius * size))

    @property
    def knee_radius(self) -> float:
        """How far around the knee it is lit, statures."""
        return _KNEE * self.build.thigh.fine[-1].front

    def shoulder(self, side: str) -> Vec3:
        """Return the middle of a shoulder as drawn: as far aside as people's shoulders are, m."""
        joint = self.skeleton.joints[f"shoulder_{side}"]
        out = self.build.shoulder * self.skeleton.lengths.stature
        middle = self.skeleton.joints["l5s1"].z
        return Vec3(joint.x, joint.y, middle + math.copysign(out, joint.z - middle))

    def _hand(self, side: str) -> list[QPolygonF]:
        joints = self.skeleton.joints
        closed = self.skeleton.fist(side) and side not in self.pinching
        wrist, tip = joints[f"wrist_{side}"], joints[f"hand_{side}"]
        return hand_shapes(side, wrist, tip, self.size, self.view, fist=closed)

    def _rooted(
        self, start: Vec3, end: Vec3, profile: Profile, root: float, tone: float
    ) -> list[Patch]:
        """Return a limb that changes from one tone at its start to another.

        In steps: Qt would start threads for a gradient, and wait for them.
        """
        colour = self.tones.colour
        patches = [Patch(colour(tone), self._limb(start, end, profile))]
        root = _beginning(root, tone)
        if root != tone:
            roots = limb_roots(start, end, profile, self.size, self.view, _ROOT)
            for number, shape in enumerate(roots, 1):
                share = number / len(roots)
                patches.append(Patch(colour(tone + (root - tone) * share), shape))
        return patches

    def _limb(self, start: Vec3, end: Vec3, profile: Profile) -> QPolygonF:
        return limb_outline(start, end, profile, self.size, self.view)


def _beginning(root: float, tone: float) -> float:
    """Return the tone a limb starts with, between its own and that of the part it grows from."""
    other = min(max(abs(root - tone) - _SAME, 0.0), _MOST)
    return tone + math.copysign(other, root - tone)


def _behind(shape: QPolygonF, hip_x: float, view: View) -> QPolygonF:
    """Return what of a shape lies behind the hip: all of it, seen from the back."""
    if abs(view.ahead) < _ACROSS:
        return shape
    nearest = min if view.ahead > 0 else max
    return QPolygonF([QPointF(nearest(at.x(), hip_x), at.y()) for at in shape.toList()])
