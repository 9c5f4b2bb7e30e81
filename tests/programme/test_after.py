from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.lessons.library import LessonLibrary
from app.library import read_library
from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.timeline import Part, build_session
from app.programme.after import help_for, is_asked
from app.programme.programme import Programme
from app.programme.safety import pain_to_mention
from app.records.feedback import Feedback, Felt
from app.records.session_log import Summary
from app.records.tally import Tally

LIBRARY = read_library(find_locations())
PROGRAMME = LIBRARY.programme
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def a_summary(
    routine: str | None = None,
    *,
    run: str = "r1",
    sets: int = 1,
    reps: int = 5,
    seconds: float = 60.0,
    finished: bool = True,
) -> Summary:
    exercise = LIBRARY.exercises["wall-touches"]
    plan = build_session([Part(exercise, Choice.of(exercise))], "A title", routine=routine)
    return Summary(run, plan, finished, (Tally(sets, reps, seconds),))


def test_after_a_session_it_is_asked_once_a_day() -> None:
    assert is_asked(a_summary(), PROGRAMME, asked_today=False)
    assert not is_asked(a_summary(), PROGRAMME, asked_today=True)


def test_days_of_the_programme_are_asked_and_homework_never() -> None:
    assert len(PROGRAMME.days) == 18
    assert len(PROGRAMME.daily) == 3
    for day in PROGRAMME.days:
        assert is_asked(a_summary(day.id), PROGRAMME, asked_today=False)
    for homework in PROGRAMME.daily:
        assert not is_asked(a_summary(homework.id), PROGRAMME, asked_today=False)
    assert is_asked(a_summary("gone-since"), Programme(), asked_today=False)


def test_where_nothing_was_done_nothing_is_asked() -> None:
    for finished in (False, True):
        nothing = a_summary(sets=0, reps=0, seconds=1.0, finished=finished)
        assert not is_asked(nothing, PROGRAMME, asked_today=False)
    assert is_asked(a_summary(sets=0, reps=1, finished=False), PROGRAMME, asked_today=False)
    assert is_asked(a_summary(sets=1, reps=0), PROGRAMME, asked_today=False), "a hold"


@pytest.mark.parametrize(
    ("felt", "title"),
    [
        (Felt.THIGHS, "Knees bending too much?"),
        (Felt.LOWER_BACK, "Feel it all in your lower back?"),
        (Felt.NOWHERE, "Can't feel your hamstrings?"),
        (Felt.BACKWARD, "Losing your balance backwards?"),
    ],
)
def test_each_answer_but_the_first_leads_to_its_trouble(felt: Felt, title: str) -> None:
    place = help_for(felt, PROGRAMME.answers, LIBRARY.lessons)
    assert place is not None
    lesson = LIBRARY.lessons.get(place.lesson)
    assert lesson is not None
    step = lesson.steps[place.step]
    assert step.title == title
    # The fault stands beside the right movement, and the fix follows.
    assert step.show.movement == PROGRAMME.answers[felt].movement
    assert step.show.beside == "hinge"
    assert lesson.steps[place.step + 1].title.startswith("The fix")


def test_the_first_leads_nowhere_and_so_does_a_lesson_that_is_gone() -> None:
    assert help_for(Felt.HAMSTRINGS, PROGRAMME.answers, LIBRARY.lessons) is None
    none = LessonLibrary([], LIBRARY.movements)
    assert all(help_for(felt, PROGRAMME.answers, none) is None for felt in Felt)


def test_a_lesson_that_lost_the_step_leads_nowhere(tmp_path: Path) -> None:
    file = next(find_locations().lessons().glob("*-troubleshooting.md"))
    text = file.read_text("utf-8").replace('"falling-backward"', '"hinge"', 1)
    text = re.sub(r"^(beside|captions) = .*\n", "", text, flags=re.MULTILINE)
    (tmp_path / file.name).write_text(text, "utf-8")
    lessons = LessonLibrary([tmp_path / file.name], LIBRARY.movements)
    assert help_for(Felt.BACKWARD, PROGRAMME.answers, lessons) is None
    assert help_for(Felt.THIGHS, PROGRAMME.answers, lessons) is not None


def pain(at: datetime) -> Feedback:
    return Feedback("r1", at, at, pain=True)


def test_a_pain_is_mentioned_that_day_and_the_next() -> None:
    today = NOON.date()
    assert pain_to_mention(None, today) is None
    assert pain_to_mention(Feedback("r1", NOON, NOON), today) is None
    for days, told in ((0, True), (1, True), (2, False), (-1, True), (-2, False)):
        at = NOON - timedelta(days=days)
        assert pain_to_mention(pain(at), today) == (at.date() if told else None), days


def test_a_pain_noted_after_midnight_is_of_that_day() -> None:
    late = datetime(2026, 11, 24, 0, 5, tzinfo=UTC)
    noted = Feedback("r1", late - timedelta(minutes=10), late, pain=True)
    assert pain_to_mention(noted, date(2026, 11, 25)) == date(2026, 11, 24)


@given(
    minutes=st.integers(0, 2 * 365 * 24 * 60),
    offset=st.integers(-12 * 60, 14 * 60),
    later=st.integers(0, 14 * 60 * 24),
    there=st.integers(-12 * 60, 14 * 60),
)
def test_a_pain_of_the_last_24_hours_is_mentioned_and_one_of_other_days_is_not(
    minutes: int, offset: int, later: int, there: int
) -> None:
    zone = timezone(timedelta(minutes=offset))
    noted = datetime(2026, 1, 1, tzinfo=zone) + timedelta(minutes=minutes)
    now = (noted + timedelta(minutes=later)).astimezone(timezone(timedelta(minutes=there)))
    found = pain_to_mention(pain(noted), now.date())
    assert found in (None, noted.date())
    if offset == there and later <= 24 * 60:
        assert found == noted.date()
    if abs((now.date() - noted.date()).days) > 1:
        assert found is None
