"""Less of a session, ready made: half the repetitions, or half as long."""

from __future__ import annotations

import math
from dataclasses import replace

from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.limits import LIMITS
from app.practice.timeline import Part, Plan, build_session


def with_less(plan: Plan) -> Plan:
    """Return the plan with half the repetitions, and holds half as long; the sets stay."""
    parts = [Part(part.exercise, _half(part.exercise, part.choice)) for part in plan.parts]
    return build_session(parts, plan.title, routine=plan.routine, programme=plan.programme)


def _half(exercise: Exercise, choice: Choice) -> Choice:
    if exercise.reps is not None:
        return replace(choice, reps=math.ceil(choice.reps / 2))
    return replace(choice, hold_s=max(LIMITS["hold_s"].low, math.ceil(choice.hold_s / 2)))
