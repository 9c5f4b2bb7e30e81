from __future__ import annotations

import math
from itertools import pairwise
from pathlib import Path

import pytest

from app.body.anthropometry import Body, Sex
from app.body.pose import Aim, Grip, Pose
from app.errors import UserError
from app.movement.library import MovementLibrary
from app.movement.model import MoveKind, Movement
from app.movement.motion import (
    Motion,
    PhasePosition,
    PoseError,
    minimum_jerk,
    motion_on,
    why_unbalanced,
)
from tests.helpers.movements import written

PHASES = ("down 2 { knee = 20, thorax = 40 }", "down 1 { thorax = 56 }")


@pytest.fixture
def motion(tmp_path: Path) -> Motion:
    return Motion(written(tmp_path, *PHASES), Body())


def test_minimum_jerk_starts_and_ends_at_rest() -> None:
    assert (minimum_jerk(0), minimum_jerk(0.5), minimum_jerk(1)) == (0, 0.5, 1)
    shares = [minimum_jerk(i / 1000) for i in range(1001)]
    assert shares == sorted(shares)
    # No speed and no acceleration at either end; fastest, 1.875, in the middle.
    assert shares[1] < 1e-7
    assert 1 - shares[-2] < 1e-7
    steps = [b - a for a, b in pairwise(shares)]
    assert max(steps) * 1000 == pytest.approx(1.875, rel=1e-3)


def test_phases_follow_each_other(motion: Motion) -> None:
    assert motion.ends == [2.0, 3.0, 6.0]
    assert motion.seconds == 6.0
    assert motion.movement.seconds == 6.0
    assert motion.pose_at(2.0) == Pose(20, 40)
    assert motion.pose_at(3.0) == Pose(20, 56)  # the knee stays as it was
    assert motion.pose_at(1.0).thorax == pytest.approx(20)  # half the time, half the way


@pytest.mark.parametrize(
    ("t", "place"),
    [
        (-5, PhasePosition(0, 0.0)),
        (0, PhasePosition(0, 0.0)),
        (1, PhasePosition(0, 0.5)),
        (2, PhasePosition(1, 0.0)),
        (2.5, PhasePosition(1, 0.5)),
        (5.25, PhasePosition(2, 0.75)),
        (6, PhasePosition(2, 1.0)),
        (99, PhasePosition(2, 1.0)),
    ],
)
def test_a_time_has_a_place_and_is_clamped_to_the_ends(
    motion: Motion, t: float, place: PhasePosition
) -> None:
    assert motion.place_at(t) == place
    assert motion.pose_at(t) == motion.pose_in(*place)


@pytest.mark.parametrize(
    ("name", "fraction", "t"),
    [("down-0", 0, 0), ("down-0", 1, 2), ("down-1", 0.5, 2.5), ("up-2", 1, 6)],
)
def test_a_phase_and_a_fraction_have_a_time(
    motion: Motion, name: str, fraction: float, t: float
) -> None:
    assert motion.time_of(name, fraction) == pytest.approx(t)


def test_an_unknown_phase_has_no_time(motion: Motion) -> None:
    with pytest.raises(KeyError):
        motion.time_of("sideways", 0.5)


def test_a_tempo_walks_through_all_phases_of_a_kind(tmp_path: Path) -> None:
    motion = Motion(written(tmp_path, *PHASES, "hold 0.5"), Body())
    down = [motion.time_in_kind(MoveKind.DOWN, i / 6) for i in range(7)]
    assert down == pytest.approx([0, 0.5, 1, 1.5, 2, 2.5, 3])
    assert [motion.time_in_kind(MoveKind.HOLD, f) for f in (0, 0.5, 1)] == [3, 3.25, 3.5]
    assert [motion.time_in_kind(MoveKind.UP, f) for f in (0, 0.5, 1)] == [3.5, 5, 6.5]


def test_a_hold_the_movement_lacks_is_held_at_the_bottom(motion: Motion) -> None:
    assert [motion.time_in_kind(MoveKind.HOLD, f) for f in (0, 0.4, 1)] == [3, 3, 3]


def test_a_kind_that_is_lacking_otherwise_stands_upright(movements: MovementLibrary) -> None:
    motion = Motion(movements["standing"], Body())
    assert motion.time_in_kind(MoveKind.DOWN, 0.7) == 0
    assert motion.time_in_kind(MoveKind.UP, 0.7) == 0
    assert motion.time_in_kind(MoveKind.HOLD, 0.5) == 2


def test_a_key_that_leaves_something_out_leaves_it_as_it_was(tmp_path: Path) -> None:
    phases = (
        'down 1 { thorax = 30, left_arm = "hips", left_foot = { up = 0.1 }, weight = "right" }',
        "down 1 { knee = 15 }",
        "hold 1",
    )
    motion = Motion(written(tmp_path, *phases, more="moves_feet = true"), Body())
    for t in (2.0, 3.0):
        pose = motion.pose_at(t)
        assert (pose.knee, pose.thorax, pose.weight, pose.left_foot.up) == (15, 30, 1, 0.1)
        assert pose.left_arm.end == Aim(Grip.HIPS)
    assert motion.pose_at(6) == motion.pose_at(0) == Pose()


def test_one_phase_ends_where_the_next_begins(movements: MovementLibrary) -> None:
    for movement_id in ("single-leg-stand", "pencil-pick-up", "wall-drill"):
        motion = Motion(movements[movement_id], Body())
        for phase in range(len(motion.ends) - 1):
            end, begin = motion.pose_in(phase, 1.0), motion.pose_in(phase + 1, 0.0)
            assert end[:12] == begin[:12]
            one, other = motion.skeleton(end), motion.skeleton(begin)
            for name, at in one.joints.items():
                assert math.dist(at, other.joints[name]) < 1e-5, (movement_id, phase, name)


def test_a_pose_that_cannot_stand_names_movement_time_and_key(tmp_path: Path) -> None:
    falling = written(tmp_path, PHASES[0], "down 1 { knee = 150, thorax = -30, pressure = 1.0 }")
    with pytest.raises(PoseError) as caught:
        Motion(falling, Body())
    assert str(caught.value).startswith("moves at 3.0 s: the weight cannot be brought over 1.00")
    assert caught.value.key == "phases[1].to"
    assert isinstance(caught.value, UserError)


def test_a_start_that_cannot_stand_is_named_as_such(tmp_path: Path) -> None:
    start = "start = { knee = 150, thorax = -30, pressure = 1.0 }"
    with pytest.raises(PoseError, match=r"^moves at 0\.0 s: the weight") as caught:
        Motion(written(tmp_path, PHASES[0], more=start), Body())
    assert caught.value.key == "start"


def test_whoever_no_adaption_helps_is_shown_as_usual_people_of_the_same_stature(
    tmp_path: Path,
) -> None:
    chair = '[[props]]\nkind = "chair"\nhands = "both"\nahead = 0.5\nrest = 0.1'
    far = written(
        tmp_path, 'down 2 { knee = 40, thorax = 70, reach = "knees" }',
        label="right", pattern="floor-lift", more=chair,
    )  # fmt: skip
    odd = Body(1.8, 80, Sex.MALE, trunk=0.8, slr_deg=30, lumbar_deg=15, arm=0.8)
    with pytest.raises(UserError):
        Motion(far, odd)
    shown = motion_on(odd, far)
    assert shown is not None
    assert shown.body == Body(1.8, 80, Sex.MALE)
    assert motion_on(Body(1.7), far) is not None
    assert motion_on(Body(), None) is None


def test_what_nobody_can_do_is_shown_on_nobody(tmp_path: Path) -> None:
    falling = written(tmp_path, "down 1 { knee = 150, thorax = -30, pressure = 1.0 }")
    assert motion_on(Body(), falling) is None
    error = why_unbalanced(falling)
    assert error is not None
    assert error.key == "phases[0].to"
    assert why_unbalanced(written(tmp_path, PHASES[0])) is None


def test_a_woman_who_cannot_stand_is_found_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = []

    class Tried(Motion):
        def __init__(self, movement: Movement, body: Body) -> None:
            tried.append(body.sex)

    monkeypatch.setattr("app.movement.motion.Motion", Tried)
    assert why_unbalanced.__wrapped__(written(tmp_path, PHASES[0])) is None
    assert set(tried) == set(Sex)
