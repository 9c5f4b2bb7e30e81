from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.lessons.library import LessonLibrary
from app.library import read_library
from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.exercise import Ask
from app.practice.timeline import Part, build_session
from app.programme.after import ANSWERS, ask_of, help_for, is_asked
from app.programme.programme import Programme
from app.records.feedback import Felt
from app.records.session_log import Summary
from app.records.tally import Tally

LIBRARY = read_library(find_locations())
PROGRAMME = LIBRARY.programme


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
    help_ = PROGRAMME.answers[felt].help
    assert help_ is not None
    # The fault stands beside the right movement, and the fix follows.
    assert step.show.movement == help_.movement
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


def test_the_question_is_that_of_the_exercise_done_last() -> None:
    names = ("wall-touches", "single-leg-stand", "hamstring-stretch")
    exercises = [LIBRARY.exercises[name] for name in names]
    plan = build_session([Part(one, Choice.of(one)) for one in exercises], "A title")
    done, nothing = Tally(1, 1, 30.0), Tally(0, 0, 0.0)
    for parts, asks in (
        ((nothing, nothing, nothing), Ask.HINGE),
        ((done, nothing, nothing), Ask.HINGE),
        ((done, done, nothing), Ask.BALANCE),
        ((done, nothing, done), Ask.STRETCH),
    ):
        assert ask_of(Summary("r1", plan, False, parts)) is asks


def test_each_question_has_its_answers_and_every_answer_a_question() -> None:
    assert set(ANSWERS) == set(Ask)
    assert {felt for answers in ANSWERS.values() for felt in answers} == set(Felt)
