"""How much longer the hamstrings get in a pose, and how far they let the hip flex.

Lever arms of the mean of semimembranosus, semitendinosus and biceps femoris (long head), fitted
over hip flexion of 0 to 110 deg and knee flexion of 0 to 60 deg to the lines of these muscles in
Delp et al. 1990 (IEEE Trans Biomed Eng 37:757); on their model, whose thigh is .397 m, the fit
is within 11 mm. They are given as a share of stature, with Winter's thigh: the distance between
muscle and joint does not depend on how long the thigh is.

In the lying straight-leg raise that people measure, the pelvis turns with the leg, so only part of
it is flexion of the hip: Bohannon, Gajdosik & LeVeau 1985 (Phys Ther 65:474 and 65:1501) found from
a quarter to a third of it to be the pelvis's, and a study of 23 men (PubMed 10345331) 16.9 of 59.3
deg.
"""

from __future__ import annotations

import math

from app.body.anthropometry import Segments

HIP_ARM = 0.035  # behind the hip, fraction of stature
KNEE_ARM = 0.022  # behind the knee, fraction of stature
PELVIS_SHARE = 0.25  # of a straight-leg raise, the least that was found
#: With the knee well bent, the belly against the thigh is the limit, deg.
_FOLDED_HIP = 138.0


def most_hip_flexion(slr_deg: float, knee: float) -> float:
    """Return how far the hip flexes, deg, at a knee flexion (deg) for a straight-leg raise.

    The hamstrings are then as long as in that raise.
    """
    return min((1 - PELVIS_SHARE) * slr_deg + knee * KNEE_ARM / HIP_ARM, _FOLDED_HIP)


def length_change(lengths: Segments, hip_flexion: float, knee: float) -> float:
    """Return how much longer they are than in upright standing with straight knees, m.

    `hip_flexion` is the pelvis against the thigh, `knee` is knee flexion, both deg. Negative is
    shorter.
    """
    turned = HIP_ARM * math.radians(hip_flexion) - KNEE_ARM * math.radians(knee)
    return lengths.stature * turned


def stretch(lengths: Segments, slr_deg: float, hip_flexion: float, knee: float) -> float:
    """Return the lengthening as a share of that in a straight-leg raise of `slr_deg`.

    0 is no longer than when standing, 1 as long as in that raise; beyond it is more than 1.
    """
    longest = length_change(lengths, (1 - PELVIS_SHARE) * slr_deg, 0.0)
    return max(0.0, length_change(lengths, hip_flexion, knee) / longest)
