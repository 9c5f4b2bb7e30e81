from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import main
from tests.helpers.command import Capture
from tests.helpers.content import LOCATIONS


def test_all_content_is_without_a_problem(capsys: Capture) -> None:
    assert main(["check"]) == 0
    assert capsys.readouterr().out == "No problems found.\n"


GOOD = [
    LOCATIONS.lessons() / "06-the-movement.md",
    LOCATIONS.animations / "wall-touch.toml",
    LOCATIONS.exercises,
    LOCATIONS.programme,
    LOCATIONS.pairs,
    LOCATIONS.answers,
]

SIDED, BARE = 'movement = "single-leg-stand"\n', 'movement = "standing"\n'
FALLING = "knee = 150, thorax = -30, pressure = 1"


@pytest.mark.parametrize("file", GOOD, ids=lambda file: file.name)
def test_a_good_file_is_without_a_problem(capsys: Capture, file: Path) -> None:
    assert main(["check", str(file)]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("source", "name", "old", "new", "key"),
    [
        (GOOD[0], "06-the-movement.md", "fraction = 0.5", "fraction = 3", "steps[0].at.fraction"),
        (GOOD[0], "06-the-movement.md", '"slow-motion"', '"fast"', "head.practice"),
        (GOOD[1], "wall-touch.toml", "seconds = 1.0", "seconds = 0", "phases[1].seconds"),
        (GOOD[1], "wall-touch.toml", "knee = 15", "knee = 100", "breaks"),
        (
            GOOD[1],
            "wall-touch.toml",
            'knee = 15, lumbar = 12, thoracic = -5, touch = "wall"',
            FALLING,
            "phases[0].to",
        ),
        (GOOD[2], "exercises.toml", "rest_s = 45", "rest_s = 4500", "exercise[0].rest_s"),
        (GOOD[2], "mine.toml", '"slow-hinge"', '"slow-bend"', "exercise[2].movement"),
        (
            GOOD[2],
            "mine.toml",
            '"single-leg-stand"\nsets',
            '"standing"\nsets',
            "single-leg-stand.sides",
        ),
        (GOOD[3], "programme.toml", '"slow-motion"', '"fast"', "stage[0].exercises[2]"),
        (GOOD[3], "mine.toml", '"slow-motion"', '"fast"', "stage[0].exercises[2]"),
        (GOOD[4], "pairs.toml", '"squat"', '"squad"', "pair[0].second"),
        (GOOD[4], "mine.toml", '"knee" }', '"elbow" }', "pair[0].numbers[1].number"),
        (GOOD[5], "answers.toml", '"troubleshooting"', '"trouble"', "answer[1].lesson"),
        (GOOD[5], "mine.toml", '"rounded-back"', '"wall-drill"', "answer[2].movement"),
    ],
)
def test_a_broken_file_is_named_with_its_key(
    capsys: Capture, tmp_path: Path, source: Path, name: str, old: str, new: str, key: str
) -> None:
    file = tmp_path / name
    text = source.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert main(["check", str(file)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    problem, count = captured.err.splitlines()
    assert problem.startswith(f"{file}: {key}: ")
    assert "expected" in problem
    assert count == "Problems found: 1"


@pytest.mark.parametrize(
    ("name", "said"),
    [("missing.toml", "No such file"), ("missing.md", "No such file"), ("notes.txt", "expected a")],
)
def test_what_is_no_content_is_named(capsys: Capture, tmp_path: Path, name: str, said: str) -> None:
    assert main(["check", str(tmp_path / name), str(GOOD[0])]) == 1
    captured = capsys.readouterr()
    assert captured.err.startswith(f"{tmp_path / name}: ")
    assert said in captured.err
