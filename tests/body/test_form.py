from __future__ import annotations

from typing import Any

import pytest

from app.body.anthropometry import Body
from app.body.form import APPLIES, Check, FrameContext, Pattern, check_form
from app.body.measures import Measures, measure
from app.body.pose import Pose, Stance
from app.body.skeleton import Skeleton, build_skeleton

#: A hinge at its bottom, which breaks nothing.
GOOD = Pose(20, 65, 5)
BOTTOM = FrameContext(deepest=True, moving_s=2.0)


def verdict(
    check: Check,
    pose: Pose = GOOD,
    moment: FrameContext = BOTTOM,
    *,
    pattern: Pattern = Pattern.HINGE,
    body: Body | None = None,
    shin: float | None = None,
    changed: dict[str, Any] | None = None,
) -> bool | None:
    """Return a check's verdict on a pose, with some of its measures set by hand."""
    skeleton = build_skeleton(body or Body(), pose, Stance())
    if shin is not None:
        legs = {side: leg._replace(shin=shin) for side, leg in skeleton.legs.items()}
        skeleton = skeleton._replace(legs=legs)
    measures = measure(skeleton)._replace(**(changed or {}))
    return check_form(skeleton, measures, pattern, moment)[check]


def test_a_good_hinge_passes_every_check() -> None:
    skeleton = build_skeleton(Body(), GOOD, Stance())
    found = check_form(skeleton, measure(skeleton), Pattern.HINGE, BOTTOM)
    assert found == dict.fromkeys(Check, True)


@pytest.mark.parametrize(
    ("check", "name", "inside", "outside"),
    [
        (Check.FLAT_BACK, "lumbar_percent", 50.0, 50.01),
        (Check.FLAT_BACK, "lumbar_percent", -30.0, 80.0),
        (Check.FLAT_BACK, "lumbar_percent", -120.0, 120.0),  # extension is never rounding
        (Check.BALANCED, "pressure", 0.25, 0.2499),
        (Check.BALANCED, "pressure", 0.68, 0.6801),
        (Check.BALANCED, "sideways", 1.0, 1.01),
        (Check.HINGE_NOT_SQUAT, "hip_knee_ratio", 1.6, 1.599),
        (Check.HINGE_NOT_SQUAT, "hip_knee_ratio", None, 0.0),
        (Check.HIPS_BACK, "hip_behind_ankle", 0.0701, 0.0699),
    ],
)
def test_a_check_turns_exactly_at_its_limit(
    check: Check, name: str, inside: float | None, outside: float | None
) -> None:
    assert verdict(check, changed={name: inside}) is True
    assert verdict(check, changed={name: outside}) is False


@pytest.mark.parametrize(
    ("check", "inside", "outside"),
    [
        (Check.NECK_IN_LINE, GOOD._replace(neck=20), GOOD._replace(neck=20.01)),
        (Check.NECK_IN_LINE, GOOD._replace(neck=-20), GOOD._replace(neck=-20.01)),
        (Check.SOFT_KNEES, GOOD._replace(knee=5), GOOD._replace(knee=4.99)),
    ],
)
def test_a_pose_turns_a_check_exactly_at_its_limit(
    check: Check, inside: Pose, outside: Pose
) -> None:
    assert verdict(check, inside) is True
    assert verdict(check, outside) is False


@pytest.mark.parametrize(
    ("check", "changed"),
    [
        (Check.FLAT_BACK, {"lumbar_percent": 50 + 1e-10}),
        (Check.BALANCED, {"pressure": 0.25 - 1e-10}),
        (Check.BALANCED, {"pressure": 0.68 + 1e-10}),
    ],
)
def test_a_rounding_error_is_no_bad_form(check: Check, changed: dict[str, float]) -> None:
    assert verdict(check, changed=changed) is True


def test_the_shin_may_lean_ten_degrees_forward_and_any_way_back() -> None:
    assert verdict(Check.SHINS_VERTICAL, shin=10.0) is True
    assert verdict(Check.SHINS_VERTICAL, shin=10.01) is False
    assert verdict(Check.SHINS_VERTICAL, shin=-25.0) is True


def test_a_moving_phase_takes_at_least_a_second() -> None:
    assert verdict(Check.UNHURRIED, moment=FrameContext(moving_s=1.0)) is True
    assert verdict(Check.UNHURRIED, moment=FrameContext(moving_s=0.999)) is False
    assert verdict(Check.UNHURRIED, moment=FrameContext(moving_s=None)) is None


def test_hips_back_grows_with_the_person() -> None:
    for stature in (1.5, 2.0):
        body = Body(stature_m=stature)
        for share, wanted in ((0.0401, True), (0.0399, False)):
            got = verdict(Check.HIPS_BACK, body=body, changed={"hip_behind_ankle": share * stature})
            assert got is wanted


def test_the_own_range_decides_what_is_round() -> None:
    pose = GOOD._replace(lumbar=25)
    assert verdict(Check.FLAT_BACK, pose, body=Body(lumbar_deg=50)) is True
    assert verdict(Check.FLAT_BACK, pose, body=Body(lumbar_deg=49)) is False


GATED = (Check.SHINS_VERTICAL, Check.SOFT_KNEES, Check.HINGE_NOT_SQUAT)


@pytest.mark.parametrize("check", GATED)
@pytest.mark.parametrize(
    ("knee", "thorax", "open_"),
    [(8, 30, True), (8, 29.99, False), (45, 0, True), (44.99, 0, False), (8, 0, False)],
)
def test_the_bottom_gate_opens_at_its_edges(
    check: Check, knee: float, thorax: float, open_: bool
) -> None:
    pose = Pose(knee, thorax)
    assert (verdict(check, pose) is not None) is open_


@pytest.mark.parametrize("check", [Check.FLAT_BACK, Check.BALANCED, Check.NECK_IN_LINE])
def test_back_balance_and_neck_have_a_verdict_in_every_frame(check: Check) -> None:
    assert verdict(check, Pose(), FrameContext()) is True


def test_shins_and_knees_are_those_of_the_leg_that_bears_the_weight() -> None:
    skeleton = build_skeleton(Body(), GOOD._replace(weight=1.0), Stance())
    for side, passes in (("left", True), ("right", False)):
        wrong = skeleton.legs[side]._replace(shin=20, knee=2)
        found = check_form(
            skeleton._replace(legs={**skeleton.legs, side: wrong}),
            measure(skeleton),
            Pattern.HINGE,
            BOTTOM,
        )
        assert found[Check.SHINS_VERTICAL] is passes
        assert found[Check.SOFT_KNEES] is passes


def test_hips_back_is_asked_at_the_deepest_moment_alone() -> None:
    assert verdict(Check.HIPS_BACK, moment=FrameContext(deepest=False)) is None
    low, enough = (Pose(15, lean) for lean in (29.99, 30))
    assert verdict(Check.HIPS_BACK, low) is None
    assert verdict(Check.HIPS_BACK, enough) is not None


STILL = {Check.FLAT_BACK, Check.BALANCED, Check.NECK_IN_LINE}


@pytest.mark.parametrize(
    ("pattern", "left_out"),
    [
        (Pattern.HINGE, set()),
        (Pattern.SQUAT, {Check.SHINS_VERTICAL, Check.HINGE_NOT_SQUAT, Check.HIPS_BACK}),
        (Pattern.FLOOR_LIFT, {Check.SHINS_VERTICAL, Check.HINGE_NOT_SQUAT}),
        (Pattern.SWING, {Check.UNHURRIED}),
        (Pattern.STAND, set(Check) - STILL),
        (Pattern.STRETCH, set(Check) - STILL),
    ],
)
def test_a_pattern_says_which_checks_apply(pattern: Pattern, left_out: set[Check]) -> None:
    assert APPLIES[pattern] == set(Check) - left_out
    skeleton = build_skeleton(Body(), GOOD, Stance())
    found = check_form(skeleton, measure(skeleton), pattern, BOTTOM)
    assert {check for check, verdict in found.items() if verdict is None} == left_out


def test_every_pattern_is_known() -> None:
    assert set(APPLIES) == set(Pattern)


def failing(pose: Pose, pattern: Pattern = Pattern.HINGE) -> set[Check]:
    skeleton: Skeleton = build_skeleton(Body(), pose, Stance())
    measures: Measures = measure(skeleton)
    found = check_form(skeleton, measures, pattern, BOTTOM)
    return {check for check, verdict in found.items() if verdict is False}


@pytest.mark.parametrize(
    ("knee", "thorax", "lumbar", "pressure", "pattern", "breaks"),
    [
        (20, 65, 5, 0.45, "hinge", set()),
        (15, 45, 0, 0.45, "hinge", set()),
        (30, 40, 0, 0.45, "hinge", set()),
        (20, 75, 40, 0.45, "hinge", {"flat_back"}),
        (100, 45, 5, 0.45, "hinge", {"hinge_not_squat", "shins_vertical"}),
        (100, 45, 5, 0.45, "squat", set()),
        (2, 70, 8, 0.45, "hinge", {"soft_knees"}),
        (12, 35, 0, 0.64, "hinge", {"hips_back"}),
        (20, 70, 8, 0.72, "hinge", {"balanced"}),
        (20, 60, 0, 0.20, "hinge", {"balanced"}),
        (2, 85, 45, 0.45, "hinge", {"soft_knees", "flat_back"}),
    ],
)
def test_each_posture_breaks_what_it_is_known_to_break(
    knee: float, thorax: float, lumbar: float, pressure: float, pattern: str, breaks: set[str]
) -> None:
    pose = Pose(knee, thorax, lumbar, pressure=pressure)
    assert failing(pose, Pattern(pattern)) == breaks
