from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from app.body.anthropometry import LIMITS, Body, Sex
from app.body.balance import GRAVITY, weight_shares
from app.body.legs import BalanceError
from app.body.measures import measure
from app.body.pose import Aim, Arm, Foot, Grip, Pose, Stance
from app.body.skeleton import Skeleton, build_skeleton, centre_of_mass
from app.body.vectors import Vec3, flexion
from app.errors import UserError
from tests.helpers.patience import examples
from tests.helpers.poses import both, mirrored


def between(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False)


def some(kind: Any, **strategies: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Return values of a kind; whatever has no strategy keeps its default."""
    return st.fixed_dictionaries(strategies).map(lambda values: kind(**values))


def tried(count: int) -> settings:
    # Any failing example is enough: looking for a simpler one takes minutes.
    return settings(max_examples=examples(count), phases=[Phase.explicit, Phase.generate])


bodies = some(
    Body,
    sex=st.sampled_from(Sex),
    **{name: between(*limits) for name, limits in LIMITS.items()},
)
aims = some(
    Aim,
    grip=st.sampled_from(Grip),
    apart=between(0, 0.25),
    shoulder=between(-60, 180),
    elbow=between(4, 150),
    point=some(Vec3, x=between(-0.2, 0.6), y=between(0, 1.2), z=between(0, 0.4)),
    room=between(0, 0.06),
)
arms = some(Arm, start=aims, end=aims, share=st.sampled_from([0.0, 1.0]) | between(0, 1))
loads = st.just(0.0) | between(0, 25)
ANGLES = {
    "thorax": between(-20, 95),
    "lumbar": between(-20, 60),
    "thoracic": between(-20, 50),
    "neck": between(-60, 60),
    "pull": st.just(0.0) | between(0, 60),
}
even_poses = some(Pose, knee=between(0, 115), pressure=between(0.1, 0.9), **ANGLES)
feet = some(Foot, forward=between(-0.2, 0.25), up=between(0, 0.2), pitch=between(-30, 30))
#: Weight on one foot or between them, the other in front or off the floor, one hand laden.
uneven_poses = st.builds(
    lambda pose, weight, foot: pose._replace(
        weight=weight,
        left_foot=foot if weight == 1 else Foot(),
        right_foot=foot if weight == -1 else Foot(),
    ),
    some(
        Pose,
        knee=between(0, 100),
        pressure=between(0.25, 0.68),
        left_load=loads,
        right_load=loads,
        left_arm=arms,
        right_arm=arms,
        **ANGLES,
    ),
    st.sampled_from([-1.0, 0.0, 1.0]) | between(-1, 1),
    feet,
)
even_stances = some(Stance, width=between(0.05, 0.4), toe_out=between(0, 45))
stances = some(Stance, width=between(0.08, 0.2), toe_out=between(0, 40))


def assert_balanced(body: Body, pose: Pose, stance: Stance) -> Skeleton | None:
    """Return the skeleton, or None for a pose nobody could stand in; fail if it falls over."""
    try:
        skeleton = build_skeleton(body, pose, stance)
    except BalanceError:
        # Deep and doubled over on the heels: nobody could stand like that.
        assert pose.knee > 60 or not 0.2 < pose.pressure < 0.8 or pose.thorax < 0
        return None
    measures = measure(skeleton)
    assert measures.pressure == pytest.approx(pose.pressure, abs=1e-6)
    assert measures.sideways <= 1
    return skeleton


@tried(60)
@given(bodies, even_poses, even_stances, aims, loads)
def test_the_centre_of_pressure_is_where_the_pose_wants_it(
    body: Body, pose: Pose, stance: Stance, aim: Aim, load: float
) -> None:
    pose = both(pose, aim)._replace(left_load=load, right_load=load)
    skeleton = assert_balanced(body, pose, stance)
    if skeleton is not None:
        assert measure(skeleton).sideways == pytest.approx(0, abs=1e-6)


@tried(60)
@given(bodies, uneven_poses, stances)
def test_it_is_so_with_the_weight_on_one_foot_and_a_load_in_one_hand(
    body: Body, pose: Pose, stance: Stance
) -> None:
    assert_balanced(body, pose, stance)


@tried(25)
@given(bodies, uneven_poses, stances)
def test_left_and_right_are_treated_alike(body: Body, pose: Pose, stance: Stance) -> None:
    one = assert_balanced(body, pose, stance)
    other = assert_balanced(body, mirrored(pose), stance)
    if one is None or other is None:
        assert one is other
        return
    for name in ("hip_left", "knee_left", "palm_left", "ankle_left", "toe_left"):
        at = one.joints[name]
        there = other.joints[name.replace("left", "right")]
        assert there == pytest.approx((at.x, at.y, -at.z), abs=1e-6), name


def test_what_pulls_back_at_the_hips_is_leaned_against() -> None:
    free, pulled = (build_skeleton(Body(), Pose(pull=pull), Stance()) for pull in (0.0, 40.0))
    kg = sum(mass.kg for mass in pulled.masses)
    pressed = [
        skeleton.joints["heel_left"].x + 0.45 * (toe.x - skeleton.joints["heel_left"].x)
        for skeleton in (free, pulled)
        for toe in [skeleton.joints["toe_left"]]
    ]
    assert centre_of_mass(free).x == pytest.approx(pressed[0], abs=1e-6)
    ahead = centre_of_mass(pulled).x - pressed[1]
    assert ahead == pytest.approx(40 * pulled.hip.y / (kg * GRAVITY), abs=1e-6)
    assert pulled.hip.x > free.hip.x


def test_a_load_moves_the_body_back() -> None:
    pose = Pose(20, 65, 5)
    shins = [
        build_skeleton(Body(), pose._replace(left_load=kg, right_load=kg), Stance()).shin
        for kg in (0, 5, 10, 20)
    ]
    assert shins == sorted(shins, reverse=True)
    assert shins[0] - shins[2] > 2


def test_a_load_in_one_hand_moves_the_hips_to_the_other_side() -> None:
    empty, laden = (build_skeleton(Body(), Pose(right_load=kg), Stance()) for kg in (0, 15))
    assert empty.hip.z == pytest.approx(0, abs=1e-8)
    assert -0.06 < laden.hip.z < -0.02
    assert centre_of_mass(laden).z == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize("side", ["left", "right"])
def test_on_one_leg_the_hips_go_over_its_foot(side: str) -> None:
    sign = 1.0 if side == "right" else -1.0
    lifted = Foot(-0.05, 0.12, -20)
    pose = Pose(weight=1.0, left_foot=lifted)
    if side == "left":
        pose = mirrored(pose)
    skeleton = build_skeleton(Body(), pose, Stance())
    ankle, hip = skeleton.joints[f"ankle_{side}"], skeleton.joints[f"hip_{side}"]
    foot = skeleton.lengths.foot_breadth / 2
    assert abs(centre_of_mass(skeleton).z - ankle.z) < foot
    # The hip joint is outside its ankle: the leg leans out by a few degrees.
    leans = math.degrees(math.atan2(sign * (hip.z - ankle.z), hip.y - ankle.y))
    assert 4 < leans < 8
    assert skeleton.pose.stance_side == side
    assert skeleton.knee == pytest.approx(8)
    assert measure(skeleton).sideways < 0.6


def test_the_weight_goes_over_as_evenly_as_it_is_asked_to() -> None:
    weights = [i / 10 for i in range(-10, 11)]
    places = [
        centre_of_mass(build_skeleton(Body(), Pose(weight=weight), Stance())).z
        for weight in weights
    ]
    for weight, z in zip(weights, places, strict=True):
        assert z == pytest.approx(weight * places[-1], abs=1e-6)
    assert weight_shares(Pose(weight=-1)) == (1, 0)
    assert weight_shares(Pose(weight=0.5)) == (0.25, 0.75)


def test_with_one_foot_ahead_the_weight_is_between_them_as_shared() -> None:
    pose = Pose(weight=-0.5, left_foot=Foot(0.2))
    skeleton = build_skeleton(Body(), pose, Stance())
    along = 0.45 * (skeleton.joints["toe_left"].x - skeleton.joints["heel_left"].x)
    left, right = (skeleton.joints[f"heel_{side}"].x + along for side in ("left", "right"))
    assert centre_of_mass(skeleton).x == pytest.approx(0.75 * left + 0.25 * right, abs=1e-6)


@pytest.mark.parametrize("side", ["left", "right"])
def test_no_leg_is_straighter_than_a_degree_and_the_hips_come_down_for_it(side: str) -> None:
    pose = Pose(weight=-1.0, right_foot=Foot(0.3))
    other = {"left": "right", "right": "left"}[side]
    if side == "right":
        pose = mirrored(pose)
    skeleton = build_skeleton(Body(), pose, Stance())
    lengths, joints = skeleton.lengths, skeleton.joints
    reach = math.dist(joints[f"ankle_{other}"], joints[f"hip_{other}"])
    assert flexion(lengths.shank, lengths.thigh, reach) == pytest.approx(1)
    assert skeleton.knee > 30


def test_a_degree_of_shin_moves_the_weight_by_a_twentieth_of_the_foot() -> None:
    def shin(pressure: float) -> float:
        return build_skeleton(Body(), Pose(pressure=pressure), Stance()).shin

    assert 0.10 / (shin(0.50) - shin(0.40)) == pytest.approx(0.047, abs=0.006)


def test_more_lean_sends_the_shin_back() -> None:
    shins = [build_skeleton(Body(), Pose(20, lean), Stance()).shin for lean in (0, 30, 60, 90)]
    assert shins == sorted(shins, reverse=True)


def test_size_and_weight_do_not_change_the_angles() -> None:
    pose = Pose(knee=20, thorax=65, lumbar=5)
    shins = {
        round(build_skeleton(Body(stature_m=m, mass_kg=kg), pose, Stance()).shin, 5)
        for m, kg in ((1.2, 30), (1.75, 75), (2.3, 250))
    }
    assert len(shins) == 1


def test_long_thighs_lean_the_shin_farther_in_a_squat() -> None:
    pose = Pose(knee=100, thorax=45, lumbar=5)
    shins = [build_skeleton(Body(thigh=thigh), pose, Stance()).shin for thigh in (0.9, 1.0, 1.1)]
    assert shins == sorted(shins)


def test_a_pose_nobody_can_stand_in_is_named_in_one_sentence() -> None:
    pose = Pose(knee=150, thorax=-30, pressure=1.0)
    with pytest.raises(BalanceError) as caught:
        build_skeleton(Body(), pose, Stance())
    assert isinstance(caught.value, UserError)
    assert str(caught.value) == (
        "the weight cannot be brought over 1.00 of the foot at knee 150, thorax -30 degrees"
    )
