"""The figure's proportions as drawn: slices and radii in fractions of stature.

They are those of a man of 1.75 m and 75 kg, after the girths, breadths and depths of ANSUR II (see
`app.body.anthropometry`); `app.figure.build` turns them into anybody's. One is fixed: the seat
reaches .055 of stature behind the hip centre, because that is where it touches the wall.
"""

from __future__ import annotations

from app.figure.outline import Slice

#: The trunk from the seat to the root of the neck, along hip centre to C7 (.335 of stature).
TRUNK = [
    Slice(-0.045, 0.026, 0.027, 0.045),
    Slice(-0.020, 0.053, 0.047, 0.085),
    Slice(0.010, 0.064, 0.0525, 0.0935),
    Slice(0.040, 0.0630, 0.0495, 0.0905),
    Slice(0.0565, 0.0625, 0.0475, 0.0870),
    Slice(0.0730, 0.0625, 0.0460, 0.0848),
    Slice(0.095, 0.0630, 0.0455, 0.0830),
    Slice(0.140, 0.0630, 0.0490, 0.0835),
    Slice(0.190, 0.0670, 0.0540, 0.0890),
    Slice(0.235, 0.0690, 0.0580, 0.0960),
    Slice(0.270, 0.0610, 0.0570, 0.0990),
    Slice(0.300, 0.0430, 0.0520, 0.0900),
    Slice(0.314, 0.0360, 0.0485, 0.0730),
    Slice(0.325, 0.0290, 0.0450, 0.0520),
]
#: Which of its slices make up the pelvis and the ribs, and are at the ends of the waistband.
PELVIS, RIBS, BAND = slice(1, 5), slice(8, 12), (4, 5)
#: Where L5/S1 and C7 lie on that axis (mean of women and men).
L5S1, C7 = 0.0575, 0.335
#: How far up the shirt reaches at the sides of the neck.
COLLAR = 0.304
#: How far the skin of a flat back lies inside the line that touches sacrum, upper back and head:
#: along the trunk, when it leans, and how much deeper when it stands.
FLAT_BACK = (
    (0.040, 0.0, 0.0), (0.0565, 0.0010, 0.002), (0.090, 0.0030, 0.006), (0.140, 0.0030, 0.006),
    (0.190, 0.0010, 0.002), (0.235, 0.0, 0.0), (0.270, 0.0010, 0.0), (0.300, 0.0050, 0.0),
    (0.314, 0.0080, 0.0), (0.325, 0.0105, 0.0),
)  # fmt: skip
#: Where on the trunk's axis the line touches sacrum and upper back.
SACRUM, UPPER_BACK = 0.040, 0.235

#: Solids of the head as seen from C7, along the head's axis to the crown (.135 of stature):
#: ahead of it, along it, and how far each reaches ahead, along and aside.
SKULL = (-0.0035, 0.0815, 0.0545, 0.0535, 0.0435)
#: Jaw, mouth and chin.
JAW = (
    (0.0000, 0.0480, 0.0300, 0.0300, 0.0365),
    (0.0100, 0.0330, 0.0220, 0.0190, 0.0330),
    (0.0330, 0.0470, 0.0165, 0.0200, 0.0260),
    (0.0345, 0.0240, 0.0140, 0.0135, 0.0200),
)
#: The nose: its tip, and where it leaves the brow and the lip.
NOSE = (
    (0.0560, 0.0625, 0.0052, 0.0046, 0.0056),
    (0.0480, 0.0850, 0.0030, 0.0060, 0.0036),
    (0.0465, 0.0570, 0.0040, 0.0036, 0.0072),
)
EAR = (-0.0030, 0.0690, 0.0090, 0.0145, 0.0030)
EAR_OUT = 0.0420
#: The eyes: up and aside on the skull, and how broad and high, shares of its half axes.
EYES = (-0.12, 0.36, 0.088, 0.082)
#: How much larger than the head its outer edge is.
HEAD_EDGE = 0.065

HIP_RADIUS = 0.055
#: Each glute turns with the pelvis by this share, else with its thigh: how far behind the hip,
#: above it and to the side it lies, and how far it reaches in these directions.
GLUTE_SHARE = 0.62
GLUTE = (0.0145, -0.0060, 0.0440, 0.0405, 0.0490, 0.0450)
#: Thigh, from hip to knee: the front a little fuller than the back.
THIGH = [
    Slice(0.00, 0.0515, 0.0405, 0.0500),
    Slice(0.20, 0.0545, 0.0405, 0.0510),
    Slice(0.45, 0.0490, 0.0400, 0.0460),
    Slice(0.72, 0.0385, 0.0345, 0.0365),
    Slice(0.90, 0.0325, 0.0300, 0.0315),
    Slice(1.00, 0.0310, 0.0280, 0.0300),
]
#: Shank, from knee to ankle: the calf bulges behind.
SHANK = [
    Slice(0.00, 0.0300, 0.0275, 0.0290),
    Slice(0.12, 0.0275, 0.0310, 0.0300),
    Slice(0.30, 0.0255, 0.0395, 0.0335),
    Slice(0.55, 0.0205, 0.0310, 0.0275),
    Slice(0.80, 0.0160, 0.0190, 0.0190),
    Slice(1.00, 0.0165, 0.0185, 0.0180),
]
#: Upper arm, from the shoulder with its rounded muscle to the elbow.
UPPER_ARM = [
    Slice(0.00, 0.0300, 0.0300, 0.0290),
    Slice(0.22, 0.0315, 0.0300, 0.0290),
    Slice(0.50, 0.0275, 0.0260, 0.0250),
    Slice(0.80, 0.0225, 0.0215, 0.0210),
    Slice(1.00, 0.0210, 0.0210, 0.0210),
]
FOREARM = [
    Slice(0.00, 0.0210, 0.0210, 0.0210),
    Slice(0.22, 0.0240, 0.0225, 0.0235),
    Slice(0.65, 0.0180, 0.0175, 0.0180),
    Slice(1.00, 0.0135, 0.0130, 0.0140),
]
#: The neck from inside the skull down to below C7, where it spreads towards the shoulders.
NECK_TOP, NECK_ROOT = 0.046, 0.030
NECK = [
    Slice(0.00, 0.0280, 0.0300, 0.0300),
    Slice(0.50, 0.0290, 0.0330, 0.0300),
    Slice(0.80, 0.0310, 0.0370, 0.0350),
    Slice(1.00, 0.0340, 0.0380, 0.0480),
]
#: How far down the thigh and the upper arm shorts and sleeves reach, how far they stand off, and
#: how high a hem is, shares of the limb and statures.
SHORTS, SLEEVE, LOOSE, HEM = 0.58, 0.58, 0.0035, 0.055

#: The shoulder girdle joins arms, chest and neck: where it lies on the way from L5/S1 to C7 and on
#: the trunk's axis, and how far out from its middle and above it the balls lie, with their radius.
GIRDLE, GIRDLE_ALONG = 0.83, 0.288
GIRDLE_UP, GIRDLE_RADIUS, GIRDLE_NECK = 0.001, 0.0290, 0.030
#: Solids of the foot: along the sole from the heel (shares of its length), above it, how far they
#: reach along, up and aside (statures), and how far they lie towards the big toe.
HEEL = (0.115, 0.0210, 0.0185, 0.0140, 0.0172, 0.0)
ANKLE = (0.255, 0.0400, 0.0190, 0.0170, 0.0180, 0.0)
INSTEP = (0.390, 0.0290, 0.0200, 0.0140, 0.0170, 0.002)
BALL = (0.700, 0.0165, 0.0200, 0.0100, 0.0262, 0.000)
TOES = (0.895, 0.0150, 0.0150, 0.0088, 0.0205, 0.004)
#: The sole of a shoe: its heel, ball and tip.
SOLE = (
    (0.110, 0.0060, 0.0205, 0.0060, 0.0185, 0.0),
    (0.700, 0.0050, 0.0200, 0.0050, 0.0272, 0.0),
    (0.905, 0.0060, 0.0160, 0.0050, 0.0218, 0.004),
)
#: What lights the heels and the toes of a shoe.
FOOT_PARTS = {"heels": (HEEL, SOLE[0]), "toes": (BALL, TOES, *SOLE[1:])}
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
