from __future__ import annotations

from pathlib import Path

import pytest

from app.lessons.model import At, BodyPart, Overlay
from app.lessons.picture import Panel
from app.lessons.picture_reader import PictureFile, read_pictures
from app.movement.library import MovementLibrary
from tests.helpers.content import expected_at, keys

GOOD = """\
[[picture]]
id = "two-ways"
title = "Two ways"
summary = "Both are fine."
text = "A hinge, and a squat beside a rounded back."
columns = 2

[[picture.panel]]
movement = "hinge"
at = { phase = "hold", fraction = 0.5 }
light = ["hips"]
overlay = ["back", "shin"]
caption = "Hips back"
note = "Far back."

[[picture.panel]]
movement = "squat"
at = { phase = "down" }
beside = "rounded-back"
view = "front"
caption = "Hips down"

[[picture]]
id = "one-way"
title = "One way"
summary = "Only this one."
text = "A hinge."
columns = 1
numbered = true

[[picture.panel]]
movement = "hinge"
at = { phase = "up", fraction = 0.0 }
caption = "Hips forward"
"""


def read(
    folder: Path, movements: MovementLibrary, text: str = GOOD, words: str | None = None
) -> PictureFile:
    file, spoken = folder / "pictures.toml", folder / "words.toml"
    file.write_text(text, encoding="utf-8")
    if words is not None:
        spoken.write_text(words, encoding="utf-8")
    return read_pictures(file, movements, spoken if words is not None else None)


def test_good_pictures_are_read_whole(tmp_path: Path, movements: MovementLibrary) -> None:
    found = read(tmp_path, movements)
    assert found.problems == []
    assert list(found.pictures) == found.names == ["two-ways", "one-way"]
    picture = found.pictures["two-ways"]
    assert (picture.title, picture.summary, picture.columns) == ("Two ways", "Both are fine.", 2)
    assert (picture.numbered, found.pictures["one-way"].numbered) == (False, True)
    first, second = picture.panels
    assert first == Panel(
        movement="hinge",
        at=At("hold", 0.5),
        light=(BodyPart.HIPS,),
        overlay=(Overlay.BACK, Overlay.SHIN),
        caption="Hips back",
        note="Far back.",
    )
    assert (second.at, second.view, second.note) == (At("down", 1.0), "front", None)
    assert second.movements == ("squat", "rounded-back")


MISTAKES = {
    "an unknown key": ("columns = 2", "colums = 2", "picture[0].colums", "unknown key"),
    "an id with capitals": ('"two-ways"', '"Two-ways"', "picture[0].id", "words joined by hyphens"),
    "an id twice": ('"one-way"', '"two-ways"', "picture[1].id", "'two-ways' is taken"),
    "a movement's id": ('"two-ways"', '"squat"', "picture[0].id", "'squat' is a movement"),
    "a long title": ('"Two ways"', f'"{"t" * 41}"', "picture[0].title", "length <= 40"),
    "a long caption": (
        '"Hips back"', f'"{"c" * 49}"', "picture[0].panel[0].caption", "length <= 48"
    ),
    "an empty caption": ('"Hips back"', '" "', "picture[0].panel[0].caption", "only spaces"),
    "a long note": ('"Far back."', f'"{"n" * 121}"', "picture[0].panel[0].note", "length <= 120"),
    "a length": ('"Far back."', '"{cm:15}"', "picture[0].panel[0].note", "no braces"),
    "too many columns": ("columns = 2", "columns = 7", "picture[0].columns", "<= 6"),
    "an unknown movement": (
        '"squat"', '"sit"', "picture[0].panel[1].movement", "a movement, got 'sit'"
    ),
    "an unknown beside": (
        '"rounded-back"', '"round"', "picture[0].panel[1].beside", "a movement, got 'round'"
    ),
    "an unknown phase": (
        '"hold"', '"stay"', "picture[0].panel[0].at.phase", "one of down, hold, up, got 'stay'"
    ),
    "a fraction too far": (
        "fraction = 0.5", "fraction = 2", "picture[0].panel[0].at.fraction", "<= 1"
    ),
    "three lines": (
        '"shin"]', '"shin", "hip"]', "picture[0].panel[0].overlay", "length <= 2"
    ),
    "an unknown part": ('["hips"]', '["hip"]', "picture[0].panel[0].light[0]", "'hips'"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "key", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_leaves_the_picture_out_and_is_named(
    tmp_path: Path, movements: MovementLibrary, old: str, new: str, key: str, expected: str
) -> None:
    assert old in GOOD
    found = read(tmp_path, movements, GOOD.replace(old, new, 1))
    assert expected in expected_at(found.problems, key)
    assert len(found.pictures) == 1
    assert found.names is not None
    assert len(found.names) == 2  # a lesson that names the broken one is not at fault


def test_a_picture_without_panels_is_refused(tmp_path: Path, movements: MovementLibrary) -> None:
    found = read(tmp_path, movements, GOOD[: GOOD.index("[[picture.panel]]")])
    assert "missing" in expected_at(found.problems, "picture[0].panel")


@pytest.mark.parametrize("text", ["", "x = 1", "[[picture"])
def test_a_file_without_pictures_is_named(
    tmp_path: Path, movements: MovementLibrary, text: str
) -> None:
    found = read(tmp_path, movements, text)
    assert found.problems
    assert (found.pictures, found.names) == ({}, None)


WORDS = """\
[two-ways]
title = "Zwei Wege"
[[two-ways.panel]]
caption = "Hüfte zurück"
note = "Weit zurück."
[[two-ways.panel]]
"""


def test_words_lie_over_the_picture_and_the_rest_stays(
    tmp_path: Path, movements: MovementLibrary
) -> None:
    found = read(tmp_path, movements, words=WORDS)
    assert found.problems == []
    picture = found.pictures["two-ways"]
    assert (picture.title, picture.summary) == ("Zwei Wege", "Both are fine.")
    assert [panel.caption for panel in picture.panels] == ["Hüfte zurück", "Hips down"]
    assert [panel.note for panel in picture.panels] == ["Weit zurück.", None]
    assert found.pictures["one-way"].title == "One way"


@pytest.mark.parametrize(
    ("words", "key", "expected"),
    [
        ("[three-ways]\n", "three-ways", "unknown picture; expected one of two-ways, one-way"),
        ("[two-ways]\ncolumns = 3\n", "two-ways.columns", "unknown key"),
        ("[[two-ways.panel]]\n", "two-ways.panel", "expected 2 panels"),
        ("two-ways = 3\n", "two-ways", "expected a table"),
        ("[two-ways", "", "valid TOML"),
    ],
)
def test_strange_words_are_named_and_the_picture_stays_english(
    tmp_path: Path, movements: MovementLibrary, words: str, key: str, expected: str
) -> None:
    found = read(tmp_path, movements, words=words)
    assert expected in expected_at(found.problems, key)
    assert found.pictures["two-ways"].title == "Two ways"


def test_every_mistake_is_found_at_once(tmp_path: Path, movements: MovementLibrary) -> None:
    text = GOOD.replace("columns = 2", "columns = 9").replace('"up"', '"stand"')
    assert keys(read(tmp_path, movements, text).problems) == [
        "picture[0].columns",
        "picture[1].panel[0].at.phase",
    ]
