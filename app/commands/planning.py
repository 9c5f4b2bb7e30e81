"""`plan`: the timeline a practice session will follow."""

from __future__ import annotations

import json

from app.commands.exercises import find_exercise
from app.practice.choice import Choice
from app.practice.timeline import build_plan, plan_json
from app.units import fill


def run_plan(exercise_id: str, *, as_json: bool) -> int:
    """Print the plan of an exercise with the numbers its author gave it."""
    exercise = find_exercise(exercise_id)
    plan = build_plan(exercise, Choice.of(exercise))
    if as_json:
        document = plan_json(plan)
        for phase in document["phases"]:
            phase["cue"] = fill(phase["cue"], "both")
        print(json.dumps(document, ensure_ascii=False, indent=2))
        return 0
    for phase in plan.phases:
        rep = f"rep {phase.rep}" if phase.rep else ""
        print(
            f"{phase.start_s:7.1f} {phase.end_s:7.1f}  set {phase.set}  {rep:7} "
            f"{phase.kind.value:8} {fill(phase.cue, 'both')}"
        )
    return 0
