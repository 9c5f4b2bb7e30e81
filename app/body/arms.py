"""The arms: each hand goes where it is aimed, and the elbow bends as an elbow does.

A hand's position is held as swing, reach and side as seen from its shoulder, so that on the way
from one aim to another it moves in an arc about the shoulder, as real hands do. All positions are
relative to the point midway between the hip joints. Where hands rest on the body was chosen for
this program.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from app.body.anthropometry import Segments
from app.body.pose import Aim, Arm, Grip
from app.body.trunk import Trunk
from app.body.vectors import Vec3, bend, between, third_side

#: No arm is drawn straighter than this, deg of elbow flexion: a straight one looks locked.
_STRAIGHTEST = 4.0
#: An arm farther back from plumb than this counts as one raised past the crown.
_BEHIND = math.radians(-120)

#: Where hands rest, in fractions of stature: forward and up in the frame, to the side from the
#: middle (negative: past it). The frame is the thorax's at the shoulders, but the hips' for HIPS.
_RESTS = {
    Grip.CHEST: (0.105, -0.085, 0.020),
    Grip.CROSSED: (0.062, -0.045, -0.075),
    Grip.HIPS: (0.030, 0.062, 0.102),
    Grip.NECK: (-0.066, 0.070, 0.012),
    Grip.BACK: (-0.066, -0.210, 0.012),
    Grip.RACK: (-0.044, 0.022, 0.225),
    Grip.RIBS: (0.050, -0.150, 0.125),
}
#: Where elbows point there: forward, up, outward in the same frame.
_POLES = {
    Grip.CHEST: (-0.2, -1.0, 0.45),
    Grip.CROSSED: (0.5, -1.0, 0.25),
    Grip.HIPS: (-0.8, 0.0, 1.0),
    Grip.NECK: (0.5, 0.8, 1.0),
    Grip.BACK: (-0.9, 0.0, 1.0),
    Grip.RACK: (-0.5, -1.0, 0.15),
    Grip.RIBS: (-1.0, 0.35, 0.25),
}
#: How far the front of thigh, knee and shin lies ahead of the leg's line, with a thin bar between.
_THIGH_FRONT, _KNEE_FRONT, _SHIN_FRONT = 0.056, 0.046, 0.036
#: Where on the thigh a hand rests: share of the way from hip to knee, and above its line.
_THIGH_SHARE, _THIGH_TOP = 0.80, 0.048


class PlacedArm(NamedTuple):
    """An arm's joints, m from the hip centre."""

    shoulder: Vec3
    elbow: Vec3
    wrist: Vec3
    palm: Vec3
    tip: Vec3


class LegLine(NamedTuple):
    """Hip, knee and ankle of the leg on the arm's side, m from the hip centre; hands follow it."""

    knee: Vec3
    ankle: Vec3
    hip: Vec3


class _PalmPlace(NamedTuple):
    """A palm as seen from its shoulder: swing from plumb (rad, + forward), reach (m), and its z."""

    swing: float
    reach: float
    z: float
    pole: Vec3


def follows_legs(arm: Arm) -> bool:
    """Return whether the arm's place depends on where the hips and legs come to stand."""
    return arm.start.grip in _OUTSIDE or arm.end.grip in _OUTSIDE


_OUTSIDE = frozenset({Grip.POINT, Grip.LEGS, Grip.THIGH})


def soft_length(lengths: Segments, elbow: float) -> float:
    """Return the distance (m) from shoulder to palm at an elbow flexion in degrees."""
    return third_side(lengths.upper_arm, lengths.forearm + lengths.palm, elbow)


def place_arm(
    lengths: Segments, trunk: Trunk, arm: Arm, sign: float, hip: Vec3, leg: LegLine
) -> PlacedArm:
    """Return one arm.

    Args:
        lengths: the body's segments.
        trunk: what the arm hangs on.
        arm: what it does.
        sign: -1 for the left arm, 1 for the right one.
        hip: the hip centre in the room, m, for hands at a point in the room.
        leg: where the leg of that side is.
    """
    girdle = trunk.girdle
    shoulder = Vec3(girdle.x, girdle.y, sign * lengths.shoulder_breadth / 2)
    place = _place(lengths, trunk, arm.start, sign, shoulder, hip, leg)
    if arm.share > 0 and arm.end != arm.start:
        other = _place(lengths, trunk, arm.end, sign, shoulder, hip, leg)
        place = _mixed(place, other, arm.share)

    longest = soft_length(lengths, _STRAIGHTEST)
    a, b = lengths.upper_arm, lengths.forearm + lengths.palm
    side = place.z - shoulder.z
    side = math.copysign(min(abs(side), 0.9 * longest), side)
    most = math.sqrt(longest * longest - side * side)
    # Too near is impossible as well: the elbow bends no farther than 150 degrees.
    nearest = max(soft_length(lengths, 150.0) ** 2 - side * side, 1e-6)
    reach = min(max(place.reach, math.sqrt(nearest)), most)
    palm = Vec3(
        shoulder.x + reach * math.sin(place.swing),
        shoulder.y - reach * math.cos(place.swing),
        shoulder.z + side,
    )
    elbow = bend(shoulder, palm, a, b, place.pole)
    along = lengths.forearm / b
    beyond = (lengths.forearm + lengths.hand) / b
    return PlacedArm(
        shoulder, elbow, between(elbow, palm, along), palm, between(elbow, palm, beyond)
    )


def _mixed(one: _PalmPlace, other: _PalmPlace, share: float) -> _PalmPlace:
    swing, reach, z = (a + (b - a) * share for a, b in zip(one[:3], other[:3], strict=True))
    return _PalmPlace(swing, reach, z, between(one.pole, other.pole, share))


def _place(
    lengths: Segments, trunk: Trunk, aim: Aim, sign: float, shoulder: Vec3, hip: Vec3, leg: LegLine
) -> _PalmPlace:
    h, grip = lengths.stature, aim.grip
    if grip in (Grip.HANG, Grip.ANGLE):
        swing = 0.0
        if grip is Grip.ANGLE:
            swing = math.radians(aim.shoulder) - trunk.girdle_lean
        z = sign * aim.apart * h
        reach = soft_length(lengths, aim.elbow)
        reach = math.sqrt(max(reach * reach - (z - shoulder.z) ** 2, 1e-6))
        return _PalmPlace(swing, reach, z, _behind(swing))
    if grip is Grip.LEGS:
        return _along_legs(lengths, aim, sign, shoulder, leg)
    if grip is Grip.POINT and aim.point is not None:
        x, y = aim.point.x - hip.x, aim.point.y - hip.y
        z = sign * aim.point.z - hip.z
    elif grip is Grip.THIGH:
        x, y, z = _on_thigh(h, leg)
        z += sign * 0.004 * h
    else:
        x, y, z = _at_rest(h, trunk, grip, sign)
    dx, dy = x - shoulder.x, y - shoulder.y
    swing = math.atan2(dx, -dy)
    if swing < _BEHIND:
        swing += 2 * math.pi
    if grip is Grip.THIGH:
        pole = Vec3(-0.8, -0.4, sign)
    elif grip in _POLES:
        pole = _pole(trunk, grip, sign)
    else:
        pole = _behind(swing, sign * 0.3)
    # For what is out of reach the arm stretches as far as a soft elbow lets it.
    side = min(abs(z - shoulder.z), 0.9 * soft_length(lengths, aim.elbow))
    longest = math.sqrt(soft_length(lengths, aim.elbow) ** 2 - side * side)
    return _PalmPlace(swing, min(math.hypot(dx, dy), longest), z, pole)


def _at_rest(h: float, trunk: Trunk, grip: Grip, sign: float) -> tuple[float, float, float]:
    forward, upward, side = _RESTS[grip]
    lean, x, y = trunk.girdle_lean, trunk.girdle.x, trunk.girdle.y
    if grip is Grip.HIPS:
        lean, x, y = trunk.pelvis, 0.0, 0.0
    sin, cos = math.sin(lean), math.cos(lean)
    x += h * (forward * cos + upward * sin)
    y += h * (upward * cos - forward * sin)
    return x, y, sign * side * h


def _pole(trunk: Trunk, grip: Grip, sign: float) -> Vec3:
    forward, upward, out = _POLES[grip]
    lean = trunk.pelvis if grip is Grip.HIPS else trunk.girdle_lean
    sin, cos = math.sin(lean), math.cos(lean)
    return Vec3(forward * cos + upward * sin, upward * cos - forward * sin, sign * out)


def _behind(swing: float, out: float = 0.0) -> Vec3:
    """Return where the elbow points for a direction of the arm; a hanging arm's points backward."""
    return Vec3(-math.cos(swing), -math.sin(swing), out)


def _on_thigh(h: float, leg: LegLine) -> tuple[float, float, float]:
    dx, dy = leg.knee.x - leg.hip.x, leg.knee.y - leg.hip.y
    length = math.hypot(dx, dy) or 1.0
    top = _THIGH_TOP * h / length
    x = leg.hip.x + dx * _THIGH_SHARE - dy * top
    y = leg.hip.y + dy * _THIGH_SHARE + dx * top
    return x, y, leg.hip.z + (leg.knee.z - leg.hip.z) * _THIGH_SHARE


def _along_legs(
    lengths: Segments, aim: Aim, sign: float, shoulder: Vec3, leg: LegLine
) -> _PalmPlace:
    """Return the place of a hand whose bar goes down close to the legs, the arm straight."""
    h = lengths.stature
    z = sign * aim.apart * h
    straight = soft_length(lengths, aim.elbow)
    reach = math.sqrt(max(straight * straight - (z - shoulder.z) ** 2, 1e-6))
    x = shoulder.x
    for _ in range(6):
        across = max(-0.95 * reach, min(0.95 * reach, x - shoulder.x))
        y = shoulder.y - math.sqrt(reach * reach - across * across)
        x = _front_of_leg(h, leg, y) + aim.room
    swing = math.asin(max(-0.95, min(0.95, (x - shoulder.x) / reach)))
    return _PalmPlace(swing, reach, z, _behind(swing))


def _front_of_leg(h: float, leg: LegLine, y: float) -> float:
    """Return how far forward (m) the front of the leg lies at a height."""
    knee, hip, ankle = leg.knee, leg.hip, leg.ankle
    if y >= knee.y:
        share = min(1.0, (y - knee.y) / max(hip.y - knee.y, 0.05 * h))
        front = _KNEE_FRONT + (_THIGH_FRONT - _KNEE_FRONT) * min(1.0, share * 2)
        return knee.x + (hip.x - knee.x) * share + front * h
    share = max(0.0, (y - ankle.y) / max(knee.y - ankle.y, 0.05 * h))
    front = _SHIN_FRONT + (_KNEE_FRONT - _SHIN_FRONT) * share
    return ankle.x + (knee.x - ankle.x) * share + front * h
