"""Arms and legs as pieces: tapered, rounded at the joints, each joint with a quiet sign."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPolygonF

from app.body.skeleton import Skeleton
from app.figure import anatomy
from app.figure.extremities import foot_shapes, hand_shapes
from app.figure.outline import Profile, disc, limb_outline
from app.figure.pieces import Patch
from app.figure.tone import Tones
from app.figure.view import View

#: The far limbs begin in the trunk's tone, and have this share of their own there.
_ROOT = 0.3


class LimbPainter:
    """Makes the patches of one figure's arms and legs.

    Attributes:
        skeleton, view, tones: whose they are, and how they are seen.
        pinching: sides whose hand holds something small between the finger tips.
    """

    def __init__(
        self, skeleton: Skeleton, view: View, tones: Tones, pinching: Collection[str]
    ) -> None:
        self.skeleton = skeleton
        self.view = view
        self.tones = tones
        self.pinching = pinching
        self._size = skeleton.lengths.stature * view.scale

    def leg(self, side: str) -> list[Patch]:
        """Return a leg with its foot."""
        joints, view, tones = self.skeleton.joints, self.view, self.tones
        hip, knee, ankle, heel, toe = (
            joints[f"{name}_{side}"] for name in ("hip", "knee", "ankle", "heel", "toe")
        )
        hip_at, knee_at, ankle_at = view.point(hip), view.point(knee), view.point(ankle)
        at_hip = tones.of_leg(hip, side, _ROOT)
        at_knee, at_ankle = tones.of_leg(knee, side), tones.of_leg(ankle, side)
        thigh = Patch(
            tones.brush(hip_at, knee_at, at_hip, at_knee),
            self._limb(hip_at, knee_at, anatomy.THIGH),
        )
        shank = Patch(
            tones.brush(knee_at, ankle_at, at_knee, at_ankle),
            self._limb(knee_at, ankle_at, anatomy.SHANK),
        )
        colour = tones.colour(at_ankle)
        feet = [Patch(colour, shape) for shape in foot_shapes(side, heel, toe, self._size, view)]
        upper = [thigh, shank] if view.depth(ankle) >= view.depth(hip) else [shank, thigh]
        signs = [self._sign(knee_at, at_knee), self._sign(ankle_at, at_ankle)]
        return [*upper, *feet, *signs]

    def arm(self, side: str) -> tuple[list[Patch], ...]:
        """Return upper arm, forearm, hand and the shoulder's sign."""
        joints, view, tones = self.skeleton.joints, self.view, self.tones
        shoulder, elbow, wrist, palm, tip = (
            joints[f"{name}_{side}"] for name in ("shoulder", "elbow", "wrist", "palm", "hand")
        )
        at_shoulder = tones.of_arm(shoulder, side, _ROOT)
        at_elbow, at_palm = tones.of_arm(elbow, side), tones.of_arm(palm, side)
        shoulder_at, elbow_at, wrist_at = (view.point(at) for at in (shoulder, elbow, wrist))
        upper = Patch(
            tones.brush(shoulder_at, elbow_at, at_shoulder, at_elbow),
            self._limb(shoulder_at, elbow_at, anatomy.UPPER_ARM),
        )
        lower = Patch(
            tones.brush(elbow_at, wrist_at, at_elbow, at_palm),
            self._limb(elbow_at, wrist_at, anatomy.FOREARM),
        )
        closed = self.skeleton.fist(side) and side not in self.pinching
        colour = tones.colour(at_palm)
        hand = [
            Patch(colour, shape)
            for shape in hand_shapes(side, wrist, tip, self._size, view, fist=closed)
        ]
        return (
            [upper],
            [lower, self._sign(elbow_at, at_elbow)],
            hand,
            [self._sign(shoulder_at, at_shoulder)],
        )

    def _limb(self, start: QPointF, end: QPointF, profile: Profile) -> QPolygonF:
        return limb_outline(start, end, profile, self._size, self.view)

    def _sign(self, at: QPointF, tone: float) -> Patch:
        """Return the quiet disc that shows where a joint is."""
        return Patch(self.tones.sign(tone), disc(at, anatomy.JOINT_DISC * self._size))
