from __future__ import annotations

from app.library import read_library
from app.programme.choosing import GroupKind, group_exercises
from app.programme.programme import Item, Programme, Routine
from tests.helpers.content import LOCATIONS

LIBRARY = read_library(LOCATIONS)
PROGRAMME = LIBRARY.programme


def test_every_exercise_stands_once_under_the_weeks_it_begins_in() -> None:
    groups = group_exercises(PROGRAMME, [*LIBRARY.exercises, "mine"], {"mine"})
    assert [(group.kind, group.first, group.last) for group in groups] == [
        (GroupKind.WEEKS, 1, 2),
        (GroupKind.WEEKS, 3, 4),
        (GroupKind.WEEKS, 5, 6),
        (GroupKind.HOMEWORK, 0, 0),
        (GroupKind.MORE, 0, 0),
        (GroupKind.OWN, 0, 0),
    ]
    assert groups[4].exercises == (
        "wall-drill", "good-morning", "bent-over-row", "kettlebell-swing",
    )  # fmt: skip
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
