from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.library import languages, read_library
from app.locations import Locations
from tests.helpers.content import LOCATIONS, expected_at, keys

GERMAN = (LOCATIONS.lessons() / "07-wall-drill.md").read_text(encoding="utf-8")


@pytest.fixture
def copied(tmp_path: Path) -> Locations:
    """A copy of the content that a test may spoil."""
    shutil.copytree(LOCATIONS.animations, tmp_path / "animations")
    content = ("exercises", "pictures", "programme", "pairs", "answers", "people")
    for name in ("lessons", *(f"{one}.toml" for one in content)):
        source = LOCATIONS.resources / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        (tmp_path / "resources").mkdir(exist_ok=True)
        copy(source, tmp_path / "resources" / name)
    return Locations(
        animations=tmp_path / "animations",
        resources=tmp_path / "resources",
        data=tmp_path / "data",
    )


def spoil(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_good_content_has_no_problems(copied: Locations) -> None:
    library = read_library(copied)
    assert library.read_all() == []
    assert (len(library.lessons), len(library.exercises), len(library.pictures)) == (17, 15, 6)
    assert len(library.programme.days) == 18


def test_a_broken_lesson_alone_is_missing(copied: Locations) -> None:
    spoil(copied.lessons() / "08-cues.md", '"hinge"', '"bend"')
    library = read_library(copied)
    problems = library.read_all()
    assert len(library.lessons) == 16
    assert "cues" not in library.lessons.order
    assert {problem.file.name for problem in problems} == {"08-cues.md"}


def test_a_broken_movement_alone_is_missing_and_every_lesson_stays(copied: Locations) -> None:
    spoil(copied.animations / "hinge.toml", "seconds = 2.0", "second = 2.0")
    library = read_library(copied)
    problems = library.read_all()
    assert "hinge" not in library.movements
    assert len(library.movements) == len(read_library(LOCATIONS).movements) - 1
    assert keys(problems) == ["phases[0].second", "phases[0].seconds"]
    assert len(list(library.lessons)) == 17


def test_broken_exercises_leave_every_lesson_to_be_read(copied: Locations) -> None:
    copied.exercises.write_text("[[exercise", encoding="utf-8")
    library = read_library(copied)
    problems = library.read_all()
    assert library.exercises == {}
    assert keys(problems) == ["", *keys(library.programme_problems), *["head.practice"] * 16]
    assert len(library.programme_problems) == 14
    assert not library.programme.days
    assert not library.programme.daily
    assert len(list(library.lessons)) == 17


def test_broken_pairs_and_answers_cost_no_more_than_themselves(copied: Locations) -> None:
    spoil(copied.pairs, '"rounded-back"', '"round-back"')
    spoil(copied.answers, 'lesson = "troubleshooting"', 'lesson = "trouble"')
    library = read_library(copied)
    found = library.read_all()
    assert {problem.file.name for problem in found} == {"pairs.toml", "answers.toml"}
    assert keys(library.programme_problems) == [f"answer[{index}].lesson" for index in range(1, 5)]
    assert "pair[1].second" in keys(found)
    assert len(library.pairs) == 10
    assert len(library.programme.days) == 18


def test_an_exercise_that_shows_no_movement_is_missing_and_named(copied: Locations) -> None:
    spoil(copied.exercises, '"slow-hinge"', '"slow-bend"')
    library = read_library(copied)
    assert "slow-motion" not in library.exercises
    assert len(library.exercises) == 14
    problems = library.read_all()
    assert "unknown id 'slow-bend'; expected one of band-hinge" in expected_at(
        problems, "exercise[2].movement"
    )


def test_a_broken_picture_alone_is_missing_and_every_lesson_stays(copied: Locations) -> None:
    spoil(copied.pictures, "columns = 4", "columns = 40")
    library = read_library(copied)
    assert keys(library.read_all()) == ["picture[2].columns"]
    assert "step-by-step" not in library.pictures
    assert len(library.pictures) == 5
    assert len(list(library.lessons)) == 17


def test_pictures_that_cannot_be_read_leave_every_lesson(copied: Locations) -> None:
    copied.pictures.write_text("[[picture", encoding="utf-8")
    library = read_library(copied)
    assert keys(library.read_all()) == [""]
    assert library.pictures == {}
    assert len(list(library.lessons)) == 17


def test_a_picture_no_file_has_is_named(copied: Locations) -> None:
    spoil(copied.lessons() / "08-cues.md", '"visual-cues"', '"visible-cues"')
    library = read_library(copied)
    problems = library.read_all()
    assert expected_at(problems, "steps[5].picture") == "expected a picture, got 'visible-cues'"
    assert "cues" not in library.lessons.order


@pytest.mark.parametrize("gone", ["animations", "resources"])
def test_missing_folders_are_problems_not_errors(copied: Locations, gone: str) -> None:
    shutil.rmtree(getattr(copied, gone))
    problems = read_library(copied).read_all()
    assert any("expected" in str(problem.expected) for problem in problems)
    assert languages(copied) == ["en"]


def german(copied: Locations, name: str, text: str) -> None:
    folder = copied.lessons("de")
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_a_language_lies_over_english_lesson_by_lesson(copied: Locations) -> None:
    german(copied, "07-wall-drill.md", GERMAN.replace('"The wall drill"', '"Die Wand"'))
    german(copied, "movements.toml", '[hinge]\ntitle = "Hüftbeuge"\n')
    german(copied, "programme.toml", '[stages.basics]\ntitle = "Ohne Gewicht"\n')
    german(copied, "exercises.toml", '[[exercise]]\nid = "slow-motion"\ntitle = "Zeitlupe"\n')
    pair = 'first = "hinge"\nsecond = "squat"\nlook_at = "Achte auf die Hüfte."\n'
    german(copied, "pairs.toml", f"[[pair]]\n{pair}")
    german(copied, "pictures.toml", '[daily-practice]\ntitle = "Jeden Tag"\n')
    library = read_library(copied, "de")
    assert library.read_all() == []
    titles = [outline.title for outline in library.lessons.outlines]
    assert len(titles) == 17
    assert (titles[6], titles[7]) == ("The movement", "Die Wand")
    assert library.movements["hinge"].title == "Hüftbeuge"
    assert library.exercises["slow-motion"].title == "Zeitlupe"
    assert library.programme.days[0].title == "Ohne Gewicht"
    assert library.exercises["wall-touches"].title == "Wall touches"
    assert library.pairs[0].look_at == "Achte auf die Hüfte."
    assert library.pictures["daily-practice"].title == "Jeden Tag"
    assert library.pictures["visual-cues"].title == "Five cues that help"


def test_an_unknown_language_is_english(copied: Locations) -> None:
    library = read_library(copied, "xx")
    assert library.read_all() == []
    assert library.lessons.outlines == read_library(copied).lessons.outlines


def test_english_comes_first_among_the_languages(copied: Locations) -> None:
    for name in ("fr", "de"):
        copied.lessons(name).mkdir()
    (copied.lessons().parent / "notes.txt").write_text("no language")
    assert languages(copied) == ["en", "de", "fr"]
