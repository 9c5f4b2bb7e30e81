from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.errors import UserError
from app.library import read_library
from app.locations import find_locations
from app.practice.choice import Choice
from app.practice.exercise import Exercise
from app.practice.session import Session
from app.practice.timeline import PhaseKind, build_session
from app.practice.transitions import State
from app.programme.parts import parts_of
from app.programme.programme import Item, Programme, Routine, When
from app.programme.reader import read_programme
from tests.helpers.clock import ManualClock, play

LOCATIONS = find_locations()
LIBRARY = read_library(LOCATIONS)
EXERCISES = LIBRARY.exercises
TEXT = LOCATIONS.programme.read_text("utf-8")


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        file = tmp_path / f"programme-{len(list(tmp_path.iterdir()))}.toml"
        file.write_text(text, "utf-8")
        return file

    return write


def test_six_weeks_of_three_days_each_with_the_exercises_of_the_table() -> None:
    days = LIBRARY.programme.days
    assert [(day.week, day.day) for day in days] == [
        (week, day) for week in range(1, 7) for day in (1, 2, 3)
    ]
    assert [day.id for day in days[:4]] == [
        "week-1-day-1", "week-1-day-2", "week-1-day-3", "week-2-day-1",
    ]  # fmt: skip
    table = {
        1: {"wall-touches", "broomstick-hinge", "slow-motion"},
        2: {"chest-weight-hinge", "band-hinge", "single-leg-stand"},
        3: {"dumbbell-deadlift", "kettlebell-deadlift", "romanian-deadlift"},
    }
    for day in days:
        assert day.week is not None
        assert {item.exercise for item in day.items} == table[(day.week + 1) // 2]
        assert not day.is_homework


def test_the_homework_is_ten_in_the_morning_ten_in_the_evening_and_a_stretch() -> None:
    daily = {routine.when: routine for routine in LIBRARY.programme.daily}
    assert daily[When.MORNING].items == (Item("bodyweight-hinge", 1, 10),)
    assert daily[When.EVENING].items == (Item("wall-touches", 1, 10),)
    assert daily[When.ANY].items == (Item("hamstring-stretch"),)
    assert all(routine.is_homework for routine in LIBRARY.programme.daily)


@pytest.mark.parametrize(
    "routine",
    [*LIBRARY.programme.days[::3], *LIBRARY.programme.daily],
    ids=lambda routine: str(routine.id),
)
def test_every_routine_can_be_practised_as_one_session(routine: Routine) -> None:
    parts = parts_of(routine, EXERCISES)
    plan = build_session(parts, routine.title, routine=routine.id)
    changes = [phase for phase in plan.phases if phase.kind is PhaseKind.CHANGE]
    assert len(changes) == len(routine.items) * (2 if routine.mixed else 1) - 1
    session = Session(plan)
    session.start(0)
    play(session, ManualClock())
    assert session.state is State.FINISHED


def test_a_day_takes_a_quarter_of_an_hour_and_the_tens_a_minute() -> None:
    for routine in LIBRARY.programme.days:
        assert 10 < build_session(parts_of(routine, EXERCISES), "x").total_s / 60 < 16
    for routine in LIBRARY.programme.daily:
        assert build_session(parts_of(routine, EXERCISES), "x").total_s / 60 < 3


def test_a_routine_is_found_by_its_id() -> None:
    programme = LIBRARY.programme
    day = programme.routine("week-3-day-2")
    assert day is not None
    assert (day.week, day.day, day.title) == (3, 2, "A little resistance")
    assert programme.routine("evening-ten") is programme.daily[1]
    assert programme.routine("week-9-day-1") is None


def test_the_user_can_have_numbers_of_their_own() -> None:
    def choose(exercise: Exercise, item: Item) -> Choice:
        return Choice.of(exercise, sets=item.sets or 2, rest_s=60)

    day, morning = LIBRARY.programme.days[0], LIBRARY.programme.daily[0]
    assert [part.choice.sets for part in parts_of(day, EXERCISES, choose)] == [2, 2, 2]
    assert [part.choice.sets for part in parts_of(morning, EXERCISES, choose)] == [1]


def test_what_could_not_be_read_is_left_out_of_a_day() -> None:
    day = LIBRARY.programme.days[0]
    some = {name: EXERCISES[name] for name in ("wall-touches", "slow-motion")}
    assert [part.exercise.id for part in parts_of(day, some)] == ["wall-touches", "slow-motion"]
    with pytest.raises(UserError):
        parts_of(Routine("x", "X", (Item("single-leg-stand", reps=3),)), EXERCISES)


FIRST = 'exercises = [\n  "wall-touches",'


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        (
            FIRST,
            'exercises = [\n  "wall-touch",',
            "stage[0].exercises[0]",
            "unknown id 'wall-touch'",
        ),
        ('short = ["wall-touches"]', "short = []", "stage[0].short", "length >= 1"),
        ('title = "Lifting"', 'title = " "', "stage[2].title", "only spaces"),
        ('title = "Lifting"', "", "stage[2].title", "missing"),
        ('title = "Lifting"', 'title = "Lifting"\nrest = 1', "stage[2].rest", "unknown key"),
        ('id = "lifting"', 'id = "basics"', "stage[2].id", "is taken"),
        ('id = "lifting"', 'id = "Lifting"', "stage[2].id", "lower-case"),
        ("sessions = 6", "sessions = 0", "stage[0].sessions", ">= 1"),
        ('or = "wall-touches"', 'or = "walls"', "stage[1].exercises[1]", "unknown id 'walls'"),
        ('without = "a band", ', "", "stage[1].exercises[1]", "without"),
        (', or = "wall-touches"', "", "stage[1].exercises[1]", "using"),
        ('or = "wall-touches"', 'or = "single-leg-stand"', "stage[1].exercises[1]", "once"),
        ('"slow-motion",\n]', '"wall-touches",\n]', "stage[0].exercises[2]", "once"),
        (
            'knob = { exercise = "wall-touches"',
            'knob = { exercise = "band-hinge"',
            "stage[0].knob.exercise",
            "wall-touches",
        ),
        ("{cm:3}", "{m:3}", "stage[0].knob.text", "{cm:15}"),
        ('stage = "lifting"', 'stage = "lifted"', "after[1].stage", "basics, resistance, lifting"),
        (
            'stage = "lifting"',
            'stage = "lifting"\ndraw = [["slow-motion"]]',
            "after[1].draw",
            "either",
        ),
        ('["single-leg-stand"],', '["one-leg"],', "after[0].draw[2][0]", "unknown id 'one-leg'"),
        ('id = "stop"', 'id = "heavier"', "after[3].id", "is taken"),
        ("rest_days = 1", "rest_days = 9", "rest_days", "<= 6"),
        ("effort = 7", "effort = 11", "move_on.effort", "<= 10"),
        ("days = 21", "days = 2", "away.days", ">= 7"),
        ('"evening-ten"', '"morning-ten"', "daily[1].id", "is taken"),
        ('"evening-ten"', '"Evening ten"', "daily[1].id", "lower-case"),
        ('"evening-ten"', '"week-1-day-1"', "daily[1].id", "not those of a day"),
        ('"evening-ten"', '"short-ten"', "daily[1].id", "not those of a day"),
        ('"evening-ten"', '"pick-ups"', "daily[1].id", "not those of a day"),
        ('"evening"', '"night"', "daily[1].when", "'morning', 'evening', 'any'"),
        ("sets = 1, reps = 10", "sets = 0", "daily[0].exercises[0].sets", ">= 1"),
        (
            '["hamstring-stretch"]',
            '[{ exercise = "hamstring-stretch", reps = 3 }]',
            "daily[2].exercises[0]",
            "is held",
        ),
        ('[[daily]]\nid = "morning-ten"', '[[dayly]]\nid = "x"', "dayly", "unknown key"),
    ],
)
def test_a_mistake_is_named_with_its_key(
    written: Callable[[str], Path], old: str, new: str, key: str, expected: str
) -> None:
    assert old in TEXT
    file = written(TEXT.replace(old, new, 1))
    _, problems = read_programme(file, EXERCISES)
    mine = [str(problem.expected) for problem in problems if problem.key == key]
    assert len(mine) == 1, problems
    assert expected in mine[0]


def test_an_exercise_that_cannot_be_read_is_missing_and_named_once() -> None:
    rest = {name: one for name, one in EXERCISES.items() if name != "slow-motion"}
    programme, problems = read_programme(LOCATIONS.programme, rest)
    assert [problem.key for problem in problems] == ["stage[0].exercises[2]"]
    assert [item.exercise for item in programme.days[0].items] == [
        "wall-touches", "broomstick-hinge",
    ]  # fmt: skip
    assert len(programme.days) == 18


def test_of_two_with_one_id_the_first_stays(written: Callable[[str], Path]) -> None:
    file = written(TEXT.replace('"evening-ten"', '"morning-ten"'))
    programme, _ = read_programme(file, EXERCISES)
    assert [one.title for one in programme.daily] == ["Morning hinges (10)", "Daily stretch"]


@pytest.mark.parametrize("text", ["", "week = 3", "[[week", TEXT.replace("[[stage]]", "[[week]]")])
def test_a_file_of_another_shape_is_no_programme(written: Callable[[str], Path], text: str) -> None:
    programme, problems = read_programme(written(text), EXERCISES)
    assert programme == Programme()
    assert problems


def test_a_missing_file_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    programme, problems = read_programme(tmp_path / "none.toml", EXERCISES)
    assert programme == Programme()
    assert len(problems) == 1


def test_titles_in_another_language(written: Callable[[str], Path]) -> None:
    words = written(
        '[stages.basics]\ntitle = "Ohne Gewicht"\n[daily]\nmorning-ten = "Zehn"\n'
        '[stages.resistance.without]\nband-hinge = "ein Band"\n[after.stop]\ntitle = "Schluss"\n'
    )
    programme, problems = read_programme(LOCATIONS.programme, EXERCISES, words)
    assert problems == []
    assert [day.title for day in programme.days[::3]] == [
        "Ohne Gewicht", "Ohne Gewicht", "A little resistance", "A little resistance",
        "Lifting", "Lifting",
    ]  # fmt: skip
    assert [routine.title for routine in programme.daily][:2] == [
        "Zehn",
        "Evening wall touches (10)",
    ]
    assert programme.stages[0].short.title == "Ohne Gewicht"
    assert [item.without for item in programme.days[6].items] == ["a weight", "ein Band", ""]
    titles = [after.title for after in programme.after]
    assert titles == ["Keep it", "Heavier", "Other lifts", "Schluss"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[stages.basic]\ntitle = "x"', "stages.basic"),
        ('[after.more]\ntitle = "x"', "after.more"),
        ('[daily]\nnight = "x"', "daily.night"),
        ("days = 1", "days"),
    ],
)
def test_bad_titles_are_named_and_english_stays(
    written: Callable[[str], Path], text: str, key: str
) -> None:
    file = written(text)
    programme, problems = read_programme(LOCATIONS.programme, EXERCISES, file)
    assert (programme.days, programme.daily) == (LIBRARY.programme.days, LIBRARY.programme.daily)
    assert [(problem.file, problem.key) for problem in problems] == [(file, key)]
