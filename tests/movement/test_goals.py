from __future__ import annotations

from typing import Any

import pytest

from app.body.anthropometry import Body
from app.body.measures import measure
from app.body.pose import Pose, Stance
from app.body.skeleton import build_skeleton
from app.movement.goals import Target, TargetKind, is_met

K = TargetKind


@pytest.mark.parametrize(
    ("target", "part", "met", "missed"),
    [
        (Target(K.HIPS_BACK, 0.15), "hip_behind_ankle", (0.1451, 0.3), (0.1449, -0.15)),
        (Target(K.TRUNK_LEAN, 65), "thorax", (64.6, 90), (64.4, -65)),
        (Target(K.TRUNK_TALL, 50), "thorax", (50.4, -10), (50.6,)),
        (Target(K.KNEES_BENT, 95), "knee", (94.6, 120), (94.4,)),
        (Target(K.KNEES_SOFT), "knee", (9.6, 20, 30.4), (9.4, 30.6)),
        (Target(K.SHINS_UPRIGHT), "shin", (-10, 0, 10), (-10.1, 10.1)),
        (Target(K.BACK_FLAT), "lumbar_percent", (-90, 0, 50), (50.1,)),
        (Target(K.MID_FOOT), "pressure", (0.25, 0.45, 0.68), (0.249, 0.681)),
    ],
    ids=lambda value: value.kind if isinstance(value, Target) else "",
)
def test_a_target_is_met_up_to_what_rounding_hides(
    target: Target, part: str, met: tuple[float, ...], missed: tuple[float, ...]
) -> None:
    for amount, wanted in [*((one, True) for one in met), *((one, False) for one in missed)]:
        skeleton = build_skeleton(Body(), Pose(20, 45), Stance())
        measures = measure(skeleton)
        changed: dict[str, Any] = {part: amount}
        if part == "thorax":
            skeleton = skeleton._replace(pose=skeleton.pose._replace(thorax=amount))
        elif part in ("knee", "shin"):
            legs = {side: leg._replace(**{part: amount}) for side, leg in skeleton.legs.items()}
            skeleton = skeleton._replace(legs=legs)
        else:
            measures = measures._replace(**changed)
        assert is_met(target, skeleton, measures, None) is wanted, amount


@pytest.mark.parametrize(("gap", "wanted"), [(0.0049, True), (0.0051, False), (-0.1, True)])
def test_the_wall_is_touched_up_to_half_a_centimetre(gap: float, wanted: bool) -> None:
    skeleton = build_skeleton(Body(), Pose(20, 45), Stance())
    wall_x = skeleton.hip.x - skeleton.lengths.buttock - gap
    assert is_met(Target(K.WALL, 0.2), skeleton, measure(skeleton), wall_x) is wanted
