from __future__ import annotations

import json
from fractions import Fraction
from itertools import pairwise

import msgspec
import pytest

from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.timeline import Part, PhaseKind, Plan, build_plan, build_session, plan_json


def planned(exercise: Exercise) -> Plan:
    return build_plan(exercise, Choice.of(exercise))


def test_slow_motion_is_fifteen_reps_of_five_down_and_five_up(
    exercises: dict[str, Exercise],
) -> None:
    phases = planned(exercises["slow-motion"]).phases
    for kind in (PhaseKind.DOWN, PhaseKind.UP):
        assert [phase.seconds for phase in phases if phase.kind is kind] == [5.0] * 15
    assert PhaseKind.HOLD not in {phase.kind for phase in phases}
    downs = [phase.start_s for phase in phases if phase.kind is PhaseKind.DOWN]
    assert downs == [s + 10.0 * rep for s in (10, 105, 200) for rep in range(5)]
    assert phases[-1].end_s == 250.0


def test_wall_touches_touch_for_a_second(exercises: dict[str, Exercise]) -> None:
    phases = planned(exercises["wall-touches"]).phases
    reps = [phase for phase in phases if phase.rep is not None]
    assert [(phase.kind.value, phase.seconds) for phase in reps] == [
        ("down", 2.0),
        ("hold", 1.0),
        ("up", 2.0),
    ] * 30
    rests = [phase for phase in phases if phase.kind is PhaseKind.REST]
    assert [(rest.set, rest.seconds) for rest in rests] == [(1, 45.0), (2, 45.0)]
    assert all("step away from the wall" in rest.cue for rest in rests)


def test_phases_follow_without_a_hole_and_sum_up_exactly(exercises: dict[str, Exercise]) -> None:
    exercise = exercises["wall-touches"]
    choice = Choice.of(exercise, sets=10, reps=30, down_s=2.01, hold_s=1.1, up_s=0.6, rest_s=5.3)
    phases = build_plan(exercise, choice).phases
    assert phases[0].start_s == 0
    assert all(before.end_s == after.start_s for before, after in pairwise(phases))
    exact = 10 + 300 * Fraction("3.71") + 9 * Fraction("5.3")
    assert phases[-1].end_s == float(exact)


def test_the_last_rep_has_its_own_cue_and_an_only_one_has_not(
    exercises: dict[str, Exercise],
) -> None:
    exercise = exercises["slow-motion"]
    cues = exercise.cues
    downs = [p.cue for p in planned(exercise).phases if p.kind is PhaseKind.DOWN]
    assert downs == ([cues.down] * 4 + [cues.last]) * 3
    single = build_plan(exercise, Choice.of(exercise, sets=1, reps=1))
    assert [phase.cue for phase in single.phases] == [cues.prepare, cues.down, cues.up]


def test_a_held_set_is_one_hold(exercises: dict[str, Exercise]) -> None:
    held = msgspec.structs.replace(exercises["slow-motion"], reps=None, tempo=None, hold_s=30.0)
    assert [
        (phase.kind.value, phase.set, phase.rep, phase.seconds) for phase in planned(held).phases
    ] == [
        ("prepare", 1, None, 10.0),
        ("hold", 1, 1, 30.0),
        ("rest", 1, None, 45.0),
        ("hold", 2, 1, 30.0),
        ("rest", 2, None, 45.0),
        ("hold", 3, 1, 30.0),
    ]


def test_a_routine_of_one_exercise_is_written_as_a_routine(exercises: dict[str, Exercise]) -> None:
    exercise = exercises["slow-motion"]
    parts = [Part(exercise, Choice.of(exercise, sets=2, reps=3))]
    data = plan_json(build_session(parts, "A day", routine="day"))
    assert list(data) == ["routine", "exercises", "phases"]
    assert data["routine"] == "day"
    assert data["exercises"] == [{"exercise": "slow-motion", "sets": 2, "reps": 3}]
    assert {phase["exercise"] for phase in data["phases"]} == {"slow-motion"}
    assert "routine" not in plan_json(build_plan(*parts[0]))


def test_plan_json_has_exactly_the_promised_fields(exercises: dict[str, Exercise]) -> None:
    data = json.loads(json.dumps(plan_json(planned(exercises["slow-motion"]))))
    assert {key: data[key] for key in data if key != "phases"} == {
        "exercise": "slow-motion",
        "sets": 3,
        "reps": 5,
    }
    assert data["phases"][0] == {
        "start_s": 0.0,
        "end_s": 10.0,
        "kind": "prepare",
        "set": 1,
        "rep": None,
        "cue": exercises["slow-motion"].cues.prepare,
    }
    assert data["phases"][2] == {
        "start_s": 15.0,
        "end_s": 20.0,
        "kind": "up",
        "set": 1,
        "rep": 1,
        "cue": exercises["slow-motion"].cues.up,
    }
    assert [(phase["kind"], phase["set"], phase["rep"]) for phase in data["phases"][11:13]] == [
        ("rest", 1, None),
        ("down", 2, 1),
    ]


@pytest.mark.parametrize("sets", [1, 3])
def test_there_is_no_rest_after_the_last_set(exercises: dict[str, Exercise], sets: int) -> None:
    exercise = exercises["slow-motion"]
    phases = build_plan(exercise, Choice.of(exercise, sets=sets)).phases
    assert phases[-1].kind is PhaseKind.UP
    assert sum(phase.kind is PhaseKind.REST for phase in phases) == sets - 1
