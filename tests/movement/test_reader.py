from __future__ import annotations

from pathlib import Path

import pytest

from app.movement.reader import read_movement
from tests.helpers.content import Writer, expected_at, keys, movement_problems

GOOD = """\
title = "Bow"
label = "right"
pattern = "hinge"
breaks = []
text = "The hips go back."
wall = { heel_gap = 0.15 }

[[phases]]
name = "down"
kind = "down"
seconds = 2.0
cue = "Hips back"
to = { knee = 20, thorax = 65, lumbar = 5 }

[[phases]]
name = "stay"
kind = "hold"
seconds = 0.8
cue = "Stay"

[[phases]]
name = "up"
kind = "up"
seconds = 1.6
cue = "Hips forward"
to = "start"
"""


@pytest.fixture
def written(tmp_path: Path) -> Writer:
    def write(text: str) -> Path:
        file = tmp_path / "bow.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_a_good_file_is_read_whole(written: Writer) -> None:
    movement = read_movement(written(GOOD))
    assert (movement.id, movement.title, movement.wall) == ("bow", "Bow", 0.15)
    assert [(p.name, p.kind, p.seconds) for p in movement.phases] == [
        ("down", "down", 2.0),
        ("stay", "hold", 0.8),
        ("up", "up", 1.6),
    ]
    assert movement.phases[1].key == movement.phases[0].key
    assert movement.phases[2].key == movement.start
    assert movement.start.knee == 8
    assert movement.moves_feet is False
    assert movement.stance == (0.100, 7.0)


TO = "to = { knee = 20, thorax = 65, lumbar = 5 }"

MISTAKES = {
    "unknown key": (
        'title = "Bow"',
        'titel = "Bow"',
        "titel",
        "unknown key; expected one of title",
    ),
    "missing title": ('title = "Bow"\n', "", "title", "missing; expected text"),
    "missing label": ('label = "right"\n', "", "label", "'right', 'wrong', 'neutral'"),
    "missing phases key": ('kind = "down"\n', "", "phases[0].kind", "'down', 'hold', 'up', 'step'"),
    "title of spaces": ('title = "Bow"', 'title = "  "', "title", "only spaces"),
    "empty title": ('title = "Bow"', 'title = ""', "title", "length >= 1"),
    "long title": ('"Bow"', f'"{"b" * 41}"', "title", "length <= 40"),
    "cue of spaces": ('cue = "Stay"', 'cue = "\\t"', "phases[1].cue", "only spaces"),
    "other label": ('"right"', '"good"', "label", "one of 'right', 'wrong', 'neutral', got 'good'"),
    "other pattern": ('"hinge"', '"hinges"', "pattern", "'floor-lift'"),
    "other kind": (
        'kind = "down"',
        'kind = "sink"',
        "phases[0].kind",
        "'down', 'hold', 'up', 'step'",
    ),
    "text for a number": ("2.0", '"2"', "phases[0].seconds", "a number, got text"),
    "true for a number": ("2.0", "true", "phases[0].seconds", "a number, got true or false"),
    "a date for a number": ("20,", "2020-01-01,", "phases[0].to.knee", "a number, got date"),
    "a number for text": ('"Bow"', "3", "title", "text, got a whole number"),
    "nan": ("2.0", "nan", "phases[0].seconds", "a number"),
    "nan in a pose": ("thorax = 65", "thorax = nan", "phases[0].to.thorax", "a number"),
    "infinite": ("2.0", "inf", "phases[0].seconds", "<= 60"),
    "too short a phase": ("2.0", "0.05", "phases[0].seconds", ">= 0.1"),
    "a knee too far": ("knee = 20", "knee = 151", "phases[0].to.knee", "<= 150"),
    "a lean too far": ("thorax = 65", "thorax = 141", "phases[0].to.thorax", "<= 140"),
    "an unknown angle": ("lumbar", "lumber", "phases[0].to.lumber", "unknown key"),
    "pressure off the foot": ("lumbar = 5", "pressure = 1.1", "phases[0].to.pressure", "<= 1"),
    "arms": ("lumbar = 5", 'arms = "up"', "phases[0].to.arms", "'hang', 'chest'"),
    "an unknown aim": ('"start"', '"begin"', "phases[2].to", "'start'"),
    "a list for an aim": (TO, "to = [20, 65]", "phases[0].to", "a table"),
    "no aim": (TO, "", "phases[0].to", "angles to move to"),
    "a hold with an aim": (
        'cue = "Stay"',
        f'cue = "Stay"\n{TO}',
        "phases[1].to",
        "but carry: a hold",
    ),
    "no way back": ('to = "start"', "to = { knee = 8 }", "phases[2].to", "can loop"),
    "the same name twice": ('name = "up"', 'name = "down"', "phases[2].name", "'down' is taken"),
    "an unknown check": ("[]", '["flat"]', "breaks[0]", "flat_back, balanced"),
    "a number for a check": ("[]", "[1]", "breaks[0]", "expected text"),
    "right but breaks": ("[]", '["flat_back"]', "breaks", "none in a right movement"),
    "wrong but breaks nothing": ('"right"', '"wrong"', "breaks", "at least one check"),
    "touch without a wall": (
        "wall = { heel_gap = 0.15 }\n",
        'start = { touch = "wall" }\n',
        "start.touch",
        "stated by its angles",
    ),
    "touch and lean": (
        TO,
        'to = { touch = "wall", thorax = 5 }',
        "phases[0].to.thorax",
        "solves it",
    ),
    "a wall too near": ("0.15", "0.001", "wall.heel_gap", ">= 0.02"),
    "a wall that is a number": ("{ heel_gap = 0.15 }", "0.15", "wall", "a table, got a number"),
    "no TOML": ('title = "Bow"', "title = Bow", "", "expected valid TOML"),
    "a key twice": ('title = "Bow"', 'title = "Bow"\ntitle = "Bow"', "", "expected valid TOML"),
    "a number of 5000 digits": ("2.0", "2" * 5000, "", "shorter numbers"),
    "5000 brackets": ("[]", "[" * 5000 + "]" * 5000, "", "fewer nested brackets"),
}


@pytest.mark.parametrize(("old", "new", "key", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_key_and_what_was_expected(
    written: Writer, old: str, new: str, key: str, expected: str
) -> None:
    assert old in GOOD
    text = GOOD.replace(old, new, 1)
    assert expected in expected_at(movement_problems(written(text)), key)


def test_touch_needs_a_wall(written: Writer) -> None:
    text = GOOD.replace("wall = { heel_gap = 0.15 }\n", "").replace(TO, 'to = { touch = "wall" }')
    assert "a [wall] table" in expected_at(movement_problems(written(text)), "phases[0].to.touch")


def test_every_mistake_is_found_at_once(written: Writer) -> None:
    text = (
        GOOD.replace('title = "Bow"', 'titel = "Bow"')
        .replace("2.0", '"x"')
        .replace("0.8", "nan")
        .replace("1.6", "99")
        .replace("lumbar = 5", 'lumber = 5, arms = "up", pressure = inf')
        .replace('to = "start"', "to = { neck = 3 }")
        .replace("breaks = []", 'breaks = ["flat", 3, "balance"]')
        .replace('name = "up"', 'name = "down"')
        .replace('cue = "Stay"', 'cue = " "')
        .replace("heel_gap", "gap")
    )
    assert set(keys(movement_problems(written(text)))) == {
        "titel",
        "title",
        "breaks",
        "breaks[0]",
        "breaks[1]",
        "breaks[2]",
        "wall.gap",
        "wall.heel_gap",
        "phases[0].seconds",
        "phases[0].to.lumber",
        "phases[0].to.arms",
        "phases[0].to.pressure",
        "phases[1].seconds",
        "phases[1].cue",
        "phases[2].seconds",
        "phases[2].name",
        "phases[2].to",
    }


def test_a_key_is_named_once(written: Writer) -> None:
    found = keys(movement_problems(written(GOOD.replace('to = "start"', 'to = "begin"'))))
    assert found == ["phases[2].to"]


@pytest.mark.parametrize(
    "name", ["Bow.toml", "my bow.toml", "bow_2.toml", "-bow.toml", "größe.toml"]
)
def test_a_file_name_that_is_no_id_is_named(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text(GOOD, encoding="utf-8")
    assert "lower-case words joined by hyphens" in expected_at(movement_problems(file), "")


def test_windows_line_ends_and_a_byte_order_mark_are_fine(written: Writer) -> None:
    file = written("")
    file.write_bytes(b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode())
    assert read_movement(file).title == "Bow"


def test_an_empty_file_lacks_all_that_is_needed(written: Writer) -> None:
    found = keys(movement_problems(written("")))
    assert found == ["title", "label", "pattern", "text", "phases"]


@pytest.mark.parametrize(
    ("phases", "key", "expected"),
    [
        ("[]", "phases", ">= 1"),
        ("[7]", "phases[0]", "a table, got a whole number"),
        ("7", "phases", "a list, got a whole number"),
        ("{ down = 1 }", "phases", "a list, got a table"),
    ],
)
def test_phases_that_are_none_are_refused(
    written: Writer, phases: str, key: str, expected: str
) -> None:
    text = GOOD.split("[[phases]]", maxsplit=1)[0] + f"phases = {phases}\n"
    assert expected in expected_at(movement_problems(written(text)), key)


def test_a_file_that_is_not_utf8_is_named(written: Writer) -> None:
    file = written("")
    file.write_bytes(GOOD.replace("Bow", "Böw").encode("latin-1"))
    assert expected_at(movement_problems(file), "") == "expected UTF-8 text, byte 10 is not"


def test_a_huge_file_is_not_read(written: Writer) -> None:
    file = written(GOOD + "#" * 300_000)
    assert expected_at(movement_problems(file), "") == "expected at most 256 kB"


def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "bow.toml").mkdir()
    assert "cannot be read: it is a folder, not a file" in expected_at(
        movement_problems(tmp_path / "bow.toml"), ""
    )


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "cannot be read: No such file" in expected_at(
        movement_problems(tmp_path / "bow.toml"), ""
    )
