"""The figure's proportions as drawn: slices and radii in fractions of stature.

Widths are drawn for this program. Some are given: the buttocks reach .055 of stature behind the
hip centre, for that is where the wall is touched, and a stick along the back touches them, the
upper back and the head.
"""

from __future__ import annotations

from app.figure.outline import Profile, Slice, rounded, smooth


def _limb(slices: list[Slice], count: int) -> Profile:
    return Profile(smooth(slices, count))


#: The trunk from the seat to the neck's root, along hip centre to C7 (.335 of stature).
_TRUNK = [
    Slice(-0.040, 0.020, 0.030, 0.060),
    Slice(-0.020, 0.042, 0.046, 0.088),
    Slice(0.010, 0.052, 0.0535, 0.096),
    Slice(0.045, 0.056, 0.049, 0.092),
    Slice(0.090, 0.057, 0.040, 0.079),
    Slice(0.140, 0.057, 0.042, 0.079),
    Slice(0.190, 0.060, 0.052, 0.089),
    Slice(0.235, 0.062, 0.0575, 0.106),
    Slice(0.270, 0.053, 0.0565, 0.126),
    Slice(0.300, 0.036, 0.047, 0.142),
    Slice(0.316, 0.028, 0.037, 0.134),
    Slice(0.328, 0.026, 0.031, 0.084),
    Slice(0.345, 0.024, 0.026, 0.032),
]
#: The same as it is drawn, and for large pictures.
TRUNK, FINE_TRUNK = smooth(_TRUNK, 17), smooth(_TRUNK, 41)
#: Where hip centre to L5/S1 and to T12/L1 lie on that axis (mean of women and men).
L5S1, T12L1, C7 = 0.0575, 0.1455, 0.335

#: Head from below the jaw to the crown, along C7 to the crown (.135 of stature); face in front.
_HEAD = [
    Slice(0.020, 0.028, 0.020, 0.022),
    Slice(0.030, 0.046, 0.031, 0.032),
    Slice(0.042, 0.0500, 0.044, 0.038),
    Slice(0.054, 0.0510, 0.0525, 0.041),
    Slice(0.066, 0.0565, 0.0575, 0.043),
    Slice(0.078, 0.0510, 0.0600, 0.045),
    Slice(0.092, 0.0500, 0.0595, 0.045),
    Slice(0.106, 0.0460, 0.0550, 0.042),
    Slice(0.120, 0.0355, 0.0440, 0.034),
    Slice(0.130, 0.0200, 0.0270, 0.021),
    Slice(0.135, 0.0040, 0.010, 0.006),
]
HEAD, FINE_HEAD = smooth(_HEAD, 20), smooth(_HEAD, 51)
#: A disc inside the head, which keeps it whole when it is seen along its axis.
HEAD_DISC, HEAD_CENTRE = 0.046, 0.075
#: How far the head's axis lies in front of the neck's root.
HEAD_FORWARD = 0.003

HIP_RADIUS = 0.055
#: Thigh, from hip to knee: the front a little fuller than the back.
THIGH = _limb(
    [
        Slice(0.00, 0.047, 0.047, 0.050),
        Slice(0.25, 0.047, 0.046, 0.047),
        Slice(0.60, 0.041, 0.038, 0.039),
        Slice(0.88, 0.0315, 0.029, 0.031),
        Slice(1.00, 0.0305, 0.0275, 0.030),
    ],
    8,
)
#: Shank, from knee to ankle: the calf bulges behind.
SHANK = _limb(
    [
        Slice(0.00, 0.0295, 0.0265, 0.029),
        Slice(0.12, 0.0275, 0.032, 0.031),
        Slice(0.32, 0.0245, 0.0375, 0.032),
        Slice(0.60, 0.0200, 0.0270, 0.026),
        Slice(0.88, 0.0165, 0.0185, 0.019),
        Slice(1.00, 0.0175, 0.0185, 0.019),
    ],
    12,
)
UPPER_ARM = _limb(
    [
        Slice(0.00, 0.0280, 0.0270, 0.0280),
        Slice(0.35, 0.0265, 0.0255, 0.0260),
        Slice(0.80, 0.0215, 0.0215, 0.0215),
        Slice(1.00, 0.0205, 0.0205, 0.0205),
    ],
    6,
)
#: The balls of the shoulders, and where between L5/S1 and C7 the trunk that carries them has
#: which radius.
SHOULDER = 0.0265
YOKE = ((0.62, 0.050), (0.98, 0.026))
FOREARM = _limb(
    [
        Slice(0.00, 0.0205, 0.0205, 0.0205),
        Slice(0.22, 0.0225, 0.0215, 0.0220),
        Slice(0.70, 0.0160, 0.0160, 0.0160),
        Slice(1.00, 0.0125, 0.0125, 0.0140),
    ],
    7,
)
#: A closed hand, from the wrist to the knuckles.
FIST = _limb(
    [
        Slice(0.00, 0.0125, 0.0125, 0.0140),
        Slice(0.35, 0.0170, 0.0170, 0.0180),
        Slice(0.75, 0.0205, 0.0205, 0.0215),
        Slice(1.00, 0.0170, 0.0170, 0.0180),
    ],
    6,
)
#: The neck from inside the skull down to a little below C7.
NECK_ROOT = 0.030
NECK = _limb(
    [
        Slice(0.0, 0.0285, 0.0285, 0.030),
        Slice(0.5, 0.0295, 0.0295, 0.030),
        Slice(1.0, 0.034, 0.034, 0.036),
    ],
    3,
)

#: The foot from the side: along the sole from the heel (0) to the toe (1, in foot lengths), and
#: up (in stature).
FOOT = [
    (0.00, 0.004), (-0.030, 0.012), (-0.028, 0.024), (0.030, 0.036), (0.120, 0.052),
    (0.300, 0.052), (0.400, 0.040), (0.560, 0.027), (0.740, 0.019), (0.900, 0.0165),
    (0.985, 0.0125), (1.010, 0.006), (0.990, 0.000), (0.050, 0.000),
]  # fmt: skip
FOOT_BREADTH = 0.024
#: The hand hanging: along (in hand lengths), and across (in stature, + towards the thumb).
HAND = [
    (-0.05, -0.0125), (0.20, -0.0150), (0.45, -0.0150), (0.70, -0.0125), (0.92, -0.0070),
    (0.99, -0.0010), (0.95, 0.0055), (0.74, 0.0085), (0.66, 0.0110), (0.62, 0.0190),
    (0.55, 0.0215), (0.46, 0.0190), (0.30, 0.0155), (0.12, 0.0130), (-0.05, 0.0125),
]  # fmt: skip
#: Both for large pictures; the sole stays flat.
FINE_FOOT = [*rounded(FOOT[:-1], 5), FOOT[-1]]
FINE_HAND = rounded(HAND, 4)
