"""`plan`: the timeline that a practice session will follow."""

from __future__ import annotations

import json
from pathlib import Path

from app.commands.exercises import find_exercise
from app.library import Library, read_library
from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.timeline import Plan, build_plan, build_session, plan_json
from app.programme.parts import parts_of
from app.units import fill


def run_plan(plan_id: str, *, as_json: bool, data_dir: Path | None = None) -> int:
    """Print the plan of an exercise, or of a day of the programme, with its author's numbers."""
    library = read_library(find_locations(data_dir), with_own=True)
    plan = _plan(plan_id, library, data_dir)
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
            f"{phase.kind.value:10} {fill(phase.cue, 'both')}"
        )
    return 0


def _plan(plan_id: str, library: Library, data_dir: Path | None) -> Plan:
    if plan_id not in library.exercises:
        routine = library.programme.routine(plan_id)
        if routine is not None:
            parts = parts_of(routine, library.exercises)
            return build_session(parts, routine.title, routine=routine.id)
    exercise = find_exercise(plan_id, data_dir)
    return build_plan(exercise, Choice.of(exercise))
