"""How much longer the hamstrings get in a pose; used to show what is stretched.

Lever arms of the mean of semimembranosus, semitendinosus and biceps femoris (long head), fitted
over hip flexion of 0 to 110 deg and knee flexion of 0 to 60 deg to the lines of these muscles in
Delp et al. 1990 (IEEE Trans Biomed Eng 37:757); on their model, whose thigh is .397 m, the fit
is within 11 mm. They are given as a share of stature, with Winter's thigh: the distance between
muscle and joint does not depend on how long the thigh is.
"""

from __future__ import annotations

import math

from app.body.anthropometry import Segments

HIP_ARM = 0.035  # behind the hip, fraction of stature
KNEE_ARM = 0.022  # behind the knee, fraction of stature


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
    share = length_change(lengths, hip_flexion, knee) / length_change(lengths, slr_deg, 0.0)
    return max(0.0, share)
