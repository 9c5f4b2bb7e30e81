from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from string import ascii_letters, digits

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.commands.checking import run_check
from app.content import MAX_ID
from app.errors import ContentError, UserError
from app.library import read_library
from app.locations import Locations
from app.practice.exercise import Cues, Tempo
from app.practice.own import (
    MAX_FILES,
    Origin,
    OwnExercises,
    new_id,
    new_title,
    read_shared,
    to_toml,
)
from tests.helpers.command import run_json, trust_movements
from tests.helpers.content import LOCATIONS, keys
from tests.helpers.patience import examples
from tests.helpers.records import MORNING

EXERCISES = read_library(LOCATIONS).exercises
SLOW = EXERCISES["slow-motion"]
MOVEMENTS = {exercise.movement for exercise in EXERCISES.values()}

text = st.text(ascii_letters + digits + " .,'\"\\{}#=[]äß–\u2028\n\t", min_size=1).filter(str.strip)
seconds = st.floats(0.5, 15, width=16) | st.integers(1, 15).map(float)


def own_in(folder: Path) -> OwnExercises:
    return OwnExercises(folder, MOVEMENTS)


@given(
    title=text.map(lambda made: made[:40]).filter(str.strip),
    words=text.map(lambda made: made[:60]).filter(str.strip),
    sentences=text.map(lambda made: made[:240]).filter(str.strip),
    sets=st.integers(1, 10),
    reps=st.integers(1, 30),
    down=seconds,
    top=st.just(0.0) | seconds,
)
@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read_again(
    tmp_path: Path,
    title: str,
    words: str,
    sentences: str,
    sets: int,
    reps: int,
    down: float,
    top: float,
) -> None:
    cues = Cues(
        prepare=sentences, down=words, hold=words, up=words, top=words,
        halfway=words, last=words, rest=sentences, done=sentences,
        hold_on=sentences,
    )  # fmt: skip
    exercise = msgspec.structs.replace(
        SLOW, title=title, summary=sentences, equipment=sentences, place=sentences,
        sets=sets, reps=reps, tempo=Tempo(down=down, top=top), cues=cues,
    )  # fmt: skip
    own_in(tmp_path).keep(exercise)
    assert own_in(tmp_path).found == {"slow-motion": exercise}


@pytest.mark.parametrize("name", list(EXERCISES))
def test_every_exercise_of_the_program_can_be_shared(tmp_path: Path, name: str) -> None:
    file = tmp_path / "shared.toml"
    file.write_bytes(to_toml(EXERCISES[name]))
    assert read_shared(file, MOVEMENTS) == EXERCISES[name]


def test_what_would_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    own = own_in(tmp_path)
    own.keep(SLOW)
    with pytest.raises(ContentError) as caught:
        own.keep(msgspec.structs.replace(SLOW, title=" ", sets=11))
    assert keys(caught.value.problems) == ["exercise[0].sets"]
    assert own_in(tmp_path).found == {"slow-motion": SLOW}


def test_a_dropped_one_is_gone_and_a_copy_kept(tmp_path: Path) -> None:
    own = own_in(tmp_path)
    own.keep(SLOW)
    assert own.drop("slow-motion", MORNING) == SLOW
    assert not own.file("slow-motion").exists()
    [copy] = tmp_path.iterdir()
    assert read_shared(copy, MOVEMENTS) == SLOW
    assert own_in(tmp_path).found == {}
    assert own_in(tmp_path).problems == []


def test_broken_files_are_left_out_and_named(tmp_path: Path) -> None:
    own_in(tmp_path).keep(SLOW)
    (tmp_path / "broken.toml").write_text("[[exercise", "utf-8")
    (tmp_path / "big.toml").write_bytes(b"#" * 300_000)
    (tmp_path / "other-name.toml").write_bytes(to_toml(SLOW))
    (tmp_path / "two.toml").write_bytes(to_toml(SLOW) + to_toml(EXERCISES["wall-touches"]))
    (tmp_path / "folder.toml").mkdir()
    os.mkfifo(tmp_path / "pipe.toml")
    own = own_in(tmp_path)
    assert list(own.found) == ["slow-motion"]
    told = {problem.file.name: problem.key for problem in own.problems}
    assert told == {
        "broken.toml": "", "big.toml": "", "folder.toml": "", "pipe.toml": "",
        "other-name.toml": "exercise[0].id", "two.toml": "exercise",
    }  # fmt: skip


def test_only_so_many_are_read(tmp_path: Path) -> None:
    for number in range(MAX_FILES + 2):
        made = msgspec.structs.replace(SLOW, id=f"slow-{number}")
        (tmp_path / f"slow-{number}.toml").write_bytes(to_toml(made))
    own = own_in(tmp_path)
    assert len(own.found) == MAX_FILES
    assert "2 are left out" in str(own.problems[0].expected)


def test_a_folder_that_cannot_be_written_is_reported(tmp_path: Path) -> None:
    (tmp_path / "exercises").write_text("a file", "utf-8")
    own = own_in(tmp_path / "exercises")
    with pytest.raises(UserError, match="is a file, and a folder is needed there"):
        own.keep(SLOW)
    assert own.found == {}


def test_a_file_where_the_folder_should_be_is_told_with_what_to_do(tmp_path: Path) -> None:
    letter = tmp_path / "exercises"
    letter.write_text("a letter", "utf-8")
    (problem,) = own_in(letter).problems
    assert problem.file == letter
    assert "a folder is needed here, and this is a file. Rename it" in str(problem)
    assert own_in(letter / "exercises").problems == [], "the records tell of that one"
    with pytest.raises(UserError, match=f"{letter} is a file, and a folder is needed there"):
        own_in(letter / "deep" / "exercises").keep(SLOW)


def test_a_title_is_counted_on() -> None:
    taken = {"Slow", "Slow (2)", "Plan (7)", "(2)", "x" * 40}
    for title, made in (
        ("Fast", "Fast"), ("Slow", "Slow (3)"), ("Slow (2)", "Slow (3)"), ("Plan (7)", "Plan (2)"),
        ("Plan (8)", "Plan (8)"), ("(2)", "(2) (2)"), ("x" * 40, "x" * 36 + " (2)"),
    ):  # fmt: skip
        assert new_title(title, taken.__contains__) == made


def test_a_fault_is_not_practised(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    trust_movements(monkeypatch)
    file = tmp_path / "wrong.toml"
    file.write_bytes(to_toml(msgspec.structs.replace(SLOW, movement="rounded-back")))
    assert run_check([file]) == 1
    told = "slow-motion.movement: expected a movement to practise: rounded-back shows what to avoid"
    assert told in capsys.readouterr().err
    own = tmp_path / "exercises"
    own.mkdir()
    file.rename(own / "slow-motion.toml")
    assert run_check([], tmp_path) == 1
    assert "slow-motion.toml: exercise[0].movement" in capsys.readouterr().err


def test_an_id_is_made_of_the_title() -> None:
    taken = {"slow-motion", "slow-motion-2", "exercise"}
    assert new_id("  Slow *motion*! ", taken.__contains__) == "slow-motion-3"
    assert new_id("Slow motion 2", taken.__contains__) == "slow-motion-3"
    assert new_id("Kürze", taken.__contains__) == "k-rze"
    assert new_id("深い", taken.__contains__) == "exercise-2"


def test_the_users_stand_in_place_of_the_programs_and_after_them(tmp_path: Path) -> None:
    locations = Locations(LOCATIONS.animations, LOCATIONS.resources, tmp_path)
    own = OwnExercises(locations.own_exercises, MOVEMENTS)
    own.keep(msgspec.structs.replace(SLOW, sets=7))
    own.keep(msgspec.structs.replace(SLOW, id="mine", title="Mine"))
    library = read_library(locations, with_own=True)
    assert library.exercises["slow-motion"].sets == 7
    assert list(library.exercises) == [*EXERCISES, "mine"]
    assert len(library.exercises) == len(EXERCISES) + 1
    names = ("slow-motion", "mine", "wall-touches")
    assert library.exercises.own is not None
    assert [library.exercises.own.origin(name) for name in names] == [
        Origin.CHANGED, Origin.NEW, Origin.BUILT_IN,
    ]  # fmt: skip
    assert library.exercises.own.is_taken("wall-touches")
    assert not library.exercises.own.is_taken("something-else")
    library.exercises.own.drop("slow-motion", datetime.now().astimezone())
    assert library.exercises["slow-motion"] == SLOW
    assert list(read_library(locations).exercises) == list(EXERCISES)


def test_the_commands_know_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    trust_movements(monkeypatch)
    own = OwnExercises(tmp_path / "exercises", MOVEMENTS)
    own.keep(msgspec.structs.replace(SLOW, id="mine", title="Mine", sets=2))
    data = ("--data-dir", str(tmp_path))
    rows = run_json(capsys, "list", "exercises", "--json", *data)
    assert (rows[-1]["id"], rows[-1]["origin"]) == ("mine", "new")
    assert run_json(capsys, "plan", "mine", "--json", *data)["sets"] == 2
    file = tmp_path / "exercises" / "mine.toml"
    file.write_text(file.read_text("utf-8").replace("sets = 2", "sets = 0"), "utf-8")
    assert run_check([], tmp_path) == 1
    assert "mine.toml: exercise[0].sets" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("abc\n", "lower-case words joined by hyphens, got 'abc\\n'"),
        ("a" * 251, "expected at most 80 characters, got 251"),
        ("abc-kept-20260101-000000", "taken for a kept copy"),
        ("abc-kept-20260101-000000-2", "taken for a kept copy"),
    ],
)
def test_an_id_that_makes_no_good_name_for_a_file_is_refused(
    tmp_path: Path, name: str, told: str
) -> None:
    shared = tmp_path / "shared.toml"
    shared.write_bytes(to_toml(msgspec.structs.replace(SLOW, id=name)))
    with pytest.raises(ContentError) as caught:
        own_in(tmp_path).read_file(shared)
    [problem] = caught.value.problems
    assert (problem.key, told in str(problem.expected)) == ("exercise[0].id", True)


def test_no_id_is_made_like_that_of_a_kept_copy() -> None:
    assert new_id("abc kept 20260101 000000", lambda _name: False) == "abc"
    assert len(new_id("long " * 99, lambda name: not name.endswith("-99"))) <= MAX_ID


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_told_for_real(tmp_path: Path) -> None:
    own_in(tmp_path / "own").keep(SLOW)
    (tmp_path / "own").chmod(0)
    try:
        assert own_in(tmp_path / "own").problems
    finally:
        (tmp_path / "own").chmod(0o700)


def test_a_folder_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "exercises"
    own_in(folder).keep(SLOW)
    real = os.scandir, os.listdir

    def refuse(path: object, which: int) -> object:
        if path == folder:
            raise PermissionError(13, "Permission denied")
        return real[which](path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "scandir", lambda path: refuse(path, 0))
    monkeypatch.setattr(os, "listdir", lambda path: refuse(path, 1))
    assert [str(problem) for problem in own_in(folder).problems] == [
        f"{folder}: cannot be read: Permission denied"
    ]
    locations = Locations(LOCATIONS.animations, LOCATIONS.resources, tmp_path)
    library = read_library(locations, with_own=True)
    assert f"{folder}: cannot be read: Permission denied" in map(str, library.read_all())


def test_a_file_that_could_not_be_read_is_never_replaced(tmp_path: Path) -> None:
    file = tmp_path / "slow-motion.toml"
    file.write_text("[[exercise]]\nid = ", "utf-8")
    own = own_in(tmp_path)
    with pytest.raises(UserError, match="would be overwritten"):
        own.keep(SLOW)
    assert file.read_text("utf-8") == "[[exercise]]\nid = "
    file.unlink()
    own.keep(SLOW)
    own.keep(msgspec.structs.replace(SLOW, sets=7))
    assert own_in(tmp_path).found["slow-motion"].sets == 7
