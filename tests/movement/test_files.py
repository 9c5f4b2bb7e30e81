from __future__ import annotations

from pathlib import Path

import pytest

from app.body.anthropometry import Body, segments
from app.body.form import Check, Pattern
from app.body.legs import stands
from app.body.measures import Measures
from app.body.skeleton import Skeleton
from app.movement.audit import broken_checks, deepest_time, frame_times, verdicts_at
from app.movement.library import MovementLibrary
from app.movement.model import Label, MoveKind
from app.movement.motion import Motion, motion_on
from tests.helpers.content import LOCATIONS
from tests.helpers.motions import motion_of

IDS = sorted(file.stem for file in LOCATIONS.animations.glob("*.toml"))


#: The right movements: the hinge, its cues, the ten exercises, the everyday uses.
RIGHT = (
    "band-hinge",
    "bent-over-row",
    "bodyweight-hinge",
    "break-at-the-hips",
    "broomstick-hinge",
    "car-door",
    "chest-proud",
    "chest-weight-hinge",
    "crown-string",
    "dishwasher",
    "dumbbell-deadlift",
    "gardening",
    "good-morning",
    "grocery-bag",
    "hamstring-stretch",
    "hinge",
    "kettlebell-deadlift",
    "kettlebell-swing",
    "lifting-a-child",
    "moving-furniture",
    "pencil-pick-up",
    "push-the-floor",
    "reduced-range",
    "romanian-deadlift",
    "seesaw",
    "single-leg-stand",
    "slow-hinge",
    "wall-drill",
    "wall-touch",
)


def test_all_of_them_can_be_read(movements: MovementLibrary) -> None:
    movements.read_all()
    assert movements.problems == []
    assert list(movements) == IDS


@pytest.mark.parametrize(
    ("movement_id", "label", "breaks"),
    [
        ("standing", "neutral", ""),
        ("squat", "neutral", ""),
        ("rounded-back", "wrong", "flat_back"),
        ("broomstick-rounded", "wrong", "flat_back"),
        ("squatting-the-hinge", "wrong", "hinge_not_squat shins_vertical"),
        ("phone-pick-up", "wrong", "flat_back soft_knees"),
        ("locked-knees", "wrong", "soft_knees"),
        ("hips-not-back", "wrong", "hips_back"),
        ("weight-on-toes", "wrong", "balanced"),
        ("falling-backward", "wrong", "balanced"),
        ("craned-neck", "wrong", "neck_in_line"),
        ("rushed-hinge", "wrong", "unhurried"),
        *((movement_id, "right", "") for movement_id in RIGHT),
    ],
)
def test_what_the_lessons_need_is_there(
    movements: MovementLibrary, movement_id: str, label: str, breaks: str
) -> None:
    movement = movements[movement_id]
    assert movement.label == label
    assert sorted(movement.breaks) == breaks.split()


@pytest.mark.parametrize("movement_id", IDS)
def test_it_breaks_exactly_what_it_says(movements: MovementLibrary, movement_id: str) -> None:
    movement = movements[movement_id]
    assert broken_checks(motion_of(movement.id)) == movement.breaks


@pytest.mark.parametrize("movement_id", IDS)
def test_it_is_told_in_words(movements: MovementLibrary, movement_id: str) -> None:
    movement = movements[movement_id]
    assert len(movement.text.split()) >= 15
    assert movement.text == movement.text.strip()
    assert all(phase.cue.strip() for phase in movement.phases)
    assert len(movement.title) <= 24


@pytest.mark.parametrize("movement_id", IDS)
def test_it_ends_where_it_began(movements: MovementLibrary, movement_id: str) -> None:
    motion = motion_of(movement_id)
    assert motion.pose_in(len(motion.ends) - 1, 1.0) == motion.pose_at(0)


@pytest.mark.parametrize("movement_id", IDS)
def test_feet_leave_their_place_where_the_file_says_so(
    movements: MovementLibrary, movement_id: str
) -> None:
    motion = motion_of(movement_id)
    poses = [motion.pose_at(t) for t in frame_times(motion, 60)]
    feet = {(pose.left_foot.forward, pose.right_foot.forward) for pose in poses}
    feet |= {
        (foot.up, foot.pitch)
        for pose in poses
        for foot in (pose.left_foot, pose.right_foot)
        if not stands(segments(Body()), pose, "left" if foot is pose.left_foot else "right")
    }
    moved = len(feet) > 1 or any(pose.trail for pose in poses)
    assert moved is motion.movement.moves_feet


def test_no_two_share_a_title(movements: MovementLibrary) -> None:
    titles = [movement.title for movement in movements.values()]
    assert len(set(titles)) == len(titles)


def test_slow_is_five_seconds_each_way_and_rushing_less_than_one(
    movements: MovementLibrary,
) -> None:
    assert [phase.seconds for phase in movements["slow-hinge"].phases] == [5, 5]
    moving = [p for p in movements["rushed-hinge"].phases if p.kind is not MoveKind.HOLD]
    assert all(phase.seconds < 1 for phase in moving)
    for movement in movements.values():
        if movement.label is not Label.WRONG and movement.pattern is not Pattern.SWING:
            assert all(p.seconds >= 1 for p in movement.phases if p.kind is not MoveKind.HOLD)


def test_a_hinge_and_a_squat_differ_by_the_reaction_line(movements: MovementLibrary) -> None:
    for movement_id in ("hinge", "slow-hinge", "reduced-range", "wall-touch"):
        _, measures, _ = _bottom(motion_of(movement_id))
        assert measures.line_to_knee > 0, movement_id
        assert (measures.hip_knee_ratio or 0) > 1.6, movement_id
        assert 0.07 < measures.hip_behind_ankle < 0.27, movement_id
    for movement_id in ("squat", "squatting-the-hinge"):
        _, measures, _ = _bottom(motion_of(movement_id))
        assert measures.line_to_knee < 0, movement_id
        assert (measures.hip_knee_ratio or 9) < 1.6, movement_id


def _bottom(motion: Motion) -> tuple[Skeleton, Measures, dict[Check, bool | None]]:
    deepest = deepest_time(motion)
    assert deepest is not None
    return verdicts_at(motion, deepest)


def test_the_hips_verdict_stands_at_the_deepest_moment_alone() -> None:
    motion = motion_of("hips-not-back")
    deepest = deepest_time(motion)
    assert deepest == motion.ends[0]
    times = [*frame_times(motion, 50), deepest]
    told = [t for t in times if verdicts_at(motion, t)[2][Check.HIPS_BACK] is not None]
    assert told == [deepest]


def test_who_never_leans_has_no_deepest_moment() -> None:
    assert deepest_time(motion_of("standing")) is None


@pytest.mark.parametrize(("frames", "times"), [(1, [0]), (2, [0, 4]), (5, [0, 1, 2, 3, 4])])
def test_frames_include_the_first_and_the_last_moment(frames: int, times: list[float]) -> None:
    assert frame_times(motion_of("standing"), frames) == times


@pytest.mark.parametrize(
    ("old", "new", "key", "reason"),
    [
        (
            "knee = 20, thorax = 65",
            "knee = 150, thorax = -30, pressure = 1.0",
            "phases[0].to",
            "at 2.0 s",
        ),
        (
            "breaks = []",
            "breaks = []\nstart = { knee = 150, thorax = -30, pressure = 1 }",
            "start",
            "0.0 s",
        ),
    ],
)
def test_one_that_cannot_stand_is_left_out_and_named(
    tmp_path: Path, old: str, new: str, key: str, reason: str
) -> None:
    text = (LOCATIONS.animations / "hinge.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "falls.toml").write_text(text.replace(old, new), encoding="utf-8")
    (tmp_path / "hinge.toml").write_text(text, encoding="utf-8")
    library = MovementLibrary(tmp_path)
    assert motion_on(Body(), library["falls"]) is None
    assert motion_on(Body(), library["hinge"]) is not None
    library.read_all()
    assert list(library) == ["hinge"]
    assert [(p.file.name, p.key) for p in library.problems] == [("falls.toml", key)]
    assert reason in str(library.problems[0].expected)
