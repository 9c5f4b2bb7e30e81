from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from app.programme.today import (
    BeginLesson,
    ContinueLesson,
    DoneForToday,
    LessonOutline,
    Practise,
    Suggestion,
    suggest,
)
from app.records.model import Day, Entry, LessonPlace, LessonProgress

TODAY = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
YESTERDAY = TODAY - timedelta(days=1)

LESSONS = [
    LessonOutline("first", 4, "wall-touches"),
    LessonOutline("second", 3, "slow-motion"),
    LessonOutline("third", 5, None),
]


def suggested(
    *finished: tuple[str, datetime],
    place: tuple[str, int] | None = None,
    done: dict[str, int] | None = None,
    practice_open: bool = True,
) -> Suggestion:
    return suggest(
        LESSONS,
        {lesson: LessonProgress(lesson, 2, at) for lesson, at in finished},
        LessonPlace(*place) if place else None,
        Day(
            date(2026, 11, 23),
            tuple(Entry(exercise, sets, 10, 50.0) for exercise, sets in (done or {}).items()),
        ),
        practice_open=practice_open,
    )


ALL_READ = tuple((outline.lesson, YESTERDAY) for outline in LESSONS)


def test_the_very_first_time() -> None:
    assert suggested() == BeginLesson("first")


def test_a_lesson_begun_is_continued_where_it_was_left() -> None:
    assert suggested(place=("second", 2)) == ContinueLesson("second", 2)


def test_a_lesson_only_looked_at_was_not_begun() -> None:
    assert suggested(place=("second", 0)) == BeginLesson("first")


def test_a_place_behind_the_end_of_a_lesson_that_shrank() -> None:
    assert suggested(place=("second", 9)) == ContinueLesson("second", 2)


def test_a_place_in_a_lesson_that_is_gone() -> None:
    assert suggested(place=("removed", 2)) == BeginLesson("first")


def test_a_lesson_read_is_practised_before_the_next() -> None:
    assert suggested(("first", TODAY), place=("first", 3)) == Practise("wall-touches", "first")


def test_the_practice_is_that_of_the_lesson_finished_last() -> None:
    both = (("second", YESTERDAY), ("first", TODAY))
    assert suggested(*both) == Practise("wall-touches", "first")
    assert suggested(("third", TODAY), ("second", YESTERDAY)) == Practise("slow-motion", "second")


def test_a_lesson_finished_by_a_clock_that_was_ahead_hides_no_other() -> None:
    ahead = TODAY + timedelta(days=400)
    assert suggested(("second", ahead), ("first", YESTERDAY)) == Practise("wall-touches", "first")
    assert suggested(("second", ahead)) == Practise("slow-motion", "second")


def test_after_yesterdays_lesson_was_practised_comes_the_next() -> None:
    found = suggested(("first", YESTERDAY), done={"wall-touches": 3})
    assert found == BeginLesson("second")


def test_a_set_cut_short_is_not_practice_done() -> None:
    found = suggested(("first", YESTERDAY), done={"wall-touches": 0})
    assert found == Practise("wall-touches", "first")


def test_a_lesson_and_its_practice_are_enough_for_a_day() -> None:
    assert suggested(("first", TODAY), done={"wall-touches": 3}) == DoneForToday()


def test_when_all_is_read_there_is_practice_each_day() -> None:
    assert isinstance(suggested(*ALL_READ), Practise)
    assert suggested(*ALL_READ, done={"wall-touches": 1, "slow-motion": 1}) == DoneForToday()


def test_where_practice_is_closed_reading_goes_on() -> None:
    assert suggested(("first", TODAY), practice_open=False) == BeginLesson("second")
    assert suggested(*ALL_READ, practice_open=False) == DoneForToday()


def test_no_lessons_at_all() -> None:
    nothing = Day(date(2026, 11, 23), ())
    assert suggest([], {}, None, nothing) == DoneForToday()
