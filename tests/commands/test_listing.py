from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.cli import main
from tests.helpers.command import Capture, run_json
from tests.helpers.content import LOCATIONS

MOVEMENTS = len(list(LOCATIONS.animations.glob("*.toml")))


def test_lists_of_lessons_have_the_fields_scripts_hold_on_to(capsys: Capture) -> None:
    lessons = run_json(capsys, "list", "lessons", "--json")
    assert len(lessons) == 17
    steps = [step for lesson in lessons for step in lesson["steps"]]
    assert len(steps) >= 60
    for lesson in lessons:
        assert list(lesson) == ["id", "title", "summary", "practice", "steps"]
    for step in steps:
        assert list(step) == [
            "title", "text", "table", "movement", "picture", "beside", "at", "loop"
        ]  # fmt: skip
        assert (step["movement"] is None) != (step["picture"] is None)
        if step["picture"] is not None:
            assert (step["at"], step["beside"], step["loop"]) == (None, None, False)
            continue
        assert (step["at"] is None) == step["loop"]
        assert step["at"] is None or set(step["at"]) == {"phase", "fraction"}
    assert lessons[0]["id"] == "first-five-minutes"
    assert lessons[0]["practice"] == {"exercise": "wall-touches", "sets": 1, "reps": 5}
    text = json.dumps(lessons)
    assert "15 cm (6 inches)" in text
    assert "{cm" not in text
    assert "{kg" not in text


def test_lists_of_movements_have_the_fields_scripts_hold_on_to(capsys: Capture) -> None:
    movements = run_json(capsys, "list", "movements", "--json")
    for movement in movements:
        assert list(movement) == [
            "id", "title", "label", "pattern", "breaks", "moves_feet", "text"
        ]  # fmt: skip
    squatting = next(one for one in movements if one["id"] == "squatting-the-hinge")
    assert squatting["breaks"] == ["hinge_not_squat", "shins_vertical"]
    assert (squatting["label"], squatting["pattern"]) == ("wrong", "hinge")
    assert squatting["moves_feet"] is False


def test_lists_of_exercises_have_the_fields_scripts_hold_on_to(capsys: Capture) -> None:
    rows = {row["id"]: row for row in run_json(capsys, "list", "exercises", "--json")}
    slow, wall = rows["slow-motion"], rows["wall-touches"]
    for exercise in (slow, wall):
        assert list(exercise) == [
            "id", "title", "movement", "sets", "reps", "hold_s", "sides", "switch_s", "tempo_s",
            "rest_s", "measure", "open_ended", "equipment", "place", "origin",
        ]  # fmt: skip
    assert (slow["id"], slow["movement"], slow["sets"], slow["reps"]) == (
        "slow-motion", "slow-hinge", 3, 5
    )  # fmt: skip
    assert slow["tempo_s"] == {"down": 5, "hold": 0, "up": 5, "top": 0}
    assert (wall["sets"], wall["reps"], wall["hold_s"], wall["rest_s"]) == (3, 10, None, 45)
    assert wall["tempo_s"] == {"down": 2, "hold": 1, "up": 2, "top": 0}
    measured = {name: row["measure"] for name, row in rows.items() if row["measure"]}
    assert measured == {"wall-touches": "wall", "wall-drill": "wall", "broomstick-hinge": "stick"}
    assert [name for name, row in rows.items() if row["open_ended"]] == ["wall-drill"]
    stand = rows["single-leg-stand"]
    assert (stand["reps"], stand["hold_s"], stand["sides"], stand["switch_s"]) == (
        None,
        30,
        True,
        8,
    )
    assert stand["tempo_s"] is None


def test_lists_of_pictures_have_the_fields_scripts_hold_on_to(capsys: Capture) -> None:
    pictures = run_json(capsys, "list", "pictures", "--json")
    for picture in pictures:
        assert list(picture) == ["id", "title", "summary", "text", "panels"]
        for panel in picture["panels"]:
            assert list(panel) == ["movement", "beside", "at", "caption", "note"]
            assert set(panel["at"]) == {"phase", "fraction"}
    steps = [
        step["picture"]
        for lesson in run_json(capsys, "list", "lessons", "--json")
        for step in lesson["steps"]
        if step["picture"] is not None
    ]
    assert sorted(steps) == sorted(picture["id"] for picture in pictures)


def test_the_sessions_are_listed_and_then_what_is_done_besides(
    capsys: Capture,
) -> None:
    rows = run_json(capsys, "list", "programme", "--json")
    assert [(row["week"], row["day"]) for row in rows[:18]] == [
        (week, day) for week in range(1, 7) for day in (1, 2, 3)
    ]
    assert [row["stage"] for row in rows[4:8]] == ["basics", "basics", "resistance", "resistance"]
    assert [row["mixed"] for row in rows[:4]] == [False, False, False, True]
    assert rows[6]["substitutes"][1] == {
        "exercise": "band-hinge", "without": "a band", "or": "wall-touches", "using": None,
    }  # fmt: skip
    stand = rows[6]["exercises"][2]
    assert stand == {
        "exercise": "single-leg-stand", "title": "Single-leg stands", "sets": 2, "reps": None,
        "hold_s": 30,
    }  # fmt: skip
    morning = rows[18]
    assert list(morning) == [
        "id", "title", "week", "day", "stage", "when", "mixed", "seconds", "exercises",
        "substitutes",
    ]  # fmt: skip
    assert (morning["id"], morning["week"], morning["when"]) == ("morning-ten", None, "morning")
    assert [row["id"] for row in rows[21:]] == ["short-basics", "short-resistance", "short-lifting"]
    assert (morning["exercises"][0]["sets"], morning["exercises"][0]["reps"]) == (1, 10)


@pytest.mark.parametrize(
    ("what", "lines"),
    [
        ("lessons", 17),
        ("movements", MOVEMENTS),
        ("exercises", 15),
        ("pictures", 6),
        ("programme", 24),
    ],
)
def test_lists_for_people_have_a_line_each(capsys: Capture, what: str, lines: int) -> None:
    assert main(["list", what]) == 0
    out = capsys.readouterr().out.splitlines()
    assert len(out) == lines
    assert all(len(line.split(maxsplit=1)) == 2 for line in out)


def test_movements_are_marked_as_on_the_stage(capsys: Capture) -> None:
    assert main(["list", "movements"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sum(line.endswith(" (Correct)") for line in lines) > 20
    assert sum(line.endswith(" (Incorrect)") for line in lines) == 10
    assert not [line for line in lines if line.lower().endswith(("right)", "wrong)"))]


def test_what_is_left_out_of_a_list_is_named(
    capsys: Capture, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    text = (LOCATIONS.animations / "hinge.toml").read_text(encoding="utf-8")
    (tmp_path / "hinge.toml").write_text(text, encoding="utf-8")
    (tmp_path / "bow.toml").write_text(text.replace("seconds", "second", 1), encoding="utf-8")
    spoiled = LOCATIONS._replace(animations=tmp_path)
    monkeypatch.setattr("app.commands.listing.find_locations", lambda _: spoiled)
    assert main(["list", "movements"]) == 0
    captured = capsys.readouterr()
    assert captured.out == "hinge  Hip hinge (Correct)\n"
    assert f"left out: {tmp_path / 'bow.toml'}: phases[0].second: unknown key" in captured.err
