from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.body.anthropometry import Body
from app.body.measures import measure
from app.body.pose import Pose, Stance
from app.body.skeleton import build_skeleton, centre_of_mass
from app.body.tipping import STANDS, tip_angle, tipped
from tests.helpers.poses import seen_from

SKELETON = build_skeleton(Body(), Pose(knee=20, thorax=60), Stance())


@given(st.floats(*STANDS))
def test_nobody_tips_whose_weight_is_over_the_feet(pressure: float) -> None:
    assert tip_angle(pressure) == 0


def test_the_farther_outside_the_more_it_tips_up_to_an_end() -> None:
    backward = [tip_angle(-outside) for outside in (0.01, 0.1, 0.2, 1.0, 5.0)]
    assert backward == sorted(backward, reverse=True)
    assert backward[0] <= -5, "it is to be seen from the first"
    assert backward[-1] == backward[-2] >= -20
    forward = [tip_angle(STANDS[1] + outside) for outside in (0.01, 0.1, 0.2, 1.0)]
    assert forward == pytest.approx([-angle for angle in backward[:4]])


@given(st.floats(-18, 18))
def test_it_tips_in_one_piece(angle: float) -> None:
    turned = tipped(SKELETON, angle)
    names = list(SKELETON.joints)
    for one, other in itertools.pairwise(names):
        before = math.dist(SKELETON.joints[one], SKELETON.joints[other])
        assert math.dist(turned.joints[one], turned.joints[other]) == pytest.approx(before)
    assert turned.hip_flexion == SKELETON.hip_flexion
    for side, leg in SKELETON.legs.items():
        leans = (turned.legs[side].shin, turned.legs[side].thigh)
        assert leans == pytest.approx((leg.shin + angle, leg.thigh + angle))
    # The lean that is stated is the lean of the joints.
    up = seen_from(turned.joints["t12l1"], turned.joints["l5s1"], turned.pose.pelvis)
    was = seen_from(SKELETON.joints["t12l1"], SKELETON.joints["l5s1"], SKELETON.pose.pelvis)
    assert up == pytest.approx(was)


@pytest.mark.parametrize(("angle", "pivot"), [(-12.0, "heel"), (12.0, "toe")])
def test_it_turns_about_heels_or_toes_and_takes_the_weight_along(angle: float, pivot: str) -> None:
    turned = tipped(SKELETON, angle)
    name = f"{pivot}_left"
    assert turned.joints[name] == pytest.approx(SKELETON.joints[name])
    assert min(at.y for at in turned.joints.values()) > -1e-9, "no foot goes through the floor"
    moved = centre_of_mass(turned).x - centre_of_mass(SKELETON).x
    assert math.copysign(1, moved) == math.copysign(1, angle)
    assert measure(turned).com.x == centre_of_mass(turned).x


def test_who_does_not_tip_is_the_same() -> None:
    assert tipped(SKELETON, 0.0) is SKELETON
