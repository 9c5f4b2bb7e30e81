"""The figure's proportions as drawn: slices and radii in fractions of stature.

Widths were chosen for this program. Some are fixed: the buttocks reach .055 of stature behind the
hip centre, because that is where they touch the wall, and a stick along the back touches them, the
upper back and the head.
"""

from __future__ import annotations

from app.figure.outline import Slice, smooth
from app.figure.tapered import Profile


def _limb(count: int, *slices: Slice) -> Profile:
    return Profile(smooth(list(slices), count))


#: The trunk from the seat to the root of the neck, along hip centre to C7 (.335 of stature).
_TRUNK = [
    Slice(-0.040, 0.014, 0.028, 0.040),
    Slice(-0.020, 0.038, 0.046, 0.078),
    Slice(0.010, 0.052, 0.0535, 0.096),
    Slice(0.045, 0.056, 0.049, 0.092),
    Slice(0.090, 0.057, 0.040, 0.083),
    Slice(0.140, 0.057, 0.042, 0.082),
    Slice(0.190, 0.060, 0.052, 0.089),
    Slice(0.235, 0.062, 0.0575, 0.103),
    Slice(0.270, 0.053, 0.0565, 0.112),
    Slice(0.300, 0.036, 0.047, 0.106),
    Slice(0.316, 0.028, 0.037, 0.082),
    Slice(0.328, 0.026, 0.031, 0.056),
    Slice(0.345, 0.024, 0.026, 0.032),
]
#: The same as drawn, and as drawn in large pictures.
TRUNK, FINE_TRUNK = smooth(_TRUNK, 17), smooth(_TRUNK, 49)
#: Which of its slices make up the pelvis and the ribs.
PELVIS, RIBS = slice(1, 6), slice(8, 13, 2)
#: Where L5/S1 and C7 lie on that axis (mean of women and men).
L5S1, C7 = 0.0575, 0.335

#: Solids of the head as seen from C7, along the head's axis to the crown (.135 of stature):
#: ahead of it, along it, and how far each reaches ahead, along and aside.
SKULL = (-0.0035, 0.0815, 0.0545, 0.0535, 0.0440)
JAW = (0.0240, 0.0385, 0.0255, 0.0215, 0.0270)
#: The nose: its tip, and where it leaves the brow and the lip.
NOSE = (
    (0.0545, 0.0605, 0.0058, 0.0054, 0.0062),
    (0.0470, 0.0850, 0.0040, 0.0050, 0.0040),
    (0.0445, 0.0540, 0.0050, 0.0040, 0.0080),
)
#: The face is a patch on this solid, this far up and aside (shares of its half axes).
FACE = (0.0030, 0.0640, 0.0480, 0.0470, 0.0405)
FACE_UP, FACE_ASIDE = 0.66, 0.66
#: How much larger than the head its outer edge is.
HEAD_EDGE = 0.065

HIP_RADIUS = 0.055
#: Thigh, from hip to knee: the front a little fuller than the back.
THIGH = _limb(
    8,
    Slice(0.00, 0.0495, 0.0480, 0.0500),
    Slice(0.25, 0.0480, 0.0460, 0.0485),
    Slice(0.60, 0.041, 0.0375, 0.040),
    Slice(0.86, 0.0320, 0.0285, 0.0315),
    Slice(1.00, 0.0300, 0.0265, 0.0295),
)
#: Shank, from knee to ankle: the calf bulges behind.
SHANK = _limb(
    12,
    Slice(0.00, 0.0290, 0.0260, 0.0285),
    Slice(0.12, 0.0265, 0.0305, 0.0300),
    Slice(0.32, 0.0240, 0.0385, 0.0325),
    Slice(0.60, 0.0190, 0.0265, 0.0255),
    Slice(0.86, 0.0150, 0.0160, 0.0170),
    Slice(1.00, 0.0160, 0.0175, 0.0175),
)
#: Upper arm, from the shoulder with its rounded muscle to the elbow.
UPPER_ARM = _limb(
    8,
    Slice(0.00, 0.0290, 0.0280, 0.0290),
    Slice(0.20, 0.0300, 0.0290, 0.0295),
    Slice(0.45, 0.0255, 0.0250, 0.0245),
    Slice(0.80, 0.0210, 0.0205, 0.0205),
    Slice(1.00, 0.0200, 0.0200, 0.0200),
)
#: The shoulder girdle joins arms, chest and neck: where it lies on the way from L5/S1 to C7 and on
#: the trunk's axis, and how far out from its middle and above it the balls lie, with their radius.
GIRDLE, GIRDLE_ALONG = 0.83, 0.288
GIRDLE_OUT, GIRDLE_UP, GIRDLE_RADIUS, GIRDLE_NECK = 0.102, 0.005, 0.030, 0.028
FOREARM = _limb(
    7,
    Slice(0.00, 0.0200, 0.0200, 0.0200),
    Slice(0.22, 0.0225, 0.0215, 0.0220),
    Slice(0.70, 0.0160, 0.0160, 0.0160),
    Slice(1.00, 0.0125, 0.0125, 0.0130),
)
#: The neck from inside the skull down to below C7, where it spreads towards the shoulders.
NECK_TOP, NECK_ROOT = 0.055, 0.030
NECK = _limb(
    7,
    Slice(0.00, 0.0280, 0.0280, 0.0290),
    Slice(0.55, 0.0285, 0.0285, 0.0295),
    Slice(0.80, 0.0310, 0.0310, 0.0350),
    Slice(1.00, 0.0350, 0.0350, 0.0500),
)
#: The discreet marker of a joint.
JOINT_DISC = 0.0105

#: Solids of the foot: along the sole from the heel (shares of its length), above it, how far they
#: reach along, up and aside (statures), and how far they lie towards the big toe.
HEEL = (0.115, 0.0165, 0.0190, 0.0165, 0.0175, 0.0)
ANKLE = (0.255, 0.0400, 0.0190, 0.0170, 0.0180, 0.0)
INSTEP = (0.390, 0.0290, 0.0200, 0.0140, 0.0170, 0.002)
BALL = (0.720, 0.0105, 0.0200, 0.0105, 0.0265, 0.000)
TOES = (0.905, 0.0092, 0.0145, 0.0092, 0.0200, 0.004)
FOOT_BREADTH = 0.0265
#: The floor is seen a little from above: what is nearer appears lower, by this share.
FLOOR_TILT = 0.115

#: Solids of a hand: along from the wrist (shares of the hand's length), towards the thumb and out
#: of the palm, and how far they reach along, towards the thumb and out of the palm, in statures.
WRIST = (0.00, 0.0, 0.0, 0.0130, 0.0128, 0.0126)
PALM = (0.40, 0.0005, 0.0, 0.0170, 0.0200, 0.0120)
FINGERS = (0.72, 0.0, 0.002, 0.0130, 0.0180, 0.0108)
TIPS = (0.895, -0.0010, 0.004, 0.0112, 0.0132, 0.0090)
#: The thumb: its root and its tip.
THUMB = (
    (0.20, 0.0075, 0.002, 0.0130, 0.0105, 0.0095),
    (0.50, 0.0250, 0.008, 0.0088, 0.0078, 0.0075),
)
#: A closed hand, and its thumb.
FIST = (0.44, 0.0, 0.004, 0.0205, 0.0205, 0.0185)
FIST_THUMB = (
    (0.26, 0.0160, 0.006, 0.0080, 0.0085, 0.0085),
    (0.46, 0.0165, 0.014, 0.0070, 0.0075, 0.0075),
)
#: How far a hanging hand is turned from the thigh towards a viewer in front: sine.
PRONATED = 0.42
