"""Feet that move: one after the other, each while the other one bears the weight."""

from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

import pytest

from app.body.anthropometry import Body
from app.body.measures import measure
from app.movement.library import MovementLibrary
from app.movement.motion import Motion
from tests.helpers.movements import written

STEP = 'step 4 { left_foot = { forward = 0.2 }, right_foot = { forward = 0.2 }, weight = "both" }'
FRAMES = [i / 200 for i in range(201)]


def stepping(folder: Path, *phases: str) -> Motion:
    return Motion(written(folder, *phases, more="moves_feet = true"), Body())


def test_the_weight_goes_first_and_the_feet_one_after_the_other(tmp_path: Path) -> None:
    motion = stepping(tmp_path, STEP)
    poses = [motion.pose_in(0, share) for share in FRAMES]
    gone = {"left": False, "right": False}
    for pose in poses:
        for side, other, away in (("left", "right", 1.0), ("right", "left", -1.0)):
            forward = pose.foot(side).forward
            if 1e-6 < forward < 0.2 - 1e-6:
                assert pose.weight == away, side
                assert pose.foot(other).forward in (0.0, 0.2)
                gone[side] = True
    assert gone == {"left": True, "right": True}
    assert (poses[0].weight, poses[-1].weight) == (0, 0)
    # The left one has arrived before the right one leaves.
    assert next(pose.left_foot.forward for pose in poses if pose.right_foot.forward > 0) == 0.2


def test_a_foot_is_lifted_on_its_way_and_set_down_softly(tmp_path: Path) -> None:
    motion = stepping(tmp_path, STEP)
    heights = [motion.pose_in(0, share).left_foot.up for share in FRAMES]
    assert max(heights) == pytest.approx(0.035, abs=0.001)
    assert heights[0] == heights[-1] == 0
    for share, height in zip(FRAMES, heights, strict=True):
        moving = 1e-9 < motion.pose_in(0, share).left_foot.forward < 0.2 - 1e-9
        assert moving or height < 1e-9
    assert max(abs(b - a) for a, b in pairwise(heights)) < 0.006


def test_a_foot_that_stands_stays_where_it_is(tmp_path: Path) -> None:
    motion = stepping(tmp_path, STEP)
    skeletons = [motion.skeleton(motion.pose_in(0, share)) for share in FRAMES[::4]]
    for one, other in pairwise(skeletons):
        for side in ("left", "right"):
            if one.pose.foot(side) == other.pose.foot(side):
                for part in ("heel", "toe", "ankle"):
                    slid = math.dist(one.joints[f"{part}_{side}"], other.joints[f"{part}_{side}"])
                    assert slid < 1e-9
    for skeleton in skeletons:
        assert measure(skeleton).sideways <= 1
        assert measure(skeleton).pressure == pytest.approx(0.45, abs=1e-6)


def test_the_body_follows_without_a_jump(tmp_path: Path) -> None:
    motion = stepping(tmp_path, STEP)
    skeletons = [motion.skeleton(motion.pose_in(0, share)) for share in FRAMES]
    for one, other in pairwise(skeletons):
        for name, at in one.joints.items():
            assert math.dist(at, other.joints[name]) < 0.03, name


def test_a_foot_that_only_leaves_the_floor_goes_straight_up(tmp_path: Path) -> None:
    lift = 'step 2 { left_foot = { up = 0.1 }, weight = "right" }'
    motion = stepping(tmp_path, lift)
    heights = [motion.pose_in(0, share).left_foot.up for share in FRAMES]
    assert max(heights) == heights[-1] == pytest.approx(0.1)
    assert all(
        pose.weight == 1 for share in FRAMES if (pose := motion.pose_in(0, share)).left_foot.up
    )


def test_the_weight_alone_may_go_too(tmp_path: Path) -> None:
    motion = stepping(tmp_path, 'step 2 { weight = "left" }')
    weights = [motion.pose_in(0, share).weight for share in FRAMES]
    assert weights == sorted(weights, reverse=True)
    assert [weights[0], weights[100], weights[-1]] == pytest.approx([0, -0.5, -1])


def test_who_steps_home_sets_both_feet_down_again(tmp_path: Path) -> None:
    motion = Motion(
        written(tmp_path, STEP, 'step 4 "start"', more="moves_feet = true"),
        Body(),
    )
    weights = {motion.pose_at(4 + 4 * share).weight for share in FRAMES}
    assert {-1.0, 1.0} <= weights
    assert motion.pose_at(8.0) == motion.pose_at(0)


def test_the_rest_of_the_body_goes_on_when_the_feet_have_gone(tmp_path: Path) -> None:
    motion = stepping(tmp_path, "step 3 { left_foot = { forward = 0.1 }, thorax = 30 }")
    for share in FRAMES:
        pose = motion.pose_in(0, share)
        if 0 < pose.left_foot.forward < 0.1:
            assert pose.thorax == 0
    assert motion.pose_in(0, 1).thorax == 30


def test_other_phases_move_feet_and_body_together(tmp_path: Path) -> None:
    motion = stepping(
        tmp_path,
        'step 2 { weight = "right" }',
        "down 2 { left_foot = { forward = 0.1 }, thorax = 20 }",
    )
    half = motion.pose_in(1, 0.5)
    assert half.thorax == pytest.approx(10)
    assert half.left_foot.forward == pytest.approx(0.05)


def test_the_stations_of_the_wall_drill_are_stepped_to(movements: MovementLibrary) -> None:
    motion = Motion(movements["wall-drill"], Body())
    places = []
    for phase, end in zip(motion.movement.phases, motion.ends, strict=True):
        if phase.kind == "step":
            pose = motion.pose_at(end)
            assert pose.left_foot == pose.right_foot
            places.append(pose.left_foot.forward)
    out = places[:3]
    assert out == sorted(out)
    # The last place is far from home: it comes back in two steps.
    assert places[3:] == [out[1], 0]
