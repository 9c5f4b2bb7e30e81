"""Lengths and masses of a person, from stature, body mass and sex.

Drawn lengths are fractions of stature after Winter, Biomechanics and Motor Control of Human
Movement (Drillis & Contini). Masses and mass centres are de Leva 1996 (J Biomech 29:1223); his
trunk and head are scaled so that, standing on Winter's legs, the whole equals the stature.

Girths are fitted to the public data of ANSUR II (Gordon et al. 2014, 2012 Anthropometric Survey of
U.S. Army Personnel, NATICK/TR-15/007; 4,082 men and 1,986 women) by least squares of logarithms.
"""

from __future__ import annotations

import math
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from app.errors import UserError
from app.messages.message import Message


class Sex(StrEnum):
    """Whose mass table is used."""

    FEMALE = "f"
    MALE = "m"


#: Field of `Body` -> (lowest, highest), as accepted from files and the command line.
LIMITS: dict[str, tuple[float, float]] = {
    "stature_m": (1.20, 2.30),
    "mass_kg": (30.0, 250.0),
    "thigh": (0.8, 1.2),
    "trunk": (0.8, 1.2),
    "slr_deg": (30.0, 130.0),
    "lumbar_deg": (15.0, 90.0),
    "shin": (0.8, 1.2),
    "arm": (0.8, 1.2),
}


class Body(NamedTuple):
    """A person, as far as the figure needs to know them; by default a man of usual build.

    A factor of 1 is the usual length for the stature. Longer or shorter parts change how tall the
    figure stands, but not its masses.

    Attributes:
        stature_m: height, m.
        mass_kg: body mass, kg.
        sex: which of de Leva's mass tables applies.
        thigh: thigh length as a factor of the usual one.
        trunk: trunk length as a factor of the usual one.
        slr_deg: straight-leg raise, deg; how far the hamstrings let the hip flex.
        lumbar_deg: this person's range of lumbar flexion, deg (Troke 2001: 72 to 40 from age 16 to
            90).
        shin: shin length as a factor of the usual one, ankle to knee.
        arm: length of the whole arm, hand included, as a factor of the usual one.
    """

    stature_m: float = 1.75
    mass_kg: float = 75.0
    sex: Sex = Sex.MALE
    thigh: float = 1.0
    trunk: float = 1.0
    slr_deg: float = 90.0
    lumbar_deg: float = 55.0
    shin: float = 1.0
    arm: float = 1.0

    def checked(self) -> Body:
        """Return this body once its values are known to be within `LIMITS`.

        Raises:
            UserError: a value lies outside `LIMITS`.
        """
        for name, (low, high) in LIMITS.items():
            value = getattr(self, name)
            if not (math.isfinite(value) and low <= value <= high):
                number = Message(f"body.size.{name}")
                raise UserError("body.out-of-range", number=number, low=low, high=high, value=value)
        return self


class Segments(NamedTuple):
    """One body's segment lengths (m) and masses (kg); pairs are given for one side.

    Attributes named `*_centre` are the distance of the mass centre from the segment's lower or
    inner end along it, m: ankle for the shank, knee for the thigh, hip centre for the trunk
    parts, C7 for the head, shoulder, elbow and wrist for the arm, heel for the foot. `palm` is
    how far the middle of the palm, which holds things, lies from the wrist, m.
    """

    stature: float
    ankle_height: float
    shank: float
    thigh: float
    foot: float
    foot_breadth: float
    heel_behind_ankle: float
    hip_breadth: float
    shoulder_breadth: float
    hip_to_l5s1: float
    lumbar: float
    thorax: float
    t12_to_shoulder: float
    head: float
    upper_arm: float
    forearm: float
    hand: float
    palm: float
    buttock: float
    foot_mass: float
    foot_centre: float
    shank_mass: float
    shank_centre: float
    thigh_mass: float
    thigh_centre: float
    trunk_masses: tuple[tuple[float, float], ...]
    head_mass: float
    head_centre: float
    upper_arm_mass: float
    upper_arm_centre: float
    forearm_mass: float
    forearm_centre: float
    hand_mass: float
    hand_centre: float


class Girths(NamedTuple):
    """How far it is round parts of a body, and how broad its shoulders are, m."""

    neck: float
    chest: float
    waist: float
    hips: float
    thigh: float
    calf: float
    arm: float
    forearm: float
    shoulders: float


class _DeLeva(NamedTuple):
    """De Leva's table for one sex: mass in % of body mass, mass centre in % of the length.

    Centres are measured from the end named in his table: the vertex for the head, the upper end for
    trunk parts, the proximal joint for limbs, the heel for the foot.
    """

    scale: float
    trunk: float
    head_length: float
    head: tuple[float, float]
    upper_trunk: tuple[float, float, float]
    middle_trunk: tuple[float, float, float]
    lower_trunk: tuple[float, float, float]
    upper_arm: tuple[float, float]
    forearm: tuple[float, float]
    hand: tuple[float, float]
    thigh: tuple[float, float]
    shank: tuple[float, float]
    foot: tuple[float, float]
    hip_to_l5s1: float


# Trunk parts: length as a fraction of stature, mass %, centre % from the upper end.
_TABLE = {
    Sex.MALE: _DeLeva(
        scale=0.967,
        trunk=0.3465,
        head_length=0.1395,
        head=(6.94, 50.02),
        upper_trunk=(0.1391, 15.96, 50.66),
        middle_trunk=(0.1238, 16.33, 45.02),
        lower_trunk=(0.0837, 11.17, 61.15),
        upper_arm=(2.71, 57.72),
        forearm=(1.62, 45.74),
        hand=(0.61, 36.24),
        thigh=(14.16, 40.95),
        shank=(4.33, 44.59),
        foot=(1.37, 44.15),
        hip_to_l5s1=0.056,
    ),
    Sex.FEMALE: _DeLeva(
        scale=0.950,
        trunk=0.3544,
        head_length=0.1405,
        head=(6.68, 48.41),
        upper_trunk=(0.1314, 15.45, 50.50),
        middle_trunk=(0.1183, 14.65, 45.12),
        lower_trunk=(0.1046, 12.47, 49.20),
        upper_arm=(2.55, 57.54),
        forearm=(1.38, 45.59),
        hand=(0.56, 34.27),
        thigh=(14.78, 36.12),
        shank=(4.81, 44.16),
        foot=(1.29, 40.14),
        hip_to_l5s1=0.059,
    ),
}

#: Each girth at 1.75 m and 75 kg, m, and the powers of stature and mass it changes with. ANSUR II's
#: neck, chest, waist (at the navel), buttock, thigh, calf, flexed biceps and flexed forearm
#: circumference, and bideltoid breadth; residual standard deviation 3 to 5 %.
_GIRTHS: dict[Sex, tuple[tuple[float, float, float], ...]] = {
    Sex.MALE: (
        (0.381, -0.38, 0.35), (0.995, -0.49, 0.51), (0.859, -0.82, 0.73), (0.965, -0.25, 0.45),
        (0.583, -0.54, 0.57), (0.373, -0.31, 0.42), (0.335, -0.63, 0.55), (0.296, -0.19, 0.37),
        (0.488, -0.21, 0.36),
    ),
    Sex.FEMALE: (
        (0.335, -0.23, 0.30), (0.961, -0.57, 0.52), (0.870, -0.90, 0.72), (1.051, -0.30, 0.46),
        (0.630, -0.54, 0.58), (0.383, -0.24, 0.41), (0.310, -0.75, 0.63), (0.271, -0.21, 0.38),
        (0.461, -0.24, 0.37),
    ),
}  # fmt: skip

#: T12/L1 above L5/S1 and the shoulder joint above the hip joint, fractions of stature.
_LUMBAR = 0.088
_HIP_TO_SHOULDER = 0.818 - 0.530


def girths(stature_m: float, mass_kg: float, sex: Sex) -> Girths:
    """Return the usual girths of people of this stature, mass and sex."""
    tall, heavy = stature_m / 1.75, mass_kg / 75
    return Girths(*(base * tall**h * heavy**kg for base, h, kg in _GIRTHS[sex]))


@lru_cache(maxsize=64)
def segments(body: Body) -> Segments:
    """Return the segment lengths (m) and masses (kg) of a body."""
    table = _TABLE[body.sex]
    h, kg = body.stature_m, body.mass_kg / 100
    trunk_scale = h * body.trunk
    hip_to_c7 = table.trunk * table.scale * trunk_scale
    hip_to_t12 = (table.hip_to_l5s1 + _LUMBAR) * trunk_scale
    foot = 0.152 * h
    shank, thigh = 0.246 * h * body.shin, 0.245 * h * body.thigh
    arm_scale = h * body.arm
    upper_arm, forearm, hand = 0.186 * arm_scale, 0.146 * arm_scale, 0.108 * arm_scale
    head = table.head_length * table.scale * h
    return Segments(
        stature=h,
        ankle_height=0.039 * h,
        shank=shank,
        thigh=thigh,
        foot=foot,
        foot_breadth=0.055 * h,
        heel_behind_ankle=0.25 * foot,
        hip_breadth=0.100 * h,
        shoulder_breadth=2 * 0.129 * h,
        hip_to_l5s1=table.hip_to_l5s1 * trunk_scale,
        lumbar=_LUMBAR * trunk_scale,
        thorax=hip_to_c7 - hip_to_t12,
        t12_to_shoulder=_HIP_TO_SHOULDER * trunk_scale - hip_to_t12,
        head=head,
        upper_arm=upper_arm,
        forearm=forearm,
        hand=hand,
        palm=hand / 2,
        buttock=0.055 * h,
        foot_mass=table.foot[0] * kg,
        foot_centre=table.foot[1] / 100 * foot,
        shank_mass=table.shank[0] * kg,
        shank_centre=(1 - table.shank[1] / 100) * shank,
        thigh_mass=table.thigh[0] * kg,
        thigh_centre=(1 - table.thigh[1] / 100) * thigh,
        trunk_masses=_trunk_masses(table, hip_to_c7, trunk_scale, kg),
        head_mass=table.head[0] * kg,
        head_centre=(1 - table.head[1] / 100) * head,
        upper_arm_mass=table.upper_arm[0] * kg,
        upper_arm_centre=table.upper_arm[1] / 100 * upper_arm,
        forearm_mass=table.forearm[0] * kg,
        forearm_centre=table.forearm[1] / 100 * forearm,
        hand_mass=table.hand[0] * kg,
        hand_centre=table.hand[1] / 100 * hand,
    )


def _trunk_masses(
    table: _DeLeva, hip_to_c7: float, trunk_scale: float, kg: float
) -> tuple[tuple[float, float], ...]:
    """Return (distance from the hip centre, mass) of point masses along the trunk.

    The lower trunk spans L5/S1, so it is cut there: only what lies above loads the joint.
    """
    top = hip_to_c7
    points: list[tuple[float, float]] = []
    for part in (table.upper_trunk, table.middle_trunk):
        length = part[0] * table.scale * trunk_scale
        points.append((top - part[2] / 100 * length, part[1] * kg))
        top -= length
    cut = table.hip_to_l5s1 * trunk_scale
    mass = table.lower_trunk[1] * kg
    centre = top * (1 - table.lower_trunk[2] / 100)
    above = mass * (top - cut) / top
    upper = (cut + top) / 2
    points.append((upper, above))
    points.append(((centre * mass - upper * above) / (mass - above), mass - above))
    return tuple(points)
