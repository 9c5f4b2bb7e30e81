from __future__ import annotations

import math
from itertools import pairwise

import pytest

from app.body.anthropometry import Body, Segments, Sex, segments
from app.body.pose import Pose
from app.body.trunk import Trunk, build_trunk
from app.body.vectors import Vec3, arc

POSES = [
    Pose(),
    Pose(thorax=65, lumbar=5),
    Pose(thorax=75, lumbar=45, thoracic=30, neck=20),
    Pose(thorax=40, lumbar=-10, thoracic=-20, neck=-30),
    Pose(thorax=-20, thoracic=12),
]
BODIES = [Body(), Body(1.5, 55, Sex.FEMALE, 1.1, 0.9)]
ORIGIN = Vec3(0, 0, 0)


def every_trunk() -> list[tuple[Segments, Pose, Trunk]]:
    return [
        (segments(body), pose, build_trunk(segments(body), pose))
        for body in BODIES
        for pose in POSES
    ]


def lean(one: Vec3, other: Vec3) -> float:
    return math.degrees(math.atan2(other.x - one.x, other.y - one.y))


def thoracic_arc(lengths: Segments, trunk: Trunk, share: float) -> Vec3:
    at = arc(lengths.thorax, trunk.low, trunk.high, share)
    root = trunk.joints["t12l1"]
    return Vec3(root.x + at.x, root.y + at.y, 0)


def test_the_chord_of_the_thorax_leans_as_the_pose_says_however_round_it_is() -> None:
    for _, pose, trunk in every_trunk():
        assert lean(trunk.joints["t12l1"], trunk.joints["c7"]) == pytest.approx(pose.thorax)


def test_the_pelvis_lies_below_both_arcs() -> None:
    for lengths, pose, trunk in every_trunk():
        l5s1 = trunk.joints["l5s1"]
        assert lean(ORIGIN, l5s1) == pytest.approx(pose.thorax - pose.thoracic / 2 - pose.lumbar)
        assert math.dist(ORIGIN, l5s1) == pytest.approx(lengths.hip_to_l5s1)
        assert math.degrees(trunk.pelvis) == pytest.approx(pose.pelvis)


def test_the_thorax_keeps_its_length_along_its_arc() -> None:
    for lengths, pose, trunk in every_trunk():
        curve = [thoracic_arc(lengths, trunk, i / 500) for i in range(501)]
        along = sum(math.dist(one, other) for one, other in pairwise(curve))
        assert along == pytest.approx(lengths.thorax, rel=1e-5)
        assert curve[-1] == pytest.approx(trunk.joints["c7"])
        chord = math.dist(trunk.joints["t12l1"], trunk.joints["c7"])
        assert (
            chord == pytest.approx(lengths.thorax) if not pose.thoracic else chord < lengths.thorax
        )
        assert lean(*curve[-2:]) == pytest.approx(pose.thorax + pose.thoracic / 2, abs=0.1)


def test_the_head_turns_against_the_upper_end_of_the_thorax() -> None:
    for lengths, pose, trunk in every_trunk():
        nod = pose.thorax + pose.thoracic / 2 - pose.neck
        c7 = trunk.joints["c7"]
        for name, length in (("head", lengths.head_centre), ("vertex", lengths.head)):
            assert lean(c7, trunk.joints[name]) == pytest.approx(nod)
            assert math.dist(c7, trunk.joints[name]) == pytest.approx(length)


def test_the_shoulders_hang_on_the_thoracic_arc() -> None:
    for lengths, _, trunk in every_trunk():
        share = lengths.t12_to_shoulder / lengths.thorax
        assert trunk.girdle == pytest.approx(thoracic_arc(lengths, trunk, share))
        turned = trunk.low + (trunk.high - trunk.low) * share
        assert trunk.girdle_lean == pytest.approx(turned)


def test_the_masses_lie_along_the_trunk_and_weigh_the_same_in_every_pose() -> None:
    for body in BODIES:
        lengths = segments(body)
        straight = build_trunk(lengths, Pose())
        parts = zip(lengths.trunk_masses, straight.masses[1:], strict=True)
        for (along, mass), (kg, x, y, above) in parts:
            assert (x, y, kg) == pytest.approx((0, along, mass))
            assert above is (along > lengths.hip_to_l5s1)
        for pose in POSES:
            masses = build_trunk(lengths, pose).masses
            assert [(kg, above) for kg, _, _, above in masses] == [
                (kg, above) for kg, _, _, above in straight.masses
            ]


def test_each_mass_of_a_round_trunk_goes_with_the_part_it_belongs_to() -> None:
    lengths = segments(Body())
    trunk = build_trunk(lengths, POSES[2])
    to_t12 = lengths.hip_to_l5s1 + lengths.lumbar
    for (along, _), (_, x, y, _) in zip(lengths.trunk_masses, trunk.masses[1:], strict=True):
        if along > to_t12:
            share = (along - to_t12) / lengths.thorax
            assert (x, y, 0) == pytest.approx(thoracic_arc(lengths, trunk, share))
        elif along <= lengths.hip_to_l5s1:
            assert math.hypot(x, y) == pytest.approx(along)
            assert lean(ORIGIN, Vec3(x, y, 0)) == pytest.approx(POSES[2].pelvis)
        else:
            low, high = trunk.joints["l5s1"], trunk.joints["t12l1"]
            assert low.x < x < high.x
            assert math.dist((x, y), low[:2]) <= along - lengths.hip_to_l5s1


def test_rounding_brings_the_head_forward_and_down_at_the_same_lean() -> None:
    flat, rounded = (build_trunk(segments(Body()), Pose(thorax=50, thoracic=r)) for r in (0, 30))
    c7 = flat.joints["c7"], rounded.joints["c7"]
    head = flat.joints["head"], rounded.joints["head"]
    below = [lean(one, other) for one, other in zip(c7, head, strict=True)]
    assert below == pytest.approx([50, 65])
    assert rounded.pelvis < flat.pelvis
