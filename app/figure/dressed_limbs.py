"""Arms and legs of a dressed person: skin, sleeve, shorts and shoe, each with its own shade."""

from __future__ import annotations

from collections.abc import Collection

from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.figure.build import Build
from app.figure.dress import Dress, Stuff, Worn
from app.figure.extremities import foot_shapes
from app.figure.limbs import LimbPainter
from app.figure.pieces import Patch
from app.figure.seat import crease_of, fold_of, glute_of
from app.figure.tapered import Profile, limb_layers
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
        joints, view, build, size = self.skeleton.joints, self.view, self.build, self.size
        light, dark, seams = worn = self._worn(side)
        hip, knee, ankle, heel, toe = (
            joints[f"{name}_{side}"] for name in ("hip", "knee", "ankle", "heel", "toe")
        )
        skin, shade, cloth, folds, hem = limb_layers(hip, knee, build.leg, size, view)
        shorts = light[Stuff.SHORTS]
        thigh = [
            Patch(light[Stuff.SKIN], skin),
            Patch(dark[Stuff.SKIN], shade),
            Patch(shorts, glute_of(self.skeleton, side, build, view, size)),
            Patch(shorts, cloth),
            Patch(dark[Stuff.SHORTS], folds),
            Patch(light[Stuff.TRIM], hem),
        ]
        lines = (
            fold_of(self.skeleton, side, build, view, size),
            crease_of(self.skeleton, side, build, view, size),
        )
        seam = seams[Stuff.SHORTS]
        thigh += [Patch(seam, line) for line in lines if line.size()]
        *upper, sole = foot_shapes(side, heel, toe, size, view)
        shank = self._bare(knee, ankle, build.shank, worn)
        shank.append(Patch(light[Stuff.SOLE], sole))
        shank += [Patch(light[Stuff.SHOE], shape) for shape in upper]
        return thigh, shank

    def arm(self, side: str) -> tuple[list[Patch], list[Patch], list[Patch]]:
        """Return upper arm with sleeve, forearm, and hand."""
        joints, view, build = self.skeleton.joints, self.view, self.build
        light, dark, seams = worn = self._worn(side)
        shoulder = self.shoulder(side)
        elbow, wrist = joints[f"elbow_{side}"], joints[f"wrist_{side}"]
        bare, shade, sleeve, _, hem = limb_layers(shoulder, elbow, build.arm, self.size, view)
        # The sleeve is as dark as a shade, so that it stands out from the shirt.
        upper = [
            Patch(light[Stuff.SKIN], bare),
            Patch(dark[Stuff.SKIN], shade),
            Patch(dark[Stuff.SHIRT], sleeve),
            Patch(seams[Stuff.SHIRT], hem),
        ]
        skin = light[Stuff.SKIN]
        palm, thumb = self._hand(side)
        hand = [Patch(skin, palm), Patch(dark[Stuff.SKIN], thumb)]
        return upper, self._bare(elbow, wrist, build.forearm, worn), hand

    def _bare(self, start: Vec3, end: Vec3, profile: Profile, worn: Worn) -> list[Patch]:
        """Return a bare part of a limb, with its shade."""
        skin, shade = limb_layers(start, end, (profile,), self.size, self.view)
        return [Patch(worn.light[Stuff.SKIN], skin), Patch(worn.shade[Stuff.SKIN], shade)]

    def _worn(self, side: str) -> Worn:
        """Return the colours of a side."""
        seen = max(0.0, self.tones.side - _TURNED) / (1 - _TURNED)
        return self._dress.side(0.0 if side == self.tones.near_side else seen)
