from __future__ import annotations

from datetime import datetime, timedelta

from app.library import read_library
from app.programme.choosing import GroupKind, group_exercises, next_day
from app.programme.programme import Item, Programme, Routine
from app.records.model import Practised
from tests.helpers.content import LOCATIONS
from tests.helpers.records import MORNING

LIBRARY = read_library(LOCATIONS)
PROGRAMME = LIBRARY.programme


WALL, STICK, SLOW = "wall-touches", "broomstick-hinge", "slow-motion"
NOW = MORNING + timedelta(days=365)


class Diary:
    """What was practised, an hour later each time; `next` is the day that comes next."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at, self.practised = at, list[Practised]()

    def did(
        self, *exercises: str, day: str | None = None, sets: int = 3, programme: str | None = None
    ) -> Diary:
        self.at += timedelta(hours=1)
        self.practised += [Practised(one, 3, sets, self.at, day, programme) for one in exercises]
        return self

    def day(self, *days: str) -> Diary:
        for name in days:
            routine = PROGRAMME.routine(name)
            assert routine is not None
            self.did(*(item.exercise for item in routine.items), day=name)
        return self

    def later(self, **time: float) -> Diary:
        self.at += timedelta(**time)
        return self

    @property
    def next(self) -> str:
        day = next_day(PROGRAMME, self.practised, NOW)
        assert day is not None
        return day.id


def test_the_first_day_comes_first_and_then_the_one_after_the_last_done() -> None:
    assert Diary().next == "week-1-day-1"
    assert Diary().day("morning-ten").did(WALL, STICK, SLOW, day="unknown").next == "week-1-day-1"
    assert Diary().day("week-1-day-2", "week-1-day-3", "morning-ten").next == "week-2-day-1"
    # The latest counts, be it an earlier day done again.
    assert Diary().day("week-4-day-3", "week-1-day-1").next == "week-1-day-2"
    assert Diary().day(PROGRAMME.days[-1].id).next == "week-6-day-3"
    assert next_day(Programme(), Diary().day("week-1-day-1").practised, NOW) is None
    other = Diary().did(WALL, STICK, day="week-1-day-1", programme="another")
    assert other.next == "week-1-day-1"


def test_two_of_three_exercises_make_a_day_and_two_of_three_sets_an_exercise() -> None:
    assert Diary().did(WALL, STICK, day="week-1-day-1", sets=2).next == "week-1-day-2"
    assert Diary().did(WALL, STICK, SLOW, day="week-1-day-1", sets=1).next == "week-1-day-1"
    assert Diary().did(WALL, day="week-1-day-1").next == "week-1-day-1"


def test_what_was_skipped_is_not_done() -> None:
    assert Diary().did(WALL, STICK, SLOW, day="week-1-day-1", sets=0).next == "week-1-day-1"


def test_exercises_done_singly_count_in_any_order_within_36_hours() -> None:
    diary = Diary().did(SLOW).later(hours=20).did(WALL)
    assert diary.next == "week-1-day-2"
    # The third still belongs to that day, and a fourth to the next one.
    assert diary.did(STICK).next == "week-1-day-2"
    assert diary.later(hours=10).did(STICK).next == "week-1-day-2"
    assert diary.did(WALL).next == "week-1-day-3"
    assert Diary().did(SLOW).later(hours=36).did(WALL).next == "week-1-day-1"


def test_sets_of_several_sessions_add_up() -> None:
    parts = Diary().did(WALL, sets=1).did(STICK, day="week-1-day-1").did(WALL, sets=1)
    assert parts.next == "week-1-day-2"


def test_the_day_and_its_exercises_done_singly_count_together() -> None:
    assert Diary().did(WALL, day="week-1-day-1").did(SLOW).next == "week-1-day-2"
    assert Diary().did(WALL).did(SLOW, day="week-1-day-1").next == "week-1-day-2"


def test_a_day_of_a_clock_that_was_ahead_stands_where_it_was_recorded() -> None:
    diary = Diary().day("week-1-day-1")
    diary.practised += Diary(NOW + timedelta(days=400)).day("week-1-day-2").practised
    assert diary.next == "week-1-day-3"
    assert diary.later(days=1).day("week-2-day-1").next == "week-2-day-2"


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


def weeks(*days: tuple[int, str, str]) -> list[tuple[int, int, str, str]]:
    """Return the groups of a programme: first and last week, title, and the exercises in them.

    Args:
        days: week, title and the exercises, one letter each.
    """
    programme = Programme(
        tuple(
            Routine(f"day-{at}", title, tuple(map(Item, names)), week=week, day=1)
            for at, (week, title, names) in enumerate(days)
        )
    )
    groups = group_exercises(programme, "abcdef", set())
    return [
        (group.first, group.last, group.title, "".join(group.exercises))
        for group in groups
        if group.kind is GroupKind.WEEKS
    ]


def test_weeks_with_one_title_and_the_same_exercises_stand_together() -> None:
    assert weeks((1, "A", "ab"), (2, "A", "ba"), (3, "B", "c")) == [
        (1, 2, "A", "ab"),
        (3, 3, "B", "c"),
    ]


def test_a_week_with_another_title_stands_apart_though_it_has_the_same_exercises() -> None:
    assert weeks((1, "A", "ab"), (2, "B", "abc")) == [(1, 1, "A", "ab"), (2, 2, "B", "c")]


def test_a_week_with_other_exercises_stands_apart_though_it_has_the_same_title() -> None:
    assert weeks((1, "A", "ab"), (2, "A", "abc")) == [(1, 1, "A", "ab"), (2, 2, "A", "c")]
    assert weeks((1, "A", "ab"), (2, "A", "a")) == [(1, 1, "A", "ab")]
    assert weeks((1, "A", "abc"), (2, "A", "ad")) == [(1, 1, "A", "abc"), (2, 2, "A", "d")]


def test_the_days_of_one_week_stand_together_whatever_they_hold() -> None:
    assert weeks((1, "A", "a"), (1, "A", "b"), (2, "A", "ab"), (2, "B", "c")) == [
        (1, 2, "A", "ab"),
        (2, 2, "B", "c"),
    ]


def test_a_title_that_comes_back_later_begins_another_group() -> None:
    assert weeks((1, "A", "a"), (2, "B", "b"), (3, "A", "ac")) == [
        (1, 1, "A", "a"),
        (2, 2, "B", "b"),
        (3, 3, "A", "c"),
    ]


def test_weeks_without_anything_new_are_left_out() -> None:
    assert weeks((1, "A", "ab"), (2, "B", "a"), (3, "C", "ca")) == [
        (1, 1, "A", "ab"),
        (3, 3, "C", "c"),
    ]
