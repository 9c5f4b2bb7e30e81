from __future__ import annotations

import pytest

from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.library import read_exercises
from app.practice.session import Session
from app.practice.timeline import Plan, build_plan
from tests.helpers.clock import ManualClock


@pytest.fixture(scope="session")
def exercises() -> dict[str, Exercise]:
    found, problems = read_exercises(find_locations().exercises, {"slow-hinge", "wall-touch"})
    assert problems == []
    return found


@pytest.fixture(scope="session")
def plan(exercises: dict[str, Exercise]) -> Plan:
    """Two sets of two: sets at 10-18 and 28-36 s, each rep 2 s down and 2 s up."""
    exercise = exercises["slow-motion"]
    choice = Choice.of(exercise, sets=2, reps=2, down_s=2, up_s=2, rest_s=10)
    return build_plan(exercise, choice)


@pytest.fixture
def session(plan: Plan) -> Session:
    return Session(plan)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()
