from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.body.anthropometry import Body
from app.body.form import Check, Pattern
from app.movement.advice import SHOWN, Advice
from app.movement.free_body import FreeBody, FreePose
from app.movement.goals import Goal, GoalId, TargetKind, make_goal
from app.movement.tryout import HELD_S, Fall, Tryout
from tests.helpers.bodies import ANYONE, COVERING
from tests.helpers.patience import examples

RIGHT = FreePose(0.17, 20, 55)


def at_goal(goal: GoalId, body: Body | None = None) -> Tryout:
    tryout = Tryout(body or Body())
    if tryout.goal.id is not goal:
        tryout._ask(goal, tryout.body)  # working out the goals between takes long
    return tryout


def falls(tryout: Tryout) -> tuple[Fall, float]:
    return tryout.fall, tryout.tip


def asked(goal: Goal, kind: TargetKind) -> float:
    return next(target.amount for target in goal.targets if target.kind is kind)


@pytest.mark.parametrize("body", COVERING)
def test_every_goal_can_be_reached_on_every_body(body: Body) -> None:
    tryout = Tryout(body)
    for goal in list(GoalId)[:-1]:
        assert tryout.goal.id == goal
        standing = tryout.met
        assert not all(standing), "standing is no goal"
        assert tryout.goal.aim is not None
        tryout.move(*tryout.goal.aim)
        assert tryout.pose == pytest.approx(tryout.goal.aim, abs=1e-3)
        assert tryout.has_it
        assert tryout.mend is None
        assert tryout.fall is Fall.STANDS
        tryout.hold(0.0)
        assert tryout.hold(HELD_S)
        tryout.go_on()
    assert tryout.goal.targets == ()
    assert not tryout.has_it


@settings(max_examples=examples(25))
@given(ANYONE)
def test_goals_ask_for_numbers_that_mean_something(body: Body) -> None:
    assert 0.07 <= asked(make_goal(GoalId.HINGE, FreeBody(body)), TargetKind.HIPS_BACK) <= 0.15
    assert 0.07 <= asked(make_goal(GoalId.WALL, FreeBody(body)), TargetKind.WALL) <= 0.20
    assert 30 <= asked(make_goal(GoalId.DEEP, FreeBody(body)), TargetKind.TRUNK_LEAN) <= 65


def test_the_usual_body_is_asked_for_the_usual_numbers() -> None:
    assert asked(make_goal(GoalId.HINGE, FreeBody(Body())), TargetKind.HIPS_BACK) == 0.15
    assert asked(make_goal(GoalId.WALL, FreeBody(Body())), TargetKind.WALL) == 0.19
    assert asked(make_goal(GoalId.DEEP, FreeBody(Body())), TargetKind.TRUNK_LEAN) == 55
    assert at_goal(GoalId.SQUAT).goal.pattern is Pattern.SQUAT


@pytest.mark.parametrize(
    ("goal", "pose", "missing"),
    [
        (GoalId.HINGE, FreePose(0.22, 20, 35), {TargetKind.MID_FOOT}),
        (GoalId.HINGE, FreePose(0.10, 20, 50), {TargetKind.HIPS_BACK}),
        (GoalId.HINGE, FreePose(0.16, 75, 45), {TargetKind.SHINS_UPRIGHT}),
        (GoalId.HINGE, FreePose(0.20, 20, 100), {TargetKind.BACK_FLAT}),
        (GoalId.WALL, FreePose(0.12, 20, 50), {TargetKind.WALL}),
        (GoalId.DEEP, FreePose(0.17, 20, 50), {TargetKind.TRUNK_LEAN}),
        (GoalId.DEEP, FreePose(0.19, 2, 62), {TargetKind.KNEES_SOFT}),
        (GoalId.SQUAT, FreePose(0.17, 70, 45), {TargetKind.KNEES_BENT}),
        (GoalId.SQUAT, FreePose(0.20, 100, 60), {TargetKind.TRUNK_TALL}),
    ],
)
def test_each_part_of_a_goal_is_asked_for(
    goal: GoalId, pose: FreePose, missing: set[TargetKind]
) -> None:
    tryout = at_goal(goal)
    tryout.move(*pose)
    pairs = zip(tryout.goal.targets, tryout.met, strict=True)
    assert {target.kind for target, met in pairs if not met} == missing


def test_a_goal_counts_only_when_it_is_held() -> None:
    tryout = Tryout(Body())
    assert tryout.goal.aim is not None
    assert not tryout.hold(0.0)
    tryout.move(*tryout.goal.aim)
    assert not tryout.hold(1.0)
    assert not tryout.hold(1.0 + HELD_S - 0.01)
    tryout.move(trunk=0)
    assert not tryout.hold(1.0 + HELD_S), "it was let go before"
    tryout.move(*tryout.goal.aim)
    assert not tryout.hold(2.0)
    assert tryout.hold(2.0 + HELD_S)
    assert tryout.reached
    assert not tryout.hold(9.0), "it is told once"
    tryout.move(trunk=0)
    assert tryout.reached, "what was reached stays so"
    tryout.start_over()
    assert not tryout.reached


@pytest.mark.parametrize(
    ("check", "pose", "advice", "mended"),
    [
        (Check.FLAT_BACK, FreePose(0.2, 20, 100), Advice.COME_UP, {"trunk": 70.0}),
        (Check.BALANCED, FreePose(0.17, 20, 20), Advice.LEAN, {"trunk": 50.0}),
        (Check.BALANCED, FreePose(0.32, 40, 70), Advice.HIPS_FORWARD, {"hips": 0.22}),
        (Check.BALANCED, FreePose(0.3, 100, 40), Advice.HIPS_FORWARD, {"hips": 0.2}),
        (Check.BALANCED, FreePose(0.05, 20, 60), Advice.OFF_THE_TOES, {"hips": 0.18}),
        (
            Check.SHINS_VERTICAL,
            FreePose(0.16, 60, 40),
            Advice.SHINS_BACK,
            {"hips": 0.18, "knee": 25},
        ),
        (Check.SOFT_KNEES, FreePose(0.2, 0, 65), Advice.SOFTEN, {"knee": 15}),
        (Check.HINGE_NOT_SQUAT, FreePose(0.2, 50, 40), Advice.STRAIGHTEN, {"knee": 30}),
        (Check.HIPS_BACK, FreePose(0.05, 10, 32), Advice.HIPS_BACK, {"hips": 0.1}),
    ],
)
def test_each_check_can_fail_and_its_advice_mends_it(
    check: Check, pose: FreePose, advice: Advice, mended: dict[str, float]
) -> None:
    tryout = at_goal(GoalId.FREE)
    tryout.move(*pose)
    assert tryout.verdicts[check] is False
    assert tryout.mend is not None
    found = {tryout.mend.check: tryout.mend.advice}
    assert found == {check: advice}
    tryout.move(**mended)
    assert tryout.verdicts[check] is True


def test_upright_only_back_and_balance_have_a_verdict() -> None:
    tryout = Tryout(Body())
    given_ = {check for check in SHOWN if tryout.verdicts[check] is not None}
    assert given_ == {Check.FLAT_BACK, Check.BALANCED}


def test_a_squat_is_not_told_to_be_a_hinge() -> None:
    tryout = at_goal(GoalId.SQUAT)
    assert tryout.goal.aim is not None
    tryout.move(*tryout.goal.aim)
    assert tryout.verdicts[Check.HINGE_NOT_SQUAT] is None
    free = at_goal(GoalId.FREE)
    free.move(*tryout.goal.aim)
    assert free.verdicts[Check.HINGE_NOT_SQUAT] is False


def test_who_is_out_of_balance_falls_and_comes_back() -> None:
    tryout = Tryout(Body())
    assert falls(tryout) == (Fall.STANDS, 0)
    tryout.move(hips=0.3)
    fall, tip = falls(tryout)
    assert fall is Fall.BACKWARD
    assert tip < -5
    tryout.move(hips=-0.1, trunk=60)
    fall, tip = falls(tryout)
    assert fall is Fall.FORWARD
    assert tip > 5
    tryout.move(*RIGHT)
    assert falls(tryout) == (Fall.STANDS, 0)


@settings(max_examples=examples(40))
@given(ANYONE, st.floats(-0.2, 0.4), st.floats(0, 130), st.floats(-10, 100), st.booleans())
def test_who_tips_comes_to_wall_and_floor_and_not_through(
    body: Body, hips: float, knee: float, trunk: float, wall: bool
) -> None:
    tryout = at_goal(GoalId.WALL if wall else GoalId.FREE, body)
    tryout.move(hips, knee, trunk)
    skeleton = tryout.tipped(tryout.tip)
    if tryout.tip:
        assert min(at.y for at in skeleton.joints.values()) > -1e-3
    if tryout.goal.wall_x is not None:
        seat = skeleton.hip.x - skeleton.lengths.buttock
        assert seat > tryout.goal.wall_x - 1e-3
    assert (tryout.fall is Fall.WALL) <= wall


def test_the_wall_holds_who_leans_on_it() -> None:
    tryout = at_goal(GoalId.WALL)
    tryout.move(hips=0.3)
    assert tryout.measures.pressure < 0
    assert tryout.fall is Fall.WALL
    assert tryout.tip == pytest.approx(0, abs=0.1)
    assert not tryout.has_it


def test_another_body_takes_the_pose_along() -> None:
    tryout = at_goal(GoalId.DEEP)
    tryout.move(*RIGHT)
    tryout.take_body(Body(stature_m=1.5, mass_kg=50, slr_deg=70))
    assert tryout.body.stature_m == 1.5
    assert tryout.goal.id is GoalId.DEEP
    assert tryout.pose == pytest.approx(FreePose(0.17 * 1.5 / 1.75, 20, 55))
    assert tryout.skeleton.body == tryout.body
    assert asked(tryout.goal, TargetKind.TRUNK_LEAN) < 60


def test_after_the_last_goal_comes_the_first_again() -> None:
    tryout = Tryout(Body())
    assert (tryout.index, tryout.count) == (0, 5)
    for _ in range(tryout.count):
        tryout.go_on()
    assert tryout.goal.id is GoalId.HINGE
