"""Estimate the load on the lower back with one equivalent muscle.

The static moment of everything above L5/S1 is held by one extensor muscle behind the joint:
M = sum(m g (x - x_L5S1)), F = M / d, C = F cos(beta) + W cos(theta), with the lever arm and
line of pull of Cholewicki, McGill & Norman 1991 (Med Sci Sports Exerc 23:1179). An estimate:
published figures for the same task lie within about 35 % of it.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from app.body.anthropometry import Sex
from app.body.skeleton import Skeleton

GRAVITY = 9.81  # m/s2
MUSCLE_ARM = {Sex.MALE: 0.060, Sex.FEMALE: 0.055}  # m
MUSCLE_LINE = math.radians(5.0)  # pull of the muscle against the spine's axis


class BackLoad(NamedTuple):
    """The estimated static load at L5/S1: moment in N m, compression in N."""

    moment_nm: float
    compression_n: float


def back_load(skeleton: Skeleton) -> BackLoad:
    """Return the estimated load at L5/S1."""
    joint = skeleton.joints["l5s1"]
    moment = weight = 0.0
    for mass in skeleton.masses:
        if mass.above_l5s1:
            force = mass.kg * GRAVITY
            moment += force * (mass.at.x - joint.x)
            weight += force
    # Upright the moment can turn slightly negative; the muscle only pulls.
    muscle = abs(moment) / MUSCLE_ARM[skeleton.body.sex]
    lean = math.radians(skeleton.pose.pelvis)
    compression = muscle * math.cos(MUSCLE_LINE) + weight * math.cos(lean)
    return BackLoad(moment, compression)
