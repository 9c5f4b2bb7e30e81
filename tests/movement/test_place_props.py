"""Where things are: in the hands, where they rest, on the body and in the room."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from app.body.anthropometry import Body
from app.body.skeleton import Skeleton
from app.body.spine import touch_points
from app.body.vectors import Vec3, between
from app.movement.motion import Motion
from app.movement.props import PROP_DEFAULTS, Placed, PropKind, held_at
from tests.helpers.movements import written

HINGE = "down 2 { knee = 20, thorax = 60 }"
TIMES = (0.0, 0.7, 2.0, 3.5, 5.0)


def with_thing(folder: Path, kind: str, *phases: str, more: str = "") -> Motion:
    prop = f'[[props]]\nkind = "{kind}"\n{more}'
    return Motion(written(folder, *(phases or (HINGE,)), more=prop), Body(slr_deg=110))


def at(motion: Motion, t: float) -> tuple[Skeleton, Placed]:
    skeleton = motion.skeleton_at(t)
    (placed,) = motion.props_at(t, skeleton)
    return skeleton, placed


def test_without_things_there_are_none(tmp_path: Path) -> None:
    motion = Motion(written(tmp_path, HINGE), Body())
    assert motion.props_at(1.0, motion.skeleton_at(1.0)) == ()


@pytest.mark.parametrize("kind", [kind for kind in PROP_DEFAULTS if kind is not PropKind.STICK])
@pytest.mark.parametrize("hands", ["left", "right", "both"])
def test_what_hands_hold_is_in_the_hands(tmp_path: Path, kind: PropKind, hands: str) -> None:
    motion = with_thing(tmp_path, kind, more=f'hands = "{hands}"')
    for t in TIMES:
        skeleton, placed = at(motion, t)
        part = "hand" if kind in ("pencil", "phone", "dish") else "palm"
        left, right = (skeleton.joints[f"{part}_{side}"] for side in ("left", "right"))
        middle = {"left": left, "right": right, "both": between(left, right, 0.5)}[hands]
        assert (placed.kind, placed.at) == (kind, placed.to)
        assert math.dist(placed.at, middle) < 1e-9


def test_what_is_pinched_is_held_by_the_finger_tips(tmp_path: Path) -> None:
    for kind, joint in (("pencil", "hand"), ("bag", "palm")):
        motion = with_thing(tmp_path, kind, more='hands = "right"')
        assert held_at(motion.movement.props[0]) == joint


def test_a_thing_rests_taken_and_left_again(tmp_path: Path) -> None:
    reach = 'down 2 { knee = 40, thorax = 70, lumbar = 10, reach = "knees" }'
    phases = (
        reach,
        "hold 1 { carry = 1 }",
        "up 2 { knee = 8, thorax = 0 }",
        reach,
        "hold 1 { carry = 0 }",
    )
    motion = with_thing(tmp_path, "kettlebell", *phases, more='hands = "both"\nrest = 0')
    resting = at(motion, 0.0)[1]
    assert resting.at.y == pytest.approx(0.25, abs=0.003)
    assert resting.at.z == pytest.approx(0, abs=1e-6)
    for t in (1.0, 1.9, 8.5, 10.0):
        assert math.dist(at(motion, t)[1].at, resting.at) < 0.003, t
    for t in (3.0, 4.0, 5.0, 6.0):
        skeleton, placed = at(motion, t)
        held = between(skeleton.joints["palm_left"], skeleton.joints["palm_right"], 0.5)
        assert math.dist(placed.at, held) < 1e-9, t
    # While the hands let go it is still theirs; from then on it stays.
    assert math.dist(at(motion, 7.99)[1].at, resting.at) < 0.003
    assert at(motion, 9.0)[1].at == resting.at


def test_a_dumbbell_lies_across_and_stands_along_the_trunk_at_the_chest(tmp_path: Path) -> None:
    hanging = with_thing(tmp_path, "dumbbell", more='hands = "both"')
    assert {at(hanging, t)[1].lean for t in TIMES} == {90.0}
    chest = with_thing(tmp_path, "dumbbell", more='hands = "both"\n[start]\narms = "chest"')
    for t in TIMES:
        skeleton, placed = at(chest, t)
        assert placed.lean == skeleton.pose.thorax


def test_a_bell_hangs_plumb_but_goes_on_along_arms_that_swing(tmp_path: Path) -> None:
    more = 'hands = "both"'
    assert {at(with_thing(tmp_path, "kettlebell", more=more), t)[1].lean for t in TIMES} == {0.0}
    swing = "up 1 { knee = 8, thorax = 0, arms = { shoulder = 80, elbow = 8 } }"
    motion = with_thing(tmp_path, "kettlebell", HINGE, swing, more=more)
    skeleton, placed = at(motion, 3.0 - 1e-9)
    shoulder, palm = skeleton.joints["shoulder_right"], skeleton.joints["palm_right"]
    along = math.degrees(math.atan2(palm.x - shoulder.x, shoulder.y - palm.y))
    assert placed.lean == pytest.approx(along)
    assert placed.lean == pytest.approx(80, abs=0.01)


def test_a_stick_lies_along_the_back(tmp_path: Path) -> None:
    arms = '[start]\nleft_arm = "neck"\nright_arm = "back"'
    motion = with_thing(tmp_path, "stick", more=f'hands = "both"\n{arms}')
    lengths = []
    for t in TIMES:
        skeleton, placed = at(motion, t)
        low, high = placed.at, placed.to
        lengths.append(math.dist(low, high))
        assert math.degrees(math.atan2(high.x - low.x, high.y - low.y)) == pytest.approx(
            skeleton.pose.thorax
        )
        for point in touch_points(skeleton):
            share = (
                (point.x - low.x) * (high.x - low.x) + (point.y - low.y) * (high.y - low.y)
            ) / (lengths[0] ** 2)
            assert 0 < share < 1
            # Its skin touches: the stick's middle is half its thickness behind.
            assert math.dist(between(low, high, share), point) == pytest.approx(0.013, abs=1e-4)
    assert lengths == pytest.approx([lengths[0]] * len(lengths))
    assert 1.0 < lengths[0] < 1.5


def test_a_band_runs_level_from_the_hips_to_a_post_that_stays(tmp_path: Path) -> None:
    motion = with_thing(tmp_path, "band", more="newtons = 30")
    posts = set()
    for t in TIMES:
        skeleton, placed = at(motion, t)
        assert placed.at == pytest.approx(
            (skeleton.hip.x - 0.055 * 1.75, skeleton.hip.y, skeleton.hip.z)
        )
        assert placed.to.y == placed.at.y
        posts.add(placed.to.x)
        assert placed.to.x < placed.at.x - 0.5
    assert len(posts) == 1


def test_a_string_rises_from_the_crown(tmp_path: Path) -> None:
    motion = with_thing(tmp_path, "string")
    for t in TIMES:
        skeleton, placed = at(motion, t)
        assert placed.at == skeleton.joints["vertex"]
        assert (placed.to.x, placed.to.z) == (placed.at.x, placed.at.z)
        assert placed.to.y > placed.at.y + 0.2


def test_a_seesaw_turns_about_the_hips_with_the_trunk(tmp_path: Path) -> None:
    motion = with_thing(tmp_path, "seesaw")
    for t in TIMES:
        skeleton, placed = at(motion, t)
        assert placed.at == skeleton.hip
        assert math.dist(placed.at, placed.to) == pytest.approx(0.44 * 1.75)
        lean = math.degrees(math.atan2(placed.to.x - placed.at.x, placed.to.y - placed.at.y))
        assert lean == pytest.approx(skeleton.pose.thorax, abs=0.5)


def test_a_door_is_pushed_shut_and_swings_open_at_the_end(tmp_path: Path) -> None:
    motion = with_thing(tmp_path, "door", HINGE, "hold 1", "up 2 { knee = 8, thorax = 0 }")
    pushed = [at(motion, 2 * i / 10)[1].lean for i in range(11)]
    assert pushed == sorted(pushed, reverse=True)
    assert pushed[0] > 10
    assert pushed[-1] == pytest.approx(0, abs=1e-9)
    for t in (0.5, 1.5, 2.0):
        skeleton, placed = at(motion, t)
        assert placed.at.x == pytest.approx(skeleton.hip.x - 0.055 * 1.75)
        assert placed.at.y == placed.to.y == skeleton.hip.y
    # Shut it stays while the person stands up.
    assert [at(motion, t)[1].lean for t in (2.5, 3.0, 4.0, 5.0)] == [0, 0, 0, 0]
    opening = [at(motion, 5 + 3 * i / 10)[1].lean for i in range(11)]
    assert opening == sorted(opening)
    assert opening[-1] == pytest.approx(pushed[0])
    edges = {at(motion, t)[1].to[::2] for t in (0.0, 1.0, 2.0, 4.0)}
    assert len(edges) == 1


@pytest.mark.parametrize(
    ("part", "turned"), [("hips", 180), ("chest", 65), ("shoulders", 0), ("feet", -90)]
)
def test_an_arrow_shows_where_a_part_should_go(tmp_path: Path, part: str, turned: float) -> None:
    motion = with_thing(tmp_path, "arrow", more=f'part = "{part}"')
    skeleton, placed = at(motion, 0.0)
    way = Vec3(placed.to.x - placed.at.x, placed.to.y - placed.at.y, placed.to.z - placed.at.z)
    assert math.hypot(*way) == pytest.approx(0.24, abs=1e-3)
    shown = math.degrees(math.atan2(way.y, way.x))
    assert shown == pytest.approx(turned, abs=0.1)
    assert way.z == 0
    near = {
        "hips": skeleton.hip,
        "chest": Vec3(*skeleton.spine_at(0.72)[:2], 0),
        "shoulders": skeleton.joints["c7"],
        "feet": skeleton.joints["toe_right"],
    }[part]
    assert math.dist(placed.at, near) < 0.4
    if part in ("chest", "shoulders"):  # these lean with the trunk
        leaning = at(motion, 2.0)[1]
        now = math.atan2(leaning.to.y - leaning.at.y, leaning.to.x - leaning.at.x)
        assert shown - math.degrees(now) == pytest.approx(60, abs=0.5)


@pytest.mark.parametrize(
    ("kind", "more", "where"),
    [
        ("step", "height = 0.15\nahead = 0.3", (0.3, 0.15, 0)),
        ("dishwasher", "ahead = 0.8", (0.8, 0, 0)),
    ],
)
def test_what_stands_about_stays_where_it_stands(
    tmp_path: Path, kind: str, more: str, where: tuple[float, float, float]
) -> None:
    motion = with_thing(tmp_path, kind, more=more)
    for t in TIMES:
        placed = at(motion, t)[1]
        assert placed.at == placed.to == where


def test_several_things_come_in_the_files_order(tmp_path: Path) -> None:
    props = '[[props]]\nkind = "dishwasher"\nahead = 0.8\n[[props]]\nkind = "dish"\nhands = "right"'
    motion = Motion(written(tmp_path, HINGE, more=props), Body())
    kinds = [placed.kind for placed in motion.props_at(1.0, motion.skeleton_at(1.0))]
    assert kinds == ["dishwasher", "dish"]


def test_what_is_put_down_is_in_the_hands_until_it_stands(tmp_path: Path) -> None:
    down = 'down 2 { knee = 40, thorax = 70, lumbar = 10, reach = "knees", carry = 0 }'
    start = 'hands = "both"\nrest = 0\n[start]\ncarry = 1'
    motion = with_thing(tmp_path, "kettlebell", down, "hold 1", more=start)
    for t in (0.0, 1.0, 1.9):
        skeleton, placed = at(motion, t)
        held = between(skeleton.joints["palm_left"], skeleton.joints["palm_right"], 0.5)
        assert math.dist(placed.at, held) < 1e-9
    assert at(motion, 2.5)[1].at.y == pytest.approx(0.25, abs=0.003)
