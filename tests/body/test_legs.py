from __future__ import annotations

import math

import pytest

from app.body.anthropometry import Body, Sex, segments
from app.body.legs import SIDES, BalanceError, leg_angles, place_foot, place_knee, stands
from app.body.pose import Foot, Pose, Stance
from app.body.skeleton import build_skeleton
from app.body.vectors import Vec3
from app.errors import UserError

LENGTHS = segments(Body())
STANCE = Stance(0.12, 20)
LIFTED = Foot(up=0.12, forward=-0.05)


@pytest.mark.parametrize(("side", "sign"), SIDES)
@pytest.mark.parametrize("pitch", [-40, -5, 0, 10, 35])
def test_a_foot_turns_about_its_heel(side: str, sign: float, pitch: float) -> None:
    flat = place_foot(LENGTHS, STANCE, Foot(), sign)
    sole = place_foot(LENGTHS, STANCE, Foot(pitch=pitch), sign)
    assert sole.heel == flat.heel
    assert sole.toe.y == pytest.approx(LENGTHS.foot * math.sin(math.radians(pitch)))
    for parts in (("heel", "toe"), ("heel", "ankle"), ("ankle", "toe")):
        one, other = (getattr(sole, part) for part in parts)
        before = math.dist(*(getattr(flat, part) for part in parts))
        assert math.dist(one, other) == pytest.approx(before), parts
    # Toes up bring the ankle back, and the foot stays in its own upright plane.
    assert math.copysign(1, flat.ankle.x - sole.ankle.x) == math.copysign(1, pitch or 1)
    for part in (sole.toe, sole.ankle):
        across = (part.x - sole.heel.x) * sole.ahead.z - (part.z - sole.heel.z) * sole.ahead.x
        assert across == pytest.approx(0)


def test_a_foot_stands_where_the_stance_and_its_way_say() -> None:
    for side, sign in SIDES:
        home = place_foot(LENGTHS, STANCE, Foot(), sign)
        gone = place_foot(LENGTHS, STANCE, Foot(0.2, 0.05), sign)
        assert home.heel.y == home.toe.y == 0
        assert home.ankle == pytest.approx((0, LENGTHS.ankle_height, sign * 0.06 * 1.75)), side
        for one, other in zip(home[:3], gone[:3], strict=True):
            assert (other.x - one.x, other.y - one.y, other.z) == pytest.approx((0.2, 0.05, one.z))
        assert gone.ahead == home.ahead
        turned = math.degrees(math.atan2(home.toe.z - home.heel.z, home.toe.x - home.heel.x))
        assert turned == pytest.approx(sign * 20)


@pytest.mark.parametrize("toe_out", [0, 7, 30, 45])
def test_the_knee_goes_over_the_toes(toe_out: float) -> None:
    skeleton = build_skeleton(Body(), Pose(knee=90, thorax=45), Stance(0.15, toe_out))
    lengths = skeleton.lengths
    for side, sign in SIDES:
        ankle, knee, hip, toe = (
            skeleton.joints[f"{part}_{side}"] for part in ("ankle", "knee", "hip", "toe")
        )
        assert math.dist(ankle, knee) == pytest.approx(lengths.shank)
        assert math.dist(knee, hip) == pytest.approx(lengths.thigh)
        # Seen along the line from ankle to hip, the knee points where the foot does.
        ahead = Vec3(toe.x - ankle.x, 0, toe.z - ankle.z)
        axis = Vec3(hip.x - ankle.x, hip.y - ankle.y, hip.z - ankle.z)
        out = Vec3(knee.x - ankle.x, knee.y - ankle.y, knee.z - ankle.z)
        triple = (
            axis.x * (ahead.y * out.z - ahead.z * out.y)
            + axis.y * (ahead.z * out.x - ahead.x * out.z)
            + axis.z * (ahead.x * out.y - ahead.y * out.x)
        )
        assert triple == pytest.approx(0, abs=1e-12)
        assert knee.x > (ankle.x + hip.x) / 2
        if toe_out > 20:
            assert sign * knee.z > sign * (ankle.z + hip.z) / 2


def test_a_leg_that_is_too_short_is_refused() -> None:
    sole = place_foot(LENGTHS, Stance(), Foot(), 1.0)
    longest = LENGTHS.shank + LENGTHS.thigh
    straight = Vec3(sole.ankle.x, sole.ankle.y + longest, sole.ankle.z)
    knee = place_knee(LENGTHS, sole, straight)
    assert knee == pytest.approx((sole.ankle.x, sole.ankle.y + LENGTHS.shank, sole.ankle.z))
    with pytest.raises(BalanceError, match=r"^a leg does not reach from its foot to the hip$"):
        place_knee(LENGTHS, sole, straight._replace(y=straight.y + 1e-3))


def test_a_foot_too_far_away_is_a_mistake_of_the_user() -> None:
    far = Pose(left_foot=Foot(forward=2.0))
    with pytest.raises(BalanceError) as caught:
        build_skeleton(Body(), far, Stance())
    assert isinstance(caught.value, UserError)


def test_the_angles_of_a_leg_are_told_from_its_joints() -> None:
    ankle = Vec3(0, 0, 0)
    knee = Vec3(
        LENGTHS.shank * math.sin(math.radians(20)), LENGTHS.shank * math.cos(math.radians(20)), 0
    )
    tilt = math.radians(-40)
    hip = Vec3(knee.x + LENGTHS.thigh * math.sin(tilt), knee.y + LENGTHS.thigh * math.cos(tilt), 0)
    leg = leg_angles(LENGTHS, ankle, knee, hip, 30)
    assert leg == pytest.approx((20, 60, -40, 70))
    straight = Vec3(0, LENGTHS.shank, 0)
    over = Vec3(0, LENGTHS.shank + LENGTHS.thigh, 0)
    assert leg_angles(LENGTHS, ankle, straight, over, 10) == (0, 0, 0, 10)


@pytest.mark.parametrize(
    ("foot", "down"),
    [
        (Foot(), True),
        (Foot(forward=0.3), True),
        (Foot(up=0.002), False),
        (Foot(pitch=5), True),  # on the heel
        (Foot(up=LENGTHS.foot * math.sin(math.radians(5)), pitch=-5), True),  # on the toes
        (Foot(pitch=-5), False),  # through the floor
        (Foot(pitch=25), False),
    ],
)
def test_a_foot_stands_with_one_end_on_the_floor(foot: Foot, *, down: bool) -> None:
    assert stands(LENGTHS, Pose(left_foot=foot), "left") is down
    assert stands(LENGTHS, Pose(left_foot=foot), "right")
    assert stands(LENGTHS, Pose(right_foot=foot), "right") is down


@pytest.mark.parametrize("sex", Sex)
def test_a_lifted_foot_leaves_the_standing_leg_as_it_is(sex: Sex) -> None:
    body = Body(sex=sex)
    down = build_skeleton(body, Pose(weight=1.0), Stance())
    up = build_skeleton(body, Pose(weight=1.0, left_foot=LIFTED), Stance())
    assert up.joints["heel_left"].y == pytest.approx(0.12)
    assert up.joints["ankle_right"] == down.joints["ankle_right"]
    assert up.legs["right"].knee == pytest.approx(8)
    assert up.legs["left"].knee > 30  # it bends to hang free
    assert up.legs["left"].knee > down.legs["left"].knee
    # Off the floor it hangs below its own hip.
    aside = abs(up.joints["ankle_left"].z - up.joints["hip_left"].z)
    assert aside < 0.4 * abs(down.joints["ankle_left"].z - down.joints["hip_left"].z)


def test_the_hips_are_no_higher_than_the_other_leg_reaches() -> None:
    """A step ahead lowers the hips: both legs stay on the floor, neither is torn off."""
    home = build_skeleton(Body(), Pose(weight=1.0), Stance())
    step = build_skeleton(Body(), Pose(weight=1.0, left_foot=Foot(forward=0.4)), Stance())
    assert step.hip.y < home.hip.y
    for side, _ in SIDES:
        ankle, knee = step.joints[f"ankle_{side}"], step.joints[f"knee_{side}"]
        assert math.dist(ankle, knee) == pytest.approx(step.lengths.shank)
        assert math.dist(knee, step.joints[f"hip_{side}"]) == pytest.approx(step.lengths.thigh)
        assert step.joints[f"heel_{side}"].y == 0
