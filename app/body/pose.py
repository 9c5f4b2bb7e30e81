"""A pose: the joint angles a movement asks for. The shin is not among them: it is solved."""

from __future__ import annotations

from typing import NamedTuple


class Pose(NamedTuple):
    """Joint angles in degrees, and where in the foot the weight is borne.

    Attributes:
        knee: knee flexion.
        thorax: lean of the thorax from the vertical, + forward.
        lumbar: lumbar flexion from the natural standing curve, + rounding.
        neck: head against the thorax, + extended (looking up).
        shoulder: shoulder flexion, upper arm against the thorax, + forward.
        elbow: elbow flexion.
        pressure: centre of pressure as a fraction of the foot, 0 heel, 1 toe.
    """

    knee: float = 8.0
    thorax: float = 0.0
    lumbar: float = 0.0
    neck: float = 0.0
    shoulder: float = 0.0
    elbow: float = 8.0
    pressure: float = 0.45

    @property
    def pelvis(self) -> float:
        """Lean of the pelvis from the vertical, deg."""
        return self.thorax - self.lumbar

    def towards(self, other: Pose, share: float) -> Pose:
        """Return the pose `share` (0..1) of the way to `other`, each angle on its own."""
        return Pose(*(a + (b - a) * share for a, b in zip(self, other, strict=True)))


class Stance(NamedTuple):
    """How the feet stand, planted for a whole movement.

    Attributes:
        width: distance between the ankles, fraction of stature; .100 is below the hip joints.
        toe_out: each foot turned outward, deg.
    """

    width: float = 0.100
    toe_out: float = 7.0
