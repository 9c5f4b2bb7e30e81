from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from app.lessons.library import LessonLibrary
from app.library import read_library
from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.timeline import Part, build_session
from app.programme.easing import with_less
from app.programme.follow_up import FollowUp, follow_up
from app.programme.programme import Next
from app.records.feedback import Feedback, Felt

LIBRARY = read_library(find_locations())
EXERCISES, LESSONS = LIBRARY.exercises, LIBRARY.lessons
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def found(*felt: tuple[str, Felt], days: int = 1) -> FollowUp | None:
    """Return what is next so many days after the latest answer; the newest comes first."""
    given = [
        (exercise, Feedback(f"r{number}", at := NOON - timedelta(days=number), at, one))
        for number, (exercise, one) in enumerate(felt)
    ]
    now = NOON + timedelta(days=days)
    return follow_up(given, LIBRARY.programme.answers, EXERCISES, LESSONS, now)


@pytest.mark.parametrize(
    ("exercise", "easier"),
    [
        ("kettlebell-deadlift", "chest-weight-hinge"),
        ("chest-weight-hinge", "bodyweight-hinge"),
        ("broomstick-hinge", "wall-touches"),
    ],
)
def test_the_lower_back_leads_to_something_easier_and_twice_to_a_repeat(
    exercise: str, easier: str
) -> None:
    once = found((exercise, Felt.LOWER_BACK), (exercise, Felt.HAMSTRINGS))
    assert once is not None
    assert (once.kind, once.easier, once.run) == (Next.EASIER, easier, "r0")
    twice = found((exercise, Felt.LOWER_BACK), ("slow-motion", Felt.LOWER_BACK))
    assert twice is not None
    assert (twice.kind, twice.easier) == (Next.REPEAT, None)
    assert twice.lesson is not None, "with the step that shows what is behind it"


def test_where_nothing_is_easier_it_is_repeated() -> None:
    for answer in (
        found(("wall-touches", Felt.LOWER_BACK)),
        found(("single-leg-stand", Felt.WOBBLY)),
    ):
        assert answer is not None
        assert (answer.kind, answer.easier) == (Next.REPEAT, None)


def test_where_all_is_well_or_long_ago_or_unknown_nothing_follows() -> None:
    assert found() is None
    assert found(("wall-touches", Felt.HAMSTRINGS), ("wall-touches", Felt.THIGHS)) is None
    assert found(("single-leg-stand", Felt.STEADY)) is None
    assert found(("wall-touches", Felt.THIGHS), days=7) is not None
    assert found(("wall-touches", Felt.THIGHS), days=8) is None
    assert found(("gone-since", Felt.THIGHS)) is None


def test_a_lesson_that_is_gone_is_not_offered() -> None:
    none = LessonLibrary([], LIBRARY.movements)
    given = [("wall-touches", Feedback("r", NOON, NOON, Felt.THIGHS))]
    assert follow_up(given, LIBRARY.programme.answers, EXERCISES, none, NOON) is None


def test_every_chain_of_easier_exercises_comes_to_an_end() -> None:
    for exercise in EXERCISES.values():
        seen, at = {exercise.id}, exercise.easier
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = EXERCISES[at].easier


def test_less_is_half_the_repetitions_and_half_the_hold() -> None:
    touches, stand = EXERCISES["wall-touches"], EXERCISES["single-leg-stand"]
    parts = [Part(touches, Choice.of(touches, reps=5)), Part(stand, Choice.of(stand))]
    plan = build_session(parts, "Both", routine="r", programme="p")
    less = with_less(plan)
    assert [part.choice.reps for part in less.parts] == [3, 1]
    assert [part.choice.sets for part in less.parts] == [3, 3]
    assert less.parts[1].choice.hold_s == 15
    assert (less.title, less.routine, less.programme) == ("Both", "r", "p")
    for _ in range(9):
        less = with_less(less)
    assert less.parts[0].choice.reps == 1
