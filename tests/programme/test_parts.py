from __future__ import annotations

from collections import Counter

import pytest

from app.practice.choice import Choice
from app.practice.timeline import Part, build_session
from app.programme.parts import by_exercise, parts_of, with_cue
from app.programme.programme import Routine
from tests.helpers.life import PROGRAMME
from tests.helpers.practice_flow import LIBRARY


def of(routine: Routine, **settings: object) -> list[Part]:
    return parts_of(routine, LIBRARY.exercises, **settings)  # type: ignore[arg-type]


def names(parts: list[Part]) -> list[str]:
    return [part.exercise.id for part in parts]


def test_each_session_of_a_stage_begins_with_another_exercise() -> None:
    for stage in PROGRAMME.stages:
        days = PROGRAMME.days[stage.first : stage.last + 1]
        firsts = [day.items[0].exercise for day in days]
        assert len(set(firsts[:3])) == 3
        assert firsts[:3] == firsts[3:]
        assert {day.exercises for day in days} == {days[0].exercises}


def test_from_the_second_week_on_the_last_sets_are_mixed_and_none_is_lost() -> None:
    orders = set()
    for day in PROGRAMME.days:
        parts = of(day)
        blocked = [item.exercise for item in day.items]
        sets = Counter[str]()
        for part in parts:
            sets[part.exercise.id] += part.choice.sets
        assert sets == dict.fromkeys(blocked, 3)
        if day.week == 1:
            assert names(parts) == blocked
            continue
        assert names(parts[:3]) == blocked
        whole = [(part.exercise.id, part.choice.sets) for part in by_exercise(parts)]
        assert whole == [(name, 3) for name in blocked]
        assert [part.choice.sets for part in parts] == [2, 2, 2, 1, 1, 1]
        assert parts[3].exercise is not parts[2].exercise
        assert names(parts) == names(of(day))
        orders.add(tuple(blocked.index(name) for name in names(parts[3:])))
    assert len(orders) > 2


def test_single_sets_are_not_split() -> None:
    day = PROGRAMME.days[3]
    one = of(day, choose=lambda exercise, _: Choice.of(exercise, sets=1))
    assert [part.choice.sets for part in one] == [1, 1, 1]


def test_substitutes_are_done_by_those_who_lack_something() -> None:
    day = PROGRAMME.days[6]
    assert "band-hinge" in names(of(day))
    assert set(names(of(day, without=["band-hinge"]))) == {
        "chest-weight-hinge", "wall-touches", "single-leg-stand",
    }  # fmt: skip
    # One that is done with something else stays.
    lifting = PROGRAMME.days[12]
    assert set(names(of(lifting, without=["romanian-deadlift"]))) == set(names(of(lifting)))


@pytest.mark.parametrize("stage", PROGRAMME.stages, ids=lambda stage: str(stage.id))
def test_a_short_version_takes_about_four_minutes(stage: object) -> None:
    short = stage.short  # type: ignore[attr-defined]
    assert 3 * 60 <= build_session(of(short), "x").total_s <= 5 * 60


def test_the_cue_that_felt_best_is_said_halfway_through_each_set() -> None:
    plan = build_session(of(PROGRAMME.days[6]), "A day")
    assert with_cue(plan, " ") is plan
    with_own = with_cue(plan, "Close the car door")
    said = {part.exercise.id: part.exercise.cues.halfway for part in with_own.parts}
    assert said == {
        "chest-weight-hinge": "Close the car door",
        "band-hinge": "Close the car door",
        "single-leg-stand": "Halfway",
    }
