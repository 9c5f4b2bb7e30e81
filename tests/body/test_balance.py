from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.body.anthropometry import LIMITS, Body, Sex
from app.body.balance import BalanceError
from app.body.measures import measure
from app.body.pose import Pose, Stance
from app.body.skeleton import build_skeleton
from app.errors import UserError


def between(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False)


bodies = st.builds(
    Body,
    *(between(*LIMITS[name][:2]) for name in ("stature_m", "mass_kg")),
    st.sampled_from(Sex),
    *(between(*LIMITS[name][:2]) for name in ("thigh", "trunk", "slr_deg", "lumbar_deg")),
)
poses = st.builds(
    Pose,
    knee=between(0, 115),
    thorax=between(-20, 95),
    lumbar=between(-20, 60),
    neck=between(-60, 60),
    shoulder=between(-40, 180),
    elbow=between(0, 140),
    pressure=between(0.1, 0.9),
)
stances = st.builds(Stance, between(0.05, 0.4), between(0, 45))


@settings(max_examples=250, deadline=None, database=None)
@given(bodies, poses, stances)
def test_the_centre_of_mass_stands_over_the_wanted_point(
    body: Body, pose: Pose, stance: Stance
) -> None:
    try:
        skeleton = build_skeleton(body, pose, stance)
    except BalanceError:
        # Deep and doubled over on the heels: nobody could stand so.
        assert pose.knee > 60 or not 0.2 < pose.pressure < 0.8 or pose.thorax < 0
        return
    measures = measure(skeleton)
    assert measures.pressure == pytest.approx(pose.pressure, abs=1e-9)
    assert measures.sideways == pytest.approx(0, abs=1e-9)


def test_a_degree_of_shin_moves_the_weight_by_a_twentieth_of_the_foot() -> None:
    def shin(pressure: float) -> float:
        return build_skeleton(Body(), Pose(pressure=pressure), Stance()).shin

    assert 0.10 / (shin(0.50) - shin(0.40)) == pytest.approx(0.047, abs=0.006)


def test_more_lean_sends_the_shin_back() -> None:
    shins = [
        build_skeleton(Body(), Pose(knee=20, thorax=lean, shoulder=lean), Stance()).shin
        for lean in (0, 30, 60, 90)
    ]
    assert shins == sorted(shins, reverse=True)


def test_size_and_weight_do_not_change_the_angles() -> None:
    pose = Pose(knee=20, thorax=65, lumbar=5, shoulder=65)
    shins = {
        round(build_skeleton(Body(stature_m=m, mass_kg=kg), pose, Stance()).shin, 9)
        for m, kg in ((1.2, 30), (1.75, 75), (2.3, 250))
    }
    assert len(shins) == 1


def test_long_thighs_lean_the_shin_farther_in_a_squat() -> None:
    pose = Pose(knee=100, thorax=45, lumbar=5, shoulder=45)
    shins = [build_skeleton(Body(thigh=thigh), pose, Stance()).shin for thigh in (0.9, 1.0, 1.1)]
    assert shins == sorted(shins)


def test_a_pose_nobody_can_stand_in_is_named_in_one_sentence() -> None:
    pose = Pose(knee=150, thorax=-30, shoulder=-30, pressure=1.0)
    with pytest.raises(BalanceError) as caught:
        build_skeleton(Body(), pose, Stance())
    assert isinstance(caught.value, UserError)
    assert str(caught.value) == (
        "the weight cannot be brought over 1.00 of the foot at knee 150, thorax -30 degrees"
    )


def test_legs_that_would_fold_below_the_floor_are_refused() -> None:
    pose = Pose(knee=150, thorax=90, shoulder=90, pressure=0.45)
    with pytest.raises(BalanceError, match=r"^the legs cannot fold to knee 150 degrees"):
        build_skeleton(Body(thigh=1.2), pose, Stance(width=0.4))
