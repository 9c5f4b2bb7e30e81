"""Estimate the load on the lower back with one equivalent muscle.

One extensor muscle behind the joint bears the moment of everything above L5/S1 and of what the
hands hold. Standing still that is M = sum(m g (x - x_L5S1)), F = M / d, C = F cos(beta) + W
cos(theta), with the lever arm and line of pull of Cholewicki, McGill & Norman 1991 (Med Sci Sports
Exerc 23:1179). In motion each mass adds its acceleration to gravity. This is an estimate: published
figures for the same task lie within about 35 % of it.
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
    """The estimated load at L5/S1.

    Attributes:
        moment_nm: moment of everything above, N m, + forward.
        compression_n: compression, N.
        compression_low_n, compression_high_n: the compression with the longest and the shortest
            muscle arm of the band, N.
        static_n: the compression in the same pose held still, N.
    """

    moment_nm: float
    compression_n: float
    compression_low_n: float
    compression_high_n: float
    static_n: float


def back_load(skeleton: Skeleton) -> BackLoad:
    """Return the estimated load at L5/S1, with what the motion adds."""
    joint, lean = skeleton.joints["l5s1"], math.radians(skeleton.pose.pelvis)
    held = kg_above = 0.0
    for kg, at, above in skeleton.masses:
        if above:
            held += kg * (at.x - joint.x)
            kg_above += kg
    held *= GRAVITY
    added = skeleton.inertia()
    moment = held + added.turning - joint.x * added.y + joint.y * added.x
    weight = kg_above * GRAVITY * math.cos(lean)
    pressed = weight + added.y * math.cos(lean) + added.x * math.sin(lean)
    short, long = MUSCLE_ARM_BAND
    usual = MUSCLE_ARM[skeleton.body.sex]
    return BackLoad(
        moment,
        _compression(moment, pressed, usual),
        _compression(moment, pressed, long),
        _compression(moment, pressed, short),
        _compression(held, weight, usual),
    )


def _compression(moment: float, pressed: float, arm: float) -> float:
    # When upright the moment can be slightly negative, but the muscle only pulls.
    return abs(moment) * math.cos(MUSCLE_LINE) / arm + pressed
