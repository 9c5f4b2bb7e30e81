from __future__ import annotations

import math

from app.cli import main
from tests.helpers.command import Capture, run_json


def test_the_plan_of_slow_motion_is_fifteen_reps_of_five_and_five(capsys: Capture) -> None:
    plan = run_json(capsys, "plan", "slow-motion", "--json")
    assert list(plan) == ["exercise", "sets", "reps", "phases"]
    assert (plan["exercise"], plan["sets"], plan["reps"]) == ("slow-motion", 3, 5)
    phases = plan["phases"]
    for phase in phases:
        assert list(phase) == ["start_s", "end_s", "kind", "set", "rep", "cue"]
        assert phase["cue"]
    for kind in ("down", "up"):
        found = [p for p in phases if p["kind"] == kind]
        assert len(found) == 15
        assert all(math.isclose(p["end_s"] - p["start_s"], 5) for p in found)
        assert [(p["set"], p["rep"]) for p in found] == [
            (s, r) for s in (1, 2, 3) for r in (1, 2, 3, 4, 5)
        ]
    ends = [0, *(p["end_s"] for p in phases)]
    assert [p["start_s"] for p in phases] == ends[:-1]
    assert {p["kind"]: p["rep"] for p in phases if p["rep"] is None} == {
        "prepare": None, "rest": None
    }  # fmt: skip
    assert ends[-1] == 10 + 3 * 50 + 2 * 45


def test_the_plan_for_people_has_a_line_a_phase(capsys: Capture) -> None:
    assert main(["plan", "wall-touches"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1 + 3 * 30 + 2
    assert "{cm" not in "".join(lines)


def test_the_plan_of_sides_holds_each_as_long(capsys: Capture) -> None:
    phases = run_json(capsys, "plan", "single-leg-stand", "--json")["phases"]
    kinds = [phase["kind"] for phase in phases]
    assert kinds == [
        "prepare", *["hold_left", "switch", "hold_right", "rest"] * 2,
        "hold_left", "switch", "hold_right",
    ]  # fmt: skip
    for kind, seconds in (("hold_left", 30), ("hold_right", 30), ("switch", 8)):
        found = [p for p in phases if p["kind"] == kind]
        assert [p["end_s"] - p["start_s"] for p in found] == [seconds] * 3
        assert [(p["set"], p["rep"]) for p in found] == [(1, 1), (2, 1), (3, 1)]


def test_a_day_of_the_programme_has_a_plan_too(capsys: Capture) -> None:
    plan = run_json(capsys, "plan", "week-3-day-1", "--json")
    assert list(plan) == ["routine", "exercises", "phases"]
    names = ["chest-weight-hinge", "band-hinge", "single-leg-stand"]
    assert [one["exercise"] for one in plan["exercises"][:3]] == names
    assert sorted(one["exercise"] for one in plan["exercises"][3:]) == sorted(names)
    changes = [p for p in plan["phases"] if p["kind"] == "change"]
    assert [(p["exercise"], p["set"], p["rep"]) for p in changes[:2]] == [
        ("band-hinge", 1, None), ("single-leg-stand", 1, None),
    ]  # fmt: skip
    ends = [0, *(p["end_s"] for p in plan["phases"])]
    assert [p["start_s"] for p in plan["phases"]] == ends[:-1]


def test_a_routine_of_one_exercise_is_printed_as_a_routine(capsys: Capture) -> None:
    plan = run_json(capsys, "plan", "morning-ten", "--json")
    assert list(plan) == ["routine", "exercises", "phases"]
    assert plan["routine"] == "morning-ten"
    assert [one["exercise"] for one in plan["exercises"]] == ["bodyweight-hinge"]
    assert {phase["exercise"] for phase in plan["phases"]} == {"bodyweight-hinge"}
