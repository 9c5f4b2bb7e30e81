from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from app.body.vectors import Vec3, add, arc, bend, between, third_side, up
from tests.helpers.patience import examples

ORIGIN = Vec3(0, 0, 0)
lengths = st.floats(0.05, 0.6)
turns = st.floats(-math.pi, math.pi)
directions = st.builds(
    lambda yaw, rise: Vec3(
        math.cos(yaw) * math.cos(rise), math.sin(rise), math.sin(yaw) * math.cos(rise)
    ),
    turns,
    st.floats(-1.5, 1.5),
)


def dot(a: Vec3, b: Vec3) -> float:
    return a.x * b.x + a.y * b.y + a.z * b.z


def minus(a: Vec3, b: Vec3) -> Vec3:
    return Vec3(a.x - b.x, a.y - b.y, a.z - b.z)


def test_an_upright_segment_leans_forward() -> None:
    assert up(0.0, 2.0) == Vec3(0, 2, 0)
    assert up(math.pi / 2, 2.0) == pytest.approx((2, 0, 0))
    assert up(math.radians(-30), 1.0) == pytest.approx((-0.5, math.sqrt(0.75), 0))


def test_points_are_added_shared_and_measured() -> None:
    a, b = Vec3(1, 2, 3), Vec3(3, 5, 9)
    assert add(a, b) == Vec3(4, 7, 12)
    assert between(a, b, 0) == a
    assert between(a, b, 1) == b
    assert between(a, b, 0.5) == Vec3(2, 3.5, 6)
    assert math.dist(a, b) == pytest.approx(7)


@pytest.mark.parametrize("turn", [-60, -1e-12, 0, 1e-6, 5, 30, 90])
def test_an_arc_keeps_its_length_and_turns_from_one_lean_to_the_other(turn: float) -> None:
    begin, end = math.radians(30), math.radians(30 + turn)
    steps = 2000
    curve = [arc(0.15, begin, end, i / steps) for i in range(steps + 1)]
    assert sum(math.dist(a, b) for a, b in pairwise(curve)) == pytest.approx(0.15, rel=1e-6)
    assert curve[0] == ORIGIN
    assert curve[-1] == arc(0.15, begin, end)
    # Half way along it has turned half way.
    for index, lean in ((0, begin), (steps // 2, (begin + end) / 2), (steps - 1, end)):
        a, b = curve[index : index + 2]
        assert math.atan2(b.x - a.x, b.y - a.y) == pytest.approx(lean, abs=2e-3)


@pytest.mark.parametrize(("flexion", "side"), [(0, 0.7), (90, 0.5), (180, 0.1)])
def test_the_third_side_of_a_bent_joint(flexion: float, side: float) -> None:
    assert third_side(0.3, 0.4, flexion) == pytest.approx(side)


@settings(max_examples=examples(50), phases=[Phase.generate])
@given(directions, directions, directions, lengths, lengths, st.floats(0.01, 0.99))
def test_two_bones_keep_their_lengths_and_their_joint_points_to_the_pole(
    root: Vec3, way: Vec3, pole: Vec3, first: float, second: float, share: float
) -> None:
    nearest, farthest = abs(first - second), first + second
    apart = max(0.02, nearest + (farthest - nearest) * share)
    tip = add(root, Vec3(way.x * apart, way.y * apart, way.z * apart))
    along = minus(tip, root)
    beside = dot(pole, along) / apart
    assume(math.sqrt(max(0.0, dot(pole, pole) - beside * beside)) > 1e-3)
    joint = bend(root, tip, first, second, pole)
    assert math.dist(root, joint) == pytest.approx(first, abs=1e-9)
    assert math.dist(joint, tip) == pytest.approx(second, abs=1e-9)
    # It lies in the plane of the ends and the pole, on the pole's side of the line between them.
    foot = between(root, tip, dot(minus(joint, root), along) / apart**2)
    out = minus(joint, foot)
    assert dot(out, pole) > 0
    sideways = Vec3(
        along.y * pole.z - along.z * pole.y,
        along.z * pole.x - along.x * pole.z,
        along.x * pole.y - along.y * pole.x,
    )
    assert dot(out, sideways) == pytest.approx(0, abs=1e-9)


def test_a_stretched_joint_lies_on_the_line_whatever_the_pole() -> None:
    tip = Vec3(0, 0.7, 0)
    for pole in (Vec3(1, 0, 0), Vec3(0, 1, 0), ORIGIN):
        assert bend(ORIGIN, tip, 0.3, 0.4, pole) == pytest.approx((0, 0.3, 0), abs=1e-7)


def test_a_pole_along_the_line_does_not_tear_a_bent_joint_off() -> None:
    joint = bend(ORIGIN, Vec3(0, 0.5, 0), 0.3, 0.4, Vec3(0, 1, 0))
    assert all(map(math.isfinite, joint))
    assert math.dist(ORIGIN, joint) <= 0.3
