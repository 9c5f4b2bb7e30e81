from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.body.anthropometry import Body
from app.body.hamstrings import most_hip_flexion
from app.body.limits import JOINT_LIMITS, check_limits
from app.body.pose import Stance
from app.body.skeleton import build_skeleton
from app.movement.free_body import KNEE, TRUNK, FreeBody, FreePose
from tests.helpers.bodies import ANYONE, COVERING

ANYTHING = st.builds(
    FreePose,
    st.floats(-5, 5, allow_nan=False),
    st.floats(-500, 500, allow_nan=False),
    st.floats(-500, 500, allow_nan=False),
)
NEARLY = st.builds(FreePose, st.floats(-0.2, 0.4), st.floats(*KNEE), st.floats(*TRUNK))


@given(ANYONE, ANYTHING | NEARLY)
def test_whatever_is_asked_for_is_a_pose_a_body_can_be_in(body: Body, wanted: FreePose) -> None:
    free = FreeBody(body)
    pose = free.clamped(wanted)
    skeleton, measures = free.skeleton(pose)
    check_limits(skeleton)
    assert measures.hip_behind_ankle == pytest.approx(pose.hips, abs=1e-9)
    assert skeleton.knee == pytest.approx(pose.knee, abs=1e-3)
    assert skeleton.pose.thorax == pytest.approx(pose.trunk, abs=1e-6)
    assert skeleton.hip.y > skeleton.lengths.buttock, "nobody sits in the floor"
    assert min(at.y for at in skeleton.joints.values()) > -0.06, "hands stay off the floor"
    clamped = free.clamped(pose)
    assert clamped == pytest.approx(pose, abs=1e-3), "what can be done is left as it is"


@given(ANYONE, NEARLY)
def test_what_a_body_can_do_is_taken_as_it_is(body: Body, wanted: FreePose) -> None:
    free = FreeBody(body)
    pose = free.clamped(wanted)
    least, most = free.hips_range(wanted.knee)
    assert pose.knee == wanted.knee
    if least <= wanted.hips <= most:
        assert pose.hips == wanted.hips
    else:
        assert pose.hips in (least, most)


@given(ANYONE, NEARLY)
def test_the_pressure_that_comes_out_is_the_one_that_balance_solves(
    body: Body, wanted: FreePose
) -> None:
    free = FreeBody(body)
    skeleton, measures = free.skeleton(free.clamped(wanted))
    assert skeleton.pose.pressure == measures.pressure
    if 0 <= measures.pressure <= 1 and skeleton.knee < 90:
        solved = build_skeleton(body, skeleton.pose, Stance())
        assert solved.hip.x == pytest.approx(skeleton.hip.x, abs=1e-5)
        assert solved.shin == pytest.approx(skeleton.shin, abs=1e-2)


def test_it_begins_standing_tall_in_balance() -> None:
    for body in COVERING:
        free = FreeBody(body)
        skeleton, measures = free.skeleton(free.upright())
        assert measures.pressure == pytest.approx(0.45, abs=1e-4)
        assert (skeleton.pose.thorax, skeleton.pose.lumbar) == (0, 0)


@pytest.mark.parametrize("slr", [60, 80, 100])
def test_who_leans_past_the_hamstrings_rounds_the_back(slr: float) -> None:
    free = FreeBody(Body(slr_deg=slr))
    end = free.flattest(FreePose(0.2, 20, 0))
    before, past = end - 0.1, end + 20
    flat, _ = free.skeleton(free.clamped(FreePose(0.2, 20, before)))
    assert flat.pose.lumbar == 0
    assert flat.hip_flexion == pytest.approx(most_hip_flexion(slr, 20), abs=0.2)
    if past > TRUNK[1]:
        return
    round_, _ = free.skeleton(free.clamped(FreePose(0.2, 20, past)))
    assert round_.pose.lumbar == pytest.approx(20, abs=0.01)
    assert round_.hip_flexion == pytest.approx(most_hip_flexion(slr, 20), abs=0.2), (
        "the pelvis stays behind"
    )


def test_a_stiff_back_ends_too_and_with_it_the_lean() -> None:
    free = FreeBody(Body(slr_deg=40, lumbar_deg=20))
    pose = free.clamped(FreePose(0.1, 0, 100))
    skeleton, _ = free.skeleton(pose)
    assert pose.trunk < 90
    assert skeleton.pose.lumbar == pytest.approx(20)
    assert skeleton.pose.thoracic == pytest.approx(30)


def test_leaning_back_hollows_the_back_and_ends() -> None:
    free = FreeBody(Body())
    skeleton, _ = free.skeleton(free.clamped(FreePose(-0.15, 0, -10)))
    assert -20 < skeleton.pose.lumbar < 0


def test_ankles_end_and_take_the_hips_along() -> None:
    free = FreeBody(Body())
    pose = free.clamped(FreePose(-0.1, 100, 40))
    skeleton, _ = free.skeleton(pose)
    assert skeleton.shin == pytest.approx(JOINT_LIMITS["ankle"][1] - 0.5, abs=0.01)
    assert pose.hips > 0


@given(ANYONE, NEARLY, st.floats(0.08, 0.25))
def test_nothing_goes_through_a_wall(body: Body, wanted: FreePose, gap: float) -> None:
    heel = FreeBody(body).heel_x
    free = FreeBody(body, heel - gap)
    pose = free.clamped(wanted)
    skeleton, _ = free.skeleton(pose)
    assert skeleton.hip.x - skeleton.lengths.buttock >= heel - gap - 1e-4
    check_limits(skeleton)


@given(ANYONE, st.floats(0, 40), st.floats(0, 70), st.floats(0.3, 0.6))
def test_the_hips_are_found_that_bring_the_weight_where_it_should_be(
    body: Body, knee: float, trunk: float, pressure: float
) -> None:
    free = FreeBody(body)
    pose = free.in_balance(knee, trunk, pressure)
    assert free.skeleton(pose)[1].pressure == pytest.approx(pressure, abs=1e-3)
