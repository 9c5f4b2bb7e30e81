from __future__ import annotations

from app.library import read_library
from app.programme.choosing import GroupKind, group_exercises, next_day
from app.programme.programme import Programme
from tests.helpers.content import LOCATIONS

LIBRARY = read_library(LOCATIONS)
PROGRAMME = LIBRARY.programme


EVERY = frozenset(LIBRARY.exercises)


def test_the_first_day_comes_first_and_then_the_one_after_the_last_done() -> None:
    def after(*done: str, finished: frozenset[str] = EVERY) -> str | None:
        day = next_day(PROGRAMME, [(routine, finished) for routine in done])
        return None if day is None else day.id

    assert after() == "week-1-day-1"
    assert after("morning-ten", "unknown") == "week-1-day-1"
    assert after("morning-ten", "week-1-day-3", "week-1-day-2") == "week-2-day-1"
    # The latest counts, be it an earlier day done again.
    assert after("week-1-day-1", "week-4-day-3") == "week-1-day-2"
    assert after(PROGRAMME.days[-1].id) == "week-6-day-3"
    assert next_day(Programme(), [("week-1-day-1", EVERY)]) is None
    # A day that was stopped half-way is to be done again.
    assert after("week-1-day-2", finished=frozenset({"wall-touches"})) == "week-1-day-1"


def test_every_exercise_stands_once_under_the_weeks_it_begins_in() -> None:
    groups = group_exercises(PROGRAMME, [*LIBRARY.exercises, "mine"], {"mine"})
    assert [(group.kind, group.first, group.last) for group in groups] == [
        (GroupKind.WEEKS, 1, 2),
        (GroupKind.WEEKS, 3, 4),
        (GroupKind.WEEKS, 5, 6),
        (GroupKind.HOMEWORK, 0, 0),
        (GroupKind.OWN, 0, 0),
    ]
    assert groups[0].exercises == ("wall-touches", "broomstick-hinge", "slow-motion")
    assert groups[0].title == "Bodyweight basics"
    assert groups[3].exercises == ("bodyweight-hinge", "hamstring-stretch")
    every = [name for group in groups for name in group.exercises]
    assert sorted(every) == sorted([*LIBRARY.exercises, "mine"])


def test_without_a_programme_all_stand_together() -> None:
    groups = group_exercises(Programme(), ["a", "b"], set())
    assert [(group.kind, group.exercises) for group in groups] == [(GroupKind.MORE, ("a", "b"))]
