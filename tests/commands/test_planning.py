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
