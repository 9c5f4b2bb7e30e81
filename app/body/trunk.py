"""Everything from the hips to the crown: pelvis, lumbar and thoracic arc, head.

The origin is midway between the hip joints. The trunk bends in the sagittal plane only.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from app.body.anthropometry import Segments
from app.body.pose import Pose
from app.body.vectors import Vec3, add, arc, up


class Trunk(NamedTuple):
    """The trunk of a pose.

    Attributes:
        joints: l5s1, t12l1, c7, head, vertex; m from the hip centre.
        girdle: midway between the shoulder joints, m from the hip centre.
        pelvis, low, girdle_lean, high: lean of the pelvis, and of the thorax at T12/L1, at the
            shoulders and at C7, rad.
        masses: (kg, x, y, above L5/S1) of the parts, m from the hip centre.
    """

    joints: dict[str, Vec3]
    girdle: Vec3
    pelvis: float
    low: float
    girdle_lean: float
    high: float
    masses: tuple[tuple[float, float, float, bool], ...]


def build_trunk(lengths: Segments, pose: Pose) -> Trunk:
    """Return the trunk of a pose."""
    low = math.radians(pose.thorax - pose.thoracic / 2)
    high = math.radians(pose.thorax + pose.thoracic / 2)
    pelvis = low - math.radians(pose.lumbar)
    l5s1 = up(pelvis, lengths.hip_to_l5s1)
    t12 = add(l5s1, arc(lengths.lumbar, pelvis, low))
    c7 = add(t12, arc(lengths.thorax, low, high))
    nod = high - math.radians(pose.neck)
    head = add(c7, up(nod, lengths.head_centre))
    joints = {"l5s1": l5s1, "t12l1": t12, "c7": c7, "head": head}
    joints["vertex"] = add(c7, up(nod, lengths.head))

    masses = [(lengths.head_mass, head.x, head.y, True)]
    hip_to_t12 = lengths.hip_to_l5s1 + lengths.lumbar
    for along, kg in lengths.trunk_masses:
        if along <= lengths.hip_to_l5s1:
            at, above = up(pelvis, along), False
        elif along <= hip_to_t12:
            share = (along - lengths.hip_to_l5s1) / lengths.lumbar
            at, above = add(l5s1, arc(lengths.lumbar, pelvis, low, share)), True
        else:
            share = (along - hip_to_t12) / lengths.thorax
            at, above = add(t12, arc(lengths.thorax, low, high, share)), True
        masses.append((kg, at.x, at.y, above))
    shoulders = lengths.t12_to_shoulder / lengths.thorax
    girdle = add(t12, arc(lengths.thorax, low, high, shoulders))
    girdle_lean = low + (high - low) * shoulders
    return Trunk(joints, girdle, pelvis, low, girdle_lean, high, tuple(masses))
