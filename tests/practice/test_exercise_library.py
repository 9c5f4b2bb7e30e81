from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from app.locations import find_locations
from app.movement.library import MovementLibrary
from app.movement.model import Label, MoveKind
from app.practice.exercise import Exercise, Tempo
from app.practice.library import easier_problems, movement_mistakes, read_exercises

MOVEMENTS = {"slow-hinge", "wall-touch"}
_TABLES = find_locations().exercises.read_text("utf-8").split("[[exercise]]")
#: Two of the exercises, as their author wrote them.
ENGLISH = "".join(
    f"[[exercise]]{table}"
    for name in ("slow-motion", "wall-touches")
    for table in _TABLES
    if f'id = "{name}"' in table
)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    def write(text: str) -> Path:
        file = tmp_path / f"exercises-{len(list(tmp_path.iterdir()))}.toml"
        file.write_text(text, "utf-8")
        return file

    return write


def test_the_exercises_are_the_tutorials(exercises: dict[str, Exercise]) -> None:
    slow, wall = exercises["slow-motion"], exercises["wall-touches"]
    assert (slow.movement, slow.sets, slow.reps, slow.rest_s) == ("slow-hinge", 3, 5, 45)
    assert slow.tempo == Tempo(down=5, hold=0, up=5)
    assert (wall.movement, wall.sets, wall.reps, wall.rest_s) == ("wall-touch", 3, 10, 45)
    assert wall.tempo == Tempo(down=2, hold=1, up=2)


def test_someone_at_the_bottom_needs_no_screen(exercises: dict[str, Exercise]) -> None:
    for exercise in exercises.values():
        cues = exercise.cues
        assert "look at the floor ahead of you" in cues.prepare.lower()
        # Where there is no sound, the same words stand on the screen.
        assert not any("listen" in str(text).lower() for text in msgspec.structs.astuple(cues))
        for cue in (
            cues.down, cues.hold, cues.up, cues.top, cues.last, cues.halfway,
            cues.hold_left, cues.switch, cues.hold_right,
        ):  # fmt: skip
            assert len(cue.split()) <= 9
            assert not any(letter.isdigit() for letter in cue)
            assert not any(word in cue.lower() for word in ("screen", "see", "shown", "watch"))


def test_the_programme_table_is_there(exercises: dict[str, Exercise]) -> None:
    """Sets, repetitions or seconds, and whether each side has its own, as the tutorial has them."""
    found = {name: (one.sets, one.reps or one.hold_s, one.sides) for name, one in exercises.items()}
    assert found == {
        "wall-touches": (3, 10, False),
        "wall-drill": (1, 15, False),
        "broomstick-hinge": (3, 10, False),
        "slow-motion": (3, 5, False),
        "chest-weight-hinge": (3, 10, False),
        "band-hinge": (3, 10, False),
        "single-leg-stand": (3, 30, True),
        "dumbbell-deadlift": (3, 8, False),
        "kettlebell-deadlift": (3, 8, False),
        "romanian-deadlift": (3, 8, False),
        "good-morning": (3, 8, False),
        "bodyweight-hinge": (1, 10, False),
        "hamstring-stretch": (2, 30, True),
        "bent-over-row": (3, 8, False),
        "kettlebell-swing": (3, 16, False),
    }


def test_the_figure_of_each_can_do_what_is_asked(exercises: dict[str, Exercise]) -> None:
    movements = MovementLibrary(find_locations().animations)
    for exercise in exercises.values():
        movement = movements[exercise.movement]
        assert movement.label is Label.RIGHT
        assert movement.has_sides is exercise.sides
        kinds = {phase.kind for phase in movement.phases}
        assert exercise.tempo is None or {MoveKind.DOWN, MoveKind.UP} <= kinds


def test_weights_are_put_down_in_the_rest_and_taken_up_again(
    exercises: dict[str, Exercise],
) -> None:
    for exercise in exercises.values():
        if "deadlift" in exercise.id or exercise.id == "chest-weight-hinge":
            assert "down" in exercise.cues.rest
            assert "again before the countdown" in exercise.cues.rest


def test_weights_begin_light_and_slow_sets_say_when_to_breathe_out(
    exercises: dict[str, Exercise],
) -> None:
    assert "{kg:4} to {kg:8} to begin with if you are small or older" in (
        exercises["kettlebell-deadlift"].equipment
    )
    assert "{kg:2}" in exercises["dumbbell-deadlift"].equipment
    slow = [one for one in exercises.values() if one.tempo and one.tempo.up >= 4]
    assert slow
    assert all("breathe out as you rise" in one.cues.up for one in slow)
    swing = exercises["kettlebell-swing"]
    assert "{kg:4} to {kg:8} to begin with if you are small or older" in swing.equipment
    assert "have someone show you" in swing.summary
    assert "begin with the lightest" in exercises["bent-over-row"].equipment
    assert "half an hour" in exercises["bodyweight-hinge"].place


def test_a_hand_is_free_only_where_nothing_is_held(exercises: dict[str, Exercise]) -> None:
    movements = MovementLibrary(find_locations().animations)
    for exercise in exercises.values():
        assert list(movement_mistakes(exercise, movements)) == []
    for name in ("broomstick-hinge", "kettlebell-deadlift", "chest-weight-hinge"):
        held = msgspec.structs.replace(exercises[name], hand_free=True)
        ((key, expected),) = movement_mistakes(held, movements)
        assert (key, expected.id) == ("hand_free", "content.hands-full")


def test_an_easier_exercise_that_is_not_there_is_named(exercises: dict[str, Exercise]) -> None:
    file = Path("exercises.toml")
    assert easier_problems(file, exercises) == []
    less = {name: one for name, one in exercises.items() if name != "bodyweight-hinge"}
    problems = easier_problems(file, less)
    assert [one.key for one in problems] == [
        "chest-weight-hinge.easier",
        "band-hinge.easier",
        "romanian-deadlift.easier",
    ]


def test_the_step_from_the_wall_is_asked_for_in_the_rest_alone(
    exercises: dict[str, Exercise],
) -> None:
    cues = exercises["wall-touches"].cues
    assert "small step away from the wall" in cues.rest
    others = (cues.prepare, cues.down, cues.hold, cues.up, cues.last, cues.done)
    assert not any("step" in cue for cue in others)


@pytest.mark.parametrize(
    ("old", "new", "key", "expected"),
    [
        ('"slow-hinge"', '"slow-hing"', "movement", "unknown id 'slow-hing'"),
        ('"slow-motion"', '"Slow motion"', "id", "lower-case"),
        ('"slow-motion"', '"slow_motion"', "id", "lower-case"),
        ('"slow-motion"', '"slow--motion"', "id", "lower-case"),
        ("down = 5, up = 5", "down = 0, up = 0", "tempo", "above 0"),
        ("down = 5, up = 5", "down = 0.2, up = 5", "tempo.down", "from 0.5 to 15"),
        ("down = 5, up = 5", "down = 5, up = -1", "tempo.up", "from 0.5 to 15"),
        ("down = 5, up = 5", "down = 5, hold = nan, up = 1", "tempo.hold", "a number"),
        ("down = 5, up = 5", "down = 5, side = 5", "tempo.side", "unknown key"),
        ("down = 5, up = 5", "down = 5, top = 16", "tempo.top", "from 0.5 to 15"),
        ("rest_s = 45", "rest_s = 45\nsides = true\nswitch_s = 5", "sides", "only with hold_s"),
        ("rest_s = 45", "rest_s = 45\nswitch_s = 5", "switch_s", "only with sides"),
        ("tempo = { down = 5, up = 5 }\n", "", "tempo", "missing"),
        ("reps = 5\n", "", "reps", "either reps"),
        ("reps = 5\n", "reps = 5\nhold_s = 30\n", "hold_s", "not both"),
        ("reps = 5\n", "hold_s = 30\n", "tempo", "expected none"),
        ("reps = 5\n", "reps = 0\n", "reps", ">= 1"),
        ("reps = 5\n", "reps = 5.5\n", "reps", "a whole number"),
        ("sets = 3\n", "sets = 11\n", "sets", "<= 10"),
        ("sets = 3\n", "", "sets", "missing"),
        ("hand_free = true\n", "", "hand_free", "together, or neither"),
        ("hold_on =", "# hold_on =", "cues.hold_on", "together, or neither"),
        ('easier = "wall-touches"', 'easier = "slow-motion"', "easier", "not this one"),
        ("rest_s = 45", 'rest_s = 45\nasks = "mood"', "asks", "one of 'hinge', 'stretch', 'bal"),
        ("rest_s = 45", "rest_s = nan", "rest_s", ">= 5"),
        ("rest_s = 45", "rest_s = 2", "rest_s", ">= 5"),
        ('title = "Slow motion"', 'title = "  "', "title", "only spaces"),
        ('hold = "Stay there"', 'hold = " "', "cues.hold", "only spaces"),
        ('hold = "Stay there"\n', "", "cues.hold", "missing"),
        ('hold = "Stay there"', f'hold = "{"a" * 61}"', "cues.hold", "60"),
        ('hold = "Stay there"', "holds = 3", "cues.holds", "unknown key"),
    ],
)
def test_a_bad_exercise_is_left_out_and_named(
    written: Callable[[str], Path], old: str, new: str, key: str, expected: str
) -> None:
    assert ENGLISH.count(old) >= 1
    file = written(ENGLISH.replace(old, new, 1))
    found, problems = read_exercises(file, MOVEMENTS)
    assert list(found) == ["wall-touches"]
    mine = [problem for problem in problems if problem.key == f"exercise[0].{key}"]
    assert len(mine) == 1, problems
    assert mine[0].file == file
    assert expected in str(mine[0].expected)


def test_every_mistake_is_found_at_once(written: Callable[[str], Path]) -> None:
    text = ENGLISH.replace('"slow-hinge"', '"x"').replace("down = 5, up = 5", "down = 99, up = 99")
    _, problems = read_exercises(written(text), MOVEMENTS)
    assert [problem.key.split(".", 1)[1] for problem in problems] == [
        "movement",
        "tempo.down",
        "tempo.up",
    ]


def test_of_two_with_one_id_the_first_stays(written: Callable[[str], Path]) -> None:
    text = ENGLISH.replace('id = "wall-touches"', 'id = "slow-motion"')
    found, problems = read_exercises(written(text), MOVEMENTS)
    assert [exercise.movement for exercise in found.values()] == ["slow-hinge"]
    assert [problem.key for problem in problems] == ["exercise[1].id"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "exercise"),
        ("exercise = 3", "exercise"),
        ("exercise = []", "exercise"),
        ("exercise = [3]", "exercise[0]"),
        ("[exercise]\nid = 'a'", "exercise"),
        ("[[exercise", ""),
        (f"colour = 1\n{ENGLISH}", "colour"),
    ],
)
def test_a_file_of_another_shape_is_named(
    written: Callable[[str], Path], text: str, key: str
) -> None:
    _, problems = read_exercises(written(text), MOVEMENTS)
    assert key in [problem.key for problem in problems]


def test_a_missing_file_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    found, problems = read_exercises(tmp_path / "none.toml", MOVEMENTS)
    assert found == {}
    assert len(problems) == 1


def test_words_replace_what_they_translate_and_leave_the_rest(
    written: Callable[[str], Path], exercises: dict[str, Exercise]
) -> None:
    words = written(
        '[[exercise]]\nid = "slow-motion"\ntitle = "Zeitlupe"\ncues.down = "Hüfte nach hinten"\n'
        '[[exercise]]\nid = "wall-touches"\nnames.down = "Zurück"\n'
    )
    found, problems = read_exercises(written(ENGLISH), MOVEMENTS, words)
    slow, english = found["slow-motion"], exercises["slow-motion"]
    assert problems == []
    assert (slow.title, slow.cues.down) == ("Zeitlupe", "Hüfte nach hinten")
    assert (slow.summary, slow.cues.up) == (english.summary, english.cues.up)
    assert (slow.tempo, slow.sets, slow.movement) == (english.tempo, 3, "slow-hinge")
    touches = found["wall-touches"]
    assert (touches.names.down, touches.names.hold) == ("Zurück", "Touch")
    assert (
        msgspec.structs.replace(touches, names=exercises["wall-touches"].names)
        == (exercises["wall-touches"])
    )


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('[[exercise]]\nid = "slow"\ntitle = "a"', "exercise[0].id"),
        ('[[exercise]]\nid = "slow-motion"\nsets = 4', "exercise[0].sets"),
        ('[[exercise]]\nid = "slow-motion"\ntitle = " "', "exercise[0].title"),
        ('[[exercise]]\nid = "slow-motion"\ncues.down = " "', "exercise[0].cues.down"),
        ('[[exercise]]\ntitle = "a"', "exercise[0].id"),
        (
            '[[exercise]]\nid = "slow-motion"\n[[exercise]]\nid = "slow-motion"\ntitle = "b"',
            "exercise[1].id",
        ),
    ],
)
def test_bad_words_are_named_and_english_stays(
    written: Callable[[str], Path], exercises: dict[str, Exercise], text: str, key: str
) -> None:
    file = written(text)
    found, problems = read_exercises(written(ENGLISH), MOVEMENTS, file)
    assert found == {name: exercises[name] for name in ("slow-motion", "wall-touches")}
    assert [(problem.file, problem.key) for problem in problems] == [(file, key)]


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        ('halfway = "Halfway"\n', "halfway"),
        ('up = "Hips forward, breathe out as you rise"\n', "up"),
        ('top = "Stand tall"\n', "top"),
    ],
)
def test_every_cue_a_repetition_can_come_to_is_asked_for(
    written: Callable[[str], Path], left_out: str, missing: str
) -> None:
    _, problems = read_exercises(written(ENGLISH.replace(left_out, "", 1)), MOVEMENTS)
    assert [problem.key for problem in problems] == [f"exercise[0].cues.{missing}"]


def test_sides_need_their_cues_and_the_time_between(written: Callable[[str], Path]) -> None:
    text = ENGLISH.replace(
        "reps = 5\ntempo = { down = 5, up = 5 }\n", "hold_s = 30\nsides = true\n"
    )
    _, problems = read_exercises(written(text), MOVEMENTS)
    assert [problem.key.removeprefix("exercise[0].") for problem in problems] == [
        "switch_s",
        "cues.hold_left",
        "cues.switch",
        "cues.hold_right",
    ]


def test_a_set_can_be_one_hold(written: Callable[[str], Path]) -> None:
    text = ENGLISH.replace("reps = 5\ntempo = { down = 5, up = 5 }\n", "hold_s = 30\n")
    found, problems = read_exercises(written(text), MOVEMENTS)
    assert problems == []
    assert found["slow-motion"].hold_s == 30
