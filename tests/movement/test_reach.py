"""Reaching what is picked up: with the knees, or by rounding on."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from app.body.anthropometry import Body
from app.body.hamstrings import most_hip_flexion
from app.errors import UserError
from app.movement.audit import broken_checks
from app.movement.library import MovementLibrary
from app.movement.model import Movement
from app.movement.motion import Motion
from app.movement.props import PROP_DEFAULTS, Placed, PropKind
from tests.helpers.bodies import COVERING
from tests.helpers.movements import written

LIFT = 'down 2 { knee = 40, thorax = 74, lumbar = 12, reach = "knees" }'
TAKEN = ("hold 1 { carry = 1 }", "up 2 { knee = 8, thorax = 0, lumbar = 0 }")
SHIFTED = 1e-5


def thing(kind: str, hands: str = "both", rest: float = 0.0, **more: float) -> str:
    lines = [f'[[props]]\nkind = "{kind}"\nhands = "{hands}"\nrest = {rest}']
    return "\n".join([*lines, *(f"{name} = {value}" for name, value in more.items())])


def lift(folder: Path, prop: str, *, label: str = "right", phase: str = LIFT) -> Movement:
    more = 'breaks = ["flat_back"]\n' + prop if label == "wrong" else prop
    return written(folder, phase, *TAKEN, label=label, pattern="floor-lift", more=more)


def placed(motion: Motion, t: float) -> Placed:
    return motion.props_at(t, motion.skeleton_at(t))[0]


@pytest.mark.parametrize("body", COVERING, ids=str)
def test_palms_come_to_where_the_thing_is_gripped_on_any_body(tmp_path: Path, body: Body) -> None:
    skeleton = Motion(lift(tmp_path, thing("kettlebell")), body).skeleton_at(2.0)
    for side, sign in (("left", -1), ("right", 1)):
        palm = skeleton.joints[f"palm_{side}"]
        assert palm.y == pytest.approx(0.25, abs=0.003)
        assert sign * palm.z == pytest.approx(0.025 * body.stature_m, abs=0.003)
    assert skeleton.hip_flexion <= most_hip_flexion(body.slr_deg, skeleton.knee) + 0.01
    assert skeleton.pose.lumbar <= 0.45 * body.lumbar_deg + 1e-9


@pytest.mark.parametrize("kind", ["kettlebell", "dumbbell", "bar", "bag", "chair", "child"])
@pytest.mark.parametrize("rest", [0.0, 0.2])
def test_a_thing_is_gripped_as_high_as_it_is_and_as_what_it_stands_on(
    tmp_path: Path, kind: str, rest: float
) -> None:
    motion = Motion(lift(tmp_path, thing(kind, rest=rest)), Body(slr_deg=90))
    grip = PROP_DEFAULTS[PropKind(kind)].grip + rest
    for side in ("left", "right"):
        assert motion.skeleton_at(2.0).joints[f"palm_{side}"].y == pytest.approx(grip, abs=0.003)


def test_what_is_pinched_is_taken_with_the_finger_tips(tmp_path: Path) -> None:
    motion = Motion(lift(tmp_path, thing("pencil", "right")), Body())
    joints = motion.skeleton_at(2.0).joints
    assert joints["hand_right"].y == pytest.approx(0.01, abs=0.015)
    assert joints["palm_right"].y > 0.08
    # The other hand keeps hanging.
    assert joints["palm_left"].x == pytest.approx(joints["shoulder_left"].x)


def test_who_has_short_hamstrings_bends_the_knees_more(tmp_path: Path) -> None:
    movement = lift(tmp_path, thing("kettlebell"))
    knees = [Motion(movement, Body(slr_deg=slr)).pose_at(2.0).knee for slr in (60, 75, 90, 110)]
    assert knees == sorted(knees, reverse=True)
    assert knees[0] > knees[-1] + 20


def test_what_stands_higher_needs_less_knee(tmp_path: Path) -> None:
    knees = [
        Motion(lift(tmp_path, thing("kettlebell", rest=rest)), Body()).pose_at(2.0).knee
        for rest in (0.0, 0.15, 0.3)
    ]
    assert knees == sorted(knees, reverse=True)


def test_who_need_not_bend_as_far_as_stated_leans_less(tmp_path: Path) -> None:
    pose = Motion(lift(tmp_path, thing("chair", rest=0.4)), Body()).pose_at(2.0)
    assert pose.knee == 15
    assert pose.thorax < 70


def test_a_thing_at_a_stated_distance_is_reached_there(tmp_path: Path) -> None:
    motion = Motion(lift(tmp_path, thing("chair", rest=0.2, ahead=0.5, apart=0.1)), Body())
    for side, sign in (("left", -1), ("right", 1)):
        palm = motion.skeleton_at(2.0).joints[f"palm_{side}"]
        assert palm == pytest.approx((0.5, 0.65, sign * 0.175), abs=0.003)
    assert placed(motion, 0).at == pytest.approx((0.5, 0.65, 0), abs=0.003)


def test_the_feet_of_a_hand_that_picks_up_nothing_matter_not(tmp_path: Path) -> None:
    motion = Motion(lift(tmp_path, thing("dumbbell", "left")), Body())
    skeleton = motion.skeleton_at(2.0)
    assert skeleton.joints["palm_left"].y == pytest.approx(0.075, abs=0.003)
    right = skeleton.joints["shoulder_right"].x
    assert skeleton.joints["palm_right"].x == pytest.approx(right)


def test_the_thing_stays_where_it_is_until_it_is_taken_and_then_goes_along(tmp_path: Path) -> None:
    motion = Motion(lift(tmp_path, thing("kettlebell")), Body())
    ground = placed(motion, 0).at
    assert ground.y == pytest.approx(0.25, abs=0.003)
    for t in (0.5, 1.0, 1.99, 2.0):
        assert math.dist(placed(motion, t).at, ground) < SHIFTED
    for t in (2.5, 3.0):
        assert math.dist(placed(motion, t).at, ground) < 0.003
    for t in (3.5, 4.0, 5.0):
        joints = motion.skeleton_at(t).joints
        left, right = joints["palm_left"], joints["palm_right"]
        assert placed(motion, t).at.y == pytest.approx((left.y + right.y) / 2)
        assert placed(motion, t).at.y > ground.y


def test_its_weight_is_borne_from_when_it_is_taken(tmp_path: Path) -> None:
    motion = Motion(lift(tmp_path, thing("kettlebell", kg=12)), Body())
    assert (motion.pose_at(2.0).left_load, motion.pose_at(2.0).right_load) == (0, 0)
    half_taken = motion.pose_at(2.5)
    assert half_taken.left_load == half_taken.right_load == pytest.approx(3)
    assert motion.pose_at(3.0).right_load == 6
    assert motion.pose_at(5.0).right_load == 6
    assert motion.pose_at(8.0).right_load == 0


def test_rounding_on_reaches_with_the_knees_as_they_are(tmp_path: Path) -> None:
    phase = 'down 2 { knee = 5, thorax = 60, lumbar = 20, reach = "lean" }'
    supple = Body(slr_deg=105)
    motion = Motion(lift(tmp_path, thing("bag"), label="wrong", phase=phase), supple)
    pose = motion.pose_at(2.0)
    assert pose.knee == 5
    assert pose.thorax > 75
    assert pose.lumbar == 20
    assert Motion(motion.movement, Body(slr_deg=80)).pose_at(2.0).lumbar > 30
    assert motion.skeleton_at(2.0).joints["palm_left"].y == pytest.approx(0.38, abs=0.003)


def test_who_does_not_get_down_to_it_in_a_wrong_movement_stops_short(tmp_path: Path) -> None:
    phase = 'down 2 { knee = 5, thorax = 60, reach = "lean" }'
    movement = lift(tmp_path, thing("pencil", "right"), label="wrong", phase=phase)
    motion = Motion(movement, Body(slr_deg=50, lumbar_deg=30))
    assert motion.skeleton_at(2.0).joints["hand_right"].y > 0.1
    # It is on the floor all the same, and stays there.
    for t in (1.0, 2.5, 4.0):
        assert placed(motion, t).at.y == pytest.approx(0.01)


def test_what_stays_out_of_reach_is_named_with_movement_and_time(tmp_path: Path) -> None:
    movement = lift(tmp_path, thing("chair", rest=0.4, ahead=1.4))
    with pytest.raises(
        UserError,
        match=r"^moves at 2\.0 s: expected something the hands reach, they stay \d+ cm away$",
    ) as caught:
        Motion(movement, Body())
    assert getattr(caught.value, "key", "") == "phases[0].to"


@pytest.mark.parametrize("again", [LIFT, LIFT.replace("thorax = 74", "thorax = 60")])
def test_both_times_it_is_taken_at_the_same_place(tmp_path: Path, again: str) -> None:
    movement = written(
        tmp_path,
        LIFT, *TAKEN, again, "hold 1 { carry = 0 }",
        label="right", pattern="floor-lift", more=thing("kettlebell"),
    )  # fmt: skip
    motion = Motion(movement, Body())
    taken, left = (motion.skeleton_at(t).joints["palm_left"] for t in (2.0, 7.0))
    assert math.dist(taken, left) < 0.003
    assert math.dist(placed(motion, 9.0).at, placed(motion, 1.0).at) < SHIFTED


#: Tall, long in the trunk and stiff in hips and back: such a person cannot get down to the floor.
STIFF = Body(2.1, 110, trunk=1.15, slr_deg=60, lumbar_deg=20)


@pytest.mark.parametrize("movement_id", ["pencil-pick-up", "gardening"])
def test_for_who_does_not_get_down_to_it_it_stands_on_something(
    movements: MovementLibrary, movement_id: str
) -> None:
    motion = Motion(movements[movement_id], STIFF)
    assert broken_checks(motion) == frozenset()
    t = motion.ends[0]
    skeleton = motion.skeleton_at(t)
    thing, support = motion.props_at(t, skeleton)
    assert support.kind is PropKind.STEP
    assert 0.02 < support.at.y < 0.30
    usual = Motion(movements[movement_id], Body())
    (lying,) = usual.props_at(usual.ends[0], usual.skeleton_at(usual.ends[0]))
    assert thing.at.y - support.at.y == pytest.approx(lying.at.y, abs=0.01)
    assert support.at.x == pytest.approx(thing.at.x)
    # It stays there while the thing is in the hand.
    later = motion.time_of("up", 1.0)
    assert motion.props_at(later, motion.skeleton_at(later))[1] == support


def test_nobody_squats_deeper_than_the_heels_stay_down(movements: MovementLibrary) -> None:
    odd = Body(thigh=1.2, trunk=0.8, slr_deg=80, shin=0.8, arm=0.8)
    motion = Motion(movements["squat"], odd)
    skeletons = [motion.skeleton_at(motion.seconds * i / 60) for i in range(61)]
    assert 38 < max(skeleton.shin for skeleton in skeletons) <= 40
    stated = movements["squat"].phases[0].key.knee or 0.0
    assert max(skeleton.knee for skeleton in skeletons) < stated
