from __future__ import annotations

import pytest

from app.body.anthropometry import Body
from app.body.form import Check
from app.body.measures import measure
from app.body.pose import Pose, Stance
from app.body.skeleton import build_skeleton
from app.movement.goals import Target, TargetKind, amount_of, is_met

K = TargetKind
NO_VERDICT: dict[Check, bool | None] = dict.fromkeys(Check)


@pytest.mark.parametrize(
    ("target", "met", "missed"),
    [
        (Target(K.HIPS_BACK, 0.15), (0.1451, 0.3), (0.1449, -0.15)),
        (Target(K.TRUNK_LEAN, 65), (64.6, 90), (64.4, -65)),
        (Target(K.TRUNK_TALL, 50), (50.4, -10), (50.6,)),
        (Target(K.KNEES_BENT, 95), (94.6, 120), (94.4,)),
        (Target(K.KNEES_SOFT), (9.6, 20, 30.4), (9.4, 30.6)),
        (Target(K.WALL, 0.2), (0.0049, -0.1), (0.0051,)),
    ],
    ids=lambda value: value.kind if isinstance(value, Target) else "",
)
def test_a_target_is_met_up_to_what_rounding_hides(
    target: Target, met: tuple[float, ...], missed: tuple[float, ...]
) -> None:
    for amount, wanted in [*((one, True) for one in met), *((one, False) for one in missed)]:
        assert is_met(target, amount, NO_VERDICT) is wanted, amount


@pytest.mark.parametrize(
    ("kind", "check"),
    [
        (K.SHINS_UPRIGHT, Check.SHINS_VERTICAL),
        (K.BACK_FLAT, Check.FLAT_BACK),
        (K.MID_FOOT, Check.BALANCED),
    ],
)
def test_what_a_form_check_judges_is_met_when_the_check_says_so(
    kind: TargetKind, check: Check
) -> None:
    for verdict in (True, False, None):
        assert is_met(Target(kind), 0.0, {**NO_VERDICT, check: verdict}) is (verdict is True)


@pytest.mark.parametrize(
    ("kind", "part"),
    [
        (K.HIPS_BACK, "hip_behind_ankle"),
        (K.BACK_FLAT, "lumbar_percent"),
        (K.MID_FOOT, "pressure"),
    ],
)
def test_the_amount_is_what_is_measured(kind: TargetKind, part: str) -> None:
    skeleton = build_skeleton(Body(), Pose(20, 45), Stance())
    measures = measure(skeleton)
    assert amount_of(Target(kind), skeleton, measures, None) == getattr(measures, part)


def test_angles_are_those_of_the_pose() -> None:
    skeleton = build_skeleton(Body(), Pose(20, 45), Stance())
    measures = measure(skeleton)
    for kind, amount in (
        (K.TRUNK_LEAN, 45), (K.TRUNK_TALL, 45), (K.KNEES_SOFT, 20), (K.KNEES_BENT, 20),
        (K.SHINS_UPRIGHT, skeleton.shin),
    ):  # fmt: skip
        assert amount_of(Target(kind), skeleton, measures, None) == pytest.approx(amount)


@pytest.mark.parametrize("gap", [0.0049, 0.0051, -0.1])
def test_the_wall_is_as_far_as_the_seat_is_from_it(gap: float) -> None:
    skeleton = build_skeleton(Body(), Pose(20, 45), Stance())
    wall_x = skeleton.hip.x - skeleton.lengths.buttock - gap
    found = amount_of(Target(K.WALL, 0.2), skeleton, measure(skeleton), wall_x)
    assert found == pytest.approx(gap)
