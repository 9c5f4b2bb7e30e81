"""The upright guide at the shin."""

from __future__ import annotations

from app.body.form import SHIN_DEG, at_bottom
from app.body.vectors import Vec3
from app.figure.overlays.canvas import DASHED, Canvas

_HIGH = 0.31  # of stature above the ankle: a little beyond the knee


def paint_shin(canvas: Canvas) -> None:
    """Draw an upright line from the ankle, and the shin's own line beside it.

    How far the shin leans forward is written only where it is more than a hinge allows. Whether
    that is wrong depends on the movement: in a squat the shins do lean.
    """
    skeleton, joints = canvas.skeleton, canvas.skeleton.joints
    top = _HIGH * skeleton.lengths.stature
    for side in canvas.shown:
        foot, knee = joints[f"ankle_{side}"], joints[f"knee_{side}"]
        ankle, upright = canvas.point(*foot), canvas.point(foot.x, foot.y + top, foot.z)
        canvas.line(ankle, canvas.point(*knee), 0.011)
        canvas.line(ankle, upright, dashes=DASHED)
        canvas.dot(ankle, 0.010)
        leg = skeleton.legs[side]
        if leg.shin > SHIN_DEG and at_bottom(skeleton) and not canvas.from_front:
            _paint_lean(canvas, foot, knee, leg.shin)


def _paint_lean(canvas: Canvas, foot: Vec3, knee: Vec3, lean: float) -> None:
    """Join the guide and the knee, and write the lean."""
    # At the height of the knee: how far it has come forward.
    beside = canvas.point(foot.x, knee.y, foot.z)
    at = canvas.point(*knee)
    canvas.line(beside, at, 0.006)
    canvas.dot(at, 0.010)
    text = canvas.words.shin.format(angle=round(lean))
    canvas.note(text, beside, ((1.0, 0.0), (1.0, -0.6), (1.0, 0.6)), 0.015)
