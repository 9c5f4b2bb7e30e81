"""`plan`: the timeline a practice session will follow."""

from __future__ import annotations

import json

from app.errors import UserError
from app.locations import find_locations
from app.movement.library import MovementLibrary
from app.practice.choice import Choice
from app.practice.library import read_exercises
from app.practice.timeline import build_plan, plan_json
from app.units import fill


def run_plan(exercise_id: str, *, as_json: bool) -> int:
    """Print the plan of an exercise with the numbers its author gave it."""
    locations = find_locations()
    movements = MovementLibrary(locations.animations)
    exercises, problems = read_exercises(locations.exercises, movements)
    exercise = exercises.get(exercise_id)
    if exercise is None:
        known = ", ".join(exercises)
        told = [f"There is no exercise '{exercise_id}'; there are: {known}."]
        raise UserError("\n".join([*told, *map(str, problems)]))
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
