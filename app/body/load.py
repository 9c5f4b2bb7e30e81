"""Estimate the load on the lower back with one equivalent muscle.

One extensor muscle behind the joint bears the static moment of everything above L5/S1 and of what
the hands hold: M = sum(m g (x - x_L5S1)), F = M / d, C = F cos(beta) + W cos(theta), with the lever
arm and line of pull of Cholewicki, McGill & Norman 1991 (Med Sci Sports Exerc 23:1179). This is an
estimate: published figures for the same task lie within about 35 % of it.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from app.body.anthropometry import Sex
from app.body.balance import GRAVITY
from app.body.skeleton import Skeleton

MUSCLE_ARM = {Sex.MALE: 0.060, Sex.FEMALE: 0.055}  # m
MUSCLE_ARM_BAND = (0.050, 0.070)  # m, between people
MUSCLE_LINE = math.radians(5.0)  # pull of the muscle against the spine's axis


class BackLoad(NamedTuple):
    """The estimated static load at L5/S1.

    Attributes:
        moment_nm: moment of everything above, N m, + forward.
        compression_n: compression, N.
        compression_low_n, compression_high_n: the compression with the longest and the shortest
            muscle arm of the band, N.
    """

    moment_nm: float
    compression_n: float
    compression_low_n: float
    compression_high_n: float


def back_load(skeleton: Skeleton) -> BackLoad:
    """Return the estimated load at L5/S1."""
    joint = skeleton.joints["l5s1"]
    moment = weight = 0.0
    for kg, at, above in skeleton.masses:
        if above:
            moment += kg * (at.x - joint.x)
            weight += kg
    moment *= GRAVITY
    # When upright the moment can be slightly negative, but the muscle only pulls.
    pull = abs(moment) * math.cos(MUSCLE_LINE)
    pressed = weight * GRAVITY * math.cos(math.radians(skeleton.pose.pelvis))
    short, long = MUSCLE_ARM_BAND
    return BackLoad(
        moment,
        pull / MUSCLE_ARM[skeleton.body.sex] + pressed,
        pull / long + pressed,
        pull / short + pressed,
    )
