"""Arms and legs of a dressed person: skin, sleeve, shorts and shoe, each with its own shade."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF

from app.body.skeleton import Skeleton
from app.figure.build import Build
from app.figure.dress import Dress, Stuff
from app.figure.extremities import foot_shapes
from app.figure.limbs import LimbPainter
from app.figure.pieces import Patch
from app.figure.seat import crease_of, fold_of, glute_of
from app.figure.tapered import Profile, limb_outline, limb_with_shade
from app.figure.tone import Tones
from app.figure.view import View

#: Seen from the side by no more than this share, no side is the far one.
_TURNED = 0.4


class DressedLimbs(LimbPainter):
    """Makes arms and legs with clothes on."""

    def __init__(
        self,
        skeleton: Skeleton,
        build: Build,
        view: View,
        tones: Tones,
        pinching: Collection[str],
        dress: Dress,
    ) -> None:
        super().__init__(skeleton, build, view, tones, pinching)
        self._dress = dress

    def leg(self, side: str) -> tuple[list[Patch], list[Patch]]:
        """Return thigh with shorts and seat, and shank with shoe."""
        joints, view, build, dress = self.skeleton.joints, self.view, self.build, self._dress
        far, size = self._far(side), self._size
        hip, knee, ankle = (
            view.point(joints[f"{name}_{side}"]) for name in ("hip", "knee", "ankle")
        )
        seam = dress.seam(Stuff.SHORTS, far)
        seat = glute_of(self.skeleton, side, build, view, size)
        thigh = [
            *self._part(hip, knee, build.thigh, Stuff.SKIN, far),
            Patch(dress.colour(Stuff.SHORTS, far), seat),
            *self._part(hip, knee, build.shorts, Stuff.SHORTS, far),
            Patch(
                dress.colour(Stuff.TRIM, far), limb_outline(hip, knee, build.shorts_hem, size, view)
            ),
        ]
        lines = (
            fold_of(self.skeleton, side, build, view, size),
            crease_of(self.skeleton, side, view, size),
        )
        thigh += [Patch(seam, line) for line in lines if line.size()]
        heel, toe = joints[f"heel_{side}"], joints[f"toe_{side}"]
        *upper, sole = foot_shapes(side, heel, toe, size, view)
        shank = self._part(knee, ankle, build.shank, Stuff.SKIN, far)
        shank.append(Patch(dress.colour(Stuff.SOLE, far), sole))
        shank += [Patch(dress.colour(Stuff.SHOE, far), shape) for shape in upper]
        return thigh, shank

    def arm(self, side: str) -> tuple[list[Patch], list[Patch], list[Patch]]:
        """Return upper arm with sleeve, forearm, and hand."""
        joints, view, build, dress = self.skeleton.joints, self.view, self.build, self._dress
        far = self._far(side)
        shoulder = view.point(self.shoulder(side))
        elbow, wrist = (view.point(joints[f"{name}_{side}"]) for name in ("elbow", "wrist"))
        sleeve = limb_outline(shoulder, elbow, build.sleeve, self._size, view)
        hem = limb_outline(shoulder, elbow, build.sleeve_hem, self._size, view)
        # The sleeve is as dark as a shade, so that it stands out from the shirt.
        upper = [
            *self._part(shoulder, elbow, build.upper_arm, Stuff.SKIN, far),
            Patch(dress.shade(Stuff.SHIRT, far), sleeve),
            Patch(dress.seam(Stuff.SHIRT, far), hem),
        ]
        skin = dress.colour(Stuff.SKIN, far)
        palm, thumb = self._hand(side)
        hand = [Patch(skin, palm), Patch(dress.shade(Stuff.SKIN, far), thumb)]
        return upper, self._part(elbow, wrist, build.forearm, Stuff.SKIN, far), hand

    def _part(
        self,
        start: QPointF,
        end: QPointF,
        profile: Profile,
        stuff: Stuff,
        far: float,
    ) -> list[Patch]:
        """Return a part of a limb, with its shade."""
        shapes = limb_with_shade(start, end, profile, self._size, self.view)
        colours = self._dress.colour(stuff, far), self._dress.shade(stuff, far)
        return [Patch(colour, shape) for colour, shape in zip(colours, shapes, strict=True)]

    def _far(self, side: str) -> float:
        """Return how much (0..1) a limb is of the far side."""
        seen = max(0.0, self.tones.side - _TURNED) / (1 - _TURNED)
        return 0.0 if side == self.tones.near_side else seen
