"""What movement files can say beyond angles: arms, feet, props, stations, reaching, carrying."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from app.body.pose import Stance
from app.movement.model import ArmFile, FootFile, MoveKind
from app.movement.props import PROP_DEFAULTS, Prop, PropKind
from app.movement.reader import read_movement
from tests.helpers.content import Writer, expected_at, keys, movement_problems

BELL = """\
title = "Lift"
label = "neutral"
pattern = "floor-lift"
text = "A bell is lifted."
moves_feet = true
stance = { width = 0.17, toe_out = 15 }
wall = { heel_gap = 0.15, stations = 3 }

[[props]]
kind = "kettlebell"
hands = "both"
rest = 0.1

[[props]]
kind = "arrow"
part = "hips"

[start]
thoracic = 4
arms = "crossed"

[[phases]]
name = "down"
kind = "down"
seconds = 2
cue = "Down"
to = { knee = 40, thorax = 74, reach = "knees" }

[[phases]]
name = "take"
kind = "hold"
seconds = 1
cue = "Take it"
to = { carry = 1 }

[[phases]]
name = "up"
kind = "up"
seconds = 2
cue = "Up"
to = { knee = 8, thorax = 0, left_arm = { shoulder = 30 }, right_arm = "legs" }

[[phases]]
name = "step"
kind = "step"
seconds = 2
cue = "Step"
to = { left_foot = { forward = 0.2, pitch = -10 }, weight = "right", station = 2 }

[[phases]]
name = "touch"
kind = "down"
seconds = 2
cue = "Touch"
to = { touch = "short" }

[[phases]]
name = "home"
kind = "up"
seconds = 2
cue = "Home"
to = "start"
"""


@pytest.fixture
def written(tmp_path: Path) -> Writer:
    def write(text: str) -> Path:
        file = tmp_path / "lift.toml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_all_of_it_is_read(written: Writer) -> None:
    movement = read_movement(written(BELL))
    assert movement.moves_feet
    assert movement.stance == Stance(0.17, 15)
    assert (movement.wall, movement.stations) == (0.15, 3)
    bell, arrow = movement.props
    assert bell.grip == pytest.approx(0.35)
    assert replace(bell, grip=None) == Prop(PropKind.KETTLEBELL, 12.0, "both", apart=0.025)
    assert arrow == Prop(PropKind.ARROW, part="hips", apart=0.129)
    assert movement.start.left_arm == movement.start.right_arm == "crossed"
    assert movement.start.thoracic == 4
    down, take, up, step, touch, home = (phase.key for phase in movement.phases)
    assert (down.reach, down.carry) == ("knees", 0)
    # The hands still reach; a stated lean ends that.
    assert (take.reach, take.carry) == ("knees", 1)
    assert (up.reach, up.carry, up.thorax) == (None, 1, 0)
    assert up.left_arm == ArmFile(30, 8)
    assert up.right_arm == "legs"
    assert step.left_foot == FootFile(0.2, 0, -10)
    assert (step.weight, step.station, step.thoracic) == ("right", 2, 4)
    assert (touch.touch, touch.thorax) == ("short", 0)
    assert home == movement.start
    assert movement.phases[3].kind is MoveKind.STEP


def test_a_lean_stated_ends_a_touch(written: Writer) -> None:
    phase = '\n[[phases]]\nname = "end"\nkind = "up"\nseconds = 1\ncue = "End"\nto = "start"\n'
    touched = BELL.replace('"start"\n', "{ thorax = 10 }" + phase)
    movement = read_movement(written(touched))
    assert movement.phases[4].key.touch == "short"
    assert movement.phases[5].key.touch is None


@pytest.mark.parametrize("kind", PROP_DEFAULTS)
def test_a_thing_has_its_usual_mass_and_size_unless_told_otherwise(
    written: Writer, kind: PropKind
) -> None:
    usual = BELL.replace('"kettlebell"', f'"{kind}"')
    prop = read_movement(written(usual)).props[0]
    size = PROP_DEFAULTS[kind]
    assert (prop.kg, prop.apart) == (size.kg, size.apart)
    assert prop.grip == pytest.approx(0.1 + size.grip)
    told = usual.replace(', reach = "knees"', "").replace("to = { carry = 1 }\n", "")
    told = told.replace("rest = 0.1", "kg = 3\napart = 0.2\nahead = 0.4")
    prop = read_movement(written(told)).props[0]
    assert (prop.kg, prop.apart, prop.ahead, prop.grip) == (3, 0.2, 0.4, None)


MISTAKES = {
    "an unknown thing": ('"kettlebell"', '"kettle"', "props[0].kind", "'kettlebell', 'dumbbell'"),
    "held by nobody": ('hands = "both"\n', "", "props[0].hands", "left, right or both"),
    "held by the feet": ('"both"', '"feet"', "props[0].hands", "got 'feet'"),
    "an arrow in the hands": (
        'part = "hips"',
        'hands = "left"',
        "props[1].hands",
        "expected none: hands do not hold the arrow",
    ),
    "an arrow that rests": ('part = "hips"', "rest = 0", "props[1].rest", "do not hold the arrow"),
    "an arrow that weighs": ('part = "hips"', "kg = 1", "props[1].kg", "do not hold the arrow"),
    "an arrow at a knee": ('"hips"', '"knee"', "props[1].part", "'hips', 'chest'"),
    "too heavy": ("rest = 0.1", "kg = 101", "props[0].kg", "<= 100"),
    "lighter than nothing": ("rest = 0.1", "kg = -1", "props[0].kg", ">= 0"),
    "on a high shelf": ("rest = 0.1", "rest = 1.3", "props[0].rest", "<= 1.2"),
    "too far ahead": ("rest = 0.1", "ahead = 1.6", "props[0].ahead", "<= 1.5"),
    "a band like a tractor": ('part = "hips"', "newtons = 101", "props[1].newtons", "<= 100"),
    "hands too far apart": ("rest = 0.1", "apart = 0.4", "props[0].apart", "<= 0.3"),
    "a step too high": ('part = "hips"', "height = 1.1", "props[1].height", "<= 1"),
    "an unknown key of a thing": ("rest = 0.1", "size = 1", "props[0].size", "unknown key"),
    "nothing to reach for": (
        "rest = 0.1",
        "kg = 1",
        "phases[0].to.reach",
        "one of [[props]] with hands and rest",
    ),
    "an unknown reach": ('"knees"', '"arms"', "phases[0].to.reach", "'knees', 'lean'"),
    "reach and touch": (
        'reach = "knees"',
        'reach = "knees", touch = "wall"',
        "phases[0].to.reach",
        "expected none beside touch",
    ),
    "carried twice": ("carry = 1", "carry = 2", "phases[1].to.carry", "<= 1"),
    "a hold that moves": ("carry = 1", "knee = 1", "phases[1].to", "nothing but carry"),
    "a hold that moves and takes": (
        "carry = 1",
        "carry = 1, knee = 1",
        "phases[1].to",
        "nothing but carry",
    ),
    "a hold that starts": ("{ carry = 1 }", '"start"', "phases[1].to", "nothing but carry"),
    "an elbow too straight": (
        "shoulder = 30",
        "shoulder = 30, elbow = 0",
        "phases[2].to.left_arm.elbow",
        ">= 4",
    ),
    "an arm without a place": ("shoulder = 30", "elbow = 30", "phases[2].to.left_arm", "either"),
    "an arm with two": (
        "shoulder = 30",
        "shoulder = 30, at = [0.4, 1.0, 0.2]",
        "phases[2].to.left_arm",
        "either shoulder or at",
    ),
    "a point of two numbers": (
        "shoulder = 30",
        "at = [0.4, 1.0]",
        "phases[2].to.left_arm",
        "expected",
    ),
    "a start without a place": ('"crossed"', "{ elbow = 9 }", "start.arms", "either"),
    "a shoulder too far": ("shoulder = 30", "shoulder = 190", "phases[2].to.left_arm", "<= 180"),
    "an unknown place of an arm": ('"legs"', '"point"', "phases[2].to.right_arm", "'hang'"),
    "a step to nowhere": (
        'to = { left_foot = { forward = 0.2, pitch = -10 }, weight = "right", station = 2 }',
        "",
        "phases[3].to",
        "angles to move to",
    ),
    "a foot below the floor": ("pitch = -10", "up = -0.1", "phases[3].to.left_foot.up", ">= 0"),
    "a foot turned too far": ("pitch = -10", "pitch = 41", "phases[3].to.left_foot.pitch", "<= 40"),
    "a step too long": ("forward = 0.2", "forward = 0.7", "phases[3].to.left_foot", "<= 0.6"),
    "weight on nothing": ('"right", station', '"none", station', "phases[3].to.weight", "'both'"),
    "a station before the first": ("station = 2", "station = 0", "phases[3].to.station", ">= 1"),
    "a station of half": ("station = 2", "station = 1.5", "phases[3].to.station", "whole number"),
    "a station too far": ("station = 2", "station = 5", "phases[3].to.station", "at most 4"),
    "feet that may not move": ("moves_feet = true", "", "phases[3].to.left_foot", "moves_feet"),
    "nothing to carry": (
        "rest = 0.1",
        "kg = 1",
        "phases[1].to.carry",
        "one of [[props]] with hands and rest to carry",
    ),
    "stations without end": ("stations = 3", "stations = 9", "wall.stations", "<= 8"),
    "another touch": ('touch = "short"', 'touch = "hard"', "phases[4].to.touch", "'wall', 'short'"),
    "a thorax too round": ("thoracic = 4", "thoracic = 60", "start.thoracic", "<= 50"),
    "a start that touches": ("thoracic = 4", 'touch = "wall"', "start.touch", "by its angles"),
    "a start that reaches": ("thoracic = 4", 'reach = "knees"', "start.reach", "by its angles"),
    "a start somewhere": ("thoracic = 4", "station = 2", "start.station", "by its angles"),
    "a stance too wide": ("width = 0.17", "width = 0.5", "stance.width", "<= 0.4"),
    "toes out too far": ("toe_out = 15", "toe_out = 50", "stance.toe_out", "<= 45"),
}


@pytest.mark.parametrize(("old", "new", "key", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_key_and_what_was_expected(
    written: Writer, old: str, new: str, key: str, expected: str
) -> None:
    assert old in BELL
    problems = movement_problems(written(BELL.replace(old, new, 1)))
    found = {problem.key: str(problem.expected) for problem in problems}
    told = [what for path, what in found.items() if path.startswith(key)]
    assert told, found
    assert expected in told[0]


def test_without_a_wall_there_are_no_stations_and_nothing_to_touch(written: Writer) -> None:
    text = BELL.replace("wall = { heel_gap = 0.15, stations = 3 }\n", "")
    problems = movement_problems(written(text))
    assert keys(problems) == ["phases[3].to.station", "phases[4].to.touch"]
    assert "whose stations" in expected_at(problems, "phases[3].to.station")


def test_a_step_is_a_move_that_must_lead_back(written: Writer) -> None:
    text = BELL.rsplit("[[phases]]", 1)[0].rsplit("[[phases]]", 1)[0]
    assert "can loop" in expected_at(movement_problems(written(text)), "phases[3].to")


def test_at_most_eight_things(written: Writer) -> None:
    extra = '[[props]]\nkind = "arrow"\n' * 7
    assert "length <= 8" in expected_at(movement_problems(written(BELL + extra)), "props")


@pytest.mark.parametrize("kind", ['["bar"]', "{ bar = 1 }", "3", "true"])
def test_a_thing_whose_kind_is_no_text_is_named(written: Writer, kind: str) -> None:
    problems = movement_problems(written(BELL.replace('"kettlebell"', kind)))
    assert keys(problems) == ["props[0].kind"]


def test_what_a_file_calls_a_thing_is_repeated_in_one_short_line(written: Writer) -> None:
    long = "x" * 5000 + "\\n"
    text = BELL.replace('name = "take"', f'name = "{long}"').replace(
        'name = "up"', f'name = "{long}"'
    )
    text = text.replace('label = "neutral"', f'label = "wrong"\nbreaks = ["{long}"]')
    for problem in movement_problems(written(text)):
        assert len(str(problem.expected)) < 400
        assert len(str(problem.expected).splitlines()) == 1
