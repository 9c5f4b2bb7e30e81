"""Arms and legs of a dressed person: skin, sleeve, shorts and shoe, each with its own shade."""

from __future__ import annotations

import math
from collections.abc import Collection
from functools import cached_property

from app.body.skeleton import Skeleton
from app.body.vectors import Vec3
from app.figure.build import Build
from app.figure.dress import Dress, Stuff
from app.figure.extremities import foot_shapes
from app.figure.limbs import LimbPainter
from app.figure.palette import blend
from app.figure.pieces import Patch
from app.figure.seat import crease_of, fold_of, glute_of
from app.figure.tapered import Profile, limb_layers
from app.figure.tone import Tones
from app.figure.view import View

#: Seen from the side by no more than this share, no side is the far one.
_TURNED = 0.4
#: An arm at right angles to the trunk reaches out, by this share as much as one in line with it.
_OUT = 0.6


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
        far, size = self._far(side), self.size
        hip, knee, ankle, heel, toe = (
            joints[f"{name}_{side}"] for name in ("hip", "knee", "ankle", "heel", "toe")
        )
        skin, shade, cloth, dark, hem = limb_layers(hip, knee, build.leg, size, view)
        shorts = dress.colour(Stuff.SHORTS, far)
        thigh = [
            Patch(dress.colour(Stuff.SKIN, far), skin),
            Patch(dress.shade(Stuff.SKIN, far), shade),
            Patch(shorts, glute_of(self.skeleton, side, build, view, size)),
            Patch(shorts, cloth),
            Patch(dress.shade(Stuff.SHORTS, far), dark),
            Patch(dress.colour(Stuff.TRIM, far), hem),
        ]
        lines = (
            fold_of(self.skeleton, side, build, view, size),
            crease_of(self.skeleton, side, build, view, size),
        )
        seam = dress.seam(Stuff.SHORTS, far)
        thigh += [Patch(seam, line) for line in lines if line.size()]
        *upper, sole = foot_shapes(side, heel, toe, size, view)
        shank = self._bare(knee, ankle, build.shank, far)
        shank.append(Patch(dress.colour(Stuff.SOLE, far), sole))
        shank += [Patch(dress.colour(Stuff.SHOE, far), shape) for shape in upper]
        return thigh, shank

    def arm(self, side: str) -> tuple[list[Patch], list[Patch], list[Patch]]:
        """Return upper arm with sleeve, forearm, and hand."""
        joints, view, build, dress = self.skeleton.joints, self.view, self.build, self._dress
        far = self._far(side)
        shoulder = self.shoulder(side)
        elbow, wrist = joints[f"elbow_{side}"], joints[f"wrist_{side}"]
        bare, shade, sleeve, dark, hem = limb_layers(shoulder, elbow, build.arm, self.size, view)
        # The sleeve is as dark as a shade, so that it stands out from the shirt; that of an arm
        # that reaches out goes on from the shirt without a seam.
        shirt, shaded = dress.colour(Stuff.SHIRT, far), dress.shade(Stuff.SHIRT, far)
        upper = [
            Patch(dress.colour(Stuff.SKIN, far), bare),
            Patch(dress.shade(Stuff.SKIN, far), shade),
        ]
        if reaches := self._reaches(shoulder, elbow):
            upper += [Patch(blend(shaded, shirt, reaches), sleeve), Patch(shaded, dark)]
        else:
            upper.append(Patch(shaded, sleeve))
        upper.append(Patch(dress.seam(Stuff.SHIRT, far), hem))
        skin = dress.colour(Stuff.SKIN, far)
        palm, thumb = self._hand(side)
        hand = [Patch(skin, palm), Patch(dress.shade(Stuff.SKIN, far), thumb)]
        return upper, self._bare(elbow, wrist, build.forearm, far), hand

    def _bare(self, start: Vec3, end: Vec3, profile: Profile, far: float) -> list[Patch]:
        """Return a bare part of a limb, with its shade."""
        skin, shade = limb_layers(start, end, (profile,), self.size, self.view)
        dress = self._dress
        return [
            Patch(dress.colour(Stuff.SKIN, far), skin),
            Patch(dress.shade(Stuff.SKIN, far), shade),
        ]

    def _reaches(self, shoulder: Vec3, elbow: Vec3) -> float:
        """Return how far (0..1) an arm is seen to reach out beyond the trunk."""
        view, (up_x, up_y) = self.view, self._up
        x = (elbow.x - shoulder.x) * view.ahead + (elbow.z - shoulder.z) * view.aside
        y = elbow.y - shoulder.y
        length = self.skeleton.lengths.upper_arm
        reach = (x * up_x + y * up_y + _OUT * math.hypot(x, y)) / length
        return min(max(2 * reach / _OUT - 1, 0.0), 1.0)

    @cached_property
    def _up(self) -> tuple[float, float]:
        """Across the screen and up it: the way from the hips to C7, 1 long."""
        hip, c7, view = self.skeleton.hip, self.skeleton.joints["c7"], self.view
        x, y = (c7.x - hip.x) * view.ahead + (c7.z - hip.z) * view.aside, c7.y - hip.y
        length = math.hypot(x, y) or 1.0
        return x / length, y / length

    def _far(self, side: str) -> float:
        """Return how much (0..1) a limb is of the far side."""
        seen = max(0.0, self.tones.side - _TURNED) / (1 - _TURNED)
        return 0.0 if side == self.tones.near_side else seen
