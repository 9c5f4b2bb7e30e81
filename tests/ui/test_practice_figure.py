"""Where in its movement the figure stands at each moment of a session."""

from __future__ import annotations

import math

import pytest

from app.body.anthropometry import Body
from app.locations import find_locations
from app.movement.library import MovementLibrary
from app.movement.motion import Motion
from app.practice.choice import Choice
from app.practice.library import read_exercises
from app.practice.session import Session
from app.practice.timeline import STANDING, PhaseKind, Plan, build_plan
from app.ui.practice.figure import motion_for, place_at
from tests.helpers.clock import ManualClock, play

LOCATIONS = find_locations()
MOVEMENTS = MovementLibrary(LOCATIONS.animations)
EXERCISES, _ = read_exercises(LOCATIONS.exercises, MOVEMENTS.names)


def a_motion(name: str) -> Motion:
    motion = motion_for(EXERCISES[name], MOVEMENTS, Body())
    assert motion is not None
    return motion


def place(plan: Plan, motion: Motion, at: float, *, key_poses: bool = False) -> float:
    session = Session(plan)
    session.start(0)
    play(session, ManualClock(), at)
    return place_at(motion, session.moment(at), key_poses=key_poses)


@pytest.mark.parametrize("name", sorted(EXERCISES))
def test_the_figure_never_leaps_in_a_whole_session(name: str) -> None:
    """In a twentieth of a second no joint goes farther than a person moves, 15 cm."""
    exercise, motion = EXERCISES[name], a_motion(name)
    if exercise.reps is None:
        choice = Choice.of(exercise, sets=2, hold_s=10, rest_s=8)
    else:
        choice = Choice.of(exercise, sets=2, reps=2, rest_s=5)
    session, clock = Session(build_plan(exercise, choice)), ManualClock()
    session.start(0)
    last = None
    while session.next_boundary(clock.now) is not None:
        session.advance(clock.wait(0.05))
        skeleton = motion.skeleton_at(place_at(motion, session.moment(clock.now), key_poses=False))
        joints = [skeleton.joints[joint] for joint in ("head", "palm_left", "ankle_left", "l5s1")]
        for joint, before in zip(joints, last or joints, strict=True):
            assert math.dist(joint, before) < 0.15, clock.now
        last = joints


def test_a_side_is_taken_as_its_hold_begins_and_left_in_the_switch() -> None:
    exercise, motion = EXERCISES["single-leg-stand"], a_motion("single-leg-stand")
    plan = build_plan(exercise, Choice.of(exercise))  # left 10-40, switch to 48, right to 78
    assert [place(plan, motion, at) for at in (5, 10, 11, 20)] == [0, 8, 9, 10.5]
    assert [place(plan, motion, at) for at in (40, 41, 46)] == [13.5, 14.5, 16]
    assert [place(plan, motion, at) for at in (48, 60, 79, 90)] == [0, 2.5, 6.5, 8]


def test_with_key_poses_a_side_is_held_from_its_start_on() -> None:
    exercise, motion = EXERCISES["single-leg-stand"], a_motion("single-leg-stand")
    plan = build_plan(exercise, Choice.of(exercise))
    found = [place(plan, motion, at, key_poses=True) for at in (5, 10, 41, 49, 79)]
    assert found == [0, 10.5, 0, 2.5, 0]


def test_at_ones_own_pace_a_repetition_is_shown_once_and_ends_upright() -> None:
    exercise, motion = EXERCISES["wall-touches"], a_motion("wall-touches")
    plan = build_plan(exercise, Choice.of(exercise, own_pace=True))
    found = [place(plan, motion, at) for at in (10, 11, 12.5, 14, 15.5, 99)]
    assert found == pytest.approx([0, 1, 2.5, 4, 5, 5], abs=1e-5)


def test_the_top_and_every_wait_are_upright() -> None:
    exercise, motion = EXERCISES["kettlebell-deadlift"], a_motion("kettlebell-deadlift")
    plan = build_plan(exercise, Choice.of(exercise))
    for phase in plan.phases:
        if phase.kind in STANDING or phase.kind is PhaseKind.TOP:
            assert place(plan, motion, phase.start_s + 0.5) == 0


def test_what_swings_goes_on_over_and_over_and_ends_standing() -> None:
    exercise, motion = EXERCISES["kettlebell-swing"], a_motion("kettlebell-swing")
    plan = build_plan(exercise, Choice.of(exercise, hold_s=2 * motion.seconds))
    begin = 10.0
    for part in (0.25, 0.75):
        first = place(plan, motion, begin + part * motion.seconds)
        again = place(plan, motion, begin + (1 + part) * motion.seconds)
        assert first == pytest.approx(part * motion.seconds, abs=0.01)
        assert again == pytest.approx(first, abs=0.01)
    lowest = place(plan, motion, begin + 3, key_poses=True)
    assert lowest == place(plan, motion, begin + 5, key_poses=True) > 0
