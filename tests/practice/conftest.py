from __future__ import annotations

import pytest

from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.library import read_exercises
from app.practice.session import Session
from app.practice.timeline import Part, Plan, build_plan, build_session
from tests.helpers.clock import ManualClock


@pytest.fixture(scope="session")
def exercises() -> dict[str, Exercise]:
    locations = find_locations()
    movements = {file.stem for file in locations.animations.iterdir()}
    found, problems = read_exercises(locations.exercises, movements)
    assert problems == []
    return found


@pytest.fixture(scope="session")
def plan(exercises: dict[str, Exercise]) -> Plan:
    """Two sets of two: sets at 10-18 and 28-36 s, each rep 2 s down and 2 s up."""
    exercise = exercises["slow-motion"]
    choice = Choice.of(exercise, sets=2, reps=2, down_s=2, up_s=2, rest_s=10)
    return build_plan(exercise, choice)


@pytest.fixture(scope="session")
def own_pace(exercises: dict[str, Exercise]) -> Plan:
    """The same at the learner's own pace; a repetition is shown in 4 s."""
    exercise = exercises["slow-motion"]
    choice = Choice.of(exercise, sets=2, reps=2, down_s=2, up_s=2, rest_s=10, own_pace=True)
    return build_plan(exercise, choice)


@pytest.fixture(scope="session")
def sided(exercises: dict[str, Exercise]) -> Plan:
    """Two sets: left at 10-30, switch to 35, right to 55; rest to 65; left at 65 again."""
    exercise = exercises["single-leg-stand"]
    choice = Choice.of(exercise, sets=2, hold_s=20, switch_s=5, rest_s=10)
    return build_plan(exercise, choice)


@pytest.fixture(scope="session")
def row(exercises: dict[str, Exercise]) -> Plan:
    """Two exercises of two sets of one: 10-14, 24-28; change to 48; 48-52 and 62-66 s."""
    slow, wall = exercises["slow-motion"], exercises["wall-touches"]
    parts = [
        Part(slow, Choice.of(slow, sets=2, reps=1, down_s=2, up_s=2, rest_s=10)),
        Part(wall, Choice.of(wall, sets=2, reps=1, down_s=2, hold_s=0, up_s=2, rest_s=10)),
    ]
    return build_session(parts, "A day", routine="day", change_s=20)


@pytest.fixture
def session(plan: Plan) -> Session:
    return Session(plan)


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()
